/**
 * Quantities: figures read with their unit, precision and how exactly they are meant.
 *
 * Reading starts from the scan's digit tokens and from the lexicon list `figures.han` (numbers in Chinese
 * characters) and looks at the text only around them. All offsets are UTF-16 units relative to the paragraph.
 */

import { defineFact } from '../../engine/facts.ts';
import type { Scan } from '../../engine/language.ts';
import { rows as unitRows } from '../../generated/quantities-units.ts';
import { Characters, DIGITS, firstOf, LETTERS, ShortList, WIDE_DIGITS } from '../text/characters.ts';
import type { Interval } from '../text/interval.ts';
import { wordList } from '../text/lexicon.ts';
import { worthAt } from '../text/numerals.ts';
import { kindSet, Token } from '../text/scan.ts';
import { readHan } from './han-quantities.ts';

const FIGURES = kindSet(Token.Digits);
const HAN_NUMERALS = wordList('quantities.han');

export type QuantityKind =
  | 'percent'
  | 'point'
  | 'times'
  | 'doubling'
  | 'money'
  | 'area'
  | 'volume'
  | 'length'
  | 'mass'
  | 'power'
  | 'energy'
  | 'duration'
  | 'people'
  | 'count'
  | 'place'
  /** 大 者 性: counted only in Chinese characters (三大攻坚战). */
  | 'han-count'
  | 'rank'
  | 'ordinal'
  | 'fraction'
  | 'ratio'
  | 'date'
  | 'time'
  /** A figure without a unit. */
  | 'number'
  | 'other'
  /** C919, 5G, 400-600-1234, 〔2024〕: digits that measure nothing. */
  | 'code';

/**
 * How the figure is meant: `about` 约 左右, `near` 近 (just below), `over` 超 逾 多 余 以上 (at least),
 * `under` 不足 以内 (at most), `exact` without such a word.
 */
export type Approximation = 'exact' | 'about' | 'near' | 'over' | 'under';

export interface Quantity extends Interval {
  /** From the first sign of approximation to the last: 约300万元左右. */
  readonly start: number;
  readonly end: number;
  /** The digits, with their decimals and nothing else. */
  readonly digits: { readonly start: number; readonly end: number };
  /** Just behind the number and its 万/亿: where the unit begins. */
  readonly numberEnd: number;
  /** Just behind the unit. */
  readonly unitEnd: number;
  readonly kind: QuantityKind;
  /** Only quantities of one dimension compare. */
  readonly dimension: string;
  /** As written, without 万/亿: 元, 个百分点; empty without one. */
  readonly unit: string;
  /** What one of the figure as written is worth in the dimension's base unit: 10⁴ for 3万元. */
  readonly scale: number;
  /** Signed, in the base unit of the dimension; `low` and `high` are what it may stand for. */
  readonly value: number;
  /** Worth of one unit in the last place written. */
  readonly grain: number;
  readonly approximation: Approximation;
  /** The signs of approximation as written, before and after. */
  readonly before: string;
  readonly after: string;
  /** 多 or 余 within the number: 50多万, 20余个; empty without. */
  readonly inner: string;
  /** One end of a range (5%—6%): the first names the index of the second and the other way round. */
  readonly rangeWith: number | undefined;
  /** Written in Chinese characters. */
  readonly han: boolean;
}

interface Unit {
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly dimension: string;
  readonly factor: number;
}

/** Units by the code of their first character, longest first. */
const UNITS = new Map<number, Unit[]>();
for (const { unit, kind, dimension, factor } of unitRows) {
  const first = unit.charCodeAt(0);
  const list = UNITS.get(first) ?? [];
  list.push({ unit, kind: kind as QuantityKind, dimension, factor: Number(factor) });
  UNITS.set(first, list);
}
for (const list of UNITS.values()) list.sort((a, b) => b.unit.length - a.unit.length);
const UNIT_BEGINS = new Characters(firstOf(unitRows.map(({ unit }) => unit)));

