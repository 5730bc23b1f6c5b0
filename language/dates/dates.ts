/**
 * Dates of a paragraph: 2025年3月1日, 3月1日, 二〇二五年三月一日, 2025-03-01, ranges of them, and the weekday beside them.
 *
 * Reading starts from the scan's digit tokens and from the lexicon list `dates.words` (years in Chinese
 * characters) and looks at the text only around them. All offsets are UTF-16 units relative to the paragraph.
 */

import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Hit } from '../../engine/language.ts';
import { lowerBound } from '../../engine/lists.ts';
import { BLANKS, Characters } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { HAN_DIGITS, ONE_TO_NINE, readDigits, readHanNumber } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import { kindSet, Token } from '../text/scan.ts';
import { readWeekday } from './calendar.ts';

const FIGURES = kindSet(Token.Digits);
const DATE_WORDS = wordList('dates.words');

/** Words in dates and periods: shared by all that read them. */
export const dateWords = defineFact<readonly Hit[]>('date-words', { words: [DATE_WORDS] }, (paragraph) =>
  paragraph.hits(DATE_WORDS),
);

/** A figure of a date; the range is that of the figure without 年, 月, 日. */
export interface DatePart extends Range {
  readonly value: number;
}

export interface CalendarDate extends Range {
  readonly year: DatePart | undefined;
  readonly month: DatePart | undefined;
  readonly day: DatePart | undefined;
  /** （星期五）, 周五 right behind the date: 0 for Sunday; the range is that of the word. */
  readonly weekday: DatePart | undefined;
  /** Of the lunar calendar (农历, 腊月): the Gregorian one has no say. */
  readonly lunar: boolean;
  /** 2025-03-01, 2025.3.1: may be a code as well. */
  readonly numeric: boolean;
  /** The index of the date that this one is the beginning of a range to: 3月1日至4日. */
  readonly rangeTo: number | undefined;
}

/** The dates of a paragraph in text order, years alone (2025年) and months alone (3月) included. */
export const dates = defineFact<readonly CalendarDate[]>(
  'dates',
  { tokens: [Token.Digits], words: [DATE_WORDS] },
  (paragraph) => {
    const { scan, text } = paragraph;
    const found: CalendarDate[] = [];
    let done = 0;
    for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
      if (scan.start(i) < done) continue;
      const read = readDate(text, scan.start(i), scan.end(i));
      if (!read) continue;
      found.push(...read);
      done = found[found.length - 1]!.end;
    }
    for (const { start, entry } of paragraph.fact(dateWords)) {
      if (entry.value !== 'han-year') continue;
      const date = readHanDate(text, start);
      if (!date) continue;
      found.push(date);
    }
    if (found.length === 0) return found;
    if (found.length > 1) found.sort((a, b) => a.start - b.start);
    return linkRanges(text, found);
  },
);

const DIGIT = '[0-9０-９]';
/** 1日, 1号; not 1号楼 or 45日攻坚 (a campaign of so many days). */
const DAY = '(?:日(?!攻坚|行动|会战|冲刺|竞赛)|号(?![楼线院门令文台桥]))';
/** Between the ends of a range. */
const TO = '\\s?(?:——?|[–－\\-～~]|起?至|起?到|(?:起|开始|启动)，(?:至|到))\\s?';
const TO_BEGINS = new Characters('—–－-～~起至到开启', BLANKS);
/** 2025年3月1日 and its beginnings. 月 may begin 月份; 年 may be said of no calendar (年度 is: a year). */
const YEAR_FIRST = new RegExp(
  `(?<year>${DIGIT}{4})\\s?年(?:\\s?(?<month>${DIGIT}{1,2})\\s?月(?!龄|薪)(?:\\s?(?<day>${DIGIT}{1,2})\\s?${DAY})?)?`,
  'dy',
);
/** 2021—2025年: the year that has lost its 年. */
const YEAR_TO_YEAR = new RegExp(`(?<year>${DIGIT}{4})(?=${TO}${DIGIT}{4}\\s?年)`, 'dy');
/** 3月1日, 3月. */
const MONTH_FIRST = new RegExp(
  `(?<month>${DIGIT}{1,2})\\s?月(?!龄|薪)(?:\\s?(?<day>${DIGIT}{1,2})\\s?${DAY})?`,
  'dy',
);
/** 3月1—4日, 3—5月: the first figure has lost its 日 or 月. */
const DAY_TO_DAY = new RegExp(`\\s?(?<day>${DIGIT}{1,2})(?=${TO}${DIGIT}{1,2}\\s?${DAY})`, 'dy');
const MONTH_TO_MONTH = new RegExp(`(?<month>${DIGIT}{1,2})(?=${TO}${DIGIT}{1,2}\\s?月(?!龄|薪))`, 'dy');
/** 至4日: the end of a range within the month. */
const DAY_ALONE = new RegExp(`${TO}(?<day>${DIGIT}{1,2})\\s?${DAY}`, 'dy');
const RANGE_MARK = new RegExp(`^${TO}$`);
/** 2025-03-01, 2025.3.1: no part of a longer code. */
const NUMERIC = new RegExp(
  [
    String.raw`(?<year>(?:19|20)\d\d)(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})`,
    String.raw`(?![\d\-./A-Za-z])`,
  ].join(''),
  'dy',
);

