/**
 * The page that shows a Word document: its text, and beside it what was found. The text is another's: every character of it is
 * escaped, and nothing on the page runs but the script that is told by its nonce.
 */
import type { WordAnswer, WordLine, WordQuestionsAnswer } from '../../server/protocol.ts';

/** Words of the page, in the user's language. */
export interface Labels {
  readonly exportReview: string;
  readonly fill: string;
  readonly previous: string;
  readonly next: string;
  readonly nothing: string;
  readonly findings: string;
  readonly levels: Readonly<Record<'error' | 'warning' | 'info' | 'hint', string>>;
  readonly stories: Readonly<Record<'header' | 'footer' | 'footnote' | 'endnote', string>>;
}

type Found = WordAnswer['findings'][number];
type Question = WordQuestionsAnswer['questions'][number];

/** What the page tells its host. */
export type WordMessage =
  | { readonly is: 'export' }
  | { readonly is: 'fill'; readonly values: readonly { readonly group: string; readonly value: string }[] };

export function wordPage(
  { lines, findings }: WordAnswer,
  questions: readonly Question[],
  labels: Labels,
  nonce: string,
): string {
  const list =
    findings.length === 0
      ? `<p class="note">${escapeHtml(labels.nothing)}</p>`
      : findings.map((finding, i) => card(finding, i, labels)).join('');
  const body = `
<header>
  <span>${escapeHtml(labels.findings.replace('{count}', String(findings.length)))}</span>
  <button id="previous">${escapeHtml(labels.previous)}</button>
  <button id="next">${escapeHtml(labels.next)}</button>
  <button id="export">${escapeHtml(labels.exportReview)}</button>
</header>
<main><article lang="zh">${text(lines, findings, labels)}</article><aside>${form(questions, labels)}${list}</aside></main>`;
  return frame(body, nonce, SCRIPT);
}

