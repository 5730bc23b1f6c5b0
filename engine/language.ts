/**
 * What the engine is handed of the language of the text. It knows none itself: these are the questions it asks, and that readers
 * of facts ask through a paragraph; `language/` answers them.
 */
import type { Fact, Model } from './facts.ts';
import type { NameStore } from './names.ts';
import type { DocumentKind } from './rule.ts';

/** A word list by its place among the lists: what a scan keeps its hits by. */
export type WordList = number & { readonly wordList: unique symbol };

/** A word found. Offsets are UTF-16 units relative to the text scanned, end exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly entry: LexiconEntry;
}

export interface LexiconEntry {
  readonly word: string;
  /** `room.list`, e.g. `advert.signal`: the name of the list the word stands in. */
  readonly category: string;
  /** What the list says of the word; its meaning is the list's, and its form checked by the list's schema. */
  readonly value: string;
}

/** What kind a token is, by a number below 32; which kinds there are is the language's. */
export type TokenKind = number;

/** What the one pass over a paragraph found: tokens and hits of word lists. Offsets are relative to the paragraph. */
export interface Scan {
  /** Bit by bit the kinds among the tokens, with the bit of kind 0 in every text, and the word lists among the hits; lists may share a bit. */
  readonly kinds: number;
  readonly lists: number;
  /** The number of tokens, which are numbered from 0 in text order. */
  readonly count: number;
  /** What the token is; 0, which no token is, for a number out of range. */
  kind(i: number): TokenKind;
  start(i: number): number;
  end(i: number): number;
  /** Whether there is a token of the kind: asked before the tokens are gone over, for most paragraphs have none. */
  has(kind: TokenKind): boolean;
  /**
   * Whether there may be a token of one of the kinds, or a word of one of the lists, both bit by bit: lists may share a bit, so that
   * only no is certain. Every text has the bit of kind 0.
   */
  hasAny(kinds: number, lists: number): boolean;
  /** The first token from number `i` on that is of one of the kinds (bit by bit); `count` where there is none. */
  next(kinds: number, i: number): number;
  /** Whether there is a word of the list. */
  hasWord(list: WordList): boolean;
  /** Hits of a word list in text order, made anew at each call. Overlapping hits are all given; longer first at one start. */
  hits(list: WordList): readonly Hit[];
}

/** A word of a text. Its letters are `text.slice(start, end)`. */
export interface Word {
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset after the last unit. */
  readonly end: number;
  /** Part of speech: n noun, v verb, ns place …; `x` for a character that is no word. */
  readonly tag: string;
}

/** The dictionary, asked only about sentences in doubt. */
export interface Words {
  /** Number of words in the dictionary. */
  readonly size: number;

  /** Cuts `text` into words. They follow each other without gaps from 0 to `text.length`. */
  segment(text: string): Word[];

  /**
   * The same cut without objects: writes the end offset of each word into `out` and returns how many there
   * are. Word k reaches from `out[k - 1]` (or 0) to `out[k]`.
   *
   * @param out at least `text.length` long
   * @throws RangeError if `out` is too short
   */
  boundaries(text: string, out: Int32Array): number;

  /** The part of speech of a dictionary word; undefined for anything else. */
  tagOf(word: string): string | undefined;

  /** Whether the dictionary has exactly this word. */
  has(word: string): boolean;

  /** The same of `text[start, end)`, as far as that lies inside the text: without making a string of it. */
  hasAt(text: string, start: number, end: number): boolean;

  /** Whether a word of the dictionary begins so, or is this: 共襄 begins 共襄盛举. */
  begins(start: string): boolean;

  /**
   * Whether a word ends or begins at `offset`: true at both ends of the text and outside it. Cuts only the
   * clause around the offset and remembers it, so further questions about one clause cost next to nothing.
   */
  isBoundary(text: string, offset: number): boolean;

  /**
   * Whether the range `start`–`end` cuts through a word at either edge: 发展 in 发展中国家 does, 中国 in
   * 我国和中国人民 does not when 中国 is a word there.
   */
  straddles(text: string, start: number, end: number): boolean;
}

/** What the engine itself has to tell a writer, in the language of the text. */
export interface EngineWords {
  /** Of a line of `length` UTF-16 units only the first `read` were checked. */
  unread(length: number, read: number): string;
  /** The rule has found something there, and failed in saying what. */
  unsaid(ruleId: string): string;
}

/** What a document's readers may ask for. */
export interface Language {
  readonly says: EngineWords;
  /** The one pass over a line of text. Never throws; linear in the text. */
  scan(text: string): Scan;
  /** The dictionary; loaded at the first question. */
  readonly words: Words;
  /** The names recognised in this document, where somebody recognises any. */
  readonly names?: NameStore;
}

/** A language as the product hands it to the linter. */
export interface LanguageReaders {
  readonly says: EngineWords;
  scan(text: string): Scan;
  /** The kind of document that the text shows. */
  readonly kind: Model<DocumentKind>;
  /** Whether the text is one that rules are made for; of any other none has anything to say. */
  readonly isOurs: Model<boolean>;
  /** Names are wanted only of documents in which this fact holds something somewhere. */
  readonly wantsNames: Fact<readonly unknown[]>;
}