/** The quantities of a paragraph in text order, codes included (they keep others from being misread). */
export const quantities = defineFact<readonly Quantity[]>(
  'quantities',
  { tokens: [Token.Digits], words: [HAN_NUMERALS] },
  (paragraph) => {
    const { scan, text } = paragraph;
    const found: Quantity[] = [];
    readArabic(text, scan, found);
    if (paragraph.has(HAN_NUMERALS)) {
      const arabic = found.length;
      readHits(text, paragraph.hits(HAN_NUMERALS), found);
      if (arabic > 0 && arabic < found.length) found.sort((a, b) => a.digits.start - b.digits.start);
    }
    return found.length === 0 ? NONE : linkRanges(text, found);
  },
);

const NONE: readonly Quantity[] = [];

// ---------------------------------------------------------------------------------------------------------------
// Arabic figures

function readArabic(text: string, scan: Scan, found: Quantity[]): void {
  let done = 0;
  for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
    const start = scan.start(i);
    if (start < done) continue;
    const number = readNumber(text, start, scan.end(i));
    const quantity = readSlash(text, start, scan.end(i)) ?? (number && finish(text, number));
    if (!quantity) continue;
    found.push(quantity);
    done = quantity.unitEnd;
  }
}

const SLASHES = new Characters('/／');
const FRACTION = /(\d{1,2})[/／](\d{1,2})(?![\d/／.A-Za-z\-年月日])/y;

/** 1/3, 2／3: two small figures, not part of a date or a code. */
function readSlash(text: string, start: number, tokenEnd: number): Quantity | undefined {
  if (!SLASHES.at(text, tokenEnd)) return undefined;
  FRACTION.lastIndex = start;
  const match = FRACTION.exec(text);
  if (!match || /[\d/／.A-Za-z-]/.test(text[start - 1] ?? '') || Number(match[1]) >= Number(match[2]))
    return undefined;
  const end = start + match[0].length;
  const value = Number(match[1]) / Number(match[2]);
  const number: Numeral = {
    start,
    digitsStart: start,
    digitsEnd: end,
    end,
    value,
    grain: 0,
    multiplier: 1,
    high: value,
    inner: '',
    han: false,
  };
  return quantityOf(text, number, nothing('fraction'), end);
}

/** A number as far as digits, decimals and 万/亿 go. */
interface Numeral {
  readonly start: number;
  /** Of 百分之三十五 only the 三十五 are digits. */
  readonly digitsStart: number;
  readonly digitsEnd: number;
  /** Behind 万/亿. */
  readonly end: number;
  readonly value: number;
  readonly grain: number;
  /** What 万/亿 multiply by. */
  readonly multiplier: number;
  /** Greatest value meant, for guesses such as 三四十 and 50多. */
  high: number;
  /** 多 余 几 within the number: 50多万. */
  inner: string;
  readonly han: boolean;
}

/** A number of more digits is a code. */
const MOST_DIGITS = 15;
/** By decimals: the worth of the last, and how many of it make one. */
const GRAINS = Array.from({ length: MOST_DIGITS }, (_, decimals) => 10 ** -decimals);
const POWERS = Array.from({ length: MOST_DIGITS }, (_, zeros) => 10 ** zeros);

function readNumber(text: string, start: number, tokenEnd: number): Numeral | undefined {
  let digits = tokenEnd - start;
  if (digits > MOST_DIGITS) return undefined;
  let value = integerAt(text, start, tokenEnd);
  let end = tokenEnd;
  // 1,234,567: groups of three only, and not after a comma that parts two figures.
  while (digits <= 12 && THOUSANDS.at(text, end) && isGroup(text, end + 1)) {
    if (end === tokenEnd && digits > 3) break;
    value = value * 1000 + integerAt(text, end + 1, end + 4);
    digits += 3;
    end += 4;
  }
  let grain = 1;
  let decimals = 0;
  if (POINTS.at(text, end) && isDigit(text, end + 1)) {
    let to = end + 1;
    while (isDigit(text, to)) to++;
    // 1.2.3 is a heading or a version.
    if (!(POINTS.at(text, to) && isDigit(text, to + 1))) {
      decimals = to - end - 1;
      grain = GRAINS[decimals] ?? 10 ** -decimals;
      // Two whole numbers of few digits divide to the number that is nearest to what is written.
      value =
        digits + decimals < MOST_DIGITS
          ? (value * POWERS[decimals]! + integerAt(text, end + 1, to)) / POWERS[decimals]!
          : Number(`${value}.${narrow(text.slice(end + 1, to))}`);
      end = to;
    }
  }
  const tail = MULTIPLIER_BEGINS.at(text, end) ? readMultiplier(text, end) : undefined;
  if (!tail) {
    return {
      start,
      digitsStart: start,
      digitsEnd: end,
      end,
      value,
      grain,
      multiplier: 1,
      high: value,
      inner: '',
      han: false,
    };
  }
  const { multiplier, inner } = tail;
  // 50多 is up to 60, 120多 up to 130, 300多 up to 400: the place of the last digit that is not nought.
  const zeros = decimals > 0 ? 0 : trailingZeros(value, digits);
  const room = inner === '' ? 0 : 10 ** Math.min(zeros, digits - 1) * grain;
  return {
    start,
    digitsStart: start,
    digitsEnd: end,
    end: tail.end,
    value: value * multiplier,
    grain: grain * multiplier,
    multiplier,
    high: (value + room) * multiplier,
    inner,
    han: false,
  };
}

