/**
 * Years that a reworked draft has kept below its new headings: 三、2026年工作计划 over 2025年，我局将重点抓好…. Offsets are relative to the
 * paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type DatePart, dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { layout } from '../../../language/layout/layout.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import { type Source, writtenIn } from './sources.ts';

interface HeadingYear extends Range {
  readonly year: number;
  /** 工作计划, as the heading has it. */
  readonly of: string;
}

/** Longest heading of a part. */
const HEADING = 30;
/** What a part about the work of one year is called. */
const WORK =
  '计划 打算 安排 思路 设想 目标 任务 要点 重点 总结 回顾 (?:完成|开展|落实|计划执行|预算执行)?情况';
const YEARS_WORK = new RegExp(
  String.raw`^年度?(?:全[省市县区镇乡年])?((?:[\u4e00-\u9fff]{0,6}工作)?${anyOf(WORK)})(?:及[\u4e00-\u9fff]{2,8})?$`,
);
/** 2025年，我局…; 2025年是…: the sentence is about the year. */
const ABOUT = /^年(?:度)?(?:[，,是]|我|全|以来|[，,]?(?:在|紧紧|围绕|坚持))/;
/** 一、 before the year, no more. */
const MARK = 6;
/** So many lines below the heading the text may begin: 总体思路 or （一） stands between. */
const BELOW = 3;

const headingYears = defineFact<readonly HeadingYear[]>('heading years', { facts: [dates] }, (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (paragraph.role === 'table' || contentEnd - contentStart > HEADING) return NONE;
  const years = paragraph.fact(dates).filter(({ year }) => year);
  const year = years[0]?.year;
  if (!year || years.length > 1 || year.start - contentStart > MARK) return NONE;
  const of = YEARS_WORK.exec(text.slice(year.end, contentEnd))?.[1];
  return of === undefined ? NONE : [{ start: year.start, end: year.end, year: year.value, of }];
});

/** 2025年度个人述职报告, 水利局2025年工作总结, 2025年…统计公报: the whole text is about the year. Reports of governments give the year they are made in. */
const YEARS_TEXT = new RegExp(
  [
    '^年度?([\\u4e00-\\u9fff]{0,10}(?:述职|述廉|总结|自查|自评|要点)[\\u4e00-\\u9fff]{0,4}',
    '|[\\u4e00-\\u9fff]{0,14}(?:统计公报|年报|年度报告)',
    '|法治政府建设(?:工作)?(?:年度)?(?:情况)?的?报告',
    '|[\\u4e00-\\u9fff]{0,6}决算(?:公开)?(?:情况)?(?:说明|报告)?)$',
  ].join(''),
);

/** 2025年|工作总结|和. */
const SUMMED_UP = /^年度?([\u4e00-\u9fff]{0,8}(?:总结|情况|回顾))[和及与暨]$/;

export function* headingYearFaults(document: Document): Generator<Placed> {
  const { title } = document.model(layout);
  const years = title?.fact(dates).flatMap(({ year }) => year ?? []) ?? [];
  const [only, more] = years;
  const whole = title && only && !more && YEARS_TEXT.exec(title.text.slice(only.end, title.contentEnd))?.[1];
  if (whole)
    yield* faultBelow(document, {
      heading: title,
      start: only.start,
      end: only.end,
      year: only.value,
      of: whole,
    });
  // 2025年工作总结和2026年工作打算: what comes first is of the first.
  if (title && only && more && years.length === 2 && more.value === only.value + 1) {
    const of = SUMMED_UP.exec(title.text.slice(only.end, more.start))?.[1];
    if (of && !years.some(({ value }) => value === firstYear(document, title)))
      yield* faultBelow(document, { heading: title, start: only.start, end: only.end, year: only.value, of });
  }
  yield* sameYearAgain(document, title);
  yield* namedTwice(document);
  yield* plannedAgain(document, whole ? { title, own: only } : undefined);
  for (const heading of document.paragraphsWith(headingYears)) {
    if (whole && heading === title) continue;
    const own = { heading, ...heading.fact(headingYears)[0]! };
    // 一、2024年工作总结, in a report on the 工作总结 of 2025.
    const named =
      title && only && heading.index > title.index && title.text.includes(own.of) ? only : undefined;
    if (named && !years.some(({ value }) => value === own.year)) {
      const said = { heading: title!, start: named.start, end: named.end, year: named.value, of: own.of };
      yield faultOf(heading, own, said, 'title-year');
    } else yield* faultBelow(document, own);
  }
}

