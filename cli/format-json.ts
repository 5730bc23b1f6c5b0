/**
 * `--format json`: a stable contract, in the shape that ESLint made common. Lines and columns are 1-based, columns
 * and ranges count UTF-16 units; ranges are offsets into the file's decoded text, without its byte order mark.
 * Of a Word document the text is what `--text` prints but for the tabs behind numbers, and messages have `context`.
 * What a finding is related to in another file has its `filePath`. With `--fix` and `--fix-dry-run` all places refer to the text after the fixes.
 */
import { resolve } from 'node:path';
import { countByLevel } from '../report/model.ts';
import type { Document, Edit, Finding, Fix, Severity } from '../rules/index.ts';
import { evidencePlace, type FileReport, isFixable, placeOf } from './report.ts';

interface JsonEdit {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

const SEVERITY_NUMBERS: Record<Severity, 0 | 1 | 2> = { error: 2, warning: 1, info: 0, hint: 0 };

/** The object of one file; all of them stand in one array. @param withOutput adds `output`, the fixed text (`--fix-dry-run`) */
export function jsonOf(report: FileReport, withOutput: boolean): string {
  const { path, kind, document, findings, fixed, context } = report;
  const counts = countByLevel(findings);
  const fixable = countByLevel(findings.filter(isFixable));
  return JSON.stringify({
    filePath: path === '<stdin>' ? path : resolve(path),
    kind,
    messages: findings.map((finding) => ({
      ...toMessage(finding, document),
      ...(context && { context: context(finding) }),
    })),
    errorCount: counts.error,
    warningCount: counts.warning,
    fixableErrorCount: fixable.error,
    fixableWarningCount: fixable.warning,
    ...(withOutput && fixed > 0 ? { output: document.text } : {}),
  });
}

function toMessage(finding: Finding, document: Document) {
  const { ruleId, severity, message, evidence, basis, fixes } = finding;
  const safe = fixes.find((fix) => fix.safe);
  return {
    ruleId,
    severity: SEVERITY_NUMBERS[severity],
    level: severity,
    message,
    ...placeOf(document, finding),
    related: evidence.map((e) => {
      const { path, ...place } = evidencePlace(document, e);
      return { ...(path !== undefined && { filePath: path }), ...place, message: e.message };
    }),
    ...(basis === undefined ? {} : { basis }),
    ...(safe === undefined ? {} : { fix: mergeEdits(safe, document) }),
    suggestions: fixes
      .filter((fix) => fix !== safe)
      .map(({ title, edits }) => ({ title, edits: edits.map(toEdit) })),
  };
}

function toEdit({ start, end, text }: Edit): JsonEdit {
  return { range: [start, end], text };
}

/** The contract has one edit per fix: several become one that spans them and keeps the text between. */
function mergeEdits({ edits }: Fix, document: Document): JsonEdit {
  const [first, ...rest] = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  if (!first) throw new Error('a fix without edits');
  let { end, text } = first;
  for (const edit of rest) {
    text += document.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return { range: [first.start, end], text };
}
