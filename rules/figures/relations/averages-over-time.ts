/** Averages over time: 全年接待游客365万人次，日均1万人次 · 上半年完成税收7.2亿元，月均入库1.2亿元 · 三年累计投资27.9亿元，年均9.3亿元. */
import { daysInMonth } from '../../../language/dates/calendar.ts';
import { isPlain } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { scale } from '../../../language/text/interval.ts';
import { readNumber } from '../../../language/text/numerals.ts';
import { comesTo } from './change.ts';
import type { Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { adds } from './sums.ts';

type Step = '日' | '月' | '季' | '年' | '周';

/** 日均, 月均入库, 平均每天接待. */
const AVERAGE = new RegExp(
  [
    '^(?:其中)?(?:(?<per>[日月季年周])均|平均每个?(?<every>[日天月季年周])度?)',
    String.raw`[\u4e00-\u9fff]{0,6}?(?:约|近|为|达到?|超过?)?$`,
  ].join(''),
);
const AVERAGE_WORDS = new Characters('均');
const REACH = 14;
/** What grows by the year is no quotient, and what is traded is traded on the days of the market. */
const NO_AVERAGE = /增|减|降|递|提高|可支配|收入水平|价|交易|成交/;

/** 12月份: of so many days. */
function monthOf(month: number): readonly [RegExp, Partial<Record<Step, readonly number[]>>] {
  const days = month === 2 ? [28, 29] : [daysInMonth(month)];
  return [new RegExp(`(?<![\\d至到—－–~-])${month}月份(?!以来|[至到—－–~-])`), { 日: days }];
}

/** Words for a stretch of time, and how many of each step it has. */
const PERIODS: readonly (readonly [RegExp, Partial<Record<Step, readonly number[]>>])[] = [
  [/前三季度/, { 季: [3], 月: [9], 日: [273, 274] }],
  [/上半年|下半年/, { 季: [2], 月: [6], 日: [181, 182, 184] }],
  [/[一二三四]季度/, { 月: [3], 日: [90, 91, 92] }],
  ...Array.from({ length: 12 }, (_, i) => monthOf(i + 1)),
  // The five years, or those of them that are over.
  [/“?十[一二三四五]五”?(?:时期|期间)/, { 年: [5, 4, 3] }],
  [
    /全年|一年来|本年度|\d{4}年(?!来|间|至|到|—|-)|去年|上年/,
    { 季: [4], 月: [12], 日: [365, 366], 周: [52] },
  ],
];
const YEARS =
  /(?:近|过去|这|前|头)?(?<years>[一二两三四五六七八九十]|\d{1,2})年(?:来|间|内|时间|里)?(?:共|累计|总共|合计|，)?/;
const FROM_TO = /(\d{4})年?[至到—－–~-](\d{4})年/;
const FIRST_MONTHS = /(?:1|一)(?:月份?)?(?:至|到|—|－|-|–|~)(?<last>\d{1,2})月/;
const MONTHS = /(?:前|近|这)(?<months>[一二两三四五六七八九十]{1,2}|\d{1,2})个月/;
/** 2024年元旦假期, 春运前20天: shorter stretches, which a year says when they were. */
const SHORTER = /假期|长假|黄金周|春运|[前近这头\d]\s?天|首日|当[天日]/;
/** How far before its total a period stands. */
const PERIOD_REACH = 40;

/** The average is figure `i`; what is shared out is the last of its kind before it. */
export function readAverageOverTime(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures, start } = sentence;
  const r = figures[i]!;
  if (i < 1 || !isPlain(r) || r.kind === 'percent' || !AVERAGE_WORDS.isIn(text, r.start - REACH, r.start))
    return;
  const said = lead(text, r);
  const { per, every } = AVERAGE.exec(said)?.groups ?? {};
  const step = (per ?? every)?.replace('天', '日') as Step | undefined;
  if (step === undefined || NO_AVERAGE.test(said)) return;
  const total = figures.slice(0, i).findLast((q) => q.dimension === r.dimension && adds(q));
  if (!total || total.value <= r.value || /^[^，。；]{0,30}[。；]/.test(between(text, total, r))) return;
  const before = text.slice(Math.max(start, total.start - PERIOD_REACH), total.start);
  if (/增|减|其中|均|每/.test(lead(text, total))) return;
  const near = stepsIn(lead(text, total), step);
  const counts = near.length > 0 ? near : stepsIn(before, step);
  if (counts.length === 0) return;
  const quotients = counts.map((n) => scale(total, 1 / n));
  const expected = quotients[0]!;
  found.push({
    rule: 'average',
    reading: 'average-over-time',
    claimed: r,
    members: [total],
    expected,
    says: { is: 'average over time', total, steps: counts[0]!, step },
    holds: quotients.some((quotient) => comesTo(quotient, r)),
    alternatives: [{ figure: total, value: r.value * counts[0]! }],
    doubtful: true,
  });
}

/** How many steps the words name, the likeliest first; none where they name no stretch of time, or two. */
function stepsIn(said: string, step: Step): readonly number[] {
  // “十四五”时期（2021—2025年）: the years in brackets are those that it names.
  const words = said.replace(/[（(]\d{4}年?[—－–~至-]{1,2}\d{4}年?[）)]/, '');
  // 2021年至2024年: both of them count.
  if (SHORTER.test(words)) return [];
  const [first, last] = FROM_TO.exec(words)?.slice(1).map(Number) ?? [];
  if (step === '年' && last !== undefined) return [last - first! + 1].filter((n) => n > 1);
  const months = FIRST_MONTHS.exec(words)?.groups?.last ?? MONTHS.exec(words)?.groups?.months;
  const named = PERIODS.filter(([pattern]) => pattern.test(words));
  if (months !== undefined) return step === '月' && named.length === 0 ? [readNumber(months) ?? 0] : [];
  const years = YEARS.exec(words.replace(/\d{4}年|十[一二三四]五/g, ''))?.groups?.years;
  if (step === '年' && years !== undefined) return [readNumber(years) ?? 0].filter((n) => n > 1);
  if (years !== undefined && !named.some(([, counts]) => counts[step])) return [];
  return named.length === 1 ? (named[0]![1][step] ?? []) : [];
}
