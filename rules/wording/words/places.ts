/**
 * What the walks of `slips.ts` read of a text, place by place, each a few bits. All tables are asked here, once for each place and without
 * a branch on what they say: which characters follow each other is all but random to a processor, and what it cannot guess it has to wait
 * for, a table at a time.
 */
import { bytesOf } from '../../../language/text/packed.ts';
import * as keys from './near-miss-keys.mjs';
import { firstLook, isUsual, seenBit } from './neighbours.ts';
import { UNITS } from './units.ts';

/** The three characters that end at a place are not usual, as those with what stands behind the text are not. */
export const UNUSUAL = 1;
/** The two that end there are both Han. */
export const BOTH_HAN = 2;
/** Documents have these two beside each other, as they do what is in a usual three. */
export const SEEN = 4;
/* What the two may be, and their syllables, as `near-miss-keys.mjs` has it. */
const PAIR_SHIFT = 4;
export const SLIP = keys.SLIP << PAIR_SHIFT;
export const FIRST_HALF = keys.FIRST_HALF << PAIR_SHIFT;
export const LAST_HALF = keys.LAST_HALF << PAIR_SHIFT;
export const LOST_BEHIND = keys.LOST_BEHIND << PAIR_SHIFT;
export const LOST_BEFORE = keys.LOST_BEFORE << PAIR_SHIFT;
const SOUND_SHIFT = 12;
export const WORD = keys.WORD << SOUND_SHIFT;
export const BEGINS = keys.BEGINS << SOUND_SHIFT;
export const GOES_ON = keys.GOES_ON << SOUND_SHIFT;

export interface Places {
  /** Of each character what {@link UNITS} tells. */
  readonly units: Uint16Array;
  /** The bits above. */
  readonly flags: Uint16Array;
}

const SYLLABLE = (1 << keys.SYLLABLE_BITS) - 1;
/** The syllable of a unit. */
export const syllableOf = (unit: number): number => unit & SYLLABLE;
/** How often a unit stands by itself, in steps of `lone-characters.tsv`. */
export const lonelinessOf = (unit: number): number => unit >> keys.SYLLABLE_BITS;

/** What two characters may be, by their hash, and two syllables, as `scripts/compile-near-misses.mjs` lays it out. */
const PAIRS = bytesOf('near-misses.pairs');
const SOUNDS = bytesOf('near-misses.sounds');

/** So many places behind the text are looked at. */
const BEHIND = 4;

/** Kept from paragraph to paragraph, and made anew for a longer one. */
let places: Places = { units: new Uint16Array(0), flags: new Uint16Array(0) };
/** Threes of which the first look does not tell: their hashes, and where they end. */
let hashes = new Int32Array(0);
let ends = new Int32Array(0);

/** What stands at each place of a text. It holds until the next text is read. */
export function placesOf(text: string): Places {
  const { length } = text;
  makeRoom(length + BEHIND);
  const { units, flags } = places;
  let codeBefore = 0;
  let unitBefore = 0;
  let pairBefore = 0;
  let hanBefore = 0;
  let doubts = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const unit = UNITS[code]!;
    const pair = keys.mixed((codeBefore << 16) | code);
    const hash = keys.hashOfPairs(pairBefore, pair);
    const look = firstLook(hash);
    const sound = keys.pairOfSounds(syllableOf(unitBefore), syllableOf(unit));
    const han = 1 - ((unit - 1) >>> 31);
    const both = han & hanBefore;
    units[i] = unit;
    flags[i] =
      ((look + 1) >> 1) |
      (1 - both) |
      (both * BOTH_HAN) |
      (seenBit(pair) * SEEN) |
      (PAIRS[pair >>> (32 - keys.PAIR_MARK_BITS)]! << PAIR_SHIFT) |
      (SOUNDS[sound]! << SOUND_SHIFT);
    hashes[doubts] = hash;
    ends[doubts] = i;
    doubts += (look >> 1) & both;
    codeBefore = code;
    unitBefore = unit;
    pairBefore = pair;
    hanBefore = han;
  }
  for (let n = 0; n < doubts; n++) if (isUsual(hashes[n]!)) flags[ends[n]!]! &= ~UNUSUAL;
  units.fill(0, length, length + BEHIND);
  flags.fill(UNUSUAL, length, length + BEHIND);
  return places;
}

function makeRoom(length: number): void {
  if (places.flags.length >= length) return;
  const room = 2 * length;
  places = { units: new Uint16Array(room), flags: new Uint16Array(room) };
  hashes = new Int32Array(room);
  ends = new Int32Array(room);
}
