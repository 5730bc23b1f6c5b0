/**
 * Months that a reworked report has kept: 前三季度经济运行情况 over 1—6月，全县…, or over 一、上半年经济运行情况. Only what opens a paragraph or stands in a
 * heading says what the report is of; other months stand in every report. So with quarters: 三季度…情况的通报 over 二季度，全县….
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dates } from '../../../language/dates/dates.ts';
import { PERIOD_MONTHS, type Period, periods } from '../../../language/dates/periods.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';

export interface StaleMonths extends Range {
  /** As written: 1—6月, 上半年. */
  readonly name: string;
  readonly title: Range & { readonly name: string };
}

/** Months told as what a paragraph or its heading is of. */
interface OpeningMonths extends Range {
  readonly first: number;
  readonly last: number;
}

/** Before the months at a paragraph's beginning: 2025年. */
const YEAR = /^(?:今年|(?:20\d\d年))?$/;
const HEADING = 24;
const MARK = new RegExp(String.raw`^(?:[（(]?[${ONE_TO_TEN}]{1,3}[）)、])?(?:20\d\d年|今年)?$`);
const OF_WORK = /^(?:全[省市县区镇乡])?[\u4e00-\u9fff]{0,10}(?:情况|回顾|运行态势)$/;
/** Months that close a quarter: two months (1—2月) are told where the third is not known yet. */
const QUARTER = 3;

const openingMonths = defineFact<readonly OpeningMonths[]>(
  'opening months',
  { facts: [dates, periods] },
  (paragraph) => {
    const { text, contentStart, contentEnd } = paragraph;
    const list = paragraph.fact(dates);
    const found: OpeningMonths[] = [];
    for (const date of list.slice(0, 2)) {
      const to = date.rangeTo === undefined ? undefined : list[date.rangeTo];
      if (!date.month || date.day || !to?.month || to.day || to.year) continue;
      if (
        !YEAR.test(text.slice(contentStart, date.month.start)) ||
        !/^份?，/.test(text.slice(to.end, to.end + 2))
      )
        continue;
      found.push({ start: date.month.start, end: to.end, first: date.month.value, last: to.month.value });
    }
    const [period] = paragraph.fact(periods);
    if (period && contentEnd - contentStart <= HEADING && !period.elsewhere) {
      const [first, last] = PERIOD_MONTHS[period.name];
      const heads =
        MARK.test(text.slice(contentStart, period.start).replace(/第$/, '')) &&
        OF_WORK.test(text.slice(period.end, contentEnd));
      if (first === 1 && heads) found.push({ start: period.start, end: period.end, first, last });
    }
    return found;
  },
);

const REPORTS = /(?:情况|运行|形势|分析|工作)的?(?:通报|汇报|报告|总结|简报|综述|公报)?$/;
/** The first sentence of a report stands within so many lines of its title. */
const LEAD_LINES = 6;

/** 2025年第二季度，全县…: what a paragraph begins with. */
const openingQuarter = defineFact<readonly Range[]>('opening quarter', { facts: [periods] }, (paragraph) => {
  const { text, contentStart } = paragraph;
  const [period] = paragraph.fact(periods);
  if (!period?.name.endsWith('季度') || period.elsewhere || text[period.end] !== '，') return [];
  return YEAR.test(text.slice(contentStart, period.start).replace(/第$/, '')) ? [period] : [];
});

/** The quarter that a report on another begins with: 二季度，全县… under 三季度…情况的通报. */
function* staleQuarter(document: Document, title: Paragraph, own: Period): Generator<StaleMonths> {
  if (!own.name.endsWith('季度') || !REPORTS.test(title.content)) return;
  const first = document.paragraphsWith(openingQuarter).find(({ index }) => index > title.index);
  if (!first || first.index - title.index > LEAD_LINES) return;
  const { start, end } = first.fact(openingQuarter)[0]!;
  const name = first.text.slice(start, end);
  if (name === own.name) return;
  const at = { start: own.start, end: own.end, name: own.name };
  yield { start: first.start + start, end: first.start + end, name, title: at };
}

/** 6—9月 of the third quarter: it shares but one end with the months it should be, and no other period has them. */
function isMiscounted({ name }: Period, begins: number, ends: number): boolean {
  const [first, last] = PERIOD_MONTHS[name];
  if (begins === 1 || !name.endsWith('季度') || first === 1) return false;
  return (ends === last && begins !== first && begins % QUARTER !== 1) || (begins === first && ends > last);
}

/** @param named the periods of the title, absolute */
export function* staleMonths(
  document: Document,
  title: Paragraph,
  named: readonly Period[],
): Generator<StaleMonths> {
  const [own] = named;
  if (!own || named.length > 1) return;
  yield* staleQuarter(document, title, own);
  const [first, last] = PERIOD_MONTHS[own.name];
  for (const paragraph of document.paragraphsWith(openingMonths)) {
    if (paragraph.index <= title.index) continue;
    for (const { start, end, first: begins, last: month } of paragraph.fact(openingMonths)) {
      if (begins === 1 && first === 1) {
        // A report on half a year may tell of its first quarter by itself.
        if (month === last || month % QUARTER !== 0 || (month === QUARTER && last > QUARTER)) continue;
      } else if (!isMiscounted(own, begins, month)) continue;
      yield {
        start: paragraph.start + start,
        end: paragraph.start + end,
        name: paragraph.text.slice(start, end),
        title: { start: own.start, end: own.end, name: own.name },
      };
    }
  }
}
