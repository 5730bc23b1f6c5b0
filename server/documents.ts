import { Emitter, type TextDocumentContentChangeEvent, type TextDocumentItem } from 'vscode-languageserver';
import {
  type DocumentKind,
  type Finding,
  type Format,
  type LintedDocument,
  type Linter,
  type Range,
  type SafeEdits,
  safeEdits,
} from '../rules/index.ts';
import type { Configuration, DocumentSettings } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { contentModified, requestFailed } from './errors.ts';
import { offsetsOf } from './positions.ts';
import { compositionAfter, isComposed } from './typing.ts';

/** What is known of a document's present text under its present settings. */
export interface Evaluation {
  /** Differs between any two evaluations of this server's life; the result id of pulled diagnostics. */
  readonly id: string;
  readonly version: number;
  readonly kind: DocumentKind;
  /** Without those held back while an input method composes. */
  readonly findings: readonly Finding[];
  /** How many are held back. */
  readonly held: number;
  readonly milliseconds: number;
}

export type ChangeReason = 'opened' | 'edited' | 'paused' | 'settings' | 'names';

/** An open document. Text and findings live in the engine's own document: no second copy is kept. */
export class ServedDocument {
  readonly uri: string;
  readonly lint: LintedDocument;
  /** The client's; only ever compared for equality, since closing and opening may start it anew. */
  version: number;
  /** False where the settings say so: there are no findings then. */
  enabled = true;
  /** Fulfilled when the settings asked for last have been applied; never rejects. */
  ready: Promise<void> = Promise.resolve();

  readonly #linter: Linter;
  readonly #id: string;
  readonly #now: () => number;
  readonly #evaluated: (document: ServedDocument, evaluation: Evaluation) => void;
  readonly #holdsBack: boolean;
  #generation = 0;
  #evaluation: Evaluation | undefined;
  #composition: Range | undefined;
  /** Findings of the last evaluation, whatever has changed since. */
  #shown: readonly Finding[] = [];

  constructor(
    item: TextDocumentItem,
    id: string,
    { linter, host, client }: Pick<ServerContext, 'linter' | 'host' | 'client'>,
    evaluated: (document: ServedDocument, evaluation: Evaluation) => void,
  ) {
    this.uri = item.uri;
    this.version = item.version;
    const format: Format = item.languageId === 'markdown' ? 'markdown' : 'plain';
    this.#linter = linter;
    this.lint = linter.open(item.text, { format });
    this.#id = id;
    this.#now = () => host.now();
    this.#evaluated = evaluated;
    // A client that cannot be asked to pull again would not learn of what was held back.
    this.#holdsBack = !client.pullDiagnostics || client.refreshDiagnostics;
  }

  /** Names the text, not the judgement of it: what was offered for one stamp must not be applied under another. */
  get stamp(): string {
    return `${this.#id}-v${this.version}`;
  }

  /** The letters that an input method may be composing. */
  get composition(): Range | undefined {
    return this.#composition;
  }

  /** Findings of the present text; computed once, at the price of what has changed. */
  evaluate(): Evaluation {
    if (this.#evaluation) return this.#evaluation;
    const from = this.#now();
    const found = this.enabled ? this.lint.findings() : [];
    const composition = this.#composition;
    const shown = this.#shown;
    const findings = composition ? found.filter((f) => !isComposed(f, composition, shown)) : found;
    this.#shown = findings;
    const { kind } = this.lint;
    this.#evaluation = {
      id: `${this.#id}-${this.#generation}`,
      version: this.version,
      kind,
      findings,
      held: found.length - findings.length,
      milliseconds: this.#now() - from,
    };
    this.#evaluated(this, this.#evaluation);
    return this.#evaluation;
  }

