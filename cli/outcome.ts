/** What the check of one file came to, as it goes from a worker to the main thread and into the cache: plain data. */
import type { IgnoreEntry } from '../config/ignores.ts';
import { userPage } from '../config/user-rules.ts';
import { countByLevel } from '../report/model.ts';
import type { Ignore, Rule, RulePage, Severity } from '../rules/index.ts';
import { type FileReport, isFixable } from './report.ts';

export interface Outcome {
  /** In the format of the run, empty where nothing is said of a clean file; undefined where the file was not checked. */
  readonly printed: string | undefined;
  readonly tally: Tally;
  /** Lines for standard error: what could not be done. With any of them the run is incomplete. */
  readonly complaints: readonly string[];
  /** Lines for standard error that only inform. */
  readonly notes: readonly string[];
  readonly ignores?: FileIgnores;
  /** The bytes of a Word document's copy with comments and changes. */
  readonly copy?: { readonly bytes: Uint8Array; readonly comments: number; readonly changes: number };
  readonly milliseconds: number;
}

/** What is told of the lists of ignores by one file. */
export interface FileIgnores {
  /** The lists that hold for the file, and its name in them. */
  readonly lists: readonly ListedFile[];
  /** Their entries that nothing was found for. */
  readonly unused: readonly Ignore[];
  /** The ids of rules that users define for the file. */
  readonly userRules: readonly string[];
  /** The entries to be added, and the list they go to. */
  readonly add?: { readonly list: string; readonly entries: readonly IgnoreEntry[] };
}

export interface ListedFile {
  readonly list: string;
  readonly file: string;
}

/** What files came to, in numbers. Plain data, as all of an outcome. */
export interface Tally {
  files: number;
  /** UTF-16 units of text. */
  units: number;
  counts: Record<Severity, number>;
  /** What `--fix` would fix. */
  fixable: number;
  /** What could be written into Word documents as tracked changes. */
  reviewable: number;
  /** The rules that users define, by id, that something was found by. */
  userRules: Record<string, UserRulePage>;
}

/** What formats that describe rules say of one that a user defines. */
export interface UserRulePage extends RulePage {
  readonly severity: Severity;
}

export function emptyTally(): Tally {
  return {
    files: 0,
    units: 0,
    counts: { error: 0, warning: 0, info: 0, hint: 0 },
    fixable: 0,
    reviewable: 0,
    userRules: {},
  };
}

/** @param own rules that users define for the file */
export function tallyOf({ document, findings, context }: FileReport, own: readonly Rule[]): Tally {
  const found = own.filter(({ id }) => findings.some(({ ruleId }) => ruleId === id));
  const fixable = findings.filter(isFixable).length;
  return {
    files: 1,
    units: document.length,
    counts: countByLevel(findings),
    fixable: context ? 0 : fixable,
    reviewable: context ? fixable : 0,
    userRules: Object.fromEntries(
      found.map((rule) => [rule.id, { ...userPage(rule)!, severity: rule.severity }]),
    ),
  };
}

/** Adds what one file came to. */
export function addTally(total: Tally, one: Tally): void {
  total.files += one.files;
  total.units += one.units;
  total.fixable += one.fixable;
  total.reviewable += one.reviewable;
  Object.assign(total.userRules, one.userRules);
  for (const severity of Object.keys(total.counts) as Severity[])
    total.counts[severity] += one.counts[severity];
}
