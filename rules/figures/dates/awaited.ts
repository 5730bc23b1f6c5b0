/**
 * Events that a reworked draft still looks forward to when they are over: 喜迎党的二十大胜利召开, 以优异成绩向建党100周年献礼, in 2026. Offsets are
 * relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dateWords } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { boundAfter, boundBefore, CLAUSE_STOPS, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { readHits } from '../../../language/text/hits.ts';
import { ONE_TO_TEN, readHanNumber } from '../../../language/text/numerals.ts';
import { eventBefore } from './anniversaries.ts';
import type { Placed } from './faults.ts';
import { congressOf } from './meetings.ts';
import { writtenIn } from './sources.ts';

interface Awaited extends Range {
  /** The year in which it came. */
  readonly year: number;
}

const WELCOMED = /(?:喜迎|迎接|备战)[“"]?$/;
const OFFERED_TO = /(?:向|为)[“"]?$/;
const OFFERED = /^[”"]?(?:胜利召开)?献礼/;
/** What is told of that time. */
const TOLD = /[了曾]|\d{4}年|以来|期间|当时|时任|之后|去年|前年/;
const CONGRESS = new RegExp(`^党的(?<number>二?十[${ONE_TO_TEN}]?)大(?!报告|精神|代表)`);
const LONGEST_CONGRESS = 8;
const SENTENCE = 80;

const awaited = defineFact<readonly Awaited[]>('awaited events', { facts: [dateWords] }, (paragraph) =>
  readHits(paragraph.fact(dateWords), ({ start, end, entry }) => {
    const event =
      entry.value === 'of-the-party'
        ? congressAt(paragraph.text, start)
        : entry.value === 'anniversary'
          ? anniversaryAt(paragraph.text, start, end)
          : undefined;
    return event && isAwaited(paragraph, event) ? event : undefined;
  }),
);

function congressAt(text: string, start: number): Awaited | undefined {
  const match = CONGRESS.exec(text.slice(start, start + LONGEST_CONGRESS));
  const row = match && congressOf(readHanNumber(match.groups!.number!, 0)!.value);
  return row ? { start, end: start + match[0].length, year: Number(row.year) } : undefined;
}

function anniversaryAt(text: string, start: number, end: number): Awaited | undefined {
  const said = eventBefore(text, start);
  return said && { start: said.from, end, year: said.event.base + said.stated.value };
}

function isAwaited({ text }: Paragraph, { start, end }: Range): boolean {
  const from = boundBefore(text, start, SENTENCE_STOPS, SENTENCE);
  // 喜迎…之际，我们迎来了…: the next clause tells of something else.
  const to = boundAfter(text, end, CLAUSE_STOPS, SENTENCE);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const looksForward = WELCOMED.test(before) || (OFFERED_TO.test(before) && OFFERED.test(after));
  return looksForward && !TOLD.test(before) && !TOLD.test(after);
}

/** One for each event that was over when the document was written. */
export function* awaitedFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(awaited);
  if (paragraphs.length === 0) return;
  const written = document.model(documentDate);
  if (!written) return;
  const source = writtenIn(written);
  for (const paragraph of paragraphs) {
    for (const event of paragraph.fact(awaited)) {
      if (written.year > event.year)
        yield { paragraph, fault: { kind: 'awaited', severity: 'warning', ...event, source } };
    }
  }
}
