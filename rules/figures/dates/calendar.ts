/** Judges what the calendar alone decides: dates that do not exist, weekdays, order, duration, months of a quarter. */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber, daysInMonth, readWeekday, weekdayOf } from '../../../language/dates/calendar.ts';
import {
  type CalendarDate,
  completed,
  dates,
  datesWithin,
  dateWords,
  partOf,
} from '../../../language/dates/dates.ts';
import { PERIOD_MONTHS, type PeriodName } from '../../../language/dates/periods.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import type { DateFault, DurationUnit, Written } from './faults.ts';
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

/** How far a duration may stand from the range it measures, in units. */
const NEAR = 14;
/** Room for a range and what stands between it and the duration behind it. */
const REACH = 60;
/** A range of days so far before it, the only one of its sentence, is measured by a number of days. */
const FAR = 110;

/**
 * 为期三天：3月1日至4日. Both the first and the last day count; where only the nights between them can be meant, and with
 * months and years, which nobody counts to the day, it is a warning.
 */
function wrongDuration(
  paragraph: Paragraph,
  hit: Range,
  list: readonly CalendarDate[],
  found: DateFault[],
): void {
  const { text } = paragraph;
  const to = text.slice(hit.end, hit.end + 1);
  const stated = readDuration(text, /[为是共：:]/.test(to) ? hit.end + 1 : hit.end);
  if (!stated) return;
  const { start } = hit;
  const { end, unit } = stated;
  const ranges = [...datesWithin(list, start - FAR, end + NEAR)].filter((d) => d.rangeTo !== undefined);
  const near = ranges.filter((d) => isBeside(text, start, end, d.start, list[d.rangeTo!]!.end));
  // A range behind explains the duration; one before may belong to what was said before.
  const from =
    near.find((date) => date.start >= end) ?? near.at(-1) ?? onlyBefore(text, start, unit, ranges, list);
  if (!from) {
    wrongValidity(text, { start, end, stated }, list, found);
    return;
  }
  const last = list[from.rangeTo!]!;
  const lengths = lengthsIn(unit, from, completed(from, last));
  if (lengths.includes(stated.number.value)) return;
  if (lengths.length === 0) {
    if (unit === '年') oddYears(from, completed(from, last), { start, end }, found);
    return;
  }
  const surely = unit === '天' && !lengths.includes(stated.number.value + 1);
  const range = { start: from.start, end: last.end };
  const severity = surely ? 'error' : 'warning';
  const [length] = lengths as [number];
  found.push({ kind: 'duration', severity, start, end, stated: stated.number, unit, range, length });
}

/** 三年, from 1 July 2026 to 31 July 2029: no whole years, but 37 months. */
function oddYears(from: CalendarDate, to: CalendarDate, at: Range, found: DateFault[]): void {
  const [length] = lengthsIn('个月', from, to);
  if (length === undefined) return;
  const range = { start: from.start, end: to.end };
  found.push({ kind: 'elapsed', severity: 'warning', ...at, unit: '个月', range, length });
}

/** 自|2025年12月1日|起施行，有效期5年，至|2030年11月30日: the first and the last day on either side of how long. */
function wrongValidity(
  text: string,
  { start, end, stated }: Range & { readonly stated: Duration },
  list: readonly CalendarDate[],
  found: DateFault[],
): void {
  const from = [...datesWithin(list, start - REACH, start)].findLast((d) => d.day && d.year);
  const to = [...datesWithin(list, end, end + NEAR)].find((d) => d.day && d.year);
  if (!from || !to || !/^起[^。；]{0,20}$/.test(text.slice(from.end, start))) return;
  if (!/^[，,]?(?:有效)?(?:截?至|到)$/.test(text.slice(end, to.start))) return;
  const lengths = lengthsIn(stated.unit, from, to);
  if (lengths.length === 0 || lengths.includes(stated.number.value)) return;
  const range = { start: from.start, end: to.end };
  const [length] = lengths as [number];
  found.push({
    kind: 'duration',
    severity: 'warning',
    start,
    end,
    stated: stated.number,
    unit: stated.unit,
    range,
    length,
  });
}

