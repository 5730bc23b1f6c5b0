/**
 * Drafts that a server does not survive. The server gives up by itself what comes to no end; where even that fails it is ended, by itself or
 * from here, and the next one is told to leave the draft alone that it was at.
 */
import * as vscode from 'vscode';
import { plainText } from './plainText.ts';
import { Unanswered } from './unanswered.ts';

/** Milliseconds without an answer behind which an end of the server is laid to the draft. */
const SUSPICIOUS = 5_000;
/** Milliseconds without an answer behind which nothing will come: six times the patience of the server. */
const HOPELESS = 60_000;

export class StuckDrafts {
  readonly #unanswered = new Unanswered(() => performance.now());
  readonly #leftOut = new Set<string>();
  readonly #endServer: () => void;

  /** @param endServer ends a server that hears nothing */
  constructor(endServer: () => void) {
    this.#endServer = endServer;
  }

  /** What the server is told to leave alone when it starts. */
  get leftOut(): readonly string[] {
    return [...this.#leftOut];
  }

  /** Once it is closed a draft may be opened anew, and is checked again. */
  closed(uri: vscode.Uri): void {
    this.#leftOut.delete(uri.toString());
  }

  /** What `ask` answers about a draft. */
  async watch<T>(uri: vscode.Uri, ask: () => Promise<T>): Promise<T> {
    const answered = this.#unanswered.ask(uri.toString());
    const hopeless = setTimeout(this.#endServer, HOPELESS);
    try {
      return await ask();
    } finally {
      clearTimeout(hopeless);
      answered();
    }
  }

  /** The server has ended, and nobody had asked it to. */
  serverEnded(): void {
    const uri = this.#unanswered.takeOverdue(SUSPICIOUS);
    if (uri === undefined) return;
    this.#leftOut.add(uri);
    const file = plainText(vscode.Uri.parse(uri).path.split('/').at(-1)!);
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The check of {file} came to no end: the language server was started again and leaves it alone. Close and reopen the draft to have it checked again; nothing of it is lost.',
        { file },
      ),
    );
  }
}
