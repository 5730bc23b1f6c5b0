/** The command line's arguments, checked. */
import { parseArgs } from 'node:util';
// Not by way of the face: Word documents are read in few runs, and loaded only in those.
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import type { Fixes, Revisions } from '../docx/index.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  familyOf,
  type Level,
  PRESET_NAMES,
  type PresetName,
  rules,
} from '../rules/index.ts';
import { FORMATTERS, type OutputFormat } from './formats.ts';
import type { Messages } from './messages.ts';

const FORMATS = Object.keys(FORMATTERS) as OutputFormat[];

const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off', 'on'];

/** Where the texts come from. */
export interface InputOptions {
  /** As given; empty with `stdin`. */
  readonly files: readonly string[];
  /** A file with more names, one a line; `-` for standard input. */
  readonly filesFrom: string | undefined;
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
}

/** How tracked changes of a Word document are read. */
const REVISIONS = ['accepted', 'rejected'] as const satisfies readonly Revisions[];
/** Which fixes become tracked changes. */
const REVIEW_FIXES = ['safe', 'all', 'none'] as const satisfies readonly Fixes[];

/** What is set on the line; it wins over what configuration files say. */
export interface GivenSettings {
  readonly kind: DocumentKind | undefined;
  /** By rule id or family. */
  readonly rules: Readonly<Record<string, Level>>;
  readonly preview: boolean;
  readonly preset: PresetName | undefined;
  /** The configuration file; undefined: found upward from each text; false: none. */
  readonly config: string | false | undefined;
}