/** What a heading, or the title, says of its year. */
interface Said extends HeadingYear {
  readonly heading: Paragraph;
}

/** The first sentence below is about another year. */
function* faultBelow(document: Document, said: Said): Generator<Placed> {
  const paragraph = firstBelow(document, said.heading);
  const first = paragraph?.fact(dates)[0];
  if (!paragraph || !first?.year || first.month || first.year.value === said.year) return;
  const { text, contentStart } = paragraph;
  const { start, end, value } = first.year;
  // 2025年打下了基础。2026年我们要…: the text comes to its own year.
  if (start - contentStart > MARK || !ABOUT.test(text.slice(end, end + 4)) || speaksOf(paragraph, said.year))
    return;
  yield faultOf(paragraph, { start, end, year: value }, said, 'part-year');
}

const REVIEWED = /(?:总结|回顾|情况)$/;
const PLANNED = /(?:打算|计划|安排|思路|设想)$/;
/** What is told of within the year: half of it is planned in the other half. */
const WITHIN = /[上下]半年|季度|半年|以来|下[一]?步|后续|截至|\d月/;

/** 一、2025年工作情况, and below it 二、2025年工作打算: who sums up a year plans the next. */
function* sameYearAgain(document: Document, title: Paragraph | undefined): Generator<Placed> {
  const headings = document.paragraphsWith(headingYears);
  if (headings.length < 2 || (title && WITHIN.test(title.text))) return;
  for (const [i, heading] of headings.entries()) {
    const [own, above] = [heading.fact(headingYears)[0]!, headings[i - 1]?.fact(headingYears)[0]];
    if (!above || above.year !== own.year || !REVIEWED.test(above.of) || !PLANNED.test(own.of)) continue;
    const first = firstBelow(document, headings[i - 1]!);
    if (WITHIN.test(own.of) || WITHIN.test(above.of) || (first && WITHIN.test(first.text))) continue;
    const { start } = headings[i - 1]!;
    const source: Source = {
      ...above,
      kind: 'review-above',
      start: start + above.start,
      end: start + above.end,
    };
    yield {
      paragraph: heading,
      fault: { ...own, kind: 'title-year', severity: 'warning', right: own.year + 1, source },
    };
  }
}

/** 年|工作计划: what is planned for the second of two years. */
const PLAN_OF = new RegExp(`^年度?[\\u4e00-\\u9fff]{0,8}${anyOf('计划 打算 安排 思路 设想 要点')}`);
/** Behind a year its plan is named within so many units. */
const PLAN_REACH = 16;

/** The year that is summed up, and the same again before what is planned. */
interface NamedTwice {
  readonly own: DatePart;
  readonly again: DatePart;
  /** 工作总结, as the text has it. */
  readonly of: string;
}

const yearsNamedTwice = defineFact<readonly NamedTwice[]>(
  'years summed up and planned',
  { facts: [dates] },
  (paragraph) => {
    const { text } = paragraph;
    const years = paragraph.fact(dates).flatMap(({ year }) => year ?? []);
    const found: NamedTwice[] = [];
    for (const [i, again] of years.entries()) {
      const own = years[i - 1];
      if (own?.value !== again.value) continue;
      const of = SUMMED_UP.exec(text.slice(own.end, again.start))?.[1];
      if (of && !WITHIN.test(of) && PLAN_OF.test(text.slice(again.end, again.end + PLAN_REACH)))
        found.push({ own, again, of });
    }
    return found.length === 0 ? NONE : found;
  },
);

