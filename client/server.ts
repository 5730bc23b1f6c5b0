import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type {
  Answer,
  GongwenRequests,
  InitializationOptions,
  Params,
  StatusParams,
} from '../server/protocol.ts';
import { middleware } from './middleware.ts';
import { LANGUAGES } from './served.ts';

/** The language server of this window: started with the extension, restarted on demand. */
export class Server implements vscode.Disposable {
  readonly log: vscode.LogOutputChannel;
  readonly client: LanguageClient;
  readonly #statuses = new Map<string, StatusParams>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when a document has been judged, closed, or the server's state changes. */
  readonly onDidChangeStatus = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    this.log = vscode.window.createOutputChannel('公文校对', { log: true });
    this.client = new LanguageClient('gongwen', '公文校对', serverOptions(context), this.#clientOptions());
    context.subscriptions.push(this, this.log, this.#changed);
    context.subscriptions.push(
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#statuses.delete(document.uri.toString());
        this.#changed.fire();
      }),
    );
    this.client.onDidChangeState(() => this.#changed.fire());
    this.client.onNotification('gongwen/status', (status: StatusParams) => {
      this.#statuses.set(status.uri, status);
      this.#changed.fire();
    });
  }

  /** What the server last said of a document, if it has judged it. */
  status(uri: vscode.Uri): StatusParams | undefined {
    return this.#statuses.get(uri.toString());
  }

  /** Whether nothing will be judged until somebody starts the server again. */
  get isDown(): boolean {
    return this.client.state === State.Stopped || this.client.state === State.StartFailed;
  }

  /**
   * What the server says of the document as it stands now; waits for the judgement if it is still to come. `undefined`
   * when none will come: the server is down, or the document is closed meanwhile.
   */
  async judged(document: vscode.TextDocument): Promise<StatusParams | undefined> {
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

  /** Asks the server one of the product's own questions about an open document. */
  request<M extends keyof GongwenRequests>(method: M, params: Params<M>): Promise<Answer<M>> {
    return this.client.sendRequest<Answer<M>>(method, params);
  }

  async start(): Promise<void> {
    await this.client.start();
  }

  async restart(): Promise<void> {
    this.#statuses.clear();
    // Not the client's own restart: it refuses after a failed start, and gives up on a server that hangs; such a one is
    // killed, however late it stops.
    await this.stop().catch((error) => this.log.warn(String(error)));
    await this.client.start();
  }

  async stop(): Promise<void> {
    if (this.client.isRunning()) await this.client.stop();
  }

  dispose(): void {
    this.stop().catch((error) => this.log.warn(String(error)));
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector: LANGUAGES.map((language) => ({ language })),
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: 'gongwen',
      initializationOptions: {
        gongwen: { status: true, fillPlaceholders: true, explainRule: true, saveFiles: true },
      } satisfies InitializationOptions,
      // As one types, and at once when a tab comes to the front.
      diagnosticPullOptions: { onChange: true, onTabs: true },
      middleware,
    };
  }
}

function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
}
