/**
 * Reads numbers in Chinese characters: 三百二十万, 一万零五百, 三点五, 三四十, 二〇二五.
 */
import { worthAt } from '../text/numerals.ts';

export interface HanNumber {
  readonly end: number;
  readonly value: number;
  /** Greatest value it may stand for: 三四十 is 30 to 49; else `value`. */
  readonly high: number;
  /** Value of one unit in the place that is counted last: 320万 written 三百二十万 counts in 万. */
  readonly grain: number;
  /** Digits without multipliers, two or more (二〇二五, 一二三): a year, a code, or no number at all. */
  readonly positional: boolean;
}

/** No number is longer: a line of numerals is no number. */
const LONGEST = 32;

/**
 * The number that begins at `at`, as far as it is well formed.
 *
 * A number is sections of thousands, each closed by 万 or 亿; within a section multipliers fall (三千二百, not
 * 二百三千). Two digits that follow each other before a multiplier, or alone, are a guess between the two (三四十, 七八).
 */
export function readHan(text: string, at: number): HanNumber | undefined {
  let i = at;
  let total = 0;
  let section = 0;
  let spread = 0;
  let lastSmall = 10_000;
  let lastLarge = Infinity;
  let grain = 1;
  let multipliers = 0;
  while (i < text.length && i - at < LONGEST) {
    const digits = digitRun(text, i);
    if (digits > 2 || (digits === 2 && !isGuess(text, i))) {
      // 二〇二五 — or 一万零五百, where 零 only holds the place open.
      if (multipliers > 0 && text[i] === '零' && digits === 2) {
        i++;
        continue;
      }
      if (multipliers > 0 || i > at) break;
      let value = 0;
      for (let k = 0; k < digits; k++) value = value * 10 + worthAt(text, i + k);
      return { end: i + digits, value, high: value, grain: 1, positional: true };
    }
    const first = digits > 0 ? worthAt(text, i) : 1;
    const gap = digits === 2 ? worthAt(text, i + 1) - first : 0;
    const small = worthAt(text, i + digits);
    if (isSmall(small) && small < lastSmall && (digits > 0 || small === 10 || i === at)) {
      section += first * small;
      spread += gap * small;
      lastSmall = small;
      grain = 1;
      multipliers++;
      i += digits + 1;
      continue;
    }
    if (digits > 0) {
      if (digits === 1 && text[i] === '零' && multipliers > 0) {
        if (worthAt(text, i + 1) < 0) break;
        i++;
        continue;
      }
      // The last place of a section: 二十三, or 一百二 (120, left to speech and not read).
      section += first;
      spread += gap;
      lastSmall = 1;
      i += digits;
    }
    const large = worthAt(text, i);
    if (!isLarge(large)) break;
    if (large >= lastLarge || (section === 0 && total === 0)) {
      // 一万亿, 一万零五百亿: the 亿 multiplies all that came before.
      if (large === 1e8 && lastLarge === 1e4) {
        grain = section > 0 ? 1e8 : 1e12;
        total = (total + section) * 1e8;
        spread *= 1e8;
        section = 0;
        lastSmall = 10_000;
        i++;
      }
      break;
    }
    total += section * large;
    spread *= large;
    section = 0;
    grain = large;
    lastSmall = 10_000;
    lastLarge = large;
    multipliers++;
    i++;
  }
  if (i === at) return undefined;
  if (lastSmall < 10_000 && section > 0) grain = 1;
  const decimals = readDecimals(text, i, multipliers, section);
  const value = total + section + (decimals?.value ?? 0);
  const unit = decimals?.grain ?? grain;
  let end = decimals?.end ?? i;
  let factor = 1;
  if (decimals) {
    // 三点五亿
    while (isLarge(worthAt(text, end)) && factor < 1e12) factor *= worthAt(text, end++);
  }
  return {
    end,
    value: value * factor,
    high: (value + spread) * factor,
    grain: unit * factor,
    positional: false,
  };
}

/** 三点五: digits behind 点. */
function readDecimals(text: string, at: number, multipliers: number, section: number) {
  if (text[at] !== '点' || (multipliers > 0 && section === 0)) return undefined;
  const count = digitRun(text, at + 1);
  if (count === 0) return undefined;
  let value = 0;
  for (let k = count; k >= 1; k--) value = (value + worthAt(text, at + k)) / 10;
  return { value, grain: 10 ** -count, end: at + 1 + count };
}

const isDigit = (worth: number) => worth >= 0 && worth < 10;
/** 十 百 千 */
const isSmall = (worth: number) => worth >= 10 && worth < 1e4;
/** 万 亿 */
const isLarge = (worth: number) => worth >= 1e4;

function digitRun(text: string, at: number): number {
  let n = 0;
  while (n < 12 && isDigit(worthAt(text, at + n))) n++;
  return n;
}

/** 三四 in 三四十, 两三: neighbours, the smaller first, that are not part of a longer row of digits. */
function isGuess(text: string, at: number): boolean {
  const a = worthAt(text, at);
  const b = worthAt(text, at + 1);
  return a > 0 && (b === a + 1 || (a === 3 && b === 5));
}
