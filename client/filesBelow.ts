/** Files in a folder and below, wherever the folder is: on this machine, in a repository far away, in memory. */
import * as vscode from 'vscode';
import { IGNORES_NAME } from '../config/model.ts';

/** What is looked for: as a search takes it, and by the name of a file where nothing searches. */
export interface Wanted {
  readonly glob: string;
  readonly name: RegExp;
}

const TEXTS = ['txt', 'md', 'markdown'];
export const TEXT_DRAFTS = endingIn(TEXTS);
export const ALL_DRAFTS = endingIn([...TEXTS, 'docx', 'docm']);
export const IGNORE_LISTS: Wanted = {
  glob: `**/${IGNORES_NAME}`,
  name: new RegExp(`^${IGNORES_NAME.replaceAll('.', '\\.')}$`),
};

/** Where VS Code searches by itself. Elsewhere a search waits for ever, unless an extension provides one, and nothing tells whether one does. */
const SEARCHED: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Hidden files, those of programs, and what Word leaves beside a document that is open. */
const UNWRITTEN = /^(?:\.|node_modules$|~\$)/;

function endingIn(extensions: readonly string[]): Wanted {
  return { glob: `**/*.{${extensions.join(',')}}`, name: new RegExp(`\\.(?:${extensions.join('|')})$`) };
}

/** The wanted files of a folder. What is found until it is cancelled is all there is. */
export async function findBelow(
  folder: vscode.Uri,
  { glob, name }: Wanted,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (SEARCHED.has(folder.scheme))
    return vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), undefined, undefined, token);
  const found: vscode.Uri[] = [];
  for await (const uri of filesBelow(folder)) {
    if (token?.isCancellationRequested) break;
    if (name.test(uri.path.slice(uri.path.lastIndexOf('/') + 1))) found.push(uri);
  }
  return found;
}

/** The files in a folder and below, but for those that nobody writes. A folder that cannot be read has none. */
export async function* filesBelow(folder: vscode.Uri): AsyncGenerator<vscode.Uri> {
  const waiting = [folder];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const [name, type] of await entriesOf(next)) {
      if (UNWRITTEN.test(name)) continue;
      const uri = vscode.Uri.joinPath(next, name);
      if (type & vscode.FileType.Directory) waiting.push(uri);
      else yield uri;
    }
  }
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
