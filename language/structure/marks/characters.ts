/** The characters that the readers of marks ask for. */
import { Characters, DIGITS, isDigit, WIDE_DIGITS } from '../../text/characters.ts';
import {
  type NumberRead,
  ONE_TO_TEN,
  readDigits,
  readHanNumber,
  writeHanNumber,
} from '../../text/numerals.ts';

export const HAN_NUMBER = `${ONE_TO_TEN}百〇零`;
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

export function isHanNumberAt(text: string, at: number): boolean {
  return HAN_NUMBERS.at(text, at);
}

/** Up to four digits. */
export function readArabic(text: string, at: number): NumberRead | undefined {
  let end = at;
  while (end < at + LONGEST_NUMBER && end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end === at ? undefined : { value: readDigits(text.slice(at, end)), end };
}

/** What 一 is typed as when a hand or a scanner slips: 第—章, （—）. */
export const DASHES = '—–―－';
const DASH = new Characters(DASHES);

export function isDashAt(text: string, at: number): boolean {
  return DASH.at(text, at);
}

/** A Han number with dashes for 一: 第—章, 第十—条. At least one of them is a dash. */
export function readDashed(text: string, at: number): NumberRead | undefined {
  let end = at;
  let dashed = false;
  while (end < at + LONGEST_NUMBER && (isHanNumberAt(text, end) || DASH.at(text, end))) {
    dashed ||= DASH.at(text, end);
    end++;
  }
  if (!dashed) return undefined;
  const number = readHanNumber(undash(text.slice(at, end)), 0);
  return number && number.end === end - at ? { value: number.value, end } : undefined;
}

/** The number with 一 for its dashes. */
function undash(number: string): string {
  return number.replace(/[—–―－]/g, '一');
}

/** Whether a mark holds a character that only looks like its own: — for 一, 笫 for 第. */
export function isMisprinted(mark: string): boolean {
  return /[—–―－笫]/.test(mark);
}

/** The mark with the characters that it should have. */
export function restored(mark: string): string {
  return undash(mark).replace('笫', '第');
}

/** Formal numerals, in the order of the plain ones. */
export const FORMAL_NUMBER = '壹贰叁肆伍陆柒捌玖拾';
const FORMALS = new Characters(FORMAL_NUMBER);

/** Whether the number is written in formal numerals: 贰. */
export function isFormal(number: string): boolean {
  return FORMALS.at(number, 0);
}

/** 壹 贰 拾壹: formal numerals, below a hundred. */
export function readFormal(text: string, at: number): NumberRead | undefined {
  let end = at;
  while (end < at + LONGEST_NUMBER && FORMALS.at(text, end)) end++;
  if (end === at) return undefined;
  const plain = text.slice(at, end).replace(/./g, (char) => ONE_TO_TEN[FORMAL_NUMBER.indexOf(char)]!);
  const number = readHanNumber(plain, 0);
  return number && number.end === end - at ? { value: number.value, end } : undefined;
}

export function writeFormal(value: number): string {
  return writeHanNumber(value).replace(/./g, (char) => FORMAL_NUMBER[ONE_TO_TEN.indexOf(char)] ?? char);
}
