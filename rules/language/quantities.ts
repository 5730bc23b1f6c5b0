/**
 * Quantities: figures read with their unit, precision and how exactly they are meant.
 *
 * Reading starts from the scan's digit tokens and from the lexicon list `figures.han` (numbers in Chinese
 * characters) and looks at the text only around them. All offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../engine/facts.ts';
import type { Paragraph } from '../engine/paragraph.ts';
import { rows as unitRows } from '../generated/language-units.ts';
import type { Interval } from './interval.ts';
import { wordList } from './lexicon.ts';
import { isHanNumeral, readHan } from './quantities-han.ts';
import { kindSet, type Scan, Token } from './scan.ts';

const FIGURES = kindSet(Token.Digits);
const HAN_NUMERALS = wordList('figures.han');

export type QuantityKind =
  | 'percent'
  | 'point'
  | 'times'
  | 'doubling'
  | 'money'
  | 'area'
  | 'volume'
  | 'length'
  | 'mass'
  | 'power'
  | 'energy'
  | 'duration'
  | 'people'
  | 'count'
  | 'place'
  /** 大 者 性: counted only in Chinese characters (三大攻坚战). */
  | 'han-count'
  | 'rank'
  | 'ordinal'
  | 'fraction'
  | 'ratio'
  | 'date'
  | 'time'
  /** A figure without a unit. */
  | 'number'
  | 'other'
  /** C919, 5G, 400-600-1234, 〔2024〕: digits that measure nothing. */
  | 'code';

/**
 * How the figure is meant: `about` 约 左右, `near` 近 (just below), `over` 超 逾 多 余 以上 (at least),
 * `under` 不足 以内 (at most), `exact` without such a word.
 */
export type Approximation = 'exact' | 'about' | 'near' | 'over' | 'under';

export interface Quantity extends Interval {
  /** From the first sign of approximation to the last: 约300万元左右. */
  readonly start: number;
  readonly end: number;
  /** The digits, with their decimals and nothing else. */
  readonly digits: { readonly start: number; readonly end: number };
  /** Just behind the number and its 万/亿: where the unit begins. */
  readonly numberEnd: number;
  /** Just behind the unit. */
  readonly unitEnd: number;
  readonly kind: QuantityKind;
  /** Only quantities of one dimension compare. */
  readonly dimension: string;
  /** As written, without 万/亿: 元, 个百分点; empty without one. */
  readonly unit: string;
  /** What one of the figure as written is worth in the dimension's base unit: 10⁴ for 3万元. */
  readonly scale: number;
  /** Signed, in the base unit of the dimension; `low` and `high` are what it may stand for. */
  readonly value: number;
  /** Worth of one unit in the last place written. */
  readonly grain: number;
  readonly approximation: Approximation;
  /** The signs of approximation as written, before and after. */
  readonly before: string;
  readonly after: string;
  /** 多 or 余 within the number: 50多万, 20余个; empty without. */
  readonly inner: string;
  /** One end of a range (5%—6%): the first names the index of the second and the other way round. */
  readonly rangeWith: number | undefined;
  /** Written in Chinese characters. */
  readonly han: boolean;
}

interface Unit {
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly dimension: string;
  readonly factor: number;
}

/** Units by first character, longest first. */
const UNITS = new Map<string, Unit[]>();
for (const { unit, kind, dimension, factor } of unitRows) {
  const list = UNITS.get(unit[0]!) ?? [];
  list.push({ unit, kind: kind as QuantityKind, dimension, factor: Number(factor) });
  UNITS.set(unit[0]!, list);
}
for (const list of UNITS.values()) list.sort((a, b) => b.unit.length - a.unit.length);

/** The quantities of a paragraph in text order, codes included (they keep others from being misread). */
export const quantities = defineFact<readonly Quantity[]>(
  'quantities',
  { tokens: [Token.Digits], words: [HAN_NUMERALS] },
  (paragraph) => {
    const { scan, text } = paragraph;
    const found: Quantity[] = [];
    readArabic(text, scan, found);
    const hits = paragraph.hits(HAN_NUMERALS);
    if (hits.length > 0) {
      readHits(text, hits, found);
      found.sort((a, b) => a.digits.start - b.digits.start);
    }
    return found.length === 0 ? NONE : linkRanges(text, found);
  },
);

