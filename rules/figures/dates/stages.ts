/** Judges the stages of a plan: 第二阶段（4月1日至4月30日）…第三阶段（4月15日至5月31日）. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { type CalendarDate, completed, dates } from '../../../language/dates/dates.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

interface Stage extends Range {
  /** Its place in the row, where it is told: 第二阶段, （二）动员部署. */
  readonly place: number | undefined;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 第二阶段（, 动员部署阶段：: what leads to the dates of a stage. */
const LEADS = new RegExp(
  [
    `(?:阶段|第[${ONE_TO_TEN}]步)(?:[：:，][\\u4e00-\\u9fff]{2,12})?`,
    String.raw`[^，。；（(：]{0,12}[（(：:，]\s?(?:时间[为：]?)?$`,
  ].join(''),
);
const REACH = 24;
/** （二）组织申报（: an item of a list, with its days in brackets. */
const ITEM = new RegExp(`^[（(]?[${ONE_TO_TEN}\\d][）)、.．]\\s?[\\u4e00-\\u9fff]{2,12}[（(]$`);
const PLACE = new RegExp(`(?:第|^[（(]?)([${ONE_TO_TEN}\\d])(?:阶段|步|[）)、.．])`);

/** Stages with both of their days, or both of their months. */
const stages = defineFact<readonly Stage[]>('stages', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const found: Stage[] = [];
  const list = paragraph.fact(dates);
  for (const from of list) {
    if (from.rangeTo === undefined || !from.month) continue;
    const lead = text.slice(Math.max(paragraph.contentStart, from.start - REACH), from.start);
    if (!LEADS.test(lead) && !ITEM.test(lead)) continue;
    const to = completed(from, list[from.rangeTo]!);
    if (!to.month || !from.day !== !to.day) continue;
    const place = readNumber(PLACE.exec(lead)?.[1] ?? '');
    found.push({ place, start: from.start, end: to.end, from, to });
  }
  return found;
});

/**
 * The later of two stages that share days: whether they may, only the writer knows; one that was left in an earlier year; or one that
 * begins before the one that it stands behind.
 */
export function* stageFaults(document: Document): Generator<Placed> {
  let before: (Stage & { readonly at: number; readonly text: string }) | undefined;
  for (const paragraph of document.paragraphsWith(stages)) {
    for (const stage of paragraph.fact(stages)) {
      const at = paragraph.start;
      const text = paragraph.text.slice(stage.start, stage.end);
      const told = before && faultOf(before, stage);
      if (before && told) {
        const { start, end } = stage;
        const source: Source = {
          kind: 'stage-before',
          start: before.at + before.start,
          end: before.at + before.end,
          text: before.text,
        };
        yield { paragraph, fault: { ...told, start, end, source } };
      }
      before = { ...stage, at, text };
    }
  }
}

/** What is wrong with a stage behind another. */
function faultOf(before: Stage, stage: Stage) {
  if (isOfYearBefore(before, stage)) return { kind: 'stage-year', severity: 'warning' } as const;
  if (overlaps(before, stage)) return { kind: 'stage', severity: 'info' } as const;
  return isOutOfOrder(before, stage) ? ({ kind: 'stage-order', severity: 'info' } as const) : undefined;
}

/** Whether a stage begins before the one before it is over; one that begins before that began opens another plan. */
function overlaps(before: Stage, stage: Stage): boolean {
  const year = before.from.year?.value ?? 0;
  const begins = dayOf(stage.from, year);
  return begins > dayOf(before.from, year) && begins <= lastDayOf(before.to, year);
}

/** Whether a stage goes on with the one before it but for its year, which is an earlier one. */
function isOfYearBefore(before: Stage, stage: Stage): boolean {
  const [then, now] = [before.from.year?.value, stage.from.year?.value];
  if (then === undefined || now === undefined || now >= then) return false;
  const { from } = stage;
  return dayOf({ ...from, year: before.from.year }, then) > dayOf(before.from, then);
}

/** A stage of which the months lie farther back is of the next year. */
const HALF_A_YEAR = 6;

/** Whether a stage begins before the one begins that it follows by its number. */
function isOutOfOrder(before: Stage, { place, from }: Stage): boolean {
  if (!before.place || place !== before.place + 1) return false;
  const year = before.from.year?.value ?? 0;
  const back = dayOf(before.from, year) - dayOf(from, year);
  return back > 0 && back < HALF_A_YEAR * 31;
}

/** Days in order; a year that is not said is that of the stage before. */
function dayOf({ year, month, day }: CalendarDate, known: number): number {
  return ((year?.value ?? known) * 12 + month!.value) * 31 + (day?.value ?? 1);
}

/** A month is over with its last day; the next stage may begin within it. */
function lastDayOf(date: CalendarDate, known: number): number {
  return dayOf(date, known) - (date.day ? 0 : 1);
}
