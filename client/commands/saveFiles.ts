import * as vscode from 'vscode';
import type { Server } from '../server.ts';

/** `FileChangeType.Changed` */
const CHANGED = 2;

/**
 * Saves files that an edit has changed: lists of ignores and configuration hold once they are saved. The server is told, since VS Code
 * watches no files outside its folders.
 */
export async function saveFiles(server: Server, uris: readonly string[]): Promise<void> {
  for (const uri of uris) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await document.save();
  }
  const changes = uris.map((uri) => ({ uri, type: CHANGED }));
  await server.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
}
