/**
 * Which lines of Markdown are prose: front matter, code, HTML blocks and comments, link targets and inline code are not.
 *
 * Written here rather than taken from a Markdown library because it must run per line with the state of the line
 * before: a keystroke re-reads one line, where library parsers re-read the document. The tests compare it with one.
 */

import { type FormatReader, type LineState, MASK, type Role } from './format.ts';

export const markdown: FormatReader = { read: readBlock, mask: maskInline, carries: true };

/**
 * Reads the block structure of one line given what the line before left open: `''`, a fence such as '```', '---' front matter,
 * '<!--' comment.
 */
function readBlock(text: string, open: string, index: number): LineState {
  if (index === 0 && /^---\s*$/.test(text)) return state('front-matter', '---');
  switch (open) {
    case '':
      return readLine(text);
    case '---':
      return state('front-matter', /^(?:---|\.\.\.)\s*$/.test(text) ? '' : '---');
    case '<!--':
      return readInComment(text);
    default:
      return readInFence(text, open);
  }
}

function state(role: Role, open: string, extra: Partial<LineState> = {}): LineState {
  return {
    role,
    prose: role !== 'code' && role !== 'comment' && role !== 'front-matter',
    contentStart: 0,
    headingLevel: 0,
    open,
    closedAt: 0,
    ...extra,
  };
}

/** `… --> 正文`: prose may go on behind the comment that a line before began. */
function readInComment(text: string): LineState {
  const end = text.indexOf('-->');
  if (end < 0) return state('comment', '<!--');
  const closedAt = end + 3;
  if (text.slice(closedAt).trim() === '') return state('comment', '');
  return state('prose', commentLeftOpen(text, closedAt) ? '<!--' : '', { closedAt });
}

/** A fence is closed by one of the same marks, as many or more. */
function readInFence(text: string, open: string): LineState {
  const fence = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(text)?.[1];
  const closes = fence !== undefined && fence[0] === open[0] && fence.length >= open.length;
  return state('code', closes ? '' : open);
}

/** A line above which nothing is open. */
function readLine(text: string): LineState {
  const fence = /^ {0,3}(?:(`{3,})[^`]*$|(~{3,}))/.exec(text);
  if (fence) return state('code', (fence[1] ?? fence[2])!);
  if (/^(?: {4}|\t)/.test(text) && !/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(text)) return state('code', '');

  const next = commentLeftOpen(text, 0) ? '<!--' : '';
  if (/^\s*<!--/.test(text) && isComments(text)) return state('comment', next);
  const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(text);
  if (heading)
    return state('heading', next, { contentStart: heading[0].length, headingLevel: heading[1]!.length });
  if (/^\s*\|.*\|\s*$/.test(text)) return state('table', next);
  const prefix = /^(?:\s*>)+[ \t]?|^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?/.exec(text);
  if (!prefix) return state('prose', next);
  const role = prefix[0].includes('>') ? 'quote' : 'list-item';
  return state(role, next, { contentStart: prefix[0].length });
}

/** Whether the line holds comments and blanks only. */
function isComments(text: string): boolean {
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    if (text.slice(at, start).trim() !== '') return false;
    at = commentEnd(text, start);
  }
  return text.slice(at).trim() === '';
}

function commentLeftOpen(text: string, from: number): boolean {
  const last = text.lastIndexOf('<!--');
  return last >= from && text.indexOf('-->', last) < 0;
}

/**
 * The line with inline code, link and image targets, autolinks, HTML tags and comments, emphasis marks and reference
 * definitions replaced by {@link MASK}, unit for unit.
 */
function maskInline(text: string, block: LineState): string {
  const masked: [number, number][] = [];
  if (block.closedAt > 0) masked.push([0, block.closedAt]);
  if (block.contentStart > 0) masked.push([0, block.contentStart]);
  let i = Math.max(block.closedAt, block.contentStart);
  const definition = /^ {0,3}\[[^\]]+\]:\s/.exec(text);
  if (definition) return MASK.repeat(text.length);
  while (i < text.length) {
    const rest = nextInline(text, i);
    if (!rest) break;
    masked.push([rest[0], rest[1]]);
    i = Math.max(rest[2] ?? rest[1], i + 1);
  }
  if (masked.length === 0) return text;
  let out = '';
  let at = 0;
  for (const [start, end] of masked) {
    if (end <= at) continue;
    out += text.slice(at, Math.max(at, start)) + MASK.repeat(end - Math.max(at, start));
    at = end;
  }
  return out + text.slice(at);
}

