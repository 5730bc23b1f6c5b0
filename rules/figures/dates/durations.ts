/**
 * Judges how long ranges of dates are said to be: 为期三天：3月1日至4日 · 自2025年3月1日至2028年2月28日，共两年 · 整治4个月（9月至11月). Offsets are
 * relative to the paragraph.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, completed, datesWithin } from '../../../language/dates/dates.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import type { DateFault, DurationUnit, Written } from './faults.ts';

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
export function wrongDuration(
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
    String.raw`^(?:[（(][^（）()\d]{1,10}[）)])?(?:[止，,（(\s]{0,2}|(?:在[^，。；、\d]{1,10})?(?:举办|举行|召开|进行|开展|结束|放假|放假调休)[，,])`,
    '(?:为期|共计|总计|合计|历时|会期|工期|共|计)(?:为)?',
  ].join(''),
);

/** 在市委党校举办，共计 */
const IN_ALL_REACH = 30;

/** Of what is paid or served by the day the first day or the last may not count. */
const RECKONED = /误工|住院|护理|利息|逾期|羁押|拘留|拖欠|原告|被告|上诉人/;

/** 2025年3月1日至2028年2月28日，共两年: how long the writer reckons the range to be. */
export function wrongLength(text: string, from: CalendarDate, to: CalendarDate, found: DateFault[]): void {
  const lead = IN_ALL.exec(text.slice(to.end, to.end + IN_ALL_REACH))?.[0];
  if (lead === undefined || lead.endsWith('为期')) return;
  const stated = readDuration(text, to.end + lead.length);
  if (!stated || /^[每分的]/.test(text.slice(stated.end, stated.end + 1))) return;
  const lengths = lengthsIn(stated.unit, from, completed(from, to));
  if (lengths.length === 0 || lengths.includes(stated.number.value)) return;
  if (lengths.includes(stated.number.value + 1) && RECKONED.test(text)) return;
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

export function wrongBracketed(text: string, from: CalendarDate, to: CalendarDate, found: DateFault[]): void {
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
