/**
 * Judges the years of five-year plans: “十四五”规划（2020—2025年）, 2025年是“十五五”开局之年, “十五五”开局之年，也是“十四五”的第一年.
 * A fact that has not been held against a document (source K) gives a hint at most.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/figures-plans.ts';
import {
  type CalendarDate,
  type DatePart,
  dates,
  datesWithin,
  dateWords,
  partOf,
} from '../../../language/dates/dates.ts';
import { type Meeting, meetings } from '../../../language/dates/meetings.ts';
import { readHits } from '../../../language/text/hits.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import type { DateFault } from './faults.ts';
import { severityOf } from './verified.ts';

/** All such faults of a paragraph. */
export function planFaults(paragraph: Paragraph, found: DateFault[]): void {
  for (const hit of paragraph.fact(dateWords)) {
    if (hit.entry.value !== 'plan') continue;
    const { text } = paragraph;
    const wrong = wrongSpan(text, hit.start, hit.end) ?? wrongYearOf(text, hit.start, hit.end);
    if (wrong) found.push(wrong);
  }
  for (const hit of paragraph.fact(dateWords)) {
    const wrong = hit.entry.value === 'year-of' && wrongPair(paragraph.text, hit.start, hit.end);
    if (wrong) found.push(wrong);
  }
  for (const meeting of paragraph.fact(meetings)) {
    const wrong = wrongProposal(paragraph.text, meeting);
    if (wrong) found.push(wrong);
  }
  for (const said of planEdges(paragraph)) {
    const { year, right, start, end, plan, edge } = said;
    if (!year || year.value === right) continue;
    const severity = severityOf(said.source, 'error');
    found.push({
      kind: 'plan-edge',
      severity,
      start,
      end,
      plan,
      edge,
      year: year.value,
      figure: year,
      right,
    });
  }
}

export type Plan = (typeof rows)[number];

/** “七五” to “九五” are today said of the plans of legal education (普法) as well: only 十一五 and later are judged. */
export function planOf(name: string): Plan | undefined {
  return name.length === 3 ? rows.find((row) => row.name === name) : undefined;
}

/** The plan that runs in a year. */
export function planIn(year: number): Plan | undefined {
  return rows.find((row) => Number(row.first) <= year && year <= Number(row.last));
}

const SPAN = new RegExp(
  [
    '[”"』」]?(?:规划|计划|时期|期间)?(?:纲要|期间?)?',
    String.raw`[（(](?<first>\d{4})年?\s?(?:——?|[–－\-～~至到])\s?(?<last>\d{4})年?[）)]`,
  ].join(''),
  'dy',
);

