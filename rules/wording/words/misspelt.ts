/**
 * Words of two characters with one slip: 积及性 for 积极性, 因难 for 困难. Looked for are pairs of characters that are no word and sound
 * or look like one that public documents use all the time. Where two words meet such pairs come about by chance; most of these the
 * dictionary tells, and the rest have a character that often stands by itself (人是, 为中).
 */
import type { Words } from '../../../engine/language.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { bytesOf, int32sOf, uint32sOf } from '../../../language/text/packed.ts';
import { SYLLABLES, syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { isNamed, type SoundAlike } from './sound-alikes.ts';

/** A pair is in doubt where its two characters together stand by themselves no oftener than this, in steps of `lone-characters.tsv`. */
const SELDOM = 15;
/*
 * The tables as `scripts/compile-misspelt.mjs` lays them out. Two characters are one number, the code of the first in the high half.
 */
/** How often a character stands by itself; 0 for what is no Han character. */
const LONE = bytesOf('misspelt.lone');
/** Whether any word has such a pair of syllables, bit by bit. */
const SOUNDS = int32sOf('misspelt.sounds');
/** Whether two characters with this hash are written for a word of another shape, bit by bit. */
const SHAPES = int32sOf('misspelt.shapes');
/** The words by how they sound. */
const SOUND_KEYS = uint32sOf('misspelt.sound-keys');
const SOUND_WORDS = uint32sOf('misspelt.sound-words');
/** The words by what is written where a character is taken for one that looks like it. */
const SHAPE_KEYS = uint32sOf('misspelt.shape-keys');
const SHAPE_WORDS = uint32sOf('misspelt.shape-words');

const SHAPE_BITS = 16;

/** Of two characters as one number; must agree with the one in `scripts/compile-misspelt.mjs`. */
const hashOf = (pair: number) => Math.imul(pair, 0x9e3779b1) >>> (32 - SHAPE_BITS);

/** Where in a sorted list a number stands first, or would. */
function placeOf(sorted: Uint32Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

const wordOf = (pair: number) => String.fromCharCode(pair >>> 16, pair & 0xffff);

/** Those of a paragraph, in text order. */
export function misspeltWords({ text, language }: Paragraph): readonly SoundAlike[] {
  let found: SoundAlike[] | undefined;
  const [sounds, shapes] = [SOUNDS, SHAPES];
  let last = text.length > 1 ? text.charCodeAt(0) : 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const next = text.charCodeAt(i + 1);
    const first = last;
    last = next;
    if (LONE[first]! + LONE[next]! > SELDOM) continue;
    const sound = syllables[first]! * SYLLABLES + syllables[next]!;
    const hash = hashOf((first << 16) | next);
    const mayBe = (sounds[sound >> 5]! & (1 << (sound & 31))) | (shapes[hash >> 5]! & (1 << (hash & 31)));
    if (mayBe === 0) continue;
    const right = rightAt(text, i, sound);
    if (right === undefined || !isNoWord(text, i, language.words)) continue;
    found ??= [];
    found.push({ start: i, end: i + 2, wrong: text.slice(i, i + 2), right });
  }
  return found ?? NONE;
}

/** The word that is meant by the pair of characters at a place; undefined where that is a word itself. */
function rightAt(text: string, at: number, sound: number): string | undefined {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  let alike: number | undefined;
  for (let i = placeOf(SOUND_KEYS, sound); SOUND_KEYS[i] === sound; i++) {
    const word = SOUND_WORDS[i]!;
    const begins = word >>> 16 === first;
    const ends = (word & 0xffff) === second;
    if (begins && ends) return undefined;
    if (begins || ends) alike ??= word;
  }
  if (alike !== undefined) return wordOf(alike);
  const pair = ((first << 16) | second) >>> 0;
  const slip = placeOf(SHAPE_KEYS, pair);
  return SHAPE_KEYS[slip] === pair ? wordOf(SHAPE_WORDS[slip]!) : undefined;
}

/** Whether a pair of characters is neither a word nor cut out of words, nor a name or in a title. */
function isNoWord(text: string, at: number, words: Words): boolean {
  return (
    !words.has(text.slice(at, at + 2)) &&
    !words.straddles(text, at, at + 2) &&
    !isInTitle(text, at) &&
    !isNamed(text, at, at + 2)
  );
}
