/**
 * Words that are only known at run time (the house's names and terms), found in one pass over a line; and words that stand there with
 * one character put for another. The product's own lists are in the lexicon instead, which is compiled.
 */
import type { Range } from '../../engine/finding.ts';
import { onlyDifference } from '../text/characters.ts';

export interface WordHit<T> extends Range {
  readonly word: string;
  readonly of: T;
}

interface Entry<T> {
  readonly word: string;
  readonly of: T;
}

export class WordIndex<T> {
  /** By the code of the first character, longest first. */
  readonly #byFirst = new Map<number, Entry<T>[]>();
  /** Whether a word begins with a character: nearly all of a text is ruled out here. */
  readonly #begins = new Uint8Array(0x10000);

  constructor(entries: Iterable<readonly [word: string, of: T]>) {
    for (const [word, of] of entries) {
      if (word === '') continue;
      const code = word.charCodeAt(0);
      const list = this.#byFirst.get(code);
      if (list) list.push({ word, of });
      else this.#byFirst.set(code, [{ word, of }]);
      this.#begins[code] = 1;
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  get isEmpty(): boolean {
    return this.#byFirst.size === 0;
  }

  /** All entries at a place, longest first. */
  *at(text: string, offset: number): Generator<WordHit<T>> {
    if (this.#begins[text.charCodeAt(offset) | 0] === 0) return;
    for (const { word, of } of this.#byFirst.get(text.charCodeAt(offset)) ?? []) {
      if (text.startsWith(word, offset)) yield { start: offset, end: offset + word.length, word, of };
    }
  }

  /** The longest word at each place, none within another; of one word the entry that was given first. */
  *hits(text: string): Generator<WordHit<T>> {
    for (let i = 0; i < text.length; i++) {
      if (this.#begins[text.charCodeAt(i)] === 0) continue;
      const [hit] = this.at(text, i);
      if (!hit) continue;
      yield hit;
      i = hit.end - 1;
    }
  }

  /** Every entry at every place. */
  *all(text: string): Generator<WordHit<T>> {
    for (let i = 0; i < text.length; i++) if (this.#begins[text.charCodeAt(i)] === 1) yield* this.at(text, i);
  }
}

/** A word with another character at `at`, an offset within it. */
export interface Slip<T> extends WordHit<T> {
  readonly at: number;
}

/** Finds words of which one character is another: whichever it is, one half of the word stands as it should. */
export class SlipIndex<T> {
  readonly #halves: WordIndex<{ readonly word: string; readonly offset: number; readonly of: T }>;

  /** Words of fewer than three characters are left out: what is one off of them is anything. */
  constructor(entries: Iterable<readonly [word: string, of: T]>) {
    const halves: [string, { word: string; offset: number; of: T }][] = [];
    for (const [word, of] of entries) {
      if (word.length < 3) continue;
      const half = word.length >> 1;
      halves.push([word.slice(0, half), { word, offset: 0, of }]);
      halves.push([word.slice(half), { word, offset: half, of }]);
    }
    this.#halves = new WordIndex(halves);
  }

  /** In no order; what is one off of several words comes once for each. */
  *slips(text: string): Generator<Slip<T>> {
    for (const { start: place, of: half } of this.#halves.all(text)) {
      const { word, offset, of } = half;
      const start = place - offset;
      const at = start < 0 ? undefined : onlyDifference(text, start, word);
      if (at !== undefined) yield { start, end: start + word.length, word, at, of };
    }
  }
}
