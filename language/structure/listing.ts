/** A list that a declared count speaks of. */
import type { Member, Series } from './tree.ts';

/** A list as a count sees it. */
export interface Listing {
  readonly series: Series;
  /** Those it counts: 以上两项 between the second and the third speaks of two. */
  readonly members: readonly Member[];
  /** The place leaves no doubt that this list is meant. */
  readonly sure: boolean;
  /** It is plain where the list ends. */
  readonly whole: boolean;
  /** Each member names the things: 四场攻坚战, 一要打好…攻坚战. */
  readonly named: boolean;
}

/** By so many members a list is off its number that was miscounted. */
export const FAR_OFF = 2;

/** The whole list, found without a doubt. @param named each member names the things */
export function listing(series: Series, named: boolean): Listing {
  return { series, members: series.members, sure: true, whole: true, named };
}
