/** Lines that were broken for the page's sake, as in the copy of a print: what a sentence says goes on in the line below. */
import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { UTTERANCE_END } from '../text/bounds.ts';
import { Characters } from '../text/characters.ts';

/** A line that a page breaks is no shorter. */
const BROKEN_LINE = 24;
const LINE_ENDS = new Characters(UTTERANCE_END, '.：:”’）)》');

/** Whether a line ends within a sentence, and is long enough for a page to have broken it. */
export const endsOpen = ({ text, contentStart, contentEnd }: Paragraph): boolean =>
  contentEnd - contentStart >= BROKEN_LINE && !LINE_ENDS.at(text, contentEnd - 1);

/** Whether a line breaks off within a sentence: one goes on below it, and is not set in as a paragraph is. */
export function breaksOff(document: Document, paragraph: Paragraph): boolean {
  if (!endsOpen(paragraph)) return false;
  const below = document.lineAt(paragraph.index + 1);
  return below !== undefined && !below.blank && below.contentStart === 0;
}

/** Whether a line goes on with the sentence of the line above it. */
export function goesOnAbove(document: Document, { index }: Paragraph): boolean {
  const above = index > 0 ? document.lineAt(index - 1) : undefined;
  return above !== undefined && breaksOff(document, above);
}

/** What ends a word with 一: 知行合 ⏎ 一、言行一致, 路径不 ⏎ 一，. */
const BEFORE_ONE = new Characters('统合不唯第');
const COMMA = new Characters('，');

/** Whether the 一 that a line begins with ends the last word of the line above, which is no title. */
export const endsWordAbove = (above: Paragraph | undefined, { text, contentStart }: Paragraph): boolean =>
  text[contentStart] === '一' &&
  above !== undefined &&
  endsOpen(above) &&
  BEFORE_ONE.at(above.text, above.contentEnd - 1) &&
  COMMA.isIn(above.text, above.contentStart, above.contentEnd);

const QUOTES = new Characters('“”');
/** A quotation has no more lines. */
const LINES = 30;

/** Whether a double quotation mark that a line above opens is still open at `start` of the paragraph. */
export function isQuotedAbove(document: Document, paragraph: Paragraph, start: number): boolean {
  if (QUOTES.isIn(paragraph.text, 0, start)) return false;
  for (let i = paragraph.index - 1; i >= 0 && i > paragraph.index - LINES; i--) {
    const line = document.lineAt(i)!;
    if (!breaksOff(document, line)) return false;
    const { text } = line;
    const last = QUOTES.behindLast(text, 0, text.length) - 1;
    if (QUOTES.at(text, last)) return text[last] === '“';
  }
  return false;
}
