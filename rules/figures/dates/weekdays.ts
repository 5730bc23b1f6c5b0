/**
 * Judges weekdays by each other, in a text that has no date of its own: 9月18日（星期四）报到，9月20日（星期日）比赛. The year is that of a day that has one; without any
 * it is enough that no year has both.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { daysInMonth, weekdayOf } from '../../../language/dates/calendar.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import { type DocumentDate, documentDate } from '../../../language/dates/document-date.ts';
import type { DateFault, Placed } from './faults.ts';
import type { Source } from './sources.ts';

const weekdays = defineFact<readonly CalendarDate[]>('days with a weekday', { facts: [dates] }, (paragraph) =>
  paragraph.fact(dates).filter(({ weekday, month, day, lunar }) => weekday && month && day && !lunar),
);

interface Told {
  readonly paragraph: Paragraph;
  readonly date: CalendarDate;
}

/** Days are compared that lie no more months apart: what is farther may be of another year. */
const NEAR = 3;
/** The years of one round of the calendar: leap years and others, beginning with each weekday. */
const FIRST = 2000;
const ROUND = Array.from({ length: 28 }, (_, i) => FIRST + i);

export function* weekdayFaults(document: Document): Generator<Placed> {
  if (document.model(documentDate)) return;
  const all = document
    .paragraphsWith(weekdays)
    .flatMap((paragraph) => paragraph.fact(weekdays).map((date): Told => ({ paragraph, date })));
  const anchor = all.length > 1 ? anchorOf(all) : undefined;
  if (!anchor) return;
  const years = yearsOf(anchor.date);
  for (const told of all) {
    const { date, paragraph } = told;
    if (told === anchor || date.year || !isNear(date, anchor.date)) continue;
    const [month, day] = [date.month!.value, date.day!.value];
    const written = date.weekday!;
    const real = years.map((year) => weekdayOf(year, month, day));
    // Leap years count once more: there may be two right answers.
    if (real.includes(written.value) || new Set(real).size > 1) continue;
    const source = { kind: 'weekday-told', ...placeOf(anchor) } as const;
    const { start } = date;
    const fault = { kind: 'weekday-beside', severity: 'warning', start, end: written.end, written } as const;
    yield { paragraph, fault: { ...fault, real: real[0]!, source } };
  }
}

/** The day that others are held against: one with its year that the calendar bears out, else the one that most agree with. */
function anchorOf(all: readonly Told[]): Told | undefined {
  const dated = all.filter(({ date }) => date.year && isRight(date, date.year.value));
  const years = new Set(dated.map(({ date }) => date.year!.value));
  if (years.size > 0) return years.size === 1 ? dated[0] : undefined;
  if (all.some(({ date }) => date.year)) return undefined;
  const agreeing = all.map(({ date }) => {
    const own = yearsOf(date);
    return all.filter((other) => own.some((year) => isRight(other.date, year))).length;
  });
  return all[agreeing.indexOf(Math.max(...agreeing))];
}

function yearsOf(date: CalendarDate): readonly number[] {
  return date.year ? [date.year.value] : ROUND.filter((year) => isRight(date, year));
}

function isRight({ month, day, weekday }: CalendarDate, year: number): boolean {
  return weekdayOf(year, month!.value, day!.value) === weekday!.value;
}

function isNear(a: CalendarDate, b: CalendarDate): boolean {
  return Math.abs(a.month!.value - b.month!.value) <= NEAR;
}

function placeOf({ paragraph, date }: Told) {
  const end = date.weekday!.end;
  const text = `${paragraph.text.slice(date.start, end)}${paragraph.text[end] === '）' ? '）' : ''}`;
  return { start: paragraph.start + date.start, end: paragraph.start + end, text };
}

/** From this month on a month before it may be of the next year. */
const LATE = 9;

/** The years that a day may be of: that of the document, or the next where an autumn notice speaks of spring. */
export function yearsAround({ month }: CalendarDate, written: DocumentDate): readonly [number, ...number[]] {
  const [of, own] = [month!.value, written.month];
  const next = own === undefined || (own >= LATE && of < own);
  const last = own === undefined || (own < 4 && of > own);
  return [written.year, ...(next ? [written.year + 1] : []), ...(last ? [written.year - 1] : [])];
}

/** 3月5日（星期四）, in none of the years. */
export function judgeWeekday(
  date: CalendarDate,
  years: readonly [number, ...number[]],
  source: Source,
): DateFault | undefined {
  const month = date.month!.value;
  const day = date.day!.value;
  const weekday = date.weekday!;
  const [year] = years;
  if (month > 12 || day > daysInMonth(month, year)) return undefined;
  if (years.some((one) => weekdayOf(one, month, day) === weekday.value)) return undefined;
  const real = weekdayOf(year, month, day);
  const { start } = date;
  return {
    kind: 'weekday',
    severity: 'warning',
    start,
    end: weekday.end,
    written: weekday,
    real,
    year,
    source,
  };
}
