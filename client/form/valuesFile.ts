import * as vscode from 'vscode';
import type { Form } from './form.ts';
import { readValues, VALUES_NAME, withValues } from './values.ts';

/** The values that hold for a draft: those of the nearest file upward, within the folder that is open. */
export async function valuesOfDraft(draft: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  const found = await nearest(foldersOf(draft));
  return found ? readValues(found.text) : new Map();
}

/**
 * Writes the form's answers into that file, or a new one beside the draft. Only ever called because the writer asks for it.
 * @returns the file; undefined where a draft has no folder
 */
export async function saveValues(draft: vscode.Uri, form: Form): Promise<vscode.Uri | undefined> {
  const folders = foldersOf(draft);
  const beside = folders[0];
  if (!beside) return undefined;
  const { file, text } = (await nearest(folders)) ?? {
    file: vscode.Uri.joinPath(beside, VALUES_NAME),
    text: '',
  };
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(withValues(text, form)));
  return file;
}

async function nearest(
  folders: readonly vscode.Uri[],
): Promise<{ file: vscode.Uri; text: string } | undefined> {
  for (const folder of folders) {
    const file = vscode.Uri.joinPath(folder, VALUES_NAME);
    try {
      return { file, text: decode(await vscode.workspace.fs.readFile(file)) };
    } catch (error) {
      // One that is there and cannot be read must not be written over.
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
  }
  return undefined;
}

/** Spreadsheets of an office save such files in GB18030. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The draft's folder and those above it, up to the folder that is open; of an unsaved draft the first folder that is open. */
function foldersOf(draft: vscode.Uri): vscode.Uri[] {
  const open = vscode.workspace.getWorkspaceFolder(draft)?.uri;
  if (draft.scheme === 'untitled') {
    const first = vscode.workspace.workspaceFolders?.[0]?.uri;
    return first ? [first] : [];
  }
  const folders: vscode.Uri[] = [];
  for (let folder = vscode.Uri.joinPath(draft, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    folders.push(folder);
    if (!open || folder.path === open.path || folder.path === '/' || folders.length > 30) return folders;
  }
}