const THOUSANDS = new Characters(',，');
const POINTS = new Characters('.．');
const INNER = new Characters('多余几');
/** What {@link readMultiplier} begins with. */
const MULTIPLIER_BEGINS = new Characters(' 多余几十百千万亿');

/** The digits of `text[from, to)` as a number, ASCII or full-width; exact for fifteen of them. */
function integerAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + (text.charCodeAt(i) & 0xf);
  return value;
}

function trailingZeros(value: number, digits: number): number {
  if (value === 0) return digits;
  let zeros = 0;
  for (let rest = value; rest % 10 === 0; rest /= 10) zeros++;
  return zeros;
}

/** What 十 百 千 万 亿 multiply by; 0 for any other character. */
function multiplierAt(text: string, at: number): number {
  const worth = worthAt(text, at);
  return worth >= 10 ? worth : 0;
}

/** 万, 亿, 万亿, 千万, with 多/余/几 before them; a unit that begins with 千/百 (千瓦, 百分点) is not eaten. */
function readMultiplier(
  text: string,
  at: number,
): { end: number; multiplier: number; inner: string } | undefined {
  let end = at;
  let multiplier = 1;
  let inner = '';
  while (text[end] === ' ') end++;
  if (INNER.at(text, end) && multiplierAt(text, end + 1) > 0) inner = text[end++]!;
  for (;;) {
    const factor = multiplierAt(text, end);
    if (factor === 0 || startsUnit(text, end)) break;
    multiplier *= factor;
    end++;
  }
  return multiplier === 1 ? undefined : { end, multiplier, inner };
}

/** 千瓦 千克 千米 百分点 … */
function startsUnit(text: string, at: number): boolean {
  return unitAt(text, at) !== undefined;
}

function unitAt(text: string, at: number): Unit | undefined {
  if (!UNIT_BEGINS.at(text, at)) return undefined;
  for (const unit of UNITS.get(text.charCodeAt(at))!) if (text.startsWith(unit.unit, at)) return unit;
  return undefined;
}

/** What 万元, 平方公里, 人次 stand for by themselves, in the head of a table; undefined for what is no unit. */
export function unitCalled(
  name: string,
): { unit: string; kind: QuantityKind; dimension: string; factor: number } | undefined {
  let at = 0;
  let factor = 1;
  while (multiplierAt(name, at) > 0 && !startsUnit(name, at)) factor *= multiplierAt(name, at++);
  const unit = unitAt(name, at);
  return unit && at + unit.unit.length === name.length
    ? { ...unit, factor: factor * unit.factor }
    : undefined;
}

