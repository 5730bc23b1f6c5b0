/**
 * Reads a story (the body, a header, the footnotes) into paragraphs and tables.
 */
import type { Part } from '../package/package.ts';
import type { Element } from '../xml/element.ts';
import { integer } from '../xml/element.ts';
import { childOf, childrenOf } from './children.ts';
import { FieldState, InlineReader, isCellGone, isRowGone, type Revisions, runsIntoNext } from './inline.ts';
import type { Numbering, NumberingState } from './numbering.ts';
import type { Box, Paragraph } from './paragraph.ts';
import type { Styles } from './styles.ts';

export type Block =
  | {
      readonly kind: 'paragraph';
      readonly paragraph: Paragraph;
      readonly boxes: readonly (readonly Block[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] };

export interface Cell {
  readonly blocks: readonly Block[];
  /** Columns of the grid that it takes. */
  readonly span: number;
}

export interface ReaderOptions {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Numbers go on from one part of the text to the next. */
  readonly counts: Pick<NumberingState, 'next'>;
  readonly revisions: Revisions;
}

/** Wrappers around paragraphs, tables, rows and cells that are read as if they were not there. */
const TRANSPARENT = new Set(['w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);

export class StoryReader {
  readonly #part: Part;
  readonly #options: ReaderOptions;
  readonly #fields = new FieldState();
  readonly #host: Element | undefined;

  /** @param host the run that the story hangs on, where comments cannot stand in the story itself */
  constructor(part: Part, options: ReaderOptions, host?: Element) {
    this.#part = part;
    this.#options = options;
    this.#host = host;
  }

  /** The blocks in an element: `w:body`, `w:hdr`, `w:tc`, `w:footnote`, `w:txbxContent`. */
  blocks(container: Element): Block[] {
    const blocks: Block[] = [];
    /** Paragraphs whose marks are deleted, and which are one with the next. */
    let open: Element[] = [];
    let gone: Block | undefined;
    const close = () => {
      if (open.length === 0) return;
      const block = this.#paragraph(open);
      // Nothing but its mark, and that is deleted.
      const isGone = block.paragraph.text === '' && block.boxes.length === 0 && open.every(this.#isOpen);
      if (isGone) gone = block;
      else blocks.push(block);
      open = [];
    };
    for (const element of flatten(container)) {
      if (element.name === 'w:p') {
        open.push(element);
        if (!this.#isOpen(element)) close();
      } else if (element.name === 'w:tbl') {
        close();
        const rows = this.#rows(element);
        if (rows.length > 0) blocks.push({ kind: 'table', rows });
      }
    }
    close();
    // A cell or story has at least one paragraph.
    return blocks.length === 0 && gone ? [gone] : blocks;
  }

  readonly #isOpen = (paragraph: Element): boolean => runsIntoNext(paragraph, this.#options.revisions);

  #rows(table: Element): Cell[][] {
    const rows: Cell[][] = [];
    for (const row of flatten(table)) {
      if (row.name !== 'w:tr' || isRowGone(row, this.#options.revisions)) continue;
      const cells: Cell[] = [];
      // A row may begin some columns further on.
      const before = integer(row.at('w:trPr', 'w:gridBefore')?.value) ?? 0;
      if (before > 0 && before < MOST_COLUMNS) cells.push({ blocks: [], span: before });
      for (const cell of flatten(row)) {
        if (cell.name !== 'w:tc' || isCellGone(cell, this.#options.revisions)) continue;
        const span = integer(cell.at('w:tcPr', 'w:gridSpan')?.value) ?? 1;
        cells.push({ blocks: this.blocks(cell), span: span > 0 && span < MOST_COLUMNS ? span : 1 });
      }
      rows.push(cells);
    }
    return rows;
  }

  #paragraph(elements: readonly Element[]): Extract<Block, { kind: 'paragraph' }> {
    const { styles, counts, revisions } = this.#options;
    const properties = childOf(elements.at(-1), 'w:pPr');
    const paragraphStyles = styles.ofParagraph(properties);
    const inline = new InlineReader({ styles, revisions, fields: this.#fields, paragraphStyles });
    const number = counts.next(properties);
    for (const element of elements) inline.read(element);
    const names = paragraphStyles.map(({ name }) => name);
    const paragraph: Paragraph = {
      part: this.#part,
      elements,
      text: inline.text,
      pieces: inline.pieces,
      number,
      outline: styles.outlineLevel(properties),
      styles: names,
      boxes: inline.boxes,
      notes: inline.notes,
      prompts: inline.prompts,
      hidden: inline.hidden,
      contents: inline.contents || names.some((name) => /^toc [1-9]$/i.test(name)),
      pageNumber: inline.pageNumber,
      host: this.#host,
      inAlternative: elements[0]!.isInside('mc:AlternateContent'),
      twin: undefined,
    };
    return { kind: 'paragraph', paragraph, boxes: inline.boxes.map((box) => this.#box(box)) };
  }

  #box({ content, twin, run }: Box): Block[] {
    const host = this.#host ?? run;
    const blocks = new StoryReader(this.#part, this.#options, host).blocks(content);
    if (!twin) return blocks;
    const plain = { ...this.#options, counts: NO_COUNTS };
    return withTwins(blocks, new StoryReader(this.#part, plain, host).blocks(twin));
  }
}

const MOST_COLUMNS = 64;

/** A twin is the same paragraph once more, and counts once. */
const NO_COUNTS: Pick<NumberingState, 'next'> = { next: () => undefined };

/** Pairs the paragraphs of two readings of the same box. Where they differ there are no twins. */
function withTwins(blocks: readonly Block[], twins: readonly Block[]): Block[] {
  const all = [...paragraphsOf(twins)];
  if ([...paragraphsOf(blocks)].some((p, i) => all[i]?.text !== p.text)) return [...blocks];
  let next = 0;
  const pair = (block: Block): Block =>
    block.kind === 'table'
      ? {
          kind: 'table',
          rows: block.rows.map((row) => row.map((c) => ({ ...c, blocks: c.blocks.map(pair) }))),
        }
      : { ...block, paragraph: { ...block.paragraph, twin: all[next++] } };
  return blocks.map(pair);
}

/** All paragraphs of blocks, those of tables and text boxes included, in reading order. */
export function* paragraphsOf(blocks: Iterable<Block>): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      yield block.paragraph;
      for (const box of block.boxes) yield* paragraphsOf(box);
    } else for (const row of block.rows) for (const cell of row) yield* paragraphsOf(cell.blocks);
  }
}

/** The children, those of transparent wrappers in their place. */
function* flatten(container: Element): Generator<Element> {
  for (const child of childrenOf(container)) {
    if (child.name === 'w:sdt' || TRANSPARENT.has(child.name)) yield* flatten(child);
    else yield child;
  }
}
