/**
 * Relations between figures: what one figure must be when the others are right. Each reader finds one kind of
 * statement (由…增至…增长…, 其中…, 占…的…) among the figures of a sentence; the rules report those that do not hold, the
 * hover shows the ones that do.
 */

import type { Edit } from '../../../engine/finding.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import type { Interval } from '../../../language/text/interval.ts';
import type { Saying } from './saying.ts';

/** The kinds of statements that are read, by their readers. */
export type Reading =
  /** 由…增至…，增长…; 2024年…，2025年…，增长…; 下降…，由…减少到… */
  | 'move'
  | 'years'
  | 'claim-first'
  /** …，比上年增加…，增长…; the same across a full stop; 比上年的…增加…; 比年初预算增加… */
  | 'increase'
  | 'increase-of-total'
  | 'comparison'
  | 'named-base'
  /** …，上年同期为…，增长… */
  | 'beside'
  | 'earlier-base'
  | 'gap'
  | 'rank'
  | 'sign'
  /** 其中…; …，合计…; 合格…，不合格…; 收入…，支出…，结余… */
  | 'parts'
  | 'total'
  | 'columns'
  | 'complements'
  | 'definition'
  | 'balance'
  | 'left-over'
  | 'conversion'
  /** 占…的…%; 完成计划的…%; 占…%，占…%; 8∶41∶51; 男女比例为3∶2 */
  | 'portion'
  | 'completion'
  | 'distribution'
  | 'agreed-shares'
  | 'structure'
  | 'structure-of-amounts'
  | 'bounded-rate'
  | 'ratio'
  | 'implied-whole'
  /** A part above its whole, more votes than voters, more households than people. */
  | 'subset'
  | 'votes'
  | 'limit'
  | 'households'
  /** 户均…; 单价…，共… */
  | 'average'
  | 'average-over-time'
  | 'price';

export interface Relation {
  /** The rule that reports it: `growth`, `sum` … */
  readonly rule: 'growth' | 'sum' | 'share' | 'subset' | 'average';
  readonly reading: Reading;
  /** The figure that the others determine. */
  readonly claimed: Quantity;
  readonly members: readonly Quantity[];
  /** What `claimed` may be, in its base unit, when the members are right. */
  readonly expected: Interval;
  /** Lower and upper bounds are all that follows, as in part ≤ whole. */
  readonly bound?: true;
  /** What the members say, and how: put into words by `words.ts`. */
  readonly says: Saying;
  readonly holds: boolean;
  /** Values of the members that would make it hold, where they can be computed. */
  readonly alternatives: readonly Alternative[];
  /** Other words that would make it hold: 减少 for 增加. Each is one suggestion. */
  readonly rewordings?: readonly (readonly Edit[])[];
  /** Not so sure: reported as a warning. */
  readonly doubtful?: true;
}

export interface Alternative {
  readonly figure: Quantity;
  /** In the figure's base unit. */
  readonly value: number;
}

/** The figure as a number in the precision of `like`: 20 for 20%, 4.8 beside 4.3%. */
export function rounded(value: number, like: Quantity): string {
  const decimals = decimalsOf(like);
  const text = (value / like.scale).toFixed(decimals);
  return text.replace('-', '−').replace(/^−(0(?:\.0*)?)$/, '$1');
}

/** Decimals in the figure as written. */
export function decimalsOf(q: Quantity): number {
  const grain = q.grain / q.scale;
  return grain > 0 ? Math.max(0, Math.round(-Math.log10(grain))) : 0;
}

/** The figure as written, with its unit, without the signs of approximation. */
export function written(text: string, q: Quantity): string {
  const sign = q.value < 0 && q.digits.start > 0 ? '−' : '';
  return sign + text.slice(q.digits.start, q.unitEnd);
}

/** The digits as written, with 万/亿. */
export function bare(text: string, q: Quantity, beside?: Quantity): string {
  // 50亿 and 60亿 share their multiplier: (60−50)÷50 reads better without it.
  if (beside && beside.scale !== q.scale) return text.slice(q.digits.start, q.unitEnd);
  return text.slice(q.digits.start, q.digits.end);
}

/** What the expected interval comes to, for the message: `20%`, or `19.6%—20.4%` when the figures leave it open. */
export function shown(text: string, { expected, claimed }: Relation): string {
  const unit = text.slice(claimed.digits.end, claimed.unitEnd).trim();
  const middle = Number.isFinite(expected.high) ? (expected.low + expected.high) / 2 : expected.low;
  // 九成 counts in tens of a hundred.
  if (claimed.han && claimed.kind === 'percent') return `${trimmed(Number(middle.toPrecision(3)))}%`;
  // Written in characters the 万 is part of the number: 190万吨 beside 一百九十万吨.
  if (claimed.han && claimed.scale === 1 && middle >= 1e4) {
    const [factor, sign] = middle >= 1e8 ? [1e8, '亿'] : [1e4, '万'];
    return `${Number((middle / factor).toPrecision(6))}${sign}${unit}`;
  }
  return `${rounded(middle, claimed)}${unit}`;
}

/** The figure that an interval stands for: its middle, or its bound where it is open. */
export function middle({ low, high }: Interval): number {
  return Number.isFinite(high) ? (low + high) / 2 : low;
}

/** Whether a figure is what a relation states, or one of those it follows from. */
export function hasFigure({ claimed, members }: Relation, figure: Quantity): boolean {
  return claimed === figure || members.includes(figure);
}

type Rules = Set<Relation['rule']>;

/** What the relations of a list claim and are of, with their rules, as far as the list was long when it was last asked about. */
interface Known {
  length: number;
  readonly claimed: Map<Quantity, Rules>;
  readonly told: Map<Quantity, Rules>;
}

const known = new WeakMap<readonly Relation[], Known>();

/** Whether relations that were found already state a figure; those of one rule, where it is named. A line may hold thousands of either. */
export function isClaimed(found: readonly Relation[], figure: Quantity, rule?: Relation['rule']): boolean {
  return isAmong(knownOf(found).claimed, figure, rule);
}

/** Whether they state it or follow from it. */
export function isTold(found: readonly Relation[], figure: Quantity, rule?: Relation['rule']): boolean {
  return isAmong(knownOf(found).told, figure, rule);
}

function isAmong(rules: ReadonlyMap<Quantity, Rules>, figure: Quantity, rule?: Relation['rule']): boolean {
  const own = rules.get(figure);
  return own !== undefined && (rule === undefined || own.has(rule));
}

/** Lists of relations only grow: what has come since is added. */
function knownOf(found: readonly Relation[]): Known {
  const own = known.get(found) ?? { length: 0, claimed: new Map(), told: new Map() };
  for (const { rule, claimed, members } of found.slice(own.length)) {
    note(own.claimed, claimed, rule);
    for (const figure of [claimed, ...members]) note(own.told, figure, rule);
  }
  own.length = found.length;
  known.set(found, own);
  return own;
}

function note(rules: Map<Quantity, Rules>, figure: Quantity, rule: Relation['rule']): void {
  const own = rules.get(figure);
  if (own) own.add(rule);
  else rules.set(figure, new Set([rule]));
}

/** At most two decimals. */
export function trimmed(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
