/**
 * A report as one HTML page, to be printed or handed on: the text with what was found marked in it, and the notes in the margin beside
 * the paragraph they are about. Self-contained: no script, no image, nothing from elsewhere; all text is escaped.
 */
import { type Finding, SEVERITIES, type Severity } from '../rules/index.ts';
import { countByLevel, countByRule, type ReportedText, type ReportLanguage, WORDS } from './model.ts';

/** A whole HTML document. */
export function htmlReport(texts: readonly ReportedText[], language: ReportLanguage): string {
  return htmlBegin(language) + texts.map((text) => htmlSection(text, language)).join('') + HTML_END;
}

/** What stands before the first text. */
export function htmlBegin(language: ReportLanguage): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${WORDS[language].title}</title>
<style>${STYLE}</style>
</head>
<body>
`;
}

export const HTML_END = '</body>\n</html>\n';

/** One text with its notes. */
export function htmlSection(text: ReportedText, language: ReportLanguage): string {
  const words = WORDS[language];
  const { name, kind, findings } = text;
  const counts = countByLevel(findings);
  const tally = SEVERITIES.filter((level) => counts[level] > 0).map(
    (level) => `<span class="${level}">${words.levels[level]} ${counts[level]}</span>`,
  );
  return `<article>
<header><h1>${escapeHtml(name)}</h1><p>${words.kinds[kind]} · ${findings.length === 0 ? words.clean : words.counted(words.problems(findings.length), tally)}</p></header>
<div class="text">
${paragraphs(text, language)}
</div>
${findings.length === 0 ? '' : statistics(text, language)}
</article>
`;
}

/** A row for each paragraph: its text, and the notes on what begins in it. */
function paragraphs({ document, findings }: ReportedText, language: ReportLanguage): string {
  const rows: string[] = [];
  let next = 0;
  /** Findings that reach into the paragraph from before it. */
  let open: Finding[] = [];
  for (const { start, end, source } of document.paragraphs) {
    const first = next;
    while (next < findings.length && (findings[next]!.start < end || findings[next]!.start === start)) next++;
    const begun = findings.slice(first, next);
    const here = [...open, ...begun];
    open = here.filter((finding) => finding.end > end);
    if (source.trim() === '' && begun.length === 0) {
      rows.push('<p class="blank"></p>');
      continue;
    }
    const notes = begun.map((finding, i) =>
      note(finding, first + i + 1, document.indexAt.bind(document), language),
    );
    const text = marked(source, start, here, { begun, firstNumber: first + 1 });
    rows.push(`<p>${text}</p><aside>${notes.join('')}</aside>`);
  }
  return rows.join('\n');
}

/**
 * A paragraph with the findings marked in it; where several lie upon each other, the gravest shows.
 * @param start of the paragraph in the document
 * @param numbered those of the findings that begin in it, which get numbers
 */
function marked(
  source: string,
  start: number,
  findings: readonly Finding[],
  { begun, firstNumber }: { readonly begun: readonly Finding[]; readonly firstNumber: number },
): string {
  const cuts = new Set([0, source.length]);
  for (const finding of findings) {
    for (const at of [finding.start - start, finding.end - start])
      if (at > 0 && at < source.length) cuts.add(at);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  let html = '';
  for (const [i, from] of ordered.entries()) {
    for (const [k, finding] of begun.entries()) {
      if (finding.start - start === from) html += `<sup class="${finding.severity}">${firstNumber + k}</sup>`;
    }
    const to = ordered[i + 1];
    if (to === undefined) break;
    const over = findings.filter((finding) => finding.start - start <= from && finding.end - start >= to);
    const level = gravest(over);
    const piece = escapeHtml(source.slice(from, to));
    html += level ? `<mark class="${level}">${piece}</mark>` : piece;
  }
  return html;
}

function note(
  { severity, message, evidence, basis, fixes, ruleId }: Finding,
  number: number,
  lineAt: (offset: number) => number,
  language: ReportLanguage,
): string {
  const words = WORDS[language];
  const parts = [`<b class="${severity}">${number} ${words.levels[severity]}</b> ${escapeHtml(message)}`];
  for (const { start, message: said, elsewhere } of evidence.slice(0, MOST_IN_NOTE)) {
    const file = elsewhere ? `${elsewhere.path.slice(elsewhere.path.lastIndexOf('/') + 1)} ` : '';
    const line = (elsewhere?.line ?? lineAt(start)) + 1;
    parts.push(`<small>${escapeHtml(words.at(file, line, said))}</small>`);
  }
  if (fixes.length > 0)
    parts.push(`<small>${escapeHtml(words.fixes(fixes.map(({ title }) => title)))}</small>`);
  if (basis !== undefined) parts.push(`<small>${escapeHtml(words.basis(basis))}</small>`);
  parts.push(`<small class="rule">${ruleId}</small>`);
  return `<div class="note ${severity}">${parts.join('<br>')}</div>`;
}

/** More places than this make a note longer than its paragraph. */
const MOST_IN_NOTE = 5;

function statistics(text: ReportedText, language: ReportLanguage): string {
  const words = WORDS[language];
  const rows = countByRule(text).map(
    ({ ruleId, title, count }) => `<tr><td>${escapeHtml(title)}</td><td>${ruleId}</td><td>${count}</td></tr>`,
  );
  return `<table><caption>${words.rules}</caption>${rows.join('')}</table>`;
}

function gravest(findings: readonly Finding[]): Severity | undefined {
  return SEVERITIES.find((level) => findings.some(({ severity }) => severity === level));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --error: #c62828; --warning: #b26a00; --info: #1565c0; --hint: #607d8b; }
body { font: 16px/1.8 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
header { border-bottom: 1px solid; margin-bottom: 1rem; }
.text { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); column-gap: 1.5rem; }
.text p { grid-column: 1; margin: 0 0 .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.text aside { grid-column: 2; font-size: .8rem; line-height: 1.5; }
.text p.blank { min-height: 1em; }
.note { border-left: 3px solid; margin-bottom: .4rem; padding-left: .5rem; break-inside: avoid; }
.note small { opacity: .8; }
.rule { font-family: monospace; }
mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 4px; }
sup { font-size: .65em; }
b.error, sup.error, span.error { color: var(--error); } .note.error { border-color: var(--error); } mark.error { text-decoration-color: var(--error); }
b.warning, sup.warning, span.warning { color: var(--warning); } .note.warning { border-color: var(--warning); } mark.warning { text-decoration-color: var(--warning); }
b.info, sup.info, span.info { color: var(--info); } .note.info { border-color: var(--info); } mark.info { text-decoration-color: var(--info); }
b.hint, sup.hint, span.hint { color: var(--hint); } .note.hint { border-color: var(--hint); } mark.hint { text-decoration-color: var(--hint); }
table { border-collapse: collapse; font-size: .85rem; margin: 1.5rem 0; } td { border: 1px solid; padding: .1rem .6rem; } caption { text-align: left; font-weight: bold; }
article + article { break-before: page; margin-top: 3rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
`;