interface Duration {
  readonly number: Written;
  readonly unit: DurationUnit;
  /** Behind the unit. */
  readonly end: number;
}

const UNIT = /(?<unit>天|日|个月|年)(?![半多余左])/y;

/** …至2028年2月28日，|共两年, behind a range. */
const IN_ALL = new RegExp(
  [
    // ， or 在市委党校举办，
    String.raw`^(?:[（(][^（）()\d]{1,10}[）)])?(?:[止，,（(\s]{0,2}|(?:在[^，。；、\d]{1,10})?(?:举办|举行|召开|进行|开展|结束)[，,])`,
    '(?:为期|共计|总计|合计|历时|会期|工期|共|计)(?:为)?',
  ].join(''),
);

/** 在市委党校举办，共计 */
const IN_ALL_REACH = 30;

/** 2025年3月1日至2028年2月28日，共两年: how long the writer reckons the range to be. */
function wrongLength(text: string, from: CalendarDate, to: CalendarDate, found: DateFault[]): void {
  const lead = IN_ALL.exec(text.slice(to.end, to.end + IN_ALL_REACH))?.[0];
  if (lead === undefined || lead.endsWith('为期')) return;
  const stated = readDuration(text, to.end + lead.length);
  if (!stated || /^[每分的]/.test(text.slice(stated.end, stated.end + 1))) return;
  const lengths = lengthsIn(stated.unit, from, completed(from, to));
  if (lengths.length === 0 || lengths.includes(stated.number.value)) return;
  // 会期两天 may leave out the day of arrival.
  if (lead.includes('会期') && /报到|返程/.test(text.slice(from.start, to.end + BESIDE))) return;
  const start = to.end + lead.length;
  const surely = stated.unit === '天' && !lengths.includes(stated.number.value + 1);
  const { number, unit, end } = stated;
  found.push({
    kind: 'duration',
    severity: surely ? 'error' : 'warning',
    start,
    end,
    stated: number,
    unit,
    range: { start: from.start, end: to.end },
    length: lengths[0]!,
  });
}

