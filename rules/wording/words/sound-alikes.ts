/** Phrases with one character that only sounds like the right one: 疫情放控 for 疫情防控. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range, Severity } from '../../../engine/finding.ts';
import type { Words } from '../../../engine/language.ts';
import { NONE } from '../../../engine/lists.ts';
import { phrases } from '../../../generated/wording-phrases.ts';
import { Characters } from '../../../language/text/characters.ts';
import { int32sOf } from '../../../language/text/packed.ts';
import { SYLLABLES, syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';

export interface SoundAlike extends Range {
  readonly wrong: string;
  readonly right: string;
  readonly severity?: Severity;
}

/** Phrases are found by their first four syllables, two and two. */
const KEY = 4;

/** Characters that stand beside anything: put in or left out they make other phrases. */
const ANYWHERE = new Characters('在再是式另令向由和与及的地得了着为也有又个其于以一二两三十不各该');

/** Of the hash by which a phrase is looked for: so many bits that few places where no phrase stands have the hash of one … */
const HASH_BITS = 18;
/** … and so many that few phrases share a bucket. */
const BUCKET_BITS = 15;

/** Of two pairs of syllables, each as one number; must agree with the one in `scripts/compile-phrases.mjs`. */
function hashOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - HASH_BITS);
}

/*
 * Phrases by the hash of their first syllables, as `scripts/compile-phrases.mjs` lays them out. Nearly every place in a text is ruled
 * out by a look at a small table.
 */
/** Whether there is a phrase with the hash, bit by bit. */
const HASHES = int32sOf('phrases.hashes');
/** Where the phrases of a bucket begin; those of the next begin where they end. */
const BUCKETS = int32sOf('phrases.buckets');
/** Of each phrase its first two characters and the two behind them, two numbers: one wrong character leaves one of them as it is. */
const HALVES = int32sOf('phrases.halves');
/** Where each phrase begins in the text of all. */
const STARTS = int32sOf('phrases.starts');

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
    const phrase = phrases.slice(start, end);
    const apart = differences(text, at, phrase);
    if (apart === 0) return undefined;
    if (apart === 1) slip ??= phrase;
  }
  return slip;
}

function bucketOf(hash: number): number {
  return hash >> (HASH_BITS - BUCKET_BITS);
}

/** Two characters as one number. */
function charactersAt(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
}

/** Whether these four characters are a phrase of the table, or the beginning of one. */
export function isPhrase(four: string): boolean {
  if (four.length !== KEY) return false;
  const syllableAt = (at: number) => syllables[four.charCodeAt(at)]!;
  const hash = hashOf(syllableAt(0) * SYLLABLES + syllableAt(1), syllableAt(2) * SYLLABLES + syllableAt(3));
  const bucket = bucketOf(hash);
  for (let number = BUCKETS[bucket]!; number < BUCKETS[bucket + 1]!; number++) {
    if (HALVES[2 * number] === charactersAt(four, 0) && HALVES[2 * number + 1] === charactersAt(four, 2))
      return true;
  }
  return false;
}

export const soundAlikes = defineFact<readonly SoundAlike[]>('sound-alikes', ({ text, language }) => {
  if (text.length < KEY) return NONE;
  let found: SoundAlike[] | undefined;
  const hashes = HASHES;
  const sounds = syllables;
  // Each syllable is looked up once, and goes from place to place.
  let first = sounds[text.charCodeAt(0)]!;
  let second = sounds[text.charCodeAt(1)]!;
  let third = sounds[text.charCodeAt(2)]!;
  for (let i = 0; i + KEY <= text.length; i++) {
    const fourth = sounds[text.charCodeAt(i + 3)]!;
    const hash = hashOf(first * SYLLABLES + second, third * SYLLABLES + fourth);
    first = second;
    second = third;
    third = fourth;
    if ((hashes[hash >> 5]! & (1 << (hash & 31))) === 0) continue;
    const right = slipAt(text, i, hash);
    if (right === undefined) continue;
    const end = i + right.length;
    const behind = found?.at(-1)?.end ?? 0;
    if (i < behind || !isDoubtful(text, i, end, right, language.words)) continue;
    found ??= [];
    found.push({ start: i, end, wrong: text.slice(i, end), right });
  }
  return found ?? NONE;
});

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