/** What must stand behind the figure for one of these to match that begins with a year, or with a month. */
const BEHIND_YEAR = new Characters('年—–－-～~起至到./', BLANKS);
const BEHIND_MONTH = new Characters('月—–－-～~起至到', BLANKS);

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/** The date that begins with the figure; two where both ends of a range share what follows (3—5月). */
function readDate(text: string, start: number, tokenEnd: number): CalendarDate[] | undefined {
  const length = tokenEnd - start;
  if (length === 4) {
    if (!BEHIND_YEAR.at(text, tokenEnd)) return undefined;
    const match = at(YEAR_FIRST, text, start) ?? at(YEAR_TO_YEAR, text, start);
    if (match) return withDay(text, dateOf(text, match));
    const numeric = /[\dA-Za-z\-./〔]/.test(text[start - 1] ?? '') ? null : at(NUMERIC, text, start);
    return numeric ? [dateOf(text, numeric, true)] : undefined;
  }
  if (length > 2 || !BEHIND_MONTH.at(text, tokenEnd)) return undefined;
  if (text[start - 1] === '第' || text[start - 1] === '.') return undefined;
  const match = at(MONTH_FIRST, text, start) ?? at(MONTH_TO_MONTH, text, start);
  return match ? withDay(text, dateOf(text, match)) : undefined;
}

/** Takes in the first day of 3月1—4日, and a day alone behind the mark of a range. */
function withDay(text: string, date: CalendarDate): CalendarDate[] {
  let first = date;
  if (date.month && !date.day) {
    const match = at(DAY_TO_DAY, text, date.end);
    if (!match) return [date];
    first = { ...date, day: partOf(match, 'day'), end: DAY_TO_DAY.lastIndex };
  }
  if (!first.day) return [first];
  const match = at(DAY_ALONE, text, first.end + bracketAt(text, first.end));
  if (!match) return [first];
  const day = partOf(match, 'day')!;
  const second: CalendarDate = {
    ...first,
    year: undefined,
    month: undefined,
    day,
    start: day.start,
    end: DAY_ALONE.lastIndex,
  };
  return [first, { ...second, weekday: weekdayAt(text, second.end) }];
}

const BRACKETED = /\s?[（(][^（）()]{2,12}[）)]/y;

/** The length of a weekday or feast in brackets: 9日|（星期六）|至15日, 16日|（农历除夕，周一）|至22日. */
function bracketAt(text: string, end: number): number {
  return WEEKDAY_BEGINS.at(text, end) ? (at(BRACKETED, text, end)?.[0].length ?? 0) : 0;
}

function dateOf(text: string, match: RegExpExecArray, numeric = false): CalendarDate {
  const end = match.index + match[0].length;
  return {
    start: match.index,
    end,
    year: partOf(match, 'year'),
    month: partOf(match, 'month'),
    day: partOf(match, 'day'),
    weekday: weekdayAt(text, end),
    lunar: isLunar(text, match.index),
    numeric,
    rangeTo: undefined,
  };
}

/** The number that a group of a pattern (with the flag `d`) has read, where it stands; undefined for one that has read none. */
export function partOf(match: RegExpExecArray, name: string): DatePart | undefined {
  const range = match.indices?.groups?.[name];
  if (!range) return undefined;
  return { start: range[0], end: range[1], value: readDigits(match.groups![name]!) };
}

const HAN_YEAR = new RegExp(`[一二][〇零○Ｏ${ONE_TO_NINE}]{3}年`, 'y');

/** 二〇二五年三月一日, as 成文日期 was written before GB/T 9704—2012 and historical texts write throughout. */
function readHanDate(text: string, start: number): CalendarDate | undefined {
  if (/[〇零○一二三四五六七八九十百千]/.test(text[start - 1] ?? '')) return undefined;
  const match = at(HAN_YEAR, text, start);
  if (!match) return undefined;
  let value = 0;
  for (const char of match[0].slice(0, 4)) value = value * 10 + Math.max(0, HAN_DIGITS.indexOf(char));
  const year = { start, end: start + 4, value };
  let end = start + 5;
  const month = hanPart(text, end, '月');
  if (month) end = month.end + 1;
  const day = month && hanPart(text, end, '日');
  if (day) end = day.end + 1;
  return {
    start,
    end,
    year,
    month,
    day,
    weekday: weekdayAt(text, end),
    lunar: isLunar(text, start),
    numeric: false,
    rangeTo: undefined,
  };
}