/** 2025年工作总结和2025年工作计划, in a title or a sentence: who sums up a year plans the next. */
function* namedTwice(document: Document): Generator<Placed> {
  for (const paragraph of document.paragraphsWith(yearsNamedTwice))
    for (const { own, again, of } of paragraph.fact(yearsNamedTwice)) {
      const [start, end] = [paragraph.start + own.start, paragraph.start + own.end];
      const source: Source = { kind: 'review-above', start, end, year: own.value, of };
      const at = { start: again.start, end: again.end, year: again.value };
      const fault = { ...at, kind: 'title-year', severity: 'warning', right: own.value + 1, source } as const;
      yield { paragraph, fault };
    }
}

/** 三、下步打算, without a year of its own. */
const NEXT_STEPS = new RegExp(
  `^(?:[（(]?[${ONE_TO_TEN}]{1,2}[）)、])?(?:下一?步|今后|下一阶段)(?:的?(?:主要|重点)?工作)?(?:的)?${anyOf('打算 计划 安排 思路 设想 重点')}$`,
);
/** 2025年，我部将重点抓好…: what is still to be done. */
const WILL = /^年[，,]?[^。；]{0,24}(?:将|要|力争|计划|拟)/;

/** 2025年，我部将…, at the head of a paragraph. */
const plannedYears = defineFact<readonly DatePart[]>('planned years', { facts: [dates] }, (paragraph) => {
  const { text, contentStart } = paragraph;
  const year = paragraph.fact(dates)[0]?.year;
  if (!year || year.start - contentStart > MARK || WITHIN.test(text)) return NONE;
  return WILL.test(text.slice(year.end)) ? [year] : NONE;
});

/** 三、下步打算, and below it 2025年，我部将…, where the text sums up 2025 or was written in 2026. */
function* plannedAgain(
  document: Document,
  sums: { readonly title: Paragraph; readonly own: DatePart } | undefined,
): Generator<Placed> {
  if (sums && WITHIN.test(sums.title.text)) return;
  for (const paragraph of document.paragraphsWith(plannedYears)) {
    const [year] = paragraph.fact(plannedYears) as [DatePart];
    const heading = document.lineBefore(paragraph);
    if (!heading || !NEXT_STEPS.test(heading.content)) continue;
    const source = sums?.own.value === year.value ? summedUp(sums) : writtenAfter(document, year.value);
    if (!source) continue;
    const right = source.kind === 'written' ? source.year : year.value + 1;
    const at = { start: year.start, end: year.end, year: year.value };
    yield { paragraph, fault: { ...at, kind: 'title-year', severity: 'warning', right, source } };
  }
}

function summedUp({ title, own }: { readonly title: Paragraph; readonly own: DatePart }): Source {
  const [start, end] = [title.start + own.start, title.start + own.end];
  return { kind: 'review-above', start, end, year: own.value, of: '工作' };
}

/** The year in which the document was written, if the other was over then. */
function writtenAfter(document: Document, over: number): ReturnType<typeof writtenIn> | undefined {
  const written = document.model(documentDate);
  return written && written.year > over ? writtenIn(written) : undefined;
}

function faultOf(
  paragraph: Paragraph,
  { start, end, year }: Omit<HeadingYear, 'of'>,
  { heading, ...said }: Said,
  kind: 'title-year' | 'part-year',
): Placed {
  const source: Source = {
    kind,
    start: heading.start + said.start,
    end: heading.start + said.end,
    year: said.year,
    of: said.of,
  };
  return {
    paragraph,
    fault: { kind: 'title-year', severity: 'warning', start, end, year, right: said.year, source },
  };
}

/** The year that the first running text begins with. */
function firstYear(document: Document, title: Paragraph): number | undefined {
  return firstBelow(document, title)?.fact(dates)[0]?.year?.value;
}

function speaksOf(paragraph: Paragraph, of: number): boolean {
  return (
    paragraph.fact(dates).some(({ year }) => year?.value === of) || /[今明]年|新的一年/.test(paragraph.text)
  );
}

/** The first running text below a heading. */
function firstBelow(document: Document, heading: Paragraph): Paragraph | undefined {
  let paragraph = document.lineBehind(heading);
  for (let lines = 0; paragraph && lines < BELOW; lines++) {
    if (paragraph.fact(headingYears).length > 0) return undefined;
    if (/[，。；]/.test(paragraph.content)) return paragraph;
    paragraph = document.lineBehind(paragraph);
  }
  return undefined;
}
