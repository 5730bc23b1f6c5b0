/** Marks written with a point, brackets or a circle: 一、 1. （一） （1） 1） ① ⑴, and articles whose line break was lost. */
import { isBlank } from '../../../engine/paragraph.ts';
import { Characters, DIGITS, isDigit, ShortList, WIDE_DIGITS } from '../../text/characters.ts';
import { readCircled, readDigits, readHanNumber } from '../../text/numerals.ts';
import { isHan, kindSet, Token } from '../../text/scan.ts';
import {
  DASHES,
  FORMAL_NUMBER,
  HAN_NUMBER,
  isDashAt,
  isHanNumberAt,
  LARGEST,
  LONGEST_NUMBER,
  NUMERALS,
  POINTS_BEHIND,
  readArabic,
  readDashed,
  readFormal,
} from './characters.ts';
import { type Drafts, opensClause, type Place } from './draft.ts';
import { type Sign, signAt } from './ready-made.ts';

/** The tokens behind a number that may make a mark of it. */
export const SIGNS = kindSet(Token.Close, Token.Space, Token.Comma, Token.Stop, Token.Other);

const ROUND_OPENS = new Characters('（(');
const ROUND_CLOSES = new Characters('）)');
const SQUARE_OPENS = new Characters('〔［');
const SQUARE_CLOSES = new Characters('〕］');
/** What stands before the point of 1. and 一、: the number, perhaps with a blank behind it. */
const BEFORE_POINT = new Characters(HAN_NUMBER, FORMAL_NUMBER, DASHES, DIGITS, WIDE_DIGITS, ' ');
const LONGEST_POINTED = LONGEST_NUMBER + 1;
const POINTS = new Characters('、，。：');
const FULL_STOPS = new Characters('.．');

export function readSigns(drafts: Drafts): void {
  const { text } = drafts;
  const { scan } = drafts.paragraph;
  for (let i = scan.next(SIGNS, 0), n = scan.count; i < n; i = scan.next(SIGNS, i + 1)) {
    const at = scan.start(i);
    switch (scan.kind(i)) {
      case Token.Close:
        if (NUMERALS.at(text, at - 1) || isDashAt(text, at - 1)) readClosed(drafts, at);
        break;
      case Token.Space:
        if (text[scan.end(i)] === '第') readArticleInside(drafts, at, scan.end(i));
        break;
      case Token.Comma:
      case Token.Stop:
        if (BEFORE_POINT.at(text, at - 1) && POINTS.at(text, at) && mayPoint(drafts, at))
          readPointed(drafts, at);
        break;
      default:
        readOther(drafts, at);
    }
  }
}

/** 一、 is a mark anywhere; 一，and 1。 are marks only where they lead. */
function mayPoint({ text, paragraph }: Drafts, at: number): boolean {
  return text[at] === '、' || at <= paragraph.contentStart + LONGEST_POINTED;
}

/** 1. ① ⑴: a point or a sign that is a number by itself. */
function readOther(drafts: Drafts, at: number): void {
  const { text } = drafts;
  if (FULL_STOPS.at(text, at)) {
    if (BEFORE_POINT.at(text, at - 1)) readPointed(drafts, at);
    return;
  }
  const code = text.charCodeAt(at);
  if (readCircled(code) > 0) {
    readCircledSign(drafts, at);
    return;
  }
  const sign = signAt(code);
  if (sign) readReadyMade(drafts, at, sign);
}

/** `point` is the 、 of 一、 or the . of 1. */
function readPointed(drafts: Drafts, point: number): void {
  const { text } = drafts;
  const numberEnd = text[point - 1] === ' ' ? point - 1 : point;
  let start = numberEnd;
  while (start > 0 && numberEnd - start < LONGEST_NUMBER && isDigit(text.charCodeAt(start - 1))) start--;
  // 三、 with nothing behind it is an item not yet written; 12. may be the number of a page.
  if (point + 1 >= text.length && (start < numberEnd || text[point] !== '、')) return;
  if (start < numberEnd) {
    readArabicPointed(drafts, start, numberEnd, point);
    return;
  }
  const { contentStart } = drafts.paragraph;
  // 贰、 and —、 are marks only where they lead.
  if (numberEnd > contentStart && numberEnd - contentStart <= LONGEST_NUMBER) {
    const odd = readDashed(text, contentStart) ?? readFormal(text, contentStart);
    if (odd?.end === numberEnd) {
      drafts.add('han', contentStart, point + 1, odd.value).numberEnd = numberEnd;
      return;
    }
  }
  while (numberEnd - start < LONGEST_NUMBER && isHanNumberAt(text, start - 1)) start--;
  if (start < numberEnd) readHanPointed(drafts, start, numberEnd, point);
}

