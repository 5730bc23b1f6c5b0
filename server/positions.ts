/**
 * Between LSP's positions (line, UTF-16 unit) and the engine's offsets. Lines are the document's paragraphs: both end
 * at `\n`, `\r\n` and `\r`.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type * as engine from '../rules/index.ts';

/** Clamped: a line beyond the last is the end of the text, a character beyond the line's end is that end. */
export function offsetAt(document: engine.Document, position: Position): number {
  const line = wholeNumber(position.line);
  const paragraph = document.paragraphs[line];
  if (!paragraph) return document.length;
  return paragraph.start + Math.min(wholeNumber(position.character), paragraph.source.length);
}

/** The position of an offset of the text. */
export function positionAt(document: engine.Document, offset: number): Position {
  const paragraph = document.paragraphAt(offset);
  // An offset inside a \r\n has no position of its own.
  return { line: paragraph.index, character: Math.min(offset - paragraph.start, paragraph.source.length) };
}

/** Start and end in order, whatever the client sent. */
export function offsetsOf(document: engine.Document, range: Range): engine.Range {
  const start = offsetAt(document, range.start);
  const end = offsetAt(document, range.end);
  return start <= end ? { start, end } : { start: end, end: start };
}

/** The range of a stretch of the text. */
export function rangeOf(document: engine.Document, { start, end }: engine.Range): Range {
  return { start: positionAt(document, start), end: positionAt(document, end) };
}

/** Edits of the text as LSP has them. */
export function textEdits(document: engine.Document, edits: readonly engine.Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
}

/** Whether two stretches share a unit or touch: a caret at either edge of a finding is at the finding. */
export function touches(a: engine.Range, b: engine.Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** JSON carries anything: negative, fractional and absent numbers become the nearest line or character there is. */
function wholeNumber(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}
