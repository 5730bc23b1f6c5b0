import assert from 'node:assert/strict';
import { type Labels, messagePage, wordPage } from '../../client/word/page.ts';

const LABELS: Labels = {
  exportReview: '导出',
  fill: '填写',
  previous: '上',
  next: '下',
  nothing: '没有',
  findings: '{count} 处',
  levels: { error: '错误', warning: '警告', info: '提示', hint: '建议' },
  stories: { header: '页眉', footer: '页脚', footnote: '脚注', endnote: '尾注' },
};

describe('the page of a Word document', () => {
  const evil = '<script>alert(1)</script>&"\'';
  const line = (text: string, start: number, row = false) => ({
    story: 'body' as const,
    start,
    text,
    row,
    level: 0,
  });

  it('escapes all that comes from the document, and lets nothing run but its own script', () => {
    const page = wordPage(
      {
        kind: 'general',
        lines: [line(evil, 0), { ...line(evil, 100), story: 'header' }],
        findings: [
          {
            ruleId: 'a/b',
            severity: 'error',
            start: 3,
            end: 9,
            message: evil,
            basis: evil,
            evidence: [evil],
            context: evil,
          },
        ],
      },
      [{ group: evil, label: evil, phrase: evil, places: [] }],
      LABELS,
      'NONCE',
    );
    assert.equal(page.match(/<script/g)!.length, 1);
    assert.match(page, /<script nonce="NONCE">/);
    assert.match(page, /default-src 'none'; style-src 'nonce-NONCE'; script-src 'nonce-NONCE'/);
    assert.doesNotMatch(page, /https?:/);
    assert.doesNotMatch(messagePage(evil, 'N'), /<script>alert/);
  });

  it('marks what was found, also in the cells of a table', () => {
    const page = wordPage(
      {
        kind: 'general',
        lines: [line('甲\t乙丙', 10, true)],
        findings: [
          {
            ruleId: 'a/b',
            severity: 'warning',
            start: 13,
            end: 14,
            message: 'm',
            basis: undefined,
            evidence: [],
            context: '',
          },
        ],
      },
      [{ group: 'g', label: '姓氏', phrase: '【×】书记', places: [{ start: 10, end: 11 }] }],
      LABELS,
      'N',
    );
    assert.match(page, /<label>姓氏<small>【×】书记<\/small><input data-group="g"><\/label>/);
    assert.match(
      page,
      /<table><tr><td>甲<\/td><td>乙<mark class="warning" data-i="0">丙<\/mark><\/td><\/tr><\/table>/,
    );
  });
});
