/** Every row of a `*.words.tsv` and a `*.pairs.tsv` does what its examples say, and no right form is itself taken for a wrong one. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from '../../rules/index.ts';
import { readTables } from '../../scripts/tables.mjs';
import { testLinter } from '../support/linter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const tables = await readTables(root);
const ofKind = (kind: string) => tables.filter(({ name }) => name.endsWith(kind));

/** The examples of a cell, or the right forms; `-` for none. */
const textsOf = (cell = '') => (cell === '' || cell === '-' ? [] : cell.split('|'));

let linter: Linter;
before(() => {
  linter = testLinter();
});

/** What the family says of a text, all its rules switched on. */
const findings = (text: string, room: string) =>
  linter
    .open(text, { kind: 'speech', rules: { [room]: 'on' } })
    .findings()
    .filter(({ ruleId }) => ruleId.startsWith(`${room}/`));

for (const { room, file, rows } of ofKind('.words')) {
  describe(file, () => {
    /** Whether it speaks of the wrong form somewhere in the text, by itself or within a longer one. */
    const flags = (text: string, wrong: string) =>
      findings(text, room).some(({ start, end }) => {
        const flagged = text.slice(start, end);
        return flagged.includes(wrong) || wrong.includes(flagged);
      });

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

for (const { room, file, rows } of ofKind('.pairs')) {
  describe(file, () => {
    /** Whether it says what the row says. */
    const flags = (text: string, note: string) =>
      findings(text, room).some(({ message }) => message.endsWith(note));

    it('flags what it must', () => {
      const missed = rows.flatMap(({ flag, note = '' }) =>
        textsOf(flag).filter((text) => !flags(text, note)),
      );
      assert.deepEqual(missed, []);
    });

    it('leaves alone what it must', () => {
      const flagged = rows.flatMap(({ keep, note = '' }) =>
        textsOf(keep).filter((text) => flags(text, note)),
      );
      assert.deepEqual(flagged, []);
    });
  });
}
