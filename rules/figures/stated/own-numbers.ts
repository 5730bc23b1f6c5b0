/**
 * The number of the body, the paper or the occasion that the document is of (第三巡察组, 第56号提案, 第十二届旅游节), and others that the text
 * gives it. Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

const NUMBERED = wordList('figures.numbered');

/** 第|三|巡察组. The range is that of the number. */
export interface OwnNumber extends Range {
  readonly value: number;
  readonly digits: string;
  /** 巡察组, 提案; of an occasion its name: 中国·云州旅游节. */
  readonly of: string;
  /** Of an occasion: the sentence opens it, closes it or wishes it well, so that it can only be the one that the text is for. */
  readonly held?: boolean;
}

const BEFORE = new RegExp(String.raw`第(?<digits>[${ONE_TO_TEN}]{1,3}|\d{1,5})$`);
const REACH = 7;

const ownNumbers = defineFact<readonly OwnNumber[]>('own numbers', { words: [NUMBERED] }, (paragraph) => {
  const { text } = paragraph;
  return paragraph.hits(NUMBERED).flatMap(({ start, entry }) => {
    const digits = BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.groups?.digits;
    const value = digits === undefined ? undefined : readNumber(digits);
    if (digits === undefined || value === undefined) return [];
    const number = { start: start - digits.length, end: start, value, digits };
    if (entry.value !== OCCASION) return [{ ...number, of: entry.value }];
    const of = EVENT.exec(text.slice(start, start + LONGEST_EVENT))?.[0];
    return of === undefined
      ? []
      : [{ ...number, of, held: isHeld(text, number.start - 1, start + of.length) }];
  });
});

const OCCASION = '届';
const EVENT = /^届[\u4e00-\u9fff·“”]{1,24}?(?:节|会|赛|论坛|展|周|活动)/;
const LONGEST_EVENT = 30;

const OPENED = new RegExp(
  `${anyOf('预祝 祝愿 祝贺 祝 宣布 隆重举行 隆重举办 隆重召开 齐聚 欢聚 迎来 今天 现在 在这里')}[^。；！\\d]{0,24}$`,
);
/** 第十二届旅游节|开幕！ 第十一届旅游节|圆满成功 alone may be the last one's. */
const CLOSED = /^(?:现在|正式|胜利|隆重)?(?:开幕|闭幕)(?:了)?[！。!]/;
/** 去年第十一届…圆满成功: an earlier one, or one of many. */
const EARLIER = /去年|上年|上[一]?届|往届|历届|曾|以来|\d{4}年[^，。；]{0,12}$/;
const HELD_REACH = 40;

function isHeld(text: string, start: number, end: number): boolean {
  const sentence = boundBefore(text, start, STATEMENT_STOPS, HELD_REACH);
  const before = text.slice(sentence, start);
  if (EARLIER.test(before)) return false;
  return OPENED.test(before) || CLOSED.test(text.slice(end, end + HELD_REACH));
}

export interface PlacedNumber {
  readonly paragraph: Paragraph;
  readonly number: OwnNumber;
}

/** The title is among these. */
const FIRST_LINES = 4;
const LONGEST_TITLE = 60;

export interface OtherNumber {
  readonly here: PlacedNumber;
  readonly own: PlacedNumber;
}

/** Numbers of what the document is of that are not its own. */
export function* otherNumbers(document: Document): Generator<OtherNumber> {
  const placed = document
    .paragraphsWith(ownNumbers)
    .flatMap((paragraph) => paragraph.fact(ownNumbers).map((number) => ({ paragraph, number })));
  const first = placed.find(({ number }) => number.held === undefined);
  if (first) yield* othersThanTitle(first, placed);
  yield* occasionsTwice(placed);
}

/** 隆重举行第十二届旅游节…预祝第十一届旅游节圆满成功: one text is for one of them; the first is taken for its own. */
function* occasionsTwice(placed: readonly PlacedNumber[]): Generator<OtherNumber> {
  const own = placed.find(
    ({ number, paragraph }) => number.held || (number.held === false && isTitle(paragraph)),
  );
  if (own?.number.held === undefined) return;
  const held = placed.filter(({ number }) => number.held && number.of === own.number.of);
  const others = held.filter(({ number }) => number.value !== own.number.value);
  if (others.length * 2 > held.length + 1) return;
  for (const here of others) yield { here, own };
}

/** Numbers that are not the title's, where the text gives one other only, and that not oftener than its own. */
function* othersThanTitle(own: PlacedNumber, placed: readonly PlacedNumber[]): Generator<OtherNumber> {
  if (!isTitle(own.paragraph)) return;
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

export function isTitle({ index, content }: Paragraph): boolean {
  return index < FIRST_LINES && content.length <= LONGEST_TITLE && !/[。；，]/.test(content);
}
