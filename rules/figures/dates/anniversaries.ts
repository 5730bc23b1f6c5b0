/**
 * Judges anniversaries: 2026年是中国共产党成立106周年. Only events whose year is known, said right before the number.
 * A fact that has not been held against a document (source K) gives a hint at most.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/figures-anniversaries.ts';
import { type DatePart, dates, datesWithin, dateWords } from '../../../language/dates/dates.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { isHanNumeralAt, readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isHan } from '../../../language/text/scan.ts';
import type { DateFault, Written } from './faults.ts';
import { severityOf } from './verified.ts';

/** All such faults of a paragraph. */
export function anniversaryFaults(paragraph: Paragraph, found: DateFault[]): void {
  for (const hit of paragraph.fact(dateWords)) {
    const day = hit.entry.value === 'anniversary' ? wrongDay(paragraph, hit) : undefined;
    if (day) found.push(day);
  }
  for (const said of anniversaries(paragraph)) {
    if (!said.year || said.year.value - said.base === said.stated.value) continue;
    const { start, end, event, base, stated, source } = said;
    const severity = severityOf(source, 'warning');
    found.push({ kind: 'anniversary', severity, start, end, event, base, stated, year: said.year.value });
  }
}

/** 8月1日|是|建军98周年|纪念日 */
const IS = /^(?:正?是|为|系|正值|恰逢|迎来)$/;

/** 7月1日是建军98周年纪念日: of what is kept on another day. */
function wrongDay(paragraph: Paragraph, { start, end }: Range): DateFault | undefined {
  const { text } = paragraph;
  const { event: known, from } = eventBefore(text, start) ?? {};
  if (!known?.day || from === undefined || !text.startsWith('纪念日', end)) return undefined;
  const date = [...datesWithin(paragraph.fact(dates), from - REACH, from)].findLast((d) => d.end <= from);
  if (!date?.month || !date.day || date.lunar) return undefined;
  const [month, day] = known.day;
  if ((date.month.value === month && date.day.value === day) || !IS.test(text.slice(date.end, from)))
    return undefined;
  return {
    kind: 'festival',
    severity: severityOf(known.source, 'warning'),
    start: date.start,
    end,
    name: `${known.event}纪念日`,
    month: date.month,
    day: date.day,
    right: [month, day],
    fact: known.source,
  };
}

/** An anniversary that the text counts. */
export interface Anniversary extends Range {
  readonly event: string;
  /** The year from which it is counted. */
  readonly base: number;
  readonly source: string;
  readonly stated: Written;
  /** The year said beside it; undefined where it is that of the document: with 今年, 今天, in a title. */
  readonly year: DatePart | undefined;
  /** In what may be the title of the speech: 在庆祝中国共产党成立105周年大会上的讲话. */
  readonly titled: boolean;
  /** What is done for it, in the year of the document or for the next: 为庆祝中国共产党成立105周年，. */
  readonly prepared: boolean;
}

/** Events with their names, longest first. */
const EVENTS = rows
  .flatMap((row) =>
    row.event.split('|').map((event) => ({
      event,
      base: Number(row.year),
      day: row.day === '' ? undefined : (row.day.split('-').map(Number) as [month: number, day: number]),
      source: row.source,
    })),
  )
  .sort((a, b) => b.event.length - a.event.length);

/** Between the year and the event: 2026年是…, 2021年7月1日，庆祝…. Preparations may be made years before. */
export const IN_YEAR = new RegExp(
  [
    '^(?:[，,）)了也又正是系值逢恰适喜将欣迎来]|我们|我[国省市县区镇校院厂局]|医院|学校|学院|公司|集团|隆重|庆祝|纪念',
    '|全国各?族?人民|各族人民|伟大的?|党的?|祖国)*$',
  ].join(''),
);

const THIS_YEAR =
  /今年(?:\d{1,2}月(?:\d{1,2}日)?)?(?<between>(?:是|正值|恰逢|适逢|迎来|喜迎)[^，。；、0-9]{0,6})$/;
/** What is held while the speech is: 今天，我们在这里隆重集会，庆祝…, 今天召开纪念…大会. */
const TODAY = /(?:今天|今日|在这里|在此)[^。；！？0-9]{0,24}(?:庆祝|纪念|迎来|喜迎)$/;
/** 庆祝 and 纪念 before it, 大会 and 座谈会 behind: a title, unless more stands around them. */
const TITLE_BEGINS = /^\s*(?:在|.{0,16}(?:关于|在))?(?:热烈)?(?:庆祝|纪念)$/;
const TITLE_GOES_ON = /^[^，。；：]{0,24}(?:会|仪式|活动)(?:上的.{2,6}|.{0,2}主持词|发言稿?|讲话稿?)\s*$/;
/** At the head of a sentence: 为庆祝. */
const PREPARES = /(?:^|[。：\s])为(?:了)?(?:热烈|隆重)?(?:庆祝|纪念|迎接|喜迎)$/;
const PREPARES_REACH = 12;
/** How far before the event its year may begin. */
const REACH = 40;
/** How far the words that put the event into the document's own year may reach back. */
const TODAY_REACH = 34;

