/** The edits that take text which is not the author's out of a document, so that nobody sees where it stood. */
import type { Document } from '../../../engine/document.ts';
import type { Edit, Range } from '../../../engine/finding.ts';
import { isBlank, type Paragraph } from '../../../engine/paragraph.ts';
import { ANNOUNCEMENT_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';

/** Nothing but blanks in the source; a masked comment is not empty. */
export function isEmptyLine(paragraph: Paragraph): boolean {
  const { source } = paragraph;
  for (let i = 0; i < source.length; i++) if (!isBlank(source.charCodeAt(i))) return false;
  return true;
}

/**
 * Deletes the lines `first`–`last` (indexes, inclusive) and the blank lines that only set them off: all of them at
 * either end of the document; between two paragraphs as many stay as separate paragraphs on the sparser side, and
 * one where only one side had any. Lines with text are not touched, and the document ends as it ended before:
 * with a line break or without.
 */
export function removeLines(document: Document, first: number, last: number): Edit {
  const { paragraphs } = document;
  let from = first;
  while (from > 0 && isEmptyLine(paragraphs[from - 1]!)) from--;
  let to = last;
  while (to + 1 < paragraphs.length && isEmptyLine(paragraphs[to + 1]!)) to++;

  if (from === 0) return { start: 0, end: paragraphs[to]!.next, text: '' };
  if (to === paragraphs.length - 1) {
    const end = paragraphs[to]!;
    const before = paragraphs[from - 1]!;
    // A text that ends in a line break ends in an empty last paragraph.
    const start = end.source === '' && end.index > last ? before.next : before.end;
    return { start, end: end.next, text: '' };
  }
  const before = first - from;
  const after = to - last;
  const keep = before > 0 && after > 0 ? Math.min(before, after) : Math.min(1, before + after);
  // The kept blank lines are the document's own: those before, else those behind.
  return keep <= before
    ? { start: paragraphs[from + keep]!.start, end: paragraphs[to + 1]!.start, text: '' }
    : { start: paragraphs[first]!.start, end: paragraphs[to + 1 - keep]!.start, text: '' };
}

const COMMAS = new Characters('，、,');
const OPENING = new Characters('（(“‘《【「『');

/** Deletes a part of a paragraph (offsets of the paragraph): the whole line where the part is all there is. */
export function removePart(document: Document, paragraph: Paragraph, part: Range): Edit {
  const whole = part.start <= paragraph.contentStart && part.end >= paragraph.contentEnd;
  return whole ? removeLines(document, paragraph.index, paragraph.index) : removeStretch(paragraph, part);
}

/** Deletes a stretch inside a line (offsets of the paragraph) with the punctuation that would be left over. */
export function removeStretch(paragraph: Paragraph, range: Range): Edit {
  const { text } = paragraph;
  let { start, end } = range;
  const isComma = (at: number) => COMMAS.at(text, at);
  const isStop = (at: number) => ANNOUNCEMENT_STOPS.at(text, at);
  const left = start - 1;
  const last = end - 1;
  if (start <= paragraph.contentStart || isStop(left) || OPENING.at(text, left)) {
    // 。【…】，→ 。  A stop or comma cannot follow a stop or begin a line.
    if (isComma(end) || isStop(end)) end++;
  } else if (isComma(left) && isComma(end)) {
    end++;
  } else if (isComma(left) && (isStop(end) || isStop(last))) {
    // ，加微信…。 → 。
    start--;
    if (isStop(last)) end--;
  } else if (isStop(last) && !isStop(end)) {
    // The stop ended the author's sentence too: 落实好任务某某整理。
    end--;
  }
  if (isBlank(text.charCodeAt(end)) && (start === 0 || isBlank(text.charCodeAt(start - 1)))) {
    while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  }
  return { start: paragraph.start + start, end: paragraph.start + end, text: '' };
}
