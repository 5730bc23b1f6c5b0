/**
 * What editors show of the structure: outline, folding, selection. Free of LSP; offsets are the document's.
 */
import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import { boundAfter, CLAUSE_STOPS } from '../text/bounds.ts';
import { isStructural } from './series-marks.ts';
import { type Member, type Series, structure, titleOf } from './structure.ts';

export interface OutlineItem {
  /** Mark and heading as written, shortened: `一、加强领导`, `首先，要摸清底数`. */
  readonly name: string;
  /** A heading at the start of a paragraph, or an item of a list inside running text. */
  readonly kind: 'heading' | 'item';
  /** The whole member with everything under it. */
  readonly range: Range;
  /** The mark and the heading. */
  readonly selectionRange: Range;
  readonly children: readonly OutlineItem[];
}

/** The tree of the document's series as nested items, in text order. */
export function outlineOf(document: Document): readonly OutlineItem[] {
  return itemsOf(document.model(structure).roots, document.length, document);
}

/** @param limit where the text that holds the series ends */
function itemsOf(list: readonly Series[], limit: number, document: Document): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (const [i, series] of list.entries()) {
    const next = list[i + 1];
    const end = next ? next.first.start : limit;
    for (const [j, member] of series.members.entries()) {
      const after = series.members[j + 1];
      const stop = after ? after.start : opensOut(series) ? end : Math.min(end, lastLine(member).end);
      items.push(itemOf(member, backOverBlanks(document, member, stop), document));
    }
  }
  return items;
}

function itemOf(member: Member, end: number, document: Document): OutlineItem {
  const { paragraph, mark } = member;
  const titleEnd = Math.min(titleEndOf(member), end - paragraph.start);
  return {
    name: shorten(paragraph.text.slice(mark.start, titleEnd)),
    kind: mark.lead ? 'heading' : 'item',
    range: { start: member.start, end },
    selectionRange: { start: member.start, end: paragraph.start + titleEnd },
    children: itemsOf(member.children, end, document),
  };
}

/** The last member of headings reaches to the end of what holds them; that of a list to the end of its line. */
function opensOut(series: Series): boolean {
  return isStructural(series.kind) && series.first.mark.lead;
}

/** The paragraph of the last mark inside a member. */
function lastLine(member: Member): Member['paragraph'] {
  let last = member;
  while (last.children.length > 0) last = last.children[last.children.length - 1]!.last;
  return last.paragraph;
}

/** A member that another one follows on a line of its own ends with the line before that, without blank lines. */
function backOverBlanks(document: Document, member: Member, stop: number): number {
  let index = document.indexAt(stop);
  const at = document.paragraphs[index]!;
  if (stop > at.start + at.contentStart && !at.blank) return stop;
  while (index > member.paragraph.index) {
    const before = document.paragraphs[--index]!;
    if (!before.blank || index === member.paragraph.index) return before.end;
  }
  return stop;
}

/** Longest name shown. */
const NAME = 32;

function shorten(name: string): string {
  const trimmed = name.replace(/[\s　\0]+/g, ' ').replace(/[，、；：“‘（\s]+$/, '');
  return trimmed.length <= NAME ? trimmed : `${trimmed.slice(0, NAME - 1)}…`;
}

/** End of the heading, else of the first clause behind the mark; a list inside it is no part of it. */
function titleEndOf(member: Member): number {
  const { paragraph, mark, children } = member;
  const title = titleOf(member);
  const end =
    title === ''
      ? clauseEnd(paragraph.text, mark.end, paragraph.contentEnd)
      : paragraph.text.indexOf(title, mark.end) + title.length;
  const list = children[0]?.first;
  return list?.paragraph === paragraph ? Math.min(end, list.mark.start) : end;
}

function clauseEnd(text: string, from: number, to: number): number {
  return Math.min(to, boundAfter(text, from, CLAUSE_STOPS, NAME));
}

/**
 * The outline as text, for the command line and for looking at what the structure makes of a text. One member a line,
 * two blanks a level, then a tab and `line:column` (from 1, UTF-16 units).
 */
export function printOutline(document: Document): string {
  const lines: string[] = [];
  const print = (items: readonly OutlineItem[], depth: number) => {
    for (const { name, range, children } of items) {
      const paragraph = document.paragraphAt(range.start);
      lines.push(`${'  '.repeat(depth)}${name}\t${paragraph.index + 1}:${range.start - paragraph.start + 1}`);
      print(children, depth + 1);
    }
  };
  print(outlineOf(document), 0);
  return lines.map((line) => `${line}\n`).join('');
}

/** Lines inclusive, from 0. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Members that begin a line and reach over more than one. */
export function foldsOf(document: Document): Fold[] {
  const folds: Fold[] = [];
  const collect = (items: readonly OutlineItem[]) => {
    for (const { kind, range, children } of items) {
      const startLine = document.indexAt(range.start);
      const endLine = document.indexAt(range.end);
      if (kind === 'heading' && endLine > startLine) folds.push({ startLine, endLine });
      collect(children);
    }
  };
  collect(outlineOf(document));
  return folds;
}

/** The ranges around an offset that “expand selection” goes through, innermost first: line, members, whole text. */
export function selectionsAt(document: Document, offset: number): Range[] {
  const around: Range[] = [{ start: 0, end: document.length }];
  let items = outlineOf(document);
  for (;;) {
    const inside = items.find(({ range }) => range.start <= offset && offset <= range.end);
    if (!inside) break;
    around.push(inside.range);
    items = inside.children;
  }
  const { start, end, contentStart } = document.paragraphAt(offset);
  const line = { start: start + contentStart, end };
  if (line.start <= offset) around.push(line);
  // By size; a range that does not lie inside the next one (an item that runs into the next line) is left out.
  const ordered = around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Range[] = [];
  for (const range of ordered) {
    const last = chain.at(-1);
    if (!last) chain.push(range);
    else if (
      range.start <= last.start &&
      range.end >= last.end &&
      range.end - range.start > last.end - last.start
    )
      chain.push(range);
  }
  return chain;
}
