/**
 * The marks that number parts of a text (序次语): 第一章, 一、, （一）, 1., （1）, ①, 一是, 一要, 第一，, 首先, 其一, 一方面.
 * Read from one paragraph by itself, each form by its reader in `marks/`; `structure` makes series of them.
 *
 * A mark is *firm* where its form and place leave no other reading, else *soft*: 第三 in 居全国第三, 一看 in 一看就懂.
 * Soft marks number something only if their neighbours say so, which only the structure can see.
 */

import { defineFact } from '../../engine/facts.ts';
import { NONE } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Characters } from '../text/characters.ts';
import { kindSet, Token } from '../text/scan.ts';
import { type Draft, Drafts } from './marks/draft.ts';
import { mayLead, readLeading } from './marks/leading.ts';
import type { MarkKind, SeriesMark } from './marks/mark.ts';
import { placeInScopes } from './marks/scopes.ts';
import { readSigns, SIGNS } from './marks/signs.ts';
import { ORDER_WORDS, readWords } from './marks/words.ts';

export { isMisprinted, restored } from './marks/characters.ts';
export * from './marks/mark.ts';
export { signOf } from './marks/ready-made.ts';

/** The marks of a paragraph in text order. */
export const seriesMarks = defineFact<readonly SeriesMark[]>('series marks', (paragraph) => {
  if (paragraph.blank || paragraph.role === 'table' || isTableRow(paragraph)) return [];
  const drafts = new Drafts(paragraph);
  const { scan } = paragraph;
  if (mayLead(drafts)) readLeading(drafts);
  if (scan.hasAny(SIGNS, 0)) readSigns(drafts);
  if (scan.hasWord(ORDER_WORDS)) readWords(drafts, scan.hits(ORDER_WORDS));
  const marks = settled(drafts.marks);
  if (marks.length === 0) return [];
  for (const mark of marks) if (mark.word !== '') mark.key = keyOf(mark);
  placeInScopes(paragraph, marks);
  return marks;
});

/** The marks that stand beside each other. Nearly always there is one at most. */
function settled(marks: Draft[]): readonly Draft[] {
  const [only] = marks;
  if (!only) return NONE;
  // A list of its own, as one that has grown keeps room for more.
  if (marks.length === 1) return isInside(only) ? NONE : [only];
  return withoutOverlaps(withoutQuantities(inOrder(marks)));
}

const keys = new Map<MarkKind, Map<string, string>>();

/** The same string for all marks of a form: the structure compares them again and again. */
function keyOf({ kind, word }: SeriesMark): string {
  let ofKind = keys.get(kind);
  if (!ofKind) {
    ofKind = new Map();
    keys.set(kind, ofKind);
  }
  let key = ofKind.get(word);
  if (key === undefined) {
    key = `${kind} ${word}`;
    // Words come from lists, but for the numbers before the last of 3.1.2.
    if (word.length <= LONGEST_KEPT) ofKind.set(word, key);
  }
  return key;
}

const LONGEST_KEPT = 4;

/** By start, the longer first. Nearly always they are found so. */
function inOrder(marks: Draft[]): Draft[] {
  for (let i = 1; i < marks.length; i++) {
    const before = marks[i - 1]!;
    const mark = marks[i]!;
    if (before.start > mark.start || (before.start === mark.start && before.end < mark.end))
      return marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return marks;
}

/** What begins within a mark is none, but for another reading of it. The list is a copy, and no longer than it need be. */
function withoutOverlaps(marks: Draft[]): readonly Draft[] {
  let end = -1;
  let n = 0;
  for (const mark of marks) {
    if (mark.start < end && !(n > 0 && isOtherReading(mark, marks[n - 1]!))) continue;
    end = Math.max(end, mark.end);
    marks[n++] = mark;
  }
  return marks.slice(0, n);
}

/** 2.3月底前 is section 2.3 or item 2, and 附件1.任务清单 an attachment or the first of a list: the structure takes one. */
function isOtherReading({ kind, lead }: SeriesMark, before: SeriesMark): boolean {
  return kind === 'arabic' && lead && (before.kind === 'decimal' || before.kind === 'attachment');
}

/**
 * A number behind text that does not end a sentence is nearly always a quantity. 备注3、 between the 2、 and the 4、 of its
 * line is not: a blank or a stop before it was lost.
 */
function withoutQuantities(marks: Draft[]): Draft[] {
  if (!marks.some(isInside)) return marks;
  const kept: Draft[] = [];
  let waiting: Draft[] = [];
  let before = 0;
  for (const mark of marks) {
    if (isInside(mark)) waiting.push(mark);
    else if (mark.kind === 'arabic' && mark.firm) {
      for (const one of waiting) if (one.value === before + 1 && one.value === mark.value - 1) kept.push(one);
      kept.push(mark);
      waiting = [];
      before = mark.value;
    } else kept.push(mark);
  }
  return inOrder(kept);
}

function isInside({ kind, firm, lead, value }: SeriesMark): boolean {
  return kind === 'arabic' && !firm && !lead && value > 1;
}

const SPACES = kindSet(Token.Space);

/** What ends so has blanks to be filled in: 编号为      的项目，报价为      。 */
const ENDS = new Characters('。；');

/** Blanks that part two columns, and how many such gaps make a row of a table; what is longer is a paragraph with blanks in it. */
const COLUMN_GAP = 4;
const COLUMN_GAPS = 2;
const LONGEST_ROW = 400;
/** 自    年  月  日至    年  月  日: room for a date parts no columns. */
const DATE_UNITS = new Characters('年月日');

/** A row of a table typed with tabs or wide blanks: its numbers are cells. */
function isTableRow({ scan, text, contentStart, contentEnd }: Paragraph): boolean {
  if (ENDS.at(text, contentEnd - 1) && !text.includes('\t')) return false;
  let gaps = 0;
  for (let i = scan.next(SPACES, 0); i < scan.count && gaps < COLUMN_GAPS; i = scan.next(SPACES, i + 1)) {
    const start = scan.start(i);
    if (start <= contentStart || scan.end(i) >= contentEnd) continue;
    if (DATE_UNITS.at(text, scan.end(i))) continue;
    if (scan.end(i) - start >= COLUMN_GAP || text[start] === '\t') gaps++;
  }
  return gaps >= COLUMN_GAPS && contentEnd - contentStart < LONGEST_ROW;
}
