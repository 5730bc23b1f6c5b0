/** `--format sarif`: SARIF 2.1.0, one run, for code scanning and other viewers. Columns count UTF-16 units, as the run says. */
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../package.json';
import {
  type Edit,
  type Evidence,
  type Finding,
  type Fix,
  rulePage,
  rules,
  type Severity,
} from '../rules/index.ts';
import { evidencePlace, type FileReport, placeOf } from './report.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const indexOf = new Map(rules.map(({ id }, index) => [id, index]));

/** What stands before the results; they follow each other with commas, and {@link SARIF_END} after them. */
export function sarifBegin(): string {
  const driver = {
    name: 'gongwen-lint',
    version,
    rules: rules.map(({ id, severity }) => ({
      id,
      shortDescription: { text: rulePage(id)?.title ?? id },
      fullDescription: { text: rulePage(id)?.summary ?? id },
      help: { text: rulePage(id)?.markdown ?? id, markdown: rulePage(id)?.markdown ?? id },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
  const head = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","tool":{"driver":${JSON.stringify(driver)}},"results":[`;
  return head;
}

export const SARIF_END = ']}]}\n';

/** The results of one file, separated by commas. */
export function sarifResults(report: FileReport): string {
  return report.findings.map((finding) => JSON.stringify(result(finding, report))).join(',');
}

function result(finding: Finding, report: FileReport) {
  const { ruleId, severity, message, evidence, basis, fixes } = finding;
  const location = (range: { start: number; end: number }) => ({
    artifactLocation: { uri: uriOf(report.path) },
    region: region(range, report),
  });
  return {
    ruleId,
    ruleIndex: indexOf.get(ruleId),
    level: LEVELS[severity],
    message: { text: basis === undefined ? message : `${message}（${basis}）` },
    locations: [{ physicalLocation: location(finding) }],
    ...(evidence.length > 0 && {
      relatedLocations: evidence.map((e, id) => ({
        id,
        physicalLocation: e.elsewhere ? locationElsewhere(e, report) : location(e),
        message: { text: e.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, report)) }),
  };
}

function locationElsewhere(evidence: Evidence, { document }: FileReport) {
  const { path = '', line, column, endLine, endColumn } = evidencePlace(document, evidence);
  return {
    artifactLocation: { uri: uriOf(path) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function fixOf({ title, edits }: Fix, report: FileReport) {
  const replacement = ({ start, end, text }: Edit) => ({
    deletedRegion: region({ start, end }, report),
    ...(text !== '' && { insertedContent: { text } }),
  });
  return {
    description: { text: title },
    artifactChanges: [
      { artifactLocation: { uri: uriOf(report.path) }, replacements: edits.map(replacement) },
    ],
  };
}

function region(range: { start: number; end: number }, { document }: FileReport) {
  const { line, column, endLine, endColumn } = placeOf(document, range);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative to where the command runs, which is what viewers resolve; a file elsewhere by its whole address. */
function uriOf(path: string): string {
  if (path === '<stdin>') return 'stdin';
  const near = relative(process.cwd(), resolve(path));
  const inside = near !== '' && !near.startsWith('..') && !/^[A-Za-z]:/.test(near);
  return inside ? near.split(sep).map(encodeURIComponent).join('/') : pathToFileURL(path).href;
}
