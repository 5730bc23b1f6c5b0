/**
 * A paragraph as it is read, and where each of its characters stands in the source.
 *
 * Its text is made of pieces. A piece of text lies in one `w:t`; all other pieces (tabs, symbols, breaks) are characters that
 * the source says in another way. What may be changed says {@link lockOf}.
 */

import { lowerBound } from '../../rules/index.ts';
import type { Part } from '../package/package.ts';
import type { Element } from '../xml/element.ts';
import { sourceOffsets } from '../xml/text.ts';
import type { AutomaticNumber } from './numbering.ts';

export interface Piece {
  /** In the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** `w:t`, `w:delText`, or whatever stands for the character. */
  readonly node: Element;
  readonly run: Element;
  /** The run that the field begins with whose code the characters stand for: nothing is put between the two. */
  readonly opening: Element | undefined;
  /** Whether the characters are written in the node. */
  readonly written: boolean;
  /** Units of the node's text before the piece: blanks that Word leaves out. */
  readonly skipped: number;
  readonly lock: Lock | undefined;
}

/** Why a piece must not be changed: it is made by Word, or by somebody's move. */
export type Lock = 'field' | 'ruby' | 'moved' | 'protected' | 'made';

/** A text box that hangs on a run, with the branch of an alternative that is not read. */
export interface Box {
  readonly content: Element;
  readonly twin: Element | undefined;
  readonly run: Element;
}

/** A footnote or endnote that hangs on a run. */
export interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly run: Element;
}

/** What a form shows where nobody has filled it in: 单击此处输入文字. */
export interface Prompt {
  /** In the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

export interface Paragraph {
  readonly part: Part;
  /** Of several, the marks between them are deleted; the last one's properties hold. */
  readonly elements: readonly Element[];
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly number: AutomaticNumber | undefined;
  /** 1–9 for headings. */
  readonly outline: number | undefined;
  /** Names of its style and those that is based on, nearest first. */
  readonly styles: readonly string[];
  readonly boxes: readonly Box[];
  readonly notes: readonly NoteMark[];
  readonly prompts: readonly Prompt[];
  /** What is there and not shown. */
  readonly hidden: string;
  /** A line of a table of contents; one that shows the page's number. */
  readonly contents: boolean;
  readonly pageNumber: boolean;
  /** The run that a text box or note with this paragraph hangs on, where comments cannot stand in the paragraph itself. */
  readonly host: Element | undefined;
  /** Whether it stands in a branch of an alternative: what is changed in one must be changed in all. */
  readonly inAlternative: boolean;
  /** The same paragraph in the branch of an alternative that is not read: what is changed here is changed there. */
  readonly twin: Paragraph | undefined;
}

/** The piece that holds the character at an offset. */
export function pieceAt({ pieces }: Paragraph, offset: number): Piece | undefined {
  return pieces[lowerBound(pieces, offset + 1, ({ end }) => end)];
}

/** Where a unit of a written piece begins in the part's source; `offset` may be the piece's end. */
export function sourceOf(piece: Piece, offset: number, source: string): number {
  const { node, start, skipped } = piece;
  const unit = offset - start + skipped;
  if (!knownOffsets.has(node)) {
    knownOffsets.set(node, sourceOffsets(source.slice(node.openEnd, node.closeStart)));
  }
  return node.openEnd + (knownOffsets.get(node)?.[unit] ?? unit);
}

/** Of nodes that were asked for: a long text with much to say of it is asked for again and again. */
const knownOffsets = new WeakMap<Element, readonly number[] | undefined>();

/** Why the piece must not be changed. */
export function lockOf({ written, lock }: Piece): Lock | undefined {
  return lock ?? (written ? undefined : 'made');
}
