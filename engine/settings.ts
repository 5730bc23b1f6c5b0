/** What may be set for a document, and what that makes of the rules. */
import { ANYWHERE, type Beginnings, type Fact } from './facts.ts';
import type { Severity } from './finding.ts';
import type { Format } from './formats/index.ts';
import type { House } from './house.ts';
import type { Ignore } from './ignores.ts';
import { groupBy } from './lists.ts';
import { readOptions } from './options.ts';
import type { Paragraph } from './paragraph.ts';
import { type Least, leastOf, type Preset } from './preset.ts';
import { type DocumentKind, familyOf, type Match, type Rule } from './rule.ts';

/** What is set for one document. */
export interface Settings {
  readonly format?: Format;
  /** Levels of the lines that are headings, where the format does not tell: of a text that is not edited, see `formats/headed.ts`. */
  readonly headings?: readonly number[];
  /** Overrides the detected kind. */
  readonly kind?: DocumentKind;
  /** By rule id or by family (`placeholder`); the rule id wins. `on` restores the rule's own severity. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Findings to leave alone. */
  readonly ignores?: readonly Ignore[];
  /** Whether comments in the text may hide findings; true unless told. */
  readonly suppressions?: boolean;
  /** Words of the house: nothing is found within them. */
  readonly words?: readonly string[];
  /** Runs the rules in preview too. */
  readonly preview?: boolean;
  /** How much is told of rules that `rules` does not name. */
  readonly preset?: string;
  /** Rules beside the linter's, which users define. */
  readonly ownRules?: readonly Rule[];
  /** What the house knows of itself: rules hold the draft against it. */
  readonly house?: House;
}

export type Level = Severity | 'off' | 'on';

/** How grave a rule's findings are, or that and what else may be set for it. */
export type RuleSetting =
  | Level
  | { readonly level?: Level; readonly options?: Readonly<Record<string, unknown>> };

/** The options of one rule, as it declares them. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** How a rule is heard. */
export interface Hearing {
  /** How grave its findings are; `own`: as the rule says, place by place. */
  readonly severity: Severity | 'own';
  /** Its findings below this are not told. */
  readonly least: Severity;
}

/** Without an entry a rule is silent. */
export type Severities = ReadonlyMap<Rule, Hearing>;

/** A rule, with what it is run by at hand: rules differ in shape, and to look for it in each would take as long as most of them run. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly find: (unit: never, options: RuleOptions) => Iterable<Match>;
  /** Whether a paragraph has entries that it may find something in; undefined where that need not be asked. */
  readonly concerns: ((paragraph: Paragraph) => boolean) | undefined;
  readonly options: RuleOptions;
}

/** Paragraph rules that read one fact: where it is empty, as facts mostly are, none of them is even asked. */
export interface RuleGroup {
  /** Where the fact begins, and with it all that the rules find. */
  readonly beginnings: Beginnings;
  readonly reads: Fact<readonly unknown[]> | undefined;
  readonly rules: readonly ChosenRule[];
}

/** What settings make of the rules: which are heard, how, and with which options. The same for all documents with these settings. */
export class RuleChoice {
  readonly rules: readonly Rule[];
  readonly #chosen: ReadonlyMap<Rule, ChosenRule>;
  readonly #preset: Preset | undefined;
  readonly #levels: ReadonlyMap<Rule, Level | undefined>;
  readonly #severities = new Map<DocumentKind, Severities>();
  readonly #groups = new Map<DocumentKind, readonly RuleGroup[]>();

  constructor(rules: readonly Rule[], settings: Settings, preset: Preset | undefined) {
    this.rules = rules;
    this.#preset = preset;
    this.#levels = new Map(rules.map((rule) => [rule, levelOf(rule, settings, preset)]));
    this.#chosen = new Map(
      rules.map((rule) => {
        const options = optionsOf(rule, settings);
        return [rule, { rule, find: rule.find, concerns: concernsOf(rule), options }];
      }),
    );
  }

  /** One of the {@link rules} as it is run. */
  chosen(rule: Rule): ChosenRule {
    return this.#chosen.get(rule)!;
  }

  /** The paragraph rules that have a say in a kind of document, by the fact that they read; the same list wherever they are the same. */
  paragraphRulesIn(kind: DocumentKind): readonly RuleGroup[] {
    let groups = this.#groups.get(kind);
    if (!groups) {
      const heard = [...this.severitiesIn(kind).keys()].filter((rule) => rule.scope === 'paragraph');
      const same = [...this.#groups.values()].find((other) => isMadeOf(other, heard));
      groups = same ?? this.#grouped(heard);
      this.#groups.set(kind, groups);
    }
    return groups;
  }

  #grouped(rules: readonly ParagraphRuleOfAny[]): readonly RuleGroup[] {
    return [...groupBy(rules, ({ reads }) => reads)].map(([reads, group]) => ({
      beginnings: reads?.beginnings ?? ANYWHERE,
      reads,
      rules: group.map((rule) => this.chosen(rule)),
    }));
  }

  /** How the rules are heard in a kind of document; the same map at every call. */
  severitiesIn(kind: DocumentKind): Severities {
    let severities = this.#severities.get(kind);
    if (!severities) {
      const heard = this.rules.flatMap((rule): [Rule, Hearing][] => {
        const hearing = hearingOf(rule, kind, this.#levels.get(rule), this.#preset);
        return hearing ? [[rule, hearing]] : [];
      });
      severities = new Map(heard);
      this.#severities.set(kind, severities);
    }
    return severities;
  }
}

type ParagraphRuleOfAny = Extract<Rule, { scope: 'paragraph' }>;

/** Whether groups are made of just these rules. */
function isMadeOf(groups: readonly RuleGroup[], rules: readonly Rule[]): boolean {
  const theirs = new Set(groups.flatMap((group) => group.rules.map(({ rule }) => rule)));
  return theirs.size === rules.length && rules.every((rule) => theirs.has(rule));
}

/** What the settings say of a rule's level, whatever the kind of the document; undefined where they say nothing. */
function levelOf(rule: Rule, settings: Settings, preset: Preset | undefined): Level | undefined {
  const said = level(settings.rules?.[rule.id]) ?? level(settings.rules?.[familyOf(rule.id)]);
  const previews = settings.preview ?? preset?.preview ?? false;
  return said ?? (rule.preview && !previews ? 'off' : undefined);
}

function level(setting: RuleSetting | undefined): Level | undefined {
  return typeof setting === 'object' ? setting.level : setting;
}

function optionsOf(rule: Rule, settings: Settings): RuleOptions {
  const setting = settings.rules?.[rule.id];
  return readOptions(rule.options, (typeof setting === 'object' && setting.options) || {}).options;
}

/** How a rule is heard in a kind of document; undefined: not at all. A level that is set for it is told whole. */
function hearingOf(
  rule: Rule,
  kind: DocumentKind,
  set: Level | undefined,
  preset: Preset | undefined,
): Hearing | undefined {
  if (set === 'off') return undefined;
  const least: Least = set === undefined ? leastOf(preset, rule.id, kind) : 'hint';
  const severity = set !== undefined && set !== 'on' ? set : (rule.kinds?.[kind] ?? 'own');
  return severity === 'off' || least === 'off' ? undefined : { severity, least };
}

function concernsOf(rule: Rule): ChosenRule['concerns'] {
  if (rule.scope !== 'paragraph' || !rule.reads || !rule.among) return undefined;
  const { reads, among } = rule;
  return (paragraph) => paragraph.fact(reads).some(among as (entry: unknown) => boolean);
}
