/**
 * The number that the title gives the body or the paper that the document is of (第三巡察组, 第56号提案), and others that the text gives it.
 * Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';

const NUMBERED = wordList('figures.numbered');

/** 第|三|巡察组. The range is that of the number. */
export interface OwnNumber extends Range {
  readonly value: number;
  readonly digits: string;
  /** 巡察组, 提案. */
  readonly of: string;
}

const BEFORE = new RegExp(String.raw`第(?<digits>[${ONE_TO_TEN}]{1,3}|\d{1,5})$`);
const REACH = 7;

const ownNumbers = defineFact<readonly OwnNumber[]>('own numbers', { words: [NUMBERED] }, (paragraph) => {
  const { text } = paragraph;
  return paragraph.hits(NUMBERED).flatMap(({ start, entry }) => {
    const digits = BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.groups?.digits;
    const value = digits === undefined ? undefined : readNumber(digits);
    return digits === undefined || value === undefined
      ? []
      : [{ start: start - digits.length, end: start, value, digits, of: entry.value }];
  });
});

export interface PlacedNumber {
  readonly paragraph: Paragraph;
  readonly number: OwnNumber;
}

/** The title is among these. */
const FIRST_LINES = 4;
const LONGEST_TITLE = 60;

/** Numbers that are not the title's, where the text gives one other only, and that not oftener than its own. */
export function* otherNumbers(
  document: Document,
): Generator<{ readonly here: PlacedNumber; readonly own: PlacedNumber }> {
  const placed = document
    .paragraphsWith(ownNumbers)
    .flatMap((paragraph) => paragraph.fact(ownNumbers).map((number) => ({ paragraph, number })));
  const [own] = placed;
  if (!own || !isTitle(own.paragraph)) return;
  const alike = placed.filter(({ number }) => number.of === own.number.of);
  const others = alike.filter(({ number }) => number.value !== own.number.value);
  // 第一督导组、第二督导组: both are spoken of.
  const besides = new Set(
    alike.filter(({ number }) => number.value === own.number.value).map(({ paragraph }) => paragraph),
  );
  if (others.some(({ paragraph }) => besides.has(paragraph))) return;
  const values = new Set(others.map(({ number }) => number.value));
  if (values.size !== 1 || others.length * 2 > alike.length) return;
  for (const here of others) if (!isTitle(here.paragraph)) yield { here, own };
}

function isTitle({ index, content }: Paragraph): boolean {
  return index < FIRST_LINES && content.length <= LONGEST_TITLE && !/[。；，]/.test(content);
}
