import * as vscode from 'vscode';
import type { Server } from '../server.ts';

/** Whether nothing is looked for in the document; says so, or “nothing found” would be taken for a judgement. */
export function isSwitchedOff(server: Server, document: vscode.TextDocument): boolean {
  if (server.status(document.uri)?.enabled !== false) return false;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Checking is switched off by the setting gongwen.enable.'),
  );
  return true;
}
