/** Phrases with one character that only sounds like the right one: 疫情放控 for 疫情防控. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Words } from '../../../engine/language.ts';
import { rows } from '../../../generated/wording-phrases.ts';
import { Characters } from '../../../language/text/characters.ts';
import { SYLLABLES, syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';

export interface SoundAlike extends Range {
  readonly wrong: string;
  readonly right: string;
}

/** Phrases are found by their first four syllables, two and two. */
const KEY = 4;

/** Characters that stand beside anything: put in or left out they make other phrases. */
const ANYWHERE = new Characters('在再是式另令向由和与及的地得了着为也有又个其于以一二两三十不各该');

/** Phrases by their syllables. Nearly every place in a text is ruled out by two looks at small tables. */
class PhraseIndex {
  /** Whether a phrase begins with a pair of syllables, and whether one goes on with it; bit by bit. */
  readonly firsts = new Uint32Array((SYLLABLES * SYLLABLES) / 32);
  readonly seconds = new Uint32Array((SYLLABLES * SYLLABLES) / 32);
  /** Chains of phrases whose pairs have one hash: the number of the first, and of the next, each plus 1. */
  readonly #heads = new Int32Array(1 << HASH_BITS);
  readonly #next: Int32Array;
  readonly #phrases: readonly string[];

  constructor(phrases: readonly string[]) {
    this.#phrases = phrases;
    this.#next = new Int32Array(phrases.length);
    for (let number = 0; number < phrases.length; number++) {
      const phrase = phrases[number]!;
      const first = pairAt(phrase, 0);
      const second = pairAt(phrase, 2);
      this.firsts[first >> 5]! |= 1 << (first & 31);
      this.seconds[second >> 5]! |= 1 << (second & 31);
      const slot = hash(first, second);
      this.#next[number] = this.#heads[slot]!;
      this.#heads[slot] = number + 1;
    }
  }

  /** The phrase that one character of the same sound makes of what stands at a place; undefined where the phrase itself stands. */
  slipAt(text: string, at: number, first: number, second: number): string | undefined {
    let slip: string | undefined;
    for (let number = this.#heads[hash(first, second)]!; number !== 0; number = this.#next[number - 1]!) {
      const phrase = this.#phrases[number - 1]!;
      const apart = differences(text, at, phrase);
      if (apart === 0) return undefined;
      if (apart === 1) slip = phrase;
    }
    return slip;
  }
}

const HASH_BITS = 15;

function hash(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - HASH_BITS);
}

let index: PhraseIndex | undefined;

/** Made at the first question: it takes some milliseconds. */
function phraseIndex(): PhraseIndex {
  index ??= new PhraseIndex(rows.flatMap((row) => row.phrases.split(' ')).filter(sounds));
  return index;
}

/** Whether each character has a sound. */
function sounds(phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++) if (syllables[phrase.charCodeAt(i)] === 0) return false;
  return true;
}

/** Two syllables as one number; some number that no phrase has where there are no two. */
function pairAt(text: string, at: number): number {
  return syllables[text.charCodeAt(at)]! * SYLLABLES + syllables[text.charCodeAt(at + 1)]!;
}

export const soundAlikes = defineFact<readonly SoundAlike[]>('sound-alikes', ({ text, language }) => {
  const found: SoundAlike[] = [];
  const phrases = phraseIndex();
  const { firsts, seconds } = phrases;
  let last = text.length >= KEY ? syllables[text.charCodeAt(0)]! : 0;
  for (let i = 0; i + KEY <= text.length; i++) {
    const next = syllables[text.charCodeAt(i + 1)]!;
    const first = last * SYLLABLES + next;
    last = next;
    if ((firsts[first >> 5]! & (1 << (first & 31))) === 0) continue;
    const second = pairAt(text, i + 2);
    if ((seconds[second >> 5]! & (1 << (second & 31))) === 0) continue;
    const right = phrases.slipAt(text, i, first, second);
    if (right === undefined) continue;
    const end = i + right.length;
    const behind = found.at(-1)?.end ?? 0;
    if (i >= behind && isDoubtful(text, i, end, right, language.words))
      found.push({ start: i, end, wrong: text.slice(i, end), right });
  }
  return found;
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