/** “十四五”规划（2020—2025年）. Years within the plan may be a part of it; a year outside cannot. */
function wrongSpan(text: string, start: number, end: number): DateFault | undefined {
  SPAN.lastIndex = end;
  const match = SPAN.exec(text);
  const plan = planOf(text.slice(start, end));
  if (!match || !plan) return undefined;
  const first = partOf(match, 'first')!;
  const last = partOf(match, 'last')!;
  const right = [Number(plan.first), Number(plan.last)] as const;
  const within = (year: number) => year >= right[0] && year <= right[1];
  if (within(first.value) && within(last.value)) return undefined;
  const severity = severityOf(plan.source, 'error');
  const from = /[“"『「]/.test(text[start - 1] ?? '') ? start - 1 : start;
  return {
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

/** …全会|审议通过了《中共中央关于制定国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议》, 审议通过“十四五”规划建议 */
const PROPOSAL = new RegExp(
  [
    '[^。；！？]{0,40}?通过[^。；！？]{0,30}?',
    `(?:第(?<ordinal>[${ONE_TO_TEN}]{1,3})个五年规划|[“"]?(?<short>[${ONE_TO_TEN}]{1,2}五)[”"]?规划)`,
    '[^。；，]{0,16}建议',
  ].join(''),
  'dy',
);

/** Each plan is proposed by one plenum. */
function wrongProposal(text: string, meeting: Meeting): DateFault | undefined {
  if (meeting.kind !== 'plenum') return undefined;
  const session = `${meeting.term}-${meeting.session}`;
  const right = rows.find((row) => 'proposed' in row && row.proposed === session)?.name;
  if (!right) return undefined;
  PROPOSAL.lastIndex = meeting.end;
  const { ordinal, short } = PROPOSAL.exec(text)?.indices?.groups ?? {};
  const number = ordinal ?? short;
  if (!number) return undefined;
  const [start, end] = number;
  const plan = ordinal ? `${text.slice(start, end)}五` : text.slice(start, end);
  if (plan === right) return undefined;
  const edit = { start, end, text: ordinal ? right.slice(0, -1) : right };
  return { kind: 'plan-proposal', severity: 'warning', start, end, meeting, plan, right, edit };
}

/** |2026年|是实施“ */
const YEAR_BEFORE =
  /(?<year>(?:19|20)\d\d)年[，,]?(?:既|也|又|正)?(?:是|处于|正值)[^，。；“0-9前后]{0,8}[“"『「]?$/;
const YEAR_REACH = 24;
/** ”规划的|关键之年: what only a year of the plan can be. */
const OF_PLAN =
  /^[”"』」]?(?:规划|时期|计划)?(?:纲要)?(?:实施)?的?(?:关键|攻坚|重要|第[二三四]|承上启下|中期)[^，。；\d]{0,8}年/;

/** 2026年是实施“十四五”规划的关键之年: the plan was over by then. */
function wrongYearOf(text: string, start: number, end: number): DateFault | undefined {
  const plan = planOf(text.slice(start, end));
  const from = Math.max(0, start - YEAR_REACH);
  const said = plan && OF_PLAN.exec(text.slice(end, end + YEAR_REACH));
  const before = said && YEAR_BEFORE.exec(text.slice(from, start));
  if (!plan || !before) return undefined;
  const year = Number(before.groups!.year);
  if (year >= Number(plan.first) && year <= Number(plan.last)) return undefined;
  const at = from + before.index;
  return {
    kind: 'plan-outside',
    severity: severityOf(plan.source, 'error'),
    start: at,
    end: end + said[0].length,
    plan,
    figure: { start: at, end: at + 4, value: year },
    running: planIn(year),
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
const EDGE = new RegExp(
  [
    `[“"『「]?(?<plan>[${ONE_TO_TEN}]{1,2}五)[”"』」]?(?:规划|时期|计划)?(?:实施)?的?`,
    '(?:冲刺|关键|决胜)?(?<edge>开局起步|开局|起步|收官)$',
  ].join(''),
);
/** “十五五”开局之年|，也是实施“十四五”规划的第一年 */
const FIRST_OF_OTHER = new RegExp(
  [
    `[，,、](?:也|又|更|同时也?)?是[^，。；“0-9]{0,8}[“"『「]?(?<plan>[${ONE_TO_TEN}]{1,2}五)[”"』」]?`,
    '(?:规划|时期|计划)?(?:纲要)?(?:全面)?(?:实施)?的?(?:第一年|首年|开局之年|起步之年)',
  ].join(''),
  'y',
);

/** One year cannot be the first of one plan and the first or last of another. */
function wrongPair(text: string, hitStart: number, end: number): DateFault | undefined {
  FIRST_OF_OTHER.lastIndex = end;
  const match = FIRST_OF_OTHER.exec(text);
  const said = match && EDGE.exec(text.slice(Math.max(0, hitStart - EDGE_REACH), hitStart))?.groups;
  const [one, other] = said ? [planOf(said.plan!), planOf(match.groups!.plan!)] : [];
  if (!match || !one || !other) return undefined;
  const year = Number(said!.edge === '收官' ? one.last : one.first);
  const right = Number(other.first);
  if (year === right) return undefined;
  const severity = severityOf(other.source, 'error');
  const start = end + match[0].search(/[“"『「]/);
  return {
    kind: 'plan-edge',
    severity,
    start: start < end ? end + 1 : start,
    end: FIRST_OF_OTHER.lastIndex,
    plan: other.name,
    edge: '开局',
    year,
    right,
  };
}

/** How far the plan may begin before 之年. */
const EDGE_REACH = 14;
/** How far before the plan the year may begin. */
const REACH = 24;
/** Longest such clause: 2025年|既是实施…的|“十四五”. */
const CLAUSE = 18;
/** Between the year and the plan: one clause that says what the year is. */
const YEAR_IS = /^[，,]?(?:既|也|又|正)?(?:是|为)[^，。；“0-9]{0,12}$/;
const THIS_YEAR_IS = /今年(?:既|也|又|正)?(?:是|为)[^，。；“0-9]{0,12}$/;

/** Sentences that call a year 开局之年 or 收官之年 of a plan, with the year they speak of. */
export function planEdges(paragraph: Paragraph): readonly PlanEdge[] {
  return readHits(paragraph.fact(dateWords), ({ start, end, entry }) =>
    entry.value === 'year-of' ? readEdge(paragraph, start, end) : undefined,
  );
}

function readEdge(paragraph: Paragraph, hitStart: number, end: number): PlanEdge | undefined {
  const { text } = paragraph;
  const before = text.slice(Math.max(0, hitStart - EDGE_REACH), hitStart);
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
