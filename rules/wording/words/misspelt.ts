/**
 * Words of two characters with one slip: 积及性 for 积极性, 因难 for 困难, 问提 for 问题. Looked for are pairs of characters that are no
 * word and sound or look like one that public documents use all the time, or are one turned round. Where two words meet such pairs come
 * about by chance; most of these the dictionary tells, and the rest have a character that often stands by itself (人是, 为中).
 */
import type { Words } from '../../../engine/language.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as chanceRows } from '../../../generated/wording-by-chance.ts';
import { bytesOf, int32sOf, uint32sOf } from '../../../language/text/packed.ts';
import { SYLLABLES, syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { isNamed, isPhrase, type SoundAlike } from './sound-alikes.ts';

/**
 * A pair that sounds like a word is in doubt where its two characters together stand by themselves no oftener than this, in steps of
 * `lone-characters.tsv`. Of those that look like one the build has left out what comes about by chance.
 */
const SELDOM = 15;
/*
 * The tables as `scripts/compile-misspelt.mjs` lays them out. Two characters are one number, the code of the first in the high half.
 */
/** How often a character stands by itself; 0 for what is no Han character. */
const LONE = bytesOf('misspelt.lone');
/** Whether any word has such a pair of syllables, bit by bit. */
const SOUNDS = int32sOf('misspelt.sounds');
/** Whether two characters with this hash are written for a word that looks like them or is them turned round, bit by bit. */
const SLIPS = int32sOf('misspelt.slips');
/** The words by how they sound. */
const SOUND_KEYS = uint32sOf('misspelt.sound-keys');
const SOUND_WORDS = uint32sOf('misspelt.sound-words');
/** What is written for a word that looks like it, and the words. */
const SLIP_KEYS = uint32sOf('misspelt.slip-keys');
const SLIP_WORDS = uint32sOf('misspelt.slip-words');

const SLIP_BITS = 18;

/** Of two characters as one number; must agree with the one in `scripts/compile-misspelt.mjs`. */
const hashOf = (pair: number) => Math.imul(pair, 0x9e3779b1) >>> (32 - SLIP_BITS);

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
  const [sounds, slips] = [SOUNDS, SLIPS];
  let last = text.length > 1 ? text.charCodeAt(0) : 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const next = text.charCodeAt(i + 1);
    const first = last;
    last = next;
    const pair = (first << 16) | next;
    const hash = hashOf(pair);
    let right = (slips[hash >> 5]! & (1 << (hash & 31))) === 0 ? undefined : meantBy(pair >>> 0);
    if (right === undefined && LONE[first]! + LONE[next]! <= SELDOM) {
      const sound = syllables[first]! * SYLLABLES + syllables[next]!;
      if ((sounds[sound >> 5]! & (1 << (sound & 31))) !== 0) right = soundsLike(first, next, sound);
    }
    if (right === undefined || !isNoWord(text, i, language.words)) continue;
    const isSure = LONE[first]! + LONE[next]! <= SELDOM && !isTurned(text, i, right);
    if (!isSure && !isVouchedFor(text, i, right)) continue;
    found ??= [];
    found.push({ start: i, end: i + 2, wrong: text.slice(i, i + 2), right });
  }
  return found ?? NONE;
}

/** The word that sounds like a pair of characters and has one of them; undefined where the pair is a word itself. */
function soundsLike(first: number, second: number, sound: number): string | undefined {
  let alike: number | undefined;
  for (let i = placeOf(SOUND_KEYS, sound); SOUND_KEYS[i] === sound; i++) {
    const word = SOUND_WORDS[i]!;
    const begins = word >>> 16 === first;
    const ends = (word & 0xffff) === second;
    if (begins && ends) return undefined;
    if (begins || ends) alike ??= word;
  }
  return alike === undefined ? undefined : wordOf(alike);
}

/** The word that a pair of characters is written for by mistake; undefined where it is no such pair. */
function meantBy(pair: number): string | undefined {
  const place = placeOf(SLIP_KEYS, pair);
  return SLIP_KEYS[place] === pair ? wordOf(SLIP_WORDS[place]!) : undefined;
}

/** Whether a pair of characters is a word turned round. */
function isTurned(text: string, at: number, word: string): boolean {
  return word[0] === text[at + 1] && word[1] === text[at];
}

/** Whether the word would make a frequent phrase with the two characters before or behind the pair: 实际 and 困难. */
function isVouchedFor(text: string, at: number, word: string): boolean {
  return isPhrase(text.slice(Math.max(0, at - 2), at) + word) || isPhrase(word + text.slice(at + 2, at + 4));
}

const BY_CHANCE = new Set(chanceRows.flatMap(({ forms }) => forms.split(' ')));

/** Whether a pair of characters is neither a word nor cut out of words, nor a name or in a title. */
function isNoWord(text: string, at: number, words: Words): boolean {
  return (
    !words.has(text.slice(at, at + 2)) &&
    !BY_CHANCE.has(text.slice(at, at + 2)) &&
    !words.straddles(text, at, at + 2) &&
    !isInTitle(text, at) &&
    !isNamed(text, at, at + 2)
  );
}
