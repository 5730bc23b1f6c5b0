/** Where comments and changes go in the source of a part. */
import { lowerBound } from '../../rules/index.ts';
import { type Lock, lockOf, type Paragraph, type Piece, pieceAt, sourceOf } from '../read/paragraph.ts';
import type { Placed, Reading } from '../read/reading.ts';
import type { Element } from '../xml/element.ts';

/** Why a fix is not written as a change. */
export type Refusal = Lock | 'number' | 'several' | 'twin' | 'break';

/** A change within a paragraph. */
interface Part {
  readonly kind: 'part';
  readonly paragraph: Paragraph;
  /** In the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What one edit does to one paragraph. */
export type Operation = { readonly kind: 'whole'; readonly paragraph: Paragraph } | Part;

/** Where a story's text is changed, and what is put there. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit of a story's text as operations on its paragraphs, or why it cannot be done. */
export function operationsOf(reading: Reading, edit: TextEdit): readonly Operation[] | Refusal {
  const { start, end, text } = edit;
  if (text.includes('\n')) return 'break';
  const reached = reachOf(reading, edit);
  if (reached === 'number') return reached;
  const { operations, covered, wholes, parts } = reached;
  if (operations.length === 0) return wholes > 0 ? [] : 'several';
  if (wholes > 1 && takesCells(reading, start, end)) return 'several';
  if (parts > 1 || (text !== '' && parts === 0)) return 'several';
  if (parts === 1 && covered + wholes < end - start) return 'several';
  return refusalOf(operations) ?? operations;
}

/** The paragraphs that an edit reaches. */
interface Reach {
  readonly operations: Operation[];
  /** Characters of the stretch that are a paragraph's: not tabs between cells and breaks between lines. */
  covered: number;
  /** How many paragraphs go as wholes, and of how many a part is changed. */
  wholes: number;
  parts: number;
}

function reachOf(reading: Reading, edit: TextEdit): Reach | 'number' {
  const { start, end } = edit;
  const reach: Reach = { operations: [], covered: 0, wholes: 0, parts: 0 };
  const { placed: all } = reading;
  /** The stretch begins with the break before its first line, and leaves the one behind its last. */
  const behindBreak = reading.text[start] === '\n' && start > 0 && reading.text[start - 1] !== '\n';
  for (let i = lowerBound(all, start, (placed) => placed.end); i < all.length; i++) {
    const placed = all[i]!;
    if (placed.numberStart > end) break;
    if (takesWhole(edit, placed, behindBreak)) {
      reach.operations.push(...removalOf(placed.paragraph));
      reach.covered += placed.end - placed.numberStart;
      reach.wholes++;
      continue;
    }
    if (takesNumber(edit, placed)) return 'number';
    const part = partOf(edit, placed, reach.wholes > 0);
    if (!part) continue;
    reach.operations.push(part);
    reach.covered += part.end - part.start;
    reach.parts++;
    if (start === end) break;
  }
  return reach;
}

/** Whether an edit reaches into a number that Word writes before a paragraph. */
function takesNumber({ start, end }: TextEdit, placed: Placed): boolean {
  return start < placed.start && end > placed.numberStart && placed.numberStart < placed.start;
}

/**
 * What an edit does to the text of one paragraph; undefined where it has no part in it.
 * @param behindWholes whether lines before it go as a whole: what is put in their place stands at its beginning
 */
function partOf({ start, end, text }: TextEdit, placed: Placed, behindWholes: boolean): Part | undefined {
  const from = Math.max(start, placed.start);
  const to = Math.min(end, placed.end);
  const takesText = text !== '' && behindWholes && from === to && end === placed.numberStart;
  if (from > to || (from === to && start < end && !takesText)) return undefined;
  const { paragraph } = placed;
  return { kind: 'part', paragraph, start: from - placed.start, end: to - placed.start, text };
}

/** Why one of the operations cannot be done. */
function refusalOf(operations: readonly Operation[]): Refusal | undefined {
  for (const operation of operations) {
    const refusal = operation.kind === 'whole' ? refuseWhole(operation.paragraph) : refusePart(operation);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Whether a paragraph goes with its mark. What is put in behind lines that go belongs to the line that stays. */
function takesWhole({ start, end, text }: TextEdit, placed: Placed, behindBreak: boolean): boolean {
  if (text !== '' && behindBreak) return false;
  const takesBreak = behindBreak ? start < placed.numberStart : end > placed.end;
  return takesBreak && start <= placed.numberStart && end >= placed.end;
}

/** What is no text is nobody's to delete: it stays, in a paragraph that is empty but for it. */
function removalOf(paragraph: Paragraph): Operation[] {
  if (!holdsMore(paragraph)) return [{ kind: 'whole', paragraph }];
  return paragraph.text === '' ? [] : [{ ...ALL_TEXT, paragraph, end: paragraph.text.length }];
}

const ALL_TEXT = { kind: 'part', start: 0, text: '' } as const;

/** Whether a paragraph holds more than its text: a picture, a text box, a note. */
function holdsMore({ elements, boxes, notes }: Paragraph): boolean {
  return boxes.length > 0 || notes.length > 0 || elements.some((element) => holdsPicture(element));
}

function holdsPicture(element: Element): boolean {
  for (const { name } of element.descendants())
    if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') return true;
  return false;
}

/** Whether the stretch takes several cells of a row that hold something: one may be advertising, and another not. */
function takesCells({ lines, text }: Reading, start: number, end: number): boolean {
  return lines.some(
    ({ row, placed }) =>
      row &&
      placed.filter(
        (cell) => cell.start >= start && cell.end <= end && text.slice(cell.start, cell.end).trim() !== '',
      ).length > 1,
  );
}

function refusePart({ paragraph, start, end, text }: Part): Refusal | undefined {
  const touched = piecesIn(paragraph, start, end);
  if (start === end && touched.length === 0) {
    const beside = pieceBeside(paragraph, start);
    if (beside?.lock) return beside.lock;
  }
  for (const piece of touched) {
    if (piece.lock) return piece.lock;
    // A tab may be taken away, not turned into something else; and what Word draws from several elements is left alone.
    if (lockOf(piece) && (text !== '' || !isSimple(piece))) return 'made';
    if (isWrapped(piece)) return 'protected';
    if (isAlternative(piece)) return 'twin';
  }
  return hasTwin(paragraph);
}

function isSimple({ node, start, end }: Piece): boolean {
  return end - start === 1 && /^w:(?:tab|br|cr|noBreakHyphen|sym|ptab)$/.test(node.name);
}

/** Inside an insertion of somebody, but not directly: it cannot be parted without parting what is between. */
function isWrapped({ run }: Piece): boolean {
  return run.isInside('w:ins') && run.parent?.name !== 'w:ins';
}

/** Inside a branch of an alternative within the paragraph. */
function isAlternative({ node, run }: Piece): boolean {
  if (node.parent !== run) return true;
  for (let e = run.parent; e && e.name !== 'w:p'; e = e.parent)
    if (e.name === 'mc:AlternateContent') return true;
  return false;
}

function refuseWhole(paragraph: Paragraph): Refusal | undefined {
  if (paragraph.elements.length > 1) return 'several';
  let depth = 0;
  for (const element of paragraph.elements[0]!.descendants()) {
    if (/^w:move(?:To|From)/.test(element.name)) return 'moved';
    if (element.name === 'w:fldChar') {
      const type = element.attribute('w:fldCharType');
      if (type === 'begin') depth++;
      else if (type === 'end' && --depth < 0) return 'field';
    }
  }
  if (depth > 0) return 'field';
  if (paragraph.pieces.some(({ lock }) => lock === 'protected')) return 'protected';
  return hasTwin(paragraph);
}

/** A text box is told twice; both must say the same before and after. */
function hasTwin(paragraph: Paragraph): Refusal | undefined {
  return paragraph.inAlternative && !paragraph.twin ? 'twin' : undefined;
}

/** The pieces that hold a character of the stretch. */
export function piecesIn(paragraph: Paragraph, start: number, end: number): readonly Piece[] {
  const { pieces } = paragraph;
  const first = lowerBound(pieces, start + 1, (piece) => piece.end);
  let last = first;
  while (last < pieces.length && pieces[last]!.start < end) last++;
  return pieces.slice(first, last);
}

/** The piece before an offset, else the one behind it. */
export function pieceBeside(paragraph: Paragraph, offset: number): Piece | undefined {
  return (offset > 0 ? pieceAt(paragraph, offset - 1) : undefined) ?? pieceAt(paragraph, offset);
}

/** Where in the source an offset of a piece is: in its text, or at an end of its element. */
export function pointIn(piece: Piece, offset: number, source: string): number {
  const { run } = piece;
  // A formula is no run; nothing is put into it.
  if (run.name !== 'w:r') return offset <= piece.start ? run.start : run.end;
  if (piece.written) return sourceOf(piece, offset, source);
  return offset <= piece.start ? piece.node.start : piece.node.end;
}
