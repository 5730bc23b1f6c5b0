/** Fixing and ignoring from the tree of results: what Ctrl+. offers at a place, without going there. */
import * as vscode from 'vscode';
import type { CodeAction, CodeActionParams } from 'vscode-languageclient';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';

/** As `server/ignore-actions.ts` names it. */
const IGNORE = 'quickfix.gongwen.ignore';

/** A problem, as it is shown in a document. */
export interface Shown {
  readonly uri: vscode.Uri;
  readonly problem: vscode.Diagnostic;
}

/** Applies the fix of a problem; which of several, the writer is asked. */
export async function fixProblem(server: Server, shown: Shown): Promise<void> {
  // The server names the problem at what mends it.
  const fixes = (await actionsAt(server, shown)).filter(({ diagnostics }) => diagnostics !== undefined);
  if (fixes.length > 0) await apply(server, await chosen(fixes, vscode.l10n.t('Fix')));
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no fix for this: only the writer knows.'),
    );
}

/**
 * Ignores a problem: here, in the file, in the workspace, as the writer chooses.
 * @param ruleName as the server calls the rule: at one place there may be problems of several
 */
export async function ignoreProblem(server: Server, shown: Shown, ruleName: string): Promise<void> {
  const all = (await actionsAt(server, shown)).filter(({ kind }) => kind === IGNORE);
  const own = all.filter(({ title }) => title.includes(ruleName));
  await apply(server, await chosen(own.length > 0 ? own : all, vscode.l10n.t('Ignore')));
}

/** Asked of the server itself: VS Code does not hand on which problem an action is for. */
async function actionsAt({ client }: Server, { uri, problem }: Shown): Promise<readonly CodeAction[]> {
  const { code2ProtocolConverter: to } = client;
  const params: CodeActionParams = {
    textDocument: { uri: uri.toString() },
    range: to.asRange(problem.range),
    context: { diagnostics: [to.asDiagnostic(problem)], only: ['quickfix'] },
  };
  return (await client.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
}

async function chosen(actions: readonly CodeAction[], title: string): Promise<CodeAction | undefined> {
  if (actions.length < 2) return actions[0];
  const items = actions.map((action) => ({ label: plainText(action.title), action }));
  return (await vscode.window.showQuickPick(items, { title }))?.action;
}

async function apply({ client }: Server, action: CodeAction | undefined): Promise<void> {
  if (!action) return;
  const { edit, command } = action;
  if (edit) await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
