/** `--format csv`: a row a finding, for a spreadsheet. RFC 4180, with a byte order mark, without which Excel misreads Chinese. */
import type { Messages } from './messages.ts';
import { type FileReport, placeOf } from './report.ts';

export const CSV_BEGIN = '\ufefffile,line,column,endLine,endColumn,level,rule,message,basis,text\r\n';

export function csvRows({ path, document, findings }: FileReport, messages: Messages): string {
  return findings
    .map((finding) => {
      const { line, column, endLine, endColumn } = placeOf(document, finding);
      const { severity, ruleId, message, basis = '' } = finding;
      const text = document.slice(finding.start, finding.end);
      const cells = [
        path,
        line,
        column,
        endLine,
        endColumn,
        messages.levels[severity],
        ruleId,
        message,
        basis,
        text,
      ];
      return `${cells.map((cell) => field(String(cell))).join(',')}\r\n`;
    })
    .join('');
}

/** A cell that a spreadsheet would take for a formula is shown as text: a draft must not compute. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
