/** The words of a text as the recogniser looks at them, and what it has found among them. */
import type { Name } from '../../../engine/names.ts';

/** A word as nodejieba's `tag` gives it; the words of a text joined are the text. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** What is known about words beyond their tags. */
export interface NameLexicon {
  /** Tag in the dictionary; undefined for words that only the hidden Markov model made. */
  tagOf(word: string): string | undefined;
  /** Places that are names without any suffix: provinces, cities, countries, regions. */
  isPlace(word: string): boolean;
  /** Words that look like names and are not. */
  isNotName(word: string): boolean;
}

export interface Token {
  readonly text: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** A name as a range of tokens, `to` exclusive; `end` may lie inside the last token (方红卫|到). */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly kind: Name['kind'];
}

/** Words, apart by blanks. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const charSet = (characters: string): ReadonlySet<string> => new Set(characters);

export const HAN = /^\p{Script=Han}+$/u;

/** Places tokens in the text; none if the words do not make up the text, which would shift every offset. */
export function tokensOf(text: string, words: readonly TaggedWord[]): Token[] {
  let at = 0;
  const tokens = words.map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { text: word, tag, start, end: at };
  });
  return at === text.length ? tokens : [];
}

/** Names of which none overlaps one that came before it. Looks at tokens, not at names: a line may list thousands. */
export class Apart {
  readonly found: Found[] = [];
  readonly #taken = new Set<number>();

  add(found: Found): void {
    for (let i = found.from; i < found.to; i++) if (this.#taken.has(i)) return;
    for (let i = found.from; i < found.to; i++) this.#taken.add(i);
    this.found.push(found);
  }
}
