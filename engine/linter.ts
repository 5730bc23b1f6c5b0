/**
 * The linter, and a document that is linted as it is edited. Long for a file here: what is kept between edits (judgements by paragraph, by rule,
 * by revision) is private to the two of them, and every method is about keeping it true.
 */
import { type Companion, Document } from './document.ts';
import type { Fact } from './facts.ts';
import { compareFindings, type Edit, type Finding, SEVERITIES, type Severity } from './finding.ts';
import { type Ignore, isWithinWord, withoutIgnored } from './ignores.ts';
import type { Language, LanguageReaders, Words } from './language.ts';
import { lowerBound, NONE, spliceArray, syncTo } from './lists.ts';
import { type Name, NameStore, names } from './names.ts';
import type { Paragraph } from './paragraph.ts';
import { type Precedence, withoutCovered } from './precedence.ts';
import type { Preset } from './preset.ts';
import type { Reading } from './readings.ts';
import { type Guard, PlacedFinding, Report } from './report.ts';
import { type DocumentKind, familyOf, type Match, type Rule } from './rule.ts';
import { type ChosenRule, type Hearing, RuleChoice, type Settings, type Severities } from './settings.ts';
import {
  SuppressionFilter,
  suppressions,
  type UnusedSuppression,
  unusedSuppressions,
} from './suppression.ts';
import { uncheckedParts } from './unchecked.ts';

export interface LinterOptions {
  readonly rules: readonly Rule[];
  readonly language: LanguageReaders;
  /** By the name settings give; `preset` is the one that holds where they give none. Without presets all is told. */
  readonly presets?: Readonly<Record<string, Preset>>;
  /** Which findings give way to others; without it none does. */
  readonly precedence?: Precedence;
  readonly preset?: string | undefined;
  /** The dictionary, or how to get it; asked for at the first sentence in doubt. */
  readonly words: Words | (() => Words);
  /** Milliseconds from anywhere, for the timings; without it there are none. The engine itself has no clock. */
  readonly now?: () => number;
  /** Told once for each rule that throws; the other rules go on. */
  readonly onRuleError?: (ruleId: string, error: unknown) => void;
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
  readonly readers: LanguageReaders;
  readonly language: Language;
  readonly precedence: Precedence | undefined;
  readonly #options: LinterOptions;
  readonly #failed = new Set<string>();
  readonly #timings = new Map<string, RuleTiming>();
  /** The last one made, and of what: documents that come one after another nearly always have the same settings. */
  #choice:
    | { readonly made: string; readonly ownRules: Settings['ownRules']; readonly choice: RuleChoice }
    | undefined;

  constructor(options: LinterOptions) {
    this.#options = options;
    this.rules = options.rules;
    this.readers = options.language;
    this.precedence = options.precedence;
    const { words } = options;
    let loaded: Words | undefined = typeof words === 'function' ? undefined : words;
    const { scan } = options.language;
    this.language = {
      scan,
      get words() {
        loaded ??= (words as () => Words)();
        return loaded;
      },
    };
  }

  open(text: string, settings: Settings = {}): LintedDocument {
    return new LintedDocument(this, text, settings);
  }

  /** The preset that settings come to. */
  presetOf({ preset }: Settings): Preset | undefined {
    const { presets, preset: usual } = this.#options;
    const name = preset ?? usual;
    return name === undefined ? undefined : presets?.[name];
  }

