import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';

/** 检查当前文档: says how many problems there are, and lists them. */
export async function checkDocument(server: Server): Promise<void> {
  const document = activeDraft();
  if (!document) return;
  const status = await server.judged(document);
  if (!status) {
    if (!document.isClosed) throw new Error('the server ended');
    return;
  }
  const { enabled, counts } = status;
  if (!enabled) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Checking is switched off by the setting gongwen.enable.'),
    );
    return;
  }
  const rest = counts.info + counts.hint;
  if (counts.error + counts.warning + rest === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing found in this document.'));
    return;
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{errors} errors, {warnings} warnings, {rest} remarks.', {
      errors: counts.error,
      warnings: counts.warning,
      rest,
    }),
  );
}
