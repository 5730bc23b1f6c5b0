/** Judges what needs the document's own date: weekdays without a year, meetings in the past, 今年 beside a year. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, dates, datesWithin, dateWords } from '../../../language/dates/dates.ts';
import { type DocumentDate, documentDate } from '../../../language/dates/document-date.ts';
import { documentKind, layout } from '../../../language/layout/layout.ts';
import { Characters } from '../../../language/text/characters.ts';
import { type Anniversary, anniversaries } from './anniversaries.ts';
import type { DateFault, Placed } from './faults.ts';
import { type StatedAge, statedAge } from './lives.ts';
import { type RecentMeeting, recentMeetings } from './meetings.ts';
import { type NumberedDay, numberedDay } from './observances.ts';
import { type PlanEdge, planEdges } from './plans.ts';
import { ownDate, type Source } from './sources.ts';
import { titled, titleSource } from './title-year.ts';
import { severityOf } from './verified.ts';
import { judgeWeekday, yearsAround } from './weekdays.ts';

/** A place that only the document's date can judge. */
type Pending =
  | { readonly is: 'weekday'; readonly date: CalendarDate }
  | {
      readonly is: 'appointment';
      readonly date: CalendarDate;
      readonly phrase: string;
      readonly range: Range;
      /** Something to be sent in by that day, which a speech asks for as well as a notice. */
      readonly send: boolean;
      /** A meeting to be held that day. */
      readonly called: boolean;
      /** The year last said before it: 总结阶段（2027年5月）。各村于|5月15日|前报. */
      readonly near: number | undefined;
    }
  | { readonly is: 'relative'; readonly implied: number; readonly range: Range }
  | { readonly is: 'anniversary'; readonly said: Anniversary }
  | { readonly is: 'age'; readonly said: StatedAge }
  | { readonly is: 'observance'; readonly said: NumberedDay }
  | { readonly is: 'edge'; readonly said: PlanEdge }
  | { readonly is: 'meeting'; readonly said: RecentMeeting };

/** What a paragraph leaves for the document to judge. */
const pendingDates = defineFact<readonly Pending[]>(
  'pending dates',
  { facts: [dates, dateWords] },
  (paragraph) => {
    const found: Pending[] = [];
    for (const date of paragraph.fact(dates)) {
      if (date.weekday && !date.year && date.month && date.day && !date.lunar)
        found.push({ is: 'weekday', date });
      const due = readDue(paragraph, date);
      if (due) found.push(due);
    }
    const words = paragraph.fact(dateWords);
    if (words.length === 0) return found;
    for (const hit of words) {
      const said = readWord(paragraph, hit);
      if (said) found.push(said);
    }
    for (const said of anniversaries(paragraph)) if (!said.year) found.push({ is: 'anniversary', said });
    for (const said of planEdges(paragraph)) if (!said.year) found.push({ is: 'edge', said });
    for (const said of recentMeetings(paragraph)) found.push({ is: 'meeting', said });
    return found;
  },
);

/** What a word around dates leaves to judge: 定于, 今年, 岁, 节. */
function readWord(paragraph: Paragraph, hit: Hit): Pending | undefined {
  const { text } = paragraph;
  switch (hit.entry.value) {
    case 'deadline':
      return readAppointment(paragraph, hit);
    case 'relative': {
      // 1972年4月生，今年58岁
      const said = text.startsWith('今', hit.start) ? statedAge(text, hit.start, hit.end) : undefined;
      return said ? { is: 'age', said } : readRelative(text, hit.start, hit.end);
    }
    case 'age': {
      const said = statedAge(text, hit.start, hit.end);
      return said && { is: 'age', said };
    }
    case 'festival':
    case 'kept-by-number': {
      const said = numberedDay(text, hit.start, hit.end);
      return said && { is: 'observance', said };
    }
    default:
      return undefined;
  }
}

/** 定于3月5日召开, 请于3月5日前报送: what is still to come when the notice is signed. */
function readAppointment(paragraph: Paragraph, hit: Range): Pending | undefined {
  const { text } = paragraph;
  const [date] = datesWithin(paragraph.fact(dates), hit.end, hit.end + 1);
  if (!date?.month || !date.day || date.lunar || /[原曾]/.test(text[hit.start - 1] ?? '')) return undefined;
  const from = date.weekday ? date.weekday.end + 1 : date.end;
  const after = /^[^，。；]{0,24}?(?:召开|举行|举办|前[^，。；]{0,24}?(?:报|反馈|提交|上传|送))/.exec(
    text.slice(from, from + 52),
  );
  if (!after) return undefined;
  const range = { start: hit.start, end: date.end };
  const send = !/[开行办]$/.test(after[0]);
  const near = yearBefore(paragraph, date);
  const called = after[0].endsWith('召开');
  return { is: 'appointment', date, phrase: text.slice(hit.start, date.end), range, send, called, near };
}

/** 各单位于|2月25日|前将贯彻落实情况报县委办公室; with 请于 and 务必于 the words' own reading has it (readAppointment). */
const DUE = /前[^，。；]{0,24}?(?:上?报|反馈|提交|上传|报?送)[^，。；]{0,12}/y;
const DONE_BEFORE = /[已曾原][^，。；]{0,8}$/;
const DONE = /了|完毕|完成|到位/;

