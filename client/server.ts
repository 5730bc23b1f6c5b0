import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Answer, GongwenRequests, Params, StatusParams } from '../server/protocol.ts';
import type { Connected } from './languageClient.ts';
import type { ServerRunner } from './serverRunner.ts';

/** The language server of this window: started by the first draft or the first command that asks it, restarted on demand. */
export class Server implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly #runner: () => Promise<ServerRunner>;
  readonly #statuses = new Map<string, StatusParams>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #ended = new vscode.EventEmitter<void>();
  readonly #started = new vscode.EventEmitter<void>();
  /** Fires when a document has been judged, closed, or the server's state changes. */
  readonly onDidChangeStatus = this.#changed.event;
  /** Fires whenever a server runs that was just started. */
  readonly onDidStart = this.#started.event;
  /** Fires when the server has ended and will not be started again by itself. */
  readonly onDidEnd = this.#ended.event;
  #loading: Promise<Connected> | undefined;
  #connected: Connected | undefined;
  #begun = false;

  /** @param runner called at the first start */
  constructor(context: vscode.ExtensionContext, runner: () => Promise<ServerRunner>) {
    this.#runner = runner;
    this.log = vscode.window.createOutputChannel(vscode.l10n.t('gongwen-lint'), { log: true });
    context.subscriptions.push(this, this.log, this.#changed, this.#ended, this.#started);
    context.subscriptions.push(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#statuses.delete(document.uri.toString());
        this.#changed.fire();
      }),
    );
  }

  /** What the server last said of a document, if it has judged it. */
  status(uri: vscode.Uri): StatusParams | undefined {
    return this.#statuses.get(uri.toString());
  }

  /** Of the server, once a request has been answered. */
  get client(): BaseLanguageClient {
    if (!this.#connected) throw new Error('the server has not been started');
    return this.#connected.client;
  }

  /** Whether nothing will be judged until somebody starts the server again. */
  get isDown(): boolean {
    return this.#begun && this.#connected!.isDown();
  }

  /**
   * What the server says of the document as it stands now; waits for the judgement if it is still to come. `undefined`
   * when none will come: the server is down, or the document is closed meanwhile.
   */
  async judged(document: vscode.TextDocument): Promise<StatusParams | undefined> {
    await this.start();
    for (;;) {
      // What a server said that runs no longer may be about settings that hold no longer.
      if (this.isDown || document.isClosed) return undefined;
      const status = this.status(document.uri);
      if (status?.version === document.version) return status;
      await new Promise<void>((resolve) => {
        const waiting = this.onDidChangeStatus(() => {
          waiting.dispose();
          resolve();
        });
      });
    }
  }

  /** Asks the server one of the product's own questions about a document. */
  async request<M extends keyof GongwenRequests>(
    method: M,
    params: Params<M>,
    token?: vscode.CancellationToken,
  ): Promise<Answer<M>> {
    await this.start();
    return this.client.sendRequest<Answer<M>>(method, params, token);
  }

  /** Starts the server unless it has been started. Never rejects: that it is down is told by {@link isDown}. */
  async start(): Promise<void> {
    const { client } = await this.#load();
    // After an end it is for the writer to start it again.
    if (this.isDown) return;
    this.#begun = true;
    await client.start().catch((error) => this.log.error(String(error)));
  }

  async restart(): Promise<void> {
    this.#statuses.clear();
    // Not the client's own restart: it refuses after a failed start, and gives up on a server that hangs; such a one is
    // killed, however late it stops.
    await this.stop().catch((error) => this.log.warn(String(error)));
    const { client } = await this.#load();
    this.#begun = true;
    await client.start();
  }

  async stop(): Promise<void> {
    const client = this.#connected?.client;
    if (client?.isRunning()) await client.stop();
  }

  dispose(): void {
    this.stop().catch((error) => this.log.warn(String(error)));
  }

  #load(): Promise<Connected> {
    this.#loading ??= this.#connect();
    return this.#loading;
  }

  async #connect(): Promise<Connected> {
    const [{ createClient }, runner] = await Promise.all([import('./languageClient.ts'), this.#runner()]);
    const connected = createClient(runner, this.log, () => this.#ended.fire());
    connected.client.onDidChangeState(() => {
      this.#changed.fire();
      if (connected.client.isRunning()) this.#started.fire();
    });
    connected.client.onNotification('gongwen/status', (status: StatusParams) => {
      this.#statuses.set(status.uri, status);
      this.#changed.fire();
    });
    this.#connected = connected;
    return connected;
  }
}
