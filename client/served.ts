import * as vscode from 'vscode';

/** Languages served; with a file of another language the extension is not even loaded. */
export const LANGUAGES = ['plaintext', 'markdown'];

/**
 * Whether the document is one the server knows: a file, also of a remote or virtual workspace, or an unsaved draft. Not
 * what nobody writes in: the old side of a diff, the log, chat and debug views, whose findings would stand beside those
 * of the draft and count twice.
 */
export function isServed({ languageId, uri: { scheme } }: vscode.TextDocument): boolean {
  return LANGUAGES.includes(languageId) && (ALWAYS_SERVED.has(scheme) || isWritable(scheme));
}

/** Whether a text may be a draft: it has a Han character, or one that could not be read. No server is started for any other. */
export function mayBeDraft(text: string): boolean {
  return /[\u4e00-\u9fff\ufffd]/.test(text);
}

const ALWAYS_SERVED = new Set(['file', 'untitled']);

/** Of schemes without a file system, documents made up by other extensions and by VS Code, nothing is known. */
function isWritable(scheme: string): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