/** 图1、 年1、: the number of something named. */
const NUMBERED_THINGS = new Characters('图表件号第年月');
const CLOCK_POINTS = new Characters('：:');
/** 1。 is 1. typed with the wrong point; 96。 ends a sentence. */
const LARGEST_BEFORE_STOP = 30;

function readArabicPointed(drafts: Drafts, start: number, numberEnd: number, point: number): void {
  const { text } = drafts;
  const sign = text[point]!;
  const label = attachmentLabel(drafts, start);
  const place = label === undefined ? drafts.placeOf(start) : 'lead';
  const lead = place === 'lead';
  const value = readDigits(text.slice(start, numberEnd));
  if (value < 1 || value > LARGEST || sign === '：') return;
  if (isDigit(text.charCodeAt(point + 1))) {
    readBeforeDigit(drafts, { start, numberEnd, point }, place);
    return;
  }
  if (sign === '。' && !(lead && value <= LARGEST_BEFORE_STOP && isHan(text.charCodeAt(point + 1)))) return;
  if (sign === '，' && !lead) return;
  if (sign === '、' && place === 'inside' && isHanNumberAt(text, point + 1)) return;
  if (place === 'inside' && NUMBERED_THINGS.at(text, start - 1)) return;
  // 9：00至11：30、14：00至17：30: the minutes.
  if (place !== 'lead' && CLOCK_POINTS.at(text, start - 1) && isDigit(text.charCodeAt(start - 2))) return;
  const goesOn = place === 'inside' && isSpaced(text, start) && drafts.goesOnInLine('arabic', '', value);
  const mark = drafts.add('arabic', start, point + 1, value);
  mark.numberEnd = numberEnd;
  mark.lead = lead;
  // 附件1.甲 may be the head of the attachment.
  mark.firm = sign !== '，' && sign !== '。' && (place !== 'inside' || goesOn) && label !== '附件';
}

/** The figure behind the point, and what it counts or measures. */
const FIGURE = /([\d０-９]{1,8}(?:\.\d{1,8})?)( ?)([+＋×%％A-Za-z\u4e00-\u9fff—–～~－、：:-])/y;
/** 3，4—亚甲基: the places in the name of a compound. */
const LOCANTS = /(\d{1,2})(?:[，,]\d{1,2}){1,4}()([—–-])/y;
/** What decimals measure. */
const MEASURED = new Characters('万亿千百元倍吨米公亩平立度折成斤克升厘毫秒%％—–～~－、-');
/** Of what there may be a fraction. */
const FRACTIONS = new ShortList(['个百分点', '个小时', '个月', '个标准', '小时']);

/**
 * 2.3月底前, 1.2025年, 2.100个村: the text of an item may begin with a figure. Soft, as its neighbours tell an item from a
 * decimal; doubtful where it reads as one (2.5亿元).
 */
function readBeforeDigit(
  drafts: Drafts,
  { start, numberEnd, point }: { readonly start: number; readonly numberEnd: number; readonly point: number },
  place: Place,
): void {
  const { text } = drafts;
  if (place === 'inside' || !ITEM_POINTS.at(text, point)) return;
  FIGURE.lastIndex = point + 1;
  LOCANTS.lastIndex = point + 1;
  const figure = FIGURE.exec(text) ?? LOCANTS.exec(text);
  if (!figure) return;
  const [, digits = '', blank = '', unit = ''] = figure;
  // 2.1 指挥部 is a section.
  if (blank !== '' && digits.length <= 2 && !'年月日'.includes(unit)) return;
  const fraction = FRACTIONS.isAt(text, FIGURE.lastIndex - 1);
  const doubtful = digits.length <= 2 ? MEASURED.at(unit, 0) || fraction : digits.includes('.');
  if (place !== 'lead' && doubtful) return;
  const mark = drafts.add('arabic', start, point + 1, readDigits(text.slice(start, numberEnd)));
  mark.numberEnd = numberEnd;
  mark.firm = false;
  mark.doubtful = doubtful;
  mark.lead = place === 'lead';
}

