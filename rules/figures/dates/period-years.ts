/**
 * Years that a reworked draft has kept: 2024年工作总结 over 现将2023年工作情况汇报如下. Only sentences that say what the
 * document itself is about are judged; figures of other years stand in every report.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dates } from '../../../language/dates/dates.ts';
import { layout } from '../../../language/layout/layout.ts';
import { anyOf } from '../../../language/text/pattern.ts';

export interface StaleYear extends Range {
  readonly severity: 'warning';
  readonly title: Range & { readonly name: string };
  readonly name: string;
  readonly places: readonly Range[];
}

interface StatedYear extends Range {
  readonly year: number;
  /** What the document does with the year: sums it up, or plans it. */
  readonly does: 'review' | 'plan';
}

/** Longest heading that is taken as one. */
const HEADING = 30;

const REPORTS = /^年度?[^，。；]{0,24}(?:总结|汇报|报告)如下/;
const SINCE = /^年(?:上半年|下半年|[一二三四]季度|前三季度)以来/;
const REVIEW_HEADING = /^年度?(?:上半年|下半年)?(?:主要|重点)?工作(?:总结|回顾|情况|完成情况|开展情况)$/;
const PLANS = '计划 打算 安排 思路 设想 谋划 目标 任务 目标任务 重点工作 重点任务 主要工作';
const PLAN_HEADING = new RegExp(`^年度?(?:上半年|下半年)?(?:主要|重点)?(?:工作)?${anyOf(PLANS)}$`);

/** Years that the text says it is about. */
const statedYears = defineFact<readonly StatedYear[]>('stated years', { facts: [dates] }, (paragraph) => {
  const found: StatedYear[] = [];
  const { text, contentStart, contentEnd } = paragraph;
  for (const { year, month, numeric } of paragraph.fact(dates)) {
    if (!year || month || numeric) continue;
    const after = text.slice(year.end, Math.min(contentEnd, year.end + 40));
    const before = text.slice(Math.max(contentStart, year.start - 14), year.start);
    const { start, end, value } = year;
    if (/现(?:将|就)[^，。；]*$/.test(before) && REPORTS.test(after))
      found.push({ start, end, year: value, does: 'review' });
    // 2024年上半年以来，…: what the paragraph sums up.
    if (start === contentStart && SINCE.test(after)) found.push({ start, end, year: value, does: 'review' });
    if (contentEnd - contentStart > HEADING) continue;
    const bare = after.replace(/[。：]$/, '');
    if (REVIEW_HEADING.test(bare)) found.push({ start, end, year: value, does: 'review' });
    else if (PLAN_HEADING.test(bare)) found.push({ start, end, year: value, does: 'plan' });
  }
  return found;
});

/** …工作总结, 在…总结会上的讲话. */
const REVIEWS = /(?:总结|述职报告|总结(?:表彰)?(?:大会|会议|会)上的(?:讲话|发言))$/;

/** One finding for every year out of place; read by figures/period, and by figures/date, which leaves them to it. */
export const staleYears = defineModel<readonly StaleYear[]>('stale years', (document) => {
  const { title } = document.model(layout);
  return title ? [...yearsOutOfPlace(document, title), ...openingsOutOfPlace(document, title)] : NONE;
});

function* yearsOutOfPlace(document: Document, title: Paragraph): Generator<StaleYear> {
  const years = title.fact(dates).filter((d) => d.year);
  const own = years[0]?.year;
  const plans = /(?:计划|要点|打算|安排|设想|方案)$/.test(title.content);
  const reviews = REVIEWS.test(title.content);
  if (!own || years.length !== 1 || plans === reviews) return;
  const byYear = new Map<number, Range[]>();
  for (const paragraph of document.paragraphsWith(statedYears)) {
    if (paragraph.index <= title.index) continue;
    for (const { year, does, start, end } of paragraph.fact(statedYears)) {
      if (fits(year, does, own.value, plans)) continue;
      const list = byYear.get(year) ?? [];
      list.push({ start: paragraph.start + start, end: paragraph.start + end });
      byYear.set(year, list);
    }
  }
  const at = { start: title.start + own.start, end: title.start + own.end, name: String(own.value) };
  for (const [year, places] of byYear) {
    yield { ...places[0]!, severity: 'warning', title: at, name: String(year), places };
  }
}

