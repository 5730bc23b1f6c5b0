/** Which characters public documents have beside each other, as `scripts/compile-neighbours.mjs` lays it out. */
import { int32sOf, uint16sOf } from '../../../language/text/packed.ts';
import { isHan } from '../../../language/text/scan.ts';
import { hashOfThree, mixed, PAIR_BITS, THREE_BITS, THREE_MARK_BITS } from './near-miss-keys.mjs';

/** Whether documents have a pair with this hash, bit by bit. */
const PAIRS = int32sOf('neighbours.pairs');
/** Three characters in a row, from the place of their hash on: how often they come, and the lowest bits of the hash. */
const THREES = uint16sOf('neighbours.threes');
const MARK = (1 << THREE_MARK_BITS) - 1;
/** What it counts that three characters are usual, beside the power of two of how often they are. */
export const USUAL = 3;

/** Whether public documents have two characters beside each other. */
export function isPair(first: number, second: number): boolean {
  return seenBit(mixed((first << 16) | second)) === 1;
}

/** 1 where documents have a pair with these mixed bits, else 0. */
export function seenBit(pair: number): number {
  const hash = pair >>> (32 - PAIR_BITS);
  return (PAIRS[hash >> 5]! >> (hash & 31)) & 1;
}

/** Whether documents have three characters in a row that have this hash. */
export const isUsual = (hash: number): boolean => countOf(hash) > 0;

/**
 * What a first look at the table tells of three characters with this hash: 0 that they are usual, 1 that they are not, 2 that others stand
 * where they are looked for first. Without a branch, as `places.ts` asks it for each place.
 */
export function firstLook(hash: number): number {
  const entry = THREES[hash >>> (32 - THREE_BITS)]!;
  const isFree = (entry - 1) >>> 31;
  const isOther = (((entry ^ hash) & MARK) + MARK) >> THREE_MARK_BITS;
  return isFree | ((isOther & (isFree ^ 1)) << 1);
}

/** What it counts that documents have three characters in a row: the power of two of how often, and {@link USUAL}; 0 where they seldom do. */
export function usualThree(first: number, second: number, third: number): number {
  if (first === 0 || second === 0 || third === 0) return 0;
  return countOf(hashOfThree(first, second, third));
}

function countOf(hash: number): number {
  const mark = hash & MARK;
  for (
    let place = hash >>> (32 - THREE_BITS);
    THREES[place] !== 0;
    place = (place + 1) & (THREES.length - 1)
  ) {
    if ((THREES[place]! & MARK) === mark) return (THREES[place]! >> THREE_MARK_BITS) + USUAL;
  }
  return 0;
}

/** The two Han characters on either side of a stretch; 0 for what is none. */
export interface Around {
  readonly first: number;
  readonly before: number;
  readonly behind: number;
  readonly last: number;
}

/** Those around `text[start, end)`. */
export function around(text: string, start: number, end: number): Around {
  const han = (place: number) => {
    const code = text.charCodeAt(place);
    return isHan(code) ? code : 0;
  };
  return { first: han(start - 2), before: han(start - 1), behind: han(end), last: han(end + 1) };
}

/** How usual a character is between others: what its three rows of three count. */
export function usualBetween({ first, before, behind, last }: Around, code: number): number {
  return usualThree(first, before, code) + usualThree(before, code, behind) + usualThree(code, behind, last);
}

/**
 * Whether a word would stand beside its neighbours as documents have it: a row of three is usual that has two of its characters and one beside it.
 * @param start of what the word would take the place of, and `end` behind that
 */
export function isUsualAmong(text: string, start: number, end: number, word: string): boolean {
  const { before, behind } = around(text, start, end);
  const code = (at: number) => word.charCodeAt(at);
  const length = word.length;
  return (
    usualThree(before, code(0), code(1)) > 0 || usualThree(code(length - 2), code(length - 1), behind) > 0
  );
}
