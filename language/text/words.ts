/**
 * Words: cuts Chinese text into dictionary words, synchronously and anywhere JavaScript runs.
 *
 * The dictionary, `words.bin`, is compiled at build time by scripts/build-words.mjs out of nodejieba's own
 * and our official vocabulary. The cut is jieba's likeliest path without its hidden Markov model: of all ways
 * to cut the text into dictionary words, the one with the largest sum of log-probabilities. Weights, the
 * order of additions and the choice among equals are cppjieba's, hence so are the words. What no dictionary
 * knows, such as names of people, falls into single characters.
 *
 * All offsets are UTF-16 offsets into the text passed in, ends exclusive.
 */

import { isHighSurrogate, isLowSurrogate } from '../../engine/characters.ts';
import type { Word, Words } from '../../engine/language.ts';

export type { Word, Words } from '../../engine/language.ts';

/** The bytes given to {@link loadWords} are no dictionary of this version, or are damaged. */
export class WordsFormatError extends Error {
  override name = 'WordsFormatError';
}

const MAGIC = 'GWWORDS1';
const FORMAT_VERSION = 1;
const HEADER_BYTES = 64;
/** Scratch space kept between calls, in units; a longer clause gets space of its own. */
const KEPT_SCRATCH = 1 << 16;

/**
 * Reads the dictionary, without a look at its every byte: see {@link verifyWords}. The tables are views into `bytes`, which must not change afterwards; they are copied
 * only if `bytes` does not begin at a multiple of 8 in its buffer.
 *
 * @param bytes the content of `words.bin`
 * @throws WordsFormatError if the bytes are no dictionary of this version, or not all of one
 */
export function loadWords(bytes: Uint8Array): Words {
  return new DoubleArrayWords(readTables(bytes));
}

/**
 * Holds the dictionary against its checksum: for whoever has made or copied it. At each start that would take longer than all else.
 *
 * @throws WordsFormatError if a byte differs from what the build wrote
 */
export function verifyWords(bytes: Uint8Array): void {
  readTables(bytes);
  const { buffer, byteOffset, length } = bytes.slice();
  const sum = new DataView(buffer, byteOffset).getUint32(12, true);
  if (checksum(new Int32Array(buffer, byteOffset + HEADER_BYTES, (length - HEADER_BYTES) / 4)) !== sum)
    throw damaged('its checksum is wrong');
}

function damaged(why: string): WordsFormatError {
  return new WordsFormatError(`the word dictionary cannot be read: ${why}`);
}

interface Tables {
  readonly size: number;
  /** Log-probability of each value; value 0 is a character that is no word. */
  readonly weights: Float64Array;
  /** Two numbers per slot: where its children begin; the code that leads to it (high half) and its value. */
  readonly cells: Int32Array;
  /** Code of each UTF-16 unit; 0 for units that no word contains. */
  readonly codeOf: Uint16Array;
  /** The number of the tag of each value, and the tags. */
  readonly tags: Uint8Array;
  readonly tagNames: readonly string[];
}

function readTables(given: Uint8Array): Tables {
  if (given.length < HEADER_BYTES) throw damaged(`it has ${given.length} bytes, fewer than its header`);
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) {
    throw damaged('its numbers are little-endian and this machine is not');
  }
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const { buffer, byteOffset } = bytes;

  if (String.fromCharCode(...bytes.subarray(0, 8)) !== MAGIC) throw damaged('it is some other kind of file');
  const header = new DataView(buffer, byteOffset, HEADER_BYTES);
  const field = (index: number) => header.getUint32(8 + 4 * index, true);
  const [version, , length, size] = [field(0), field(1), field(2), field(3)];
  const [valueCount, slots, units, tagBytes] = [field(4), field(5), field(6), field(7)];
  if (version !== FORMAT_VERSION) throw damaged(`its version is ${version}, expected ${FORMAT_VERSION}`);
  if (length !== bytes.length) throw damaged(`it has ${bytes.length} bytes of ${length}`);

  const weightsAt = HEADER_BYTES;
  const cellsAt = weightsAt + 8 * valueCount;
  const unitsAt = cellsAt + 8 * slots;
  const valueTagsAt = unitsAt + 2 * units;
  const tagNamesAt = valueTagsAt + valueCount;
  if (length % 8 !== 0 || Math.ceil((tagNamesAt + tagBytes) / 8) * 8 !== length) {
    throw damaged('its parts do not add up to its size');
  }

  const codeOf = new Uint16Array(0x10000);
  const coded = new Uint16Array(buffer, byteOffset + unitsAt, units);
  for (let i = 0; i < units; i++) codeOf[coded[i]!] = i + 1;
  const tagNames = String.fromCharCode(...bytes.subarray(tagNamesAt, tagNamesAt + tagBytes)).split('\n');
  return {
    size: size,
    weights: new Float64Array(buffer, byteOffset + weightsAt, valueCount),
    cells: new Int32Array(buffer, byteOffset + cellsAt, 2 * slots),
    codeOf,
    tagNames,
    tags: bytes.subarray(valueTagsAt, valueTagsAt + valueCount),
  };
}

