/** How the members beside a fixed expression are read, and what cannot be shown on the page of `figures/fixed-count`. */
import assert from 'node:assert/strict';
import { rows } from '../../generated/figures-fixed-expressions.ts';
import { fixedUses } from '../../rules/figures/lists/fixed.ts';
import { testDocument, testLinter } from '../support/linter.ts';

describe('fixed expressions', () => {
  /** Members by their place, ? for a stranger, … for 等. */
  const table: readonly [text: string, read: string | undefined][] = [
    ['政治意识、大局意识、核心意识、看齐意识等“四个意识”', '0123…'],
    ['切实增强政治意识、树立大局意识、核心意识和看齐意识这“四个意识”', '0123'],
    ['政治意识、规矩意识、核心意识、看齐意识“四个意识”', '0?23'],
    ['政治意识、大局意识、核心意识、责任意识“四个意识”', '012?'],
    ['“四个意识”（政治意识、大局意识、核心意识、看齐意识）', '0123'],
    ['“四个意识”，即政治意识、大局意识、核心意识、看齐意识', '0123'],
    ['“四个意识”：政治意识、大局意识、核心意识、看齐意识。', '0123'],
    ['“四风”问题——形式主义、官僚主义等', '01…'],
    ['提出了创新、协调、绿色、开放、共享的新发展理念', '01234'],
    ['增强“四个意识”，坚定道路自信、理论自信', undefined],
    ['增强政治意识、大局意识，加快发展。坚持“四个意识”', undefined],
    ['纠治“四风”，重点纠治形式主义、官僚主义', undefined],
  ];
  for (const [text, read] of table) {
    it(`${text} → ${read ?? 'no list'}`, () => {
      const [paragraph] = testDocument(text).paragraphs;
      const lists = paragraph!
        .fact(fixedUses)
        .flatMap((use) => use.lists.filter((l) => l.expression === use.named));
      const written = lists.map(
        ({ list }) =>
          list.items.map((i) => (i.member < 0 ? '?' : i.member)).join('') + (list.open ? '…' : ''),
      );
      assert.deepEqual(written, read === undefined ? [] : [read]);
    });
  }
});

describe('the list of fixed expressions', () => {
  it('has as many members as each name says', () => {
    for (const { name, count, members } of rows) {
      if (members !== '') assert.equal(members.split('；').length, Number(count), name);
    }
  });

  it('is clean when listed as it stands', () => {
    const linter = testLinter();
    for (const row of rows) {
      if (row.members === '') continue;
      const members = row.members.split('；').map((m) => m.split('|')[0]);
      for (const text of [
        `坚持${members.join('、')}“${row.name.split('|')[0]}”。`,
        `“${row.name.split('|')[0]}”（${members.join('、')}）。`,
      ]) {
        assert.deepEqual(
          linter.lint(text).filter((f) => f.ruleId === 'figures/fixed-count'),
          [],
          text,
        );
      }
    }
  });

  it('misses no member that is left out, whatever its severity', () => {
    const linter = testLinter();
    const silent: string[] = [];
    for (const row of rows) {
      const members = row.members.split('；').map((m) => m.split('|')[0]);
      if (members.length < 3) continue;
      for (const [left] of members.entries()) {
        const text = `“${row.name.split('|')[0]}”（${members.filter((_, i) => i !== left).join('、')}）。`;
        const found = linter.lint(text).filter((f) => f.ruleId === 'figures/fixed-count');
        if (found.length !== 1 || found[0]!.severity !== (row.source === 'K' ? 'hint' : 'warning'))
          silent.push(text);
      }
    }
    assert.deepEqual(silent, []);
  });
});
