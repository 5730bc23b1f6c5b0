/** Marks that go on at a place where a member may begin: `二、` on a new line under 一、, `二要` behind the sentence of 一要. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { writeNumber } from '../../../language/structure/marks/mark.ts';
import { type Member, structure } from '../../../language/structure/structure.ts';

export interface NextMark {
  /** What stands between the caret's line start, or its sentence's end, and the caret already. */
  readonly typed: string;
  /** The whole mark. */
  readonly text: string;
  /** Whether it is what comes next without a doubt: the line before is a member, or the writer has begun the mark. */
  readonly likely: boolean;
}

/** From the innermost series outwards; none where a member begins behind the place already. */
export function nextMarks(document: Document, offset: number): NextMark[] {
  const paragraph = document.paragraphAt(offset);
  const left = paragraph.text.slice(0, offset - paragraph.start);
  if (paragraph.text.slice(left.length).trim() !== '') return [];
  const begun = left.trimStart();
  if (begun.length <= MOST_BEGUN && !ENDS_SENTENCE.test(begun)) return onNewLine(document, paragraph, begun);
  return ENDS_SENTENCE.test(left) ? inSentence(document, paragraph, left.length) : [];
}

/** Of a mark: （十 */
const MOST_BEGUN = 3;
const ENDS_SENTENCE = /[；。;]$/;
/** Units of the text of a member, at least; one that says nothing yet is not gone on from. */
const LEAST_TEXT = 2;

function onNewLine(document: Document, paragraph: Paragraph, typed: string): NextMark[] {
  const before = lastMember(
    document,
    (member) => member.mark.lead && member.paragraph.index < paragraph.index,
  );
  if (!before) return [];
  const line = document.lineBefore(paragraph);
  const found: NextMark[] = [];
  for (let member: Member | undefined = before; member?.mark.lead; member = member.series.parent) {
    if (hasNext(member)) continue;
    const text = next(member);
    if (text === undefined || text === typed || !text.startsWith(typed)) continue;
    const follows = found.length === 0 && member.paragraph === line;
    found.push({ typed, text, likely: typed !== '' || follows });
  }
  return found;
}

function inSentence(document: Document, paragraph: Paragraph, at: number): NextMark[] {
  const member = lastMember(
    document,
    (one) => one.paragraph === paragraph && !one.mark.lead && one.mark.end <= at,
  );
  const beginning = member ?? lastMember(document, (one) => one.paragraph === paragraph && isWord(one));
  if (!beginning || !isWord(beginning) || hasNext(beginning) || at - beginning.mark.end < LEAST_TEXT)
    return [];
  const text = next(beginning);
  return text === undefined ? [] : [{ typed: '', text, likely: true }];
}

/** 一要, 一是, 首先, 第一: what numbers sentences rather than lines. */
function isWord({ mark }: Member): boolean {
  return (
    mark.kind === 'verb' || mark.kind === 'ordinal' || mark.kind === 'first-next' || mark.kind === 'sides'
  );
}

function lastMember(document: Document, accepts: (member: Member) => boolean): Member | undefined {
  let last: Member | undefined;
  for (const { members } of document.model(structure).series)
    for (const member of members) if (accepts(member) && (!last || member.start > last.start)) last = member;
  return last;
}

/** Whether its series goes on behind it. */
function hasNext(member: Member): boolean {
  return member.series.last !== member;
}

/** The mark of the member to come, in the form of this one. */
function next(member: Member): string | undefined {
  const { mark, paragraph, label } = member;
  const number = paragraph.text.slice(mark.numberStart, mark.numberEnd);
  const written = writeNumber(mark, mark.value + 1, number);
  return written === undefined || number === '' ? undefined : label.replace(number, () => written);
}
