/** A regular expression that is written out is no longer than a reader can check at a glance. */
import assert from 'node:assert/strict';
import { writtenPatterns } from '../support/patterns.ts';

/** In UTF-16 units. */
const LONGEST = 80;
/** A line that may have a longer one, comments aside. */
const LONG = new RegExp(String.raw`(?:^|[=(,:?&|![])\s*/(?![*/]).{${LONGEST},}/`, 'm');

describe('length of regular expressions', () => {
  it('is bounded', () => {
    assert.deepEqual(
      writtenPatterns((text) => LONG.test(text))
        .filter(({ source }) => source.length > LONGEST)
        .map(({ source, where }) => `${where}: ${source.length} characters: /${source}/`),
      [],
      'make its words a list (anyOf of language/text/pattern.ts), or give its parts names',
    );
  }).timeout(20_000);
});
