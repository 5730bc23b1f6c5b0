/**
 * The VS Code side, wherever it runs: starts the language server, offers the commands, shows the counts. All judgement is the server's.
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
import type { ServerRunner } from './serverRunner.ts';
import { StatusBar } from './statusBar.ts';
import { WordEditor } from './word/editor.ts';

/**
 * What VS Code's `activate` comes to. Nothing here waits, and what is costly to load waits for a draft: the start of VS Code is not the time for it.
 * @param runner called at the first draft
 */
export function startExtension(
  context: vscode.ExtensionContext,
  runner: () => Promise<ServerRunner>,
): Server {
  const server = new Server(context, runner);
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
  return server;
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
  setTimeout(() => {
    for (const document of vscode.workspace.textDocuments) look(document);
  });
}
