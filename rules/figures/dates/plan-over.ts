/**
 * Five-year plans that a reworked draft still urges on when they are over: 为全面完成“十三五”规划各项目标任务而努力奋斗, in 2026. Offsets are
 * relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { dateWords } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import { type Plan, planIn, planOf } from './plans.ts';
import { writtenIn } from './sources.ts';

/** A plan of which the sentence asks something that is still to come. */
interface Urged extends Range {
  readonly plan: Plan;
  /** Whether that is a good start, which the first year alone can see. */
  readonly opens: boolean;
  /** Whether the text only looks forward to it. */
  readonly hoped: boolean;
}

/** 展望|“十三五” */
const HOPES = new RegExp(`(?:${anyOf('展望 喜迎 迈入 步入 跨入')})[“"]?$`);

/** 确保|“十三五”…, 为全面完成|“十三五”…. */
const ASKS = new RegExp(
  `(?:${anyOf('确保 力争 力保 奋力 努力 坚决 全力')}[^，。；]{0,12}|为[^，。；]{0,6}${anyOf('完成 实现 谱写 夺取 落实 推动 做好')}[^，。；]{0,8}|为)[“"]?$`,
);
/** “十三五”|规划各项目标任务|…. */
const GOALS = /^[”"]?(?:规划|时期|计划|发展)?[^，。；了]{0,16}(?:目标|任务|圆满收官|顺利收官|胜利收官)/;
const START = /^[”"]?(?:规划|时期|发展)?(?:实现)?(?:开好局|起好步|良好开局|顺利开局)/;
/** What the sentence asks of those who hear it. */
const CALL = /让我们|奋斗|努力|拼搏|贡献|奠定|确保|力争|奋力|坚决|全力/;
/** What is told of a time that is over. */
const TOLD = /[了曾过]|期间|以来|回顾|当时|时任|收官之年|\d{4}年/;
const SENTENCE = 160;

const urgedPlans = defineFact<readonly Urged[]>('urged plans', { facts: [dateWords] }, (paragraph) => {
  const { text } = paragraph;
  return paragraph.fact(dateWords).flatMap(({ start, end, entry }): Urged[] => {
    const plan = entry.value === 'plan' ? planOf(text.slice(start, end)) : undefined;
    if (!plan) return [];
    const from = boundBefore(text, start, SENTENCE_STOPS, SENTENCE);
    const to = boundAfter(text, end, SENTENCE_STOPS, SENTENCE);
    const before = text.slice(from, start);
    const after = text.slice(end, to);
    if (HOPES.test(before) && !TOLD.test(before + after))
      return [{ start, end, plan, opens: false, hoped: true }];
    if (!ASKS.test(before) || !CALL.test(before + after) || TOLD.test(before + after)) return [];
    const opens = START.test(after);
    return opens || GOALS.test(after) ? [{ start, end, plan, opens, hoped: false }] : [];
  });
});

/** One for each plan that was over, or well begun, when the document was written. */
export function* planOverFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(urgedPlans);
  if (paragraphs.length === 0) return;
  const written = document.model(documentDate);
  if (!written) return;
  const source = writtenIn(written);
  for (const paragraph of paragraphs) {
    for (const { start, end, plan, opens, hoped } of paragraph.fact(urgedPlans)) {
      if (written.year <= Number(opens ? plan.first : plan.last)) continue;
      yield {
        paragraph,
        fault: {
          kind: 'plan-over',
          severity: hoped ? 'hint' : 'warning',
          start,
          end,
          plan,
          opens,
          running: planIn(written.year),
          source,
        },
      };
    }
  }
}
