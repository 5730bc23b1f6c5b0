import { cutsCharacter, ownString } from './characters.ts';
import type { Fact } from './facts.ts';
import type { Finding } from './finding.ts';
import type { FormatReader, LineState, Role } from './formats/format.ts';
import type { Hit, Language, Scan, WordList } from './language.ts';
import { NONE } from './lists.ts';
import type { Report } from './report.ts';
import type { Severities } from './settings.ts';

/**
 * One line of the document, without its line break: the unit of reading and of caching.
 *
 * `text` is the prose with everything that is not prose (code, link targets, comments in Markdown) masked by
 * {@link MASK} characters of the same length, so offsets are those of `source`. Offsets in facts are relative to
 * the paragraph; `start` and `index` say where it stands now and are moved by the document when text before changes.
 */
export class Paragraph {
  readonly source: string;
  readonly text: string;
  readonly role: Role;
  /** 1–9 for a heading, 1 the highest; else 0. */
  readonly headingLevel: number;
  /** Where the prose begins: after Markdown's `## `, `- `, `> ` and after indentation (　　). */
  readonly contentStart: number;
  /** Where the prose ends: before trailing blanks. */
  readonly contentEnd: number;
  /** `\n`, `\r\n`, `\r`, or empty at the end of the text. */
  readonly break: string;
  /** Place among the document's paragraphs, from 0. */
  index = 0;
  /** Offset of its first unit in the document. */
  start = 0;

  readonly language: Language;
  /**
   * The facts that were read: those that hold something in a list by their numbers, with a bit for each that is in it, and of those that are
   * empty lists, which most facts of most paragraphs are, a bit each. A document of a megabyte has some twenty thousand paragraphs.
   */
  #values: unknown[] = NO_VALUES;
  #held0 = 0;
  #held1 = 0;
  #held2 = 0;
  #held3 = 0;
  #held4 = 0;
  #held5 = 0;
  #empty0 = 0;
  #empty1 = 0;
  #empty2 = 0;
  #empty3 = 0;
  #empty4 = 0;
  #empty5 = 0;
  #scan: Scan | undefined;
  /** What the scan has found, bit by bit; 0 before there is one, as every scan has the bit of kind 0. */
  #kinds = 0;
  #lists = 0;
  /** What the paragraph rules found, in order; owned by the linter, which clears it when settings change. */
  reports: readonly Report[] | undefined;
  /** The same as findings, with what they were made from: reused while the paragraph stays where it is. */
  placed:
    | {
        readonly reports: readonly Report[];
        readonly at: number;
        readonly severities: Severities;
        readonly findings: readonly Finding[];
      }
    | undefined;

  constructor(source: string, lineBreak: string, line: LineState, format: FormatReader, language: Language) {
    this.source = source;
    this.break = lineBreak;
    this.role = line.role;
    this.headingLevel = line.headingLevel;
    this.text = line.prose ? readable(masked(source, line, format)) : '';
    this.language = language;
    let from = Math.min(line.contentStart, this.text.length);
    let to = this.text.length;
    while (from < to && isBlank(this.text.charCodeAt(from))) from++;
    while (to > from && isBlank(this.text.charCodeAt(to - 1))) to--;
    this.contentStart = from;
    this.contentEnd = to;
  }

  /** The prose without indentation, Markdown prefix and trailing blanks. */
  get content(): string {
    return this.text.slice(this.contentStart, this.contentEnd);
  }

  /** True for a line of blanks only, and for one that holds no prose. */
  get blank(): boolean {
    return this.contentStart === this.contentEnd;
  }

  /** Offset in the document just behind the paragraph's text, before its line break. */
  get end(): number {
    return this.start + this.source.length;
  }

  /** Offset in the document where the next paragraph begins. */
  get next(): number {
    return this.start + this.source.length + this.break.length;
  }

