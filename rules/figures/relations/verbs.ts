/** Words that say where a figure went: 增加, 下降 …, as the readers of relations look for them before a figure. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { wordsOf } from '../../../language/text/pattern.ts';

/** Longer words first: they are alternatives of one pattern. */
const RISING = wordsOf(
  '增加 增长 提高 提升 上升 扩大 拓展 扩展 增多 上调 攀升 跃升 上涨 跃上 扩容 壮大 调增 递增 猛增 激增 升 增 扩',
  '涨',
);
const FALLING = wordsOf(
  '减少 下降 降低 缩减 压减 缩小 回落 下调 压缩 缩短 下滑 压降 精简 调减 下跌 递减 锐减 骤降 减 降 缩 跌',
);
/** Words of the rate itself. */
const RATES = wordsOf(
  '增幅 增速 涨幅 升幅 增长率 增长幅度 降幅 减幅 跌幅 下降幅度 压减比例 下降比例 增长比例 压减率 压降率 下降率 上升率 减少率 降低率',
);

/** Alternatives for a pattern. */
export const UP = RISING.join('|');
export const DOWN = FALLING.join('|');
export const RATE_NOUNS = RATES.join('|');

/** What was taken in, brought in or spent, more or less of it. */
export const YIELDS = '增收|减收|增产|减产|增支|减支|多收|少收|多支|少支|多增|少增';

/** How a rate went, or what fell short of the usual: 增速比上年加快, 降水比常年偏多. */
export const PACE = '加快|回升|放缓|减缓|收窄|偏多|偏少|偏高|偏低|高出';

const DOWNWARDS = new Characters('减降缩落滑少简跌缓窄低节');

/** Whether the verb or the noun says that it became less. */
export function isDown(verb: string): boolean {
  return DOWNWARDS.isIn(verb, 0, verb.length);
}

const RISES = new Set(RISING);

/** Whether it is one of the verbs that say it became more; not 翻, not 变. */
export function isUp(verb: string): boolean {
  return RISES.has(verb);
}

/** Words of one meaning in both directions. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['提高', '降低'],
  ['提升', '降低'],
  ['上升', '下降'],
  ['上涨', '下跌'],
  ['扩大', '缩小'],
  ['上调', '下调'],
  ['调增', '调减'],
  ['增收', '减收'],
  ['增产', '减产'],
  ['增支', '减支'],
  ['增幅', '降幅'],
  ['增速', '降幅'],
  ['增多', '减少'],
  ['加快', '放缓'],
  ['偏多', '偏少'],
  ['偏高', '偏低'],
  ['高出', '低于'],
  ['大于', '小于'],
  ['高于', '低于'],
  ['快于', '慢于'],
  ['多于', '少于'],
  ['超过', '低于'],
  ['多', '少'],
  ['高', '低'],
  ['快', '慢'],
  ['增', '减'],
  ['升', '降'],
];
const OPPOSITE = new Map([
  ...OPPOSITES.map(([up, down]) => [up, down] as const),
  ...[...OPPOSITES].reverse().map(([up, down]) => [down, up] as const),
]);

/** 减少 for 增加; undefined for a word that has none. */
export function oppositeOf(verb: string): string | undefined {
  return OPPOSITE.get(verb);
}

/** A difference, not a level: 比上年增加3亿元. */
export const DIFFERENCE = /(?:增加(?!值)|减少|增收|减收|增支|减支|净增|多|少)[^，。；、\d]{0,3}$/;

/** The span of a change: 五年, 三年间, 10年来. */
export const SPAN = '(?:[一二两三四五六七八九十\\d]{1,2}年(?:来|间|内|时间)?)';
const FEW = String.raw`[一二两三四五六七八九十]|\d{1,2}`;
/** The years of a span as written. */
export const SPAN_YEARS = new RegExp(
  `(?:近|过去|这)(?<near>${FEW})年|(?<span>${FEW})年(?:来|间|内|时间|里|中)`,
);

/** Indicators whose rates are computed at constant prices: the ends as written do not give them. */
const CONSTANT_PRICES = new RegExp(
  [
    '(?<!单位|每|万元|亿元)(?:生产总值|GDP)|(?<!工业总|工业|综合|单位|每|万元|亿元)产值',
    '增加值|经济总量|可支配收入|人均收入|纯收入|总收入|工资',
  ].join('|'),
);
/** Whether the rates of a figure may be at constant prices, by the words before it; 产值过亿元的企业|9家 have none. */
export const mayBeReal = (words: string, { kind }: Pick<Quantity, 'kind'>): boolean =>
  kind !== 'count' && kind !== 'people' && kind !== 'place' && CONSTANT_PRICES.test(words);
/** 比年初增加142.6亿元，同比增长8.9%: a difference of months and a rate of a year have a base each. */
export const haveTwoBases = (words: string): boolean => words.includes('同比') && SINCE_MONTHS.test(words);
const SINCE_MONTHS = /[比较与](?:年初|上季度|上月|上周)/;

/** The bases of the figures differ. */
export const OTHER_BASIS = /同口径|可比|扣除|剔除|不变价|折算|口径|还原/;
