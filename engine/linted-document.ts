import { type Companion, Document } from './document.ts';
import { DocumentRuns } from './document-runs.ts';
import { compareFindings, type Edit, type Finding } from './finding.ts';
import { type Ignore, isWithinWord, withoutIgnored } from './ignores.ts';
import { Judging } from './judging.ts';
import type { Language } from './language.ts';
import type { Linter } from './linter.ts';
import { type Name, NameStore, names } from './names.ts';
import { withoutCovered } from './precedence.ts';
import { type DocumentKind, familyOf, type Rule } from './rule.ts';
import type { RuleChoice, Settings } from './settings.ts';
import {
  SuppressionFilter,
  suppressions,
  type UnusedSuppression,
  unusedSuppressions,
} from './suppression.ts';
import { findingsOf, isTold, merge, placedAt } from './told.ts';
import { uncheckedParts } from './unchecked.ts';

/** What a revision came to. */
interface Evaluation {
  readonly revision: number;
  /** Before suppressions and ignores. */
  readonly all: readonly Finding[];
  readonly list: readonly Finding[];
  readonly unused: readonly Ignore[];
}

/** A document that is linted as it is edited: what its settings make of what the rules report. */
export class LintedDocument {
  readonly document: Document;
  readonly #linter: Linter;
  #settings: Settings;
  #findings: Evaluation | undefined;
  readonly #judging: Judging;
  readonly #runs: DocumentRuns;
  #choice: RuleChoice;
  readonly #names = new NameStore();

  constructor(linter: Linter, text: string, settings: Settings) {
    this.#linter = linter;
    this.#settings = settings;
    const language: Language = {
      says: linter.language.says,
      scan: linter.language.scan,
      get words() {
        return linter.language.words;
      },
      names: this.#names,
    };
    this.document = new Document(text, settings.format ?? 'plain', language, settings.headings);
    this.document.house = settings.house;
    this.#choice = linter.choiceFor(settings);
    this.#judging = new Judging(linter, this.document);
    this.#runs = new DocumentRuns(linter, this.document);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The linter's, and those that users define. */
  get rules(): readonly Rule[] {
    return this.#choice.rules;
  }

  /** The kind set for the document, else the one its text shows. */
  get kind(): DocumentKind {
    return this.#settings.kind ?? this.document.model(this.#linter.readers.kind);
  }

  /** Whether the text is in the language that the rules are about. A kind that is set says so. */
  get isOurs(): boolean {
    return this.#settings.kind !== undefined || this.document.model(this.#linter.readers.isOurs);
  }

  /** Takes edits as {@link Document.edit} does. */
  update(edits: readonly Edit[]): void {
    this.document.edit(edits);
  }

  /** New settings; facts are kept, judgements are made anew. The format of an open document cannot change. */
  configure(settings: Settings): void {
    this.#settings = settings;
    this.#findings = undefined;
    this.#choice = this.#linter.choiceFor(settings);
    if (this.document.house !== settings.house) {
      this.document.house = settings.house;
      this.document.invalidate();
    }
    this.#runs.clear();
  }

  /**
   * Has the document judged beside others of its set. To be called again when one of them has changed.
   * @param companions without the document itself
   */
  accompany(companions: readonly Companion[]): void {
    if (companions.length === 0 && this.document.companions.length === 0) return;
    this.document.companions = companions;
    this.refresh();
  }

  /** Facts from outside have changed (recognised names have come in): judges the document anew. */
  refresh(): void {
    this.document.invalidate();
  }

  /**
   * The lines (paragraph sources, each once) to recognise names in: all of them once there is one that nobody has looked at, since
   * what a name is told by may stand in another line, and the same text shall have the same names however it came to be. Empty while
   * the document has no placeholder: names only serve to find what was left among masked ones, and to offer values for them.
   */
  namesWanted(): string[] {
    if (this.document.paragraphsWith(this.#linter.readers.wantsNames).length === 0) return [];
    const lines = new Set<string>();
    let wanted = false;
    for (const paragraph of this.document.paragraphs) {
      if (paragraph.blank) continue;
      lines.add(paragraph.source);
      wanted ||= this.#names.get(paragraph.source) === undefined;
    }
    return wanted ? [...lines] : [];
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

  /** Takes values that the writer has filled in: what he means is no leftover. */
  meanNames(values: Iterable<string>): void {
    this.#names.mean(values);
    this.refresh();
  }

  /** All findings of the current text, in document order; the same array until something changes. */
  findings(): readonly Finding[] {
    return this.#evaluate().list;
  }

  /** The ignores of the settings that nothing was found for, though their rules have looked. */
  unusedIgnores(): readonly Ignore[] {
    const { unused } = this.#evaluate();
    return unused.length === 0 ? unused : unused.filter(({ ruleId }) => this.#hasLooked(ruleId));
  }

  /** The comments in the text that hide nothing, though the rules they name have looked. */
  unusedSuppressions(): readonly UnusedSuppression[] {
    const { document } = this;
    if (document.model(suppressions).length === 0) return [];
    return unusedSuppressions(document, this.#evaluate().all, (name) => this.#hasLooked(name));
  }

  /** Whether the rule, or one of the family, has all it needs to find what there is, and is told whole. */
  #hasLooked(name: string): boolean {
    if (!this.isOurs) return false;
    return [...this.#choice.severitiesIn(this.kind)].some(
      ([{ id, needsNames }, { least }]) =>
        (id === name || familyOf(id) === name) &&
        least === 'hint' &&
        !(needsNames && this.namesWanted().length > 0),
    );
  }

  #evaluate(): Evaluation {
    const { document } = this;
    if (this.#findings?.revision === document.revision) return this.#findings;
    if (!this.isOurs) {
      this.#findings = { revision: document.revision, all: [], list: [], unused: [] };
      return this.#findings;
    }
    const all = merge(this.#ofParagraphs(), this.#ofDocument());
    const hidden = this.#settings.suppressions === false ? [] : document.model(suppressions);
    const unhidden = hidden.length === 0 ? all : new SuppressionFilter(hidden, document).filter(all);
    const { words = [] } = this.#settings;
    const shown =
      words.length === 0 ? unhidden : unhidden.filter((found) => !isWithinWord(document, found, words));
    const { ignores = [] } = this.#settings;
    const { findings: told, unused } =
      ignores.length === 0 ? { findings: shown, unused: ignores } : withoutIgnored(shown, ignores, document);
    const { precedence } = this.#linter;
    const list = precedence ? withoutCovered(told, precedence) : told;
    this.#findings = { revision: document.revision, all, list, unused };
    return this.#findings;
  }

  /** What the paragraph rules find, in order. */
  #ofParagraphs(): readonly Finding[] {
    const { kind } = this;
    const severities = this.#choice.severitiesIn(kind);
    const found: Finding[] = [];
    for (const paragraph of this.#judging.reported(this.#choice.paragraphRulesIn(kind))) {
      for (const finding of findingsOf(paragraph, severities)) found.push(finding);
    }
    return found;
  }

  /** What the document rules find, and what could not be checked, in order. */
  #ofDocument(): readonly Finding[] {
    const found: Finding[] = [];
    for (const [rule, hearing] of this.#choice.severitiesIn(this.kind)) {
      if (rule.scope !== 'document') continue;
      for (const report of this.#runs.reportsOf(this.#choice.chosen(rule)))
        if (isTold(report, hearing)) found.push(placedAt(report, 0, hearing));
    }
    for (const finding of uncheckedParts(this.document)) found.push(finding);
    return found.sort(compareFindings);
  }
}
