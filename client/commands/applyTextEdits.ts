import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageclient';
import type { Server } from '../server.ts';

/**
 * Applies edits computed for one version of a document as one undo step, and says so when that is not possible.
 * @returns whether the edits were applied
 */
export async function applyTextEdits(
  server: Server,
  document: vscode.TextDocument,
  version: number,
  edits: readonly TextEdit[],
): Promise<boolean> {
  const applied = await applyIfUnchanged(server, document, version, edits);
  if (!applied) sayMovedOn();
  return applied;
}

/**
 * As {@link applyTextEdits}, in silence. A document that has moved on is left alone: an edit must never land on text it was not made
 * for.
 */
export async function applyIfUnchanged(
  server: Server,
  document: vscode.TextDocument,
  version: number,
  edits: readonly TextEdit[],
): Promise<boolean> {
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, await server.client.protocol2CodeConverter.asTextEdits([...edits]));
  // Nothing may wait between the two: VS Code itself refuses what changes after it was handed the edit.
  return document.version === version && vscode.workspace.applyEdit(change);
}

/** Tells the writer that what was worked out is about a text that is gone. */
export function sayMovedOn(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The document changed in the meantime; nothing was done. Please try again.'),
  );
}
