/**
 * A story as text, with the way from each of its characters back to the paragraph it stands in.
 *
 * A line is a paragraph, or the row of a table with tabs between its cells. A cell that holds several paragraphs of some
 * length is no entry of a table but text in a frame: its paragraphs are lines of their own.
 *
 * Numbers are written out before the text, so that whoever judges the text sees what the reader sees.
 */

import { lowerBound } from '../../rules/index.ts';
import { LINE_BREAK } from './inline.ts';
import type { Paragraph } from './paragraph.ts';
import type { Block, Cell } from './story.ts';

/** A paragraph in the text of its story. */
export interface Placed {
  readonly paragraph: Paragraph;
  /** Where its number begins; the same as `start` without one. */
  readonly numberStart: number;
  /** Where its own text begins. */
  readonly start: number;
  readonly end: number;
}

/** A line of the story. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly placed: readonly Placed[];
  /** The row of a table. */
  readonly row: boolean;
  /** What is shown and not checked: tables of contents, page numbers. */
  readonly unchecked: boolean;
}

export interface Reading {
  /** Lines parted by `\n`; a line break inside a paragraph is `\v`. */
  readonly text: string;
  readonly lines: readonly Line[];
  readonly placed: readonly Placed[];
}

/** Longest text of a cell whose paragraphs are still taken for one entry of the table. */
const ENTRY = 30;

export function readingOf(blocks: readonly Block[]): Reading {
  const writer = new Writer();
  writer.blocks(blocks);
  return { text: writer.text, lines: writer.lines, placed: writer.lines.flatMap(({ placed }) => placed) };
}

class Writer {
  text = '';
  readonly lines: Line[] = [];
  #placed: Placed[] = [];
  #start = 0;

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') for (const row of block.rows) this.#row(row);
      else {
        this.#paragraph(block.paragraph, false);
        this.#endLine(false);
        for (const box of block.boxes) this.blocks(box);
      }
    }
  }

  #row(cells: readonly Cell[]): void {
    let open = false;
    for (const [i, cell] of cells.entries()) {
      if (isEntry(cell)) {
        if (open) this.#write('\t');
        this.#entry(cell);
        // A cell over several columns keeps those behind it in their columns.
        if (i < cells.length - 1) this.#write('\t'.repeat(cell.span - 1));
        open = true;
      } else {
        if (open) this.#endLine(true);
        this.blocks(cell.blocks);
        open = false;
      }
    }
    if (open) this.#endLine(true);
    for (const cell of cells) if (isEntry(cell)) this.#boxesOf(cell);
  }

  /** What hangs on the entries of a row stands behind it. */
  #boxesOf({ blocks }: Cell): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') for (const box of block.boxes) this.blocks(box);
    }
  }

  #entry({ blocks }: Cell): void {
    let first = true;
    for (const block of blocks) {
      if (block.kind !== 'paragraph' || isEmpty(block.paragraph)) continue;
      if (!first) this.#write(' ');
      this.#paragraph(block.paragraph, true);
      first = false;
    }
  }

  #paragraph(paragraph: Paragraph, inRow: boolean): void {
    const { number, text } = paragraph;
    const numberStart = this.text.length;
    if (number && !number.bullet) this.#write(number.text + gapBefore(text, number.text));
    const start = this.text.length;
    // A row is one line, whatever stands in its cells.
    this.#write(inRow ? text.replaceAll('\t', ' ').replaceAll(LINE_BREAK, ' ') : text);
    this.#placed.push({ paragraph, numberStart, start, end: this.text.length });
  }

  #write(text: string): void {
    this.text += text;
  }

  #endLine(row: boolean): void {
    const placed = this.#placed;
    const unchecked = !row && placed.every(({ paragraph }) => paragraph.contents || paragraph.pageNumber);
    this.lines.push({ start: this.#start, end: this.text.length, placed, row, unchecked });
    this.text += '\n';
    this.#start = this.text.length;
    this.#placed = [];
  }
}

function isEmpty({ text, number }: Paragraph): boolean {
  return text === '' && !number;
}

function isEntry({ blocks }: Cell): boolean {
  const filled = blocks.filter((block) => block.kind === 'table' || !isEmpty(block.paragraph));
  if (filled.length <= 1) return filled[0]?.kind !== 'table';
  let length = 0;
  for (const block of filled) {
    if (block.kind === 'table') return false;
    length += block.paragraph.text.length + 1;
  }
  return length <= ENTRY;
}

/** `1.` and `5亿元` must not become a number of their own. */
function gapBefore(text: string, number: string): string {
  if (text === '') return '';
  if (/[\dA-Za-z]$/.test(number)) return ' ';
  return /^\d/.test(text) && !/[、）)]$/.test(number) ? ' ' : '';
}

/** The paragraph that holds the offset: a place in its number or text, or at either end of it. */
export function placedAt({ placed }: Reading, offset: number): Placed | undefined {
  return placed[lowerBound(placed, offset + 1, ({ numberStart }) => numberStart) - 1];
}
