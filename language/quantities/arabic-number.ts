/** Numbers in digits, ASCII or full-width: thousands, decimals, 万 and 亿. */
import type { Range } from '../../engine/finding.ts';
import { Characters, isDigit } from '../text/characters.ts';
import { multiplierAt, startsUnit } from './units.ts';

/** A number as far as digits, decimals and 万/亿 go. */
export interface Numeral {
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

/** Reads the number whose first digits are a token of the scan; undefined for a code of too many. */
export function readNumeral(text: string, start: number, tokenEnd: number): Numeral | undefined {
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
  if (POINTS.at(text, end) && isDigitAt(text, end + 1)) {
    let to = end + 1;
    while (isDigitAt(text, to)) to++;
    // 1.2.3 is a heading or a version.
    if (!(POINTS.at(text, to) && isDigitAt(text, to + 1))) {
      decimals = to - end - 1;
      grain = GRAINS[decimals] ?? 10 ** -decimals;
      value = withDecimals(value, text, { start: end + 1, end: to }, digits);
      end = to;
    }
  }
  const number: Numeral = {
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
  const tail = MULTIPLIER_BEGINS.at(text, end) ? readMultiplier(text, end) : undefined;
  // 50多 is up to 60, 120多 up to 130, 300多 up to 400: the place of the last digit that is not nought.
  const zeros = decimals > 0 || !tail ? 0 : Math.min(trailingZeros(value, digits), digits - 1);
  return tail ? multiplied(number, tail, zeros) : number;
}

/** @param digits how many the whole number has */
function withDecimals(whole: number, text: string, { start, end }: Range, digits: number): number {
  const decimals = end - start;
  if (digits + decimals >= MOST_DIGITS) return Number(`${whole}.${narrow(text.slice(start, end))}`);
  // Two whole numbers of few digits divide to the number that is nearest to what is written.
  return (whole * POWERS[decimals]! + integerAt(text, start, end)) / POWERS[decimals]!;
}

/** With its 万 or 亿. `zeros`: how many noughts the number ends with. */
function multiplied(number: Numeral, { end, multiplier, inner }: Multiplier, zeros: number): Numeral {
  const { value, grain } = number;
  const room = inner === '' ? 0 : 10 ** zeros * grain;
  return {
    ...number,
    end,
    value: value * multiplier,
    grain: grain * multiplier,
    multiplier,
    high: (value + room) * multiplier,
    inner,
  };
}

const THOUSANDS = new Characters(',，');
const POINTS = new Characters('.．');
export const INNER = new Characters('多余几');
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

interface Multiplier {
  readonly end: number;
  readonly multiplier: number;
  /** 多, 余 or 几 before it. */
  readonly inner: string;
}

/** 万, 亿, 万亿, 千万, with 多/余/几 before them; a unit that begins with 千/百 (千瓦, 百分点) is not eaten. */
function readMultiplier(text: string, at: number): Multiplier | undefined {
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

function isGroup(text: string, at: number): boolean {
  return (
    isDigitAt(text, at) && isDigitAt(text, at + 1) && isDigitAt(text, at + 2) && !isDigitAt(text, at + 3)
  );
}

export function isDigitAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at));
}

/** Full-width digits to ASCII. */
function narrow(digits: string): string {
  return digits.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}
