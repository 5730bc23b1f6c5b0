import * as vscode from 'vscode';
import type { Server } from '../server.ts';

/** Whether nothing is looked for in the document; says so and why, or “nothing found” would be taken for a judgement. */
export function isSwitchedOff(server: Server, document: vscode.TextDocument): boolean {
  const status = server.status(document.uri);
  if (!status || (status.ours && status.enabled)) return false;
  void vscode.window.showInformationMessage(
    status.ours
      ? vscode.l10n.t('Checking is switched off by the setting gongwen.enable.')
      : vscode.l10n.t('This file is not checked: it is not Chinese, or the settings leave it out.'),
  );
  return true;
}
