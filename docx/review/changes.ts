/** Writes edits as tracked changes. */

import type { Paragraph } from '../read/paragraph.ts';
import type { Element } from '../xml/element.ts';
import { ORDER, type PartEditor } from './part-editor.ts';
import { type Operation, pieceBeside, piecesIn, pointIn } from './place.ts';

/** Writes an operation, and once more where the paragraph stands in two branches of an alternative. */
export function writeChange(operation: Operation, editorOf: (paragraph: Paragraph) => PartEditor): void {
  const { paragraph } = operation;
  for (const target of paragraph.twin ? [paragraph, paragraph.twin] : [paragraph]) {
    const editor = editorOf(target);
    if (operation.kind === 'whole') removeParagraph(target, editor);
    else replaceText({ ...operation, paragraph: target }, editor);
  }
}

function replaceText(
  { paragraph, start, end, text }: Extract<Operation, { kind: 'part' }>,
  editor: PartEditor,
): void {
  const { source } = paragraph.part;
  const pieces = piecesIn(paragraph, start, end);
  for (const piece of pieces) {
    const from = pointIn(piece, Math.max(start, piece.start), source);
    editor.remove(piece.run, from, pointIn(piece, Math.min(end, piece.end), source));
  }
  if (text === '') return;
  const last = pieces.at(-1) ?? pieceBeside(paragraph, start);
  if (last) {
    const at = pointIn(last, pieces.length > 0 ? Math.min(end, last.end) : start, source);
    editor.insertText(last.run, at, text, (pieces[0] ?? last).run, ORDER.inserted);
  }
}

/** The content of a paragraph and, where nothing depends on it, its mark. */
function removeParagraph(paragraph: Paragraph, editor: PartEditor): void {
  const [element] = paragraph.elements as [Element];
  for (const run of runsOf(element)) editor.removeRun(run);
  if (mayGo(element)) editor.removeMark(element);
}

/** The runs of a paragraph that are not yet deleted. Those of text boxes in it go with the run they hang on. */
export function* runsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.name === 'w:r') yield child;
    else if (child.name !== 'w:del' && child.name !== 'w:pPr') yield* runsOf(child);
  }
}

/**
 * The last paragraph of a cell, a story or a section must stay; and one whose mark is somebody's insertion: LibreOffice does not
 * reject a deletion within the insertion of a mark, and the paragraphs would stay apart.
 */
function mayGo(element: Element): boolean {
  if (element.at('w:pPr', 'w:sectPr')) return false;
  if (element.at('w:pPr', 'w:rPr', 'w:ins') || element.at('w:pPr', 'w:rPr', 'w:moveTo')) return false;
  const siblings = element.parent?.children ?? [];
  const next = siblings
    .slice(siblings.indexOf(element) + 1)
    .find(({ name }) => /^w:(?:p|tbl|sdt)$/.test(name));
  return next !== undefined;
}
