/** Tables, Markdown, of Word and typed with tabs or wide blanks: their rows and cells. */
import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Characters } from '../text/characters.ts';
import type { Interval } from '../text/interval.ts';

export interface CellFigure extends Interval {
  readonly number: number;
}

/** Offsets relative to the paragraph. */
export interface Cell extends Range {
  readonly text: string;
  /** Undefined for words and for what is told in %; nought for an empty cell and a dash. */
  readonly value: CellFigure | undefined;
  /** The figure, with % or without; undefined for words and an empty cell. */
  readonly rate: CellFigure | undefined;
  readonly empty: boolean;
}

/** The cells of a line that is a row of a table: a list with one entry, for the index of paragraphs. */
export const tableRow = defineFact<readonly (readonly Cell[])[]>('table-row', (paragraph) => {
  const { text } = paragraph;
  if (paragraph.role === 'table') return rowOf(cutAt(text, '|'));
  return text.includes('\t') ? rowOf(cutAt(text, '\t')) : rowOf(cutAtGaps(paragraph));
});

function rowOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  return cells.length < 2 ? [] : [cells];
}

const MOST_CELLS = 200;

/** The pipes at either end of a row part nothing. */
function cutAt(text: string, mark: '|' | '\t'): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (let i = 0; i <= text.length && cells.length < MOST_CELLS; i++) {
    if (i < text.length && text[i] !== mark) continue;
    if (mark === '\t' || (i > 0 && !(i === text.length && text.slice(start).trim() === '')))
      cells.push(cell(text, start, i));
    start = i + 1;
  }
  return cells;
}

/** No prose has so little between its gaps. */
const LONGEST_CELL = 24;
const LONGEST_ROW = 400;
const GAPS = new Characters(' \u3000');
const PROSE = new Characters('。；');

/** Columns set out with blanks: three cells or more, two blanks or more between them. */
function cutAtGaps({ text, contentStart, contentEnd }: Paragraph): readonly Cell[] {
  if (contentEnd - contentStart > LONGEST_ROW) return [];
  if (text.indexOf('  ', contentStart) < 0 && text.indexOf('\u3000', contentStart) < 0) return [];
  const cells: Cell[] = [];
  let start = contentStart;
  let i = GAPS.next(text, contentStart, contentEnd);
  for (; i < contentEnd; i = GAPS.next(text, i, contentEnd)) {
    let end = i;
    while (end < contentEnd && GAPS.at(text, end)) end++;
    if (end - i > 1) {
      cells.push(cell(text, start, i));
      start = end;
    }
    i = end;
    if (i - start > LONGEST_CELL && cells.length === 0) return [];
  }
  if (cells.length < 2 || PROSE.isIn(text, contentStart, contentEnd)) return [];
  cells.push(cell(text, start, contentEnd));
  return cells.every(({ text: said }) => said.length <= LONGEST_CELL) ? cells : [];
}

function cell(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  const content = text.slice(start, end);
  const empty = content === '' || /^[-—–/]+$/.test(content);
  const written = content
    .replace(/[,，\s]/g, '')
    .replace(/^[−－]/, '-')
    .replace(/^[+＋]/, '');
  const percent = /[%％]$/.test(written);
  const digits = percent ? written.slice(0, -1) : written;
  const figure = /^-?\d{1,15}(?:\.\d+)?$/.test(digits) ? figureOf(digits) : undefined;
  if (empty)
    return { start, end, text: content, value: { low: 0, high: 0, number: 0 }, rate: undefined, empty };
  return { start, end, text: content, value: percent ? undefined : figure, rate: figure, empty };
}

function figureOf(digits: string): CellFigure {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const half = decimals === 0 ? 0 : 10 ** -decimals / 2;
  const number = Number(digits);
  return { low: number - half, high: number + half, number };
}

export interface Row {
  readonly paragraph: Paragraph;
  readonly cells: readonly Cell[];
}

/** Whether the row only parts the head from the rest: | --- | --- |. */
export function isRule({ cells }: Row): boolean {
  return cells.every((c) => /^:?-+:?$/.test(c.text));
}

/** Runs of at least so many lines that follow each other: four are a head, two rows, a total. */
export function* tables(document: Document, least: number): Generator<readonly Row[]> {
  let run: Row[] = [];
  for (const paragraph of document.paragraphsWith(tableRow)) {
    const cells = paragraph.fact(tableRow)[0]!;
    const last = run[run.length - 1];
    if (last && last.paragraph.index + 1 !== paragraph.index) {
      if (run.length >= least) yield run;
      run = [];
    }
    run.push({ paragraph, cells });
  }
  if (run.length >= least) yield run;
}
