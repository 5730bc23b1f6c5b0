/**
 * Sets of characters, asked by their place in a text. Most of what a reader rules out it rules out by one neighbour; a
 * look at a table there costs a tenth of a regular expression, or of `includes` on a string made for the purpose.
 */
import { groupBy } from '../../engine/lists.ts';

const BITS = 32;
let table = new Uint32Array(0x10000);
let bits = 0;

/** Sets of UTF-16 units; what stands in pairs (rare ideographs, emoji) is in none. */
export class Characters {
  readonly #table: Uint32Array;
  readonly #bit: number;

  /** The characters of the strings. */
  constructor(...strings: readonly string[]) {
    if (bits === BITS) {
      table = new Uint32Array(0x10000);
      bits = 0;
    }
    this.#table = table;
    this.#bit = 1 << bits++;
    for (const string of strings) {
      for (let i = 0; i < string.length; i++) table[string.charCodeAt(i)]! |= this.#bit;
    }
  }

  /** Whether one of them stands at an offset; false outside the text. */
  at(text: string, offset: number): boolean {
    // NaN, which stands outside of the text, becomes 0: no set has that character.
    return (this.#table[text.charCodeAt(offset) | 0]! & this.#bit) !== 0;
  }

  /** Where in `text[from, to)`, which must lie inside the text, the first of them stands; `to` if none does. */
  next(text: string, from: number, to: number): number {
    const members = this.#table;
    const bit = this.#bit;
    let i = from;
    while (i < to && (members[text.charCodeAt(i)]! & bit) === 0) i++;
    return i;
  }

  /** Where in `text[from, to)`, which must lie inside the text, the run without any of them that reaches to `to` begins. */
  behindLast(text: string, from: number, to: number): number {
    const members = this.#table;
    const bit = this.#bit;
    let i = to;
    while (i > from && (members[text.charCodeAt(i - 1)]! & bit) === 0) i--;
    return i;
  }

  /** Whether one of them stands in `text[from, to)`, as far as that lies inside the text. */
  isIn(text: string, from: number, to: number): boolean {
    const end = Math.min(to, text.length);
    return this.next(text, Math.max(0, from), end) < end;
  }
}

/** A few words looked for in a stretch of text; lists that every line is searched for belong into the lexicon. */
export class ShortList {
  readonly #words: readonly string[];
  readonly #firsts: Characters;
  /** By the code of the first character; made when one is first met. */
  #byFirst: ReadonlyMap<number, readonly string[]> | undefined;

  /** Of two words at one place the one that stands first in the list is found. */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#firsts = new Characters(firstOf(words));
  }

  /** The word that stands at an offset. */
  wordAt(text: string, offset: number): string | undefined {
    return this.#firsts.at(text, offset) ? this.#wordAt(text, offset, text.length) : undefined;
  }

  /** Whether one of the words stands at an offset. */
  isAt(text: string, offset: number): boolean {
    return this.wordAt(text, offset) !== undefined;
  }

  /** Whether one of the words stands in `text[from, to)`, as far as that lies inside the text. */
  isIn(text: string, from: number, to: number): boolean {
    const end = Math.min(to, text.length);
    let i = this.#firsts.next(text, Math.max(0, from), end);
    while (i < end && this.#wordAt(text, i, end) === undefined) i = this.#firsts.next(text, i + 1, end);
    return i < end;
  }

  /** How many different words stand in `text[from, to)`, none within another. */
  countDistinct(text: string, from: number, to: number): number {
    let found: Set<string> | undefined;
    for (let i = this.#firsts.next(text, from, to); i < to; ) {
      const word = this.#wordAt(text, i, to);
      if (word !== undefined) {
        found ??= new Set();
        found.add(word);
      }
      i = this.#firsts.next(text, i + (word?.length ?? 1), to);
    }
    return found?.size ?? 0;
  }

  /** The word that begins at the first character of one. */
  #wordAt(text: string, at: number, to: number): string | undefined {
    this.#byFirst ??= groupBy(this.#words, (word) => word.charCodeAt(0));
    for (const word of this.#byFirst.get(text.charCodeAt(at))!) {
      if (at + word.length <= to && text.startsWith(word, at)) return word;
    }
    return undefined;
  }
}

/** The first characters of words. */
export function firstOf(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

/** The last characters of words: what a text that ends with one of them ends with. */
export function lastOf(words: readonly string[]): string {
  return words.map((word) => word[word.length - 1]).join('');
}

/** How many units two texts begin with in common. */
export function commonStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** How many units two texts end with in common. */
export function commonEnd(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}

/** Where in a word (an offset) what stands at a place differs from it, if in one character only. */
export function onlyDifference(text: string, start: number, word: string): number | undefined {
  let at: number | undefined;
  for (let i = 0; i < word.length; i++) {
    if (text[start + i] === word[i]) continue;
    if (at !== undefined || start + i >= text.length) return undefined;
    at = i;
  }
  return at;
}

/** All that regular expressions mean by `\s`. */
export const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** `0`–`9`, not full-width: those of figures. */
export const DIGITS = '0123456789';
export const WIDE_DIGITS = '０１２３４５６７８９';
/** `A`–`Z` and `a`–`z`, not full-width. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whether two units that stand side by side in one text stand so in the other: what two names of one thing have in common. */
export function sharesPair(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return false;
}

/** Whether a UTF-16 unit is of the block of common Han characters, 一 to the end of it: rarer ones and their halves are not. */
export function isCommonHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether a UTF-16 unit is one of `0`–`9`, full-width too. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
