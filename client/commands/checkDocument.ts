import * as vscode from 'vscode';
import { checkRequest } from '../../server/protocol.ts';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';

/** 检查当前文档: says how many problems there are, and lists them. */
export async function checkDocument(server: Server): Promise<void> {
  const document = activeDraft();
  if (!document) return;
  const { counts } = await server.client.sendRequest(checkRequest, { uri: document.uri.toString() });
  const total = counts.error + counts.warning + counts.info + counts.hint;
  if (total === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing found in this document.'));
    return;
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{errors} errors, {warnings} warnings, {rest} remarks.', {
      errors: counts.error,
      warnings: counts.warning,
      rest: counts.info + counts.hint,
    }),
  );
}
