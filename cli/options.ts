/** The command line's arguments, checked. */
import { parseArgs } from 'node:util';
import { LEVELS } from '../config/model.ts';
import { similarNames } from '../config/similar.ts';
import type { Fixes, Revisions } from '../docx/index.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Level,
  PRESET_NAMES,
  type PresetName,
} from '../rules/index.ts';
import type { OutputFormat } from './formats.ts';
import type { Messages } from './messages.ts';
import {
  FORMATS,
  IGNORE_VERBS,
  NOT_WITH_CACHE,
  ONLY_FOR_CHECKS,
  OPTIONS,
  type OptionName,
  REVIEW_FIXES,
  REVISIONS,
  SHELLS,
} from './option-specs.ts';
import { isFamily, isOurRule, maybeUserRule, similarTo } from './rule-names.ts';
import { UsageError } from './usage-error.ts';

/** Where the texts come from. */
export interface InputOptions {
  /** As given; empty with `stdin`. */
  readonly files: readonly string[];
  /** A file with more names, one a line; `-` for standard input. */
  readonly filesFrom: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
}

/** What is set on the line; it wins over what configuration files say. */
export interface GivenSettings {
  readonly kind: DocumentKind | undefined;
  /** By rule id or family. Names of rules that users define are held against the configuration by `checkNames`. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Rule ids and families; undefined for all rules. */
  readonly only: readonly string[] | undefined;
  readonly preview: boolean;
  readonly preset: PresetName | undefined;
  /** The configuration file; undefined: found upward from each text; false: none. */
  readonly config: string | false | undefined;
  /** A list of ignores that holds beside those found upward from each text. */
  readonly baseline: string | undefined;
  /** Whether findings that lists and comments leave alone are shown all the same. */
  readonly noIgnore: boolean;
}

/** What is to be written into lists of ignores: what is found, what matches nothing any more, or both. */
export interface IgnoresOptions {
  readonly verb: (typeof IGNORE_VERBS)[number];
  /** Findings on these lines only, from 1; undefined for all. */
  readonly lines: readonly number[] | undefined;
}

export interface CheckOptions extends InputOptions, GivenSettings {
  readonly command: 'check';
  readonly format: OutputFormat;
  readonly fix: 'no' | 'dry-run' | 'write';
  /** Errors and warnings alone are printed. */
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
  readonly ignores: IgnoresOptions | undefined;
  /** The output of a run that was cut off: what is in it is not checked again. */
  readonly resume: string | undefined;
  /** How many texts are checked at once. */
  readonly jobs: number | 'auto';
  /** The folder of kept results. */
  readonly cache: string | undefined;
  readonly stats: boolean;
  /** Whether the files given are one set, checked together. */
  readonly set: boolean;
  readonly revisions: Revisions;
  readonly names: boolean;
  /** Word documents: writes a copy with comments and tracked changes. */
  readonly review: { readonly to: string; readonly fixes: Fixes } | undefined;
}

export interface AcceptOptions extends InputOptions {
  readonly command: 'accept-all';
  readonly to: string;
}

/** What is shown of a text instead of checking it. */
export type View = 'outline' | 'readings' | 'text' | 'ledger';

const VIEWS: readonly View[] = ['outline', 'readings', 'text', 'ledger'];

export interface InspectOptions extends InputOptions {
  readonly command: 'inspect';
  readonly view: View;
  readonly revisions: Revisions;
}

/** What is said of rules: ours, and those that users define for texts that are there or would be. */
export interface RulesOptions extends GivenSettings {
  readonly command: 'list-rules' | 'explain';
  readonly format: OutputFormat;
  /** The rule to explain. */
  readonly ruleId: string;
  readonly files: readonly string[];
}

export type Command =
  | CheckOptions
  | InspectOptions
  | AcceptOptions
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'completion'; readonly shell: (typeof SHELLS)[number] }
  | (GivenSettings & { readonly command: 'print-config'; readonly path: string })
  | RulesOptions;

/** @throws UsageError */
export function readOptions(args: readonly string[], messages: Messages): Command {
  const { values, positionals } = parse(args, messages);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  if (values.completion !== undefined)
    return { command: 'completion', shell: choice('--completion', values.completion, SHELLS, messages) };
  const format = choice('--format', values.format ?? 'stylish', FORMATS, messages);
  const given = givenSettings(values, messages);
  if (values['list-rules'])
    return { command: 'list-rules', format, ruleId: '', files: positionals, ...given };
  if (values.explain !== undefined) {
    const ruleId = knownRule(values.explain, messages);
    return { command: 'explain', format, ruleId, files: positionals, ...given };
  }
  if (values['print-config'] !== undefined)
    return { command: 'print-config', path: values['print-config'], ...given };

  const [view, second] = VIEWS.filter((name) => values[name]);
  if (second) throw new UsageError(messages.viewTwice(`--${view}`, `--${second}`));
  const input = inputOptions(values, positionals, messages);
  const revisions = choice('--revisions', values.revisions ?? 'accepted', REVISIONS, messages);
  const to = values['accept-all'];
  const other = ONLY_FOR_CHECKS.find((option) => values[option] !== undefined);
  if (other && (view || to !== undefined))
    throw new UsageError(messages.notForView(`--${other}`, view ? `--${view}` : '--accept-all'));
  if (view) return { command: 'inspect', view, revisions, ...input };
  if (to !== undefined) return { command: 'accept-all', to, ...input };
  return checkOptions(values, { ...input, ...given, format, revisions }, messages);
}

type Values = ReturnType<typeof parse>['values'];

