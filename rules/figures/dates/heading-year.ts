/**
 * Years that a reworked draft has kept below its new headings: 三、2026年工作计划 over 2025年，我局将重点抓好…. Offsets are relative to the
 * paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dates } from '../../../language/dates/dates.ts';
import type { Placed } from './faults.ts';

interface HeadingYear extends Range {
  readonly year: number;
  /** 工作计划, as the heading has it. */
  readonly of: string;
}

/** Longest heading of a part. */
const HEADING = 30;
/** What a part about the work of one year is called. */
const YEARS_WORK =
  /^年度?(?:全[省市县区镇乡年])?((?:[\u4e00-\u9fff]{0,6}工作)?(?:计划|打算|安排|思路|设想|目标|任务|要点|重点|总结|回顾|情况|完成情况|开展情况))(?:及[\u4e00-\u9fff]{2,8})?$/;
/** 2025年，我局…; 2025年是…: the sentence is about the year. */
const ABOUT = /^年(?:度)?(?:[，,是]|我|全|以来|[，,]?(?:在|紧紧|围绕|坚持))/;
/** 一、 before the year, no more. */
const MARK = 6;
/** So many lines below the heading the text may begin: 总体思路 or （一） stands between. */
const BELOW = 3;
const NONE: readonly HeadingYear[] = [];

const headingYears = defineFact<readonly HeadingYear[]>('heading years', { facts: [dates] }, (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (paragraph.role === 'table' || contentEnd - contentStart > HEADING) return NONE;
  const years = paragraph.fact(dates).filter(({ year }) => year);
  const year = years[0]?.year;
  if (!year || years.length > 1 || year.start - contentStart > MARK) return NONE;
  const of = YEARS_WORK.exec(text.slice(year.end, contentEnd))?.[1];
  return of === undefined ? NONE : [{ start: year.start, end: year.end, year: year.value, of }];
});

export function* headingYearFaults(document: Document): Generator<Placed> {
  for (const heading of document.paragraphsWith(headingYears)) {
    const own = heading.fact(headingYears)[0]!;
    const paragraph = firstBelow(document, heading);
    const first = paragraph?.fact(dates)[0];
    if (!paragraph || !first?.year || first.month || first.year.value === own.year) continue;
    const { text, contentStart } = paragraph;
    const { start, end, value } = first.year;
    // 2025年打下了基础。2026年我们要…: the text comes to its own year.
    if (start - contentStart > MARK || !ABOUT.test(text.slice(end, end + 4)) || speaksOf(paragraph, own.year))
      continue;
    const source = {
      start: heading.start + own.start,
      end: heading.start + own.end,
      message: `所在部分是${own.year}年${own.of}`,
    };
    yield {
      paragraph,
      fault: { kind: 'title-year', severity: 'warning', start, end, year: value, right: own.year, source },
    };
  }
}

function speaksOf(paragraph: Paragraph, of: number): boolean {
  return (
    paragraph.fact(dates).some(({ year }) => year?.value === of) || /[今明]年|新的一年/.test(paragraph.text)
  );
}

/** The first running text below a heading. */
function firstBelow({ paragraphs }: Document, heading: Paragraph): Paragraph | undefined {
  let lines = 0;
  for (let i = heading.index + 1; i < paragraphs.length && lines < BELOW; i++) {
    const paragraph = paragraphs[i]!;
    if (paragraph.blank) continue;
    lines++;
    if (paragraph.fact(headingYears).length > 0) return undefined;
    if (/[，。；]/.test(paragraph.content)) return paragraph;
  }
  return undefined;
}
