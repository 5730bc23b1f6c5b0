/**
 * The VS Code side: starts the language server, offers the commands, shows the counts. All judgement is the server's.
 * This folder is the only one that imports `vscode`.
 */
import * as vscode from 'vscode';
import { checkDocument } from './commands/checkDocument.ts';
import { WorkspaceCheck } from './commands/checkWorkspace.ts';
import { createReport } from './commands/createReport.ts';
import { explainRule, provideRulePages } from './commands/explainRule.ts';
import { fillPlaceholders } from './commands/fillPlaceholders.ts';
import { fillSet } from './commands/fillSet.ts';
import { goToFinding } from './commands/goToFinding.ts';
import { makeLedger } from './commands/makeLedger.ts';
import { manageIgnores } from './commands/manageIgnores.ts';
import { openSample } from './commands/openSample.ts';
import { renumber } from './commands/renumber.ts';
import { reopenWithEncoding } from './commands/reopenWithEncoding.ts';
import { applySafeFixes } from './commands/safeFixes.ts';
import { saveFiles } from './commands/saveFiles.ts';
import { setKind } from './commands/setKind.ts';
import { switchPreset } from './commands/switchPreset.ts';
import { offerRestart, withServer } from './commands/withServer.ts';
import { DraftInFront } from './draftState.ts';
import { FormStore } from './form/formStore.ts';
import { restoreForms } from './form/restore.ts';
import { ResultsView } from './resultsView.ts';
import { isServed, mayBeDraft } from './served.ts';
import { Server } from './server.ts';
import { StatusBar } from './statusBar.ts';
import { WordEditor } from './word/editor.ts';
import { exportReview } from './word/review.ts';

let server: Server | undefined;

/**
 * Called by VS Code when the first plain text or Markdown document is opened, or a command is called. Nothing here waits, and what is costly to
 * load waits for a draft: the start of VS Code is not the time for it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const running = new Server(context);
  server = running;
  const results = new ResultsView(running, context.workspaceState);
  const forms = new FormStore(running, context.workspaceState);
  const draft = new DraftInFront(running);
  context.subscriptions.push(draft, new StatusBar(running, draft), results);

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
  command(
    'fillSet',
    withServer(running, (server, clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
      fillSet(server, forms, chosen(clicked, selected)),
    ),
  );
  context.subscriptions.push(restoreForms(running, context, forms));
  command('nextFinding', () => goToFinding('next'));
  command('previousFinding', () => goToFinding('previous'));
  command('createReport', withServer(running, createReport));
  const files = new WorkspaceCheck(running);
  context.subscriptions.push(files);
  command(
    'checkWorkspace',
    withServer(running, () => files.run()),
  );
  command(
    'checkFolder',
    withServer(running, (_, clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
      files.run(chosen(clicked, selected)),
    ),
  );
  command(
    'checkSet',
    withServer(running, async (server, folder?: vscode.Uri) => {
      if (!folder) return;
      await server.request('gongwen/chooseSet', { folder: folder.toString() });
      await files.run([folder]);
    }),
  );
  command('makeLedger', withServer(running, makeLedger));
  command('clearChecked', () => files.clear());
  command('manageIgnores', withServer(running, manageIgnores));
  command('openSample', () => openSample(context));
  // Not in the palette: the action on a text that cannot be read calls it.
  command('reopenWithEncoding', reopenWithEncoding);
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
  command(
    'setKind',
    withServer(running, (server) => setKind(server, draft.state?.status?.kind)),
  );
  command('switchPreset', switchPreset);
  command('restartServer', () => running.restart().catch((error) => running.log.error(String(error))));
  command('showLog', () => running.log.show());

  context.subscriptions.push(running.onDidEnd(() => void offerRestart(running)));
  startWithFirstDraft(running, context);
  // Held under a limit by the editor tests.
  performance.measure('gongwen:activate', 'gongwen:load');
}

/** The server is started by the first document that has a Han character: a README or a log in English needs none. */
function startWithFirstDraft(running: Server, context: vscode.ExtensionContext): void {
  const waiting: vscode.Disposable[] = [];
  const start = () => {
    for (const one of waiting) one.dispose();
    void vscode.commands.executeCommand('setContext', 'gongwen.active', true);
    void running.start();
  };
  const look = (document: vscode.TextDocument, text = document.getText()) => {
    if (isServed(document) && mayBeDraft(text)) start();
  };
  waiting.push(
    vscode.workspace.onDidOpenTextDocument((document) => look(document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      for (const { text } of contentChanges) look(document, text);
    }),
  );
  context.subscriptions.push(...waiting);
  // Behind the activation, which VS Code waits for before it does anything else with this extension.
  setImmediate(() => {
    for (const document of vscode.workspace.textDocuments) look(document);
  });
}

/** Called by VS Code, which waits for the server to end. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** From the explorer: all that is selected, what was clicked; nothing from the palette. */
function chosen(clicked?: vscode.Uri, selected?: readonly vscode.Uri[]): readonly vscode.Uri[] {
  if (selected && selected.length > 0) return selected;
  return clicked ? [clicked] : [];
}