const INLINE_START = /[`\\<\]*_~]/g;

/** The next masked span at or after `from`: [start, end), and where to go on if not at its end. */
function nextInline(text: string, from: number): [start: number, end: number, next?: number] | undefined {
  INLINE_START.lastIndex = from;
  for (let m = INLINE_START.exec(text); m; m = INLINE_START.exec(text)) {
    const at = m.index;
    const char = m[0];
    const run = RUNS.includes(char) ? runAt(text, at, char) : 1;
    const end = spanEnd(text, at, char, run);
    // An escaped mark is prose and marks nothing; its backslash is not prose.
    if (end > 0) return char === '\\' ? [at, end, end + 1] : [at, end];
    INLINE_START.lastIndex = at + run;
  }
  return undefined;
}

/** What is one mark however many of them stand in a row: ``` and ***. */
const RUNS = '`*_~';

/** Where what begins at `at` ends and is no prose, 0 where the character means itself. */
function spanEnd(text: string, at: number, char: string, run: number): number {
  switch (char) {
    case '\\':
      return /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '') ? at + 1 : 0;
    case '`':
      return codeEnd(text, at + run, run);
    case '<':
      return text.startsWith('<!--', at) ? commentEnd(text, at) : tagEnd(text, at);
    case ']':
      return text[at + 1] === '(' ? linkEnd(text, at + 2) : 0;
    default:
      // A run of two or more, or a single mark with a partner; `**` alone in a row is prose, as is a_b.
      return isEmphasis(text, at, run, char) ? at + run : 0;
  }
}

function runAt(text: string, at: number, char: string): number {
  let run = 1;
  while (text[at + run] === char) run++;
  return run;
}

/** Behind the next run of exactly so many backticks, or 0. */
function codeEnd(text: string, from: number, run: number): number {
  for (let i = text.indexOf('`', from); i >= 0; ) {
    const length = runAt(text, i, '`');
    if (length === run) return i + length;
    i = text.indexOf('`', i + length);
  }
  return 0;
}

function commentEnd(text: string, at: number): number {
  const end = text.indexOf('-->', at);
  return end < 0 ? text.length : end + 3;
}

const TAG = /<(?:https?:\/\/[^\s<>]*|\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?)>/y;

function tagEnd(text: string, at: number): number {
  TAG.lastIndex = at;
  const m = TAG.exec(text);
  return m ? at + m[0].length : 0;
}

function linkEnd(text: string, at: number): number {
  let depth = 1;
  for (let i = at; i < text.length && i < at + 2000; i++) {
    const c = text[i];
    if (c === '(') {
      // CommonMark's own limit; it also keeps a line of nothing but `](` linear.
      if (++depth > 32) return 0;
    } else if (c === ')' && --depth === 0) return i + 1;
  }
  return 0;
}

/** Emphasis longer than this is not emphasis: a line of 100,000 marks must not be searched from each of them. */
const EMPHASIS_LENGTH = 1000;

/** Whether a run of `*`, `_` or `~` has a partner run of the same length on the line, before or after it. */
function isEmphasis(text: string, at: number, run: number, char: string): boolean {
  if (run > 3 || (char === '~' && run !== 2)) return false;
  const mark = char.repeat(run);
  const opens = (i: number) => !/[\s*_]/.test(text[i + run] ?? ' ');
  const closes = (i: number) => !/[\s*_]/.test(text[i - 1] ?? ' ');
  const within = (i: number) => i >= 0 && Math.abs(i - at) <= EMPHASIS_LENGTH;
  const whole = (i: number) => text[i - 1] !== char && text[i + run] !== char;
  if (opens(at)) {
    for (let i = text.indexOf(mark, at + run); within(i); i = text.indexOf(mark, i + 1)) {
      if (i > at + run && whole(i) && closes(i)) return true;
    }
  }
  if (closes(at)) {
    for (
      let i = text.lastIndexOf(mark, at - run);
      within(i);
      i = i === 0 ? -1 : text.lastIndexOf(mark, i - 1)
    ) {
      if (i + run < at && whole(i) && opens(i)) return true;
    }
  }
  return false;
}
