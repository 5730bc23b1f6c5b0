/**
 * What a rule says about a text. All offsets everywhere are UTF-16 code units, end exclusive.
 */

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** From gravest to lightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces `start`–`end` by `text`. */
export interface Edit extends Range {
  readonly text: string;
}

/** A place in another file. Line and columns count from 0, columns in UTF-16 units, the end is exclusive. */
export interface Elsewhere {
  /** Absolute, with slashes. */
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** More places of evidence than these nobody reads. */
export const MOST_EVIDENCE = 20;

/** Another place that supports the finding, with a word on what stands there. */
export interface Evidence extends Range {
  readonly message: string;
  /** Where the place is in another file; the range is that of the finding then, for whoever knows no other file. */
  readonly elsewhere?: Elsewhere;
}

/**
 * A fix: what a finding is mended by. All edits belong together: they are applied in one step or not at all, and do not overlap.
 * `safe` means that the meaning cannot change: only such fixes are applied by fix-all and fix-on-save.
 */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** A bound that the text itself puts on a number still to be filled in, e.g. `10个重点项目，仍有×个` → at most 10. */
export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  /** Chinese, says where the bound comes from: `不大于前文的“10个重点项目”`. */
  readonly reason: string;
}

/** A gap only the writer can close (填写占位符). */
export interface Ask {
  /** What belongs there: a slot name such as `surname`, `place`, `percent`. */
  readonly slot: string;
  /** The slot in Chinese, for the input box: `姓氏`, `地名（市）`. */
  readonly label: string;
  /**
   * Gaps with the same group hold the same value and are filled together. A rule says `''` for a gap on its own; in
   * the linter's findings it has a group of its own.
   */
  readonly group: string;
  /**
   * The gap in the words that tell what belongs there, itself in 【】: `【×】书记`. Without it, the words around the gap are shown.
   */
  readonly phrase?: string;
  readonly constraints?: readonly Constraint[];
  /** A unit that the gap takes in (`%` of `×0%`): put back behind a figure that is given without it. */
  readonly unit?: string;
}

/** Words, evidence and fixes are worked out when they are first read: before the next edit of the document. */
export interface Finding extends Range {
  /** `family/name` */
  readonly ruleId: string;
  readonly severity: Severity;
  /** Chinese; what is wrong, with the evidence in words. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** Standard and clause, where the rule rests on one. */
  readonly basis: string | undefined;
  readonly fixes: readonly Fix[];
  readonly ask: Ask | undefined;
}

/** What the order of findings rests on. */
type Placed = Pick<Finding, 'ruleId' | 'start' | 'end'>;

/** Document order: by start, then the longer first, then by rule id, so that every front end lists findings alike. */
export function compareFindings(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}