/** Anniversaries of known events with the year they are said to fall in. */
export function anniversaries(paragraph: Paragraph): readonly Anniversary[] {
  return readHits(paragraph.fact(dateWords), (hit) =>
    hit.entry.value === 'anniversary' ? readAnniversary(paragraph, hit) : undefined,
  );
}

function readAnniversary(paragraph: Paragraph, hit: Range): Anniversary | undefined {
  const { text } = paragraph;
  const read = eventBefore(text, hit.start);
  if (!read) return undefined;
  const { event, stated, from } = read;
  const said = { ...event, stated, end: hit.end, titled: false, prepared: false };
  const near = [...datesWithin(paragraph.fact(dates), from - REACH, from)];
  const date = near.findLast((d) => d.year && d.end <= from);
  if (date?.year && IN_YEAR.test(text.slice(date.end, from))) {
    return { ...said, start: date.year.start, year: date.year };
  }
  const thisYear = THIS_YEAR.exec(text.slice(Math.max(0, from - 18), from));
  const behind = yearBehind(text, hit.end);
  if (behind && isWhole(text, from)) return { ...said, start: from, end: behind.end, year: behind };
  if (thisYear && IN_YEAR.test(thisYear.groups!.between!))
    return { ...said, start: from - thisYear[0].length, year: undefined };
  const own = { ...said, start: from, year: undefined };
  if (TODAY.test(text.slice(Math.max(0, from - TODAY_REACH), from))) return own;
  if (TITLE_BEGINS.test(text.slice(0, from)) && TITLE_GOES_ON.test(text.slice(hit.end)))
    return { ...own, titled: true };
  const before = text.slice(Math.max(0, from - PREPARES_REACH), from);
  if (PREPARES.test(before) && text[hit.end] === '，') return { ...own, prepared: true };
  return undefined;
}

/** 中国共产党成立|105, which begins at `from` and ends at `end`. */
export function eventBefore(text: string, end: number) {
  const stated = numberBefore(text, end);
  if (!stated) return undefined;
  for (const event of EVENTS) {
    const from = startOfName(text, stated.start, event.event);
    if (from !== undefined) return { event, stated, from };
  }
  return undefined;
}

/** Where the name begins that ends at `end`, its short form in quotation marks or not: “五四”运动. */
function startOfName(text: string, end: number, name: string): number | undefined {
  let start = end;
  for (let left = name.length; left > 0; left--) {
    while (QUOTES.at(text, start - 1) && text[start - 1] !== name[left - 1]) start--;
    if (text[start - 1] !== name[left - 1]) return undefined;
    start--;
  }
  return QUOTES.at(text, start - 1) ? start - 1 : start;
}
const QUOTES = new Characters('“”"');

/** 歌舞团建团, 越南共产党建党: a short name may be the end of another. */
function isWhole(text: string, start: number): boolean {
  return !isHan(text.charCodeAt(start - 1)) || /[是为在庆祝纪念迎接]/.test(text[start - 1]!);
}

const CELEBRATIONS = '大会 座谈会 纪念活动 文艺晚会 主题活动 活动';
const HELD_IN = new RegExp(
  String.raw`^${anyOf(CELEBRATIONS)}(?:将|定)?于(\d{4})年\d{1,2}月[^，。；]{0,16}(?:举行|召开|举办|开幕)`,
);

/** …成立105周年（2026年）: the year in brackets; …成立105周年大会于2026年7月1日举行. */
function yearBehind(text: string, end: number): DatePart | undefined {
  const held = HELD_IN.exec(text.slice(end, end + 44));
  if (held) {
    const start = end + held[0].indexOf(held[1]!);
    return { start, end: start + 4, value: Number(held[1]) };
  }
  const match = /^(?:之际|纪念日)?[（(](\d{4})年?[）)]/.exec(text.slice(end, end + 12));
  if (!match) return undefined;
  const start = end + match[0].length - (match[0].at(-2) === '年' ? 6 : 5);
  return { start, end: start + 4, value: Number(match[1]) };
}

/** The number that ends at `end`: 105, 一百, 七十. */
export function numberBefore(text: string, end: number): Written | undefined {
  let start = end;
  while (start > 0 && end - start < 4 && /[0-9０-９]/.test(text[start - 1]!)) start--;
  if (start < end) return { start, end, value: readDigits(text.slice(start, end)), han: false };
  while (start > 0 && end - start < 8 && isHanNumeralAt(text, start - 1)) start--;
  const read = start < end ? readHanNumber(text, start) : undefined;
  return read?.end === end ? { start, end, value: read.value, han: true } : undefined;
}