const NONE: readonly Quantity[] = [];

// ---------------------------------------------------------------------------------------------------------------
// Arabic figures

function readArabic(text: string, scan: Scan, found: Quantity[]): void {
  let done = 0;
  for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
    const start = scan.start(i);
    if (start < done) continue;
    const number = readNumber(text, start, scan.end(i));
    const quantity = readSlash(text, start, scan.end(i)) ?? (number && finish(text, number));
    if (!quantity) continue;
    found.push(quantity);
    done = quantity.unitEnd;
  }
}

/** 1/3, 2／3: two small figures, not part of a date or a code. */
function readSlash(text: string, start: number, tokenEnd: number): Quantity | undefined {
  if (text[tokenEnd] !== '/' && text[tokenEnd] !== '／') return undefined;
  const pattern = /(\d{1,2})[/／](\d{1,2})(?![\d/／.A-Za-z\-年月日])/y;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match || /[\d/／.A-Za-z-]/.test(text[start - 1] ?? '') || Number(match[1]) >= Number(match[2]))
    return undefined;
  const end = start + match[0].length;
  const value = Number(match[1]) / Number(match[2]);
  return quantityOf(text, {
    start,
    digits: { start, end },
    numberEnd: end,
    unitEnd: end,
    unit: nothing('fraction'),
    value,
    grain: 0,
    high: value,
    inner: '',
    multiplier: 1,
    han: false,
  });
}

/** A number as far as digits, decimals and 万/亿 go. */
interface Numeral {
  readonly start: number;
  readonly digitsEnd: number;
  /** Behind 万/亿. */
  readonly end: number;
  readonly value: number;
  readonly grain: number;
  /** What 万/亿 multiply by. */
  readonly multiplier: number;
  /** Greatest value meant, for guesses such as 三四十 and 50多. */
  readonly high: number;
  /** 多 余 几 within the number: 50多万. */
  readonly inner: string;
  readonly han: boolean;
}

const MULTIPLIERS: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

function readNumber(text: string, start: number, tokenEnd: number): Numeral | undefined {
  let digits = narrow(text.slice(start, tokenEnd));
  if (digits.length > 15) return undefined;
  let end = tokenEnd;
  // 1,234,567: groups of three only, and not after a comma that parts two figures.
  while (digits.length <= 12 && (text[end] === ',' || text[end] === '，') && isGroup(text, end + 1)) {
    if (end === tokenEnd && digits.length > 3) break;
    digits += narrow(text.slice(end + 1, end + 4));
    end += 4;
  }
  let decimals = 0;
  if ((text[end] === '.' || text[end] === '．') && isDigit(text, end + 1)) {
    let to = end + 1;
    while (isDigit(text, to)) to++;
    // 1.2.3 is a heading or a version.
    if (!((text[to] === '.' || text[to] === '．') && isDigit(text, to + 1))) {
      decimals = to - end - 1;
      digits += `.${narrow(text.slice(end + 1, to))}`;
      end = to;
    }
  }
  const value = Number(digits);
  const grain = 10 ** -decimals;
  const tail = readMultiplier(text, end);
  // 50多 is up to 60, 120多 up to 130, 300多 up to 400: the place of the last digit that is not nought.
  const zeros = decimals === 0 ? /0*$/.exec(digits)![0].length : 0;
  const room = tail.inner === '' ? 0 : 10 ** Math.min(zeros, digits.length - 1) * grain;
  return {
    start,
    digitsEnd: end,
    end: tail.end,
    value: value * tail.multiplier,
    grain: grain * tail.multiplier,
    multiplier: tail.multiplier,
    high: (value + room) * tail.multiplier,
    inner: tail.inner,
    han: false,
  };
}

