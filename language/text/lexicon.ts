/**
 * The words of all rules in one Aho–Corasick automaton, so that the word list is free to grow: one pass over a
 * paragraph finds every word of every rule. Compiled at build time by `scripts/compile-lexicon.mjs` out of the
 * `*.lexicon.tsv` files of all rooms.
 */
import type { Hit, LexiconEntry, WordList } from '../../engine/language.ts';
import { lists } from '../../generated/lexicon.ts';
import { bytesOf, int32sOf, packedText, uint16sOf, uint32sOf } from './packed.ts';

/** The lists, in the order of their words, each with how many it has. */
export type Lists = readonly (readonly [name: string, words: number])[];

class Lexicon {
  // The automaton as the build wrote it; `scan` walks it in the pass in which it reads the tokens.
  /** `[unit, symbol]` pairs, full-width and upper-case forms among them. */
  readonly alphabet = uint16sOf('lexicon.alphabet');
  /**
   * `base, check, fail, output` of each state: what is asked of a state stands together. A double array:
   * `next = base[state] + symbol` is a child of `state` where `check[next] === state`. `output`: index into `outputs`, 0
   * for none.
   */
  readonly states = uint16sOf('lexicon.states');
  /**
   * By symbol: the symbols that may follow it at the beginning of a word, bit `symbol & 31` of each; 0 for one that begins
   * no word, all bits for one that is a word by itself.
   */
  readonly seconds = int32sOf('lexicon.seconds');
  /** Lists of entry numbers, each ended by −1; list 0 is empty. */
  readonly outputs = int32sOf('lexicon.outputs');
  /** By entry: the length of the word, and the number of its list. */
  readonly lengths = bytesOf('lexicon.lengths');
  readonly listOf = bytesOf('lexicon.lists');
  /** All words, and all their values, one behind the other, and where each begins. */
  readonly #words = packedText('lexicon.words');
  readonly #values = packedText('lexicon.values');
  readonly #wordStarts = uint32sOf('lexicon.word-starts');
  readonly #valueStarts = uint32sOf('lexicon.value-starts');
  /** Each made when it is first asked for. */
  readonly #entries: (LexiconEntry | undefined)[];
  readonly #lists = new Map<string, number>();
  readonly #names: readonly string[];
  /** By list: the number of its first word; and behind the last. */
  readonly #firsts: readonly number[];

  constructor(lists: Lists) {
    this.#entries = new Array<LexiconEntry | undefined>(this.lengths.length);
    this.#names = lists.map(([name]) => name);
    let first = 0;
    const firsts = [0];
    for (const [name, count] of lists) {
      this.#lists.set(name, this.#lists.size);
      first += count;
      firsts.push(first);
    }
    this.#firsts = firsts;
  }

  #entry(number: number): LexiconEntry {
    const known = this.#entries[number];
    if (known) return known;
    const entry: LexiconEntry = {
      word: this.#words().slice(this.#wordStarts[number]!, this.#wordStarts[number + 1]!),
      category: this.#names[this.listOf[number]!]!,
      value: this.#values().slice(this.#valueStarts[number]!, this.#valueStarts[number + 1]!),
    };
    this.#entries[number] = entry;
    return entry;
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

  /** All words, list by list. */
  get entries(): LexiconEntry[] {
    return this.#between(0, this.#entries.length);
  }

  /** The words of a list. */
  entriesOf(list: WordList): LexiconEntry[] {
    return this.#between(this.#firsts[list]!, this.#firsts[list + 1]!);
  }

  #between(first: number, behind: number): LexiconEntry[] {
    return Array.from({ length: behind - first }, (_, i) => this.#entry(first + i));
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
      hits[n++] = { start, end: found[i + 2]!, entry: this.#entry(found[i]!) };
    }
    return sorted ? hits : hits.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

export const lexicon = new Lexicon(lists);

/** The word list `data/<list>.lexicon.tsv` of a room (`language/<room>`, `rules/<family>`) by its name `<room>.<list>`. Throws for any other name. */
export function wordList(name: string): WordList {
  return lexicon.list(name);
}