  /** What the safe fixes of the findings shown come to. */
  safeEdits(accepts?: (finding: Finding) => boolean): SafeEdits {
    return safeEdits(this.#linter, this.lint, accepts, this.evaluate().findings);
  }

  /** Each change is about the text that the one before it leaves. */
  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.version = version;
    const { document } = this.lint;
    // First: one malformed change among others must not leave the judgement of the text before them.
    this.#invalidate();
    for (const change of changes) {
      // A change without a range is the whole text; the engine keeps the lines that stay at either end. Some clients
      // write what is not there as null.
      const range = 'range' in change ? (change.range ?? undefined) : undefined;
      const at = range ? offsetsOf(document, range) : { start: 0, end: document.length };
      const edit = { ...at, text: change.text };
      this.lint.update([edit]);
      // One caret composes; several changes at once are something else.
      this.#composition =
        this.#holdsBack && range && changes.length === 1
          ? compositionAfter(document, edit, this.#composition)
          : undefined;
    }
  }

  /** The letters typed last are meant. Returns whether that lets out findings that were held back. */
  endComposition(): boolean {
    this.#composition = undefined;
    const held = (this.#evaluation?.held ?? 0) > 0;
    if (held) this.#invalidate();
    return held;
  }

  /** Returns whether anything differs from the settings before. */
  configure({ enable, kind, rules }: DocumentSettings): boolean {
    const { settings } = this.lint;
    const next = {
      format: settings.format ?? 'plain',
      ...(kind ? { kind } : {}),
      ...(rules ? { rules } : {}),
    };
    const same = this.enabled === enable && JSON.stringify(settings) === JSON.stringify(next);
    if (same) return false;
    this.enabled = enable;
    this.lint.configure(next);
    this.#invalidate();
    return true;
  }

  provideNames(names: Parameters<LintedDocument['provideNames']>[0]): void {
    this.lint.provideNames(names);
    this.#invalidate();
  }

  /** The findings are asked for anew at the next evaluation. */
  #invalidate(): void {
    this.#generation++;
    this.#evaluation = undefined;
  }
}

type Context = Pick<ServerContext, 'connection' | 'client' | 'linter' | 'host' | 'messages'>;

/** The open documents, kept in step with the client. */
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
    connection.onDidOpenTextDocument(({ textDocument }) => {
      const id = `${this.#session}-${++this.#opened}`;
      const document = new ServedDocument(textDocument, id, context, (document, evaluation) =>
        this.#evaluated.fire({ document, evaluation }),
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

  /** Whether this very document is still open: it may have been closed, or closed and opened again. */
  isOpen(document: ServedDocument): boolean {
    return this.#open.get(document.uri) === document;
  }

  /** The open document with its settings in force; undefined when it is not open, or is closed while we wait. */
  async settled(uri: string): Promise<ServedDocument | undefined> {
    for (;;) {
      const document = this.#open.get(uri);
      if (!document) return undefined;
      const { ready } = document;
      await ready;
      if (this.isOpen(document) && document.ready === ready) return document;
    }
  }

  /**
   * For requests that make no sense otherwise.
   * @throws ResponseError `RequestFailed` when the document is not open, `ContentModified` when it is not at `version`.
   */
  async required(uri: string, version?: number): Promise<ServedDocument> {
    const document = await this.settled(uri);
    const { messages } = this.#context;
    if (!document) throw requestFailed(messages.notOpen(uri));
    if (version !== undefined && version !== document.version) {
      throw contentModified(messages.moved(uri, version, document.version));
    }
    return document;
  }

  /** Names have come in for lines of the document; nobody is told unless they change what is found. */
  provideNames(document: ServedDocument, names: Parameters<LintedDocument['provideNames']>[0]): void {
    const before = JSON.stringify(document.evaluate().findings);
    document.provideNames(names);
    if (JSON.stringify(document.evaluate().findings) !== before) {
      this.#changed.fire({ document, reason: 'names' });
    }
  }

  /** The writer pauses: what was held back for the sake of an input method comes out. */
  endComposition(document: ServedDocument): void {
    if (document.endComposition()) this.#changed.fire({ document, reason: 'paused' });
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
