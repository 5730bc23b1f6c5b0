/**
 * What adds up: which figures do, whether parts come to a total, and how far a sum may be from its total and still be meant as one. Who
 * mistypes a figure misses by a digit; what is off by more is the sum of other things. How much more depends on what else says that the
 * figures belong together.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { type Interval, meets, sumOf } from '../../../language/text/interval.ts';
import { type Alternative, middle, type Reading, type Relation } from './relation.ts';
import type { Saying } from './saying.ts';

/** Rates, averages and prices do not add up. */
export const NOT_ADDITIVE =
  /年均|平均|人均|户均|亩均|每|率$|率[为达]$|增长|下降|提高|增速|上限|(?<!高)标准|以上$|(?<![评造])价/;
/** Of units whose figures do not add up; 元/人 is a rate. */
const NOT_ADDED = new Characters('岁分级℃');

/** Whether a figure is one that adds up with others of its kind; nought is a part too. */
export function adds(q: Quantity): boolean {
  const { kind, unit } = q;
  return (
    kind !== 'percent' &&
    kind !== 'point' &&
    kind !== 'times' &&
    q.value >= 0 &&
    isPlain(q) &&
    !q.dimension.includes('/') &&
    !NOT_ADDED.isIn(unit, 0, unit.length)
  );
}

/**
 * Whether parts may come to a whole. Sum and whole that have no more than one end in common do not: every part would have
 * to be rounded as far as can be, and to the same side.
 */
export function addsUp(sum: Interval, total: Interval): boolean {
  if (!meets(sum, total)) return false;
  if (sum.high === sum.low || total.high === total.low) return true;
  // 超2.97亿人次 has no upper end.
  const size = Math.abs(Number.isFinite(total.high) ? total.high : total.low);
  return Math.min(sum.high, total.high) - Math.max(sum.low, total.low) > size * TOUCHING;
}
const TOUCHING = 1e-9;

/**
 * Parts as exact as the most exact of them: 5.5亿元、3亿元、1.2亿元, where 3 is 3.0. Figures of one list are rounded alike, and a nought behind
 * the point is not written. Those told in other multiples (2.77亿、171万) are as they are.
 */
export function evenlyWritten(parts: readonly Quantity[]): readonly Interval[] {
  if (parts.some(({ scale }) => scale !== parts[0]!.scale)) return parts;
  const finest = Math.min(...parts.map(({ grain }) => grain));
  return parts.map((part) => {
    const { value, low, high, approximation } = part;
    if (part.grain <= finest || approximation !== 'exact') return part;
    return { low: Math.max(low, value - finest / 2), high: Math.min(high, value + finest / 2) };
  });
}

/** Each part as it would have to be for the sum to hold. */
function partRepairs(parts: readonly Quantity[], total: number): Alternative[] {
  const sum = middle(sumOf(parts));
  return parts
    .map((figure) => ({ figure, value: total - (sum - figure.value) }))
    .filter(({ value }) => value > 0);
}

/** The farthest that a sum may be off, as a share of the total. */
export const FARTHEST = {
  /** A list with a bare 共 behind it, which may be of something else: A186名、B48名、C26名，共260人. */
  bare: 0.1,
  /** A list in brackets right behind its total, 176所（小学121所、中学55所）, or one whose nouns the total's own names: 14个村、3个社区，共17个村（社区）. */
  named: 0.25,
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

/** How parts are told to come to a total, and whether they do. */
interface Sum extends Partial<Pick<Extract<Saying, { is: 'sum' }>, 'of' | 'listed' | 'among'>> {
  readonly reading: Reading;
  readonly holds: boolean;
  readonly doubtful: boolean;
}

/** What parts must come to: any of them may be wrong, or the total. */
export function sumRelation(
  parts: readonly Quantity[],
  total: Quantity,
  { reading, holds, doubtful, of = 'parts', ...how }: Sum,
): Relation {
  return {
    rule: 'sum',
    reading,
    claimed: total,
    members: parts,
    expected: sumOf(parts),
    says: { is: 'sum', of, parts, total, ...how },
    holds,
    alternatives: partRepairs(parts, total.value),
    ...(doubtful ? { doubtful } : {}),
  };
}