/** 万, 亿, 万亿, 千万, with 多/余/几 before them; a unit that begins with 千/百 (千瓦, 百分点) is not eaten. */
function readMultiplier(text: string, at: number): { end: number; multiplier: number; inner: string } {
  let end = at;
  let multiplier = 1;
  let inner = '';
  while (text[end] === ' ') end++;
  if ((text[end] === '多' || text[end] === '余' || text[end] === '几') && MULTIPLIERS[text[end + 1]!]) {
    inner = text[end++]!;
  }
  for (;;) {
    const factor = MULTIPLIERS[text[end]!];
    if (factor === undefined || startsUnit(text, end)) break;
    multiplier *= factor;
    end++;
  }
  return multiplier === 1 ? { end: at, multiplier, inner: '' } : { end, multiplier, inner };
}

/** 千瓦 千克 千米 百分点 … */
function startsUnit(text: string, at: number): boolean {
  return unitAt(text, at) !== undefined;
}

function unitAt(text: string, at: number): Unit | undefined {
  const list = UNITS.get(text[at]!);
  return list?.find(({ unit }) => text.startsWith(unit, at));
}

/** What 万元, 平方公里, 人次 stand for by themselves, in the head of a table; undefined for what is no unit. */
export function unitCalled(
  name: string,
): { unit: string; kind: QuantityKind; dimension: string; factor: number } | undefined {
  let at = 0;
  let factor = 1;
  while (at < name.length && MULTIPLIERS[name[at]!] && !startsUnit(name, at))
    factor *= MULTIPLIERS[name[at++]!]!;
  const unit = unitAt(name, at);
  return unit && at + unit.unit.length === name.length
    ? { ...unit, factor: factor * unit.factor }
    : undefined;
}