function readDue(paragraph: Paragraph, date: CalendarDate): Pending | undefined {
  const { text } = paragraph;
  if (!date.month || !date.day || date.lunar || !ON.at(text, date.start - 1)) return undefined;
  DUE.lastIndex = date.end;
  const due = DUE.exec(text);
  if (!due || DONE.test(due[0])) return undefined;
  const before = text.slice(Math.max(0, date.start - 12), date.start);
  if (DONE_BEFORE.test(before) || /(?:请|务必).$/.test(before)) return undefined;
  const range = { start: date.start - 1, end: date.end };
  const near = yearBefore(paragraph, date);
  const phrase = text.slice(range.start, range.end);
  return { is: 'appointment', date, phrase, range, send: true, called: false, near };
}

/** How far before a day without a year one may have been said. */
const YEAR_REACH = 120;

function yearBefore(paragraph: Paragraph, { start }: CalendarDate): number | undefined {
  const near = [...datesWithin(paragraph.fact(dates), start - YEAR_REACH, start)];
  return near.findLast(({ year }) => year)?.year?.value;
}

const ON = new Characters('于在');

const SHIFT: Readonly<Record<string, number>> = { 去年: -1, 今年: 0, 明年: 1 };

/** 去年（2023年）, 2019年和今年以来. */
function readRelative(text: string, start: number, end: number): Pending | undefined {
  const word = text.slice(start, end);
  const shift = SHIFT[word]!;
  const beside = /^[（(]((?:19|20)\d\d)年?[）)]/.exec(text.slice(end, end + 7));
  if (beside) {
    const year = Number(beside[1]);
    return { is: 'relative', implied: year - shift, range: { start, end: end + beside[0].length } };
  }
  const before =
    word === '今年' && /((?:19|20)\d\d)年(?:工作)?和$/.exec(text.slice(Math.max(0, start - 9), start));
  if (!before || !text.startsWith('以来', end)) return undefined;
  return { is: 'relative', implied: Number(before[1]) + 1, range: { start: start - before[0].length, end } };
}

/** All such faults of the document. Without a date of its own only what the text says of itself can be compared. */
export function* documentFaults(document: Document): Generator<Placed> {
  const pending = document.paragraphsWith(pendingDates);
  if (pending.length === 0) return;
  const written = document.model(documentDate);
  if (!written) {
    yield* contradictions(pending);
    yield* numbersOfTitle(document, pending);
    return;
  }
  const notice = written.place === 'signing' && document.model(documentKind) === 'official';
  for (const paragraph of pending) {
    for (const place of paragraph.fact(pendingDates)) {
      if (place.is === 'anniversary' && place.said.titled && !isTitle(document, written, paragraph)) continue;
      if (place.is === 'anniversary' && place.said.prepared && !notice) continue;
      const fault = judge(place, written, notice);
      if (fault) yield { paragraph, fault };
    }
  }
}

/** Whether a line is the title of what was delivered on the day below it: a notice may be sent out the year before. */
function isTitle(document: Document, { place }: DocumentDate, paragraph: Paragraph): boolean {
  return place === 'opening' && document.model(layout).title === paragraph;
}

/** 今年（2025年） and 去年（2023年） in one text: the later is held against the first. */
function* contradictions(pending: readonly Paragraph[]): Generator<Placed> {
  let first: { readonly implied: number; readonly source: Source } | undefined;
  for (const paragraph of pending) {
    for (const place of paragraph.fact(pendingDates)) {
      if (place.is !== 'relative') continue;
      const { range, implied } = place;
      if (!first) {
        const text = paragraph.text.slice(range.start, range.end);
        const at = { start: paragraph.start + range.start, end: paragraph.start + range.end };
        first = { implied, source: { kind: 'said-before', ...at, text, year: implied } };
      } else if (implied !== first.implied) {
        const fault: DateFault = {
          kind: 'relative',
          severity: 'warning',
          ...range,
          implied,
          source: first.source,
        };
        yield { paragraph, fault };
      }
    }
  }
}

/**
 * In a text without a date of its own: 第23个“安全生产月”, where the title is of the 安全生产月 of 2025; 今天…庆祝中国共产党成立103周年 in a
 * speech whose title has the year.
 */
function* numbersOfTitle(document: Document, pending: readonly Paragraph[]): Generator<Placed> {
  const found = titled(document);
  if (!found) return;
  const { title, own } = found;
  const source = titleSource(title, own, own.of);
  for (const paragraph of pending) {
    for (const place of paragraph.fact(pendingDates)) {
      const fault = judgeByTitle(place, title.text, own.year, source);
      if (fault) yield { paragraph, fault };
    }
  }
}

