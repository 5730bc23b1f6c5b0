import type { Document } from './document.ts';
import type { Range } from './finding.ts';
import type { Paragraph } from './paragraph.ts';

/** A range of the document by the paragraphs at its ends: while these stand it moves along with them. */
export class Anchor implements Range {
  readonly #first: Paragraph;
  readonly #last: Paragraph;
  readonly #from: number;
  readonly #to: number;

  constructor(document: Document, { start, end }: Range) {
    this.#first = document.paragraphAt(start);
    // Its end may be where the next paragraph begins, which has no part in it.
    this.#last = end <= this.#first.next ? this.#first : document.paragraphAt(end - 1);
    this.#from = start - this.#first.start;
    this.#to = end - this.#last.start;
  }

  get start(): number {
    return this.#first.start + this.#from;
  }
  get end(): number {
    return this.#last.start + this.#to;
  }
}
