/**
 * How far a sum may be from its total and still be meant as one. Who mistypes a figure misses by a digit; what is off by more is the sum
 * of other things. How much more depends on what else says that the figures belong together.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';

/** The farthest that a sum may be off, as a share of the total. */
export const FARTHEST = {
  /** A list with a bare 共 behind it, which may be of something else: A186名、B48名、C26名，共260人. */
  bare: 0.1,
  /** Parts told one by one, in clauses, sentences or lines of their own, and a total that is called so: …，合计54人. */
  told: 0.3,
  /** Two measures of the same parts, where the other comes to its total: 县级3支200人、乡镇级14支440人，共17支640人. */
  borneOut: 0.35,
  /** A table, and the line that says that it is below. */
  table: 0.5,
} as const;

/**
 * Whether a sum is near enough to a total to be meant as one.
 * @param sum in the base unit of the total
 * @param farthest one of {@link FARTHEST}
 */
export function isNear(sum: number, total: Pick<Quantity, 'value'>, farthest: number): boolean {
  return Math.abs(sum - total.value) <= total.value * farthest;
}

/** What figures come to as they are written, whatever they may have been rounded from. */
export function addedUp(figures: readonly Pick<Quantity, 'value'>[]): number {
  return figures.reduce((sum, { value }) => sum + value, 0);
}