  /** What the settings make of the rules. */
  choiceFor(settings: Settings): RuleChoice {
    const { rules, preview, preset, ownRules } = settings;
    const made = JSON.stringify([rules, preview, preset]);
    if (this.#choice?.made !== made || this.#choice.ownRules !== ownRules) {
      const choice = new RuleChoice([...this.rules, ...(ownRules ?? [])], settings, this.presetOf(settings));
      this.#choice = { made, ownRules, choice };
    }
    return this.#choice.choice;
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
  run(chosen: ChosenRule, unit: Document | Paragraph): readonly Report[] {
    const { now } = this.#options;
    if (!now) return this.#find(chosen, unit);
    const from = now();
    const reports = this.#find(chosen, unit);
    const timing = this.#timing(chosen.rule);
    timing.milliseconds += now() - from;
    timing.findings += reports.length;
    return reports;
  }

  /**
   * Whether rules that read the fact have nothing to find in the paragraph. False where it is for each to ask: while rules are
   * timed, and of a reader that throws, which each of its rules is told of.
   */
  isSilent(reads: Fact<readonly unknown[]> | undefined, paragraph: Paragraph): boolean {
    if (!reads || this.#options.now) return false;
    try {
      return paragraph.fact(reads).length === 0;
    } catch {
      return false;
    }
  }

  #find({ rule, find, concerns, options }: ChosenRule, unit: Document | Paragraph): readonly Report[] {
    try {
      if (concerns?.(unit as Paragraph) === false) return NONE;
      const found = find(unit as never, options);
      const matches: readonly Match[] = Array.isArray(found) ? found : [...found];
      // Nearly always: nothing is made for a rule that has found nothing.
      if (matches.length === 0) return NONE;
      return matches.map((match) => new Report(rule, match, unit, this.#guard));
    } catch (error) {
      this.#fail(rule, error);
      return NONE;
    }
  }

  /** Runs what puts a rule's finding into words. */
  readonly #guard: Guard = (rule, run) => {
    const { now } = this.#options;
    const from = now?.() ?? 0;
    try {
      return run();
    } catch (error) {
      this.#fail(rule, error);
      return undefined;
    } finally {
      if (now) this.#timing(rule).milliseconds += now() - from;
    }
  };

  #fail(rule: Rule, error: unknown): void {
    if (this.#failed.has(rule.id)) return;
    this.#failed.add(rule.id);
    this.#options.onRuleError?.(rule.id, error);
  }

  #timing(rule: Rule): RuleTiming {
    let timing = this.#timings.get(rule.id);
    if (!timing) {
      timing = { ruleId: rule.id, milliseconds: 0, findings: 0 };
      this.#timings.set(rule.id, timing);
    }
    return timing;
  }
}

/** What a revision came to. */
interface Evaluation {
  readonly revision: number;
  /** Before suppressions and ignores. */
  readonly all: readonly Finding[];
  readonly list: readonly Finding[];
  readonly unused: readonly Ignore[];
}

/** A document that is linted as it is edited. */
export class LintedDocument {
  readonly document: Document;
  readonly #linter: Linter;
  #settings: Settings;
  #findings: Evaluation | undefined;
  /** The paragraphs that the rules have gone over, and those where they found something; both are kept up with edits. */
  readonly #judged: Paragraph[] = [];
  #judgedAt = 0;
  readonly #reported: Paragraph[] = [];
  /** What the document rules have found, and what they read for it. */
  readonly #runs = new Map<Rule, { readonly reading: Reading; readonly reports: readonly Report[] }>();
  #choice: RuleChoice;
  readonly #names = new NameStore();