function isGroup(text: string, at: number): boolean {
  return isDigit(text, at) && isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Full-width digits to ASCII. */
function narrow(digits: string): string {
  return digits.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

// ---------------------------------------------------------------------------------------------------------------
// Chinese characters

/** Longest number in characters that is looked back for: 一千二百三十四万五千六百七十八亿. */
const LONGEST_HAN = 24;

/** `found` holds the Arabic figures, in order; those in characters are put behind them. */
function readHits(text: string, hits: readonly { start: number; end: number }[], found: Quantity[]): void {
  const arabic = found.length;
  let next = 0;
  let done = 0;
  for (const hit of hits) {
    if (hit.start < done) continue;
    let start = hit.start;
    const limit = Math.max(done, start - LONGEST_HAN);
    while (start > limit && isHanNumeralOrPoint(text, start - 1)) start--;
    const quantity = readFraction(text, hit.start) ?? readHanQuantity(text, start);
    done = quantity?.unitEnd ?? hit.start + 1;
    if (!quantity) continue;
    while (next < arabic && found[next]!.unitEnd <= quantity.digits.start) next++;
    // 百分之35 is read from its characters, 35 from its digits: the digits win.
    const inside = next < arabic && found[next]!.digits.start < quantity.unitEnd;
    if (!inside) found.push(quantity);
  }
}

/** Part of a number, or the 点 of 零点五. */
function isHanNumeralOrPoint(text: string, at: number): boolean {
  return isHanNumeral(text[at]) || (text[at] === '点' && isHanNumeral(text[at - 1]));
}

/** 百分之三十五, 三分之二 */
function readFraction(text: string, at: number): Quantity | undefined {
  const match = /(?:百|千|万|[二三四五六七八九十]{1,3})分之/y;
  match.lastIndex = at;
  const head = match.exec(text)?.[0];
  if (!head) return undefined;
  const from = at + head.length;
  const above = readHan(text, from) ?? (isDigit(text, from) ? readDigits(text, from) : undefined);
  if (!above || above.end === from) return undefined;
  const per = head[0] === '百' ? 1 : head[0] === '千' ? 0.1 : head[0] === '万' ? 0.01 : 0;
  if (per > 0) {
    const grain = above.grain * per;
    return quantityOf(text, {
      start: at,
      digits: { start: from, end: above.end },
      numberEnd: above.end,
      unitEnd: above.end,
      unit: { unit: head, kind: 'percent', dimension: '%', factor: per },
      value: above.value * per,
      grain,
      high: above.high * per,
      inner: '',
      multiplier: 1,
      han: true,
    });
  }
  const below = readHan(head, 0)?.value ?? 0;
  if (below <= 1) return undefined;
  return quantityOf(text, {
    start: at,
    digits: { start: at, end: above.end },
    numberEnd: above.end,
    unitEnd: above.end,
    unit: { unit: '', kind: 'fraction', dimension: 'fraction', factor: 1 },
    value: above.value / below,
    grain: 0,
    high: above.high / below,
    inner: '',
    multiplier: 1,
    han: true,
  });
}

function readDigits(text: string, at: number) {
  let end = at;
  while (isDigit(text, end)) end++;
  const number = readNumber(text, at, end);
  return number && { end: number.digitsEnd, value: number.value, high: number.value, grain: number.grain };
}

function readHanQuantity(text: string, start: number): Quantity | undefined {
  const number = readHan(text, start);
  if (!number || number.positional || number.end === start) return undefined;
  let end = number.end;
  let { value, high, grain } = number;
  let multiplier = 1;
  let inner = '';
  // 二十余万, 三百多亿
  if (/[多余几]/.test(text[end] ?? '') && (text[end + 1] === '万' || text[end + 1] === '亿')) {
    inner = text[end]!;
    multiplier = MULTIPLIERS[text[end + 1]!]!;
    end += 2;
    // 二亿八千多万: the 亿 stand by themselves.
    const fixed = multiplier === 1e4 ? Math.floor(value / 1e8) * 1e8 : 0;
    const room = place(value);
    value = fixed + (value - fixed) * multiplier;
    high = value + room * multiplier;
    grain = multiplier;
  }
  return finish(text, {
    start,
    digitsEnd: number.end,
    end,
    value,
    grain,
    multiplier,
    high,
    inner,
    han: true,
  });
}

/** Worth of the last place that is not nought: 10 for 120. */
function place(value: number): number {
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

// ---------------------------------------------------------------------------------------------------------------
// Unit, approximation, kind

interface Parts {
  readonly start: number;
  readonly digits: { readonly start: number; readonly end: number };
  readonly numberEnd: number;
  readonly unitEnd: number;
  readonly unit: Unit;
  readonly value: number;
  readonly grain: number;
  readonly high: number;
  readonly inner: string;
  readonly multiplier: number;
  readonly han: boolean;
}

/** Adds the unit to a number; undefined for characters that are no quantity after all (十分, 万一). */
function finish(text: string, number: Numeral): Quantity | undefined {
  const { start, digitsEnd, han } = number;
  const parts = (unit: Unit, unitEnd: number, numeral = number): Parts => ({
    start,
    digits: { start, end: digitsEnd },
    numberEnd: numeral.end,
    unitEnd,
    unit,
    value: numeral.value * unit.factor,
    grain: numeral.grain * unit.factor,
    high: numeral.high * unit.factor,
    inner: numeral.inner,
    multiplier: numeral.multiplier,
    han,
  });
  const special = han ? hanKind(text, number) : arabicKind(text, number);
  if (special === 'none') return undefined;
  if (special) return quantityOf(text, parts(nothing(special.kind, special.unit), special.end));

  let at = number.end;
  let numeral = number;
  let wordless = at;
  while (text[wordless] === ' ') wordless++;
  // 20多个, 50余家: the sign stands between number and unit.
  const more = /[多余]/.exec(text[wordless] ?? '')?.[0];
  if (more && (unitAt(text, wordless + 1) || number.multiplier > 1)) {
    numeral = {
      ...number,
      inner: more,
      high: number.value + place(Math.round(number.value / number.multiplier)) * number.multiplier,
    };
    wordless++;
  }
  const seen = unitAt(text, wordless);
  const unit = seen && NOT_UNITS.test(text.slice(wordless, wordless + 2)) ? undefined : seen;
  if (!unit) return han ? undefined : quantityOf(text, parts(nothing('number'), at, numeral));
  if (han && !isHanUnit(text, wordless, unit)) return undefined;
  at = wordless + unit.unit.length;
  // 元/人, 元／平方米: a unit of its own.
  const per = /[/／](?:[\u4e00-\u9fff]{1,3}|[A-Za-z]{1,3})/y;
  per.lastIndex = at;
  const slash = per.exec(text)?.[0];
  if (slash) {
    const whole = {
      ...unit,
      unit: unit.unit + slash,
      dimension: `${unit.dimension}${slash.replace('／', '/')}`,
    };
    return quantityOf(text, parts(whole, at + slash.length, numeral));
  }
  return quantityOf(text, parts(unit, at, numeral));
}

function nothing(kind: QuantityKind, unit = ''): Unit {
  return { unit, kind, dimension: kind, factor: 1 };
}

/** Characters that follow a number in words that are no counts: 三年级, 十分重要, 四面八方, 三点钟. */
function isHanUnit(text: string, at: number, unit: Unit): boolean {
  const next = text[at + unit.unit.length] ?? '';
  if (unit.unit === '分' || unit.unit === '方') return false;
  if (unit.unit === '点') return next !== '钟' && next !== '半';
  if (unit.unit === '年') return next !== '级';
  return true;
}

/** Nouns that begin like a unit: 万亿元台阶, 三地表 … */
const NOT_UNITS =
  /^(?:年[代级]|台阶|地[表面上下形标]|国[家际内有]|市[场值]|区[域间]|校园|站点|港元|点[点]|名[单录义]|口[岸径]|道路|面[积对向]|组[织成]|位于|人才|人均)/;

type Special = { kind: QuantityKind; end: number; unit?: string } | 'none' | undefined;

/** What the surroundings say a figure in Chinese characters is. */
function hanKind(text: string, { start, end, value }: Numeral): Special {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (before === '第') return { kind: 'ordinal', end };
  // 几十个, 数百家, 上千人
  if (/[几数上成近]/.test(before) && /[十百千万亿]/.test(text[start]!)) return 'none';
  // 十分重要, 二〇, 一些 and the like are read from no hit; 百分之 belongs to fractions.
  if (text.startsWith('分之', end)) return 'none';
  if (/[月号日届]/.test(after) && value <= 31 && !text.startsWith('号召', end)) {
    return { kind: after === '届' ? 'ordinal' : 'date', end: end + 1, unit: after };
  }
  return undefined;
}

const CODE_BEFORE = /[A-Za-z\-_#№@\\·•.．]/;

/** What the surroundings say Arabic digits are. */
function arabicKind(text: string, { start, digitsEnd, end, value, multiplier }: Numeral): Special {
  const before = text[start - 1] ?? '';
  const after = text[digitsEnd] ?? '';
  const digits = text.slice(start, digitsEnd);
  if (before === '第') return { kind: 'ordinal', end: digitsEnd };
  if (CODE_BEFORE.test(before) && !isSign(text, start - 1) && !isRangeMark(text, start - 1)) {
    return { kind: 'code', end: digitsEnd };
  }
  if (before === '〔' || before === '［' || before === '[') return { kind: 'code', end: digitsEnd };
  if (
    after === '∶' ||
    after === ':' ||
    after === '：' ||
    before === '∶' ||
    before === ':' ||
    before === '：'
  ) {
    const ratio = ratioKind(text, start, digitsEnd);
    if (ratio) return { kind: ratio, end: digitsEnd };
  }
  if (after === '/' || after === '／' || before === '/' || before === '／') {
    if (isDigit(text, after === '/' || after === '／' ? digitsEnd + 1 : start - 2)) {
      return { kind: 'code', end: digitsEnd };
    }
  }
  if (multiplier > 1) return undefined;
  if (/[A-Za-z]/.test(after)) {
    return unitAt(text, digitsEnd) &&
      !/[A-Za-z]/.test(text[digitsEnd + unitAt(text, digitsEnd)!.unit.length] ?? '')
      ? undefined
      : { kind: 'code', end: digitsEnd };
  }
  const next = text[end] === ' ' ? (text[end + 1] ?? '') : after;
  const unitEnd = text[end] === ' ' ? end + 2 : digitsEnd + 1;
  if (next === '年' && /^\d{4}$/.test(digits) && value >= 1000 && value < 2200) {
    return { kind: 'date', end: unitEnd, unit: '年' };
  }
  if (next === '月' || next === '日') return { kind: 'date', end: unitEnd, unit: next };
  if (next === '号' || next === '届') return { kind: 'ordinal', end: unitEnd, unit: next };
  if (next === '时' && value <= 24) return { kind: 'time', end: unitEnd, unit: '时' };
  if (next === '分' && before === '时') return { kind: 'time', end: unitEnd, unit: '分' };
  if (/^(?:19|20)\d\d$/.test(digits) && isYearAlone(text, start, digitsEnd)) {
    return { kind: 'date', end: digitsEnd, unit: '年' };
  }
  return undefined;
}

/** 2021—2025年: the first year has lost its 年. */
function isYearAlone(text: string, start: number, end: number): boolean {
  return (
    (RANGE_MARKS.includes(text[end]!) && /^(?:19|20)\d\d年?/.test(text.slice(end + 1, end + 6))) ||
    (RANGE_MARKS.includes(text[start - 1]!) &&
      /(?:19|20)\d\d年?$/.test(text.slice(Math.max(0, start - 6), start - 1)))
  );
}

/** 8.3∶41.4∶50.3 is a ratio, 09:30 a time, 1：… a heading. */
function ratioKind(text: string, start: number, end: number): QuantityKind | undefined {
  const pattern = /(?:\d{1,3}(?:\.\d+)?[∶:：]){1,5}\d{1,3}(?:\.\d+)?/y;
  let from = start;
  while (from > 0 && from > start - 24 && /[\d.∶:：]/.test(text[from - 1]!)) from--;
  while (from < start && !isDigit(text, from)) from++;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match || match.index + match[0].length < end) return undefined;
  const terms = match[0].split(/[∶:：]/);
  const clock =
    !match[0].includes('∶') &&
    terms.every((t, i) => /^\d{1,2}$/.test(t) && Number(t) < 60 && (i === 0 || t.length === 2));
  return clock && terms.length <= 3 && !/[比为]/.test(text[from - 1] ?? '') ? 'time' : 'ratio';
}

/** A minus sign: 下降-3%, （−2）; not a hyphen between figures or words. */
function isSign(text: string, at: number): boolean {
  if (!/[-−－]/.test(text[at] ?? '')) return false;
  return !/[\d０-９A-Za-z%％万亿元年月日号个]/.test(text[at - 1] ?? '');
}

const RANGE_MARKS = '—–－-～~至到';

function isRangeMark(text: string, at: number): boolean {
  return RANGE_MARKS.includes(text[at]!) && /[\d０-９%％万亿元个年人吨]/.test(text[at - 1] ?? '');
}

type Sign = readonly [string, Approximation];
const NO_SIGNS: readonly Sign[] = [];

/** Signs of approximation that stand before a figure, longest first, by their last character. */
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

/** Those that stand behind it, by their first character. */
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

function byCharacter(at: number, signs: readonly Sign[]): Map<string, Sign[]> {
  const map = new Map<string, Sign[]>();
  for (const sign of signs) {
    const char = sign[0].at(at)!;
    map.set(char, [...(map.get(char) ?? []), sign]);
  }
  return map;
}

/** Share by which 约 and 左右, and 近 downwards, may be off: only to keep checks silent about guesses. */
const GUESS = 0.15;

function quantityOf(text: string, parts: Parts): Quantity {
  const { digits, unit, inner } = parts;
  let start = parts.start;
  let value = parts.value;
  const signed = isSign(text, start - 1) && parts.unit.kind !== 'code';
  if (signed) {
    start--;
    value = -value;
  }
  let before = '';
  let approximation: Approximation = 'exact';
  if (unit.kind !== 'code' && unit.kind !== 'ordinal' && unit.kind !== 'date' && unit.kind !== 'time') {
    const at = text[start - 1] === ' ' ? start - 1 : start;
    for (const [sign, meaning] of BEFORE.get(text[at - 1]!) ?? NO_SIGNS) {
      if (!text.endsWith(sign, at)) continue;
      if (!isApproximation(text, at - sign.length, sign, unit)) break;
      before = sign;
      approximation = meaning;
      start = at - sign.length;
      break;
    }
  }
  let end = parts.unitEnd;
  let after = '';
  for (const [sign, meaning] of AFTER.get(text[end]!) ?? NO_SIGNS) {
    if (!text.startsWith(sign, end)) continue;
    if (unit.kind === 'code' || unit.kind === 'ordinal' || (sign.length === 1 && unit.unit === '')) break;
    if ((sign === '多' || sign === '余') && /[少数元样种位项]/.test(text[end + 1] ?? '')) break;
    after = sign;
    if (approximation === 'exact') approximation = meaning;
    end += sign.length;
    break;
  }
  if (inner !== '' && approximation === 'exact') approximation = 'over';
  const whole =
    isWhole(unit.kind) && parts.multiplier === 1 && Number.isInteger(parts.grain) && parts.grain <= 1;
  const half = unit.kind === 'fraction' ? 0.005 : whole ? 0 : parts.grain / 2;
  return {
    start,
    end,
    digits,
    numberEnd: parts.numberEnd,
    unitEnd: parts.unitEnd,
    kind: unit.kind,
    dimension: unit.dimension,
    unit: unit.unit,
    scale: parts.multiplier * unit.factor,
    value,
    grain: parts.grain,
    approximation,
    before,
    after,
    inner,
    rangeWith: undefined,
    han: parts.han,
    ...bounds(
      value,
      signed ? value : parts.high,
      half,
      approximation,
      inner !== '' || parts.high > parts.value,
    ),
  };
}

/** Counted one by one: 776 cases are 776, where 776 million yuan are rounded. */
function isWhole(kind: QuantityKind): boolean {
  return (
    kind === 'people' || kind === 'count' || kind === 'place' || kind === 'han-count' || kind === 'number'
  );
}

function bounds(
  value: number,
  high: number,
  half: number,
  approximation: Approximation,
  open: boolean,
): Interval {
  const size = Math.abs(value);
  if (approximation === 'about')
    return { low: value - Math.max(half, size * GUESS), high: high + Math.max(half, size * GUESS) };
  if (approximation === 'near') return { low: value - Math.max(half, size * GUESS), high: high + half };
  if (approximation === 'over') return { low: value, high: open ? high + half : Infinity };
  if (approximation === 'under') return { low: Math.min(0, value), high: high + half };
  return { low: value - half, high: high + half };
}

/** Words that end in the same character and mean something else: 最近5年, 附近, 制约, 节约, 赶超. */
function isApproximation(text: string, at: number, sign: string, unit: Unit): boolean {
  const before = text[at - 1] ?? '';
  if (sign === '近') return unit.kind !== 'duration' && !/[最附临靠邻相远亲]/.test(before);
  if (sign === '约') return !/[节制合条公契预签邀违爽大]/.test(before);
  if (sign === '超') return !/[赶反]/.test(before);
  return true;
}

/** Links the two ends of a range: figure, mark, figure with nothing else between. */
function linkRanges(text: string, found: readonly Quantity[]): readonly Quantity[] {
  let linked: Quantity[] | undefined;
  for (let i = 0; i + 1 < found.length; i++) {
    const a = found[i]!;
    const b = found[i + 1]!;
    const gap = b.digits.start - a.unitEnd;
    if (gap < 1 || gap > 2 || a.kind === 'code' || b.kind === 'code') continue;
    const between = text.slice(a.unitEnd, b.digits.start);
    if (!/^(?:——?|[–－\-～~至到])$/.test(between)) continue;
    linked ??= [...found];
    linked[i] = { ...linked[i]!, rangeWith: i + 1 };
    linked[i + 1] = { ...b, rangeWith: i };
  }
  return linked ?? found;
}

/** Whether the figure may enter a sum: exact to its digits, no end of a range, and a measure of something. */
export function isPlain(q: Quantity): boolean {
  return q.rangeWith === undefined && MEASURES.has(q.kind);
}

const MEASURES = new Set<QuantityKind>([
  'percent',
  'point',
  'times',
  'doubling',
  'money',
  'area',
  'volume',
  'length',
  'mass',
  'power',
  'energy',
  'people',
  'count',
  'place',
  'other',
  'fraction',
  'duration',
]);

/** The quantities that a paragraph states, without codes, dates, times and ordinals. */
export function measuresOf(paragraph: Paragraph): readonly Quantity[] {
  return paragraph.fact(quantities).filter(isMeasure);
}

/** Not a code, a date, a time, an ordinal. */
export function isMeasure(q: Quantity): boolean {
  return q.kind !== 'code' && q.kind !== 'date' && q.kind !== 'time' && q.kind !== 'ordinal';
}
