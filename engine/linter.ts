/** The linter: the rules, run one by one over what they are about, with what goes wrong in them and what they cost. */
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import type { Language, LanguageReaders, Words } from './language.ts';
import { LintedDocument } from './linted-document.ts';
import { NONE } from './lists.ts';
import type { Paragraph } from './paragraph.ts';
import type { Precedence } from './precedence.ts';
import type { Preset } from './preset.ts';
import { type Guard, Report } from './report.ts';
import type { Match, Rule } from './rule.ts';
import { type ChosenRule, RuleChoice, type Settings } from './settings.ts';

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
    const { scan, says } = options.language;
    this.language = {
      says,
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

  /** Whether rules are timed: each is then run over all that it may be about, so that what it reads counts as its own. */
  get isTimed(): boolean {
    return this.#options.now !== undefined;
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