function givenSettings(values: Values, messages: Messages): GivenSettings {
  const { kind, preset } = values;
  if (values.config !== undefined && values['no-config']) throw new UsageError(messages.configTwice);
  return {
    kind: kind === undefined ? undefined : choice('--kind', kind, DOCUMENT_KINDS, messages),
    rules: Object.fromEntries((values.rule ?? []).map((text) => ruleSwitch(text, messages))),
    only: values.only?.map((name) => ruleOrFamily(name, messages)),
    preview: values.preview ?? false,
    preset: preset === undefined ? undefined : choice('--preset', preset, PRESET_NAMES, messages),
    config: values['no-config'] ? false : values.config,
    baseline: values.baseline,
    noIgnore: values['no-ignore'] ?? false,
  };
}

function inputOptions(values: Values, files: readonly string[], messages: Messages): InputOptions {
  const { stdin = false, 'files-from': filesFrom, 'stdin-filename': stdinFilename } = values;
  if (values.fix && values['fix-dry-run']) throw new UsageError(messages.fixTwice);
  if (stdin && values.fix) throw new UsageError(messages.fixStdin);
  if (stdin && (files.length > 0 || filesFrom !== undefined)) throw new UsageError(messages.stdinAndFiles);
  if (!stdin && stdinFilename !== undefined) throw new UsageError(messages.filenameWithoutStdin);
  if (!stdin && files.length === 0 && filesFrom === undefined) throw new UsageError(messages.noFiles);
  return { files, filesFrom, stdin, stdinFilename };
}

/** Options that contradict each other: the first may not be given with any of the others. */
const APART: readonly (readonly [OptionName, ...OptionName[]])[] = [
  ['review', 'fix', 'fix-dry-run'],
  ['no-ignore', 'ignores', 'baseline'],
  ['fix', 'ignores'],
  ['fix-dry-run', 'ignores'],
  ['cache', ...NOT_WITH_CACHE],
  ['stdin', 'ignores'],
];

function checkOptions(
  given: Values,
  rest: InputOptions & GivenSettings & Pick<CheckOptions, 'format' | 'revisions'>,
  messages: Messages,
): CheckOptions {
  // Where the cache is says that there is one.
  const values: Values = given['cache-location'] === undefined ? given : { ...given, cache: true };
  for (const [one, ...others] of APART) {
    const other = values[one] && others.find((name) => values[name]);
    if (other) throw new UsageError(messages.viewTwice(`--${one}`, `--${other}`));
  }
  if (values.resume !== undefined && rest.format !== 'jsonl') throw new UsageError(messages.resumeFormat);
  const { review, 'max-warnings': most } = values;
  const reviewFixes = choice('--review-fixes', values['review-fixes'] ?? 'safe', REVIEW_FIXES, messages);
  return {
    command: 'check',
    ...rest,
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'dry-run' : 'no',
    quiet: values.quiet ?? false,
    maxWarnings: most === undefined ? undefined : count('--max-warnings', most, messages),
    ignores: ignoresOf(values.ignores, values.line, messages),
    resume: values.resume,
    jobs: jobsOf(values.jobs ?? 'auto', messages),
    cache: values.cache ? (values['cache-location'] ?? '.gongwen-lint-cache') : undefined,
    stats: values.stats ?? false,
    set: values.set ?? false,
    names: values.names ?? false,
    review: review === undefined ? undefined : { to: review, fixes: reviewFixes },
  };
}

function parse(args: readonly string[], messages: Messages) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: OPTIONS,
    });
  } catch (error) {
    // Node's message is English only; it quotes the option: Unknown option '--fxi' …, Option '--kind <value>' …
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? '';
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? messages.unknownOption(option, similarOptions(option))
        : messages.badOptionValue(option),
    );
  }
}

/** Those that may have been meant: two letters more, less or other. */
function similarOptions(typed: string): string[] {
  return similarNames(
    typed,
    Object.keys(OPTIONS).map((name) => `--${name}`),
  );
}

function choice<T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
  messages: Messages,
): T {
  const found = choices.find((c) => c === value);
  if (found === undefined) throw new UsageError(messages.badChoice(option, value, choices));
  return found;
}

function count(option: string, value: string, messages: Messages): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(messages.badNumber(option, value));
  return Number(value);
}

function jobsOf(value: string, messages: Messages): number | 'auto' {
  if (value === 'auto') return value;
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new UsageError(messages.badJobs(value));
  return Number(value);
}

function ignoresOf(
  verb: string | undefined,
  lines: readonly string[] | undefined,
  messages: Messages,
): IgnoresOptions | undefined {
  if (verb === undefined) {
    if (lines) throw new UsageError(messages.lineWithoutAdd);
    return undefined;
  }
  const chosen = choice('--ignores', verb, IGNORE_VERBS, messages);
  if (lines && chosen !== 'add') throw new UsageError(messages.lineWithoutAdd);
  return { verb: chosen, lines: lines?.map((line) => count('--line', line, messages)) };
}

function ruleSwitch(text: string, messages: Messages): [string, Level] {
  const [, name, setting] = /^(.+):(\w+)$/.exec(text) ?? [];
  if (name === undefined || setting === undefined) throw new UsageError(messages.badRuleSwitch(text));
  const checked = choice('--rule', setting, LEVELS, messages);
  return [ruleOrFamily(name, messages), checked];
}

function ruleOrFamily(name: string, messages: Messages): string {
  return isFamily(name) ? name : knownRule(name, messages);
}

/** A name of ours, or one that a rule of the user's may have. */
function knownRule(name: string, messages: Messages): string {
  if (isOurRule(name) || maybeUserRule(name)) return name;
  throw new UsageError(messages.unknownRule(name, similarTo(name)));
}
