/** Files of the workspace, which may be anywhere: on this machine, in a repository far away, in memory. */
import * as vscode from 'vscode';
import { filesBelow } from '../client/filesBelow.ts';
import { CONFIG_NAME, IGNORES_NAME } from '../config/model.ts';
import type { Handed } from './handed.ts';

/** A folder with more files is none of drafts. */
const MOST_FILES = 2000;

/**
 * What holds for the drafts that are mostly there: beside each that is open, and in each folder of the workspace. Not by a search, which waits for ever
 * where nobody provides one.
 */
export async function usualFiles(): Promise<Handed['files']> {
  const { textDocuments, workspaceFolders = [] } = vscode.workspace;
  const folders = [
    ...workspaceFolders.map(({ uri }) => uri),
    ...textDocuments.filter(({ isUntitled }) => !isUntitled).map(({ uri }) => vscode.Uri.joinPath(uri, '..')),
  ];
  const all = folders.flatMap((folder) =>
    [CONFIG_NAME, IGNORES_NAME].map((name) => vscode.Uri.joinPath(folder, name)),
  );
  const uris = [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
  const contents = await Promise.all(uris.map(read));
  return uris.flatMap((uri, i) => {
    const content = contents[i];
    return content ? [[uri.toString(), content] as const] : [];
  });
}

/** Null where there is none that can be read. */
export async function read(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}

/** The files in a folder and below. */
export async function list(folder: vscode.Uri): Promise<string[]> {
  const found: string[] = [];
  for await (const uri of filesBelow(folder)) {
    found.push(uri.toString());
    if (found.length === MOST_FILES) break;
  }
  return found;
}
