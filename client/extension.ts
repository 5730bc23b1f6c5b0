/**
 * The VS Code side: starts the language server, offers the commands, shows the counts. All judgement is the server's.
 * This folder is the only one that imports `vscode`.
 */
import * as vscode from 'vscode';
import { WorkspaceCheck } from './commands/checkWorkspace.ts';
import { provideRulePages } from './commands/explainRule.ts';
import { registerCommands } from './commands/register.ts';
import { offerRestart } from './commands/withServer.ts';
import { DraftInFront } from './draftState.ts';
import { FormStore } from './form/formStore.ts';
import { restoreForms } from './form/restore.ts';
import { ResultsView } from './resultsView.ts';
import { isServed, mayBeDraft } from './served.ts';
import { Server } from './server.ts';
import { StatusBar } from './statusBar.ts';
import { WordEditor } from './word/editor.ts';

let running: Server | undefined;

/**
 * Called by VS Code when the first plain text or Markdown document is opened, or a command is called. Nothing here waits, and what is costly to
 * load waits for a draft: the start of VS Code is not the time for it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const server = new Server(context);
  running = server;
  const results = new ResultsView(server, context.workspaceState);
  const forms = new FormStore(server, context.workspaceState);
  const draft = new DraftInFront(server);
  const files = new WorkspaceCheck(server);
  context.subscriptions.push(
    results,
    draft,
    files,
    new StatusBar(server, draft),
    registerCommands({ context, server, draft, forms, results, files }),
    restoreForms(server, context, forms),
    provideRulePages(server),
    vscode.window.registerCustomEditorProvider(WordEditor.viewType, new WordEditor(server)),
    server.onDidEnd(() => void offerRestart(server)),
  );
  startWithFirstDraft(server, context);
  tellCost();
}

/** What the start took, on the clock and of the processor, from the first line of the bundle on: held under a limit by the editor tests. */
function tellCost(): void {
  const [load] = performance.getEntriesByName('gongwen:load') as { readonly detail?: NodeJS.CpuUsage }[];
  performance.measure('gongwen:activate', { start: 'gongwen:load', detail: process.cpuUsage(load?.detail) });
}

/** The server is started by the first document that has a Han character: a README or a log in English needs none. */
function startWithFirstDraft(server: Server, context: vscode.ExtensionContext): void {
  const waiting: vscode.Disposable[] = [];
  const start = () => {
    for (const one of waiting) one.dispose();
    void vscode.commands.executeCommand('setContext', 'gongwen.active', true);
    void server.start();
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
  return running?.stop();
}
