/** Where a report turns from what was done to what is planned: 二、2026年工作安排. A figure may stand in both parts and grow between them. */
import type { Document } from '../../../engine/document.ts';
import { defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

/** A heading is no longer: UTF-16 units. */
const LONGEST = 50;
const AHEAD = '今后 下一步 下步 下阶段 下一阶段 新的一年 来年 明年';
const THIS_YEAR = String.raw`今年 本年度? 20\d\d年 “?十[三四五六七]五”?(?:时期|期间)?`;
const PLANS =
  '工作(?:安排|打算|计划|思路|重点|任务|部署|建议) (?:重点|主要|目标|工作)任务 (?:主要|重点|总体|发展|预期|工作)目标 总体要求 重点工作 (?:主要|重点)抓好';
const HEADING = new RegExp(`^[${ONE_TO_TEN}]{1,2}、|^第[${ONE_TO_TEN}][章部]`);
const TURNS = new RegExp(
  `^[^。；]{0,8}(?:${anyOf(AHEAD)}|${anyOf(THIS_YEAR)}(?:的|全市|全省|全县|全区|政府|发展|经济社会){0,3}${anyOf(PLANS)})`,
);

/** Asked for only where two figures differ, so that the headings are looked for then. */
const planBegins = defineModel<number>('where the plan begins', ({ paragraphs }) => {
  const at = paragraphs.findIndex(
    ({ content }) => content.length <= LONGEST && HEADING.test(content) && TURNS.test(content),
  );
  return at < 0 ? Infinity : at;
});

/** A place in a paragraph; the offset is relative to it. */
interface Place {
  readonly paragraph: Paragraph;
  readonly statement: { readonly start: number; readonly figure: Range };
}

/** Said of what was done, wherever it stands. */
const DONE = /成绩|去年|上年|过去|同比|来之不易|[已了]/;

/** Whether one of two places tells what was done, and the other what is planned. */
export function arePartedByPlan(document: Document, a: Place, b: Place): boolean {
  const from = document.model(planBegins);
  if (a.paragraph.index < from === b.paragraph.index < from) return false;
  const { paragraph, statement } = a.paragraph.index < from ? b : a;
  const { text } = paragraph;
  const sentence = text.slice(
    boundBefore(text, statement.start, SENTENCE_STOPS),
    boundAfter(text, statement.figure.end, SENTENCE_STOPS),
  );
  return !DONE.test(sentence);
}
