/** A language client for tests, joined to a server in this process by two streams. */
import { Duplex } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type LogMessageParams,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { createLinter, type Words } from '../../rules/index.ts';
import type { ServerHost } from '../../server/host.ts';
import type {
  Answer,
  GongwenRequests,
  InitializationOptions,
  Params,
  StatusParams,
} from '../../server/protocol.ts';
import { startServer } from '../../server/server.ts';
import { testRulePage, testRules } from './rules.ts';

/** What VS Code's client says of itself, as far as the server looks. */
export const FULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** A client of the old kind: takes what is pushed and cannot be asked anything. */
export const PLAIN: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } } },
};

/** What the product's own client announces. */
const OWN: InitializationOptions = { gongwen: { status: true, fillPlaceholders: true } };

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly host?: Partial<ServerHost>;
  readonly initialize?: Partial<InitializeParams>;
  /** Answers `workspace/configuration`; called with the document's URI. */
  readonly configuration?: (uri: string) => unknown;
}

/** Files by path, behind `file://` URIs. */
export function configFilesBy(
  read: (path: string) => string | undefined,
): NonNullable<ServerHost['configFiles']> {
  return {
    pathOf: (uri) => (uri.startsWith('file://') ? decodeURI(uri.slice('file://'.length)) : undefined),
    uriOf: (path) => `file://${path}`,
    read,
  };
}

/** Milliseconds between looks, and looks at a server that has nothing to say: longer together than any wait of the server in a test. */
const PAUSE = 2;
const MOST_IDLE = 30_000;

export class TestClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly logs: string[] = [];
  /** What was shown to the user. */
  readonly said: string[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  configuration: (uri: string) => unknown;
  initialized!: InitializeResult;
  /** What the client believes the documents to hold, worked out independently of the server. */
  readonly texts = new Map<string, { text: string; version: number }>();
  readonly #streams: Duplex[];

  private constructor(options: Options) {
    const up = new Pipe();
    const down = new Pipe();
    this.#streams = [up, down];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    );
    startServer(server, {
      version: '0.0.0',
      loadWords: (): Words => {
        throw new Error('the test rules ask for no words');
      },
      now: () => performance.now(),
      createLinter: (linter) => createLinter({ rules: testRules, ...linter }),
      rulePage: testRulePage,
      decode: (bytes) => new TextDecoder().decode(bytes),
      ...options.host,
    });
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.configuration = options.configuration ?? (() => null);
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification('gongwen/status', (params: StatusParams) => void this.statuses.push(params));
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      this.logs.push(message);
    });
    connection.onRequest('window/showMessageRequest', ({ message }: LogMessageParams) => {
      this.said.push(message);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      Promise.all(items.map(({ scopeUri }) => this.configuration(scopeUri))),
    );
    connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations.map((r) => r.method));
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.listen();
  }

  static async start(options: Options = {}): Promise<TestClient> {
    const client = new TestClient(options);
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? FULL,
      initializationOptions: OWN,
      ...options.initialize,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
    for (const stream of this.#streams) stream.destroy();
  }

  open(uri: string, text: string, { languageId = 'plaintext', version = 1 } = {}): void {
    this.texts.set(uri, { text, version });
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Several changes in one notification, each about the text the one before it leaves. */
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    const held = this.texts.get(uri)!;
    for (const change of contentChanges) {
      const edits = 'range' in change ? [{ range: change.range, newText: change.text }] : undefined;
      held.text = edits ? applyTextEdits(held.text, edits) : change.text;
    }
    const textDocument = { uri, version: ++held.version };
    this.notify('textDocument/didChange', { textDocument, contentChanges });
  }

  close(uri: string): void {
    this.texts.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  configure(settings: unknown): void {
    this.notify('workspace/didChangeConfiguration', { settings });
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error(`expected a full report, got ${report.kind}`);
    return report.items;
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return this.connection.sendRequest('textDocument/codeAction', params);
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  request<M extends keyof GongwenRequests>(method: M, params: Params<M>): Promise<Answer<M>> {
    return this.connection.sendRequest(method, params);
  }

  /** The text of a document after an edit; fails when the edit is for another version. */
  applied(uri: string, edit: WorkspaceEdit | undefined): string {
    const { text, version } = this.texts.get(uri)!;
    if (!edit) throw new Error('there is no edit');
    const change = edit.documentChanges?.[0];
    if (!change) return applyTextEdits(text, edit.changes![uri]!);
    if (!('textDocument' in change)) throw new Error('not a text edit');
    if (change.textDocument.version !== version) throw new Error('edit of another version');
    return applyTextEdits(text, change.edits as TextEdit[]);
  }

  /**
   * Waits until something is so. Gives up once the server has answered so many times, each behind a pause, and said nothing besides: what is waited
   * for will not come then. A server that does not answer is for the test's own time limit.
   */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    let heard = this.#heard();
    for (let idle = 0; idle < MOST_IDLE; idle++) {
      const seen = look();
      if (seen) return seen;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      await this.connection.sendRequest('test/echo').catch(() => undefined);
      const now = this.#heard();
      if (now !== heard) idle = 0;
      heard = now;
    }
    throw new Error(`never came; the server said last: ${this.logs.at(-1) ?? this.said.at(-1) ?? 'nothing'}`);
  }

  /** Gives what must not come the time to come: so many milliseconds, and until the server has answered behind them. */
  async quiet(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await this.connection.sendRequest('test/echo').catch(() => undefined);
  }

  /** How much the server has said. */
  #heard(): number {
    const { published, statuses, logs, said, registered } = this;
    return (
      published.length + statuses.length + logs.length + said.length + registered.length + this.refreshes
    );
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }
}

/** What is written on one side is read on the same stream by the other. */
class Pipe extends Duplex {
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.push(chunk);
    done();
  }

  override _read(): void {}
}

/** A range on one line. */
export function on(line: number, start: number, end = start): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The protocol's definition, worked out from the text each time: what the server must agree with. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)];
  const offset = ({ line, character }: Position) => {
    const found = lines[Math.max(0, line)];
    return found ? found.index + Math.min(Math.max(0, character), found[1]!.length) : text.length;
  };
  let end = text.length;
  let out = '';
  const ordered = edits
    .map(({ range, newText }) => ({ from: offset(range.start), to: offset(range.end), newText }))
    .sort((a, b) => b.from - a.from || b.to - a.to);
  for (const { from, to, newText } of ordered) {
    if (to > end) throw new Error('edits overlap');
    out = newText + text.slice(to, end) + out;
    end = from;
  }
  return text.slice(0, end) + out;
}
