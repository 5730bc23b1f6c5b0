/**
 * Years that a reworked draft has kept where it says when things are: 活动时间：2024年6月1日 in a plan for 2025, （2025年3月18日） below
 * 在2026年项目推进会上的讲话. Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import type { DateFault, Placed } from './faults.ts';
import type { Source } from './sources.ts';
import { titled, titleSource } from './title-year.ts';

/** 二、活动时间, 培训时间：. Who enters, books or registers does so before the year begins. */
const TIME =
  /(?:活动|会议|培训|比赛|竞赛|演练|检查|整治|行动|实施|举办|召开|集训)(?:的?起止)?时间(?:安排|为|是)?[：:]?[\s　]*$/;
/** Longest heading or label of that kind. */
const LABEL = 16;

/** What is held in the year of its title may be got ready, or opened, from this month of the year before. */
const EARLY = 9;

/** Dates right behind 活动时间：, and those that begin a line. */
const scheduled = defineFact<readonly CalendarDate[]>('scheduled dates', { facts: [dates] }, (paragraph) => {
  const [date] = paragraph.fact(dates);
  if (!date?.year || !date.month || date.lunar || paragraph.role === 'table') return NONE;
  const { text, contentStart } = paragraph;
  if (date.start === contentStart) return [date];
  return date.start - contentStart <= LABEL && TIME.test(text.slice(contentStart, date.start))
    ? [date]
    : NONE;
});

/** Whether a line that begins with its date stands below a heading that announces it. */
function isAnnounced(document: Document, paragraph: Paragraph): boolean {
  const content = document.lineBefore(paragraph)?.content;
  return content !== undefined && content.length <= LABEL && TIME.test(content);
}

export function* scheduleYearFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(scheduled);
  const written = document.model(documentDate);
  if (paragraphs.length === 0 && written?.place !== 'opening') return;
  const found = titled(document);
  if (!found) return;
  const { title, own } = found;
  const source = titleSource(title, own, own.of.replace(ABOVE_SPEECH, ''));
  for (const paragraph of paragraphs) {
    if (paragraph.index <= title.index) continue;
    const date = paragraph.fact(scheduled)[0]!;
    if (date.start === paragraph.contentStart && !isAnnounced(document, paragraph)) continue;
    if (isBefore(date.year!.value, date.month!.value, own.year))
      yield { paragraph, fault: faultOf(date.year!, own.year, source) };
  }
  // （2025年3月18日） below 在2026年项目推进会上的讲话
  if (written?.place !== 'opening' || written.month === undefined || !AT_MEETING.test(title.text)) return;
  const paragraph = document.paragraphAt(written.start);
  const year = paragraph.fact(dates)[0]?.year;
  if (year && isBefore(year.value, written.month, own.year))
    yield { paragraph, fault: faultOf(year, own.year, source) };
}

/** What was said at a meeting bears its day. */
const AT_MEETING = /^[\s　]*在[^，。]{4,50}[会班式]上?的?(?:讲话|发言|致辞|报告|主持词)/;

/** …推进会|上的. */
const ABOVE_SPEECH = /上?的$/;

const isBefore = (year: number, month: number, own: number) =>
  year < own - 1 || (year === own - 1 && month < EARLY);

function faultOf(
  { start, end, value }: NonNullable<CalendarDate['year']>,
  right: number,
  source: Source,
): DateFault {
  return { kind: 'title-year', severity: 'warning', start, end, year: value, right, source };
}