/** FNV-1a over 32-bit numbers. */
function checksum(numbers: Int32Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < numbers.length; i++) sum = Math.imul(sum ^ numbers[i]!, 0x01000193);
  return sum >>> 0;
}

/** cppjieba takes these out first, each a word of its own; words never reach across them. */
function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0xff0c || unit === 0x3002;
}

/** Working space for one clause, reused from call to call. */
class Scratch {
  /** Code of each unit. */
  readonly codes: Uint16Array;
  /** Weight of the best cut of what follows each unit. */
  readonly scores: Float64Array;
  /** End of the word that begins at each unit in that cut, relative to the clause … */
  readonly ends: Int32Array;
  /** … and its value. */
  readonly values: Uint16Array;

  constructor(readonly length: number) {
    this.codes = new Uint16Array(length);
    this.scores = new Float64Array(length + 1);
    this.ends = new Int32Array(length);
    this.values = new Uint16Array(length);
  }
}

class DoubleArrayWords implements Words {
  readonly size: number;
  readonly #tables: Tables;
  #kept = new Scratch(1024);

  // The clause that isBoundary was asked about last: marks[i] is 1 where a word ends at clauseStart + i.
  #clauseText = '';
  #clauseStart = 0;
  #clauseEnd = -1;
  #marks = new Uint8Array(1024);

  constructor(tables: Tables) {
    this.#tables = tables;
    this.size = tables.size;
  }

