/**
 * Judges steps that follow each other: tenders are handed in when the papers are no longer to be had (招标文件获取至3月7日, 投标截止时间3月5日), and nobody sits an
 * examination before all have entered (报名时间：3月1日至10日, 笔试时间：3月8日).
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';

const IS = '[：:为是于自从]{0,2}$';
const PAPERS = '(?:招标|采购|磋商|谈判|询价|比选)文件';
const GOT = anyOf('获取 领取 发售 购买 下载');
const TENDERS = '(?:投标文件|响应文件|投标|响应|递交|提交|开标)';
const ASIDE = '(?:[（(][^（）()]{1,10}[）)])?';

/** What must be over, by the words before its date or behind it, and what may begin then. */
const STEPS: readonly { readonly first: RegExp; readonly behind?: RegExp; readonly next: RegExp }[] = [
  {
    first: new RegExp(`${PAPERS}的?${GOT}(?:起止)?(?:时间|期限)?${IS}`),
    // 3月7日，每日9时至12时，登录平台|下载招标文件
    behind: new RegExp(`^[^。；]{0,50}${GOT}${PAPERS}`),
    next: new RegExp(`${TENDERS}[^，。；]{0,8}(?:截止|开标)(?:时间|日期)${ASIDE}${IS}`),
  },
  {
    first: new RegExp(`报名(?:起止)?时间${ASIDE}${IS}`),
    next: new RegExp(`(?:考试|笔试|比赛|开赛|竞赛)时间${ASIDE}${IS}`),
  },
];
const BEFORE = 30;
const BEHIND = 66;

interface Step {
  readonly of: number;
  readonly is: 'first' | 'then';
  readonly date: CalendarDate;
  /** The year that the other end of its range has, where its own has none. */
  readonly year: number | undefined;
}

const steps = defineFact<readonly Step[]>('steps with a day', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  return list.flatMap((date): Step[] => {
    if (!date.month || !date.day || date.lunar) return [];
    const before = text.slice(Math.max(0, date.start - BEFORE), date.start);
    const last = date.rangeTo === undefined ? date : list[date.rangeTo]!;
    const after = text.slice(last.weekday?.end ?? last.end, last.end + BEHIND);
    const year = last.year?.value ?? date.year?.value;
    for (const [of, { first, behind, next }] of STEPS.entries()) {
      if (next.test(before)) return [{ of, is: 'then', date, year: date.year?.value }];
      if (date.rangeTo !== undefined && (first.test(before) || behind?.test(after)))
        return [{ of, is: 'first', date: last, year }];
    }
    return [];
  });
});

/** A step that is told once, before the day on which the one before it, told once too, is over. */
export function* stepFaults(document: Document): Generator<Placed> {
  const all = document
    .paragraphsWith(steps)
    .flatMap((paragraph) => paragraph.fact(steps).map((step) => ({ ...step, paragraph })));
  for (const of of STEPS.keys()) {
    const [first, ...others] = all.filter((step) => step.of === of && step.is === 'first');
    const [then, ...more] = all.filter((step) => step.of === of && step.is === 'then');
    if (!first || !then || others.length > 0 || more.length > 0) continue;
    if (dayOf(then, first.year) >= dayOf(first, then.year)) continue;
    const { start, end } = then.date;
    const source = { kind: 'step-before', ...placeOf(first) } as const;
    yield { paragraph: then.paragraph, fault: { kind: 'step', severity: 'warning', start, end, source } };
  }
}

function dayOf({ date, year }: Step, other: number | undefined): number {
  return dayNumber(year ?? other ?? ANY_YEAR, date.month!.value, date.day!.value);
}
/** Without a year on either side both are of one. */
const ANY_YEAR = 2023;

function placeOf({ paragraph, date }: Step & { readonly paragraph: Paragraph }) {
  const text = paragraph.text.slice(date.start, date.end);
  return { start: paragraph.start + date.start, end: paragraph.start + date.end, text };
}