/** A page that says one thing: why the document cannot be shown, and what can be done. */
export function messagePage(message: string, nonce: string): string {
  return frame(`<p class="note">${escapeHtml(message)}</p>`, nonce, '');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function frame(body: string, nonce: string, script: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">${STYLE}</style></head><body>${body}<script nonce="${nonce}">${script}</script></body></html>`;
}

/** Lines as paragraphs and headings, rows that follow each other as a table, stories under their names. */
function text(lines: readonly WordLine[], findings: readonly Found[], labels: Labels): string {
  const marks: Mark[] = findings
    .map(({ start, end, severity }, i) => ({ start, end, severity, i }))
    .sort((a, b) => a.start - b.start);
  let out = '';
  let before: WordLine | undefined;
  let from = 0;
  for (const line of lines) {
    while (from < marks.length && marks[from]!.end < line.start) from++;
    out += between(before, line, labels) + lineOf(line, marksOn(line, marks, from));
    before = line;
  }
  return out + between(before, undefined, labels);
}

/** What ends with one line and begins with the next: a table, a story. */
function between(before: WordLine | undefined, line: WordLine | undefined, labels: Labels): string {
  const story = before?.story ?? 'body';
  const goesOn = line !== undefined && line.story === story;
  let out = '';
  if (before?.row && !(goesOn && line.row)) out += '</table>';
  if (line && !goesOn && line.story !== 'body') out += `<h6>${escapeHtml(labels.stories[line.story])}</h6>`;
  if (line?.row && !(goesOn && before?.row)) out += '<table>';
  return out;
}

function lineOf(line: WordLine, marks: readonly Mark[]): string {
  if (line.row) return `<tr>${row(line, marks)}</tr>`;
  const tag = line.level > 0 ? `h${Math.min(line.level, 5)}` : 'p';
  return `<${tag}>${marked(line.text, line.start, marks) || '<br>'}</${tag}>`;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: Found['severity'];
  readonly i: number;
}

/** The marks that touch a line, among those from `from` on. */
function marksOn(line: WordLine, marks: readonly Mark[], from: number): Mark[] {
  const end = line.start + line.text.length;
  const here: Mark[] = [];
  for (let k = from; k < marks.length && marks[k]!.start <= end; k++)
    if (marks[k]!.end >= line.start) here.push(marks[k]!);
  return here;
}

function row(line: WordLine, marks: readonly Mark[]): string {
  let at = line.start;
  return line.text
    .split('\t')
    .map((cell) => {
      const html = `<td>${marked(cell, at, marks)}</td>`;
      at += cell.length + 1;
      return html;
    })
    .join('');
}

/** Text with its marks; where several lie on each other, the first is seen. */
function marked(text: string, start: number, marks: readonly Mark[]): string {
  const end = start + text.length;
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  let out = '';
  for (let k = 1; k < places.length; k++) {
    const [from, to] = [places[k - 1]!, places[k]!];
    const part = escapeHtml(text.slice(from - start, to - start)).replaceAll('\v', '<br>');
    const mark = marks.find((m) => m.start <= from && m.end >= to && m.start < m.end);
    out += mark ? `<mark class="${mark.severity}" data-i="${mark.i}">${part}</mark>` : part;
  }
  return out;
}

/** What is asked of the writer, each with a field; a copy is filled in with what stands there. */
function form(questions: readonly Question[], labels: Labels): string {
  if (questions.length === 0) return '';
  const fields = questions.map(
    ({ group, label, phrase }) =>
      `<label>${escapeHtml(label)}<small>${escapeHtml(phrase)}</small><input data-group="${escapeHtml(group)}"></label>`,
  );
  return `<details><summary>${escapeHtml(labels.fill)}</summary><form>${fields.join('')}<button>${escapeHtml(labels.fill)}</button></form></details>`;
}

function card(finding: Found, i: number, labels: Labels): string {
  const { severity, message, evidence, basis, ruleId, context } = finding;
  const more = [...evidence, ...(basis === undefined ? [] : [basis])];
  return `<section tabindex="0" class="${severity}" data-i="${i}"><b>${escapeHtml(labels.levels[severity])}</b> ${escapeHtml(message)}<small>${escapeHtml(context)}</small>${more.map((line) => `<small>${escapeHtml(line)}</small>`).join('')}<code>${escapeHtml(ruleId)}</code></section>`;
}

const STYLE = `
body { padding: 0; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); }
header { position: sticky; top: 0; display: flex; gap: .6em; align-items: center; padding: .5em 1em; background: var(--vscode-editorWidget-background); border-bottom: 1px solid var(--vscode-contrastBorder, transparent); z-index: 1; }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-contrastBorder, transparent); padding: .3em .8em; cursor: pointer; }
button:hover { background: var(--vscode-button-hoverBackground); } :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
main { display: flex; gap: 1em; align-items: flex-start; }
article { flex: 3; max-width: 46em; padding: 1em 2em; line-height: 1.9; font-size: 1.1em; overflow-wrap: anywhere; }
article p { margin: .2em 0; text-indent: 0; white-space: pre-wrap; }
aside { flex: 2; position: sticky; top: 3em; max-height: calc(100vh - 4em); overflow-y: auto; padding-right: 1em; }
section { border-left: 3px solid var(--vscode-editorInfo-foreground); padding: .4em .8em; margin: .5em 0; background: var(--vscode-editorWidget-background); cursor: pointer; }
section.error { border-color: var(--vscode-editorError-foreground); } section.warning { border-color: var(--vscode-editorWarning-foreground); }
section.current { outline: 1px solid var(--vscode-focusBorder); }
small, code { display: block; opacity: .85; margin-top: .2em; padding: 0; background: none; }
mark { color: inherit; background: var(--vscode-editor-wordHighlightBackground); border-bottom: 2px solid var(--vscode-editorInfo-foreground); cursor: pointer; }
mark.error { border-color: var(--vscode-editorError-foreground); } mark.warning { border-color: var(--vscode-editorWarning-foreground); }
mark.current { background: var(--vscode-editor-findMatchHighlightBackground); outline: 2px solid var(--vscode-focusBorder); }
label { display: block; margin: .5em 0; } input { display: block; width: 95%; padding: .2em; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, gray); }
summary { cursor: pointer; padding: .4em 0; }
table { border-collapse: collapse; } td { border: 1px solid var(--vscode-editorWidget-border, gray); padding: .2em .6em; }
.note { padding: 2em; }
`;

/** Goes from finding to finding, in the text and in the list. */
const SCRIPT = `
const host = acquireVsCodeApi();
const cards = [...document.querySelectorAll('section')];
let current = -1;
function show(i) {
  if (cards.length === 0) return;
  current = (i + cards.length) % cards.length;
  for (const e of document.querySelectorAll('.current')) e.classList.remove('current');
  const card = cards[current];
  card.classList.add('current');
  card.scrollIntoView({ block: 'nearest' });
  const marks = document.querySelectorAll('mark[data-i="' + card.dataset.i + '"]');
  for (const mark of marks) mark.classList.add('current');
  if (marks[0]) marks[0].scrollIntoView({ block: 'center' });
}
document.getElementById('next').onclick = () => show(current + 1);
document.getElementById('previous').onclick = () => show(current < 0 ? -1 : current - 1);
document.getElementById('export').onclick = () => host.postMessage({ is: 'export' });
const form = document.querySelector('form');
if (form) form.onsubmit = (event) => {
  event.preventDefault();
  const values = [...form.querySelectorAll('input')].map((e) => ({ group: e.dataset.group, value: e.value })).filter((e) => e.value !== '');
  if (values.length > 0) host.postMessage({ is: 'fill', values });
};
document.body.addEventListener('click', (event) => {
  const target = event.target.closest('[data-i]');
  if (target) show(cards.findIndex((card) => card.dataset.i === target.dataset.i));
});
document.body.addEventListener('keydown', (event) => {
  if (event.key === 'F8') show(event.shiftKey ? current - 1 : current + 1);
  if (event.target.tagName === 'INPUT') return;
  if (event.key === 'Enter' && event.target.dataset && event.target.dataset.i) show(cards.indexOf(event.target));
});
`;
