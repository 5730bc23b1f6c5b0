/**
 * Measures behind words that need none: 日均出警|起, 达成意向|项. Where the next item is counted so (民警|人、辅警14人) the number was lost; beside
 * another number that was lost in the sentence this one was as well. Offsets are relative to the paragraph.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { placeholders } from '../../../language/blanks/placeholders.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { endsName, frameBefore, isCountedAt, PEOPLE } from './bare-units.ts';
import type { Dropped } from './lost.ts';

const CLOSES = new Characters('，。；、');
/** A word that may be counted, or a quotation of what is. */
const COUNTABLE = /[\u4e00-\u9fff]{2}(?<![年月日天])$|[\u4e00-\u9fff]”$/;
/** What is read before the measure. */
const BEFORE = 8;
/** The longest word that a measure may be the end of. */
const LONGEST_WORD = 4;

/** A measure that nothing but its sentence shows to have lost its number. */
export function readDoubtful(
  text: string,
  start: number,
  end: number,
  paragraph: Paragraph,
): Dropped | undefined {
  if (paragraph.role === 'table' || !CLOSES.at(text, end) || isCountedAt(text, start)) return undefined;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const measure = text.slice(start, end);
  if (!COUNTABLE.test(before) || endsName(measure, before, before)) return undefined;
  const { words } = paragraph.language;
  // 教职工|人、学生2600人: 工人 is a word.
  const ofPeople = ALIKE.has(measure) && PEOPLE.test(before);
  if (!ofPeople && !words.isBoundary(text, start)) return undefined;
  const found = { start, end, frame: frameBefore(text, start), measure };
  for (let at = start - 1; at > start - LONGEST_WORD && !ofPeople; at--)
    if (words.has(text.slice(at, end))) return undefined;
  return isNextCounted(text, end, measure) ? found : { ...found, doubtful: true };
}

/** 现有编制|名，在岗31人: people are counted by either. */
const ALIKE = new Map([
  ['人', /^[、，][\u4e00-\u9fff]{1,8}\d+余?[人名](?![次均])/],
  ['名', /^[、，][\u4e00-\u9fff]{1,8}\d+余?[人名](?![次均])/],
]);
const NEXT = /^[、，][\u4e00-\u9fff]{1,8}\d+余?/;
const NEXT_REACH = 20;

/** Whether the next item has a number with the same measure. */
function isNextCounted(text: string, end: number, measure: string): boolean {
  const next = text.slice(end, end + NEXT_REACH);
  const alike = ALIKE.get(measure);
  if (alike) return alike.test(next);
  const counted = NEXT.exec(next)?.[0].length;
  return counted !== undefined && next.startsWith(measure, counted);
}

/** Those that are sure, and the doubtful ones of their sentences, beside blanks as well. */
export function withoutLone(paragraph: Paragraph, found: readonly Dropped[]): readonly Dropped[] {
  if (!found.some((one) => one.doubtful)) return found;
  const { text } = paragraph;
  const told: readonly Range[] = [
    ...found.filter((one) => !one.doubtful),
    ...paragraph.fact(placeholders).filter(({ certainty }) => certainty !== 'possible'),
  ];
  return found.filter(({ doubtful, start, end }) => {
    if (!doubtful) return true;
    const from = boundBefore(text, start, SENTENCE_STOPS);
    const to = boundAfter(text, end, SENTENCE_STOPS);
    return told.some((other) => other.start >= from && other.end <= to);
  });
}