function hanPart(text: string, start: number, unit: string): DatePart | undefined {
  const read = readHanNumber(text, start);
  return read && text[read.end] === unit ? { start, end: read.end, value: read.value } : undefined;
}

const CALENDARS = new Characters('历');

function isLunar(text: string, start: number): boolean {
  if (!CALENDARS.isIn(text, start - 10, start)) return false;
  return /(?:农历|阴历|旧历|夏历)[^，。；]{0,6}$/.test(text.slice(Math.max(0, start - 10), start));
}

/** In brackets, or bare before a mark or a time of day: 周 is also a surname and a week. */
const DAY_OF_WEEK = '[一二三四五六日天]';
const WEEKDAYS = [
  String.raw`[（(]\s?(?:[^（）()\d，]{2,6}[，、])?(?:星期|周|礼拜)(?<bracketed>${DAY_OF_WEEK})(?=\s?[）)]|[上下中早晚]|，)`,
  `(?:星期|礼拜)(?<full>${DAY_OF_WEEK})`,
  `周(?<short>${DAY_OF_WEEK})(?=$|[，。、；：（(上下早晚中])`,
  `，(?:星期|礼拜|周)(?<apart>${DAY_OF_WEEK})(?=$|[）)，。；]|[上下早晚中])`,
];
const WEEKDAY = new RegExp(String.raw`\s?${anyOf(WEEKDAYS)}`, 'dy');

const WEEKDAY_BEGINS = new Characters('（(，星礼周', BLANKS);

function weekdayAt(text: string, end: number): DatePart | undefined {
  if (!WEEKDAY_BEGINS.at(text, end)) return undefined;
  const match = at(WEEKDAY, text, end);
  const groups = match?.indices?.groups;
  const range = groups?.bracketed ?? groups?.full ?? groups?.short ?? groups?.apart;
  if (!range) return undefined;
  return { start: range[0], end: range[1], value: readWeekday(text[range[0]]!) };
}

/** Links the ends of ranges: nothing but the mark, and perhaps a weekday or feast in brackets, between them. */
function linkRanges(text: string, found: CalendarDate[]): readonly CalendarDate[] {
  return found.map((date, i) => {
    const next = found[i + 1];
    if (!next || next.start - date.end > RANGE_REACH) return date;
    const bracket = bracketAt(text, date.end);
    if (bracket === 0 && !TO_BEGINS.at(text, date.end)) return date;
    if (!RANGE_MARK.test(text.slice(date.end + bracket, next.start))) return date;
    const both =
      date.weekday || !WEEKDAY_BEGINS.at(text, next.end) ? null : at(WEEKDAYS_OF_BOTH, text, next.end);
    if (!both) return { ...date, rangeTo: i + 1 };
    found[i + 1] = { ...next, weekday: weekdayOfGroup(text, both, 'last') };
    return { ...date, rangeTo: i + 1, weekday: weekdayOfGroup(text, both, 'first') };
  });
}

/** 17日至18日|（周二至周三）: the weekdays of both ends behind the second. */
const WEEKDAYS_OF_BOTH = new RegExp(
  `[（(](?:星期|周)(?<first>${DAY_OF_WEEK})${TO}(?:星期|周)?(?<last>${DAY_OF_WEEK})[）)]`,
  'dy',
);

function weekdayOfGroup(text: string, match: RegExpExecArray, name: 'first' | 'last'): DatePart {
  const [start, end] = match.indices!.groups![name]!;
  return { start, end, value: readWeekday(text[start]!) };
}

/** The dates that begin in a stretch of the paragraph, in text order; a line may hold thousands. */
export function* datesWithin(
  list: readonly CalendarDate[],
  from: number,
  to: number,
): Generator<CalendarDate> {
  for (let i = lowerBound(list, from, ({ start }) => start); i < list.length && list[i]!.start < to; i++)
    yield list[i]!;
}

/**
 * The end of a range with what it leaves unsaid taken from the beginning: 3月1日至4日, 2025年3月至5月. The year goes over
 * only where the months run on: 2024年12月28日至1月3日 ends in the next year, though nothing says so.
 */
export function completed(from: CalendarDate, to: CalendarDate): CalendarDate {
  const month = to.month ?? (to.day && !to.year ? from.month : undefined);
  const runsOn = !month || !from.month || month.value >= from.month.value;
  return { ...to, month, year: to.year ?? (runsOn ? from.year : undefined), lunar: to.lunar || from.lunar };
}

/** Characters between the ends of a range: （农历除夕，星期四）至. */
const RANGE_REACH = 16;
