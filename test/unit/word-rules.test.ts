/** Every row of a `*.words.tsv` does what its examples say, and no right form is itself taken for a wrong one. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from '../../rules/index.ts';
import { readTables } from '../../scripts/tables.mjs';
import { testLinter } from '../support/linter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const tables = (await readTables(root)).filter(({ name }) => name.endsWith('.words'));

/** The examples of a cell, or the right forms. */
const textsOf = (cell = '') => (cell === '' ? [] : cell.split('|'));

for (const { room, file, rows } of tables) {
  describe(file, () => {
    let linter: Linter;
    before(() => {
      linter = testLinter();
    });

    /** Whether the family speaks of the wrong form somewhere in the text, by itself or within a longer one. */
    const flags = (text: string, wrong: string) =>
      linter
        .open(text, { rules: { [room]: 'on' } })
        .findings()
        .some(
          ({ ruleId, start, end }) =>
            ruleId.startsWith(`${room}/`) &&
            (text.slice(start, end).includes(wrong) || wrong.includes(text.slice(start, end))),
        );

    it('flags what it must', () => {
      const missed = rows.flatMap(({ wrong = '', flag }) =>
        textsOf(flag || wrong).filter((text) => !flags(text, wrong)),
      );
      assert.deepEqual(missed, []);
    });

    it('leaves alone what it must', () => {
      const flagged = rows.flatMap(({ wrong = '', keep }) =>
        textsOf(keep).filter((text) => flags(text, wrong)),
      );
      assert.deepEqual(flagged, []);
    });

    it('is not taken in by the right forms', () => {
      const wrongs = rows.map(({ wrong = '' }) => wrong);
      const flagged = rows
        .flatMap(({ right }) => textsOf(right))
        .filter((right) => wrongs.some((wrong) => right.includes(wrong) && flags(right, wrong)));
      assert.deepEqual(flagged, []);
    });
  });
}