  constructor(linter: Linter, text: string, settings: Settings) {
    this.#linter = linter;
    this.#settings = settings;
    const language: Language = {
      scan: linter.language.scan,
      get words() {
        return linter.language.words;
      },
      names: this.#names,
    };
    this.document = new Document(text, settings.format ?? 'plain', language, settings.headings);
    this.document.house = settings.house;
    this.#choice = linter.choiceFor(settings);
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
    for (const p of this.document.paragraphs) p.reports = undefined;
    this.#judged.length = 0;
    this.#judgedAt = 0;
    this.#reported.length = 0;
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
    const severities = this.#choice.severitiesIn(this.kind);
    const ofParagraphs: Finding[] = [];
    for (const paragraph of this.#paragraphsWithReports()) {
      for (const finding of this.#paragraphFindings(paragraph, severities)) ofParagraphs.push(finding);
    }
    const ofDocument: Finding[] = [];
    for (const [rule, hearing] of severities) {
      if (rule.scope !== 'document') continue;
      for (const report of this.#documentReports(rule))
        if (isTold(report, hearing)) ofDocument.push(place(report, 0, hearing));
    }
    for (const finding of uncheckedParts(document)) ofDocument.push(finding);
    ofDocument.sort(compareFindings);
    const all = merge(ofParagraphs, ofDocument);
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

  /** A rule is asked again when something changes that it has read; else what it found moves with the text. */
  #documentReports(rule: Rule): readonly Report[] {
    const { document } = this;
    const known = this.#runs.get(rule);
    if (known && document.stands(known.reading)) return known.reports;
    const run = () => this.#linter.run(this.#choice.chosen(rule), document);
    const { value: reports, reading } = document.note(run);
    this.#runs.set(rule, { reading, reports });
    if (reports.length === 0) return reports;
    const renew = () => {
      if (!document.stands(reading)) return;
      const anew = run();
      if (anew.length !== reports.length) return;
      for (const [i, report] of reports.entries()) report.match = anew[i]!.match;
    };
    for (const report of reports) report.keep(document, renew);
    return reports;
  }

  /** Most have none, and a key is typed in one: the others are not even looked at. */
  #paragraphsWithReports(): readonly Paragraph[] {
    const { document } = this;
    const alike = document.alikeSince(this.#judgedAt);
    const { from, removed, added } = syncTo(this.#judged, document.paragraphs, alike);
    this.#judgedAt = document.revision;
    const unjudged = added.filter(({ reports }) => reports === undefined);
    for (let i = 0; i < unjudged.length; i += BATCH) this.#judge(unjudged.slice(i, i + BATCH));
    const isReported = ({ reports }: Paragraph) => reports!.length > 0;
    const at = lowerBound(this.#reported, from, ({ index }) => index);
    spliceArray(this.#reported, at, removed.filter(isReported).length, added.filter(isReported));
    return this.#reported;
  }

  /** In order, as published: made anew only where the paragraph has moved or its rules are judged otherwise. */
  #paragraphFindings(paragraph: Paragraph, severities: Severities): readonly Finding[] {
    const { placed } = paragraph;
    const reports = paragraph.reports!;
    if (placed?.reports === reports && placed.at === paragraph.start && placed.severities === severities)
      return placed.findings;
    const isHeard = (report: Report) => isTold(report, severities.get(report.rule));
    const heard = reports.every(isHeard) ? reports : reports.filter(isHeard);
    const findings = heard.map((report) => place(report, paragraph.start, severities.get(report.rule)!));
    paragraph.placed = { reports, at: paragraph.start, severities, findings };
    return findings;
  }

  /** Runs the paragraph rules over paragraphs that they have not gone over yet. */
  #judge(paragraphs: readonly Paragraph[]): void {
    for (const paragraph of paragraphs) paragraph.reports = NONE;
    const filled = paragraphs.filter(({ source }) => source.length > 0);
    for (const { beginnings, reads, rules } of this.#choice.paragraphRules) {
      const speaking = filled.filter(
        (paragraph) =>
          paragraph.scan.hasAny(beginnings.kinds, beginnings.lists) &&
          !this.#linter.isSilent(reads, paragraph),
      );
      for (const rule of rules) {
        for (const paragraph of speaking) {
          const found = this.#linter.run(rule, paragraph);
          if (found.length === 0) continue;
          const reports = paragraph.reports!;
          paragraph.reports = reports.length === 0 ? found : reports.concat(found);
        }
      }
    }
    for (const paragraph of paragraphs) paragraph.reports = inOrder(paragraph.reports!);
  }
}

/** Nearly always they are: of one rule, or of one place. */
function inOrder(reports: readonly Report[]): readonly Report[] {
  for (let i = 1; i < reports.length; i++) {
    if (compareReports(reports[i - 1]!, reports[i]!) > 0) return [...reports].sort(compareReports);
  }
  return reports;
}

/**
 * So many paragraphs are judged together, one rule after the other: what a reader works with, code and tables, is fetched once for
 * all of them, which counts for more than that the paragraphs are come by again.
 */
const BATCH = 1024;

function place(report: Report, by: number, hearing: Hearing): Finding {
  return new PlacedFinding(report, by, severityIn(report, hearing));
}

function severityIn({ match, rule }: Report, { severity }: Hearing): Severity {
  return severity === 'own' ? (match.severity ?? rule.severity) : severity;
}

function isTold(report: Report, hearing: Hearing | undefined): boolean {
  if (!hearing) return false;
  if (hearing.least === 'hint') return true;
  return SEVERITIES.indexOf(severityIn(report, hearing)) <= SEVERITIES.indexOf(hearing.least);
}

/** The order of {@link compareFindings}, before there are findings. */
function compareReports(a: Report, b: Report): number {
  return a.start - b.start || b.end - a.end || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
}

/** Two lists in order as one: paragraphs' findings stand in order already, and sorting them all at each key would cost more than the rules. */
function merge(a: Finding[], b: Finding[]): Finding[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const merged: Finding[] = [];
  let i = 0;
  for (const finding of b) {
    while (i < a.length && compareFindings(a[i]!, finding) <= 0) merged.push(a[i++]!);
    merged.push(finding);
  }
  while (i < a.length) merged.push(a[i++]!);
  return merged;
}
