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
import { lowerBound } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { type SeriesMark, seriesMarks } from '../structure/series-marks.ts';
import { BLANKS, Characters } from '../text/characters.ts';

/** Whether the place belongs to a mark that numbers a part of the text (序次语), blanks behind it included. */
export function isOfSeriesMark(paragraph: Paragraph, place: Range): boolean {
  return markAt(paragraph, place) !== undefined;
}

/** Whether `numbering/mark-form` judges the mark it belongs to: it leaves alone what may be no mark at all (见附件(1）). */
export function isOfJudgedMark(paragraph: Paragraph, place: Range): boolean {
  const mark = markAt(paragraph, place);
  return mark !== undefined && (mark.firm || mark.lead);
}

function markAt(paragraph: Paragraph, { start, end }: Range): SeriesMark | undefined {
  const marks = paragraph.fact(seriesMarks);
  const next = lowerBound(marks, end, (mark) => mark.start);
  // Marks begin one behind the other, but for readings in doubt of one place.
  const isGap = GAPS.at(paragraph.text, start);
  for (let i = next - 1; i >= 0 && i >= next - READINGS; i--) {
    const mark = marks[i]!;
    if (start < mark.end || (isGap && start === mark.end)) return mark;
  }
  return undefined;
}

const GAPS = new Characters(BLANKS);
const READINGS = 3;
