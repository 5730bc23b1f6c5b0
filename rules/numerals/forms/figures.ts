/**
 * Figures whose form may be wrong: the one walk over the digits of a paragraph that the rules on numerals share. A figure is told
 * by the characters before and behind it, so that in a clean paragraph nothing is found; what it means, the rules judge.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters, DIGITS, LETTERS, ShortList, WIDE_DIGITS } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { wordsOf } from '../../../language/text/pattern.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';

/** What a figure is to be looked at for. */
export type FigureKind =
  /** Written with full-width digits, or in part. */
  | 'wide'
  /** 月, 日, 号 behind it, or 年 behind two digits or before Chinese numerals. */
  | 'date'
  /** 百分之, 千分之 or a number in Chinese numerals before it, 百, 千, 十 behind it, or 亿, 万 with digits and 千 behind. */
  | 'mixed'
  /** 几 behind it. */
  | 'several'
  /** One letter between its digits or behind them. */
  | 'letter'
  /** A point before it, another kind of point between its digits, or a point and no digit behind it. */
  | 'point'
  /** Commas in it. */
  | 'grouped'
  /** It stands in a word that is written with Chinese numerals. */
  | 'word'
  /** 第 before it and 、第 beside it, or a list of counts. */
  | 'listed'
  /** The part of the day before it, or minutes behind an hour: 下午15:30, 14时75分. */
  | 'clock';

export interface FigureForm extends Range {
  readonly kind: FigureKind;
}

const FIGURES = kindSet(Token.Digits);

/** The digits that are to be looked at, in text order; digits may come several times with different kinds. */
export const figureForms = defineFact<readonly FigureForm[]>(
  'figure forms',
  { tokens: [Token.Digits] },
  ({ scan, text }) => {
    const found: FigureForm[] = [];
    for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
      const start = scan.start(i);
      const end = scan.end(i);
      if (hasWide(text, start, end)) found.push({ kind: 'wide', start, end });
      if (LOOKED_AT_BEFORE.at(text, start - 1)) {
        const kind = kindBefore(text, start, end);
        if (kind) found.push({ kind: kind, start, end });
      }
      if (LOOKED_AT_BEHIND.at(text, end)) {
        const kind = kindBehind(text, start, end);
        if (kind) found.push({ kind: kind, start, end });
      }
    }
    return found;
  },
);

/** The figures of one kind. */
export function figuresOf(paragraph: Paragraph, kind: FigureKind): readonly FigureForm[] {
  return paragraph.fact(figureForms).filter((figure) => figure.kind === kind);
}

const WIDE = new Characters(WIDE_DIGITS);
const NUMBER = new Characters(DIGITS);
const LATIN = new Characters(LETTERS, '.-/_');
const LOOKED_AT_BEFORE = new Characters('.OoОl周期历月第、午上晨晚间时之十百千');
const LOOKED_AT_BEHIND = new Characters('月日号年百千十几亿万OoОlI.．。·,，大届次是产要责书时生');
/** What a figure is measured in, where no item is numbered: 1.个人. */
const MEASURED = new Characters('%％万亿户亩吨');
const LETTER_LIKE_FIGURES = new Characters('OoОlI');
const ZERO_LIKE = new Characters('OoО');
const HAN_NUMERALS = new Characters(`〇零${ONE_TO_TEN}`);
const CLOCK_BEFORE = new Characters('午上晨晚间时');
const CLOCK_BEHIND = new Characters(':：时点分');
const TENS = new Characters('十百千');
/** 百分之, 千分之 */
const OF_PARTS = new Characters('百千');
const WORD_FIRST = new Characters('期历月周');

function hasWide(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (WIDE.at(text, i)) return true;
  return false;
}

function kindBefore(text: string, start: number, end: number): FigureKind | undefined {
  const before = text[start - 1]!;
  if (CLOCK_BEFORE.at(text, start - 1)) return CLOCK_BEHIND.at(text, end) ? 'clock' : undefined;
  if (before === '.') return kindBehindPoint(text, start - 2);
  if (before === '第' || before === '、') return 'listed';
  if (before === '之') return text[start - 2] === '分' && OF_PARTS.at(text, start - 3) ? 'mixed' : undefined;
  if (TENS.at(text, start - 1))
    return before === '十' || HAN_NUMERALS.at(text, start - 2) ? 'mixed' : undefined;
  if (before === '月' && isDayWithout(text, start, end)) return 'date';
  if (WORD_FIRST.at(text, start - 1)) return isLunarOrWeekday(text, start) ? 'word' : undefined;
  return LATIN.at(text, start - 2) ? undefined : 'letter';
}

