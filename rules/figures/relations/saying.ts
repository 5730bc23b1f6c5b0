/**
 * What a relation says, as data: which figures stand in it, and in what way they were told. `words.ts` puts it into Chinese
 * when a finding is read.
 */

import type { Quantity } from '../../../language/quantities/quantities.ts';
import type { Ratio } from './proportions.ts';

/**
 * What the later is compared with: the year before, the same period of it, what the text has said above, and said there of the year
 * before, a goal, a plan, or what the text itself names it by.
 */
export type Base =
  | 'last-year'
  | 'same-period'
  | 'above'
  | 'last-year-above'
  | 'goal'
  | 'plan'
  /** What it is called; `when` it is of: 去年同期的. */
  | { readonly name: string }
  | { readonly when: string };

/** How two ends were named: 由50亿元增至60亿元 · 由2024年50亿元到2025年60亿元 · 60亿元比年初预算50亿元. */
export type Way =
  | { readonly by: 'verb'; readonly verb: string }
  | { readonly by: 'years'; readonly first: string; readonly second: string }
  | { readonly by: 'comparison'; readonly base?: Base };

/** Two ends: `b` is the later, or what is compared. */
export interface Ends {
  readonly a: Quantity;
  readonly b: Quantity;
  readonly way: Way;
}

interface Parted {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
}