/** A summary sums up its year and may plan the next; a plan plans its year and may sum up the one before. */
function fits(year: number, does: StatedYear['does'], own: number, plans: boolean): boolean {
  if (does === 'plan') return year === own || (!plans && year === own + 1);
  return year === own || (plans && year === own - 1);
}

const PART = '[上下]半年|前三季度|第?[一二三四]季度|\\d{1,2}[—-]\\d{1,2}月';
/** 2026年|上半年|经济形势分析会. */
const OF_PART = new RegExp(`^年(?<part>${PART})`);
/** 2025年|上半年|，全县经济稳中向好, at the head of a paragraph; not 2025年上半年同期 nor what is compared with it. */
const OPENS = new RegExp(`^年(?<part>${PART})(?:以来)?，`);
const COMPARES = /同期|相比|[比较]|去年|上年/;
const EARLIER = /回顾|对比|下半年(?!工作(?:安排|打算|计划|思路|重点))|十四五|近年/;

interface PartOfYear extends Range {
  readonly year: number;
  readonly part: string;
}

/** 统计局通报了|2025年|一季度|主要指标完成情况: what the meeting has just heard. */
const HEARD = /(?:通报|汇报|分析|总结|点评|听取)了(?:全[省市县区])?$/;
const OF_SAME_PART = new RegExp(`^年第?(?<part>${PART})(?!以来|同期)`);

const heardParts = defineFact<readonly PartOfYear[]>(
  'parts of a year that were told of',
  { facts: [dates] },
  (paragraph) => {
    const { text } = paragraph;
    const found = paragraph.fact(dates).flatMap(({ year, month }): PartOfYear[] => {
      if (!year || month || !HEARD.test(text.slice(Math.max(0, year.start - HEARD_REACH), year.start)))
        return [];
      const { start, end, value } = year;
      const part = OF_SAME_PART.exec(text.slice(end, end + HEARD_REACH))?.groups?.part;
      return part === undefined ? [] : [{ start, end, year: value, part }];
    });
    return found.length === 0 ? NONE : found;
  },
);
const HEARD_REACH = 12;

const openings = defineFact<readonly PartOfYear[]>(
  'openings of a part of a year',
  { facts: [dates] },
  (paragraph) => {
    const { text, contentStart, contentEnd } = paragraph;
    const [first] = paragraph.fact(dates);
    const { start, end, value } = first?.year ?? {};
    if (start !== contentStart || first!.month || first!.numeric) return NONE;
    const part = OPENS.exec(text.slice(end, end! + 16))?.groups?.part;
    const said = text.slice(end, Math.min(contentEnd, end! + 60));
    return part === undefined || COMPARES.test(said)
      ? NONE
      : [{ start, end: end!, year: value!, part: part.replace('第', '') }];
  },
);

/**
 * The first paragraph that begins with the same part of the year before the title's, and what was heard of that part of an earlier one: a
 * text made from that of last year.
 */
function* openingsOutOfPlace(document: Document, title: Paragraph): Generator<StaleYear> {
  const years = title.fact(dates).filter((d) => d.year);
  const own = years[0]?.year;
  const part = own && OF_PART.exec(title.text.slice(own.end))?.groups?.part?.replace('第', '');
  if (!own || !part || years.length !== 1 || EARLIER.test(title.content)) return;
  const at = { start: title.start + own.start, end: title.start + own.end, name: String(own.value) };
  const staleIn = ({ start }: Paragraph, said: PartOfYear): StaleYear => {
    const place = { start: start + said.start, end: start + said.end };
    return { ...place, severity: 'warning', title: at, name: String(said.year), places: [place] };
  };
  const [first] = document.paragraphsWith(openings).filter(({ index }) => index > title.index);
  const [said] = first?.fact(openings) ?? [];
  if (first && said?.part === part && said.year === own.value - 1) yield staleIn(first, said);
  for (const paragraph of document.paragraphsWith(heardParts))
    for (const heard of paragraph.fact(heardParts))
      if (heard.part === part && heard.year < own.value) yield staleIn(paragraph, heard);
}