export interface CheckOptions extends InputOptions, GivenSettings {
  readonly command: 'check';
  readonly format: OutputFormat;
  readonly fix: 'no' | 'dry-run' | 'write';
  /** Rule ids and families; undefined for all rules. */
  readonly only: readonly string[] | undefined;
  /** Errors and warnings alone are printed. */
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
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

export type Command =
  | CheckOptions
  | InspectOptions
  | AcceptOptions
  | { readonly command: 'help' | 'version' }
  | (GivenSettings & { readonly command: 'print-config'; readonly path: string })
  | { readonly command: 'list-rules'; readonly format: OutputFormat }
  | { readonly command: 'explain'; readonly ruleId: string };

/** The arguments make no sense; the message says why, in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Without a check these would do nothing, and whoever gives them expects something. */
const ONLY_FOR_CHECKS = [
  'fix',
  'fix-dry-run',
  'format',
  'kind',
  'rule',
  'only',
  'preview',
  'preset',
  'config',
  'no-config',
  'quiet',
  'max-warnings',
  'stats',
  'set',
  'names',
  'review',
  'review-fixes',
] as const;

/** @throws UsageError */
export function readOptions(args: readonly string[], messages: Messages): Command {
  const { values, positionals } = parse(args, messages);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const format = choice('--format', values.format ?? 'stylish', FORMATS, messages);
  if (values['list-rules']) return { command: 'list-rules', format };
  if (values.explain !== undefined) {
    return { command: 'explain', ruleId: knownRule(values.explain, messages) };
  }

  if (values.config !== undefined && values['no-config']) throw new UsageError(messages.configTwice);
  const given: GivenSettings = {
    kind: values.kind === undefined ? undefined : choice('--kind', values.kind, DOCUMENT_KINDS, messages),
    rules: Object.fromEntries((values.rule ?? []).map((text) => ruleSwitch(text, messages))),
    preview: values.preview ?? false,
    preset:
      values.preset === undefined ? undefined : choice('--preset', values.preset, PRESET_NAMES, messages),
    config: values['no-config'] ? false : values.config,
  };
  if (values['print-config'] !== undefined)
    return { command: 'print-config', path: values['print-config'], ...given };

  const stdin = values.stdin ?? false;
  const [view, second] = VIEWS.filter((name) => values[name]);
  if (second) throw new UsageError(messages.viewTwice(`--${view}`, `--${second}`));
  if (values.fix && values['fix-dry-run']) throw new UsageError(messages.fixTwice);
  if (stdin && values.fix) throw new UsageError(messages.fixStdin);
  if (stdin && positionals.length > 0) throw new UsageError(messages.stdinAndFiles);
  if (!stdin && values['stdin-filename'] !== undefined) throw new UsageError(messages.filenameWithoutStdin);
  const filesFrom = values['files-from'];
  if (stdin && filesFrom !== undefined) throw new UsageError(messages.stdinAndFiles);
  if (!stdin && positionals.length === 0 && filesFrom === undefined) throw new UsageError(messages.noFiles);
  const input: InputOptions = {
    files: positionals,
    filesFrom,
    stdin,
    stdinFilename: values['stdin-filename'],
  };
  const revisions = choice('--revisions', values.revisions ?? 'accepted', REVISIONS, messages);
  if (view) {
    const other = ONLY_FOR_CHECKS.find((option) => values[option] !== undefined);
    if (other) throw new UsageError(messages.notForView(`--${other}`, `--${view}`));
    return { command: 'inspect', view, revisions, ...input };
  }
  const to = values['accept-all'];
  if (to !== undefined) {
    const other = ONLY_FOR_CHECKS.find((option) => values[option] !== undefined);
    if (other) throw new UsageError(messages.notForView(`--${other}`, '--accept-all'));
    return { command: 'accept-all', to, ...input };
  }
  if (values.review !== undefined && (values.fix || values['fix-dry-run'])) {
    throw new UsageError(messages.viewTwice('--review', values.fix ? '--fix' : '--fix-dry-run'));
  }
  const reviewFixes = choice('--review-fixes', values['review-fixes'] ?? 'safe', REVIEW_FIXES, messages);
  return {
    command: 'check',
    ...input,
    format,
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'dry-run' : 'no',
    ...given,
    only: values.only?.map((name) => ruleOrFamily(name, messages)),
    quiet: values.quiet ?? false,
    maxWarnings: values['max-warnings'] === undefined ? undefined : count(values['max-warnings'], messages),
    stats: values.stats ?? false,
    set: values.set ?? false,
    revisions,
    names: values.names ?? false,
    review: values.review === undefined ? undefined : { to: values.review, fixes: reviewFixes },
  };
}

function parse(args: readonly string[], messages: Messages) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        fix: { type: 'boolean' },
        'fix-dry-run': { type: 'boolean' },
        format: { type: 'string' },
        kind: { type: 'string' },
        rule: { type: 'string', multiple: true },
        only: { type: 'string', multiple: true },
        preview: { type: 'boolean' },
        preset: { type: 'string' },
        config: { type: 'string' },
        'no-config': { type: 'boolean' },
        'print-config': { type: 'string' },
        'max-warnings': { type: 'string' },
        'files-from': { type: 'string' },
        quiet: { type: 'boolean' },
        stdin: { type: 'boolean' },
        'stdin-filename': { type: 'string' },
        stats: { type: 'boolean' },
        set: { type: 'boolean' },
        names: { type: 'boolean' },
        outline: { type: 'boolean' },
        readings: { type: 'boolean' },
        text: { type: 'boolean' },
        ledger: { type: 'boolean' },
        revisions: { type: 'string' },
        review: { type: 'string' },
        'review-fixes': { type: 'string' },
        'accept-all': { type: 'string' },
        'list-rules': { type: 'boolean' },
        explain: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    // Node's message is English only; it quotes the option: Unknown option '--fxi' …, Option '--kind <value>' …
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? '';
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? messages.unknownOption(option)
        : messages.badOptionValue(option),
    );
  }
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

function count(value: string, messages: Messages): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(messages.badNumber('--max-warnings', value));
  return Number(value);
}

function ruleSwitch(text: string, messages: Messages): [string, Level] {
  const [, name, setting] = /^(.+):(\w+)$/.exec(text) ?? [];
  if (name === undefined || setting === undefined) throw new UsageError(messages.badRuleSwitch(text));
  const checked = choice('--rule', setting, LEVELS, messages);
  return [ruleOrFamily(name, messages), checked];
}

function ruleOrFamily(name: string, messages: Messages): string {
  const isOther = DOCUMENT_RULES.some(({ id }) => id === name || familyOf(id) === name);
  return isOther || rules.some((rule) => familyOf(rule.id) === name) ? name : knownRule(name, messages);
}

function knownRule(name: string, messages: Messages): string {
  const known = [...rules, ...DOCUMENT_RULES].map(({ id }) => id);
  if (known.includes(name)) return name;
  // A family, the bare name of a rule, a part of it: `unfilled`, `watermark`.
  const part = name.slice(name.indexOf('/') + 1);
  const similar = known.filter((id) => familyOf(id) === name || id.includes(part));
  throw new UsageError(messages.unknownRule(name, part === '' ? [] : similar));
}
