import * as vscode from 'vscode';

/** `Diagnostic.source` of the server's. */
const SOURCE = 'gongwen';

/** What the server found in a document, in its order. */
export function problemsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, code }) => source === SOURCE && code !== undefined)
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule that a problem is of; the code may carry a link to the rule's page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
