/** Judges the stages of a plan: 第二阶段（4月1日至4月30日）…第三阶段（4月15日至5月31日）. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { type CalendarDate, completed, dates } from '../../../language/dates/dates.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

interface Stage extends Range {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 第二阶段（, 动员部署阶段：: what leads to the dates of a stage. */
const LEADS = /阶段(?:[：:][\u4e00-\u9fff]{2,12})?[^，。；（(：]{0,12}[（(：:，]\s?(?:时间[为：]?)?$/;
const REACH = 24;

/** Stages with both of their days. */
const stages = defineFact<readonly Stage[]>('stages', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const found: Stage[] = [];
  const list = paragraph.fact(dates);
  for (const from of list) {
    if (from.rangeTo === undefined || !from.month || !from.day) continue;
    if (!LEADS.test(text.slice(Math.max(0, from.start - REACH), from.start))) continue;
    const to = completed(from, list[from.rangeTo]!);
    if (!to.month || !to.day) continue;
    found.push({ start: from.start, end: to.end, from, to });
  }
  return found;
});

/** The later of two stages that share days: whether they may, only the writer knows; or one that was left in an earlier year. */
export function* stageFaults(document: Document): Generator<Placed> {
  let before: (Stage & { readonly at: number; readonly text: string }) | undefined;
  for (const paragraph of document.paragraphsWith(stages)) {
    for (const stage of paragraph.fact(stages)) {
      const at = paragraph.start;
      const text = paragraph.text.slice(stage.start, stage.end);
      const isOld = before !== undefined && isOfYearBefore(before, stage);
      if (before && (isOld || overlaps(before, stage))) {
        const { start, end } = stage;
        const source: Source = {
          kind: 'stage-before',
          start: before.at + before.start,
          end: before.at + before.end,
          text: before.text,
        };
        const told = isOld
          ? ({ kind: 'stage-year', severity: 'warning' } as const)
          : ({ kind: 'stage', severity: 'info' } as const);
        yield { paragraph, fault: { ...told, start, end, source } };
      }
      before = { ...stage, at, text };
    }
  }
}

/** Whether a stage begins before the one before it is over; one that begins before that began opens another plan. */
function overlaps(before: Stage, stage: Stage): boolean {
  const year = before.from.year?.value ?? 0;
  const begins = dayOf(stage.from, year);
  return begins > dayOf(before.from, year) && begins <= dayOf(before.to, year);
}

/** Whether a stage goes on with the one before it but for its year, which is an earlier one. */
function isOfYearBefore(before: Stage, stage: Stage): boolean {
  const [then, now] = [before.from.year?.value, stage.from.year?.value];
  if (then === undefined || now === undefined || now >= then) return false;
  const { from } = stage;
  return dayOf({ ...from, year: before.from.year }, then) > dayOf(before.from, then);
}

/** Days in order; a year that is not said is that of the stage before. */
function dayOf({ year, month, day }: CalendarDate, known: number): number {
  return ((year?.value ?? known) * 12 + month!.value) * 31 + day!.value;
}
