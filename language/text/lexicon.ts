/**
 * The words of all rules in one Aho–Corasick automaton, so that the word list is free to grow: one pass over a
 * paragraph finds every word of every rule. Compiled at build time by `scripts/compile-lexicon.mjs` out of the
 * `*.lexicon.tsv` files of all rooms.
 */
import type { Hit, LexiconEntry, WordList } from '../../engine/language.ts';
import { compiled } from '../../generated/lexicon.ts';

/** The form in which the build writes the automaton. */
export interface CompiledLexicon {
  readonly entries: readonly (readonly [word: string, category: string, value: string])[];
  /** `[unit, symbol]` pairs, Uint16Array. This and the following: little-endian bytes in base64. */
  readonly alphabet: string;
  /**
   * `base, check, fail, output` of each state, Int32Array: what is asked of a state stands together. A double array:
   * `next = base[state] + symbol` is a child of `state` where `check[next] === state`. `output`: index into `outputs`, 0
   * for none.
   */
  readonly states: string;
  /**
   * By symbol: the symbols that may follow it at the beginning of a word, bit `symbol & 31` of each; 0 for one that begins
   * no word, all bits for one that is a word by itself. Int32Array.
   */
  readonly seconds: string;
  /** Lists of entry numbers, each ended by −1; list 0 is empty. Int32Array. */
  readonly outputs: string;
}

function bytes(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out.buffer;
}

class Lexicon {
  readonly entries: readonly LexiconEntry[];
  // The automaton as the build wrote it; `scan` walks it in the pass in which it reads the tokens.
  readonly alphabet: Uint16Array;
  readonly states: Int32Array;
  readonly seconds: Int32Array;
  readonly outputs: Int32Array;
  readonly lengths: Uint8Array;
  readonly #lists = new Map<string, number>();
  /** By entry: the number of its list. */
  readonly listOf: Uint8Array;

  constructor(lexicon: CompiledLexicon) {
    const { length } = lexicon.entries;
    const entries = new Array<LexiconEntry>(length);
    this.lengths = new Uint8Array(length);
    this.listOf = new Uint8Array(length);
    let known: string | undefined;
    let list = -1;
    for (let i = 0; i < length; i++) {
      const [word, category, value] = lexicon.entries[i]!;
      entries[i] = { word, category, value };
      this.lengths[i] = word.length;
      // Words come list by list.
      if (category !== known) {
        known = category;
        list = this.#lists.get(category) ?? this.#lists.size;
        this.#lists.set(category, list);
      }
      this.listOf[i] = list;
    }
    this.entries = entries;
    this.alphabet = expandAlphabet(new Uint16Array(bytes(lexicon.alphabet)));
    this.states = new Int32Array(bytes(lexicon.states));
    this.seconds = new Int32Array(bytes(lexicon.seconds));
    this.outputs = new Int32Array(bytes(lexicon.outputs));
  }

  /**
   * The word list of a category, such as `advert.signal`.
   * @throws RangeError when no list has that name
   */
  list(category: string): WordList {
    const number = this.#lists.get(category);
    if (number === undefined) throw new RangeError(`there is no word list ${category}`);
    return number as WordList;
  }

  /** The words of a list. */
  entriesOf(list: WordList): LexiconEntry[] {
    return this.entries.filter((_, number) => this.listOf[number] === list);
  }

  /** Whether one of the `entry, start, end` triples is a hit of the list. */
  isAmong(list: WordList, found: ArrayLike<number>, from: number, to: number): boolean {
    for (let i = from; i < to; i += 3) if (this.listOf[found[i]!] === list) return true;
    return false;
  }

  /** The hits of one list among `entry, start, end` triples, by start, longer first. */
  hitsOf(list: WordList, found: ArrayLike<number>, from: number, to: number): Hit[] {
    let count = 0;
    for (let i = from; i < to; i += 3) if (this.listOf[found[i]!] === list) count++;
    const hits = new Array<Hit>(count);
    let sorted = true;
    let last = -1;
    let n = 0;
    for (let i = from; n < count; i += 3) {
      if (this.listOf[found[i]!] !== list) continue;
      const start = found[i + 1]!;
      // Found in the order of their ends: a hit out of place is one of several that overlap.
      sorted &&= last < start;
      last = start;
      hits[n++] = { start, end: found[i + 2]!, entry: this.entries[found[i]!]! };
    }
    return sorted ? hits : hits.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** `[unit, symbol]` pairs to a table over all units, with full-width and upper-case forms folded in. */
function expandAlphabet(pairs: Uint16Array): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let i = 0; i < pairs.length; i += 2) table[pairs[i]!] = pairs[i + 1]!;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = table[code + 0x20]!;
  for (let code = 0x21; code <= 0x7e; code++) {
    const wide = code + 0xfee0;
    if (table[wide] === 0) table[wide] = table[code]!;
  }
  return table;
}

export const lexicon = new Lexicon(compiled);

/** The word list `data/<list>.lexicon.tsv` of a room (`language/<room>`, `rules/<family>`) by its name `<room>.<list>`. Throws for any other name. */
export function wordList(name: string): WordList {
  return lexicon.list(name);
}
