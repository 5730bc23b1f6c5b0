/** Judges comparisons of a year with itself: 2026年收入预算962万元，比2026年预算增加79万元. Offsets are relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { dates } from '../../../language/dates/dates.ts';
import { boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';

export interface OwnYear extends Range {
  readonly year: number;
  /** The year the sentence is about. */
  readonly subject: Range;
}

/** 比|2026年预算|增加. */
const COMPARES = /(?:比|较|与)$/;
const CHANGES = /^年度?(?<of>[^，。；\d比]{0,10}?)(?:相比)?[，]?(?:增|减|上升|下降|提高|降低|多|少)/;
const SENTENCE = 120;
/** What the two may be that bear one year: plans and what came of them. */
const OTHERS = /决算|执行|实际|完成|调整|年初|同期|上半年|季度|以来/;

/** 预算|安排|10.5亿元. */
const PLANNED = /(?:预算|拟|计划)安排/;
const CARRIED_OUT = /^(?:预算)?(?:执行|完成)数?$/;

/** 2026年|上半年|完成…，较2026年|上半年|增长: the part of the year that both name. */
const PERIOD = /(?<=^年)(?:[上下]半年|前三季度|第?[一二三四]季度|全年)/;

/** What is paid from, and no plan. */
const BUDGETS = /(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算(?=财政拨款|收入|支出|拨款)/g;
const PARTS = /决算|调整|年初|同期|上半年|季度|以来|预算|计划/;

export const ownYears = defineFact<readonly OwnYear[]>('own years', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  if (list.length < 2) return [];
  const found: OwnYear[] = [];
  for (const [i, { year, month, numeric }] of list.entries()) {
    if (!year || month || numeric || i === 0 || !COMPARES.test(text.slice(0, year.start).slice(-1))) continue;
    const match = CHANGES.exec(text.slice(year.end, year.end + 20));
    if (!match) continue;
    const from = boundBefore(text, year.start, SENTENCE_STOPS, SENTENCE);
    const before = list.slice(0, i).filter((d) => d.start >= from && d.year);
    const subject = before.at(-1);
    if (!subject?.year || subject.year.value !== year.value || subject.month) continue;
    // At the head of its sentence: a year compared with twice (比2005年下降…，比2005年增加…) is no subject.
    if (/[^\s。；]/.test(text[subject.start - 1] ?? '。')) continue;
    const between = text.slice(subject.year.end, year.start).replace(BUDGETS, '');
    if (isOfAnother(between, match.groups!.of!)) continue;
    found.push({
      start: year.start,
      end: year.end,
      year: year.value,
      subject: { start: subject.start, end: subject.end },
    });
  }
  return found;
});

/**
 * 2025年支出决算数比2025年预算数增加: two things of one year. What was done is one of them only where the other is named.
 * @param between what stands between the years
 * @param named what stands behind the second
 */
function isOfAnother(between: string, named: string): boolean {
  // 2026年预算安排10.5亿元，比2026年执行数增加: when a plan is made nothing has come of it.
  if (PLANNED.test(between) && CARRIED_OUT.test(named)) return false;
  const period = PERIOD.exec(between)?.[0];
  const same = period !== undefined && named.startsWith(period);
  const of = same ? named.slice(period.length) : named;
  if ((of === '' ? PARTS : OTHERS).test(same ? between.slice(1 + period.length) : between)) return true;
  return OTHERS.test(of) || (of !== '' && !between.includes(of.replace(/[数额]$/, '')));
}
