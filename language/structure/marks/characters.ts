/** The characters that the readers of marks ask for. */
import { Characters, DIGITS, WIDE_DIGITS } from '../../text/characters.ts';
import { readDigits } from '../../text/numerals.ts';

export const HAN_NUMBER = '一二三四五六七八九十百〇零';
const HAN_NUMBERS = new Characters(HAN_NUMBER);
/** All that a number is written with. */
export const NUMERALS = new Characters(HAN_NUMBER, '两千万', DIGITS, WIDE_DIGITS);
/** A pause behind 第一 and its like. */
export const PAUSES = new Characters('，,、：:');
/** A second point behind ① or （一）. */
export const POINTS_BEHIND = new Characters('、.．，');

/** Larger numbers in front of `、` or `.` are years, quantities and codes. */
export const LARGEST = 199;
/** Characters of a number before 、 or a point. */
export const LONGEST_NUMBER = 4;

/** `0`–`9`, full-width too. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

export function isHanNumberAt(text: string, at: number): boolean {
  return HAN_NUMBERS.at(text, at);
}

/** Up to four digits. */
export function readArabic(text: string, at: number): { value: number; end: number } | undefined {
  let end = at;
  while (end < at + LONGEST_NUMBER && end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end === at ? undefined : { value: readDigits(text.slice(at, end)), end };
}
