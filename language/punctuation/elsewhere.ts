/**
 * What other families say already: where two rules would speak of one place, one of them asks here and is silent.
 *
 * | place | says it |
 * | --- | --- |
 * | the bracket, point or blank of a mark that numbers a part: (一) 1、 一是， 第一章、 | numbering/mark-form |
 * | a no-break space between two Han characters, invisible characters | advert/invisible |
 * | % and 万 of the first figure of a range | figures/range-unit |
 * | about-words on one figure, as 约…左右 | figures/approximation |
 * | a blank to fill in: （　）, ____ | placeholder/unfilled, placeholder/blank-line |
 */
import type { Range } from '../../engine/finding.ts';
import { isBlank, type Paragraph } from '../../engine/paragraph.ts';
import { seriesMarks } from '../structure/series-marks.ts';

/** Whether the place belongs to a mark that numbers a part of the text (序次语), blanks behind it included. */
export function isOfSeriesMark(paragraph: Paragraph, { start, end }: Range): boolean {
  const marks = paragraph.fact(seriesMarks);
  // Marks do not overlap: only the last that begins before the end of the place can have a part in it.
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < end) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low - 1];
  if (!mark) return false;
  return start < mark.end || (start === mark.end && isBlank(paragraph.text.charCodeAt(start)));
}
