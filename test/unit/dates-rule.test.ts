/** What `figures/date` says: severities, evidence and alternatives that the rule page cannot show. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

function findings(text: string) {
  return testLinter()
    .lint(text)
    .filter((f) => f.ruleId === 'figures/date');
}

describe('figures/date', () => {
  const severities: readonly [text: string, severity: string][] = [
    ['2月30日', 'error'],
    ['学习党的十九大五中全会精神', 'error'],
    ['为期三天：3月1日至4日', 'warning'],
    ['为期三天：3月1日至8日', 'error'],
    ['2025年，十四届全国人大二次会议召开', 'warning'],
    // Facts not yet held against a document.
    ['2014年党的十八届二中全会召开', 'hint'],
    ['2021年是香港回归祖国25周年', 'warning'],
    ['2021年是共青团成立100周年', 'hint'],
    ['“十三五”规划（2015—2020年）', 'error'],
  ];
  for (const [text, severity] of severities) {
    it(`${text}: ${severity}`, () => {
      assert.deepEqual(
        findings(text).map((f) => f.severity),
        [severity],
      );
    });
  }

  it('names the place of the document’s date as evidence', () => {
    const text = '讲话\n（2024年2月20日）\n同志们：\n去年（2022年）增长5%。\n谢谢';
    const [finding] = findings(text);
    const [evidence] = finding!.evidence;
    assert.equal(text.slice(evidence!.start, evidence!.end), '2024年2月20日');
    assert.equal(finding!.message, '照“去年（2022年）”的说法，行文在2023年，而题注日期是2024年2月20日');
  });

  const alternatives: readonly [text: string, ...fixed: string[]][] = [
    ['2024年5月1日（星期四）', '2024年5月1日（星期三）'],
    ['5月10日至3日', '5月3日至10日'],
    ['2025年6月8日至2025年6月2日', '2025年6月2日至2025年6月8日'],
    ['为期三天：3月1日至5日', '为期五天：3月1日至5日'],
    ['为期7天（3月1日至2日）', '为期2天（3月1日至2日）'],
    ['前三季度（1—10月）', '前三季度（1—9月）'],
    ['党的第二十届全国代表大会', '党的第二十次全国代表大会'],
    ['2026年是中国共产党成立106周年', '2026年是中国共产党成立105周年'],
    ['“十四五”规划（2020—2025年）', '“十四五”规划（2021—2025年）'],
    ['2025年是“十五五”开局之年', '2026年是“十五五”开局之年'],
    ['2月30日'],
  ];
  for (const [text, ...fixed] of alternatives) {
    it(`${text} → ${fixed.join(', ') || 'only the writer knows'}`, () => {
      const [finding] = findings(text);
      assert.deepEqual(
        finding!.fixes.map((fix) => applyEdits(text, fix.edits)),
        fixed,
      );
      assert.ok(finding!.fixes.every((fix) => !fix.safe));
    });
  }
});
