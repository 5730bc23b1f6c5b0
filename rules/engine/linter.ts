import { documentKind } from '../language/layout.ts';
import { type Name, NameStore, names } from '../language/names.ts';
import { placeholders } from '../language/placeholders.ts';
import type { Words } from '../language/words.ts';
import { Document } from './document.ts';
import { compareFindings, type Edit, type Finding, placeFinding, type Severity } from './finding.ts';
import type { Format } from './markdown.ts';
import type { Language, Paragraph } from './paragraph.ts';
import type { DocumentKind, Match, Rule } from './rule.ts';
import { isSuppressed, suppressions } from './suppression.ts';

export interface LinterOptions {
  readonly rules: readonly Rule[];
  /** The dictionary, or how to get it; asked for at the first sentence in doubt. */
  readonly words: Words | (() => Words);
  /** Milliseconds from anywhere, for the timings; without it there are none. The engine itself has no clock. */
  readonly now?: () => number;
  /** Told once for each rule that throws; the other rules go on. */
  readonly onRuleError?: (ruleId: string, error: unknown) => void;
}

/** What is set for one document. */
export interface Settings {
  readonly format?: Format;
  /** Overrides the detected kind. */
  readonly kind?: DocumentKind;
  /** By rule id or by family (`placeholder`); the rule id wins. `on` restores the rule's own severity. */
  readonly rules?: Readonly<Record<string, Severity | 'off' | 'on'>>;
}

export interface RuleTiming {
  readonly ruleId: string;
  /** Sum over all documents so far. */
  milliseconds: number;
  findings: number;
}

/** Holds the rules, and what is measured of them. Documents opened with it are independent of each other. */
export class Linter {
  readonly rules: readonly Rule[];
  readonly language: Language;
  readonly #options: LinterOptions;
  readonly #failed = new Set<string>();
  readonly #timings = new Map<string, RuleTiming>();

  constructor(options: LinterOptions) {
    this.#options = options;
    this.rules = options.rules;
    const { words } = options;
    let loaded: Words | undefined = typeof words === 'function' ? undefined : words;
    this.language = {
      get words() {
        loaded ??= (words as () => Words)();
        return loaded;
      },
    };
  }

  open(text: string, settings: Settings = {}): LintedDocument {
    return new LintedDocument(this, text, settings);
  }

  /** All findings of a text, in document order. */
  lint(text: string, settings: Settings = {}): readonly Finding[] {
    return this.open(text, settings).findings();
  }

  /** Time spent in each rule, most first; empty without a clock. */
  timings(): RuleTiming[] {
    return [...this.#timings.values()].sort((a, b) => b.milliseconds - a.milliseconds);
  }

  /** Runs one rule over its unit. A rule that throws says nothing for this unit and is reported once. */
  run(rule: Rule, unit: Document | Paragraph): readonly Finding[] {
    const { now } = this.#options;
    const from = now?.() ?? 0;
    let findings: Finding[] = [];
    try {
      for (const match of rule.find(unit as never) as Iterable<Match>) {
        findings.push(toFinding(rule, match, unit));
      }
    } catch (error) {
      findings = [];
      if (!this.#failed.has(rule.id)) {
        this.#failed.add(rule.id);
        this.#options.onRuleError?.(rule.id, error);
      }
    }
    if (now) {
      let timing = this.#timings.get(rule.id);
      if (!timing) {
        timing = { ruleId: rule.id, milliseconds: 0, findings: 0 };
        this.#timings.set(rule.id, timing);
      }
      timing.milliseconds += now() - from;
      timing.findings += findings.length;
    }
    return findings;
  }
}

function toFinding(rule: Rule, match: Match, unit: Document | Paragraph): Finding {
  const { message, evidence, basis } = rule.explain(match, unit as never);
  const stated = basis ?? rule.basis;
  const finding: Finding = {
    ruleId: rule.id,
    severity: match.severity ?? rule.severity,
    start: match.start,
    end: match.end,
    message,
    evidence: evidence ?? [],
    fixes: rule.fix?.(match, unit as never) ?? [],
    ...(stated === undefined ? {} : { basis: stated }),
  };
  return rule.ask ? { ...finding, ask: rule.ask(match, unit as never) } : finding;
}

/** A document that is linted as it is edited. */
export class LintedDocument {
  readonly document: Document;
  readonly #linter: Linter;
  #settings: Settings;
  #findings: { revision: number; list: readonly Finding[] } | undefined;
  readonly #names = new NameStore();

