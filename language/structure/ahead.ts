/** What comes further on: whether a mark has a second, and what goes on from it. */
import type { Paragraph } from '../../engine/paragraph.ts';
import { kindLevel, levelOf, SIGNS_REACH } from './nesting.ts';
import { isStructural, type SeriesMark, seriesMarks } from './series-marks.ts';

/** How far ahead is looked, in marks; and in lines with marks. */
export const LOOKAHEAD = 40;

/** A mark by its place. */
export interface Here {
  readonly paragraphs: readonly Paragraph[];
  readonly index: number;
  readonly at: number;
}

export function markOf({ paragraphs, index, at }: Here): SeriesMark {
  return paragraphs[index]!.fact(seriesMarks)[at]!;
}

/**
 * The next mark with the key, on the same line or at the start of one of the next lines with marks.
 * @param lines so many of them are looked at
 */
export function nextAlike(
  { paragraphs, index, at }: Here,
  key: string,
  lines: number,
): SeriesMark | undefined {
  let left = LOOKAHEAD;
  for (let p = index; p < paragraphs.length && p <= index + lines && left > 0; p++) {
    const marks = paragraphs[p]!.fact(seriesMarks);
    for (let i = p === index ? at + 1 : 0; i < marks.length && left > 0; i++, left--) {
      const mark = marks[i]!;
      if (mark.key === key && (p === index || mark.lead)) return mark;
    }
  }
  return undefined;
}

/** 2.3月底前, 2.5亿元: item 2, or a decimal. */
export function isFigure({ kind, firm, lead, word }: SeriesMark): boolean {
  return kind === 'arabic' && !firm && lead && word === '';
}

/** Whether what follows goes on from the number: not the real 2. behind a line that begins with 2.3. */
export function goesOnWith(here: Here): boolean {
  const { key, value, doubtful } = markOf(here);
  return !doubtful || nextAlike(here, key, LOOKAHEAD)?.value === value + 1;
}

/** Whether 1.1 follows the heading 1 总则. */
export function hasParts({ paragraphs, index }: Here): boolean {
  const next = paragraphs[index + 1]?.fact(seriesMarks)[0];
  return next?.kind === 'decimal' && next.word === '1';
}

/** 一是 and 一要, which are used for each other. */
const PLAIN_VERBS = ['是', '要'];

/** Whether the second member of the series that the mark would open comes soon. */
export function hasSecond(here: Here): boolean {
  const { paragraphs, index, at } = here;
  const first = markOf(here);
  const others = paragraphs[index]!.fact(seriesMarks).slice(at + 1, at + 1 + LOOKAHEAD);
  return secondBeside(first, others) ?? secondBelow(here, first, LOOKAHEAD - others.length);
}

/** What the marks behind the first on its line say of the second. */
function secondBeside(first: SeriesMark, others: readonly SeriesMark[]): boolean | undefined {
  // 处置站点一是…。二要…: glued to the heading before it, and mixed.
  const isGlued = first.kind === 'verb' && PLAIN_VERBS.includes(first.word);
  for (const mark of others) {
    if (isGlued && mark.kind === 'verb' && mark.value === 2 && mark.firm) return true;
    const answer = mayFollow(first, mark, true) ? answerOf(mark, false) : undefined;
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Whether one of the next marks on the lines below is the second. @param left so many of them are looked at */
function secondBelow({ paragraphs, index }: Here, first: SeriesMark, left: number): boolean {
  const heightOf = heightsFor(first);
  const ceiling = isCounted(first) ? 0 : heightOf(first);
  let ahead = left;
  for (let p = index + 1; p < paragraphs.length && ahead > 0; p++) {
    // Words and marks inside a line find their second in the same line, or at the starts of the next ones.
    if (!first.lead && paragraphs[p]!.index - paragraphs[index]!.index > SIGNS_REACH) return false;
    for (const [i, mark] of paragraphs[p]!.fact(seriesMarks).entries()) {
      if (--ahead < 0) return false;
      const answer = answerBelow(first, mark, i === 0 && p === index + 1);
      if (answer !== undefined) return answer;
      if (mark.lead && isStructural(mark.kind) && heightOf(mark) < ceiling) return false;
    }
  }
  return false;
}

function answerBelow(first: SeriesMark, mark: SeriesMark, isNext: boolean): boolean | undefined {
  return mayFollow(first, mark, false) ? answerOf(mark, isNext) : undefined;
}

/**
 * What a mark of the same form says of the second: that it has come, that another list begins before it, or nothing.
 * @param isNext the mark heads the line below the first
 */
function answerOf(mark: SeriesMark, isNext: boolean): boolean | undefined {
  if (isSecond(mark)) return true;
  if (mark.value !== 1) return undefined;
  // 3.1 3.1: the second has the number of the first. 一方面…，一方面…: it always has.
  return (isNext && mark.kind === 'decimal') || mark.kind === 'sides';
}

/** 第一个问题 over parts of its own: 一、 does not end the search for its second. */
function isCounted({ lead, kind, word }: SeriesMark): boolean {
  return lead && kind === 'ordinal' && word !== '';
}

/** What stands above what, beside a first mark: 1. lists stand under 1.1, and 1.1 may stand under 1. */
function heightsFor({ kind }: SeriesMark): (mark: SeriesMark) => number {
  return kind === 'decimal' ? levelOf : kindLevel;
}

/** Whether a mark is of the form of the first and of the same text, and, by where it stands, may go on from it. */
function mayFollow(first: SeriesMark, mark: SeriesMark, isSameLine: boolean): boolean {
  if (mark.key !== first.key || mark.scope !== first.scope) return false;
  if (isStructural(first.kind) && !first.lead) {
    // 会议决定，一、…, and 二、 begins the next line.
    const isAnnounced = first.kind === 'han' && first.opens;
    return mark.firm && (isSameLine || (isAnnounced && mark.lead));
  }
  if (isSameLine || (first.lead && (!first.doubtful || mark.firm))) return true;
  return first.opens && mark.lead && mark.firm;
}

/** 一是 … 三是, 首先要 … 再次要: where the second is missing the first is none the less a first. */
function isSecond({ kind, value, firm }: SeriesMark): boolean {
  return value === 2 || (value === 3 && (firm || kind === 'decimal' || kind === 'first-next'));
}
