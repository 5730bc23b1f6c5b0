/** `--format sarif`: SARIF 2.1.0, one run, for code scanning and other viewers. Columns count UTF-16 units, as the run says. */
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
// Not by way of the face, which reads Word documents.
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import { version } from '../package.json';
import {
  type Edit,
  type Evidence,
  type Finding,
  type Fix,
  type RulePage,
  rulePage,
  rules,
  type Severity,
} from '../rules/index.ts';
import type { Tally } from './outcome.ts';
import { evidencePlace, type FileReport, placeOf } from './report.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const OURS = [...rules, ...DOCUMENT_RULES];
const indexOf = new Map(OURS.map(({ id }, index) => [id, index]));

/** What stands before the results; they follow each other with commas, and {@link sarifEnd} after them. */
export function sarifBegin(): string {
  return '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[';
}

/** The rules: ours, and those of the users' that have results, which are known only now. */
export function sarifEnd({ userRules }: Pick<Tally, 'userRules'>): string {
  const ours = [...rules, ...DOCUMENT_RULES].map(({ id, severity }) => described(id, severity, rulePage(id)));
  const users = Object.values(userRules).map((page) => described(page.ruleId, page.severity, page));
  const driver = { name: 'gongwen-lint', version, rules: [...ours, ...users] };
  return `],"tool":{"driver":${JSON.stringify(driver)}}}]}\n`;
}

function described(id: string, severity: Severity, page: RulePage | undefined) {
  const markdown = page?.markdown ?? id;
  return {
    id,
    shortDescription: { text: page?.title ?? id },
    fullDescription: { text: page?.summary ?? id },
    help: { text: markdown, markdown },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

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
