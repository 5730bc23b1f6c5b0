import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';
import { isSwitchedOff } from './switchedOff.ts';

/** 检查当前文档: says how many problems there are, and lists them. */
export async function checkDocument(server: Server): Promise<void> {
  const document = activeDraft();
  if (!document) return;
  const status = await server.judged(document);
  if (!status) {
    if (!document.isClosed) throw new Error('the server ended');
    return;
  }
  if (isSwitchedOff(server, document)) return;
  const { counts } = status;
  const rest = counts.info + counts.hint;
  if (counts.error + counts.warning + rest === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing found in this document.'));
    return;
  }
  // Not VS Code's own list, which is one of all files.
  await vscode.commands.executeCommand('gongwen.results.focus');
  const stepThrough = vscode.l10n.t('Go Through Them');
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t('{errors} errors, {warnings} warnings, {rest} remarks.', {
        errors: counts.error,
        warnings: counts.warning,
        rest,
      }),
      stepThrough,
    )
    .then((picked) => (picked === stepThrough ? goToFirst(document) : undefined));
}

/** From there F8 leads on. */
async function goToFirst(document: vscode.TextDocument): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const end = document.lineAt(document.lineCount - 1).range.end;
  // The next after the end is the first, also where the first begins the text.
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('editor.action.marker.next');
}
