/**
 * Chinese numerals: reading and writing of the integers that number parts and count things (1 to 9999万).
 * Quantities with units, fractions and mixed writing are read by `quantities`.
 */

/** What small numbers are written with: classes of patterns, and the places of one to ten. */
export const ONE_TO_NINE = '一二三四五六七八九';
export const ONE_TO_TEN = `${ONE_TO_NINE}十`;
/** What years are written with, digit by digit; each stands at the place of its value. */
export const HAN_DIGITS = `〇${ONE_TO_NINE}`;
/** What the characters of Chinese numbers stand for: digits, and from ten on what they multiply by. */
const WORTHS = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, 1e4, 1e8];
/** By character: its place among these. */
const places = new Uint8Array(0x10000);
for (const [i, chars] of ['', '〇零', '一', '二两', ...'三四五六七八九十百千万亿'].entries())
  for (const char of chars) places[char.charCodeAt(0)] = i;

const TEN_THOUSAND = 1e4;

/** What the character at an offset stands for in a number: 0 to 9, or 10, 100 … 10⁸ of 十 百 千 万 亿; −1 for any other. */
export function worthAt(text: string, at: number): number {
  // NaN, which stands outside of the text, becomes 0: U+0000 is no numeral.
  return WORTHS[places[text.charCodeAt(at) | 0]!]!;
}

/** Whether the character can stand in a Chinese number: 一 … 九, 〇, 零, 两, 十, 百, 千, 万. */
export function isHanNumeralAt(text: string, at: number): boolean {
  const worth = worthAt(text, at);
  return worth >= 0 && worth <= TEN_THOUSAND;
}

export interface NumberRead {
  readonly value: number;
  /** Offset just behind the number. */
  readonly end: number;
}

/** Longest number in characters: 九千九百九十九万九千九百九十九. */
const LONGEST = 15;

/**
 * Reads the Chinese integer that begins at `at`: 十二, 一百〇五, 二十, 三万五千, 两. Digit by digit writing (二〇二四) is
 * a year or a code and not read, nor is a run of digits (三五, 七八) that means “about”.
 */
export function readHanNumber(text: string, at: number): NumberRead | undefined {
  let end = at;
  let split = -1;
  while (end < at + LONGEST && isHanNumeralAt(text, end)) {
    if (split < 0 && worthAt(text, end) === TEN_THOUSAND) split = end;
    end++;
  }
  if (end === at) return undefined;
  if (split < 0) {
    const value = readBelowTenThousand(text, at, end);
    return value === undefined ? undefined : { value, end };
  }
  const high = readBelowTenThousand(text, at, split);
  const low = split + 1 === end ? 0 : readBelowTenThousand(text, split + 1, end);
  if (high === undefined || low === undefined) return undefined;
  return { value: high * TEN_THOUSAND + low, end };
}

/** A number written in digits (full-width too) or in Chinese, and nothing else: 12, 十二, 两. */
export function readNumber(written: string): number | undefined {
  if (/^[\d０-９]+$/.test(written)) return readDigits(written);
  const read = readHanNumber(written, 0);
  return read?.end === written.length ? read.value : undefined;
}

function readBelowTenThousand(text: string, from: number, to: number): number | undefined {
  let value = 0;
  let digit = -1;
  let unitBefore = TEN_THOUSAND;
  for (let i = from; i < to; i++) {
    const unit = worthAt(text, i);
    if (unit < 10) {
      // 〇 only fills a gap (一百〇五); two digits in a row are not an integer.
      if (digit > 0) return undefined;
      digit = unit;
      continue;
    }
    // 十二: only 十 may stand without its digit, and only in front (or behind 〇, which old texts write).
    const times = digit < 0 && unit === 10 && value === 0 ? 1 : digit;
    if (unit >= unitBefore || times <= 0) return undefined;
    value += times * unit;
    unitBefore = unit;
    digit = -1;
  }
  if (digit > 0) value += digit;
  return value > 0 ? value : undefined;
}

/** The way official texts write how many there are: 两项, where the second is 第二项. */
export const writeHanCount = (value: number): string => (value === 2 ? '两' : writeHanNumber(value));

/** The way official texts write an ordinal or a count below 10,000: 十二, 二十, 一百零五. */
export function writeHanNumber(value: number): string {
  if (!Number.isInteger(value) || value <= 0 || value >= 10_000) return String(value);
  let out = '';
  let gap = false;
  let rest = value;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += '零';
    gap = false;
    out += unit === 10 && out === '' && digit === 1 ? name : HAN_DIGITS[digit] + name;
  }
  return out;
}

/** Reads digits, ASCII or full-width: `12`, `１２`. */
export function readDigits(digits: string): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = value * 10 + (digits.charCodeAt(i) & 0xf);
  return value;
}

/** ① to ⑳ (U+2460), ㉑ to ㉟ (U+3251), ㊱ to ㊿ (U+32B1); 0 for anything else. */
export function readCircled(code: number): number {
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return 0;
}

export function writeCircled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  if (value <= 35) return String.fromCharCode(0x3251 + value - 21);
  return String.fromCharCode(0x32b1 + value - 36);
}
