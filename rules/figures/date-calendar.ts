/** Judges what the calendar alone decides: dates that do not exist, weekdays, order, duration, months of a quarter. */
import type { Paragraph } from '../engine/paragraph.ts';
import { dayNumber, daysInMonth, weekdayOf } from '../language/calendar.ts';
import { type CalendarDate, completed, type DatePart, dates, datesWithin } from '../language/dates.ts';
import { readDigits, readHanNumber } from '../language/numerals.ts';
import type { DateFault, Written } from './date-faults.ts';

/** All such faults of a paragraph. */
export function* calendarFaults(paragraph: Paragraph): Generator<DateFault> {
  const list = paragraph.fact(dates);
  for (const date of list) {
    const impossible = impossibleDate(date);
    if (impossible) yield impossible;
    else if (date.year) yield* wrongWeekday(date, date.year.value);
    const to = date.rangeTo === undefined ? undefined : list[date.rangeTo];
    if (to && isBackwards(date, to)) {
      yield { kind: 'order', severity: 'error', start: date.start, end: to.end, from: date, to };
    }
  }
  for (const hit of paragraph.hits('figures.dates')) {
    if (hit.entry.value === 'duration') yield* wrongDuration(paragraph, hit.end, list);
    else if (hit.entry.value === 'quarter') yield* wrongMonths(paragraph.text, hit.start, hit.end);
  }
}

/** GB/T 7408.1: a month has 28 to 31 days. Lunar dates are left alone, as are figures that may be codes. */
function impossibleDate(date: CalendarDate): DateFault | undefined {
  const { year, month, day, lunar, numeric, start, end } = date;
  if (!month || lunar) return undefined;
  if (month.value < 1 || month.value > 12) {
    // 13月 by itself may be a number of months (18月龄, 36月): only beside a year or a day is it surely a date.
    if (numeric || !(year || day)) return undefined;
    return { kind: 'month', severity: 'error', start, end, month: month.value };
  }
  if (!day) return undefined;
  const days = daysInMonth(month.value, year?.value);
  if (day.value >= 1 && day.value <= days) return undefined;
  if (numeric && day.value > 31) return undefined;
  return { kind: 'day', severity: 'error', start, end, date, days };
}

function* wrongWeekday(date: CalendarDate, year: number): Generator<DateFault> {
  if (!date.weekday || !date.month || !date.day || date.lunar) return;
  const real = weekdayOf(year, date.month.value, date.day.value);
  if (real === date.weekday.value) return;
  yield {
    kind: 'weekday',
    severity: 'error',
    start: date.start,
    end: date.weekday.end,
    written: date.weekday,
    real,
    year,
  };
}

/**
 * Whether a range ends before it begins. Without years a range of months may run into the next year (11月至次年3月
 * is often written 11月至3月), so that only days of one month, and full dates, can be out of order.
 */
function isBackwards(from: CalendarDate, to: CalendarDate): boolean {
  if (from.lunar || to.lunar) return false;
  if (from.year && to.year) {
    if (to.year.value !== from.year.value) return to.year.value < from.year.value;
    if (!from.month || !to.month) return false;
    if (to.month.value !== from.month.value) return to.month.value < from.month.value;
    return from.day !== undefined && to.day !== undefined && to.day.value < from.day.value;
  }
  if (!from.day || !to.day) return false;
  const sameMonth = !to.month || (to.month.value === from.month?.value && !to.year);
  return sameMonth && to.day.value < from.day.value;
}

/** How far a duration may stand from the range it measures, in units. */
const NEAR = 14;
/** Room for a range and what stands between it and the duration behind it. */
const REACH = 60;

/** 为期三天：3月1日至4日. Both the first and the last day count; nights between them may be meant, so that one off is a warning. */
function* wrongDuration(
  paragraph: Paragraph,
  at: number,
  list: readonly CalendarDate[],
): Generator<DateFault> {
  const { text } = paragraph;
  const stated = readDays(text, at);
  if (!stated) return;
  for (const from of datesWithin(list, at - REACH, stated.end + NEAR)) {
    const to = from.rangeTo === undefined ? undefined : list[from.rangeTo];
    if (!to || !from.day || !to.day || !isBeside(text, at - 2, stated.end + 1, from.start, to.end)) continue;
    const spans = daysOf(from, to);
    if (spans.length === 0 || spans.includes(stated.value)) return;
    const between = spans.includes(stated.value + 1);
    yield {
      kind: 'duration',
      severity: between ? 'warning' : 'error',
      start: at - 2,
      end: stated.end + 1,
      stated,
      range: { start: from.start, end: to.end },
      days: spans[0]!,
    };
    return;
  }
}

/** The number of days right behind 为期; 两天半, 十余天 and 三天左右 are no exact count. */
function readDays(text: string, at: number): Written | undefined {
  const digits = /[0-9０-９]{1,3}/y;
  digits.lastIndex = at;
  const match = digits.exec(text);
  const read = match ? { value: readDigits(match[0]), end: at + match[0].length } : readHanNumber(text, at);
  if (!read || !'天日'.includes(text[read.end]!) || /[半多余左]/.test(text[read.end + 1] ?? ''))
    return undefined;
  return { start: at, end: read.end, value: read.value, han: !match };
}

function isBeside(text: string, start: number, end: number, rangeStart: number, rangeEnd: number): boolean {
  const [from, to] = rangeStart >= end ? [end, rangeStart] : [rangeEnd, start];
  return from <= to && to - from <= NEAR && !/[。；;\d]/.test(text.slice(from, to));
}

/** Days from the first to the last, both counted; two answers where a missing year leaves 29 February open. */
function daysOf(from: CalendarDate, to: CalendarDate): number[] {
  const end = completed(from, to);
  if (!from.month || !from.day || !to.day || end.month === undefined) return [];
  // Any leap year and any other: the answers differ only across the end of February.
  const years = from.year ? [from.year.value] : [2023, 2024];
  const spans = years.map((year) => {
    const first = dayNumber(year, from.month!.value, from.day!.value);
    const last = dayNumber(to.year?.value ?? year, end.month!, to.day!.value);
    const next = dayNumber(year + 1, end.month!, to.day!.value);
    return (last < first && !to.year ? next : last) - first + 1;
  });
  return [...new Set(spans)].filter((days) => days > 0);
}

/** First and last month. */
const PERIODS: Readonly<Record<string, readonly [number, number]>> = {
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  前三季度: [1, 9],
  上半年: [1, 6],
  下半年: [7, 12],
};

const MONTHS = /[（(](?<first>\d{1,2})月?(?:——?|[–－\-～~至到])(?<last>\d{1,2})月份?[）)]/dy;

/** 二季度（3—5月）. A financial year may begin in April. */
function* wrongMonths(text: string, start: number, end: number): Generator<DateFault> {
  MONTHS.lastIndex = end;
  const match = MONTHS.exec(text);
  if (!match || /财年|财政年度/.test(text.slice(Math.max(0, start - 8), start))) return;
  const word = text.slice(start, end);
  const front = text[start - 1] === '前' ? '前' : '';
  const period = front + word;
  const right = PERIODS[period];
  if (!right) return;
  const part = (name: string): DatePart => {
    const [from, to] = match.indices!.groups![name]!;
    return { start: from, end: to, value: Number(match.groups![name]) };
  };
  const first = part('first');
  const last = part('last');
  if (first.value === right[0] && last.value === right[1]) return;
  yield {
    kind: 'months',
    severity: 'error',
    start: start - front.length,
    end: MONTHS.lastIndex,
    period,
    first,
    last,
    right,
  };
}
