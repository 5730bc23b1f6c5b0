/**
 * Words of two characters with one slip: 积及性 for 积极性, 因难 for 困难, 问提 for 问题. Looked for are pairs of characters that are no
 * word and sound or look like one that public documents use all the time, or are one turned round. Where two words meet such pairs come
 * about by chance; most of these the dictionary tells, and the rest have a character that often stands by itself (人是, 为中).
 */
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as chanceRows } from '../../../generated/wording-by-chance.ts';
import { uint32sOf } from '../../../language/text/packed.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { mixed, PLACE_BITS, pairOfCharacters } from './near-miss-keys.mjs';
import { isNamed, isPhrase, type SoundAlike } from './sound-alikes.ts';

/*
 * The tables as `scripts/compile-near-misses.mjs` lays them out. Two characters are one number, the code of the first in the high half.
 */
/** The words, and what is written for one that looks like it or is it turned round, each from its place on; 0 where nothing is. */
const WRITTEN = uint32sOf('near-misses.written');
/** Beside these the word that is meant: of a word itself. */
const MEANT = uint32sOf('near-misses.meant');
/** The words by how they sound. */
const SOUND_KEYS = uint32sOf('near-misses.sound-keys');
const SOUND_WORDS = uint32sOf('near-misses.sound-words');

/**
 * What is misspelt by the two characters at a place.
 * @param sound of the two as one number
 * @param isSeldom whether they stand by themselves so seldom that they hardly meet by chance
 */
export function misspeltAt(
  { text, language }: Paragraph,
  at: number,
  sound: number,
  isSeldom: boolean,
): SoundAlike | undefined {
  const pair = pairOfCharacters(text.charCodeAt(at), text.charCodeAt(at + 1));
  const place = placeIn(WRITTEN, pair);
  const slipOf = WRITTEN[place] === pair ? MEANT[place]! : undefined;
  // Nearly always it is a word.
  if (slipOf === pair) return undefined;
  const meant = slipOf ?? (isSeldom ? soundsLike(pair, sound) : undefined);
  if (meant === undefined) return undefined;
  const right = wordOf(meant);
  const isSure = isSeldom && !isTurned(text, at, right);
  if (!isSure && !isVouchedFor(text, at, right)) return undefined;
  if (!isNoWord(text, at, language.words)) return undefined;
  return { start: at, end: at + 2, wrong: text.slice(at, at + 2), right };
}

/** Whether two characters are a word that public documents use all the time. */
export const isOfficeWord = (text: string, at: number): boolean =>
  isOfficePair(text.charCodeAt(at), text.charCodeAt(at + 1));

/** The same by the units of the two. */
export function isOfficePair(first: number, second: number): boolean {
  const pair = pairOfCharacters(first, second);
  const place = placeIn(WRITTEN, pair);
  return WRITTEN[place] === pair && MEANT[place] === pair;
}

/** Where a pair stands in the table, or the free place where it would. */
function placeIn(table: Uint32Array, pair: number): number {
  let place = mixed(pair) >>> (32 - PLACE_BITS);
  while (table[place] !== pair && table[place] !== 0) place = (place + 1) & (table.length - 1);
  return place;
}

/** The word that sounds like a pair of characters and has one of them. */
function soundsLike(pair: number, sound: number): number | undefined {
  for (let i = firstOf(SOUND_KEYS, sound); SOUND_KEYS[i] === sound; i++) {
    const apart = SOUND_WORDS[i]! ^ pair;
    if (apart >>> 16 === 0 || (apart & 0xffff) === 0) return SOUND_WORDS[i];
  }
  return undefined;
}

/** Where in a sorted list a number stands first, or would. */
export function firstOf(sorted: Uint32Array, number: number): number {
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

/** Whether a pair of characters is a word turned round. */
function isTurned(text: string, at: number, word: string): boolean {
  return word[0] === text[at + 1] && word[1] === text[at];
}

/** Whether the word would make a frequent phrase with the two characters before or behind the pair: 实际 and 困难. */
function isVouchedFor(text: string, at: number, word: string): boolean {
  return isPhrase(text.slice(Math.max(0, at - 2), at) + word) || isPhrase(word + text.slice(at + 2, at + 4));
}

/** What is no word and one slip away from one, and right. */
export const BY_CHANCE = new Set(chanceRows.flatMap(({ forms }) => forms.split(' ')));

/** Whether a pair of characters is neither a word nor cut out of words, nor a name or in a title. */
function isNoWord(text: string, at: number, words: Words): boolean {
  return (
    !words.has(text.slice(at, at + 2)) &&
    !BY_CHANCE.has(text.slice(at, at + 2)) &&
    !isInTitle(text, at) &&
    !isNamed(text, at, at + 2) &&
    !words.straddles(text, at, at + 2)
  );
}
