/**
 * All near misses of a paragraph: phrases with one character that only sounds right (`sound-alikes.ts`), and by one walk over the text words of two
 * characters with one slip, expressions with a character that no document has there, and characters out of place. What the walk asks first is
 * whether three characters in a row are usual in public documents: a slip makes those unusual that it is one of, and most are usual. What
 * is left is ruled out by a look at what two characters may be (`places.ts`), or asked of `misspelt.ts`, `fixed-phrases.ts` and `out-of-place.ts`.
 */
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { strangerAt } from './fixed-phrases.ts';
import { lostAmong, lostBefore } from './lost-characters.ts';
import { misspeltAt } from './misspelt.ts';
import { hasPlaceAnywhere, movedAt, turnedAt } from './moved-characters.ts';
import { pairOfSounds } from './near-miss-keys.mjs';
import { isUsualAmong } from './neighbours.ts';
import { farFromUsualAt, lookAlikeAt, outOfPlaceAt, unusualAt } from './out-of-place.ts';
import {
  BOTH_HAN,
  FIRST_HALF,
  LAST_HALF,
  LOST_BEHIND,
  lonelinessOf,
  type Places,
  placesOf,
  SEEN,
  SLIP,
  syllableOf,
  UNUSUAL,
  WORD,
} from './places.ts';
import { type SoundAlike, soundAlikes } from './sound-alikes.ts';

/** A pair that sounds like a word is in doubt where its two characters together stand by themselves no oftener, in steps of `lone-characters.tsv`. */
const SELDOM = 15;

/** The near misses of a paragraph, phrases before words and these before characters, each kind in text order. */
export function slipsIn(paragraph: Paragraph): readonly SoundAlike[] {
  const all = placesOf(paragraph.text);
  const kinds = [
    moved(paragraph, all),
    soundAlikes(paragraph, all),
    misspeltWords(paragraph, all),
    strangers(paragraph, all),
    misplaced(paragraph, all),
  ].filter((kind) => kind !== undefined);
  if (kinds.length < 2) return kinds[0] ?? NONE;
  const slips = kinds.flat();
  if (!slips.some(({ byPair }) => byPair)) return slips;
  return [...slips.filter(({ byPair }) => !byPair), ...slips.filter(({ byPair }) => byPair)];
}

/** Words of two characters with a slip: neither with what stands before them nor with what stands behind them they are usual. */
function misspeltWords(paragraph: Paragraph, { units, flags }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  for (let i = 1; i < paragraph.text.length; i++) {
    const marks = flags[i]!;
    if ((marks & (SLIP | WORD)) === 0 || (marks & BOTH_HAN) === 0) continue;
    if ((marks & flags[i + 1]! & UNUSUAL) === 0) continue;
    const [first, second] = [units[i - 1]!, units[i]!];
    const isSeldom = lonelinessOf(first) + lonelinessOf(second) <= SELDOM;
    const isSeen = (marks & SEEN) !== 0;
    const sound = pairOfSounds(syllableOf(first), syllableOf(second));
    if (isSeldom || (isSeen && (marks & SLIP) !== 0))
      found = added(found, misspeltAt(paragraph, i - 1, sound, isSeldom));
    else if (!isSeen) found = added(found, strangeAt(paragraph, i - 1, sound));
  }
  return found;
}

/**
 * 没又这笔, 真政让: documents have the two characters nowhere beside each other, and the word that sounds like them is usual among its
 * neighbours.
 */
function strangeAt(paragraph: Paragraph, at: number, sound: number): SoundAlike | undefined {
  const slip = misspeltAt(paragraph, at, sound, true);
  if (!slip || !isUsualAmong(paragraph.text, slip.start, slip.end, slip.right)) return undefined;
  return { ...slip, byPair: true };
}

/**
 * Slips in expressions of four characters, one half of which is written right. Of a wrong last half the last character is one of the three that end
 * there, of a wrong first half the first is one of the three before.
 */
function strangers(paragraph: Paragraph, { flags }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  for (let i = 3; i < paragraph.text.length; i++) {
    const last = flags[i]!;
    const byFirst = (last & UNUSUAL) !== 0 && (flags[i - 2]! & FIRST_HALF) !== 0;
    const byLast = (last & LAST_HALF) !== 0 && (flags[i - 1]! & UNUSUAL) !== 0;
    if (!(byFirst || byLast) || (last & flags[i - 1]! & flags[i - 2]! & BOTH_HAN) === 0) continue;
    const slip = byFirst ? strangerAt(paragraph, i - 3, 2) : undefined;
    found = added(found, byLast && !slip ? strangerAt(paragraph, i - 3, 0) : slip);
  }
  return found;
}

/** Characters that changed places: hardly a row of three around them is usual. */
function moved(paragraph: Paragraph, { units, flags }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  for (let i = 0; i < paragraph.text.length - 1; i++) {
    if ((flags[i + 1]! & BOTH_HAN) === 0) continue;
    const strange = unusualIn(flags, i, i + 4);
    if (strange < 3) continue;
    // Of two characters one has no place of its own, of three none has.
    const anywhere = hasPlaceAnywhere(units[i]!) + hasPlaceAnywhere(units[i + 1]!);
    if (anywhere > 1) continue;
    const slip = turnedAt(paragraph, i);
    if (slip) found = added(found, slip);
    else if (anywhere + hasPlaceAnywhere(units[i + 2]!) === 0 && strange + unusualIn(flags, i + 4, i + 5) > 3)
      found = added(found, movedAt(paragraph, i));
  }
  return found;
}

/** How many rows of three that end in a stretch are not usual. */
function unusualIn(flags: Uint16Array, from: number, to: number): number {
  let unusual = 0;
  for (let i = from; i < to; i++) unusual += flags[i]! & UNUSUAL;
  return unusual;
}

/** Characters that documents do not have beside one of their neighbours, those that are in no usual three, and what was lost between two. */
function misplaced(paragraph: Paragraph, { units, flags }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  let isStrangeBefore = false;
  for (let i = 0; i < paragraph.text.length; i++) {
    const marks = flags[i + 1]!;
    const isStrange = (marks & (UNUSUAL | BOTH_HAN | SEEN)) === (UNUSUAL | BOTH_HAN);
    const isUnusual = (marks & flags[i + 2]! & UNUSUAL) !== 0;
    const isUnusualIn = isUnusual && (flags[i]! & UNUSUAL) !== 0;
    let slip: SoundAlike | undefined;
    const isAmongHan = (marks & flags[i]! & BOTH_HAN) !== 0;
    if (isStrange || isStrangeBefore)
      slip =
        outOfPlaceAt(paragraph, i) ?? (isUnusualIn && isAmongHan ? farFromUsualAt(paragraph, i) : undefined);
    else if (isUnusualIn) slip = unusualAt(paragraph, i, isAmongHan);
    if (!slip && isStrange && lonelinessOf(units[i]!) + lonelinessOf(units[i + 1]!) <= SELDOM)
      slip = lookAlikeAt(paragraph, i);
    found = added(found, slip);
    if (isStrange) found = added(found, lostBefore(paragraph, i + 1, marks));
    else if (isUnusual && (marks & LOST_BEHIND) !== 0 && (marks & BOTH_HAN) !== 0)
      found = added(found, lostAmong(paragraph, i + 1));
    isStrangeBefore = isStrange;
  }
  return found;
}

/** A list with one more, made where there is none; the list itself where there is no more. */
function added(list: SoundAlike[] | undefined, slip: SoundAlike | undefined): SoundAlike[] | undefined {
  if (!slip) return list;
  if (!list) return [slip];
  list.push(slip);
  return list;
}