  segment(text: string): Word[] {
    const words: Word[] = [];
    for (let from = 0; from < text.length; ) {
      const to = clauseEnd(text, from);
      const { ends, values } = this.#cut(text, from, to);
      for (let i = 0; i < to - from; ) {
        const end = ends[i]!;
        words.push({ start: from + i, end: from + end, tag: this.#tag(values[i]!) });
        i = end;
      }
      from = to;
    }
    return words;
  }

  boundaries(text: string, out: Int32Array): number {
    if (out.length < text.length) {
      throw new RangeError(`boundaries of ${text.length} units do not fit into ${out.length} numbers`);
    }
    let count = 0;
    for (let from = 0; from < text.length; ) {
      const to = clauseEnd(text, from);
      const { ends } = this.#cut(text, from, to);
      for (let i = 0; i < to - from; ) {
        i = ends[i]!;
        out[count++] = from + i;
      }
      from = to;
    }
    return count;
  }

  tagOf(word: string): string | undefined {
    const value = this.#lookUp(word);
    return value === 0 ? undefined : this.#tag(value);
  }

  #tag(value: number): string {
    const { tags, tagNames } = this.#tables;
    return tagNames[tags[value]!] ?? 'x';
  }

  has(word: string): boolean {
    return this.#lookUp(word) !== 0;
  }

  hasAt(text: string, start: number, end: number): boolean {
    return this.#valueAt(text, Math.max(0, start), Math.min(end, text.length)) !== 0;
  }

  begins(start: string): boolean {
    return this.#cellOf(start, 0, start.length) >= 0;
  }

  isBoundary(text: string, offset: number): boolean {
    if (offset <= 0 || offset >= text.length) return true;
    if (offset < this.#clauseStart || offset > this.#clauseEnd || text !== this.#clauseText) {
      this.#markClause(text, offset);
    }
    return this.#marks[offset - this.#clauseStart] === 1;
  }

  straddles(text: string, start: number, end: number): boolean {
    return !this.isBoundary(text, start) || !this.isBoundary(text, end);
  }

  /** Whether no word has the unit in it: what stands on either side of it is cut by itself. Halves of characters stay together. */
  #partsWords(unit: number): boolean {
    return isSeparator(unit) || (this.#tables.codeOf[unit] === 0 && (unit & 0xf800) !== 0xd800);
  }

  /** Cuts what stands around `offset` between units that no word has (、 “ （), and marks the ends of its words. */
  #markClause(text: string, offset: number): void {
    let from = offset;
    while (from > 0 && !this.#partsWords(text.charCodeAt(from - 1))) from--;
    let to = from + 1;
    if (!this.#partsWords(text.charCodeAt(from)))
      while (to < text.length && !this.#partsWords(text.charCodeAt(to))) to++;
    const { ends } = this.#cut(text, from, to);
    if (this.#marks.length <= to - from) this.#marks = new Uint8Array(2 * (to - from));
    else this.#marks.fill(0, 0, to - from + 1);
    this.#marks[0] = 1;
    for (let i = 0; i < to - from; ) {
      i = ends[i]!;
      this.#marks[i] = 1;
    }
    this.#clauseText = text;
    this.#clauseStart = from;
    this.#clauseEnd = to;
  }

  /**
   * The best cut of `text` from `from` to `to`, a range without separators or one separator. Works from the
   * end: when a position is reached, the best cut of all that follows is known, so one walk through the trie
   * decides the word that begins there. The result is valid until the next call.
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: every character of a clause in doubt comes by here, once for each beginning of a word
  #cut(text: string, from: number, to: number): Scratch {
    const { weights, cells, codeOf } = this.#tables;
    const length = to - from;
    const scratch = this.#scratch(length);
    const { codes, scores, ends, values } = scratch;
    const pairs = readCodes(text, from, length, codeOf, codes);

    scores[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      // A character alone is always possible, be it a word or not.
      let end = i + 1;
      let slot = codes[i]! << 1;
      let base = cells[slot]!;
      let value = cells[slot + 1]! & 0xffff;
      if (pairs && end < length && isPair(text, from + i)) {
        slot = (base + codes[end]!) << 1;
        const met = base !== 0 && cells[slot + 1]! >>> 16 === codes[end] ? 1 : 0;
        value = met * (cells[slot + 1]! & 0xffff);
        base = met * cells[slot]!;
        end++;
      }
      let best = scores[end]! + weights[value]!;
      let bestEnd = end;

      // Longer words. Where the code is 0, the slot tested is free or another's child: the walk ends there.
      for (let j = end; base !== 0 && j < length; ) {
        const code = codes[j]!;
        slot = (base + code) << 1;
        const cell = cells[slot + 1]!;
        if (cell >>> 16 !== code) break;
        j++;
        const found = cell & 0xffff;
        if (found !== 0) {
          const score = scores[j]! + weights[found]!;
          if (score > best) {
            best = score;
            bestEnd = j;
            value = found;
          }
        }
        base = cells[slot]!;
      }
      scores[i] = best;
      ends[i] = bestEnd;
      values[i] = value;
    }
    return scratch;
  }

  #scratch(length: number): Scratch {
    if (length <= this.#kept.length) return this.#kept;
    const scratch = new Scratch(Math.max(length, Math.min(2 * length, KEPT_SCRATCH)));
    if (scratch.length <= KEPT_SCRATCH) this.#kept = scratch;
    return scratch;
  }

  /** The value of a word; 0 if the dictionary does not have it. */
  #lookUp(word: string): number {
    return this.#valueAt(word, 0, word.length);
  }

  #valueAt(text: string, start: number, end: number): number {
    const cell = this.#cellOf(text, start, end);
    return cell < 0 ? 0 : this.#tables.cells[cell]! & 0xffff;
  }

  /** Where the cell of the last character stands whose way leads from the root along `text[start, end)`; -1 where no word begins so. */
  #cellOf(text: string, start: number, end: number): number {
    const { cells, codeOf } = this.#tables;
    let base = 0;
    let cell = -1;
    for (let i = start; i < end; i++) {
      const code = codeOf[text.charCodeAt(i)]!;
      if (code === 0 || (i > start && base === 0)) return -1;
      cell = ((base + code) << 1) + 1;
      if (cells[cell]! >>> 16 !== code) return -1;
      base = cells[cell - 1]!;
    }
    return cell;
  }
}

/** Puts the dictionary's codes of some units into `codes`; returns whether there are halves of characters among them. */
function readCodes(
  text: string,
  from: number,
  length: number,
  codeOf: Uint16Array,
  codes: Uint16Array,
): boolean {
  let pairs = false;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(from + i);
    codes[i] = codeOf[unit]!;
    pairs ||= isLowSurrogate(unit);
  }
  return pairs;
}

/** Whether two units are one character. */
function isPair(text: string, at: number): boolean {
  return isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1));
}

/** End of the clause that begins at `from`: up to the next separator, or after one that stands at `from`. */
function clauseEnd(text: string, from: number): number {
  if (isSeparator(text.charCodeAt(from))) return from + 1;
  let to = from + 1;
  while (to < text.length && !isSeparator(text.charCodeAt(to))) to++;
  return to;
}
