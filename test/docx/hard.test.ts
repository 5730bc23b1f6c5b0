/** Documents as they are met, each read, checked, reviewed and cleaned. Other programs read the same in `office.test.ts`. */
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { acceptAll, type Fixes, printText, WordDocument } from '../../docx/index.ts';
import { hardDocuments } from './office/hard.ts';
import { findingsOf, reviewed, withoutOurs } from './support.ts';

const read = (bytes: Uint8Array, revisions: 'accepted' | 'rejected' = 'accepted') =>
  printText(new WordDocument(bytes, { revisions }));

describe('Word documents: hard ones', () => {
  for (const [name, { bytes, text, found }] of hardDocuments()) {
    it(`${name}: are read and checked`, () => {
      assert.equal(read(bytes), text);
      assert.deepEqual(findingsOf(bytes), found);
    });

    for (const fixes of ['safe', 'all'] satisfies Fixes[]) {
      it(`${name}: ${fixes} fixes are written, rejected and accepted`, () => {
        const review = reviewed(bytes, fixes);
        assert.equal(read(review, 'rejected'), read(bytes, 'rejected'));
        const rest = withoutOurs(review);
        assert.equal(read(rest), text);
        assert.equal(read(rest, 'rejected'), read(bytes, 'rejected'));
        const clean = acceptAll(new WordDocument(review));
        assert.equal(read(clean), read(review));
        assert.equal(read(clean, 'rejected'), read(review));
        assert.deepEqual(reviewed(review, fixes), review);
        const [before, after] = [unzipSync(bytes), unzipSync(review)];
        for (const part of Object.keys(before))
          if (!/document\.xml|comments|Content_Types|footnotes|header/.test(part))
            assert.deepEqual(after[part], before[part], part);
      });
    }
  }
});