function judgeByTitle(place: Pending, title: string, year: number, source: Source): DateFault | undefined {
  if (place.is === 'anniversary' && !place.said.titled) return judgeAnniversary(place.said, { year }, source);
  // What is of one year may be settled in the next.
  if (place.is === 'weekday') return judgeWeekday(place.date, [year, year + 1], source);
  if (place.is !== 'observance' || !title.includes(place.said.name.replace(/^(?:全国|中国)/, '')))
    return undefined;
  return judgeObservance(place.said, { year, month: undefined }, source);
}

function judge(place: Pending, written: DocumentDate, notice: boolean): DateFault | undefined {
  switch (place.is) {
    case 'weekday':
      return judgeWeekday(place.date, yearsAround(place.date, written), ownDate(written));
    case 'anniversary':
      return judgeAnniversary(place.said, written, ownDate(written));
    case 'age':
      return judgeAge(place.said, written);
    case 'observance':
      return judgeObservance(place.said, written, ownDate(written));
    case 'edge':
      return judgeEdge(place.said, written);
    case 'meeting':
      return judgeMeeting(place.said, written);
    case 'relative':
      return judgeRelative(place, written);
    case 'appointment':
      return notice || (place.send && written.place === 'opening')
        ? judgeAppointment(place, written)
        : undefined;
  }
}

/** In whole years on the day; 虚岁 counts one more, and an age may have been reckoned by the year alone. */
function judgeAge(said: StatedAge, written: DocumentDate): DateFault | undefined {
  const { born, age, start, end } = said;
  const years = written.year - born.year;
  const right = born.month !== undefined && (written.month ?? 1) < born.month ? years - 1 : years;
  if (age >= right && age <= years + 1) return undefined;
  return { kind: 'age', severity: 'warning', start, end, said, right, source: ownDate(written) };
}

/** From this month on a text may speak of the next year's day. */
const YEAR_END = 10;

function judgeObservance(
  { start, end, name, first, stated, fact }: NumberedDay,
  written: Pick<DocumentDate, 'year' | 'month'>,
  source: Source,
): DateFault | undefined {
  const right = written.year - first + 1;
  const next = (written.month ?? YEAR_END) >= YEAR_END;
  if (right < 1 || stated.value === right || (next && stated.value === right + 1)) return undefined;
  return {
    kind: 'observance',
    severity: 'warning',
    start,
    end,
    name,
    first,
    stated,
    right,
    year: written.year,
    fact,
    source,
  };
}

function judgeAnniversary(
  said: Anniversary,
  written: Pick<DocumentDate, 'year'>,
  source: Source,
): DateFault | undefined {
  const { event, base, stated, start, end } = said;
  if (written.year - base === stated.value) return undefined;
  if (said.prepared && written.year + 1 - base === stated.value) return undefined;
  const severity = severityOf(said.source, 'warning');
  return {
    kind: 'anniversary',
    severity,
    start,
    end,
    event,
    base,
    stated,
    year: written.year,
    source,
  };
}

/** 今年是“十四五”收官之年: later words of one December text may already mean the next year, so no more than a warning. */
function judgeEdge(said: PlanEdge, written: DocumentDate): DateFault | undefined {
  if (said.right === written.year) return undefined;
  const { start, end, plan, edge, right } = said;
  const severity = severityOf(said.source, 'warning');
  return {
    kind: 'plan-edge',
    severity,
    start,
    end,
    plan,
    edge,
    year: written.year,
    right,
    source: ownDate(written),
  };
}

function judgeMeeting(said: RecentMeeting, written: DocumentDate): DateFault | undefined {
  const { meeting, shift, held, start, end } = said;
  const year = written.year + shift;
  if (held.year === year) return undefined;
  const session = held.sessionIn(year);
  const severity = severityOf(held.source, 'warning');
  const fact = held.source;
  return {
    kind: 'meeting-year',
    severity,
    start,
    end,
    meeting,
    year,
    right: held.year,
    session,
    fact,
    source: ownDate(written),
  };
}

function judgeRelative(
  place: Extract<Pending, { is: 'relative' }>,
  written: DocumentDate,
): DateFault | undefined {
  if (place.implied === written.year) return undefined;
  const { range, implied } = place;
  return { kind: 'relative', severity: 'warning', ...range, implied, source: ownDate(written) };
}

/** A date without a year lies in the past if it is less than half a year before the signature. */
const HALF_YEAR = 183;
/** Nobody calls a meeting so many days ahead: the year of the one or of the other is wrong. */
const TOO_EARLY = 300;

function judgeAppointment(
  place: Extract<Pending, { is: 'appointment' }>,
  written: DocumentDate,
): DateFault | undefined {
  const { date, phrase, range } = place;
  if (written.month === undefined || written.day === undefined) return undefined;
  const year = date.year?.value ?? Math.max(place.near ?? 0, written.year);
  const late =
    dayNumber(written.year, written.month, written.day) - dayNumber(year, date.month!.value, date.day!.value);
  if (place.called && -late >= TOO_EARLY)
    return { kind: 'far-ahead', severity: 'warning', ...range, phrase, source: ownDate(written) };
  if (late <= 0 || (!date.year && late > HALF_YEAR)) return undefined;
  return { kind: 'past', severity: 'warning', ...range, phrase, source: ownDate(written) };
}
