/** One open document: its text as the client has it, what is found in it, and what is held back while somebody writes. */
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { SetOfFiles } from '../config/model.ts';
import {
  type Companion,
  type Document,
  type DocumentKind,
  type Finding,
  type Format,
  type LintedDocument,
  type Linter,
  type Range,
  type SafeEdits,
  type Settings,
  safeEdits,
} from '../rules/index.ts';
import type { DocumentSettings } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { isDraft, isGarbled } from './draft.ts';
import { requestFailed } from './errors.ts';
import { limited, patienceOf, tookTooLong } from './patience.ts';
import { offsetsOf } from './positions.ts';
import { compositionAfter, isComposed, isUnsettled, writingAfter } from './typing.ts';

/** What is known of a document's present text under its present settings. */
export interface Evaluation {
  /** Differs between any two evaluations of this server's life; the result id of pulled diagnostics. */
  readonly id: string;
  readonly version: number;
  readonly kind: DocumentKind;
  /** Without those held back while somebody writes. */
  readonly findings: readonly Finding[];
  /** How many are held back. */
  readonly held: number;
  readonly milliseconds: number;
}

export interface DocumentEvents {
  evaluated(document: ServedDocument, evaluation: Evaluation): void;
  gaveUp(document: ServedDocument): void;
}

/** What the writer was at before he paused. */
export type Pause = 'composing' | 'writing';

/** An open document. Text and findings live in the engine's own document: no second copy is kept. */
export class ServedDocument {
  readonly uri: string;
  lint: LintedDocument;
  /** The client's; only ever compared for equality, since closing and opening may start it anew. */
  version: number;
  /** False where the settings say so: there are no findings then. */
  enabled = true;
  /** Whether the settings leave it out. */
  outside = false;
  /** Why it is checked no more until it is opened anew: something asked of it came to no end. Its text is kept in step. */
  gaveUp: string | undefined;
  /** Whether hovers tell how figures are read. */
  readings = false;
  /** The sets it belongs to. */
  sets: readonly SetOfFiles[] = [];
  /** Whether names are wanted and cannot be had: what rests on them is not looked for. */
  lacksNames = false;
  /** Fulfilled when the settings asked for last have been applied; never rejects. */
  ready: Promise<void> = Promise.resolve();

  readonly #linter: Linter;
  /** Rules whose findings more text may settle. */
  readonly #awaiting: ReadonlySet<string>;
  readonly #id: string;
  readonly #now: () => number;
  readonly #evaluated: DocumentEvents['evaluated'];
  readonly #gaveUp: DocumentEvents['gaveUp'];
  readonly #within: <T>(run: () => T) => T;
  /** Findings in the user's language. */
  readonly #told: ServerContext['told'];
  /** What is said of it when it is given up. */
  readonly #onGaveUp: string;
  readonly #holdsBack: boolean;
  #generation = 0;
  #evaluation: Evaluation | undefined;
  /** Of a revision: asked some times at every key. */
  #garbled: { readonly document: Document; readonly revision: number; readonly is: boolean } | undefined;
  #composition: Range | undefined;
  #writing: number | undefined;
  /** Findings of the last evaluation, whatever has changed since. */
  #shown: readonly Finding[] = [];