/** O.5, .5: by what stands before the point. */
function kindBehindPoint(text: string, at: number): FigureKind | undefined {
  if (LETTER_LIKE_FIGURES.at(text, at)) return 'letter';
  return LATIN.at(text, at) || NUMBER.at(text, at) ? undefined : 'point';
}

/** What goes on behind a day. */
const BEHIND_DAY = new ShortList(
  wordsOf('， 。 ） 上午 下午 晚上 前 起 开始 召开 举行 举办 正式 统一 之前 以前 之后 以后 在 全'),
);

/** 9月10上午: a day without its 日. */
function isDayWithout(text: string, start: number, end: number): boolean {
  return end - start <= 2 && NUMBER.at(text, start - 2) && BEHIND_DAY.isAt(text, end);
}

/** 星期, 每周, 农历, 腊月, 正月 before it. */
function isLunarOrWeekday(text: string, start: number): boolean {
  return LUNAR_OR_WEEKDAY.has(text.slice(start - 2, start));
}
const LUNAR_OR_WEEKDAY = new Set(wordsOf('每周 本周 下周 上周 星期 农历 腊月 正月'));

/** 二〇二五年5月, 五月6日. */
function isBehindHanDate(text: string, at: number): boolean {
  return (text[at - 1] === '年' || text[at - 1] === '月') && HAN_NUMERALS.at(text, at - 2);
}

/** What a figure may be by the character behind it. */
function kindBehind(text: string, start: number, end: number): FigureKind | undefined {
  switch (text[end]) {
    case '年':
    case '月':
    case '日':
    case '号':
      return isOddDate(text, start, end) ? 'date' : undefined;
    case '百':
    case '千':
    case '十':
      return 'mixed';
    case '亿':
    case '万':
      return NUMBER.at(text, end + 1) ? 'mixed' : undefined;
    case '几':
      return 'several';
    case '.':
      // 8.O万: a letter for the digit behind the point; 98.%: none.
      if (MEASURED.at(text, end + 1)) return 'point';
      return ZERO_LIKE.at(text, end + 1) && !LATIN.at(text, end + 2) ? 'letter' : undefined;
    case '．':
    case '。':
    case '·':
      return NUMBER.at(text, end + 1) ? 'point' : undefined;
    case ',':
    case '，':
      return beforeComma(text, start, end);
    case '大':
    case '届':
      return 'word';
    case '次':
    case '是':
    case '产':
    case '要':
    case '责':
    case '书':
    case '时':
    case '生':
      return text[start - 1] === '第' ? 'word' : undefined;
    default:
      return isSpelt(text, start, end) ? 'letter' : undefined;
  }
}

/** 3,200; 第1，要. */
function beforeComma(text: string, start: number, end: number): FigureKind | undefined {
  if (NUMBER.at(text, end + 1)) return COMMAS.at(text, start - 1) ? undefined : 'grouped';
  return text[start - 1] === '第' ? 'word' : undefined;
}

const COMMAS = new Characters(',，');

/** 05月, 01日, 二〇二五年5月, 五月6日. */
function isOddPart(text: string, start: number, end: number): boolean {
  return (text[start] === '0' && end - start === 2) || isBehindHanDate(text, start);
}

/** 05月, 二〇二五年5月, 5月六日; 3月5号; 25年, 2025年五月. */
function isOddDate(text: string, start: number, end: number): boolean {
  const length = end - start;
  switch (text[end]) {
    case '年':
      return length === 2 || (length === 4 && HAN_NUMERALS.at(text, end + 1));
    case '号':
      return text[start - 1] === '月';
    case '月':
      return isOddPart(text, start, end) || HAN_NUMERALS.at(text, end + 1);
    default:
      return isOddPart(text, start, end);
  }
}

/** 2O25年: a letter that looks like a digit, and no word of letters. */
function isSpelt(text: string, start: number, end: number): boolean {
  return LETTER_LIKE_FIGURES.at(text, end) && !LATIN.at(text, start - 1) && !LATIN.at(text, end + 1);
}
