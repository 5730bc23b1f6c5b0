/** The options as data: what is parsed by it, completed by it, and held against `--help` by a test. */
import type { ParseArgsConfig } from 'node:util';
import type { Fixes, Revisions } from '../docx/index.ts';
import { DOCUMENT_KINDS, PRESET_NAMES } from '../rules/index.ts';
import { FORMATTERS, type OutputFormat } from './formats.ts';

export const FORMATS = Object.keys(FORMATTERS) as OutputFormat[];
/** How tracked changes of a Word document are read. */
export const REVISIONS = ['accepted', 'rejected'] as const satisfies readonly Revisions[];
/** Which fixes become tracked changes. */
export const REVIEW_FIXES = ['safe', 'all', 'none'] as const satisfies readonly Fixes[];
/** What is done to lists of ignores. */
export const IGNORE_VERBS = ['add', 'update', 'prune'] as const;
export const SHELLS = ['bash', 'zsh'] as const;
/** What the program tells its own threads to do; whoever types it is told that there is no such option. */
export const POOL_THREAD = '--pool-thread';

/** What a value is, for whoever completes it; a list is all there is to choose from. */
export type Value = 'file' | 'folder' | 'rule' | 'rule-level' | 'rule-or-family' | 'text' | readonly string[];

interface Flag {
  readonly type: 'boolean';
  readonly short?: string;
}
interface Valued {
  readonly type: 'string';
  readonly multiple?: true;
  readonly value: Value;
}

export const OPTIONS = {
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  format: { type: 'string', value: FORMATS },
  kind: { type: 'string', value: DOCUMENT_KINDS },
  rule: { type: 'string', multiple: true, value: 'rule-level' },
  only: { type: 'string', multiple: true, value: 'rule-or-family' },
  preset: { type: 'string', value: PRESET_NAMES },
  preview: { type: 'boolean' },
  config: { type: 'string', value: 'file' },
  'no-config': { type: 'boolean' },
  'print-config': { type: 'string', value: 'file' },
  'max-warnings': { type: 'string', value: 'text' },
  quiet: { type: 'boolean' },
  baseline: { type: 'string', value: 'file' },
  ignores: { type: 'string', value: IGNORE_VERBS },
  line: { type: 'string', multiple: true, value: 'text' },
  'no-ignore': { type: 'boolean' },
  set: { type: 'boolean' },
  'files-from': { type: 'string', value: 'file' },
  resume: { type: 'string', value: 'file' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string', value: 'text' },
  jobs: { type: 'string', value: ['auto'] },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string', value: 'folder' },
  stats: { type: 'boolean' },
  names: { type: 'boolean' },
  outline: { type: 'boolean' },
  readings: { type: 'boolean' },
  ledger: { type: 'boolean' },
  text: { type: 'boolean' },
  revisions: { type: 'string', value: REVISIONS },
  review: { type: 'string', value: 'file' },
  'review-fixes': { type: 'string', value: REVIEW_FIXES },
  'accept-all': { type: 'string', value: 'file' },
  'list-rules': { type: 'boolean' },
  explain: { type: 'string', value: 'rule' },
  completion: { type: 'string', value: SHELLS },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Record<string, Flag | Valued> & NonNullable<ParseArgsConfig['options']>;

export type OptionName = keyof typeof OPTIONS;

/** Without a check these would do nothing, and whoever gives them expects something. */
export const ONLY_FOR_CHECKS = [
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
  'baseline',
  'ignores',
  'line',
  'no-ignore',
  'resume',
  'jobs',
  'cache',
  'cache-location',
  'stats',
  'set',
  'names',
  'review',
  'review-fixes',
] as const satisfies readonly OptionName[];

/** What a kept result cannot stand for: what is written, measured, or rests on what is no part of the text. */
export const NOT_WITH_CACHE = [
  'fix',
  'fix-dry-run',
  'ignores',
  'review',
  'stats',
  'names',
  'set',
  'stdin',
] as const satisfies readonly OptionName[];
