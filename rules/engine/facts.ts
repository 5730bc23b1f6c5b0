/**
 * Facts and models: how the text flows to the rules.
 *
 * A **fact** is something read from one paragraph (its series marks, its quantities, its placeholders …). It depends
 * on that paragraph's text alone, is read the first time a rule asks, and is kept for as long as the paragraph
 * stands unchanged: this is why a keystroke costs a paragraph. A **model** is something computed from the facts of
 * all paragraphs (the outline, the document kind …), at most once per revision of the document.
 */
import type { Document } from './document.ts';
import type { Paragraph } from './paragraph.ts';

export interface Fact<T> {
  readonly name: string;
  /** Its number among the facts: of the bit by which a paragraph knows it to be empty. */
  readonly index: number;
  readonly read: (paragraph: Paragraph) => T;
}

export interface Model<T> {
  readonly name: string;
  readonly index: number;
  /**
   * `previous` is the model of the revision before, if there was one; a costly model may reuse its parts.
   * Must not depend on `previous` for its value: incremental equals full.
   */
  readonly build: (document: Document, previous: T | undefined) => T;
}

let facts = 0;
let models = 0;

/** A paragraph keeps a bit for each in three words. */
const MOST_FACTS = 96;

/**
 * Defines a fact. Facts may ask for other facts of the same paragraph; a cycle is a programming error. Where there is
 * nothing a fact is an empty list: such facts take no room.
 */
export function defineFact<T>(name: string, read: (paragraph: Paragraph) => T): Fact<T> {
  if (facts === MOST_FACTS) throw new RangeError('more facts than a paragraph has bits for');
  return { name, index: facts++, read };
}

/** Defines a model. Models may ask for other models; a cycle is a programming error. */
export function defineModel<T>(
  name: string,
  build: (document: Document, previous: T | undefined) => T,
): Model<T> {
  return { name, index: models++, build };
}