/** 集中整治|3个月|（9月至11月）, 历时|3个月|（9月1日至11月30日）: how long, right before the range in brackets. */
const BEFORE_BRACKET = /(?<number>[一二两三四五六七八九十]|\d{1,2})个月[（(]$/;
const BEFORE_REACH = 6;

function wrongBracketed(text: string, from: CalendarDate, to: CalendarDate, found: DateFault[]): void {
  if (text[to.end] !== '）' && text[to.end] !== ')') return;
  const match = BEFORE_BRACKET.exec(text.slice(Math.max(0, from.start - BEFORE_REACH), from.start));
  if (!match) return;
  const start = from.start - match[0].length;
  // 前3个月, 每3个月: no length of the range.
  if (/[前近每第\d十]/.test(text[start - 1] ?? '')) return;
  // 为期, 会期: read from their word.
  if (from.day && /期[为：]?$/.test(text.slice(Math.max(0, start - 3), start))) return;
  const stated = readDuration(text, start);
  const last = completed(from, to);
  const byMonths = from.day || to.day ? undefined : monthsOf(from, last);
  const lengths = from.day && to.day ? lengthsIn('个月', from, last) : byMonths ? [byMonths] : [];
  const [length] = lengths;
  if (!stated || length === undefined || lengths.includes(stated.number.value)) return;
  const range = { start: from.start, end: to.end };
  const { number, unit, end } = stated;
  found.push({ kind: 'duration', severity: 'warning', start, end, stated: number, unit, range, length });
}

/** Where the day of arrival is told of. */
const BESIDE = 50;

/** The duration right behind 为期; 两天半, 十余天 and 三天左右 are no exact count. */
function readDuration(text: string, at: number): Duration | undefined {
  const digits = /[0-9０-９]{1,3}/y;
  digits.lastIndex = at;
  const match = digits.exec(text);
  const read = match ? { value: readDigits(match[0]), end: at + match[0].length } : readHanNumber(text, at);
  if (!read) return undefined;
  UNIT.lastIndex = read.end;
  const unit = UNIT.exec(text)?.groups?.unit;
  if (!unit) return undefined;
  const number = { start: at, end: read.end, value: read.value, han: !match };
  return { number, unit: unit === '日' ? '天' : (unit as DurationUnit), end: UNIT.lastIndex };
}

/** 5月11日至15日|，李明带队，组织5个乡镇一行12人，赴浙江进行了|为期四天的考察 */
function onlyBefore(
  text: string,
  start: number,
  unit: DurationUnit,
  ranges: readonly CalendarDate[],
  list: readonly CalendarDate[],
): CalendarDate | undefined {
  const [range, other] = ranges;
  if (unit !== '天' || !range || other || range.start > start) return undefined;
  const gap = text.slice(list[range.rangeTo!]!.end, start);
  return /[。；;]|[分每批期]/.test(gap) ? undefined : range;
}

function isBeside(text: string, start: number, end: number, rangeStart: number, rangeEnd: number): boolean {
  const [from, to] = rangeStart >= end ? [end, rangeStart] : [rangeEnd, start];
  // 分两批, 每期: the range holds several of them.
  const behind = text.slice(Math.max(end, rangeEnd), Math.max(end, rangeEnd) + 8);
  return (
    from <= to &&
    to - from <= NEAR &&
    !/[。；;\d]|[分每]/.test(text.slice(from, to)) &&
    !/[分每]/.test(behind)
  );
}

/** In years: a lease of three years from 1 July is over on 30 June, or a few days off, not on 31 July. */
const LESS_THAN_A_MONTH = 0.075;

/** The lengths that may be said of a range, the likeliest first; none where the range does not tell. */
function lengthsIn(unit: DurationUnit, from: CalendarDate, to: CalendarDate): number[] {
  if (unit === '天') return daysOf(from, to);
  if (unit === '年' && from.year && to.year && !from.month && !to.month) {
    const years = to.year.value - from.year.value;
    return [years + 1, years];
  }
  const months = monthsOf(from, to);
  if (months === undefined) return [];
  const length = unit === '年' ? months / 12 : months;
  // Months to the day are counted, months by their names may leave out the first.
  const byDays = from.day && to.day;
  const slack = unit === '年' ? (byDays ? LESS_THAN_A_MONTH : 0.35) : byDays ? 0.75 : 1;
  return [Math.round(length), Math.floor(length), Math.ceil(length)].filter(
    (n) => Math.abs(n - length) <= slack,
  );
}

/** Months from the first to the last, in fractions where days are said. */
function monthsOf(from: CalendarDate, to: CalendarDate): number | undefined {
  if (!from.month || !to.month || !from.day !== !to.day) return undefined;
  const years =
    to.year && from.year ? to.year.value - from.year.value : to.month.value < from.month.value ? 1 : 0;
  const months = years * 12 + to.month.value - from.month.value;
  return from.day && to.day ? months + (to.day.value - from.day.value + 1) / 30.4 : months + 1;
}

/** Days from the first to the last, both counted; two answers where a missing year leaves 29 February open. */
function daysOf(from: CalendarDate, to: CalendarDate): number[] {
  if (!from.month || !from.day || !to.month || !to.day) return [];
  // Any leap year and any other: the answers differ only across the end of February.
  const years = from.year ? [from.year.value] : [2023, 2024];
  const spans = years.map((year) => {
    const first = dayNumber(year, from.month!.value, from.day!.value);
    const last = dayNumber(to.year?.value ?? year, to.month!.value, to.day!.value);
    const next = dayNumber(year + 1, to.month!.value, to.day!.value);
    return (last < first && !to.year ? next : last) - first + 1;
  });
  return [...new Set(spans)].filter((days) => days > 0);
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