const ITEM_POINTS = new Characters('.．、');

const ATTACHMENT_LIST = /^(附件?)[\s　]?(?:([：:])[\s　]*)?$/;
/** 附 件： with blanks in it. */
const LONGEST_LABEL = 6;

/**
 * 附件：1.甲, and 2.乙 on the next line: the first mark begins its line no less than the others. What stands before it is 附件：
 * or, where the colon was left out, 附件; undefined for any other mark.
 */
function attachmentLabel({ paragraph, text }: Drafts, start: number): '附件：' | '附件' | undefined {
  const { contentStart } = paragraph;
  if (text[contentStart] !== '附' || start - contentStart > LONGEST_LABEL) return undefined;
  const match = ATTACHMENT_LIST.exec(text.slice(contentStart, start));
  if (!match || (match[2] === undefined && match[1] !== '附件')) return undefined;
  return match[2] === undefined ? '附件' : '附件：';
}

/** A blank stands before it: 1.甲 2.乙. */
function isSpaced(text: string, at: number): boolean {
  return at > 0 && isBlank(text.charCodeAt(at - 1));
}

function readHanPointed(drafts: Drafts, start: number, numberEnd: number, point: number): void {
  const { text } = drafts;
  const number = readHanNumber(text, start);
  if (number?.end !== numberEnd || number.value > LARGEST) return;
  const sign = text[point]!;
  const place = drafts.placeOf(start);
  const lead = place === 'lead';
  const follows = isNumberBehind(text, point + 1, number.value);
  if (follows && (place === 'inside' || isPartOfNumber(text, start, point))) return;
  const pages = sign === '、' && isBehindPageNumber(drafts, start);
  if (sign !== '、' && !lead) return;
  const spaced = place === 'inside' && isSpaced(text, start) && drafts.goesOnInLine('han', '', number.value);
  const mark = drafts.add('han', start, point + 1, number.value);
  mark.numberEnd = numberEnd;
  mark.lead ||= pages;
  // 三.推进: the point is wrong, the mark is plain.
  const plain = sign === '、' || (FULL_STOPS.at(text, point) && isHan(text.charCodeAt(point + 1)));
  mark.firm = plain && !pages && (lead || (!follows && (place !== 'inside' || spaced)));
}

/** 二、三级: a number goes on with a greater one. 二、二级发包, 二、两级审批 and 三、一网通办 open a part with a smaller one. */
function isNumberBehind(text: string, at: number, value: number): boolean {
  if (text[at] === '两') return value === 1;
  const behind = isHanNumberAt(text, at) ? readHanNumber(text, at)?.value : undefined;
  return behind === undefined ? NUMBER_WORDS.at(text, at) || isHanNumberAt(text, at) : behind > value;
}
const NUMBER_WORDS = new Characters('几多');

/** 一、二、三产业; 一、二等奖; 一、二年级学生; 一、两年之内. But 一、二〇二五年工作回顾 and 一、三年来的工作 open a part. */
function isPartOfNumber(text: string, start: number, point: number): boolean {
  return (
    '、等级类产线'.includes(text[point + 2] ?? '、') ||
    text.startsWith('年级', point + 2) ||
    ONE_OR_TWO.test(text.slice(start, point + 6))
  );
}

