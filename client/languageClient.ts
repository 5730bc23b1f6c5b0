/**
 * The client of the language server: half a megabyte of code, loaded when there is a draft to check and not before. What happens when the
 * server ends by itself is decided here, and told in the writer's language.
 */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../server/protocol.ts';
import { middlewareFor } from './middleware.ts';
import { LANGUAGES } from './served.ts';
import type { ServerRunner } from './serverRunner.ts';
import { StuckDrafts } from './stuckDrafts.ts';

/** So many ends within {@link SPELL} are no accident: the server is not started again unless somebody says so. */
const MOST_ENDS = 5;
/** Milliseconds. */
const SPELL = 3 * 60_000;

export interface Connected {
  readonly client: BaseLanguageClient;
  /** Whether nothing will be judged until somebody starts the server again. */
  isDown(): boolean;
}

/** @param onDown called when the server has ended for good */
export function createClient(
  runner: ServerRunner,
  log: vscode.LogOutputChannel,
  onDown: () => void,
): Connected {
  let told = false;
  const tell = () => {
    if (!told) onDown();
    told = true;
  };
  const stuck = new StuckDrafts(() => runner.endServer());
  const client = runner.createClient('gongwen', vscode.l10n.t('gongwen-lint'), {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'gongwen',
    initializationOptions: (): InitializationOptions => ({
      gongwen: {
        status: true,
        fillPlaceholders: true,
        explainRule: true,
        saveFiles: true,
        reopenWithEncoding: true,
        leftOut: stuck.leftOut,
      },
    }),
    // As one types, and at once when a tab comes to the front.
    diagnosticPullOptions: { onChange: true, onTabs: true },
    errorHandler: new Restarting(tell, stuck),
    // That the start has failed is told below; nothing is tried again.
    initializationFailedHandler: (error) => {
      log.error(String(error));
      return false;
    },
    middleware: middlewareFor(stuck),
  });
  // What it cannot do it notes in the log. By itself it shows that, in English and of connections; the writer is told by `onDown`.
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  const isDown = () => client.state === State.Stopped || client.state === State.StartFailed;
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) told = false;
    // Of one that ended while it started the error handler hears next, and may start it anew.
    if (newState === State.StartFailed) setTimeout(() => isDown() && tell());
  });
  return { client, isDown };
}

/** Starts the server anew when it ends by itself, but not for ever. The drafts are the editor's: nothing of them is lost. */
class Restarting implements ErrorHandler {
  readonly #onDown: () => void;
  readonly #stuck: StuckDrafts;
  #ends: number[] = [];

  constructor(onDown: () => void, stuck: StuckDrafts) {
    this.#onDown = onDown;
    this.#stuck = stuck;
  }

  error(_error: Error, _message: unknown, count: number | undefined) {
    return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed() {
    this.#stuck.serverEnded();
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < SPELL), now];
    if (this.#ends.length < MOST_ENDS) return { action: CloseAction.Restart, handled: true };
    this.#ends = [];
    this.#onDown();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
