/** Formats of continuous integration: GitHub's workflow commands, JUnit and Checkstyle XML. */
import { resolve } from 'node:path';
import type { Finding, Severity } from '../rules/index.ts';
import { type FileReport, placeOf } from './report.ts';

const GITHUB: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** `--format github`: a line each, which the runner shows beside the text of a pull request. */
export function githubLines({ path, document, findings }: FileReport): string {
  return findings
    .map((finding) => {
      const { line, column, endLine, endColumn } = placeOf(document, finding);
      const at = endLine === line ? `,col=${column},endColumn=${endColumn}` : '';
      const where = `file=${property(path)},line=${line},endLine=${endLine}${at},title=${property(finding.ruleId)}`;
      return `::${GITHUB[finding.severity]} ${where}::${data(withBasis(finding))}\n`;
    })
    .join('');
}

/** What a command's text may not hold as it stands; without it a draft could speak to the runner. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

export const JUNIT_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gongwen-lint">\n';
export const JUNIT_END = '</testsuites>\n';

/** `--format junit`: a suite a file, a failed case a finding; a clean file is one case that passes. */
export function junitSuite({ path, document, findings }: FileReport): string {
  const name = xml(resolve(path));
  const cases = findings.map((finding) => {
    const { line, column } = placeOf(document, finding);
    const message = xml(withBasis(finding));
    return `    <testcase classname="${name}" name="${xml(finding.ruleId)} ${line}:${column}"><failure type="${finding.severity}" message="${message}">${line}:${column} ${message}</failure></testcase>\n`;
  });
  if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="gongwen-lint"/>\n`);
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${findings.length}" errors="0">\n${cases.join('')}  </testsuite>\n`;
}

export const CHECKSTYLE_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
export const CHECKSTYLE_END = '</checkstyle>\n';

/** `--format checkstyle` */
export function checkstyleFile({ path, document, findings }: FileReport): string {
  const errors = findings.map((finding) => {
    const { line, column } = placeOf(document, finding);
    const severity = finding.severity === 'hint' ? 'info' : finding.severity;
    return `    <error line="${line}" column="${column}" severity="${severity}" message="${xml(withBasis(finding))}" source="gongwen-lint.${xml(finding.ruleId)}"/>\n`;
  });
  return `  <file name="${xml(resolve(path))}">\n${errors.join('')}  </file>\n`;
}

function withBasis({ message, basis }: Finding): string {
  return basis === undefined ? message : `${message}（${basis}）`;
}

/** For attributes and text; what XML cannot hold at all is left out. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the very ones that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      .replace(/[&<>"'\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
