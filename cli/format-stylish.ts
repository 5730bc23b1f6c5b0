/** `--format stylish`: for people. Findings by file, then one line of summary. */
import { styleText } from 'node:util';
import type { Severity } from '../rules/index.ts';
import type { Messages } from './messages.ts';
import { countByLevel, type FileReport, isFixable, placeOf } from './report.ts';
import { visible } from './terminal.ts';

type Style = Parameters<typeof styleText>[0];

const LEVEL_STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };

/** @param color whether the reader is a terminal that shows colours */
export function formatStylish(reports: readonly FileReport[], messages: Messages, color: boolean): string {
  const paint = (style: Style, text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  let out = '';
  for (const { path, document, kind, findings, fixed, written, context } of reports) {
    if (findings.length === 0 && fixed === 0) continue;
    const notes = [messages.kinds[kind], ...(fixed > 0 ? [messages.fixedIn(fixed, written)] : [])];
    out += `${paint('underline', visible(path))} ${paint('gray', `(${notes.join(', ')})`)}\n`;
    const places = findings.map((finding) => {
      const { line, column } = placeOf(document, finding);
      return `${line}:${column}`;
    });
    const width = Math.max(0, ...places.map((place) => place.length));
    const indent = ' '.repeat(width + 4);
    for (const [i, finding] of findings.entries()) {
      const { severity, message, ruleId, evidence, basis } = finding;
      const level = paint(LEVEL_STYLES[severity], messages.levels[severity]);
      out += `  ${places[i]!.padStart(width)}  ${level}  ${visible(message)}  ${paint('gray', ruleId)}\n`;
      if (context) out += paint('gray', `${indent}${visible(context(finding))}\n`);
      for (const e of evidence) {
        const { line, column } = placeOf(document, e);
        out += paint('gray', `${indent}${line}:${column}  ${visible(e.message)}\n`);
      }
      if (basis !== undefined) out += paint('gray', `${indent}${visible(messages.basis(basis))}\n`);
    }
    out += '\n';
  }

  // Where nothing could be checked, nothing is known to be clean.
  if (reports.length === 0) return out;
  const all = reports.flatMap((report) => report.findings);
  if (all.length === 0) return `${out}${paint('green', `✔ ${messages.clean(reports.length)}`)}\n`;
  const counts = countByLevel(all);
  const gravest: Style = counts.error > 0 ? 'red' : counts.warning > 0 ? 'yellow' : 'blue';
  const mark = counts.error + counts.warning > 0 ? '✖' : 'ℹ';
  out += `${paint(gravest, `${mark} ${messages.summary(counts, reports.length)}`)}\n`;
  for (const [of, say] of [
    [reports.filter(({ context }) => !context), messages.fixable],
    [reports.filter(({ context }) => context), messages.reviewable],
  ] as const) {
    const fixable = of.flatMap(({ findings }) => findings).filter(isFixable).length;
    if (fixable > 0) out += `  ${say(fixable)}\n`;
  }
  return out;
}