const ONE_OR_TWO = /^一、两(?:年|天|个月|周|次)(?:[之以]?内|左右|后|就|逐步|完成|见)/;

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
  if (!ROUND_CLOSES.at(text, close)) {
    if (SQUARE_CLOSES.at(text, close)) readSquare(drafts, close);
    return;
  }
  let open = close - 1;
  while (close - open < LONGEST_BRACKETED && (NUMERALS.at(text, open) || isDashAt(text, open))) open--;
  if (text[open] === '（' || text[open] === '(') readBracketed(drafts, open, close);
  else if (close - drafts.paragraph.contentStart <= 3) readHalfBracketed(drafts, close);
}

/** 〔四〕 for （四）: where it leads. */
function readSquare(drafts: Drafts, close: number): void {
  const { text, begin } = drafts;
  if (!SQUARE_OPENS.at(text, begin) || isDigit(text.charCodeAt(begin + 1))) return;
  if (close - begin < LONGEST_BRACKETED && close + 1 < text.length) readBracketed(drafts, begin, close);
}

function readBracketed(drafts: Drafts, open: number, close: number): void {
  const { text } = drafts;
  const place = drafts.placeOf(open);
  if (place !== 'lead' && isReference(text, open, close)) return;
  const dashed = place === 'lead' ? readDashed(text, open + 1) : undefined;
  const number = dashed ?? readHanNumber(text, open + 1) ?? readArabic(text, open + 1);
  if (number?.end !== close || number.value > LARGEST) return;
  // (021)-6688: the code of an area.
  if (text[open + 1] === '0' && close - open > 3) return;
  const kind = isDigit(text.charCodeAt(open + 1)) ? 'arabic-bracket' : 'han-bracket';
  const point = POINTS_BEHIND.at(text, close + 1) ? 1 : 0;
  const spaced = place === 'inside' && isSpaced(text, open) && drafts.goesOnInLine(kind, '', number.value);
  const mark = drafts.add(kind, open, close + 1 + point, number.value);
  mark.numberStart = open + 1;
  mark.numberEnd = close;
  mark.firm = place !== 'inside' || spaced;
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
  const value = readCircled(text.charCodeAt(at));
  const firm =
    drafts.placeOf(at) !== 'inside' ||
    drafts.goesOnInLine('circled', '', value) ||
    repeats(drafts, at, value) ||
    (value === 1 && opensList(text, at));
  const mark = drafts.add('circled', at, at + 1 + point, value);
  mark.numberEnd = at + 1;
  mark.firm = firm;
}

/** 做到①底数清、②情况明: the second follows a mark that parts items; the numbers of notes stand behind what they explain. */
function opensList(text: string, at: number): boolean {
  const second = text.indexOf('②', at);
  return (
    second > 0 &&
    second - at <= LONGEST_ITEM &&
    PARTS_ITEMS.at(text, second - 1) &&
    isHan(text.charCodeAt(at + 1)) &&
    isHan(text.charCodeAt(second + 1))
  );
}
const LONGEST_ITEM = 60;
const PARTS_ITEMS = new Characters('、，；');

/** ②帮扶到位，②资金到位: the number of the one before, at the head of a clause. */
function repeats(drafts: Drafts, at: number, value: number): boolean {
  const before = drafts.marks.findLast((mark) => mark.kind === 'circled');
  return before?.firm === true && before.value === value && value > 1 && opensClause(drafts.text, at);
}

/** ⑴ ⒈ ㈠; Ⅰ、 where it leads. */
function readReadyMade(drafts: Drafts, at: number, { kind, first, pointed }: Sign): void {
  const { text } = drafts;
  const place = drafts.placeOf(at);
  const point = POINTS_BEHIND.at(text, at + 1) ? 1 : 0;
  if (pointed && (point === 0 || place !== 'lead')) return;
  // （⑶⑷） points to notes.
  if (ROUND_OPENS.at(text, at - 1) || ROUND_CLOSES.at(text, at + 1)) return;
  const value = text.charCodeAt(at) - first + 1;
  const word = String.fromCharCode(first);
  const firm = place !== 'inside' || drafts.goesOnInLine(kind, word, value);
  const mark = drafts.add(kind, at, at + 1 + point, value);
  mark.numberEnd = at + 1;
  mark.word = word;
  mark.firm = firm && kind !== 'letter';
}
