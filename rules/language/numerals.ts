/**
 * Chinese numerals: reading and writing of the integers that number parts and count things (1 to 9999万).
 * Quantities with units, fractions and mixed writing are read by `quantities`.
 */

const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 〇 to 九; 零 and 两 too. −1 for anything else. */
function digitOf(char: string | undefined): number {
  if (char === undefined) return -1;
  if (char === '零') return 0;
  if (char === '两') return 2;
  return DIGITS.indexOf(char);
}

/** Whether the character can stand in a Chinese number: 一 … 九, 〇, 零, 两, 十, 百, 千, 万. */
export function isHanNumeral(char: string | undefined): boolean {
  return char !== undefined && (digitOf(char) >= 0 || char in UNITS || char === '万');
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
  while (end < at + LONGEST && isHanNumeral(text[end])) end++;
  if (end === at) return undefined;
  const run = text.slice(at, end);
  const split = run.indexOf('万');
  if (split < 0) {
    const value = readBelowTenThousand(run);
    return value === undefined ? undefined : { value, end };
  }
  const high = readBelowTenThousand(run.slice(0, split));
  const rest = run.slice(split + 1);
  const low = rest === '' ? 0 : readBelowTenThousand(rest);
  if (high === undefined || low === undefined) return undefined;
  return { value: high * 10_000 + low, end };
}

function readBelowTenThousand(run: string): number | undefined {
  let value = 0;
  let digit = -1;
  let unitBefore = 10_000;
  for (const char of run) {
    const unit = UNITS[char];
    if (unit === undefined) {
      const next = digitOf(char);
      // 〇 only fills a gap (一百〇五); two digits in a row are not an integer.
      if (next < 0 || (digit > 0 && next >= 0)) return undefined;
      digit = next;
    } else {
      if (unit >= unitBefore) return undefined;
      if (digit === 0) return undefined;
      // 十二: only 十 may stand without its digit, and only in front (or behind 〇, which old texts write).
      if (digit < 0 && !(unit === 10 && value === 0)) return undefined;
      value += (digit < 0 ? 1 : digit) * unit;
      unitBefore = unit;
      digit = -1;
    }
  }
  if (digit > 0) value += digit;
  return value > 0 ? value : undefined;
}

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
    out += unit === 10 && out === '' && digit === 1 ? name : DIGITS[digit] + name;
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
