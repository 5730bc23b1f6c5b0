/** Phrases with one character that only sounds like the right one: 疫情放控 for 疫情防控. */
import type { Range, Severity } from '../../../engine/finding.ts';
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';
import { int32sOf, packedText, uint32sOf } from '../../../language/text/packed.ts';
import { syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import {
  ANYWHERE as BESIDE_ANYTHING,
  bucketOf,
  hashOfPhrase,
  pairOfCharacters,
  pairOfSounds,
} from './near-miss-keys.mjs';
import { BEGINS, GOES_ON, type Places, syllableOf } from './places.ts';

export interface SoundAlike extends Range {
  readonly wrong: string;
  readonly right: string;
  readonly severity?: Severity;
  /** The character that is missing, where nothing else is wrong. */
  readonly lost?: string;
  /** Told by the two characters alone: a longer slip at the same place tells more. */
  readonly byPair?: true;
}

/** Phrases are found by their first four syllables, two and two. */
const KEY = 4;

const ANYWHERE = new Characters(BESIDE_ANYTHING);

/* Phrases by the hash of their first syllables, as `scripts/compile-near-misses.mjs` lays them out. */
/** Whether a phrase has this hash, bit by bit. */
const HASHES = int32sOf('phrases.hashes');
/** Where the phrases of a bucket begin; those of the next begin where they end. */
const BUCKETS = int32sOf('phrases.buckets');
/** Of each phrase its first two characters and the two behind them, two numbers: one wrong character leaves one of them as it is. */
const HALVES = uint32sOf('phrases.halves');
/** All phrases, one behind the other, and where each begins. */
const PHRASES = packedText('phrases.text');
const STARTS = uint32sOf('phrases.starts');

/** What only sounds like a phrase, in text order; undefined where nothing does. */
export function soundAlikes(paragraph: Paragraph, { units, flags }: Places): SoundAlike[] | undefined {
  const last = paragraph.text.length - KEY;
  let found: SoundAlike[] | undefined;
  let from = 0;
  for (let start = 0; start <= last; start++) {
    if ((flags[start + 1]! & BEGINS) === 0 || (flags[start + 3]! & GOES_ON) === 0) continue;
    const hash = hashOfPhrase(soundOf(units, start), soundOf(units, start + 2));
    // What begins within a phrase belongs to that.
    if (((HASHES[hash >> 5]! >> (hash & 31)) & 1) === 0 || start < from) continue;
    const alike = soundAlikeAt(paragraph, start, hash);
    if (!alike) continue;
    from = alike.end;
    found ??= [];
    found.push(alike);
  }
  return found;
}

/** What only sounds like a phrase at a place. @param hash of the first four syllables; there is a phrase with it */
function soundAlikeAt({ text, language }: Paragraph, start: number, hash: number): SoundAlike | undefined {
  const right = slipAt(text, start, hash);
  if (right === undefined) return undefined;
  const end = start + right.length;
  if (!isDoubtful(text, start, end, right, language.words)) return undefined;
  return { start, end, wrong: text.slice(start, end), right };
}

/** The syllables of two units as one number. */
const soundOf = (units: Uint16Array, at: number) =>
  pairOfSounds(syllableOf(units[at]!), syllableOf(units[at + 1]!));

/** The same of two characters. */
const soundAt = (text: string, at: number) =>
  pairOfSounds(syllables[text.charCodeAt(at)]!, syllables[text.charCodeAt(at + 1)]!);

/** The phrase that one character of the same sound makes of what stands at a place; undefined where the phrase itself stands. */
function slipAt(text: string, at: number, hash: number): string | undefined {
  const first = charactersAt(text, at);
  const second = charactersAt(text, at + 2);
  const bucket = bucketOf(hash);
  const behind = BUCKETS[bucket + 1]!;
  let slip: string | undefined;
  for (let number = BUCKETS[bucket]!; number < behind; number++) {
    const begins = HALVES[2 * number] === first;
    const goesOn = HALVES[2 * number + 1] === second;
    if (!begins && !goesOn) continue;
    const [start, end] = [STARTS[number]!, STARTS[number + 1]!];
    // Nearly always, and quicker told than by a comparison.
    if (begins && goesOn && end - start === KEY) return undefined;
    const phrase = PHRASES().slice(start, end);
    const apart = differences(text, at, phrase);
    if (apart === 0) return undefined;
    if (apart === 1) slip ??= phrase;
  }
  return slip;
}

/** The two characters at a place as one number. */
function charactersAt(text: string, at: number): number {
  return pairOfCharacters(text.charCodeAt(at), text.charCodeAt(at + 1));
}

/** Whether these four characters are a phrase of the table, or the beginning of one. */
export function isPhrase(four: string): boolean {
  if (four.length !== KEY) return false;
  const bucket = bucketOf(hashOfPhrase(soundAt(four, 0), soundAt(four, 2)));
  for (let number = BUCKETS[bucket]!; number < BUCKETS[bucket + 1]!; number++) {
    if (HALVES[2 * number] === charactersAt(four, 0) && HALVES[2 * number + 1] === charactersAt(four, 2))
      return true;
  }
  return false;
}

/** In how many characters the text differs from a phrase; 2 for more, and for what does not sound alike or stands anywhere. */
function differences(text: string, at: number, phrase: string): number {
  let apart = 0;
  for (let i = 0; i < phrase.length; i++) {
    const code = text.charCodeAt(at + i);
    const other = phrase.charCodeAt(i);
    if (code === other) continue;
    const slip =
      syllables[code] === syllables[other] && !ANYWHERE.at(text, at + i) && !ANYWHERE.at(phrase, i);
    if (++apart > 1 || !slip) return 2;
  }
  return apart;
}

/** Whether it stands alone between quotation marks: names are made so (“和美湘村”). */
export function isNamed(text: string, start: number, end: number): boolean {
  return text[start - 1] === '“' && text[end] === '”';
}

/** Whether the pair of characters that differs is the beginning of an expression that goes on otherwise: 共襄发展, of 共襄盛举. */
function beginsAnother(wrong: string, right: string, words: Words): boolean {
  for (let i = 0; i + 2 <= wrong.length; i += 2) {
    const pair = wrong.slice(i, i + 2);
    if (pair !== right.slice(i, i + 2) && !words.has(pair) && words.begins(pair)) return true;
  }
  return false;
}

/** Whether it is neither a phrase of its own nor two words, nor cut out of others. */
function isDoubtful(text: string, start: number, end: number, right: string, words: Words): boolean {
  const wrong = text.slice(start, end);
  if (words.has(wrong) || isInTitle(text, start)) return false;
  for (let cut = 2; cut <= wrong.length - 2; cut++) {
    if (words.has(wrong.slice(0, cut)) && words.has(wrong.slice(cut))) return false;
  }
  if (isNamed(text, start, end) || beginsAnother(wrong, right, words)) return false;
  if (!words.straddles(text, start, end)) return true;
  // 化解矛盾 is one word to the dictionary, and 矛盾 in it the beginning of a phrase.
  const first = right.slice(0, 2);
  return wrong.startsWith(first) && words.has(first) && !words.straddles(text, start + 2, end);
}
