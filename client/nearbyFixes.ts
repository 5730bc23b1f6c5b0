import * as vscode from 'vscode';
import { problemsOf } from './problems.ts';

/**
 * Whether fixes are asked for a problem that is not the one nearest to the caret. Where the caret is at no problem, VS Code asks for the end
 * of each problem of the line, and shows all that can be done there as one list. A line of prose is a paragraph, and nobody sees
 * which of the actions is of which of its problems.
 */
export function isOfAnotherPlace(document: vscode.TextDocument, asked: vscode.Range): boolean {
  const editor = vscode.window.activeTextEditor;
  if (!asked.isEmpty || editor?.document !== document || !editor.selection.isEmpty) return false;
  const caret = editor.selection.active;
  if (caret.line !== asked.start.line || caret.isEqual(asked.start)) return false;
  const problems = problemsOf(document.uri).filter(({ range }) => range.start.line === caret.line);
  const here = problems.filter(({ range }) => range.end.isEqual(asked.start));
  const nearest = Math.min(...problems.map(({ range }) => distance(range, caret)));
  return here.length > 0 && here.every(({ range }) => distance(range, caret) > nearest);
}

/** Characters between a place and a caret in the line that it begins in. */
function distance({ start, end }: vscode.Range, { line, character }: vscode.Position): number {
  const behind = end.line > line ? 0 : character - end.character;
  return Math.max(start.character - character, behind, 0);
}
