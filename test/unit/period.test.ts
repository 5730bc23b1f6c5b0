/** Periods as they are read, and `figures/period`: grouping, severities, evidence, alternatives. */
import assert from 'node:assert/strict';
import { periods } from '../../language/dates/periods.ts';
import { applyEdits } from '../../rules/index.ts';
import { testDocument, testLinter } from '../support/linter.ts';

describe('periods', () => {
  const table: readonly [text: string, ...read: string[]][] = [
    ['县长回顾总结了上半年工作', '上半年 review'],
    ['就二季度追赶超越工作进行了点评', '二季度 review'],
    ['召开一季度工作推进会', '一季度 review'],
    ['安排部署了下半年经济工作', '下半年 plan'],
    ['在下半年的观摩中，我们要看项目', '下半年 plan'],
    ['在下半年的工作中', '下半年 plan'],
    ['下半年，全市将开展换届', '下半年 plan'],
    ['上半年，全县项目铺开', '上半年 plain'],
    ['第三季度市考完成情况', '三季度 plain'],
    ['前三季度增长5%', '前三季度 plain'],
    ['从一季度第三方阵跨越到第一方阵', '一季度 past'],
    ['面对一季度的严峻形势', '一季度 past'],
    ['比上半年提高2位', '上半年 past'],
    ['下半年以来', '下半年 past'],
    ['在半年考核中', '半年 plain'],
    ['去年四季度', '四季度 elsewhere plain'],
    ['每年上半年', '上半年 elsewhere plain'],
    ['2024年上半年', '上半年 2024 plain'],
    ['2024年第一季度', '一季度 2024 plain'],
    ['一、二季度'],
    ['一季度、二季度'],
    ['每半年考核一次'],
    ['上半年考核', '上半年 plain'],
  ];
  for (const [text, ...read] of table) {
    it(`${text} → ${read.join(', ') || 'nothing'}`, () => {
      const [paragraph] = testDocument(text).paragraphs;
      const found = paragraph!.fact(periods).map((p) => {
        const year = p.year === undefined ? '' : ` ${p.year}`;
        return `${p.name}${year}${p.elsewhere ? ' elsewhere' : ''} ${p.use}`;
      });
      assert.deepEqual(found, read);
    });
  }
});

describe('figures/period', () => {
  const text = [
    '在全县冲刺四季度工作会议上的讲话',
    '同志们：',
    '刚才，大家就二季度重点工作进行了点评，县长安排部署了下半年经济工作。',
    '一季度，我们起步不错。二季度，项目建设加快。',
    '在下半年的工作中，我们要盯住目标。',
  ].join('\n');
  const found = testLinter()
    .lint(text)
    .filter((f) => f.ruleId === 'figures/period');
  const at = (range: { start: number; end: number }) =>
    `${text.slice(range.start, range.end)}@${range.start}`;

  it('says one thing of each word, at its first place', () => {
    assert.deepEqual(
      found.map((f) => `${text.slice(f.start, f.end)} ${f.severity}`),
      ['二季度 warning', '下半年 warning', '一季度 info'],
    );
  });

  it('shows the title and all the other places', () => {
    assert.deepEqual(found[0]!.evidence.map(at), [
      `四季度@${text.indexOf('四季度')}`,
      `二季度@${text.lastIndexOf('二季度')}`,
    ]);
    assert.deepEqual(found[1]!.evidence.map(at), [
      `四季度@${text.indexOf('四季度')}`,
      `下半年@${text.lastIndexOf('下半年')}`,
    ]);
  });

  it('offers to change them all, to the period before the title’s or to the title’s', () => {
    assert.deepEqual(
      found.map((f) => f.fixes.map((fix) => fix.title)),
      [
        ['2处“二季度”改为“三季度”', '2处“二季度”改为“四季度”'],
        ['2处“下半年”改为“四季度”'],
        ['“一季度”改为“三季度”', '“一季度”改为“四季度”'],
      ],
    );
    const fixed = applyEdits(text, found[1]!.fixes[0]!.edits);
    assert.ok(!fixed.includes('下半年') && fixed.includes('在四季度的工作中'));
    assert.ok(found.every((f) => f.fixes.every((fix) => !fix.safe)));
  });

  it('is silent without a period in the title', () => {
    const silent = testLinter().lint(text.replace('冲刺四季度', ''));
    assert.deepEqual(
      silent.filter((f) => f.ruleId === 'figures/period'),
      [],
    );
  });
});
