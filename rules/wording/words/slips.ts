/**
 * All near misses of a paragraph: phrases with one character that only sounds right (`sound-alikes.ts`), and by one walk over the text words of two
 * characters with one slip, expressions with a character that no document has there, and characters out of place. What the walk asks first is
 * whether three characters in a row are usual in public documents: a slip makes those unusual that it is one of, and most are usual. What
 * is left is ruled out by a look at what two characters may be, or asked of `misspelt.ts`, `fixed-phrases.ts` and `out-of-place.ts`.
 */
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { bytesOf } from '../../../language/text/packed.ts';
import { strangerAt } from './fixed-phrases.ts';
import { lostAmong, lostBefore } from './lost-characters.ts';
import { misspeltAt } from './misspelt.ts';
import { movedAt, turnedAt } from './moved-characters.ts';
import {
  FIRST_HALF,
  hashOfPairs,
  LAST_HALF,
  mixed,
  PAIR_MARK_BITS,
  pairOfSounds,
  SLIP,
  SYLLABLE_BITS,
  WORD,
} from './near-miss-keys.mjs';
import { isSeen, isUsual, isUsualAmong } from './neighbours.ts';
import { outOfPlaceAt, unusualAt } from './out-of-place.ts';
import { SOUNDS, type SoundAlike, soundAlikes } from './sound-alikes.ts';
import { UNITS } from './units.ts';

/** A pair that sounds like a word is in doubt where its two characters together stand by themselves no oftener, in steps of `lone-characters.tsv`. */
const SELDOM = 15;

const SYLLABLE = (1 << SYLLABLE_BITS) - 1;
/** What two characters may be, by their hash, as `scripts/compile-near-misses.mjs` lays it out. */
const MARKS = bytesOf('near-misses.pairs');

/**
 * What a walk reads of each place: of its character, and of the two and three that end there. Kept from paragraph to paragraph, and
 * made anew for a longer one.
 */
interface Places {
  /** Of the character: what {@link UNITS} tells. 0 before the text and behind it. */
  units: Uint16Array;
  /** Of two characters: their mixed bits. */
  pairs: Int32Array;
  /** Of three characters: 1 where they are not usual, as those with what stands behind the text are not. */
  unusual: Uint8Array;
}

const places: Places = { units: new Uint16Array(0), pairs: new Int32Array(0), unusual: new Uint8Array(0) };

function read(text: string): Places {
  if (places.units.length < text.length + 4) {
    const room = 2 * (text.length + 4);
    places.units = new Uint16Array(room);
    places.pairs = new Int32Array(room);
    places.unusual = new Uint8Array(room);
  }
  const { units, pairs, unusual } = places;
  let codeBefore = 0;
  let unitBefore = 0;
  let pairBefore = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = UNITS[code]!;
    const pair = mixed((codeBefore << 16) | code);
    units[i] = unit;
    pairs[i] = pair;
    unusual[i] = unitBefore !== 0 && unit !== 0 && isUsual(hashOfPairs(pairBefore, pair)) ? 0 : 1;
    codeBefore = code;
    unitBefore = unit;
    pairBefore = pair;
  }
  units[text.length] = 0;
  unusual.fill(1, text.length, text.length + 4);
  return places;
}

