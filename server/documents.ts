import { Emitter } from 'vscode-languageserver';
import type { Companion, LintedDocument } from '../rules/index.ts';
import type { Configuration } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { contentModified, requestFailed } from './errors.ts';
import { type Evaluation, type Pause, ServedDocument } from './served-document.ts';

export type ChangeReason = 'opened' | 'edited' | 'paused' | 'settings' | 'names' | 'set' | 'gave-up';

type Context = Pick<ServerContext, 'connection' | 'client' | 'linter' | 'host' | 'messages' | 'told'>;

/** The open documents, kept in step with the client: when each is judged, and who is told. */
export class Documents {
  readonly #open = new Map<string, ServedDocument>();
  readonly #context: Context;
  readonly #configuration: Configuration;
  /** Sets this server's ids apart from those a client may remember of one before it. */
  readonly #session = Math.random().toString(36).slice(2, 8);
  /** Documents that have had settings once; the others have yet to be announced. */
  readonly #configured = new WeakSet<ServedDocument>();
  #opened = 0;

  readonly #changed = new Emitter<{ document: ServedDocument; reason: ChangeReason }>();
  readonly #closed = new Emitter<ServedDocument>();
  readonly #evaluated = new Emitter<{ document: ServedDocument; evaluation: Evaluation }>();
  /** Findings may differ: the document was opened or edited, its writer pauses, or settings or names have come in. */
  readonly onDidChange = this.#changed.event;
  readonly onDidClose = this.#closed.event;
  readonly onDidEvaluate = this.#evaluated.event;

  constructor(context: Context, configuration: Configuration) {
    this.#context = context;
    this.#configuration = configuration;
    const { connection } = context;
    const leftOut = new Set(context.client.leftOut);
    connection.onDidOpenTextDocument(({ textDocument }) => {
      const id = `${this.#session}-${++this.#opened}`;
      const events = {
        evaluated: (document: ServedDocument, evaluation: Evaluation) =>
          this.#evaluated.fire({ document, evaluation }),
        gaveUp: (document: ServedDocument) => {
          connection.window.showWarningMessage(context.messages.gaveUpOn(document.uri));
          this.#changed.fire({ document, reason: 'gave-up' });
        },
      };
      // Opened anew it is checked again.
      const document = new ServedDocument(
        textDocument,
        id,
        context,
        events,
        leftOut.delete(textDocument.uri),
      );
      this.#open.set(document.uri, document);
      this.#configure(document);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const document = this.#open.get(textDocument.uri);
      if (!document) return;
      document.change(textDocument.version, contentChanges);
      this.#changed.fire({ document, reason: 'edited' });
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      const document = this.#open.get(textDocument.uri);
      if (!document) return;
      this.#open.delete(document.uri);
      configuration.forget(document.uri);
      this.#closed.fire(document);
    });
    configuration.onDidChange(() => {
      for (const document of this.all()) this.#configure(document);
    });
  }

  all(): ServedDocument[] {
    return [...this.#open.values()];
  }

  /** Whether a document of this URI is open. */
  isKnown(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Whether this very document is still open: it may have been closed, or closed and opened again. */
  isOpen(document: ServedDocument): boolean {
    return this.#open.get(document.uri) === document;
  }

  /** As {@link present}, but for documents that are given up, of which nothing is told. */
  async settled(uri: string): Promise<ServedDocument | undefined> {
    const document = await this.present(uri);
    return document?.gaveUp === undefined ? document : undefined;
  }

  /** The open document with its settings in force; undefined when it is not open, or is closed while we wait. */
  async present(uri: string): Promise<ServedDocument | undefined> {
    for (;;) {
      const document = this.#open.get(uri) ?? this.#openByName(uri);
      if (!document) return undefined;
      const { ready } = document;
      await ready;
      if (this.isOpen(document) && document.ready === ready) return document;
    }
  }

  /** Open, but written otherwise: editors encode the brackets of `讲话稿(1).txt` and the colon of `C:`, who makes a URI of a path does not. */
  #openByName(uri: string): ServedDocument | undefined {
    const name = withoutEncoding(uri);
    for (const document of this.#open.values()) if (withoutEncoding(document.uri) === name) return document;
    return undefined;
  }

  /**
   * For requests that make no sense otherwise.
   * @throws ResponseError `RequestFailed` when the document is not open or is given up, `ContentModified` when it is not at `version`.
   */
  async required(uri: string, version?: number): Promise<ServedDocument> {
    const document = await this.present(uri);
    const { messages } = this.#context;
    if (document?.gaveUp) throw requestFailed(document.gaveUp);
    if (!document) throw requestFailed(messages.notOpen(uri));
    if (version !== undefined && version !== document.version) {
      throw contentModified(messages.moved(uri, version, document.version));
    }
    return document;
  }

  /** Names have come in for lines of the document; nobody is told unless they change what is found. */
  provideNames(document: ServedDocument, names: Parameters<LintedDocument['provideNames']>[0]): void {
    if (document.provideNames(names)) this.#changed.fire({ document, reason: 'names' });
  }

  /** Another document of its set has changed; nobody is told unless that changes what is found. */
  accompany(document: ServedDocument, companions: readonly Companion[]): void {
    if (document.accompany(companions)) this.#changed.fire({ document, reason: 'set' });
  }

  /** Names are wanted for the document, and nobody can recognise them here: its state is told anew. */
  lackNames(document: ServedDocument): void {
    if (document.lacksNames) return;
    document.lacksNames = true;
    this.#evaluated.fire({ document, evaluation: document.evaluate() });
  }

  /** Names that the writer has filled in are no leftovers; nobody is told unless that changes what is found. */
  meanNames(document: ServedDocument, values: Iterable<string>): void {
    if (document.meanNames(values)) this.#changed.fire({ document, reason: 'names' });
  }

  /** The writer pauses: what was held back for the sake of that comes out. */
  paused(document: ServedDocument, from: Pause): void {
    if (document.paused(from)) this.#changed.fire({ document, reason: 'paused' });
  }

  /** Asks for the document's settings; what was known before stays in force until they are here. */
  #configure(document: ServedDocument): void {
    const ready = this.#configuration.of(document.uri).then((settings) => {
      // Settings have changed again, or the document is gone.
      if (document.ready !== ready || !this.isOpen(document)) return;
      const first = !this.#configured.has(document);
      this.#configured.add(document);
      const different = document.configure(settings);
      if (first) this.#changed.fire({ document, reason: 'opened' });
      else if (different) this.#changed.fire({ document, reason: 'settings' });
    });
    document.ready = ready;
  }
}

/** A URI as it reads, for comparison. */
function withoutEncoding(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}
