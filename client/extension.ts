/**
 * The VS Code side: starts the language server, offers the commands, shows the counts. All judgement is the server's.
 * This folder is the only one that imports `vscode`.
 */
import * as vscode from 'vscode';
import { checkDocument } from './commands/checkDocument.ts';
import { createReport } from './commands/createReport.ts';
import { explainRule, provideRulePages } from './commands/explainRule.ts';
import { fillPlaceholders } from './commands/fillPlaceholders.ts';
import { openSample } from './commands/openSample.ts';
import { renumber } from './commands/renumber.ts';
import { applySafeFixes } from './commands/safeFixes.ts';
import { saveFiles } from './commands/saveFiles.ts';
import { switchPreset } from './commands/switchPreset.ts';
import { withServer } from './commands/withServer.ts';
import { FormStore } from './form/formStore.ts';
import { restoreForms } from './form/restore.ts';
import { ResultsView } from './resultsView.ts';
import { Server } from './server.ts';
import { StatusBar } from './statusBar.ts';
import { WordEditor } from './word/editor.ts';
import { exportReview } from './word/review.ts';

let server: Server | undefined;

/** Called by VS Code when the first draft is opened or a command is called. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const running = new Server(context);
  server = running;
  const results = new ResultsView(running, context.workspaceState);
  context.subscriptions.push(new StatusBar(running), results);
  const forms = new FormStore(context.workspaceState);
  void vscode.commands.executeCommand('setContext', 'gongwen.active', true);

  const command = (name: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(`gongwen.${name}`, run));
  command('checkDocument', withServer(running, checkDocument));
  command(
    'clearAdverts',
    withServer(running, (server) => applySafeFixes(server, ['advert'])),
  );
  command(
    'fixAllSafe',
    withServer(running, (server) => applySafeFixes(server)),
  );
  command(
    'fillPlaceholders',
    withServer(running, (server, uri?: string, group?: string) =>
      fillPlaceholders(server, context, forms, uri, group),
    ),
  );
  context.subscriptions.push(restoreForms(running, context, forms));
  command('createReport', withServer(running, createReport));
  command('openSample', () => openSample(context));
  // Not in the palette: actions that leave findings alone call it.
  command('saveFiles', (uris: readonly string[]) => saveFiles(running, uris));
  command(
    'explainRule',
    withServer(running, (server, ruleId?: string) => explainRule(server, ruleId)),
  );
  context.subscriptions.push(provideRulePages(running));
  command('results.toggleGrouping', () => results.toggleGrouping());
  command(
    'results.fixAll',
    withServer(running, async (server, node: unknown) => {
      const subject = ResultsView.subject(node);
      if (subject !== undefined) await applySafeFixes(server, [subject]);
    }),
  );
  command(
    'results.explain',
    withServer(running, (server, node: unknown) => explainRule(server, ResultsView.subject(node))),
  );
  command('renumber', withServer(running, renumber));
  command(
    'exportReview',
    withServer(running, (server, uri?: vscode.Uri) => exportReview(server, uri)),
  );
  command('openWord', (uri: vscode.Uri) =>
    vscode.commands.executeCommand('vscode.openWith', uri, WordEditor.viewType),
  );
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(WordEditor.viewType, new WordEditor(running)),
  );
  command('switchPreset', switchPreset);
  command('restartServer', () => running.restart());
  command('showLog', () => running.log.show());

  // The client tells the writer itself. The commands stay: one of them starts the server anew.
  await running.start().catch((error) => running.log.error(String(error)));
}

/** Called by VS Code, which waits for the server to end. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