  constructor(linter: Linter, text: string, settings: Settings) {
    this.#linter = linter;
    this.#settings = settings;
    const language: Language = {
      get words() {
        return linter.language.words;
      },
      names: this.#names,
    };
    this.document = new Document(text, settings.format ?? 'plain', language);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The kind set for the document, else the one its text shows. */
  get kind(): DocumentKind {
    return this.#settings.kind ?? this.document.model(documentKind);
  }

  /** Takes edits as {@link Document.edit} does. */
  update(edits: readonly Edit[]): void {
    this.document.edit(edits);
  }

  /** New settings; facts are kept, judgements are made anew. The format of an open document cannot change. */
  configure(settings: Settings): void {
    this.#settings = settings;
    this.#findings = undefined;
    for (const p of this.document.paragraphs) p.findings = undefined;
  }

  /** Facts from outside have changed (recognised names have come in): judges the document anew. */
  refresh(): void {
    this.document.invalidate();
  }

  /**
   * The lines (paragraph sources, each once) whose names nobody has told yet. Empty while the document has no placeholder:
   * names only serve to find what was left among masked ones, and to offer values for them.
   */
  namesWanted(): string[] {
    if (this.document.paragraphsWith(placeholders).length === 0) return [];
    const wanted = new Set<string>();
    for (const paragraph of this.document.paragraphs) {
      if (!paragraph.blank && !this.#names.get(paragraph.source)) wanted.add(paragraph.source);
    }
    return [...wanted];
  }

  /** Takes the names recognised in lines asked for by {@link namesWanted}; lines without names are given with none. */
  provideNames(bySource: ReadonlyMap<string, readonly Name[]>): void {
    for (const [source, list] of bySource) this.#names.set(source, list);
    const present = new Set<string>();
    for (const paragraph of this.document.paragraphs) {
      present.add(paragraph.source);
      if (bySource.has(paragraph.source)) paragraph.forget(names);
    }
    this.#names.retain(present);
    this.refresh();
  }

  /** All findings of the current text, in document order; the same array until something changes. */
  findings(): readonly Finding[] {
    const { document } = this;
    if (this.#findings?.revision === document.revision) return this.#findings.list;
    const kind = this.kind;
    const severities = this.#linter.rules.map((rule) => effectiveSeverity(rule, kind, this.#settings));
    const active = new Map<string, Severity | undefined>();
    for (const [i, rule] of this.#linter.rules.entries()) {
      const severity = severities[i]!;
      if (severity !== 'off') active.set(rule.id, severity === 'own' ? undefined : severity);
    }
    const hidden = document.model(suppressions);
    const found: Finding[] = [];
    const add = (finding: Finding) => {
      if (!active.has(finding.ruleId) || isSuppressed(hidden, finding, document)) return;
      const severity = active.get(finding.ruleId);
      found.push(
        severity === undefined || severity === finding.severity ? finding : { ...finding, severity },
      );
    };
    for (const paragraph of document.paragraphs) {
      for (const finding of this.#paragraphFindings(paragraph)) add(finding);
    }
    for (const rule of this.#linter.rules) {
      if (rule.scope === 'document' && active.has(rule.id)) {
        for (const finding of this.#linter.run(rule, document)) add(placeFinding(finding, 0));
      }
    }
    found.sort(compareFindings);
    this.#findings = { revision: document.revision, list: found };
    return found;
  }

  #paragraphFindings(paragraph: Paragraph): readonly Finding[] {
    if (!paragraph.findings) {
      const findings: Finding[] = [];
      if (!paragraph.blank || paragraph.source.length > 0) {
        for (const rule of this.#linter.rules) {
          if (rule.scope === 'paragraph') findings.push(...this.#linter.run(rule, paragraph));
        }
      }
      paragraph.findings = findings;
      paragraph.shifted = undefined;
    }
    if (paragraph.findings.length === 0) return paragraph.findings;
    if (!paragraph.shifted || paragraph.shiftedTo !== paragraph.start) {
      paragraph.shifted = paragraph.findings.map((f) => placeFinding(f, paragraph.start));
      paragraph.shiftedTo = paragraph.start;
    }
    return paragraph.shifted;
  }
}

/** `own`: as the rule says, place by place. */
function effectiveSeverity(rule: Rule, kind: DocumentKind, settings: Settings): Severity | 'off' | 'own' {
  const family = rule.id.slice(0, rule.id.indexOf('/'));
  const set = settings.rules?.[rule.id] ?? settings.rules?.[family];
  if (set !== undefined && set !== 'on') return set;
  if (set === undefined && rule.optIn) return 'off';
  return rule.kinds?.[kind] ?? 'own';
}
