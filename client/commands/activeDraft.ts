import * as vscode from 'vscode';
import { isServed } from '../server.ts';

/** The draft a command is about: the one in the active editor. Says so when there is none. */
export function activeDraft(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isServed(document)) return document;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a plain text or Markdown document first.'));
  return undefined;
}
