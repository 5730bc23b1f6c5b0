/** Marks written with a point, brackets or a circle: 一、 1. （一） （1） 1） ①, and articles whose line break was lost. */
import { Characters, DIGITS, WIDE_DIGITS } from '../../text/characters.ts';
import { readCircled, readDigits, readHanNumber } from '../../text/numerals.ts';
import { isHan, kindSet, Token } from '../../text/scan.ts';
import {
  HAN_NUMBER,
  isDigit,
  isHanNumberAt,
  LARGEST,
  LONGEST_NUMBER,
  NUMERALS,
  POINTS_BEHIND,
  readArabic,
} from './characters.ts';
import type { Drafts } from './draft.ts';

/** The tokens behind a number that may make a mark of it. */
export const SIGNS = kindSet(Token.Close, Token.Space, Token.Comma, Token.Stop, Token.Other);

const ROUND_CLOSES = new Characters('）)');
/** What stands before the point of 1. and 一、: the number, perhaps with a blank behind it. */
const BEFORE_POINT = new Characters(HAN_NUMBER, DIGITS, WIDE_DIGITS, ' ');
const LONGEST_POINTED = LONGEST_NUMBER + 1;
const POINTS = new Characters('、，。');
const FULL_STOPS = new Characters('.．');

export function readSigns(drafts: Drafts): void {
  const { text } = drafts;
  const { scan, contentStart } = drafts.paragraph;
  for (let i = scan.next(SIGNS, 0), n = scan.count; i < n; i = scan.next(SIGNS, i + 1)) {
    const at = scan.start(i);
    switch (scan.kind(i)) {
      case Token.Close:
        if (ROUND_CLOSES.at(text, at) && NUMERALS.at(text, at - 1)) readClosed(drafts, at);
        break;
      case Token.Space:
        if (text[scan.end(i)] === '第') readArticleInside(drafts, at, scan.end(i));
        break;
      case Token.Comma:
      case Token.Stop:
        // 一，and 1。 are marks only where they lead.
        if (BEFORE_POINT.at(text, at - 1) && (text[at] === '、' || at <= contentStart + LONGEST_POINTED)) {
          if (POINTS.at(text, at)) readPointed(drafts, at);
        }
        break;
      default:
        if (FULL_STOPS.at(text, at)) {
          if (BEFORE_POINT.at(text, at - 1)) readPointed(drafts, at);
        } else if (readCircled(text.charCodeAt(at)) > 0) readCircledSign(drafts, at);
    }
  }
}

/** `point` is the 、 of 一、 or the . of 1. */
function readPointed(drafts: Drafts, point: number): void {
  const { text } = drafts;
  if (point + 1 >= text.length) return;
  const numberEnd = text[point - 1] === ' ' ? point - 1 : point;
  let start = numberEnd;
  while (start > 0 && numberEnd - start < LONGEST_NUMBER && isDigit(text.charCodeAt(start - 1))) start--;
  if (start < numberEnd) {
    readArabicPointed(drafts, start, numberEnd, point);
    return;
  }
  while (numberEnd - start < LONGEST_NUMBER && isHanNumberAt(text, start - 1)) start--;
  if (start < numberEnd) readHanPointed(drafts, start, numberEnd, point);
}

/** 图1、 年1、: the number of something named. */
const NUMBERED_THINGS = new Characters('图表件号第年月');
/** 1。 is 1. typed with the wrong point; 96。 ends a sentence. */
const LARGEST_BEFORE_STOP = 30;

function readArabicPointed(drafts: Drafts, start: number, numberEnd: number, point: number): void {
  const { text } = drafts;
  const sign = text[point]!;
  const place = drafts.placeOf(start);
  const lead = place === 'lead';
  const value = readDigits(text.slice(start, numberEnd));
  // 1.5, 2、3月, 10，000
  if (value < 1 || value > LARGEST || isDigit(text.charCodeAt(point + 1))) return;
  if (sign === '。' && !(lead && value <= LARGEST_BEFORE_STOP && isHan(text.charCodeAt(point + 1)))) return;
  if (sign === '，' && !lead) return;
  if (sign === '、' && isHanNumberAt(text, point + 1)) return;
  if (place === 'inside' && NUMBERED_THINGS.at(text, start - 1)) return;
  const mark = drafts.add('arabic', start, point + 1, value);
  mark.numberEnd = numberEnd;
  mark.firm = sign !== '，' && sign !== '。' && place !== 'inside';
}