/** The near misses of a paragraph, phrases before words and these before characters, each kind in text order. */
export function slipsIn(paragraph: Paragraph): readonly SoundAlike[] {
  const all = read(paragraph.text);
  const kinds = [
    moved(paragraph, all),
    soundAlikes(paragraph),
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
function misspeltWords(paragraph: Paragraph, { units, pairs, unusual }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  for (let i = 1; i < paragraph.text.length; i++) {
    if ((unusual[i]! & unusual[i + 1]!) === 0) continue;
    const [first, second] = [units[i - 1]!, units[i]!];
    if (first === 0 || second === 0) continue;
    const sound = pairOfSounds(first & SYLLABLE, second & SYLLABLE);
    const isSeldom = (first >> SYLLABLE_BITS) + (second >> SYLLABLE_BITS) <= SELDOM;
    const isWritten = (marksOf(pairs[i]!) & SLIP) !== 0;
    const isSounded = (SOUNDS[sound]! & WORD) !== 0;
    if (isSeldom ? isWritten || isSounded : isWritten && isSeen(pairs[i]!))
      found = added(found, misspeltAt(paragraph, i - 1, sound, isSeldom));
    else if ((isSounded || isWritten) && !isSeen(pairs[i]!))
      found = added(found, strangeAt(paragraph, i - 1, sound));
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
function strangers(paragraph: Paragraph, { units, pairs, unusual }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  for (let i = 3; i < paragraph.text.length; i++) {
    if ((unusual[i - 1]! | unusual[i]!) === 0 || !isHanRow(units, i)) continue;
    const byFirst = unusual[i] === 1 && (marksOf(pairs[i - 2]!) & FIRST_HALF) !== 0;
    const slip = byFirst ? strangerAt(paragraph, i - 3, 2) : undefined;
    const byLast = !slip && unusual[i - 1] === 1 && (marksOf(pairs[i]!) & LAST_HALF) !== 0;
    found = added(found, byLast ? strangerAt(paragraph, i - 3, 0) : slip);
  }
  return found;
}

/** Whether the four characters that end at a place are all Han. */
function isHanRow(units: Uint16Array, end: number): boolean {
  return units[end] !== 0 && units[end - 1] !== 0 && units[end - 2] !== 0 && units[end - 3] !== 0;
}

/** Characters that changed places: hardly a row of three around them is usual. */
function moved(paragraph: Paragraph, { units, unusual }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  for (let i = 0; i < paragraph.text.length - 1; i++) {
    if (units[i] === 0 || units[i + 1] === 0) continue;
    const strange = unusual[i]! + unusual[i + 1]! + unusual[i + 2]! + unusual[i + 3]!;
    if (strange < 3) continue;
    const slip = turnedAt(paragraph, i);
    if (slip) found = added(found, slip);
    else if (units[i + 2] !== 0 && strange + unusual[i + 4]! > 3) found = added(found, movedAt(paragraph, i));
  }
  return found;
}

/** Characters that documents do not have beside one of their neighbours, those that are in no usual three, and what was lost between two. */
function misplaced(paragraph: Paragraph, { units, pairs, unusual }: Places): SoundAlike[] | undefined {
  let found: SoundAlike[] | undefined;
  let isStrangeBefore = false;
  for (let i = 0; i < paragraph.text.length; i++) {
    const behind = i + 1;
    // What documents have in a usual three they have beside each other.
    const isStrange =
      unusual[behind] === 1 && units[i] !== 0 && units[behind] !== 0 && !isSeen(pairs[behind]!);
    if (isStrange || isStrangeBefore) found = added(found, outOfPlaceAt(paragraph, i));
    else if (units[i] !== 0 && (unusual[i]! & unusual[behind]! & unusual[behind + 1]!) === 1)
      found = added(found, unusualAt(paragraph, i));
    if (isStrange) found = added(found, lostBefore(paragraph, behind));
    else if (units[i] !== 0 && units[behind] !== 0 && (unusual[behind]! & unusual[behind + 1]!) === 1)
      found = added(found, lostAmong(paragraph, behind));
    isStrangeBefore = isStrange;
  }
  return found;
}

const marksOf = (pair: number): number => MARKS[pair >>> (32 - PAIR_MARK_BITS)]!;

/** A list with one more, made where there is none; the list itself where there is no more. */
function added(list: SoundAlike[] | undefined, slip: SoundAlike | undefined): SoundAlike[] | undefined {
  if (!slip) return list;
  if (!list) return [slip];
  list.push(slip);
  return list;
}
