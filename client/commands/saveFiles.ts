import * as vscode from 'vscode';

/** Saves files that an edit has changed: lists of ignores and configuration hold once they are saved. */
export async function saveFiles(uris: readonly string[]): Promise<void> {
  for (const uri of uris) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await document.save();
  }
}
