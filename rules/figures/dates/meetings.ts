/**
 * Judges the names and years of congresses, plenums and sessions by facts.
 * A fact that has not been held against a document (source K) gives a hint at most.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as congressRows } from '../../../generated/figures-congresses.ts';
import { rows as plenumRows } from '../../../generated/figures-congresses-plenums.ts';
import { rows as sessionRows } from '../../../generated/figures-congresses-sessions.ts';
import { type CalendarDate, dates, datesWithin } from '../../../language/dates/dates.ts';
import { type Meeting, meetings } from '../../../language/dates/meetings.ts';
import type { DateFault } from './faults.ts';
import { severityOf } from './verified.ts';

/** All such faults of a paragraph. */
export function meetingFaults(paragraph: Paragraph, found: DateFault[]): void {
  for (const meeting of paragraph.fact(meetings)) {
    const malformed = wrongForm(meeting);
    if (malformed) found.push(malformed);
    const misdated = wrongYear(paragraph, meeting);
    if (misdated) found.push(misdated);
  }
}

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

/** What is known of a congress of the Party, by its number. */
export const congressOf = (number: number) => congressRows.find((row) => Number(row.number) === number);

/** When the meeting was held, if that is known. */
function heldIn({ kind, term, session }: Meeting): Held | undefined {
  if (kind === 'congress') {
    if (term < FIRST_PLAIN_CONGRESS) return undefined;
    const row = congressOf(term);
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
const HELD_ON = new RegExp(
  [
    // Who held it and where: 我们党在北京
    '^[，, ]?(?:中国共产党|我们党|党中央)?(?:在?(?:北京|京))?',
    // that it was held: 胜利召开的
    '(?:胜利|隆重)?(?:(?:召开|举行|闭幕|开幕)[的了]?)?(?:—{0,2}在)?',
    // and the beginning of its name: 党的第
    '(?:党的|中国共产党|中共|中华人民共和国|第)*$',
  ].join(''),
);
/** 全会精神 may be studied in any later year, 全会以来 lies after it. */
const OTHER_TIME = /^(?:上?[^，。；]{0,6}精神|以来|[之以]?[后前]|部署|报告?$)/;
/** 十九届五中全会（2020年, 十九届五中全会于2020年10月召开 */
const THEN = /^(?:[（(]|于)$/;

function wrongYear(paragraph: Paragraph, meeting: Meeting): DateFault | undefined {
  const held = heldIn(meeting);
  if (!held) return undefined;
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  const near = [...datesWithin(list, meeting.start - REACH, meeting.end + 2)];
  const date = near.find((d, i) => {
    const before = near[i - 1];
    const endsRange = before?.rangeTo !== undefined && list[before.rangeTo] === d;
    return isDateOf(text, d, meeting, endsRange ? before : undefined);
  });
  if (!date?.year || date.year.value === held.year) return undefined;
  return {
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

/** Whether the date says when the meeting was held. A year that ends a range of years says something else. */
function isDateOf(
  text: string,
  date: CalendarDate,
  meeting: Meeting,
  from: CalendarDate | undefined,
): boolean {
  if (!date.year || date.lunar || (from && !from.month)) return false;
  if (date.end <= meeting.start) {
    if (meeting.start - date.end > DATE_REACH || OTHER_TIME.test(text.slice(meeting.end, meeting.end + 10)))
      return false;
    return HELD_ON.test(text.slice(date.end, meeting.start));
  }
  return (
    date.start > meeting.end &&
    date.start - meeting.end <= 1 &&
    THEN.test(text.slice(meeting.end, date.start))
  );
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

/** How far before a meeting the date stands on which it was held: 2012年11月，|在北京胜利召开的|. */
const DATE_REACH = 24;
