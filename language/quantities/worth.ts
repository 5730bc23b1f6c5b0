/** What a number with its unit stands for: its sign, how exactly it is meant (约 近 超 左右 以上), and all it may have been rounded from. */
import { Characters, DIGITS, LETTERS, WIDE_DIGITS } from '../text/characters.ts';
import type { Numeral } from './arabic-number.ts';
import { type Approximation, isMeasure, type Quantity, type QuantityKind } from './quantity.ts';
import type { Unit } from './units.ts';

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

/** Behind 多: 多少, 多种, and 比上年的1.2亿元多3000万元, 2700人多了540人. */
const NOT_MORE = new Characters('少数元样种位项了出', DIGITS);

/** Share by which 约 and 左右, and 近 downwards, may be off: only to keep checks silent about guesses. */
const GUESS = 0.15;

export function quantityOf(text: string, number: Numeral, unit: Unit, unitEnd: number): Quantity {
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
  let approximation: Approximation = 'exact';
  const sign = signBefore(text, start, unit);
  if (sign) {
    if (text[start - 1] === ' ') start--;
    start -= sign[0].length;
    approximation = sign[1];
  }
  const behind = signBehind(text, unitEnd, unit);
  if (behind && approximation === 'exact') approximation = behind[1];
  if (inner !== '' && approximation === 'exact') approximation = 'over';
  const whole = isWhole(kind) && multiplier === 1 && Number.isInteger(grain) && grain <= 1;
  const half = kind === 'fraction' ? 0.005 : whole ? 0 : grain / 2;
  const high = signed ? value : most;
  return {
    start,
    end: unitEnd + (behind ? behind[0].length : 0),
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
    before: sign ? sign[0] : '',
    after: behind ? behind[0] : '',
    inner,
    rangeWith: undefined,
    han: number.han,
    low: lowest(value, half, approximation),
    high: approximation === 'over' && !open ? Infinity : highest(value, high, half, approximation),
  };
}

/** The sign of approximation before a figure, perhaps with a blank between them. */
function signBefore(text: string, start: number, unit: Unit): Sign | undefined {
  const at = text[start - 1] === ' ' ? start - 1 : start;
  if (!BEFORE_ENDS.at(text, at - 1) || !isMeasure(unit)) return undefined;
  const sign = BEFORE.get(text.charCodeAt(at - 1))!.find(([word]) => text.endsWith(word, at));
  return sign && isApproximation(text, at - sign[0].length, sign[0], unit) ? sign : undefined;
}

/** The sign of approximation behind a unit. */
function signBehind(text: string, at: number, { kind, unit }: Unit): Sign | undefined {
  if (!AFTER_BEGINS.at(text, at) || kind === 'code' || kind === 'ordinal') return undefined;
  const sign = AFTER.get(text.charCodeAt(at))!.find(([word]) => text.startsWith(word, at));
  // 20多 without a unit is no more than it says, and 多少 no sign.
  return sign?.[0].length === 1 && (unit === '' || NOT_MORE.at(text, at + 1)) ? undefined : sign;
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

/** @param high the greatest value that is written: 49 of 三四十 */
function highest(value: number, high: number, half: number, approximation: Approximation): number {
  return high + (approximation === 'about' ? Math.max(half, Math.abs(value) * GUESS) : half);
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

const MINUS = new Characters('-−－');
const BEFORE_HYPHEN = new Characters('%％万亿元年月日号个', DIGITS, WIDE_DIGITS, LETTERS);

/** A minus sign: 下降-3%, （−2）; not a hyphen between figures or words. */
export function isSign(text: string, at: number): boolean {
  return MINUS.at(text, at) && !BEFORE_HYPHEN.at(text, at - 1);
}
