/** The language server for browsers, in a realm that has what a worker has and nothing of Node's. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic } from 'vscode-languageserver';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { type FileRequests, type Handed, READY } from '../../browser/handed.ts';

type Listener = (event: { readonly data: unknown }) => void;

const dist = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** The near side of a worker's messages, and the worker. */
class TestWorker {
  readonly #listeners: Listener[] = [];
  readonly #self: { onmessage?: Listener };
  /** Called with what the worker says. */
  heard: (data: unknown) => void = () => {};

  constructor(bundle: string) {
    const self: Record<string, unknown> = {
      ...{ performance, TextDecoder, TextEncoder, URL, atob, btoa, console, setTimeout, clearTimeout },
      addEventListener: (type: string, listener: Listener) => {
        if (type === 'message') this.#listeners.push(listener);
      },
      // As between threads: what is sent is copied.
      postMessage: (data: unknown) => this.heard(structuredClone(data)),
    };
    self.self = self;
    this.#self = self;
    runInContext(readFileSync(bundle, 'utf8'), createContext(self), { filename: bundle });
  }

  post(data: unknown): void {
    const event = { data: structuredClone(data) };
    for (const listener of this.#listeners.splice(0)) listener(event);
    this.#self.onmessage?.(event);
  }
}

class Reader extends AbstractMessageReader {
  readonly #worker: TestWorker;
  constructor(worker: TestWorker) {
    super();
    this.#worker = worker;
  }
  listen(callback: DataCallback): Disposable {
    this.#worker.heard = (data) => callback(data as Message);
    return { dispose() {} };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: TestWorker;
  constructor(worker: TestWorker) {
    super();
    this.#worker = worker;
  }
  async write(message: Message): Promise<void> {
    this.#worker.post(message);
  }
  end(): void {}
}

/** A client that pulls, in a workspace of these files. */
export class BrowserClient {
  readonly connection: ProtocolConnection;
  /** How often it was told that what it has pulled no longer holds. */
  refreshes = 0;
  /** Files that the worker waits for. */
  #asked = 0;

  private constructor(worker: TestWorker, files: ReadonlyMap<string, Uint8Array>) {
    this.connection = createProtocolConnection(new Reader(worker), new Writer(worker));
    const answers = {
      'gongwen/readFile': (uri) => files.get(uri) ?? null,
      'gongwen/listFiles': (uri) => [...files.keys()].filter((file) => file.startsWith(`${uri}/`)),
    } satisfies { [M in keyof FileRequests]: (uri: string) => FileRequests[M]['answer'] };
    for (const [method, answer] of Object.entries(answers)) {
      this.connection.onRequest<unknown, void>(method, ({ uri }: { uri: string }) => {
        this.#asked++;
        return answer(uri);
      });
    }
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.listen();
  }

  /** @param files by URI as VS Code writes it; the worker is handed none of them and has to ask */
  static async start(files: ReadonlyMap<string, Uint8Array>): Promise<BrowserClient> {
    const worker = new TestWorker(dist('browser/server.js'));
    await new Promise<void>((resolve, reject) => {
      worker.heard = (data) => (data === READY ? resolve() : reject(new Error(String(data))));
      const read = (name: string) => new Uint8Array(readFileSync(dist(name)));
      worker.post({
        packed: read('packed.bin'),
        words: read('words.bin'),
        english: read('english.json'),
        files: [],
      } satisfies Handed);
    });
    const client = new BrowserClient(worker, files);
    await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      locale: 'zh-cn',
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  /** What holds once the worker has all the files it asks for. */
  async settledDiagnostics(uri: string): Promise<readonly Diagnostic[]> {
    for (;;) {
      const { refreshes } = this;
      const asked = this.#asked;
      const found = await this.diagnostics(uri);
      // What it asked for at this was answered before this is.
      await this.diagnostics(uri);
      if (refreshes === this.refreshes && asked === this.#asked) return found;
    }
  }

  /** Nothing of it runs on: the worker is garbage. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}
