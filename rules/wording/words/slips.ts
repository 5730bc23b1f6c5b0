/**
 * One walk over a text for all near misses: words of two characters with one slip, phrases with one character that only sounds
 * right, or that no document has so, and characters that no document has where they stand. Nearly every place is ruled out by a look at
 * what its two syllables may be, and whether documents have its two characters beside each other; what is left is asked of
 * `misspelt.ts`, `sound-alikes.ts`, `fixed-phrases.ts` and `out-of-place.ts`.
 */
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { bytesOf, int32sOf } from '../../../language/text/packed.ts';
import { strangerAt } from './fixed-phrases.ts';
import { misspeltAt } from './misspelt.ts';
import {
  BEGINS_BIT,
  FIRST_HALF_BIT,
  GOES_ON_BIT,
  hashOfPairs,
  hashOfPhrase,
  LAST_HALF_BIT,
  mixed,
  PAIR_BITS,
  pairOfSounds,
  SLIP_BIT,
  SLIP_HASH_BITS,
  SYLLABLE_BITS,
  WORD,
} from './near-miss-keys.mjs';
import { isUsual, PAIRS } from './neighbours.ts';
import { outOfPlaceAt, unusualAt } from './out-of-place.ts';
import { type SoundAlike, soundAlikeAt } from './sound-alikes.ts';
import { UNITS } from './units.ts';

/** A pair that sounds like a word is in doubt where its two characters together stand by themselves no oftener, in steps of `lone-characters.tsv`. */
const SELDOM = 15;

/*
 * The tables as `scripts/compile-near-misses.mjs` lays them out.
 */
const SYLLABLE = (1 << SYLLABLE_BITS) - 1;
/** What two syllables may be. */
const SOUNDS = bytesOf('near-misses.sounds');
/** Whether two characters with this hash are written for a word, bit by bit. */
const SLIPS = int32sOf('near-misses.slips');
/** Whether a phrase has this hash, bit by bit. */
const PHRASES = int32sOf('phrases.hashes');

/** The near misses of a paragraph, phrases before words and these before characters, each kind in text order. */
export function slipsIn(paragraph: Paragraph): readonly SoundAlike[] {
  const { text } = paragraph;
  const [units, sounds, slips, phraseHashes, pairs] = [UNITS, SOUNDS, SLIPS, PHRASES, PAIRS];
  let phrases: SoundAlike[] | undefined;
  let strangers: SoundAlike[] | undefined;
  let words: SoundAlike[] | undefined;
  let misplaced: SoundAlike[] | undefined;
  let code = text.charCodeAt(0);
  let unit = text === '' ? 0 : units[code]!;
  // The last pairs of syllables, and whether phrases begin with them, bit by bit: that of the last at BEGINS_BIT.
  let last = 0;
  let lastButOne = 0;
  let beginnings = 0;
  // Whether expressions have these as their first half, likewise.
  let firstHalves = 0;
  // Whether no document has the last two characters beside each other.
  let wasStrange = 0;
  // Of the last places, whether a character there is the last of no usual three, and whether it was asked about, bit by bit.
  let unusual = 0;
  let asked = 0;
  let lastHash = 0;
  let unitBeforeLast = 0;
  for (let i = 1; i < text.length; i++) {
    const [codeBefore, unitBefore] = [code, unit];
    code = text.charCodeAt(i);
    unit = units[code]!;
    const sound = pairOfSounds(unitBefore & SYLLABLE, unit & SYLLABLE);
    const marks = sounds[sound]!;
    // What follows is all but random: conditions are put together as bits, so that each costs one branch.
    const seldom = ((unitBefore >> SYLLABLE_BITS) + (unit >> SYLLABLE_BITS) - SELDOM - 1) >>> 31;
    const hash = mixed((codeBefore << 16) | code);
    const slip = hash >>> (32 - SLIP_HASH_BITS);
    const isWritten = (marks >> SLIP_BIT) & (slips[slip >> 5]! >> (slip & 31));
    if ((((marks & WORD & seldom) | isWritten) & 1) !== 0)
      words = added(words, misspeltAt(paragraph, i - 1, sound, seldom === 1));
    beginnings = (beginnings << 1) | (marks & (1 << BEGINS_BIT));
    const phrase = hashOfPhrase(lastButOne, sound);
    const goesOn = (marks >> GOES_ON_BIT) & (beginnings >> (BEGINS_BIT + 2));
    if ((goesOn & (phraseHashes[phrase >> 5]! >> (phrase & 31)) & 1) !== 0)
      phrases = added(phrases, soundAlikeAt(paragraph, i - 3, phrase, phrases?.at(-1)?.end ?? 0));
    firstHalves = (firstHalves << 1) | ((marks >> FIRST_HALF_BIT) & 1);
    const halves = ((firstHalves >> 2) & 1) | (((marks >> LAST_HALF_BIT) & 1) << 1);
    if (halves !== 0 && i >= 3) strangers = added(strangers, strangerOf(paragraph, i - 3, halves));
    const pair = hash >>> (32 - PAIR_BITS);
    const isHanPair = unitBefore !== 0 && unit !== 0 ? 1 : 0;
    const isStrange = isHanPair & ~(pairs[pair >> 5]! >> (pair & 31));
    if ((isStrange | wasStrange) !== 0) misplaced = added(misplaced, outOfPlaceAt(paragraph, i - 1));
    asked = (asked << 1) | isStrange | wasStrange;
    wasStrange = isStrange;
    unusual = (unusual << 1) | (isHanPair === 1 && isUsual(hashOfPairs(lastHash, hash)) ? 0 : 1);
    if ((unusual & 7) === 7 && (asked & 2) === 0 && unitBeforeLast !== 0)
      misplaced = added(misplaced, unusualAt(paragraph, i - 2));
    lastHash = hash;
    unitBeforeLast = unitBefore;
    lastButOne = last;
    last = sound;
  }
  if (wasStrange !== 0) misplaced = added(misplaced, outOfPlaceAt(paragraph, text.length - 1));
  const kinds = [phrases, words, strangers, misplaced].filter((kind) => kind !== undefined);
  return kinds.length > 1 ? kinds.flat() : (kinds[0] ?? NONE);
}

/** A slip at `start` in an expression of four characters. @param halves which of its halves may be written right: the first (1), the last (2) */
function strangerOf(paragraph: Paragraph, start: number, halves: number): SoundAlike | undefined {
  const byFirst = (halves & 1) !== 0 ? strangerAt(paragraph, start, 2) : undefined;
  return byFirst ?? ((halves & 2) !== 0 ? strangerAt(paragraph, start, 0) : undefined);
}

/** A list with one more, made where there is none; the list itself where there is no more. */
function added(list: SoundAlike[] | undefined, slip: SoundAlike | undefined): SoundAlike[] | undefined {
  if (!slip) return list;
  if (!list) return [slip];
  list.push(slip);
  return list;
}