function isGroup(text: string, at: number): boolean {
  return isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Full-width digits to ASCII. */
function narrow(digits: string): string {
  return digits.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

// ---------------------------------------------------------------------------------------------------------------
// Chinese characters

/** Longest number in characters that is looked back for: 一千二百三十四万五千六百七十八亿. */
const LONGEST_HAN = 24;

/** `found` holds the Arabic figures, in order; those in characters are put behind them. */
function readHits(text: string, hits: readonly { start: number; end: number }[], found: Quantity[]): void {
  const arabic = found.length;
  let next = 0;
  let done = 0;
  for (const hit of hits) {
    if (hit.start < done) continue;
    let start = hit.start;
    const limit = Math.max(done, start - LONGEST_HAN);
    while (start > limit && isHanNumeralOrPoint(text, start - 1)) start--;
    const quantity = readFraction(text, hit.start) ?? readHanQuantity(text, start);
    done = quantity?.unitEnd ?? hit.start + 1;
    if (!quantity) continue;
    while (next < arabic && found[next]!.unitEnd <= quantity.digits.start) next++;
    // 百分之35 is read from its characters, 35 from its digits: the digits win.
    const inside = next < arabic && found[next]!.digits.start < quantity.unitEnd;
    if (!inside) found.push(quantity);
  }
}

/** Part of a number, or the 点 of 零点五. */
function isHanNumeralOrPoint(text: string, at: number): boolean {
  return worthAt(text, at) >= 0 || (text[at] === '点' && worthAt(text, at - 1) >= 0);
}

const PARTS_OF = /(?:百|千|万|[二三四五六七八九十]{1,3})分之/y;
const PARTS = new Characters('分');

/** 百分之三十五, 三分之二 */
function readFraction(text: string, at: number): Quantity | undefined {
  // Between one and three numerals before the 分.
  if (!PARTS.isIn(text, at + 1, at + 4)) return undefined;
  PARTS_OF.lastIndex = at;
  const head = PARTS_OF.exec(text)?.[0];
  if (!head) return undefined;
  const from = at + head.length;
  const above = readHan(text, from) ?? (isDigit(text, from) ? readDigits(text, from) : undefined);
  if (!above || above.end === from) return undefined;
  const per = head[0] === '百' ? 1 : head[0] === '千' ? 0.1 : head[0] === '万' ? 0.01 : 0;
  const number: Numeral = {
    start: at,
    digitsStart: from,
    digitsEnd: above.end,
    end: above.end,
    value: above.value,
    grain: above.grain,
    multiplier: 1,
    high: above.high,
    inner: '',
    han: true,
  };
  if (per > 0) {
    const unit: Unit = { unit: head, kind: 'percent', dimension: '%', factor: per };
    return quantityOf(text, number, unit, above.end);
  }
  const below = readHan(head, 0)?.value ?? 0;
  if (below <= 1) return undefined;
  const fraction = {
    ...number,
    digitsStart: at,
    value: above.value / below,
    grain: 0,
    high: above.high / below,
  };
  return quantityOf(text, fraction, nothing('fraction'), above.end);
}

function readDigits(text: string, at: number) {
  let end = at;
  while (isDigit(text, end)) end++;
  const number = readNumber(text, at, end);
  return number && { end: number.digitsEnd, value: number.value, high: number.value, grain: number.grain };
}

function readHanQuantity(text: string, start: number): Quantity | undefined {
  const number = readHan(text, start);
  if (!number || number.positional || number.end === start) return undefined;
  let end = number.end;
  let { value, high, grain } = number;
  let multiplier = 1;
  let inner = '';
  // 二十余万, 三百多亿
  if (INNER.at(text, end) && multiplierAt(text, end + 1) >= 1e4) {
    inner = text[end]!;
    multiplier = multiplierAt(text, end + 1);
    end += 2;
    // 二亿八千多万: the 亿 stand by themselves.
    const fixed = multiplier === 1e4 ? Math.floor(value / 1e8) * 1e8 : 0;
    const room = place(value);
    value = fixed + (value - fixed) * multiplier;
    high = value + room * multiplier;
    grain = multiplier;
  }
  return finish(text, {
    start,
    digitsStart: start,
    digitsEnd: number.end,
    end,
    value,
    grain,
    multiplier,
    high,
    inner,
    han: true,
  });
}

/** Worth of the last place that is not nought: 10 for 120. */
function place(value: number): number {
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

// ---------------------------------------------------------------------------------------------------------------
// Unit, approximation, kind

const MORE = new Characters('多余');
const PER = /[/／](?:[\u4e00-\u9fff]{1,3}|[A-Za-z]{1,3})/y;

/** Adds the unit to a number; undefined for characters that are no quantity after all (十分, 万一). */
function finish(text: string, number: Numeral): Quantity | undefined {
  const { end, han } = number;
  if (han && !isHanNumber(text, number)) return undefined;
  const special = han ? hanSpecial(text, number) : arabicSpecial(text, number);
  if (special) return special;

  let wordless = end;
  while (text[wordless] === ' ') wordless++;
  // 20多个, 50余家: the sign stands between number and unit.
  if (MORE.at(text, wordless) && (unitAt(text, wordless + 1) || number.multiplier > 1)) {
    number.inner = text[wordless]!;
    number.high = number.value + place(Math.round(number.value / number.multiplier)) * number.multiplier;
    wordless++;
  }
  const unit = NOT_UNITS.isAt(text, wordless) ? undefined : unitAt(text, wordless);
  if (!unit) return han ? undefined : quantityOf(text, number, NUMBER, end);
  if (han && !isHanUnit(text, wordless, unit)) return undefined;
  const at = wordless + unit.unit.length;
  // 元/人, 元／平方米: a unit of its own.
  if (SLASHES.at(text, at)) {
    PER.lastIndex = at;
    const slash = PER.exec(text)?.[0];
    if (slash) {
      const dimension = `${unit.dimension}${slash.replace('／', '/')}`;
      return quantityOf(text, number, { ...unit, unit: unit.unit + slash, dimension }, at + slash.length);
    }
  }
  return quantityOf(text, number, unit, at);
}

function nothing(kind: QuantityKind, unit = ''): Unit {
  return { unit, kind, dimension: kind, factor: 1 };
}

const NUMBER = nothing('number');
const CODE = nothing('code');
const ORDINAL = nothing('ordinal');
const YEAR = nothing('date', '年');
/** What a figure with one of these behind it is, in the way of units. */
const CALENDAR = {
  月: nothing('date', '月'),
  日: nothing('date', '日'),
  号: nothing('ordinal', '号'),
  届: nothing('ordinal', '届'),
  时: nothing('time', '时'),
  分: nothing('time', '分'),
};

/** Characters that follow a number in words that are no counts: 三年级, 十分重要, 四面八方, 三点钟. */
function isHanUnit(text: string, at: number, unit: Unit): boolean {
  const next = text[at + unit.unit.length] ?? '';
  if (unit.unit === '分' || unit.unit === '方') return false;
  if (unit.unit === '点') return next !== '钟' && next !== '半';
  if (unit.unit === '年') return next !== '级';
  return true;
}

/** Nouns that begin like a unit: 万亿元台阶, 三地表 … */
const NOT_UNITS = new ShortList(
  '年代 年级 台阶 地表 地面 地上 地下 地形 地标 国家 国际 国内 国有 市场 市值 区域 区间 校园 站点 港元 点点 名单 名录 名义 口岸 口径 道路 面积 面对 面向 组织 组成 位于 人才 人均'.split(
    ' ',
  ),
);

const GUESSED = new Characters('几数上成近');

/** 几十个, 数百家, 上千人, and 分之 of fractions: no number by itself. 十分重要, 二〇, 一些 and the like are read from no hit. */
function isHanNumber(text: string, { start, end }: Numeral): boolean {
  if (text[start - 1] === '第') return true;
  return !(GUESSED.at(text, start - 1) && multiplierAt(text, start) > 0) && !text.startsWith('分之', end);
}

const DAY_OR_SESSION = new Characters('月号日届');

/** What the surroundings say a figure in Chinese characters is, where it is no plain quantity. */
function hanSpecial(text: string, number: Numeral): Quantity | undefined {
  const { start, end, value } = number;
  if (text[start - 1] === '第') return quantityOf(text, number, ORDINAL, end);
  if (!DAY_OR_SESSION.at(text, end) || value > 31 || text.startsWith('号召', end)) return undefined;
  const after = text[end]!;
  return quantityOf(text, number, nothing(after === '届' ? 'ordinal' : 'date', after), end + 1);
}

const CODE_BEFORE = new Characters('-_#№@\\·•.．', LETTERS);
const CODE_BRACKETS = new Characters('〔［[');
const COLONS = new Characters('∶:：');
const LATIN = new Characters(LETTERS);
const CALENDAR_SIGNS = new Characters(' 年', Object.keys(CALENDAR).join(''));

/** What the surroundings say Arabic digits are, where they are no plain quantity. */
function arabicSpecial(text: string, number: Numeral): Quantity | undefined {
  const { start, digitsEnd, end, value, multiplier } = number;
  if (text[start - 1] === '第') return quantityOf(text, number, ORDINAL, digitsEnd);
  if (CODE_BEFORE.at(text, start - 1) && !isSign(text, start - 1) && !isRangeMark(text, start - 1)) {
    return quantityOf(text, number, CODE, digitsEnd);
  }
  if (CODE_BRACKETS.at(text, start - 1)) return quantityOf(text, number, CODE, digitsEnd);
  if (COLONS.at(text, digitsEnd) || COLONS.at(text, start - 1)) {
    const ratio = ratioKind(text, start, digitsEnd);
    if (ratio) return quantityOf(text, number, nothing(ratio), digitsEnd);
  }
  const slashed = SLASHES.at(text, digitsEnd);
  if ((slashed || SLASHES.at(text, start - 1)) && isDigit(text, slashed ? digitsEnd + 1 : start - 2)) {
    return quantityOf(text, number, CODE, digitsEnd);
  }
  if (multiplier > 1) return undefined;
  if (LATIN.at(text, digitsEnd)) {
    const unit = unitAt(text, digitsEnd);
    return unit && !LATIN.at(text, digitsEnd + unit.unit.length)
      ? undefined
      : quantityOf(text, number, CODE, digitsEnd);
  }
  if (CALENDAR_SIGNS.at(text, digitsEnd)) {
    const sign = text[end] === ' ' ? end + 1 : digitsEnd;
    const next = text[sign];
    if (next === '年') {
      if (digitsEnd - start === 4 && value >= 1000 && value < 2200 && isNarrow(text, start, digitsEnd))
        return quantityOf(text, number, YEAR, sign + 1);
    } else if (next === '月' || next === '日' || next === '号' || next === '届') {
      return quantityOf(text, number, CALENDAR[next], sign + 1);
    } else if ((next === '时' && value <= 24) || (next === '分' && text[start - 1] === '时')) {
      return quantityOf(text, number, CALENDAR[next], sign + 1);
    }
  }
  if (digitsEnd - start === 4 && isYearAlone(text, start, digitsEnd)) {
    return quantityOf(text, number, YEAR, digitsEnd);
  }
  return undefined;
}

/** ASCII digits and nothing else. */
function isNarrow(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) < 0x30 || text.charCodeAt(i) > 0x39) return false;
  return true;
}

/** 2021—2025年: the first year has lost its 年. */
function isYearAlone(text: string, start: number, end: number): boolean {
  const behind = RANGE_MARKS.at(text, end) && /^(?:19|20)\d\d年?/.test(text.slice(end + 1, end + 6));
  const beside =
    behind ||
    (RANGE_MARKS.at(text, start - 1) &&
      /(?:19|20)\d\d年?$/.test(text.slice(Math.max(0, start - 6), start - 1)));
  return beside && /^(?:19|20)\d\d$/.test(text.slice(start, end));
}

/** 8.3∶41.4∶50.3 is a ratio, 09:30 a time, 1：… a heading. */
function ratioKind(text: string, start: number, end: number): QuantityKind | undefined {
  const pattern = /(?:\d{1,3}(?:\.\d+)?[∶:：]){1,5}\d{1,3}(?:\.\d+)?/y;
  let from = start;
  while (from > 0 && from > start - 24 && /[\d.∶:：]/.test(text[from - 1]!)) from--;
  while (from < start && !isDigit(text, from)) from++;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match || match.index + match[0].length < end) return undefined;
  const terms = match[0].split(/[∶:：]/);
  const clock =
    !match[0].includes('∶') &&
    terms.every((t, i) => /^\d{1,2}$/.test(t) && Number(t) < 60 && (i === 0 || t.length === 2));
  return clock && terms.length <= 3 && !/[比为]/.test(text[from - 1] ?? '') ? 'time' : 'ratio';
}

