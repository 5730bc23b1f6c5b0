/** Filling in: a copy in which the values stand where the gaps were, in their formatting, and nothing else has changed. */
import assert from 'node:assert/strict';
import { CheckedDocument, fillDocument, printText, WordDocument, wordQuestions } from '../../docx/index.ts';
import { testLinter } from '../support/linter.ts';
import { type Made, makeDocx, p, run } from './support.ts';

const open = (made: Made) => new CheckedDocument(new WordDocument(makeDocx(made)), testLinter());
const BOLD = '<w:b/>';

function fill(made: Made, values: Record<string, string>) {
  const checked = open(made);
  const byGroup = new Map(
    wordQuestions(checked).flatMap(({ group, places: [first] }) => {
      const value = values[checked.text.slice(first!.start, first!.end)];
      return value === undefined ? [] : [[group, value] as const];
    }),
  );
  const filled = fillDocument(checked, byGroup);
  return { ...filled, text: printText(new WordDocument(filled.bytes)) };
}

describe('Word documents: filling in', () => {
  it('fills a gap over several runs, in the formatting of its first', () => {
    const body = `<w:p>${run('全市完成投资')}${run('×', BOLD)}${run('×', BOLD)}${run('亿元。')}</w:p>`;
    const { text, bytes, filled } = fill({ body }, { '××': '25' });
    assert.equal(text, '全市完成投资25亿元。\n');
    assert.equal(filled, 1);
    const source = new WordDocument(bytes).main.source;
    assert.match(source, /<w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">25</);
    assert.doesNotMatch(source, /w:ins|w:del/);
  });

  it('fills all gaps of a group, in tables and notes too', () => {
    const body = `${p('×市召开会议。')}<w:tbl><w:tr><w:tc>${p('×市')}</w:tc><w:tc>${p('12')}</w:tc></w:tr></w:tbl>${p('会后，×市印发方案。')}`;
    const { text } = fill({ body }, { '×': '青河' });
    assert.doesNotMatch(text, /×/);
    assert.match(text, /青河市召开会议/);
  });

  it('leaves open what it is given no value for, and says what cannot be written', () => {
    const field = `<w:p>${run('增长')}<w:fldSimple w:instr="REF a">${run('×')}</w:fldSimple>${run('%。')}</w:p>`;
    const { text, filled, open: stays } = fill({ body: p('增长××%。') + field }, { '×': '8' });
    assert.equal(filled, 0);
    assert.equal(text, '增长××%。\n增长×%。\n');
    assert.deepEqual(
      stays.map(({ why }) => why),
      ['field'],
    );
  });
});
