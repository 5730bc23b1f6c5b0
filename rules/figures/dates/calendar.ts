/** Judges what the calendar alone decides: dates that do not exist, weekdays, order, months of a quarter. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { daysInMonth, readWeekday, weekdayOf } from '../../../language/dates/calendar.ts';
import { type CalendarDate, completed, dates, dateWords, partOf } from '../../../language/dates/dates.ts';
import { PERIOD_MONTHS, type PeriodName } from '../../../language/dates/periods.ts';
import { wrongBracketed, wrongDuration, wrongLength } from './durations.ts';
import type { DateFault } from './faults.ts';
import { workdayFaults } from './workdays.ts';

/** All such faults of a paragraph. */
export function calendarFaults(paragraph: Paragraph, found: DateFault[]): void {
  const list = paragraph.fact(dates);
  let begun: CalendarDate | undefined;
  for (const date of list) {
    // The end of a range says only what is new (2月25日至30日).
    const whole = begun ? completed(begun, date) : date;
    const impossible = impossibleDate(whole);
    if (impossible) found.push(impossible);
    else if (whole.year) wrongWeekday(withWeekdayBehind(paragraph.text, whole), whole.year.value, found);
    if (date.day) wrongHour(paragraph.text, date.end, found);
    if (begun && !impossible) rangeFaults(paragraph.text, begun, date, found);
    begun = date.rangeTo === undefined ? undefined : whole;
  }
  for (const hit of paragraph.fact(dateWords)) {
    const { start, end, entry } = hit;
    switch (entry.value) {
      case 'duration':
        wrongDuration(paragraph, hit, list, found);
        break;
      case 'quarter':
        wrongMonths(paragraph.text, start, end, found);
        break;
      case 'fifth-quarter':
        found.push({ kind: 'quarter', severity: 'error', start, end });
    }
  }
}

/** Of a range from one date to another. */
function rangeFaults(text: string, from: CalendarDate, to: CalendarDate, found: DateFault[]): void {
  if (isBackwards(from, to) && !countsDown(text, from))
    found.push({ kind: 'order', severity: 'error', start: from.start, end: to.end, from, to });
  wrongLength(text, from, to, found);
  wrongBracketed(text, from, to, found);
  workdayFaults(text, from, to, found);
}

/** 距今5800年至5200年, 公元前770年至256年: the earlier has the larger figure. */
function countsDown(text: string, { start }: CalendarDate): boolean {
  return /(?:距今|公元前)[^，。；\d]{0,3}$/.test(text.slice(Math.max(0, start - 6), start));
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

/** 7月18日，|当天是周|六: a weekday a few words behind the day. */
const WEEKDAY_BEHIND = new RegExp(
  [
    '^(?:[^，。；]{0,14}[，,])?(?:当天|当日|这天|那天)(?:正好|恰好|恰)?',
    '(?:是|为|逢)(?:星期|周)(?=[一二三四五六日天](?![期年本]))',
  ].join(''),
);

function withWeekdayBehind(text: string, date: CalendarDate): CalendarDate {
  if (date.weekday || date.rangeTo !== undefined) return date;
  const lead = WEEKDAY_BEHIND.exec(text.slice(date.end, date.end + 26))?.[0];
  if (lead === undefined) return date;
  const start = date.end + lead.length;
  return { ...date, weekday: { start, end: start + 1, value: readWeekday(text[start]!) } };
}

/** 下午|25时, 25:00 behind a day. */
const HOUR = /^(?:上午|下午|晚上?|中午|凌晨)?(?<hour>\d{2})(?:时(?!段)|点|[:：]\d\d)/;

function wrongHour(text: string, end: number, found: DateFault[]): void {
  const read = HOUR.exec(text.slice(end, end + 8));
  if (!read || Number(read.groups!.hour) <= 24) return;
  const start = end + read[0].search(/\d/);
  found.push({ kind: 'hour', severity: 'error', start, end: end + read[0].length });
}

function wrongWeekday(date: CalendarDate, year: number, found: DateFault[]): void {
  if (!date.weekday || !date.month || !date.day || date.lunar) return;
  const real = weekdayOf(year, date.month.value, date.day.value);
  if (real === date.weekday.value) return;
  found.push({
    kind: 'weekday',
    severity: 'error',
    start: date.start,
    end: date.weekday.end,
    written: date.weekday,
    real,
    year,
  });
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

const MONTHS = /[（(](?<first>\d{1,2})月?(?:——?|[–－\-～~至到])(?<last>\d{1,2})月份?[）)]/dy;

/** 三季度|末（10月底前）: one month in brackets. */
const MONTH = new RegExp(
  [
    String.raw`(?:[末底初内前中]|之前|以内)?[（(](?<month>\d{1,2})月`,
    String.raw`(?:份|\d{1,2}日|[上中下]旬|[末底初])?(?:之?前|以前|完成)?[）)]`,
  ].join(''),
  'dy',
);

/** 二季度（3—5月）, 三季度末（10月底前）. A financial year may begin in April. */
function wrongMonths(text: string, start: number, end: number, found: DateFault[]): void {
  if (/财年|财政年度/.test(text.slice(Math.max(0, start - 8), start))) return;
  const word = text.slice(start, end);
  const front = text[start - 1] === '前' ? '前' : '';
  const period = front + word;
  const right: readonly [number, number] | undefined = PERIOD_MONTHS[period as PeriodName];
  if (!right) return;
  const at = { start: start - front.length, period, right };
  MONTH.lastIndex = end;
  const month = Number(MONTH.exec(text)?.groups?.month ?? right[0]);
  if (month < right[0] || month > right[1])
    found.push({ ...at, kind: 'month-outside', severity: 'error', end: MONTH.lastIndex, month });
  MONTHS.lastIndex = end;
  const match = MONTHS.exec(text);
  if (!match) return;
  const first = partOf(match, 'first')!;
  const last = partOf(match, 'last')!;
  if (first.value === right[0] && last.value === right[1]) return;
  found.push({
    kind: 'months',
    ...at,
    severity: 'error',
    end: MONTHS.lastIndex,
    first,
    last,
  });
}
