/** What each trait of a line weighs: learnt from leftovers and official texts, see `scripts/adverts/`. */
import type { Range } from '../../../engine/finding.ts';
import { rows as weightRows } from '../../../generated/advert-weights.ts';

/** Whom a trait speaks of: the page around a text, somebody who offers or signs, a language model, the author; or it is a mere shape. */
export type Side = 'page' | 'advert' | 'machine' | 'author' | 'shape';

/** One trait of a line with what it adds to the sum. */
export interface Trait {
  readonly trait: string;
  /** How much of it there is: 1 for one word, a little more for several. */
  readonly amount: number;
  /** The first word that shows it, if words do. */
  readonly word?: Range;
}

export type Place = 'cover' | 'head' | 'body' | 'tail';

export interface Weight {
  readonly weight: number;
  readonly side: Side;
  readonly name: string;
}

const WEIGHTS: ReadonlyMap<string, Weight> = new Map(
  weightRows.map(({ trait, side, weight, name }) => [trait, { side, name, weight: Number(weight) }]),
);

/** @throws RangeError for a trait that the table does not have */
export function weightOf(trait: string): Weight {
  const weight = WEIGHTS.get(trait);
  if (!weight) throw new RangeError(`weights.tsv has no trait ${trait}`);
  return weight;
}

/** What the place adds: 0 in the body. */
export const PLACE_WEIGHTS: Readonly<Record<Place | 'inside', number>> = {
  cover: weightOf('cover').weight,
  head: weightOf('head').weight,
  tail: weightOf('tail').weight,
  body: 0,
  inside: weightOf('inside').weight,
};

/** The logarithm of the odds that what has these traits is a leftover, its place apart. */
export function scoreOf(traits: readonly Trait[]): number {
  let sum = 0;
  for (const { trait, amount } of traits) sum += amount * weightOf(trait).weight;
  return sum;
}