export type Saying =
  /** 增长20%, 年均增长4% */
  | (Ends & {
      readonly is: 'rate';
      readonly rises: boolean;
      readonly years: number;
      /** 增减率为-3%: told with its sign, whichever way it went. */
      readonly signed: boolean;
    })
  /** 是原来的4倍 */
  | (Ends & { readonly is: 'times' })
  /** 增长2.5倍 */
  | (Ends & { readonly is: 'multiple' })
  /** 增加10亿元, 提高5个百分点 */
  | (Ends & {
      readonly is: 'difference';
      readonly rises: boolean;
      readonly years: number;
      readonly points: boolean;
      readonly signed: boolean;
    })
  /** 翻一番 */
  | (Ends & { readonly is: 'doubling'; readonly times: number })
  /** 由50亿元减至60亿元; `called` where the verb is not in the way itself. */
  | (Ends & { readonly is: 'wrong way'; readonly called: string | undefined })
  /** 达到 t，比上年增加 d，增长 r */
  | { readonly is: 'increase'; readonly t: Quantity; readonly d: Quantity; readonly rises: boolean }
  /** 增加8亿元，减幅20% */
  | {
      readonly is: 'misnamed rate';
      readonly t: Quantity;
      readonly d: Quantity;
      readonly added: string;
      readonly rated: string;
      readonly rises: boolean;
    }
  /** 比上年的1.2亿元多3000万元，增长25%: the rate by the difference. */
  | { readonly is: 'rate of difference'; readonly a: Quantity; readonly d: Quantity }
  /** 由第6位上升到第8位 */
  | {
      readonly is: 'wrong rank';
      readonly a: number;
      readonly b: number;
      readonly move: string;
      readonly rises: boolean;
    }
  /** 由第6位前移到第3位，前移2位; `move` where it is told beside the places. */
  | {
      readonly is: 'rank';
      readonly from: number;
      readonly to: number;
      readonly move: string | undefined;
      readonly how: string;
    }
  /** 10个县区中位列第12位 */
  | { readonly is: 'place of'; readonly all: Quantity; readonly place: number; readonly last: boolean }
  /** 检测率达到100%，还有36辆未检测 */
  | { readonly is: 'full rate'; readonly done: string; readonly rest: Quantity }
  /** 全部完成，完成率98.6% */
  | { readonly is: 'all done'; readonly done: string; readonly rate: Quantity }
  /** 下降-3% */
  | {
      readonly is: 'negative fall' | 'negative climb' | 'fall below nothing';
      readonly verb: string;
      readonly figure: Quantity;
    }
  /** 同比增长下降3% */
  | { readonly is: 'both ways'; readonly first: string; readonly second: string; readonly figure: Quantity }
  /** 比上年增加1.2万元，下降16% */
  | {
      readonly is: 'opposed';
      readonly first: string;
      readonly second: string;
      readonly difference: Quantity;
      readonly figure: Quantity;
    }
  /** What parts come to; `listed`: the parts are named one by one where they are few. */
  | (Parted & {
      readonly is: 'sum';
      readonly of: 'parts' | 'shared parts' | 'periods';
      readonly among?: true;
      readonly listed?: true;
    })
  /** The marks of a scale of a hundred. */
  | { readonly is: 'marks'; readonly parts: readonly Quantity[] }
  /** A part in 万 that should be in 亿. */
  | (Parted & {
      readonly is: 'wrong unit';
      readonly part: Quantity;
      readonly said: string;
      readonly right: string;
    })
  /** 收入 a，支出 b，结余; with what was left of the year before. */
  | {
      readonly is: 'balance';
      readonly a: Quantity;
      readonly b: Quantity;
      readonly carried: Quantity | undefined;
    }
  /** A part, by its whole and the others. */
  | { readonly is: 'rest'; readonly total: Quantity; readonly others: readonly Quantity[] }
  /** 收入3200万元，支出1800万元，调出1400万元，收支平衡: what else must have gone out. */
  | { readonly is: 'balanced'; readonly income: readonly Quantity[]; readonly outgo: readonly Quantity[] }
  /** What one rate is above or below another. */
  | {
      readonly is: 'gap';
      readonly own: Quantity;
      readonly theirs: Quantity;
      readonly lower: boolean;
      /** 高于, of what is lower. */
      readonly called?: string;
    }
  /** 完成82%，比时间进度慢1.3个百分点: how far from so many twelfths. */
  | {
      readonly is: 'time progress';
      readonly own: Quantity;
      readonly months: number;
      readonly lower: boolean;
    }
  /** 原有85项，取消12项、下放8项，保留: each step with its sign. */
  | {
      readonly is: 'left over';
      readonly first: Quantity;
      readonly steps: readonly Quantity[];
      readonly signs: readonly number[];
    }
  /** What was asked for less what was paid, what is owned less what is owed. */
  | { readonly is: 'saving'; readonly asked: Quantity; readonly paid: Quantity }
  /** 收入总计 a，支出总计 b。收支相抵 */
  | { readonly is: 'settlement'; readonly income: Quantity; readonly outgo: Quantity }
  | { readonly is: 'conversion'; readonly a: Quantity; readonly b: Quantity }
  | {
      readonly is: 'average';
      readonly total: Quantity;
      readonly divisor: Quantity;
      readonly claimed: Quantity;
    }
  /** 每千人拥有5人, of 1840人 and 36.8万人 */
  | {
      readonly is: 'per so many';
      readonly count: Quantity;
      readonly population: Quantity;
      /** 千, 十万 */
      readonly per: string;
    }
  /** 全年365万人次，日均1万人次 */
  | {
      readonly is: 'average over time';
      readonly total: Quantity;
      readonly steps: number;
      readonly step: string;
    }
  | {
      readonly is: 'price';
      readonly price: Quantity;
      readonly number: Quantity;
      readonly months: number;
      /** 200天 of each */
      readonly days?: Quantity;
    }
  /** 占…的%, perhaps by the whole's name; 完成计划的%; 超额%; one of the terms of 8∶41∶51. */
  | {
      readonly is: 'portion';
      readonly of: 'whole' | 'plan' | 'excess' | 'ratio';
      readonly part: Quantity;
      readonly whole: Quantity;
      readonly name?: string;
    }
  /** Of a whole, what is not in the part. */
  | { readonly is: 'portion without'; readonly part: Quantity; readonly whole: Quantity }
  /** Of a whole that the other parts and their shares tell. */
  | { readonly is: 'portion of the rest'; readonly part: Quantity; readonly value: number }
  /** 1260万公里，超计划60万公里: what part of the plan that is. */
  | { readonly is: 'over plan'; readonly t: Quantity; readonly d: Quantity; readonly over: boolean }
  /** Of both together. */
  | { readonly is: 'portion of two'; readonly a: Quantity; readonly b: Quantity }
  /** Two parts of one whole that imply two. */
  | {
      readonly is: 'two wholes';
      readonly a: Quantity;
      readonly share: Quantity;
      readonly b: Quantity;
      readonly base: string;
      readonly wholes: readonly [number, number];
    }
  | { readonly is: 'above the whole'; readonly figure: Quantity }
  | {
      readonly is: 'distribution';
      readonly shares: readonly Quantity[];
      readonly sum: number;
      readonly fault: 'more' | 'less' | undefined;
    }
  | {
      readonly is: 'ratio';
      readonly counts: readonly [Quantity, Quantity];
      readonly stated: readonly [Quantity, Quantity];
      readonly terms: readonly [number, number];
    }
  /** 城镇居民收入38250元，农村居民收入20450元，收入比为1.87: the one by the other. */
  | { readonly is: 'quotient'; readonly of: Quantity; readonly by: Quantity }
  /** 由1.93∶1缩小到2.30∶1 */
  | {
      readonly is: 'ratio moves';
      readonly from: Ratio;
      readonly to: Ratio;
      readonly verb: string;
      readonly opposite: string;
    }
  | { readonly is: 'structure'; readonly others: readonly Quantity[]; readonly sum: number }
  /** 其中…, or what is left, above the whole. */
  | { readonly is: 'part'; readonly part: Quantity; readonly whole: Quantity; readonly among: boolean }
  /** 限额45亿元，余额46.2亿元，控制在限额以内. `over`: that it was passed is said, not that it was kept. */
  | { readonly is: 'limit'; readonly limit: Quantity; readonly used: Quantity; readonly over?: true }
  | { readonly is: 'new part'; readonly part: Quantity; readonly whole: Quantity }
  | { readonly is: 'households'; readonly households: Quantity; readonly people: Quantity }
  | {
      readonly is: 'votes';
      readonly present: Quantity;
      readonly votes: readonly Quantity[];
      readonly sum: number;
      /** Whether they must come to all of those present, and not to no more. */
      readonly all?: true;
    };
