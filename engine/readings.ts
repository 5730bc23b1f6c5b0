/** What a model or a document rule has read of its document, so that it runs again only when that has changed. */
import type { Document } from './document.ts';
import type { Fact } from './facts.ts';
import { Changes, lowerBound, spliceArray } from './lists.ts';
import type { Paragraph } from './paragraph.ts';

/** Something that is read, and knows when it changed last. */
export interface Source {
  /** The revision in which it became what it is now. */
  changed(): number;
}

/** What was asked for in one run. */
export interface Reading {
  /** The last revision for which all of it was found unchanged. */
  revision: number;
  /** In the order in which they were first asked: a later question may depend on the answer to an earlier one. */
  readonly sources: Source[];
  /** Whether it was the lines themselves, which every edit changes. */
  lines: boolean;
  /** Lines that were read one by one, where there were any. */
  looked: LineNumbers | undefined;
}

/** Numbers of lines, bit by bit. They hold while no line comes or goes. */
export class LineNumbers {
  readonly #bits: Uint32Array;

  constructor(lines: number) {
    this.#bits = new Uint32Array((lines >> 5) + 1);
  }

  add(number: number): void {
    this.#bits[number >> 5]! |= 1 << (number & 31);
  }

  /** Whether one of the numbers `[from, to)` is among them. */
  hasAny(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if ((this.#bits[i >> 5]! & (1 << (i & 31))) !== 0) return true;
    return false;
  }
}

/** So many are taken out one by one. */
const FEW = 32;
/** With more to read, a list that nobody may ask for again is given up. */
const MANY = 10_000;

/** The paragraphs in which a fact holds something. Of those replaced since somebody asked it has all, with the ones yet to be read. */
export class FactList implements Source {
  readonly changes: Changes;
  readonly #document: Document;
  readonly #fact: Fact<readonly unknown[]>;
  readonly #paragraphs: Paragraph[];
  readonly #unread: Paragraph[] = [];
  #changed: number;

  constructor(document: Document, fact: Fact<readonly unknown[]>, all: readonly Paragraph[]) {
    this.#document = document;
    this.#fact = fact;
    this.#paragraphs = this.#holding(all);
    this.#changed = document.revision;
    this.changes = new Changes(document.revision);
  }

  /** In document order. */
  now(): readonly Paragraph[] {
    const paragraphs = this.#paragraphs;
    const unread = this.#unread;
    if (unread.length === 0) return paragraphs;
    if (unread.length > FEW) {
      // They came in together, or nearly so: what stands before and behind them has been read.
      const places = unread.map(indexOf);
      const from = lowerBound(paragraphs, Math.min(...places), indexOf);
      const behind = lowerBound(paragraphs, Math.max(...places) + 1, indexOf);
      const read = this.#holding(paragraphs.slice(from, behind));
      spliceArray(paragraphs, from, behind - from, read);
      const holds = (paragraph: Paragraph) => paragraph.fact(this.#fact).length > 0;
      if (unread.some(holds)) this.#changed = this.#document.revision;
    } else {
      for (const paragraph of unread) {
        if (paragraph.fact(this.#fact).length > 0) this.#changed = this.#document.revision;
        else paragraphs.splice(lowerBound(paragraphs, paragraph.index, indexOf), 1);
      }
    }
    unread.length = 0;
    return paragraphs;
  }

  changed(): number {
    this.now();
    return this.#changed;
  }

  /** Takes over an edit of the document, before its other paragraphs get their new places. False when that is too much to keep. */
  replace(first: number, count: number, fresh: readonly Paragraph[]): boolean {
    const paragraphs = this.#paragraphs;
    const unread = this.#unread;
    if (unread.length + fresh.length > MANY) return false;
    const low = lowerBound(paragraphs, first, indexOf);
    const high = lowerBound(paragraphs, first + count, indexOf);
    for (let i = low; i < high; i++) {
      // Nobody has seen those that were not read yet.
      const at = unread.length > FEW ? -1 : unread.indexOf(paragraphs[i]!);
      if (at < 0) this.#changed = this.#document.revision;
      else unread.splice(at, 1);
    }
    this.changes.add(this.#document.revision, low, paragraphs.length - high);
    spliceArray(paragraphs, low, high - low, fresh);
    spliceArray(unread, unread.length, 0, fresh);
    return true;
  }

  /**
   * Those of the paragraphs in which the fact holds something. Most cannot: half of the lines of many a text are empty, and hold nothing,
   * and of the others what their scan has found is asked first.
   */
  #holding(paragraphs: readonly Paragraph[]): Paragraph[] {
    const fact = this.#fact;
    const { kinds, lists } = fact.beginnings;
    const found: Paragraph[] = [];
    for (const paragraph of paragraphs) {
      if (paragraph.source === '' || !paragraph.mayHave(kinds, lists)) continue;
      if (paragraph.fact(fact).length > 0) found.push(paragraph);
    }
    return found;
  }
}

const indexOf = ({ index }: Paragraph) => index;
