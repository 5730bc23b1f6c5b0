/** `--format stylish`: for people. Findings by file, then one line of summary. */
import { relative } from 'node:path';
import { styleText } from 'node:util';
import { SEVERITIES, type Severity } from '../rules/index.ts';
import { padEnd, padStart, widthOf } from './columns.ts';
import type { Messages } from './messages.ts';
import type { Tally } from './outcome.ts';
import { evidencePlace, type FileReport, placeOf } from './report.ts';
import { visible } from './terminal.ts';

type Style = Parameters<typeof styleText>[0];

const LEVEL_STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };

/** Messages are set in a column up to this width; rule names stand behind longer ones. */
const COLUMN = 60;

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/** @param color whether the reader is a terminal that shows colours */
export function stylishFile(report: FileReport, messages: Messages, color: boolean): string {
  const paint = painter(color);
  const { path, document, kind, findings, fixed, written, context } = report;
  if (findings.length === 0 && fixed === 0) return '';
  const notes = [messages.kinds[kind], ...(fixed > 0 ? [messages.fixedIn(fixed, written)] : [])];
  let out = `${paint('underline', visible(path))} ${paint('gray', `(${notes.join(', ')})`)}\n`;
  const places = findings.map((finding) => {
    const { line, column } = placeOf(document, finding);
    return `${line}:${column}`;
  });
  const width = widest(places);
  const levels = findings.map(({ severity }) => messages.levels[severity]);
  const levelWidth = widest(levels);
  const said = findings.map(({ message }) => visible(message));
  const saidWidth = Math.min(widest(said), COLUMN);
  const indent = ' '.repeat(width + 4);
  for (const [i, finding] of findings.entries()) {
    const { severity, ruleId, evidence, basis } = finding;
    const level = paint(LEVEL_STYLES[severity], padEnd(levels[i]!, levelWidth));
    const what = padEnd(said[i]!, saidWidth);
    out += `  ${padStart(places[i]!, width)}  ${level}  ${what}  ${paint('gray', ruleId)}\n`;
    if (context) out += paint('gray', `${indent}${visible(context(finding))}\n`);
    for (const e of evidence) {
      const { path: other, line, column } = evidencePlace(document, e);
      const where = other === undefined ? '' : `${visible(relative(process.cwd(), other))}:`;
      out += paint('gray', `${indent}${where}${line}:${column}  ${visible(e.message)}\n`);
    }
    if (basis !== undefined) out += paint('gray', `${indent}${visible(messages.basis(basis))}\n`);
  }
  return `${out}\n`;
}

/** Below all files. */
export function stylishSummary(
  { files, counts, fixable, reviewable }: Tally,
  messages: Messages,
  color: boolean,
): string {
  const paint = painter(color);
  // Where nothing could be checked, nothing is known to be clean.
  if (files === 0) return '';
  if (SEVERITIES.every((severity) => counts[severity] === 0)) {
    return `${paint('green', `✔ ${messages.clean(files)}`)}\n`;
  }
  const gravest: Style = counts.error > 0 ? 'red' : counts.warning > 0 ? 'yellow' : 'blue';
  const mark = counts.error + counts.warning > 0 ? '✖' : 'ℹ';
  const summary = `${paint(gravest, `${mark} ${messages.summary(counts, files)}`)}\n`;
  const lines = [
    ...(fixable > 0 ? [messages.fixable(fixable)] : []),
    ...(reviewable > 0 ? [messages.reviewable(reviewable)] : []),
  ];
  return summary + lines.map((line) => `  ${line}\n`).join('');
}

function painter(color: boolean): (style: Style, text: string) => string {
  return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}