  /** The one pass over the text: tokens other than Han, and all lexicon hits. */
  get scan(): Scan {
    if (this.#scan) return this.#scan;
    const scan = this.language.scan(this.text);
    this.#scan = scan;
    this.#kinds = scan.kinds;
    this.#lists = scan.lists;
    return scan;
  }

  /** Whether the scan may have found one of the kinds or lists ({@link Scan.hasAny}): asked some hundred times of a paragraph. */
  mayHave(kinds: number, lists: number): boolean {
    if (this.#kinds === 0) return this.scan.hasAny(kinds, lists);
    return ((this.#kinds & kinds) | (this.#lists & lists)) !== 0;
  }

  /** Hits of a word list, by start. */
  hits(list: WordList): readonly Hit[] {
    return this.scan.hits(list);
  }

  /** Whether a word of the list stands in it. */
  has(list: WordList): boolean {
    return this.scan.hasWord(list);
  }

  /** Reads a fact, once. */
  fact<T>(fact: Fact<T>): T {
    const { kinds, lists } = fact.beginnings;
    // Nearly always this is the answer.
    if (!this.mayHave(kinds, lists)) return NONE as T;
    return this.#factOf(fact);
  }

  #factOf<T>(fact: Fact<T>): T {
    const { index } = fact;
    if (this.#isEmpty(index)) return NONE as T;
    if (this.#isHeld(index)) return this.#values[this.#placeOf(index)] as T;
    const value = fact.read(this);
    if (Array.isArray(value) && value.length === 0) {
      this.#setEmpty(index, true);
      return NONE as T;
    }
    this.#hold(index, value);
    return value;
  }

  // A shift counts modulo 32: bit 40 of the facts is bit 8 of the second word.

  #isEmpty(index: number): boolean {
    if (index >= 128) return ((index < 160 ? this.#empty4 : this.#empty5) & (1 << index)) !== 0;
    const first = index < 32 ? this.#empty0 : this.#empty1;
    const second = index < 96 ? this.#empty2 : this.#empty3;
    return ((index < 64 ? first : second) & (1 << index)) !== 0;
  }

  #isHeld(index: number): boolean {
    return (this.#heldWord(index) & (1 << index)) !== 0;
  }

  #heldWord(index: number): number {
    if (index >= 128) return index < 160 ? this.#held4 : this.#held5;
    const first = index < 32 ? this.#held0 : this.#held1;
    const second = index < 96 ? this.#held2 : this.#held3;
    return index < 64 ? first : second;
  }

  /** A word at a time: whatever else it takes, a function of its own most of all, is made for most facts of all paragraphs. */
  #setEmpty(index: number, is: boolean): void {
    const bit = 1 << index;
    const set = is ? bit : 0;
    if (index < 32) this.#empty0 = (this.#empty0 & ~bit) | set;
    else if (index < 64) this.#empty1 = (this.#empty1 & ~bit) | set;
    else if (index < 96) this.#empty2 = (this.#empty2 & ~bit) | set;
    else if (index < 128) this.#empty3 = (this.#empty3 & ~bit) | set;
    else if (index < 160) this.#empty4 = (this.#empty4 & ~bit) | set;
    else this.#empty5 = (this.#empty5 & ~bit) | set;
  }

  /** Where in the list the value of a fact stands, or would: behind those with lower numbers. */
  #placeOf(index: number): number {
    let place = ones(this.#heldWord(index) & ((1 << index) - 1));
    if (index >= 32) place += ones(this.#held0);
    if (index >= 64) place += ones(this.#held1);
    if (index >= 96) place += ones(this.#held2);
    if (index >= 128) place += ones(this.#held3);
    if (index >= 160) place += ones(this.#held4);
    return place;
  }

  #hold(index: number, value: unknown): void {
    const place = this.#placeOf(index);
    if (this.#values === NO_VALUES) this.#values = [];
    const values = this.#values;
    values.push(value);
    for (let i = values.length - 1; i > place; i--) values[i] = values[i - 1];
    values[place] = value;
    this.#toggleHeld(index);
  }

  #toggleHeld(index: number): void {
    const bit = 1 << index;
    if (index < 32) this.#held0 ^= bit;
    else if (index < 64) this.#held1 ^= bit;
    else if (index < 96) this.#held2 ^= bit;
    else if (index < 128) this.#held3 ^= bit;
    else if (index < 160) this.#held4 ^= bit;
    else this.#held5 ^= bit;
  }

  /** Forgets one fact: for facts fed from outside (recognised names) when they arrive. */
  forget(fact: Fact<unknown>): void {
    this.#setEmpty(fact.index, false);
    if (!this.#isHeld(fact.index)) return;
    this.#values.splice(this.#placeOf(fact.index), 1);
    this.#toggleHeld(fact.index);
  }
}

/** Of a paragraph of which nothing holds anything: half of the lines of many a text are empty. */
const NO_VALUES: unknown[] = [];

/** How many bits of a word are set. */
function ones(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Characters of a line that are read: nobody writes longer ones, and whatever readers cost, it must not be without end. */
export const LONGEST_LINE = 100_000;

function masked(source: string, line: LineState, format: FormatReader): string {
  const text = format.mask(source, line);
  return text === source ? source : ownString(text);
}

function readable(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  return text.slice(0, cutsCharacter(text, LONGEST_LINE) ? LONGEST_LINE - 1 : LONGEST_LINE);
}

/** Space, tab, NBSP, ideographic space: what indents and trails a line, and the mask. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000 || code === 0;
}
