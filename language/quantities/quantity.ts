/** A quantity as it is read, and what may be asked of it. Offsets are UTF-16 units relative to the paragraph. */
import type { rows as unitRows } from '../../generated/quantities-units.ts';
import type { Interval } from '../text/interval.ts';

export type QuantityKind =
  /** What units measure; `data/schema.mjs` declares which kinds there are. */
  | (typeof unitRows)[number]['kind']
  | 'ordinal'
  | 'fraction'
  | 'ratio'
  | 'date'
  | 'time'
  /** A figure without a unit. */
  | 'number'
  /** C919, 5G, 400-600-1234, 〔2024〕: digits that measure nothing. */
  | 'code';

/**
 * How the figure is meant: `about` 约 左右, `near` 近 (just below), `over` 超 逾 多 余 以上 (at least),
 * `under` 不足 以内 (at most), `exact` without such a word.
 */
export type Approximation = 'exact' | 'about' | 'near' | 'over' | 'under';

export interface Quantity extends Interval {
  /** From the first sign of approximation to the last: 约300万元左右. */
  readonly start: number;
  readonly end: number;
  /** The digits, with their decimals and nothing else. */
  readonly digits: { readonly start: number; readonly end: number };
  /** Just behind the number and its 万/亿: where the unit begins. */
  readonly numberEnd: number;
  /** Just behind the unit. */
  readonly unitEnd: number;
  readonly kind: QuantityKind;
  /** Only quantities of one dimension compare. */
  readonly dimension: string;
  /** As written, without 万/亿: 元, 个百分点; empty without one. */
  readonly unit: string;
  /** What one of the figure as written is worth in the dimension's base unit: 10⁴ for 3万元. */
  readonly scale: number;
  /** Signed, in the base unit of the dimension; `low` and `high` are what it may stand for. */
  readonly value: number;
  /** Worth of one unit in the last place written. */
  readonly grain: number;
  readonly approximation: Approximation;
  /** The signs of approximation as written, before and after. */
  readonly before: string;
  readonly after: string;
  /** 多 or 余 within the number: 50多万, 20余个; empty without. */
  readonly inner: string;
  /** One end of a range (5%—6%): the first names the index of the second and the other way round. */
  readonly rangeWith: number | undefined;
  /** Written in Chinese characters. */
  readonly han: boolean;
}

/** Whether the figure may enter a sum: exact to its digits, no end of a range, and a measure of something. */
export function isPlain(q: Quantity): boolean {
  return isMeasure(q) && q.rangeWith === undefined && !NOT_ADDED.has(q.kind);
}

const NOT_ADDED = new Set<QuantityKind>(['number', 'ratio', 'rank', 'han-count']);

/** Not a code, a date, a time, an ordinal. */
export function isMeasure({ kind }: { readonly kind: QuantityKind }): boolean {
  return kind !== 'code' && kind !== 'date' && kind !== 'time' && kind !== 'ordinal';
}
