/**
 * Judges what facts decide: names and years of congresses, plenums and sessions, spans of plans, anniversaries.
 * A fact that has not been held against a document (source K) gives a hint at most.
 */
import type { Range } from '../engine/finding.ts';
import type { Paragraph } from '../engine/paragraph.ts';
import { rows as anniversaryRows } from '../generated/figures-anniversaries.ts';
import { rows as congressRows } from '../generated/figures-congresses.ts';
import { rows as plenumRows } from '../generated/figures-congresses-plenums.ts';
import { rows as sessionRows } from '../generated/figures-congresses-sessions.ts';
import { rows as planRows } from '../generated/figures-plans.ts';
import { type CalendarDate, type DatePart, dates, datesWithin } from '../language/dates.ts';
import { type Meeting, meetings } from '../language/meetings.ts';
import { isHanNumeral, readDigits, readHanNumber } from '../language/numerals.ts';
import { isHan } from '../language/scan.ts';
import { type DateFault, severityOf, type Written } from './date-faults.ts';

/** All such faults of a paragraph. */
export function* factFaults(paragraph: Paragraph): Generator<DateFault> {
  for (const meeting of paragraph.fact(meetings)) {
    const malformed = wrongForm(meeting);
    if (malformed) yield malformed;
    yield* wrongYear(paragraph, meeting);
  }
  for (const hit of paragraph.hits('figures.dates')) {
    if (hit.entry.value === 'plan') yield* wrongSpan(paragraph.text, hit.start, hit.end);
  }
  for (const said of planEdges(paragraph)) {
    const { year, right, start, end, plan, edge } = said;
    if (!year || year.value === right) continue;
    const severity = severityOf(said.source, 'error');
    yield { kind: 'plan-edge', severity, start, end, plan, edge, year: year.value, figure: year, right };
  }
  for (const said of anniversaries(paragraph)) {
    if (!said.year || said.year.value - said.base === said.stated.value) continue;
    const { event, base, stated, source } = said;
    const { start, end } = said;
    const year = said.year.value;
    yield {
      kind: 'anniversary',
      severity: severityOf(source, 'warning'),
      start,
      end,
      event,
      base,
      stated,
      year,
    };
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Congresses, plenums, sessions

/** Plenums of one term since the 14th; the earlier ones had up to twelve. */
const MOST_PLENUMS = 7;

/** The eighth congress met twice, in 1956 and 1958, and was called 第八届全国代表大会 (第一次会议, 第二次会议) in its day. */
const FIRST_PLAIN_CONGRESS = 9;

/**
 * 十九大五中全会: the congress is 大, the Central Committee that it elects is 届. 第二十届全国代表大会: congresses of the
 * Party are counted by 次 (党章), the National People's Congress by 届.
 */
function wrongForm(meeting: Meeting): DateFault | undefined {
  const { kind, counter, term, session, start, end } = meeting;
  if (kind === 'plenum' && counter.text === '大')
    return { kind: 'form', severity: 'error', start, end, meeting };
  if (kind === 'plenum' && session > MOST_PLENUMS && term >= 14) {
    return { kind: 'count', severity: 'warning', start, end, meeting };
  }
  if (kind === 'npc' && counter.text === '次')
    return { kind: 'form', severity: 'warning', start, end, meeting };
  if (kind === 'congress' && counter.text === '届' && term >= FIRST_PLAIN_CONGRESS)
    return { kind: 'form', severity: 'warning', start, end, meeting };
  return undefined;
}

export interface Held {
  readonly year: number;
  readonly source: string;
  /** The session of the same term that met in a year. */
  readonly sessionIn: (year: number) => number | undefined;
}

/** When the meeting was held, if that is known. */
function heldIn({ kind, term, session }: Meeting): Held | undefined {
  if (kind === 'congress') {
    if (term < FIRST_PLAIN_CONGRESS) return undefined;
    const row = congressRows.find((r) => Number(r.number) === term);
    return row && { year: Number(row.year), source: row.source, sessionIn: () => undefined };
  }
  if (kind === 'plenum') {
    const row = plenumRows.find((r) => Number(r.term) === term && Number(r.session) === session);
    if (!row) return undefined;
    const sessionIn = (year: number) => {
      const others = plenumRows.filter((r) => Number(r.term) === term && Number(r.year) === year);
      return others.length === 1 ? Number(others[0]!.session) : undefined;
    };
    return { year: Number(row.year), source: row.source, sessionIn };
  }
  const row = sessionRows.find((r) => r.body === kind && Number(r.term) === term);
  if (!row || session < 1 || session > Number(row.sessions)) return undefined;
  const first = Number(row.first);
  const sessionIn = (year: number) =>
    year >= first && year < first + Number(row.sessions) ? year - first + 1 : undefined;
  return { year: first + session - 1, source: row.source, sessionIn };
}

/** How far before what it dates a date may begin: 二〇二〇年十月二十六日至二十九日在北京召开的…. */
const REACH = 40;

/** What may stand between a date and the meeting held on it: 2020年10月召开的党的…, 2019年3月5日在第…. */
const HELD_ON =
  /^[，, ]?(?:中国共产党|我们党|党中央)?(?:在?(?:北京|京))?(?:胜利|隆重)?(?:(?:召开|举行|闭幕|开幕)[的了]?)?(?:—{0,2}在)?(?:党的|中国共产党|中共|中华人民共和国|第)*$/;
/** 全会精神 may be studied in any later year, 全会以来 lies after it. */
const OTHER_TIME = /^(?:上?[^，。；]{0,6}精神|以来|[之以]?[后前]|部署|报告?$)/;
/** 十九届五中全会（2020年, 十九届五中全会于2020年10月召开 */
const THEN = /^(?:[（(]|于)$/;

function* wrongYear(paragraph: Paragraph, meeting: Meeting): Generator<DateFault> {
  const held = heldIn(meeting);
  if (!held) return;
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  const near = [...datesWithin(list, meeting.start - REACH, meeting.end + 2)];
  const date = near.find((d, i) => {
    const before = near[i - 1];
    const endsRange = before?.rangeTo !== undefined && list[before.rangeTo] === d;
    return isDateOf(text, d, meeting, endsRange ? before : undefined);
  });
  if (!date?.year || date.year.value === held.year) return;
  yield {
    kind: 'meeting-year',
    severity: severityOf(held.source, 'warning'),
    start: Math.min(date.start, meeting.start),
    end: Math.max(date.end, meeting.end),
    meeting,
    year: date.year.value,
    figure: date.year,
    right: held.year,
    session: held.sessionIn(date.year.value),
    fact: held.source,
  };
}

/** A meeting that the text says was held 今年 or 去年. */
export interface RecentMeeting extends Range {
  readonly meeting: Meeting;
  /** 0 for 今年, −1 for 去年. */
  readonly shift: number;
  readonly held: Held;
}

const RECENT = /(?<word>今年|去年)(?:\d{1,2}月(?:\d{1,2}日)?)?(?<between>[^。；]{0,20})$/;

/** Meetings of known year with 今年 or 去年 beside them; the document's date tells which year that is. */
export function recentMeetings(paragraph: Paragraph): readonly RecentMeeting[] {
  const { text } = paragraph;
  return paragraph.fact(meetings).flatMap((meeting) => {
    const held = heldIn(meeting);
    const match = held && RECENT.exec(text.slice(Math.max(0, meeting.start - 28), meeting.start));
    if (
      !match ||
      !HELD_ON.test(match.groups!.between!) ||
      OTHER_TIME.test(text.slice(meeting.end, meeting.end + 10))
    ) {
      return [];
    }
    const shift = match.groups!.word === '去年' ? -1 : 0;
    return [{ start: meeting.start - match[0].length, end: meeting.end, meeting, shift, held }];
  });
}

/** Whether the date says when the meeting was held. A year that ends a range of years says something else. */
function isDateOf(
  text: string,
  date: CalendarDate,
  meeting: Meeting,
  from: CalendarDate | undefined,
): boolean {
  if (!date.year || date.lunar || (from && !from.month)) return false;
  if (date.end <= meeting.start) {
    if (meeting.start - date.end > 24 || OTHER_TIME.test(text.slice(meeting.end, meeting.end + 10)))
      return false;
    return HELD_ON.test(text.slice(date.end, meeting.start));
  }
  return (
    date.start > meeting.end &&
    date.start - meeting.end <= 1 &&
    THEN.test(text.slice(meeting.end, date.start))
  );
}

// ---------------------------------------------------------------------------------------------------------------
// Plans

const SPAN =
  /[”"』」]?(?:规划|计划|时期|期间)?(?:纲要)?[（(](?<first>\d{4})年?\s?(?:——?|[–－\-～~至到])\s?(?<last>\d{4})年?[）)]/dy;

function planOf(name: string) {
  return planRows.find((row) => row.name === name);
}

/** “十四五”规划（2020—2025年）. Years within the plan may be a part of it; a year outside cannot. */
function* wrongSpan(text: string, start: number, end: number): Generator<DateFault> {
  SPAN.lastIndex = end;
  const match = SPAN.exec(text);
  const plan = planOf(text.slice(start, end));
  if (!match || !plan) return;
  const part = (name: string): DatePart => {
    const [from, to] = match.indices!.groups![name]!;
    return { start: from, end: to, value: Number(match.groups![name]) };
  };
  const first = part('first');
  const last = part('last');
  const right = [Number(plan.first), Number(plan.last)] as const;
  const within = (year: number) => year >= right[0] && year <= right[1];
  if (within(first.value) && within(last.value)) return;
  const severity = severityOf(plan.source, 'error');
  const from = /[“"『「]/.test(text[start - 1] ?? '') ? start - 1 : start;
  yield {
    kind: 'plan-span',
    severity,
    start: from,
    end: SPAN.lastIndex,
    plan: plan.name,
    first,
    last,
    right,
  };
}

/** A year that the text calls the first or the last of a plan. */
export interface PlanEdge extends Range {
  readonly plan: string;
  /** 开局, 收官, as written. */
  readonly edge: string;
  /** The year that it is. */
  readonly right: number;
  readonly source: string;
  /** The year said to be it; undefined with 今年. */
  readonly year: DatePart | undefined;
}

/** …是“十五五”规划开局|之年 */
const EDGE =
  /[“"『「]?(?<plan>[一二三四五六七八九十]{1,2}五)[”"』」]?(?:规划|时期|计划)?(?:实施)?的?(?:冲刺|关键|决胜)?(?<edge>开局起步|开局|起步|收官)$/;
/** Longest such clause: 2025年|既是实施…的|“十四五”. */
const CLAUSE = 18;
/** Between the year and the plan: one clause that says what the year is. */
const YEAR_IS = /^[，,]?(?:既|也|又|正)?(?:是|为)[^，。；“0-9]{0,12}$/;
const THIS_YEAR_IS = /今年(?:既|也|又|正)?(?:是|为)[^，。；“0-9]{0,12}$/;

/** Sentences that call a year 开局之年 or 收官之年 of a plan, with the year they speak of. */
export function planEdges(paragraph: Paragraph): readonly PlanEdge[] {
  let found: PlanEdge[] | undefined;
  for (const hit of paragraph.hits('figures.dates')) {
    const said = hit.entry.value === 'year-of' && readEdge(paragraph, hit.start, hit.end);
    if (!said) continue;
    found ??= [];
    found.push(said);
  }
  return found ?? [];
}

function readEdge(paragraph: Paragraph, hitStart: number, end: number): PlanEdge | undefined {
  const { text } = paragraph;
  const before = text.slice(Math.max(0, hitStart - 14), hitStart);
  const match = EDGE.exec(before);
  const plan = match && planOf(match.groups!.plan!);
  if (!match || !plan) return undefined;
  const edge = match.groups!.edge!;
  const right = Number(edge === '收官' ? plan.last : plan.first);
  const from = hitStart - before.length + match.index;
  const saysSo = (d: CalendarDate) =>
    d.year && !d.month && d.end <= from && from - d.end <= CLAUSE && YEAR_IS.test(text.slice(d.end, from));
  const year = [...datesWithin(paragraph.fact(dates), from - REACH, from)].find(saysSo)?.year;
  const thisYear = THIS_YEAR_IS.exec(text.slice(Math.max(0, from - 18), from));
  if (!year && !thisYear) return undefined;
  const start = year?.start ?? from - thisYear![0].length;
  return { start, end, plan: plan.name, edge, right, source: plan.source, year };
}

// ---------------------------------------------------------------------------------------------------------------
// Anniversaries

/** An anniversary that the text counts. */
export interface Anniversary extends Range {
  readonly event: string;
  /** The year from which it is counted. */
  readonly base: number;
  readonly source: string;
  readonly stated: Written;
  /** The year said beside it; undefined with 今年. */
  readonly year: DatePart | undefined;
}

/** Events with their names, longest first. */
const EVENTS = anniversaryRows
  .flatMap((row) =>
    row.event.split('|').map((event) => ({ event, base: Number(row.year), source: row.source })),
  )
  .sort((a, b) => b.event.length - a.event.length);
const LONGEST_EVENT = EVENTS[0]!.event.length;

/** Between the year and the event: 2026年是…, 2021年7月1日，庆祝…. Preparations may be made years before. */
const IN_YEAR =
  /^(?:[，,]|也|又|正|是|系|值|逢|恰|适|喜|将|迎来|我们|隆重|庆祝|纪念|我国|全国各?族?人民|各族人民|伟大的?|党的?|祖国)*$/;

/** Anniversaries of known events with the year they are said to fall in. */
export function anniversaries(paragraph: Paragraph): readonly Anniversary[] {
  let found: Anniversary[] | undefined;
  const { text } = paragraph;
  for (const hit of paragraph.hits('figures.dates')) {
    if (hit.entry.value !== 'anniversary') continue;
    const stated = numberBefore(text, hit.start);
    if (!stated) continue;
    const named = text.slice(Math.max(0, stated.start - LONGEST_EVENT), stated.start);
    const event = EVENTS.find((e) => named.endsWith(e.event));
    if (!event) continue;
    const from = stated.start - event.event.length;
    const near = [...datesWithin(paragraph.fact(dates), from - REACH, from)];
    const date = near.findLast((d) => d.year && d.end <= from);
    const year =
      date && from - date.end <= 24 && IN_YEAR.test(text.slice(date.end, from)) ? date.year : undefined;
    const behind = yearBehind(text, hit.end);
    const thisYear = THIS_YEAR.exec(text.slice(Math.max(0, from - 18), from));
    const isThisYear = thisYear && IN_YEAR.test(thisYear.groups!.between!);
    if (!year && !behind && !isThisYear) continue;
    // 歌舞团建团, 越南共产党建党: a short name may be the end of another.
    if (
      !year &&
      !isThisYear &&
      isHan(text.charCodeAt(from - 1)) &&
      !/[是为在庆祝纪念迎接]$/.test(text[from - 1]!)
    )
      continue;
    found ??= [];
    const start = year?.start ?? (behind ? from : from - thisYear![0].length);
    const end = year || !behind ? hit.end : behind.end;
    found.push({ start, end, ...event, stated, year: year ?? behind });
  }
  return found ?? [];
}

const THIS_YEAR =
  /今年(?:\d{1,2}月(?:\d{1,2}日)?)?(?<between>(?:是|正值|恰逢|适逢|迎来|喜迎)[^，。；、0-9]{0,6})$/;

/** …成立105周年（2026年）: the year in brackets. */
function yearBehind(text: string, end: number): DatePart | undefined {
  const match = /^(?:之际|纪念日)?[（(](\d{4})年?[）)]/.exec(text.slice(end, end + 12));
  if (!match) return undefined;
  const start = end + match[0].length - (match[0].at(-2) === '年' ? 6 : 5);
  return { start, end: start + 4, value: Number(match[1]) };
}

/** The number that ends at `end`: 105, 一百, 七十. */
function numberBefore(text: string, end: number): Written | undefined {
  let start = end;
  while (start > 0 && end - start < 4 && /[0-9０-９]/.test(text[start - 1]!)) start--;
  if (start < end) return { start, end, value: readDigits(text.slice(start, end)), han: false };
  while (start > 0 && end - start < 8 && isHanNumeral(text[start - 1])) start--;
  const read = start < end ? readHanNumber(text, start) : undefined;
  return read?.end === end ? { start, end, value: read.value, han: true } : undefined;
}
