/** What a mark is (序次语: 第一章, 一、, （一）, 1., 一是, 第一，, 首先 …), and how its number is written. */

import { isDigit } from '../../text/characters.ts';
import { writeCircled, writeHanNumber } from '../../text/numerals.ts';
import { isFormal, writeFormal } from './characters.ts';
import { signOf } from './ready-made.ts';

/** Kinds of marks, by the form of their number. */
export type MarkKind =
  /** A Markdown heading without a number. */
  | 'heading'
  /** 附件1, above an attachment. */
  | 'attachment'
  /** 第一编 第一章 第一节 第一条 …: the unit is the mark's `word`. */
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  /** 一、 */
  | 'han'
  /** （一） */
  | 'han-bracket'
  /** 1. */
  | 'arabic'
  /** 1.1: the components before the last are the mark's `word`. */
  | 'decimal'
  /** （1） */
  | 'arabic-bracket'
  /** 1） */
  | 'arabic-half'
  /** ① */
  | 'circled'
  /** A. a. */
  | 'letter'
  /** 甲、 （甲） */
  | 'stem'
  /** 第一，: clause-initial. 第一步， and 第一个问题， have what they count as the mark's `word`. */
  | 'ordinal'
  /** 首先 其次 再次 最后 */
  | 'first-next'
  /** 其一 其二 */
  | 'qi'
  /** 一是 二要 三靠: the verb is the mark's `word`. */
  | 'verb'
  /** 一方面 另一方面 */
  | 'sides'
  /** —— at the start of a paragraph: without a number, and read only where a number of items is declared. */
  | 'dash';

/** How marks that head a paragraph nest where the text itself does not show it; smaller is higher. */
export const LEVELS: Readonly<Partial<Record<MarkKind, number>>> = {
  heading: 0,
  attachment: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  han: 5,
  'han-bracket': 6,
  stem: 6.5,
  arabic: 7,
  decimal: 7.5,
  'arabic-bracket': 8,
  'arabic-half': 8.5,
  circled: 9,
  letter: 10,
};

export interface SeriesMark {
  readonly kind: MarkKind;
  /** The ordinal number; 0 for 最后 and for headings without a number. */
  readonly value: number;
  /** The whole mark, with brackets and the point behind it. Relative to the paragraph. */
  readonly start: number;
  readonly end: number;
  /** The part that says the number, and changes when the member is renumbered. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** What else tells series of a kind apart: the verb of 一是, the unit of 第一章, the case of a letter. */
  readonly word: string;
  /** Kind and word: what series that can stand inside each other are told apart by. */
  readonly key: string;
  /** It begins the paragraph, or the list of attachments (附件：1.). */
  readonly lead: boolean;
  /** It begins the paragraph or a clause. */
  readonly opens: boolean;
  readonly firm: boolean;
  /** It reads as a figure as well: 2.5亿元 may be item 2. */
  readonly doubtful: boolean;
  /** Start of the innermost brackets or quotation marks around it, −1 in plain text. Series do not cross them. */
  readonly scope: number;
  /** Where those brackets end; 0 in plain text. */
  readonly scopeEnd: number;
}

/** Whether the mark's kind nests by a level of its own. */
export function isStructural(kind: MarkKind): boolean {
  return LEVELS[kind] !== undefined;
}

/** 甲 to 癸, in their order. */
export const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** The word of 1 总则, which has no point behind its number. */
export const BARE_WORD = 'bare';

/**
 * The number of a mark in the writing of its kind; undefined where the kind has no such number.
 *
 * @param like the number that it takes the place of: 第2章 stays in digits, 第贰章 in formal numerals
 */
export function writeNumber(
  mark: Pick<SeriesMark, 'kind' | 'word'>,
  value: number,
  like = '',
): string | undefined {
  if (value < 1) return undefined;
  const sign = signOf(mark.word);
  if (sign) return value <= sign.last ? String.fromCharCode(sign.first + value - 1) : undefined;
  switch (mark.kind) {
    case 'heading':
    case 'dash':
      return undefined;
    case 'attachment':
    case 'arabic':
    case 'decimal':
    case 'arabic-bracket':
    case 'arabic-half':
      return String(value);
    case 'circled':
      return value <= 50 ? writeCircled(value) : undefined;
    case 'letter':
      return value <= 26 ? String.fromCharCode(mark.word.charCodeAt(0) + value - 1) : undefined;
    case 'stem':
      return STEMS[value - 1];
    case 'first-next':
      return ['首先', '其次', '再次'][value - 1];
    case 'sides':
      return ['一方面', '另一方面'][value - 1];
    default:
      if (isDigit(like.charCodeAt(0))) return String(value);
      return isFormal(like) ? writeFormal(value) : writeHanNumber(value);
  }
}
