import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import type { WorkspaceCheck } from './checkWorkspace.ts';

/**
 * 作为一套材料检查: the drafts of a folder held against each other.
 * @param clicked the folder whose menu was opened; without one the writer chooses
 */
export async function checkSet(server: Server, files: WorkspaceCheck, clicked?: vscode.Uri): Promise<void> {
  const folder = clicked ?? (await chooseFolder());
  if (!folder) return;
  await server.request('gongwen/chooseSet', { folder: folder.toString() });
  await files.run([folder]);
}

/** Beginning at the folder of the draft in front: what belongs to one meeting mostly lies in one. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const draft = vscode.window.activeTextEditor?.document.uri;
  const beside = draft?.scheme === 'file' ? vscode.Uri.joinPath(draft, '..') : undefined;
  const defaultUri = beside ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const title = vscode.l10n.t('Check as a Set');
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    ...(defaultUri && { defaultUri }),
    title,
    openLabel: title,
  });
  return picked?.[0];
}