function readHanPointed(drafts: Drafts, start: number, numberEnd: number, point: number): void {
  const { text } = drafts;
  const number = readHanNumber(text, start);
  if (number?.end !== numberEnd || number.value > LARGEST) return;
  const sign = text[point]!;
  const place = drafts.placeOf(start);
  const lead = place === 'lead';
  // 一、二、三产业; 一、二等奖; but 一、二〇二五年工作回顾 and 一、三年来的工作 open a part.
  const follows = isHanNumberAt(text, point + 1) || '两几多'.includes(text[point + 1]!);
  if (follows && (place === 'inside' || '、等级类产线'.includes(text[point + 2] ?? '、'))) return;
  const pages = sign === '、' && isBehindPageNumber(drafts, start);
  if (sign !== '、' && !(lead && sign !== '。')) return;
  const mark = drafts.add('han', start, point + 1, number.value);
  mark.numberEnd = numberEnd;
  mark.lead ||= pages;
  mark.firm = sign === '、' && !pages && (lead || (!follows && place !== 'inside'));
}

/** 15三、: text taken from a PDF puts the page number in front of the heading. */
function isBehindPageNumber({ paragraph, text }: Drafts, start: number): boolean {
  const { contentStart } = paragraph;
  if (start === contentStart || start - contentStart > 3) return false;
  for (let i = contentStart; i < start; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return true;
}

/** Characters of a number with its opening bracket. */
const LONGEST_BRACKETED = LONGEST_NUMBER + 1;

/** A number stands before the closing bracket: （一）, （1）, (1), or 1） with nothing before it. */
function readClosed(drafts: Drafts, close: number): void {
  const { text } = drafts;
  let open = close - 1;
  while (close - open < LONGEST_BRACKETED && NUMERALS.at(text, open)) open--;
  if (text[open] === '（' || text[open] === '(') readBracketed(drafts, open, close);
  else if (close - drafts.paragraph.contentStart <= 3) readHalfBracketed(drafts, close);
}

function readBracketed(drafts: Drafts, open: number, close: number): void {
  const { text } = drafts;
  const place = drafts.placeOf(open);
  if (place !== 'lead' && isReference(text, open, close)) return;
  const number = readHanNumber(text, open + 1) ?? readArabic(text, open + 1);
  if (number?.end !== close || number.value > LARGEST) return;
  const kind = isHan(text.charCodeAt(open + 1)) ? 'han-bracket' : 'arabic-bracket';
  const point = POINTS_BEHIND.at(text, close + 1) ? 1 : 0;
  const mark = drafts.add(kind, open, close + 1 + point, number.value);
  mark.numberStart = open + 1;
  mark.numberEnd = close;
  mark.firm = place !== 'inside';
}

/** （一）项, （一）至（三）, （一）、（二）: the text speaks of a member and does not open it. */
function isReference(text: string, open: number, close: number): boolean {
  if (text[open - 1] === '第') return true;
  const next = text[close + 1];
  if (next === undefined) return false;
  if ('项款目'.includes(next)) return true;
  return '、和及至到或'.includes(next) && '（(第'.includes(text[close + 2] ?? '');
}

/** 1）: the closing bracket has no partner. */
function readHalfBracketed(drafts: Drafts, close: number): void {
  const { text } = drafts;
  const { contentStart } = drafts.paragraph;
  for (let i = contentStart; i < close; i++) if (!isDigit(text.charCodeAt(i))) return;
  const value = readDigits(text.slice(contentStart, close));
  drafts.add('arabic-half', contentStart, close + 1, value).numberEnd = close;
}

/** ` 第三十二条 ` between blanks: an article whose line break was lost. Soft: it only fills its place. */
function readArticleInside(drafts: Drafts, blank: number, at: number): void {
  const { text } = drafts;
  if (blank <= drafts.paragraph.contentStart) return;
  const number = readHanNumber(text, at + 1);
  if (!number || text[number.end] !== '条' || !/[\s　]/.test(text[number.end + 1] ?? '')) return;
  const mark = drafts.add('article', at, number.end + 1, number.value);
  mark.numberStart = at + 1;
  mark.numberEnd = number.end;
  mark.word = '条';
  mark.firm = false;
}

function readCircledSign(drafts: Drafts, at: number): void {
  const { text } = drafts;
  const point = POINTS_BEHIND.at(text, at + 1) ? 1 : 0;
  const mark = drafts.add('circled', at, at + 1 + point, readCircled(text.charCodeAt(at)));
  mark.numberEnd = at + 1;
  mark.firm = drafts.placeOf(at) !== 'inside';
}
