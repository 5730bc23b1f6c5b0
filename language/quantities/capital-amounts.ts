/** Sums of money in the numerals of cheques: 壹佰贰拾伍万伍仟元整, 叁仟零伍拾元捌角. */
import { Characters } from '../text/characters.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
/** Written so as well. */
const VARIANTS: Readonly<Record<string, number>> = { 〇: 0, 两: 2, 弍: 2, 貳: 2, 叄: 3, 陸: 6 };
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8 };
const MONEY: Readonly<Record<string, number>> = { 元: 1, 圆: 1, 角: 0.1, 分: 0.01 };

/** What such a sum begins with. */
export const CAPITAL_DIGITS = new Characters('壹贰叁肆伍陆柒捌玖拾');

export interface CapitalAmount {
  readonly start: number;
  /** Behind 整 or 正. */
  readonly end: number;
  /** In 元. */
  readonly value: number;
}

/** The sum that begins at an offset (UTF-16 units); undefined without its 元. */
export function capitalAmountAt(text: string, start: number): CapitalAmount | undefined {
  let value = 0;
  let group = 0;
  let section = 0;
  let digit: number | undefined;
  let end = start;
  let yuan = false;
  for (; end < text.length; end++) {
    const char = text[end]!;
    const number = VARIANTS[char] ?? DIGITS.indexOf(char);
    if (number >= 0) digit = number;
    else if (PLACES[char] !== undefined) {
      section += (digit ?? 1) * PLACES[char];
      digit = undefined;
    } else if (LARGE[char] !== undefined) {
      group = (group + section + (digit ?? 0)) * LARGE[char];
      section = 0;
      digit = undefined;
    } else if (MONEY[char] !== undefined) {
      const worth = group + section + (digit ?? 0);
      value += worth * MONEY[char];
      yuan ||= MONEY[char] === 1;
      group = 0;
      section = 0;
      digit = undefined;
    } else break;
  }
  if (!yuan) return undefined;
  if (text[end] === '整' || text[end] === '正') end++;
  return { start, end, value: Math.round(value * 100) / 100 };
}

/** 1255000 as 壹佰贰拾伍万伍仟元整; undefined for what is no sum of 元 and 分 below 10¹². */
export function writeCapitalAmount(value: number): string | undefined {
  const cents = Math.round(value * 100);
  if (!(value > 0) || value >= 1e12 || Math.abs(cents - value * 100) > 1e-4) return undefined;
  const yuan = Math.floor(cents / 100);
  const [jiao, fen] = [Math.floor(cents / 10) % 10, cents % 10];
  const whole = yuan === 0 ? '' : `${writeWhole(yuan)}元`;
  const parts = `${jiao > 0 ? `${DIGITS[jiao]}角` : fen > 0 && yuan > 0 ? '零' : ''}${fen > 0 ? `${DIGITS[fen]}分` : ''}`;
  return `${whole}${parts === '' ? '整' : parts}`;
}

function writeWhole(value: number): string {
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0 && rest < size / 10 ? '零' : '';
    return `${writeWhole(Math.floor(value / size))}${unit}${gap}${rest > 0 ? writeWhole(rest) : ''}`;
  }
  return writeSection(value);
}

/** Below 10,000: 伍仟零叁拾. */
function writeSection(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, size] of [
    ['仟', 1000],
    ['佰', 100],
    ['拾', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${unit}`;
      gap = false;
    }
  }
  return text;
}
