import * as vscode from 'vscode';
import { problemsOf } from '../problems.ts';
import { activeDraft, draftEditor } from './activeDraft.ts';

/**
 * 下一处问题, 上一处问题: in the draft in front only, round its ends, with what is said of it shown. VS Code's own F8 goes on into other files,
 * and stops at what other extensions report.
 */
export async function goToFinding(direction: 'next' | 'previous'): Promise<void> {
  const editor = draftEditor();
  if (!editor) {
    activeDraft();
    return;
  }
  const { document, selection } = editor;
  const places = problemsOf(document.uri).map(({ range }) => range);
  if (places.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing found in this document.'));
    return;
  }
  const caret = selection.active;
  const place =
    direction === 'next'
      ? (places.find(({ start }) => start.isAfter(caret)) ?? places[0]!)
      : (places.findLast(({ start }) => start.isBefore(caret)) ?? places.at(-1)!);
  const shown = await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(place.start, place.start),
  });
  shown.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
}
