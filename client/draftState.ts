/** What is known of the draft in front: whether it is one, and how it stands. Whoever shows it asks here. */
import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol.ts';
import { draftEditor } from './commands/activeDraft.ts';
import { mayBeDraft } from './served.ts';
import type { Server } from './server.ts';

export interface DraftState {
  readonly document: vscode.TextDocument;
  /** Undefined until the document has been judged. */
  readonly status: StatusParams | undefined;
}

/** The context key that commands about a draft are shown by. */
const DRAFT_IN_FRONT = 'gongwen.draft';

/** Follows the draft in front; also keeps the context key `gongwen.draft`. */
export class DraftInFront implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  #shown: boolean | undefined;

  constructor(server: Server) {
    this.#server = server;
    const update = () => this.#update();
    this.#subscriptions = [
      this.#changed,
      server.onDidChangeStatus(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
      vscode.window.tabGroups.onDidChangeTabs(update),
      // A document that changes its language is closed in the old one and opened in the new one.
      vscode.workspace.onDidOpenTextDocument(update),
    ];
    this.#update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Undefined where no draft is in front: README.md, a list of packages and a file that is left out are none. */
  get state(): DraftState | undefined {
    const document = draftEditor()?.document;
    if (!document) return undefined;
    const status = this.#server.status(document.uri);
    return (status?.ours ?? mayBeDraft(document.getText())) ? { document, status } : undefined;
  }

  #update(): void {
    const shown = this.state !== undefined;
    if (shown !== this.#shown) {
      this.#shown = shown;
      void vscode.commands.executeCommand('setContext', DRAFT_IN_FRONT, shown);
    }
    this.#changed.fire();
  }
}
