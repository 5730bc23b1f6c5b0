/**
 * Facts and models: how the text flows to the rules.
 *
 * A **fact** is something read from one paragraph (its series marks, its quantities, its placeholders …). It depends
 * on that paragraph's text alone, is read the first time a rule asks, and is kept for as long as the paragraph
 * stands unchanged: this is why a keystroke costs a paragraph. A **model** is something computed from the facts of
 * all paragraphs (the outline, the document kind …), again only when something has changed that it had read.
 */
import type { Document } from './document.ts';
import type { TokenKind, WordList } from './language.ts';
import type { Paragraph } from './paragraph.ts';

export interface Fact<T> {
  readonly name: string;
  /** Its number among the facts: of the bit by which a paragraph knows it to be empty. */
  readonly index: number;
  readonly beginnings: Beginnings;
  readonly read: (paragraph: Paragraph) => T;
}

/** What the scan of a paragraph must have found for a fact to hold anything, bit by bit. */
export interface Beginnings {
  readonly kinds: number;
  readonly lists: number;
}

/** Of a fact that any paragraph may have: every scan has the bit of kind 0, which no token is. */
export const ANYWHERE: Beginnings = { kinds: 1, lists: 0 };

export interface Model<T> {
  readonly name: string;
  readonly index: number;
  /**
   * `previous` is the model of the last revision that was asked about it, if there was one; a costly model may reuse its parts
   * and change them, as nobody asks for it again, but returns `previous` itself only to say that nothing has changed. Must not
   * depend on `previous` for its value: incremental equals full.
   */
  readonly build: (document: Document, previous: T | undefined) => T;
  /** Whether a new value says what the one before it said: what was made from that stands then. */
  readonly same: (before: T, after: T) => boolean;
}

/** All that were defined, in order; for the tests. */
export const facts: Fact<unknown>[] = [];
let models = 0;

/** A paragraph keeps a bit for each in six words (`engine/paragraph.ts`): with a seventh there will be room for more. */
const MOST_FACTS = 192;

/** Any one of these is where the reader of a fact begins; where a paragraph has none of them, the fact is empty. */
export interface Begins {
  readonly tokens?: readonly TokenKind[];
  readonly words?: readonly WordList[];
  /** Facts from which it is read; they begin somewhere themselves. */
  readonly facts?: readonly Fact<unknown>[];
}

/**
 * Defines a fact. Facts may ask for other facts of the same paragraph; a cycle is a programming error. Where there is
 * nothing a fact is an empty list: such facts take no room. With `begins` it is not even read where it must be empty, which
 * is so for most facts in most paragraphs.
 */
export function defineFact<T>(name: string, read: Reader<T>): Fact<T>;
export function defineFact<T>(name: string, begins: Begins, read: Reader<T>): Fact<T>;
export function defineFact<T>(name: string, ...rest: [Reader<T>] | [Begins, Reader<T>]): Fact<T> {
  if (facts.length === MOST_FACTS) throw new RangeError('more facts than a paragraph has bits for');
  const [begins, read] = rest.length === 1 ? [undefined, rest[0]] : rest;
  const fact = {
    name,
    index: facts.length,
    beginnings: begins ? beginningsOf(name, begins) : ANYWHERE,
    read,
  };
  facts.push(fact);
  return fact;
}

type Reader<T> = (paragraph: Paragraph) => T;

function beginningsOf(name: string, { tokens = [], words = [], facts: from = [] }: Begins): Beginnings {
  let kinds = tokens.reduce<number>((set, kind) => set | (1 << kind), 0);
  let lists = words.reduce<number>((set, list) => set | (1 << list), 0);
  for (const { name: other, beginnings } of from) {
    if (beginnings === ANYWHERE)
      throw new TypeError(`fact ${name} cannot begin with ${other}, which may be anywhere`);
    kinds |= beginnings.kinds;
    lists |= beginnings.lists;
  }
  return { kinds, lists };
}

/**
 * Defines a model. Models may ask for other models; a cycle is a programming error. It is built again when something changes that it
 * has asked the document for. Paragraphs that it has come by in that way it may read, and their order; but a value with absolute
 * offsets (`paragraph.start`) is of use only where the lines themselves are asked for (`document.paragraphs`): typing above moves them.
 *
 * @param same where two values may say the same; else only the same one, and empty lists
 */
export function defineModel<T>(
  name: string,
  build: (document: Document, previous: T | undefined) => T,
  same: (before: T, after: T) => boolean = isOne,
): Model<T> {
  return { name, index: models++, build, same };
}

function isOne(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  return Array.isArray(before) && Array.isArray(after) && before.length === 0 && after.length === 0;
}

/** Of records, or none: whether each of their fields is one. */
export function sameFields<T extends object>(before: T | undefined, after: T | undefined): boolean {
  if (!before || !after) return before === after;
  const names = Object.keys(after) as (keyof T)[];
  return (
    names.length === Object.keys(before).length && names.every((name) => isOne(before[name], after[name]))
  );
}
