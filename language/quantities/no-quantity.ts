/** Figures that are no plain quantities: codes, ordinals, dates, times, ratios. Told by their neighbours. */
import { Characters, DIGITS, LETTERS, WIDE_DIGITS } from '../text/characters.ts';
import { isDigitAt, type Numeral } from './arabic-number.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { nothing, unitAt } from './units.ts';
import { isSign, quantityOf } from './worth.ts';

export const SLASHES = new Characters('/／');

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
const DAY_OR_SESSION = new Characters('月号日届');

/** What the surroundings say a figure in Chinese characters is, where it is no plain quantity. */
export function hanSpecial(text: string, number: Numeral): Quantity | undefined {
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
export function arabicSpecial(text: string, number: Numeral): Quantity | undefined {
  const { start, digitsEnd, multiplier } = number;
  if (text[start - 1] === '第') return quantityOf(text, number, ORDINAL, digitsEnd);
  if (isOfCode(text, start)) return quantityOf(text, number, CODE, digitsEnd);
  if (COLONS.at(text, digitsEnd) || COLONS.at(text, start - 1)) {
    const ratio = ratioKind(text, start, digitsEnd);
    if (ratio) return quantityOf(text, number, nothing(ratio), digitsEnd);
  }
  const slashed = SLASHES.at(text, digitsEnd);
  if ((slashed || SLASHES.at(text, start - 1)) && isDigitAt(text, slashed ? digitsEnd + 1 : start - 2))
    return quantityOf(text, number, CODE, digitsEnd);
  if (multiplier > 1) return undefined;
  if (LATIN.at(text, digitsEnd)) {
    const unit = unitAt(text, digitsEnd);
    const isUnit = unit && !LATIN.at(text, digitsEnd + unit.unit.length);
    return isUnit ? undefined : quantityOf(text, number, CODE, digitsEnd);
  }
  const dated = CALENDAR_SIGNS.at(text, digitsEnd) ? calendarPart(text, number) : undefined;
  if (dated) return dated;
  if (digitsEnd - start === 4 && isYearAlone(text, start, digitsEnd))
    return quantityOf(text, number, YEAR, digitsEnd);
  return undefined;
}

/** G-25, #3, 〔2026: what stands before makes it a part of a code. */
function isOfCode(text: string, start: number): boolean {
  if (CODE_BRACKETS.at(text, start - 1)) return true;
  return CODE_BEFORE.at(text, start - 1) && !isSign(text, start - 1) && !isRangeMark(text, start - 1);
}

/** 2026年, 3月, 8时30分: a part of a date or of the time of day. */
function calendarPart(text: string, number: Numeral): Quantity | undefined {
  const { start, digitsEnd, end, value } = number;
  const sign = text[end] === ' ' ? end + 1 : digitsEnd;
  const next = text[sign];
  switch (next) {
    case '年': {
      const isYear = digitsEnd - start === 4 && value >= 1000 && value < 2200;
      return isYear ? quantityOf(text, number, YEAR, sign + 1) : undefined;
    }
    case '时':
      return value <= 24 ? quantityOf(text, number, CALENDAR[next], sign + 1) : undefined;
    case '分':
      return text[start - 1] === '时' ? quantityOf(text, number, CALENDAR[next], sign + 1) : undefined;
    case '月':
    case '日':
    case '号':
    case '届':
      return quantityOf(text, number, CALENDAR[next], sign + 1);
  }
  return undefined;
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
  while (from < start && !isDigitAt(text, from)) from++;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match || match.index + match[0].length < end) return undefined;
  const terms = match[0].split(/[∶:：]/);
  const clock = !match[0].includes('∶') && terms.every((t, i) => CLOCK[i]?.test(t) && Number(t) < 60);
  return clock && !/[比为]/.test(text[from - 1] ?? '') ? 'time' : 'ratio';
}

/** Hours, minutes, and seconds, which may be told to the millisecond. */
const CLOCK = [/^\d{1,2}$/, /^\d\d$/, /^\d\d(?:\.\d{3,6})?$/];

export const RANGE_MARKS = new Characters('—–－-～~至到');
const BEFORE_RANGE = new Characters('%％万亿元个年人吨', DIGITS, WIDE_DIGITS);

function isRangeMark(text: string, at: number): boolean {
  return RANGE_MARKS.at(text, at) && BEFORE_RANGE.at(text, at - 1);
}