  constructor(
    item: TextDocumentItem,
    id: string,
    {
      linter,
      host,
      client,
      messages,
      told,
    }: Pick<ServerContext, 'linter' | 'host' | 'client' | 'messages' | 'told'>,
    { evaluated, gaveUp }: DocumentEvents,
    leftOut: boolean,
  ) {
    this.uri = item.uri;
    this.version = item.version;
    const format: Format = item.languageId === 'markdown' ? 'markdown' : 'plain';
    this.#linter = linter;
    this.#awaiting = awaitingRules(linter);
    this.#id = id;
    this.#now = () => host.now();
    this.#evaluated = evaluated;
    this.#gaveUp = gaveUp;
    this.#within = (run) => limited(host, this.uri, run);
    this.#onGaveUp = messages.gaveUp(patienceOf(host));
    this.#told = told;
    if (leftOut) this.gaveUp = this.#onGaveUp;
    this.lint = this.#open(item.text, { format: leftOut ? 'plain' : format });
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

  /** Whether it is a draft at all: Chinese, and not left out. */
  get isOurs(): boolean {
    return !this.outside && (this.isGarbled || isDraft(this.lint));
  }

  /** Whether it was opened in an encoding that it is not written in. */
  get isGarbled(): boolean {
    const { document } = this.lint;
    const { revision } = document;
    if (this.#garbled?.document !== document || this.#garbled.revision !== revision)
      this.#garbled = { document, revision, is: isGarbled(document) };
    return this.#garbled.is;
  }

  /** The caret, where text is being written. */
  get writing(): number | undefined {
    return this.#writing;
  }

  /**
   * Whatever is read out of the document, but not for longer than a limit: behind it the document is given up.
   * @throws ResponseError `RequestFailed` then, and ever after
   */
  ask<T>(run: (document: ServedDocument) => T): T {
    if (this.gaveUp) throw requestFailed(this.gaveUp);
    try {
      return this.#within(() => run(this));
    } catch (error) {
      if (!tookTooLong(error)) throw error;
      this.gaveUp = this.#onGaveUp;
      // What it has been reading was cut off anywhere.
      const { document, settings } = this.lint;
      this.lint = this.#open(document.text, settings);
      this.#invalidate();
      this.#gaveUp(this);
      throw requestFailed(this.gaveUp);
    }
  }

  /** A text that comes to no end while it is taken for Markdown is given up, and kept as lines. */
  #open(text: string, settings: Settings): LintedDocument {
    try {
      return this.#within(() => this.#linter.open(text, settings));
    } catch (error) {
      if (!tookTooLong(error)) throw error;
      this.gaveUp = this.#onGaveUp;
      return this.#linter.open(text, { ...settings, format: 'plain' });
    }
  }

  /**
   * Findings of the present text; computed once, at the price of what has changed. None of a document that is given up.
   */
  evaluate(): Evaluation {
    if (this.#evaluation) return this.#evaluation;
    const from = this.#now();
    let found: readonly Finding[] = [];
    // Of what cannot be read nothing can be said.
    if (this.enabled && !this.gaveUp && !this.isGarbled) {
      try {
        found = this.ask(({ lint }) => {
          // Read below, where nothing limits how long that takes.
          void lint.kind;
          return lint.findings();
        });
      } catch (error) {
        if (!this.gaveUp) throw error;
      }
    }
    const composition = this.#composition;
    const shown = this.#shown;
    const writing = this.#writing;
    const { document } = this.lint;
    const isHeld = (finding: Finding) =>
      (composition !== undefined && isComposed(finding, composition, shown)) ||
      (writing !== undefined &&
        this.#awaiting.has(finding.ruleId) &&
        isUnsettled(finding, writing, document, shown));
    const findings = found.some(isHeld) ? found.filter((finding) => !isHeld(finding)) : found;
    this.#shown = findings;
    const kind = this.gaveUp ? 'general' : this.lint.kind;
    this.#evaluation = {
      id: `${this.#id}-${this.#generation}`,
      version: this.version,
      kind,
      findings: this.#told(findings),
      held: found.length - findings.length,
      milliseconds: this.#now() - from,
    };
    this.#evaluated(this, this.#evaluation);
    return this.#evaluation;
  }

  /** What the safe fixes of the findings shown come to. */
  safeEdits(accepts?: (finding: Finding) => boolean): SafeEdits {
    const { findings } = this.evaluate();
    return this.ask(() => safeEdits(this.#linter, this.lint, accepts, findings));
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
      this.#writing =
        this.#holdsBack && range && changes.length === 1 ? writingAfter(edit, this.#writing) : undefined;
    }
  }

  /** The letters typed last are meant, or what was being written is. Returns whether that lets out findings that were held back. */
  paused(from: Pause): boolean {
    if (from === 'composing') this.#composition = undefined;
    else this.#writing = undefined;
    const held = (this.#evaluation?.held ?? 0) > 0;
    if (held) this.#invalidate();
    return held;
  }

  /** Returns whether anything differs from the settings before. */
  configure({ enable, outside, readings, sets, ...set }: DocumentSettings): boolean {
    const { settings } = this.lint;
    this.readings = readings;
    const sameSets = JSON.stringify(this.sets) === JSON.stringify(sets);
    this.sets = sets;
    const next = { format: settings.format ?? 'plain', ...set };
    const enabled = enable && !outside;
    const same =
      this.enabled === enabled &&
      this.outside === outside &&
      sameSets &&
      JSON.stringify(settings) === JSON.stringify(next);
    if (same) return false;
    this.enabled = enabled;
    this.outside = outside;
    this.lint.configure(next);
    this.#invalidate();
    return true;
  }

  /** Takes names recognised in its lines. Returns whether that changes what is found. */
  provideNames(names: Parameters<LintedDocument['provideNames']>[0]): boolean {
    return this.#take(() => this.lint.provideNames(names));
  }

  /** Takes names that the writer has filled in. Returns as {@link provideNames}. */
  meanNames(values: Iterable<string>): boolean {
    return this.#take(() => this.lint.meanNames(values));
  }

  /** The same of the other documents of its set. */
  accompany(companions: readonly Companion[]): boolean {
    return this.#take(() => this.lint.accompany(companions));
  }

  /** Takes what comes from outside. Returns whether that changes what is found; where it does not, the evaluation stands. */
  #take(take: () => void): boolean {
    const before = this.evaluate();
    take();
    this.#invalidate();
    const now = this.evaluate();
    if (!sameFindings(before.findings, now.findings)) return true;
    this.#evaluation = { ...now, id: before.id };
    return false;
  }

  /** The findings are asked for anew at the next evaluation. */
  #invalidate(): void {
    this.#generation++;
    this.#evaluation = undefined;
  }
}

/** The ids of rules that await more; once for all documents of a linter. */
function awaitingRules(linter: Linter): ReadonlySet<string> {
  let ids = awaiting.get(linter);
  if (!ids) {
    ids = new Set(linter.rules.filter(({ awaitsMore }) => awaitsMore).map(({ id }) => id));
    awaiting.set(linter, ids);
  }
  return ids;
}

const awaiting = new WeakMap<Linter, ReadonlySet<string>>();

/** By rule and place: what they say of them would have to be worked out first. */
function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ ruleId, start, end, severity }, i) => {
      const other = b[i]!;
      return (
        ruleId === other.ruleId && start === other.start && end === other.end && severity === other.severity
      );
    })
  );
}