const MINUS = new Characters('-−－');
const BEFORE_HYPHEN = new Characters('%％万亿元年月日号个', DIGITS, WIDE_DIGITS, LETTERS);

/** A minus sign: 下降-3%, （−2）; not a hyphen between figures or words. */
function isSign(text: string, at: number): boolean {
  return MINUS.at(text, at) && !BEFORE_HYPHEN.at(text, at - 1);
}

const RANGE_MARKS = new Characters('—–－-～~至到');
const BEFORE_RANGE = new Characters('%％万亿元个年人吨', DIGITS, WIDE_DIGITS);

function isRangeMark(text: string, at: number): boolean {
  return RANGE_MARKS.at(text, at) && BEFORE_RANGE.at(text, at - 1);
}

type Sign = readonly [string, Approximation];

/** Signs of approximation that stand before a figure, longest first, by the code of their last character. */
const BEFORE = byCharacter(-1, [
  ['不低于', 'over'],
  ['不少于', 'over'],
  ['不小于', 'over'],
  ['不超过', 'under'],
  ['不高于', 'under'],
  ['不多于', 'under'],
  ['不大于', 'under'],
  ['大约', 'about'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['多于', 'over'],
  ['大于', 'over'],
  ['至少', 'over'],
  ['最少', 'over'],
  ['将近', 'near'],
  ['接近', 'near'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['不满', 'under'],
  ['低于', 'under'],
  ['少于', 'under'],
  ['小于', 'under'],
  ['至多', 'under'],
  ['最多', 'under'],
  ['约', 'about'],
  ['近', 'near'],
  ['超', 'over'],
  ['逾', 'over'],
]);

/** Those that stand behind it, by that of their first. */
const AFTER = byCharacter(0, [
  ['左右', 'about'],
  ['上下', 'about'],
  ['以上', 'over'],
  ['之多', 'over'],
  ['有余', 'over'],
  ['以下', 'under'],
  ['以内', 'under'],
  ['之内', 'under'],
  ['多', 'over'],
  ['余', 'over'],
]);

const BEFORE_ENDS = new Characters(String.fromCharCode(...BEFORE.keys()));
const AFTER_BEGINS = new Characters(String.fromCharCode(...AFTER.keys()));

function byCharacter(at: number, signs: readonly Sign[]): Map<number, Sign[]> {
  const map = new Map<number, Sign[]>();
  for (const sign of signs) {
    const code = sign[0].at(at)!.charCodeAt(0);
    map.set(code, [...(map.get(code) ?? []), sign]);
  }
  return map;
}

const NOT_MORE = new Characters('少数元样种位项');

/** Share by which 约 and 左右, and 近 downwards, may be off: only to keep checks silent about guesses. */
const GUESS = 0.15;

function quantityOf(text: string, number: Numeral, unit: Unit, unitEnd: number): Quantity {
  const { inner, multiplier } = number;
  const { kind, factor } = unit;
  let { start } = number;
  let value = number.value * factor;
  const grain = number.grain * factor;
  const most = number.high * factor;
  const open = inner !== '' || most > value;
  const signed = isSign(text, start - 1) && kind !== 'code';
  if (signed) {
    start--;
    value = -value;
  }
  let before = '';
  let approximation: Approximation = 'exact';
  const at = text[start - 1] === ' ' ? start - 1 : start;
  if (
    BEFORE_ENDS.at(text, at - 1) &&
    kind !== 'code' &&
    kind !== 'ordinal' &&
    kind !== 'date' &&
    kind !== 'time'
  ) {
    for (const [sign, meaning] of BEFORE.get(text.charCodeAt(at - 1))!) {
      if (!text.endsWith(sign, at)) continue;
      if (!isApproximation(text, at - sign.length, sign, unit)) break;
      before = sign;
      approximation = meaning;
      start = at - sign.length;
      break;
    }
  }
  let end = unitEnd;
  let after = '';
  if (AFTER_BEGINS.at(text, end) && kind !== 'code' && kind !== 'ordinal') {
    for (const [sign, meaning] of AFTER.get(text.charCodeAt(end))!) {
      if (!text.startsWith(sign, end)) continue;
      if (sign.length === 1 && (unit.unit === '' || NOT_MORE.at(text, end + 1))) break;
      after = sign;
      if (approximation === 'exact') approximation = meaning;
      end += sign.length;
      break;
    }
  }
  if (inner !== '' && approximation === 'exact') approximation = 'over';
  const whole = isWhole(kind) && multiplier === 1 && Number.isInteger(grain) && grain <= 1;
  const half = kind === 'fraction' ? 0.005 : whole ? 0 : grain / 2;
  const high = signed ? value : most;
  return {
    start,
    end,
    digits: { start: number.digitsStart, end: number.digitsEnd },
    numberEnd: number.end,
    unitEnd,
    kind,
    dimension: unit.dimension,
    unit: unit.unit,
    scale: multiplier * factor,
    value,
    grain,
    approximation,
    before,
    after,
    inner,
    rangeWith: undefined,
    han: number.han,
    low: lowest(value, half, approximation),
    high: highest(value, high, half, approximation, open),
  };
}

/** Counted one by one: 776 cases are 776, where 776 million yuan are rounded. */
function isWhole(kind: QuantityKind): boolean {
  return (
    kind === 'people' || kind === 'count' || kind === 'place' || kind === 'han-count' || kind === 'number'
  );
}

function lowest(value: number, half: number, approximation: Approximation): number {
  if (approximation === 'exact') return value - half;
  if (approximation === 'over') return value;
  if (approximation === 'under') return Math.min(0, value);
  return value - Math.max(half, Math.abs(value) * GUESS);
}

function highest(
  value: number,
  high: number,
  half: number,
  approximation: Approximation,
  open: boolean,
): number {
  if (approximation === 'about') return high + Math.max(half, Math.abs(value) * GUESS);
  return approximation === 'over' && !open ? Infinity : high + half;
}

/** Words that end in the same character and mean something else: 最近5年, 附近, 制约, 节约, 赶超. */
const NOT_NEAR = new Characters('最附临靠邻相远亲');
const NOT_ABOUT = new Characters('节制合条公契预签邀违爽大');
const NOT_OVER = new Characters('赶反');

function isApproximation(text: string, at: number, sign: string, unit: Unit): boolean {
  if (sign === '近') return unit.kind !== 'duration' && !NOT_NEAR.at(text, at - 1);
  if (sign === '约') return !NOT_ABOUT.at(text, at - 1);
  if (sign === '超') return !NOT_OVER.at(text, at - 1);
  return true;
}

/** Links the two ends of a range: figure, mark, figure with nothing else between. */
function linkRanges(text: string, found: readonly Quantity[]): readonly Quantity[] {
  let linked: Quantity[] | undefined;
  for (let i = 0; i + 1 < found.length; i++) {
    const a = found[i]!;
    const b = found[i + 1]!;
    const gap = b.digits.start - a.unitEnd;
    if (gap < 1 || gap > 2 || a.kind === 'code' || b.kind === 'code') continue;
    if (!RANGE_MARKS.at(text, a.unitEnd) || (gap === 2 && !text.startsWith('——', a.unitEnd))) continue;
    linked ??= [...found];
    linked[i] = { ...linked[i]!, rangeWith: i + 1 };
    linked[i + 1] = { ...b, rangeWith: i };
  }
  return linked ?? found;
}

/** Whether the figure may enter a sum: exact to its digits, no end of a range, and a measure of something. */
export function isPlain(q: Quantity): boolean {
  return q.rangeWith === undefined && MEASURES.has(q.kind);
}

const MEASURES = new Set<QuantityKind>([
  'percent',
  'point',
  'times',
  'doubling',
  'money',
  'area',
  'volume',
  'length',
  'mass',
  'power',
  'energy',
  'people',
  'count',
  'place',
  'other',
  'fraction',
  'duration',
]);

/** Not a code, a date, a time, an ordinal. */
export function isMeasure(q: Quantity): boolean {
  return q.kind !== 'code' && q.kind !== 'date' && q.kind !== 'time' && q.kind !== 'ordinal';
}
