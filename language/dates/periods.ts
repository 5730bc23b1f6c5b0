/**
 * Periods of the year that a text speaks of: 一季度, 前三季度, 上半年, with the year said beside them and what the
 * sentence does with them. Read around the hits of `dates.words`; offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { boundAfter, boundBefore, CLAUSE_STOPS, PHRASE_STOPS } from '../text/bounds.ts';
import { Characters } from '../text/characters.ts';
import { readHits } from '../text/hits.ts';
import { dateWords } from './dates.ts';

export type PeriodName =
  | '一季度'
  | '二季度'
  | '三季度'
  | '四季度'
  | '前三季度'
  | '上半年'
  | '下半年'
  | '半年';

/** First and last month of each period, January is 1. */
export const PERIOD_MONTHS: Readonly<Record<PeriodName, readonly [first: number, last: number]>> = {
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  前三季度: [1, 9],
  上半年: [1, 6],
  下半年: [7, 12],
  // 半年考核: what is done after the first half.
  半年: [1, 6],
};

/**
 * What the sentence does with the period: `plan` arranges its work, `review` sums it up as the matter at hand,
 * `past` only looks back from elsewhere (从一季度…, 比上半年…, 下半年以来), `plain` says none of it.
 */
export type PeriodUse = 'plan' | 'review' | 'past' | 'plain';

/** The range is that of the name (without 第). */
export interface Period extends Range {
  readonly name: PeriodName;
  /** 2024年上半年: 2024; undefined where no year is said. */
  readonly year: number | undefined;
  /** Of another year than the one spoken of, or of any year: 去年四季度, 每年上半年. */
  readonly elsewhere: boolean;
  readonly use: PeriodUse;
}

/** How far before and behind a period its use is looked for, within the clause. */
const WINDOW = 16;

const YEAR = /(20\d\d|19\d\d)年度?$/;
const ELSEWHERE = /(?:去年|上年|上一年度?|前年|明年|来年|次年|翌年|当年|往年|历年|每年|年年|各年)$/;

export const periods = defineFact<readonly Period[]>('periods', { facts: [dateWords] }, (paragraph) => {
  const { text } = paragraph;
  return readHits(paragraph.fact(dateWords), ({ start, end, entry: { value } }) => {
    if (value !== 'quarter' && value !== 'half') return undefined;
    return readPeriod(text, start, value === 'half' ? start + 2 : end);
  });
});

/** 十一季度, 两个上半年, 每半年考核: no one period. */
const NOT_BEFORE = new Characters('十个每一两上下前后');

function readPeriod(text: string, at: number, end: number): Period | undefined {
  const start = text[at - 1] === '前' && text.startsWith('三', at) ? at - 1 : at;
  const name = text.slice(start, end);
  // 一、二季度 names two at once.
  if (!(name in PERIOD_MONTHS) || NOT_BEFORE.at(text, start - 1) || isListed(text, start, end))
    return undefined;
  const before = clauseBefore(text, text[start - 1] === '第' ? start - 1 : start);
  const after = clauseAfter(text, end);
  const year = YEAR.exec(before)?.[1];
  return {
    start,
    end,
    name: name as PeriodName,
    year: year === undefined ? undefined : Number(year),
    elsewhere: ELSEWHERE.test(before),
    use: useOf(before, after),
  };
}

const LIST_MARKS = new Characters('、和至到—');

function isListed(text: string, start: number, end: number): boolean {
  // 一、上半年工作: the mark of an item.
  if (!text.startsWith('季度', end - 2)) return false;
  const before = text[start - 1] === '第' ? start - 2 : start - 1;
  return (
    (LIST_MARKS.at(text, before) &&
      /(?:[一二三四]|季度)$/.test(text.slice(Math.max(0, before - 2), before))) ||
    (LIST_MARKS.at(text, end) && /^第?[一二三四]季度/.test(text.slice(end + 1, end + 5)))
  );
}

function clauseBefore(text: string, end: number): string {
  return text.slice(boundBefore(text, end, PHRASE_STOPS, WINDOW), end);
}

/** The clause, and the next where a comma follows the period at once: 下半年，全市将…. */
function clauseAfter(text: string, end: number): string {
  const from = text[end] === '，' ? end + 1 : end;
  return text.slice(from, boundAfter(text, from, CLAUSE_STOPS, WINDOW));
}

/** Looks back from elsewhere: 从一季度的第三方阵, 面对一季度的严峻形势, 下半年以来, 上半年同期. */
const FROM_ELSEWHERE =
  /(?:从|自|比|较|与|同|和|相对于?|面对|针对|继|早在)(?:我[国省市县区])?(?:20\d\d年)?第?$/;
const SINCE = /^(?:以来|同期|相比|末|之后|过后)/;
const PLANS_BEFORE =
  /(?:安排|部署|谋划|研究|做好|抓好|打好|干好|冲刺|决战|推进|对|就|在)(?:全[国省市县区]|我[国省市县区]|今年|本年度?)?第?$/;
const PLANS_AFTER =
  /^(?:的?(?:各项|重点|主要|全部)?工作(?:任务|安排|部署|打算|思路|中)?|的?(?:目标|任务)|的[^，。]{1,8}中(?:$|我))/;
const REVIEWS_BEFORE = /(?:总结|回顾|点评|通报|盘点)(?:全[国省市县区]|我[国省市县区]|了|今年)*第?$/;
const REVIEWS_AFTER = /^[^，。]{0,14}(?:点评|进行了?(?:总结|回顾|通报)|(?:总结|通报|分析|调度|推进)会)/;

function useOf(before: string, after: string): PeriodUse {
  if (FROM_ELSEWHERE.test(before) || SINCE.test(after)) return 'past';
  if (REVIEWS_BEFORE.test(before) || REVIEWS_AFTER.test(after)) return 'review';
  // 做好下半年工作, 在下半年的观摩中: words that plan need the work behind, unless nothing else can be meant by them.
  if (PLANS_BEFORE.test(before) && PLANS_AFTER.test(after)) return 'plan';
  if (/(?:安排|部署|谋划|做好|抓好|冲刺|决战)[^，。]{0,6}$/.test(before)) return 'plan';
  return /^[^，。]{0,10}(?:将|我们要|必须|力争|要(?!求|素|点|件|闻|害|道|塞))/.test(after) ? 'plan' : 'plain';
}
