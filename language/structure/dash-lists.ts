/** Lists whose items are paragraphs that begin with —— or a bullet: they have no numbers, and only a declared count asks how many they are. */
import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Drafts } from './marks/draft.ts';
import { isStructural, seriesMarks } from './series-marks.ts';
import { Member, Series } from './tree.ts';

/** Lines behind the list in which another —— would leave open where it ends. */
const BEYOND = 4;

export interface DashList {
  /** It stands in no tree. */
  readonly series: Series;
  /** No other —— stands close behind it: it is plain where it ends. */
  readonly whole: boolean;
}

/**
 * The list that begins behind the paragraph.
 * @param ahead so many lines, blank ones, may stand between
 */
export function dashList(document: Document, { index }: Paragraph, ahead: number): DashList | undefined {
  const { paragraphs } = document;
  let at = index + 1;
  while (at < paragraphs.length && at < index + ahead && paragraphs[at]!.blank) at++;
  const sign = at < paragraphs.length ? signOf(paragraphs[at]!) : undefined;
  if (sign === undefined) return undefined;
  let series: Series | undefined;
  for (; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.blank) continue;
    if (signOf(paragraph) !== sign) break;
    series = withItem(series, paragraph, sign.length);
  }
  return series && { series, whole: isWhole(paragraphs, at, sign) };
}

/**
 * The list of two or more that ends on the line before the paragraph; undefined where another may stand just above it.
 * @param most lines of it
 */
export function dashListAbove(document: Document, paragraph: Paragraph, most: number): Series | undefined {
  const { paragraphs } = document;
  const last = document.lineBefore(paragraph);
  const sign = last && signOf(last);
  if (sign === undefined) return undefined;
  const end = last!.index + 1;
  let from = end - 1;
  while (
    from > 0 &&
    end - from < most &&
    (paragraphs[from - 1]!.blank || signOf(paragraphs[from - 1]!) === sign)
  )
    from--;
  let series: Series | undefined;
  for (const line of paragraphs.slice(from, end))
    if (!line.blank) series = withItem(series, line, sign.length);
  return series!.members.length > 1 ? series : undefined;
}

/** The list with the paragraph as its next item. @param length of the sign that it begins with, if it does */
export function withItem(series: Series | undefined, paragraph: Paragraph, length = 0): Series {
  const { contentStart } = paragraph;
  const mark = new Drafts(paragraph).add('dash', contentStart, contentStart + length, 0);
  const list = series ?? new Series('dash', mark, undefined, undefined);
  list.members.push(new Member(list, paragraph, mark));
  return list;
}

/**
 * How many lines below a paragraph tell which list of dashes stands behind it, whose series it is: what is typed farther down does not
 * change it.
 */
export function dashReach({ paragraphs }: Document, { index }: Paragraph, { last }: Series): number {
  let end = last.paragraph.index + 1;
  while (end < paragraphs.length && paragraphs[end]!.blank) end++;
  return end + BEYOND - index;
}

function isWhole(paragraphs: readonly Paragraph[], end: number, sign: string): boolean {
  for (let i = end; i < paragraphs.length && i < end + BEYOND; i++) {
    const mark = paragraphs[i]!.fact(seriesMarks)[0];
    if (mark?.lead && isStructural(mark.kind)) return true;
    if (signOf(paragraphs[i]!) === sign) return false;
  }
  return true;
}

/** What the items of such a list begin with. */
const SIGNS = ['——', '•', '●', '◆', '■', '▪', '◇'];

/** The sign that the paragraph begins with. */
export function signOf({ text, contentStart }: Paragraph): string | undefined {
  return SIGNS.find((sign) => text.startsWith(sign, contentStart));
}
