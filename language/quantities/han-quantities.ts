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
/** Above every place of a section. */
const NO_PLACE = 10_000;

/**
 * The number that begins at `at`, as far as it is well formed.
 *
 * A number is sections of thousands, each closed by 万 or 亿; within a section multipliers fall (三千二百, not
 * 二百三千). Two digits that follow each other before a multiplier, or alone, are a guess between the two (三四十, 七八).
 */
export function readHan(text: string, at: number): HanNumber | undefined {
  const digits = digitRun(text, at);
  if (isRow(text, at, digits)) return positional(text, at, digits);
  const reader = new SectionReader(text, at);
  while (reader.at < text.length && reader.at - at < LONGEST && reader.read());
  return reader.at === at ? undefined : reader.number();
}

/** More digits than a number has in one place: 二〇二五, 五九. */
function isRow(text: string, at: number, digits: number): boolean {
  return digits > 2 || (digits === 2 && !isGuess(text, at));
}

function positional(text: string, at: number, digits: number): HanNumber {
  let value = 0;
  for (let k = 0; k < digits; k++) value = value * 10 + worthAt(text, at + k);
  return { end: at + digits, value, high: value, grain: 1, positional: true };
}

/** Reads a number place by place. */
class SectionReader {
  /** Behind what was read. */
  at: number;
  readonly #text: string;
  readonly #from: number;
  /** The sections closed by 万 or 亿, and the one that is open. */
  #total = 0;
  #section = 0;
  /** How far above the value a guess may go. */
  #spread = 0;
  #lastSmall = NO_PLACE;
  #lastLarge = Infinity;
  #grain = 1;
  #multipliers = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
    this.at = from;
  }

  /** Reads one place: digits with what multiplies them. False where the number has ended. */
  read(): boolean {
    const text = this.#text;
    const digits = digitRun(text, this.at);
    // 一万零五百: 零 only holds the place open.
    const open = digits > 0 && text[this.at] === '零' && this.#multipliers > 0;
    if (isRow(text, this.at, digits)) {
      if (open && digits === 2) this.at++;
      return open && digits === 2;
    }
    if (this.#readSmall(digits)) return true;
    if (open && digits === 1) {
      if (worthAt(text, this.at + 1) < 0) return false;
      this.at++;
      return true;
    }
    if (digits > 0) this.#readLast(digits);
    return this.#readLarge();
  }

  /** 三百, 三四十, 十 */
  #readSmall(digits: number): boolean {
    const { at } = this;
    const small = worthAt(this.#text, at + digits);
    if (!isSmall(small) || small >= this.#lastSmall) return false;
    if (digits === 0 && small !== 10 && at !== this.#from) return false;
    this.#add(digits, small);
    this.#lastSmall = small;
    this.#grain = 1;
    this.#multipliers++;
    this.at += digits + 1;
    return true;
  }

  /** The last place of a section: 二十三, or 一百二 (120, left to speech and not read). */
  #readLast(digits: number): void {
    this.#add(digits, 1);
    this.#lastSmall = 1;
    this.at += digits;
  }

  /** Digits of a place to the section; a place without one is 十. */
  #add(digits: number, worth: number): void {
    const first = digits > 0 ? worthAt(this.#text, this.at) : 1;
    this.#section += first * worth;
    if (digits === 2) this.#spread += (worthAt(this.#text, this.at + 1) - first) * worth;
  }

  /** 万 or 亿, which closes a section. */
  #readLarge(): boolean {
    const large = worthAt(this.#text, this.at);
    if (!isLarge(large)) return false;
    if (large >= this.#lastLarge || (this.#section === 0 && this.#total === 0)) {
      // 一万亿, 一万零五百亿: the 亿 multiplies all that came before.
      if (large === 1e8 && this.#lastLarge === 1e4) {
        this.#grain = this.#section > 0 ? 1e8 : 1e12;
        this.#close((this.#total + this.#section) * 1e8, 1e8);
      }
      return false;
    }
    this.#close(this.#total + this.#section * large, large);
    this.#grain = large;
    this.#lastLarge = large;
    this.#multipliers++;
    return true;
  }

  #close(total: number, large: number): void {
    this.#total = total;
    this.#spread *= large;
    this.#section = 0;
    this.#lastSmall = NO_PLACE;
    this.at++;
  }

  number(): HanNumber {
    const text = this.#text;
    const grain = this.#lastSmall < NO_PLACE && this.#section > 0 ? 1 : this.#grain;
    const whole = this.#total + this.#section;
    const decimals = readDecimals(text, this.at, this.#multipliers, this.#section);
    if (!decimals)
      return { end: this.at, value: whole, high: whole + this.#spread, grain, positional: false };
    let { end } = decimals;
    let factor = 1;
    // 三点五亿
    while (isLarge(worthAt(text, end)) && factor < 1e12) factor *= worthAt(text, end++);
    const value = whole + decimals.value;
    return {
      end,
      value: value * factor,
      high: (value + this.#spread) * factor,
      grain: decimals.grain * factor,
      positional: false,
    };
  }
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

/** 〇 to 九 */
const isOnes = (worth: number) => worth >= 0 && worth < 10;
/** 十 百 千 */
const isSmall = (worth: number) => worth >= 10 && worth < 1e4;
/** 万 亿 */
const isLarge = (worth: number) => worth >= 1e4;

function digitRun(text: string, at: number): number {
  let n = 0;
  while (n < 12 && isOnes(worthAt(text, at + n))) n++;
  return n;
}

/** 三四 in 三四十, 两三: neighbours, the smaller first, that are not part of a longer row of digits. */
function isGuess(text: string, at: number): boolean {
  const a = worthAt(text, at);
  const b = worthAt(text, at + 1);
  return a > 0 && (b === a + 1 || (a === 3 && b === 5));
}
