/**
 * What other programs write, and what they make of what we write: drafts by the library `docx`, pandoc and LibreOffice, read back by
 * LibreOffice and pandoc. What is not installed is skipped.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptAll, printText, WordDocument } from '../../docx/index.ts';
import { hardDocuments } from './office/hard.ts';
import { numberingDocuments } from './office/numbers.ts';
import { byLibrary, byLibreOffice, byPandoc, EXPECTED } from './office/producers.ts';
import {
  convert,
  hasOffice,
  hasPandoc,
  hasReader,
  type OfficeReading,
  readWithOffice,
  readWithPandoc,
} from './office/programs.ts';
import { AUTHOR, findingsOf, reviewed, withoutOurs } from './support.ts';

const textOf = (bytes: Uint8Array, revisions: 'accepted' | 'rejected' = 'accepted') =>
  printText(new WordDocument(bytes, { revisions }));

describe('Word documents: other programs', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-office-'));
  const drafts = new Map<string, Uint8Array>();
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, bytes);
    return path;
  };
  after(() => rmSync(folder, { recursive: true, force: true }));
  before(async () => {
    drafts.set('library', await byLibrary());
    if (hasPandoc) drafts.set('pandoc', byPandoc(folder));
    if (hasOffice) drafts.set('office', await byLibreOffice(folder));
  });

  it('the same is found in what each of them writes', () => {
    for (const [name, bytes] of drafts) {
      const found = findingsOf(bytes);
      for (const expected of EXPECTED) assert.ok(found.includes(expected), `${name}: ${expected}\n${found}`);
      assert.equal(found.length, EXPECTED.length, `${name}: ${found}`);
    }
  });

  it('without our changes it is the draft, with the changes and comments of others', () => {
    for (const [name, bytes] of drafts) {
      const rest = withoutOurs(reviewed(bytes, 'all'));
      for (const how of ['accepted', 'rejected'] as const)
        assert.equal(textOf(rest, how), textOf(bytes, how), `${name} ${how}`);
      if (!hasPandoc) continue;
      const [before, after] = [write('before', bytes), write('after', rest)];
      assert.equal(readWithPandoc(after, 'all'), readWithPandoc(before, 'all'), name);
    }
  });

  it('pandoc takes the changes as we mean them, and finds the comments', function () {
    if (!hasPandoc) this.skip();
    for (const [name, bytes] of drafts) {
      const review = reviewed(bytes, 'all');
      const path = write('review', review);
      const clean = write('clean', acceptAll(new WordDocument(review)));
      assert.equal(readWithPandoc(path, 'accept'), readWithPandoc(clean, 'accept'), name);
      assert.equal(
        readWithPandoc(path, 'reject'),
        readWithPandoc(write('draft', bytes), 'reject'),
        `${name} rejected`,
      );
      const all = readWithPandoc(path, 'all');
      assert.equal(all.split(`.comment-start`).length - 1, EXPECTED.length + 1, `${name}: ${all}`);
      assert.match(
        all,
        /\[四\]\{\.deletion author="公文校对"[^}]*\}\[三\]\{\.insertion author="公文校对"/,
        name,
      );
    }
  });

  it('LibreOffice takes them so too, and shows each comment on its text', async function () {
    if (!hasReader) this.skip();
    const names = [...drafts.keys()];
    const paths = names.flatMap((name) => {
      const bytes = drafts.get(name)!;
      const review = reviewed(bytes, 'all');
      return [
        write(`${name}-draft`, bytes),
        write(`${name}-review`, review),
        write(`${name}-clean`, acceptAll(new WordDocument(review))),
      ];
    });
    const readings = await readWithOffice(folder, paths);
    for (const [i, name] of names.entries()) {
      const [draft, review, clean] = readings.slice(i * 3, i * 3 + 3) as [
        OfficeReading,
        OfficeReading,
        OfficeReading,
      ];
      assert.deepEqual(review.rejected, draft.rejected, `${name} rejected`);
      assert.deepEqual(textsOf(review.accepted), textsOf(clean.accepted), `${name} accepted`);
      assert.deepEqual(clean.comments, [], name);
      const ours = review.comments.filter(([author]) => author === AUTHOR.name);
      const anchors = EXPECTED.map((line) => line.slice(line.indexOf(' ') + 1));
      for (const anchor of anchors)
        assert.ok(
          ours.some(([, text]) => text === anchor),
          `${name}: ${anchor} in ${JSON.stringify(ours)}`,
        );
      assert.equal(ours.length, EXPECTED.length, name);
      assert.equal(review.comments.length, ours.length + draft.comments.length, name);
    }
  });

  it('pandoc takes the changes in hard documents as we mean them', function () {
    if (!hasPandoc) this.skip();
    for (const [name, { bytes }] of hardDocuments()) {
      // Namespaces that it does not know.
      if (name.startsWith('strict')) continue;
      const review = reviewed(bytes, 'all');
      const [draft, copy] = [write('draft', bytes), write('review', review)];
      const rest = write('rest', withoutOurs(review));
      assert.equal(readWithPandoc(rest, 'all'), readWithPandoc(draft, 'all'), name);
      const clean = write('clean', acceptAll(new WordDocument(review)));
      // Where paragraphs become one it puts a blank.
      const [theirs, ours] = [readWithPandoc(copy, 'accept'), readWithPandoc(clean, 'accept')];
      assert.equal(theirs.replaceAll(' ', ''), ours.replaceAll(' ', ''), name);
    }
  });

  it('LibreOffice takes them so too', async function () {
    if (!hasReader) this.skip();
    const all = [...hardDocuments()];
    const paths = all.flatMap(([, { bytes }], i) => {
      const review = reviewed(bytes, 'all');
      const clean = acceptAll(new WordDocument(review));
      return [write(`${i}-draft`, bytes), write(`${i}-review`, review), write(`${i}-clean`, clean)];
    });
    const readings = await readWithOffice(folder, paths);
    for (const [i, [name]] of all.entries()) {
      const [draft, review, clean] = readings.slice(i * 3, i * 3 + 3);
      // It writes a comment within the result of an IF field into the text.
      if (name === 'fields in fields') continue;
      // It keeps the text of deleted paragraphs that stand in a content control, in the draft too.
      if (name === 'moved controls') continue;
      assert.deepEqual(review!.rejected, draft!.rejected, `${name} rejected`);
      // Headers are copied for each section, changes in them are not; an empty paragraph before a break is left out.
      if (name === 'sections') continue;
      assert.deepEqual(textsOf(review!.accepted), textsOf(clean!.accepted), `${name} accepted`);
    }
  });

  it('LibreOffice writes the same numbers before paragraphs', async function () {
    if (!hasOffice) this.skip();
    const made = numberingDocuments();
    const paths = [...made].map(([name, { bytes }]) => write(name, bytes));
    await convert(folder, 'txt:Text (encoded):UTF8', paths);
    for (const [name, { bytes, differs }] of made) {
      const theirs = linesOf(readFileSync(join(folder, `${name}.txt`), 'utf8'));
      const ours = linesOf(textOf(bytes));
      assert.equal(ours.length, theirs.length, name);
      for (const [i, line] of ours.entries()) {
        if (!differs(line)) assert.equal(line, theirs[i], name);
      }
    }
  });
});

/**
 * Without numbers: a paragraph that is deleted gives the next one its formatting, which may take away the number of that. Without empty
 * ones: before a table LibreOffice keeps the paragraph whose text and mark are deleted.
 */
const textsOf = (paragraphs: OfficeReading['accepted']) =>
  paragraphs.map(([, text]) => text).filter((text) => text !== '');

/** What is said, not how it is spaced: LibreOffice indents the paragraphs of lists. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');
}
