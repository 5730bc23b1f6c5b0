/** What the check of one file takes, and what it comes to, as the formatters take it. */
import type { IgnoreEntry } from '../config/ignores.ts';
import type { Review } from '../docx/index.ts';
import type {
  Companion,
  Document,
  DocumentKind,
  Evidence,
  Finding,
  Ignore,
  LintedDocument,
  Linter,
  Range,
  Settings,
  UnusedSuppression,
} from '../rules/index.ts';
import type { CheckOptions } from './options.ts';

/** A file with all that its check needs. */
export interface CheckInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly linter: Linter;
  readonly settings: Settings;
  /** The other documents of its set. */
  readonly companions: readonly Companion[];
  readonly options: CheckOptions;
}

export interface FileReport {
  /** As given on the command line; `<stdin>` for standard input without a name. */
  readonly path: string;
  /** The text the findings stand in: after the fixes, if there were any. */
  readonly document: Document;
  readonly kind: DocumentKind;
  readonly findings: readonly Finding[];
  /** Fixes applied. */
  readonly fixed: number;
  /** Whether the fixes are in the file. */
  readonly written: boolean;
  /** The text around a finding, where lines and columns do not lead there: in Word documents. */
  readonly context?: (finding: Finding) => string;
  /** What a rule is called, where that is not its Chinese name. */
  ruleName?(ruleId: string): string;
}

/** A file that has been checked, before names are recognised in it. */
export interface Checked {
  readonly linted: readonly LintedDocument[];
  /** What was found, with what the names have added. */
  report(): FileReport;
  /** The ignores of the settings that nothing was found for. */
  unusedIgnores(): readonly Ignore[];
  /** The comments in the text that hide nothing. */
  unusedSuppressions(): readonly UnusedSuppression[];
  /** The entry that would leave a finding of the report alone. @param file as the list names it */
  ignore(file: string, finding: Finding): IgnoreEntry;
  /** A Word document with comments and tracked changes, if that was asked for. */
  copy?(): Review;
}

/** 1-based; columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(document: Document, { start, end }: Range): Place {
  const first = document.paragraphAt(start);
  const last = document.paragraphAt(end);
  return {
    line: first.index + 1,
    column: start - first.start + 1,
    endLine: last.index + 1,
    endColumn: end - last.start + 1,
  };
}

/** Where evidence stands; `path` where that is another file. */
export function evidencePlace(document: Document, evidence: Evidence): Place & { readonly path?: string } {
  const { elsewhere } = evidence;
  if (!elsewhere) return placeOf(document, evidence);
  const { path, line, start, end } = elsewhere;
  return { path, line: line + 1, column: start + 1, endLine: line + 1, endColumn: end + 1 };
}

/** Whether `--fix` would fix it. */
export function isFixable(finding: Finding): boolean {
  return finding.fixes.some((fix) => fix.safe);
}
