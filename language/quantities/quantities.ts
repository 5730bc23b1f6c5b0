/**
 * Quantities: figures read with their unit, precision and how exactly they are meant.
 *
 * Reading starts from the scan's digit tokens and from the lexicon list `quantities.han` (numbers in Chinese
 * characters) and looks at the text only around them. All offsets are UTF-16 units relative to the paragraph.
 */

import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Scan } from '../../engine/language.ts';
import { Characters, ShortList } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { worthAt } from '../text/numerals.ts';
import { kindSet, Token } from '../text/scan.ts';
import { INNER, isDigitAt, type Numeral, readNumeral } from './arabic-number.ts';
import { readHan } from './han-quantities.ts';
import { arabicSpecial, hanSpecial, RANGE_MARKS, SLASHES } from './no-quantity.ts';
import { isMeasure, type Quantity } from './quantity.ts';
import { multiplierAt, nothing, type Unit, unitAt } from './units.ts';
import { quantityOf } from './worth.ts';

export { type Approximation, isMeasure, isPlain, type Quantity, type QuantityKind } from './quantity.ts';
export { unitCalled } from './units.ts';

const FIGURES = kindSet(Token.Digits);
const HAN_NUMERALS = wordList('quantities.han');

/**
 * The quantities of a paragraph in text order, codes included (they keep others from being misread). 第十二条, 第三季度 and their
 * like name something and are none.
 */
export const quantities = defineFact<readonly Quantity[]>(
  'quantities',
  { tokens: [Token.Digits], words: [HAN_NUMERALS] },
  (paragraph) => {
    const { scan, text } = paragraph;
    const found: Quantity[] = [];
    readArabic(text, scan, found);
    if (paragraph.has(HAN_NUMERALS)) {
      const arabic = found.length;
      readInCharacters(text, paragraph.hits(HAN_NUMERALS), found);
      if (arabic > 0 && arabic < found.length) found.sort((a, b) => a.digits.start - b.digits.start);
    }
    return found.length === 0 ? [] : linkRanges(text, found);
  },
);

/** Those that measure something: most paragraphs with figures have dates, codes and ordinals only. */
export const measures = defineFact<readonly Quantity[]>('measures', { facts: [quantities] }, (paragraph) => {
  const all = paragraph.fact(quantities);
  return all.every(isMeasure) ? all : all.filter(isMeasure);
});

function readArabic(text: string, scan: Scan, found: Quantity[]): void {
  let done = 0;
  for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
    const start = scan.start(i);
    if (start < done) continue;
    const number = readNumeral(text, start, scan.end(i));
    const quantity = readSlash(text, start, scan.end(i)) ?? (number && finish(text, number));
    if (!quantity) continue;
    found.push(quantity);
    done = quantity.unitEnd;
  }
}

const FRACTION = /(\d{1,2})[/／](\d{1,2})(?![\d/／.A-Za-z\-年月日])/y;

/** 1/3, 2／3: two small figures, not part of a date or a code. */
function readSlash(text: string, start: number, tokenEnd: number): Quantity | undefined {
  if (!SLASHES.at(text, tokenEnd)) return undefined;
  FRACTION.lastIndex = start;
  const match = FRACTION.exec(text);
  if (!match || /[\d/／.A-Za-z-]/.test(text[start - 1] ?? '') || Number(match[1]) >= Number(match[2]))
    return undefined;
  const end = start + match[0].length;
  const value = Number(match[1]) / Number(match[2]);
  const number: Numeral = {
    start,
    digitsStart: start,
    digitsEnd: end,
    end,
    value,
    grain: 0,
    multiplier: 1,
    high: value,
    inner: '',
    han: false,
  };
  return quantityOf(text, number, nothing('fraction'), end);
}

/** Longest number in characters that is looked back for: 一千二百三十四万五千六百七十八亿. */
const LONGEST_HAN = 24;

/** `found` holds the Arabic figures, in order; those in characters are put behind them. */
function readInCharacters(text: string, hits: readonly Range[], found: Quantity[]): void {
  const arabic = found.length;
  let next = 0;
  let done = 0;
  for (const hit of hits) {
    if (hit.start < done) continue;
    let start = hit.start;
    const limit = Math.max(done, start - LONGEST_HAN);
    while (start > limit && isHanNumeralOrPoint(text, start - 1)) start--;
    done = endOfPartName(text, start);
    if (done > 0) continue;
    const quantity =
      readFraction(text, hit.start) ?? readTenths(text, hit.start) ?? readHanQuantity(text, start);
    done = quantity?.unitEnd ?? hit.start + 1;
    if (!quantity) continue;
    while (next < arabic && found[next]!.unitEnd <= quantity.digits.start) next++;
    // 百分之35 is read from its characters, 35 from its digits: the digits win.
    const inside = next < arabic && found[next]!.digits.start < quantity.unitEnd;
    if (!inside) found.push(quantity);
  }
}

const NUMBERED = new Characters('条款项章节编篇届次批季期');

/** What stands before the name of a phase in a list of phases: 其中一期2亿元、二期1.8亿元; 培训三期120人次 counts. */
const LISTED = new Characters('、，中和及');

/** Behind the number of 第十二条 or 第三季度, and of 二期 before what it has; 0 for any other. Places in a ranking (第三位, 由第六升至第三) are figures. */
function endOfPartName(text: string, start: number): number {
  const ordinal = text[start - 1] === '第';
  if (!ordinal && !LISTED.at(text, start - 1)) return 0;
  let end = start;
  while (worthAt(text, end) >= 0) end++;
  if (ordinal) return NUMBERED.at(text, end) ? end : 0;
  return text[end] === '期' && isDigitAt(text, end + 1) ? end : 0;
}

/** Part of a number, or the 点 of 零点五. */
function isHanNumeralOrPoint(text: string, at: number): boolean {
  return worthAt(text, at) >= 0 || (text[at] === '点' && worthAt(text, at - 1) >= 0);
}

const PARTS_OF = /(?:百|千|万|[二三四五六七八九十]{1,3})分之/y;
const PARTS = new Characters('分');

/** 百分之三十五, 三分之二 */
function readFraction(text: string, at: number): Quantity | undefined {
  // Between one and three numerals before the 分.
  if (!PARTS.isIn(text, at + 1, at + 4)) return undefined;
  PARTS_OF.lastIndex = at;
  const head = PARTS_OF.exec(text)?.[0];
  if (!head) return undefined;
  const from = at + head.length;
  const above = readHan(text, from) ?? (isDigitAt(text, from) ? readDigits(text, from) : undefined);
  if (!above || above.end === from) return undefined;
  const per = head[0] === '百' ? 1 : head[0] === '千' ? 0.1 : head[0] === '万' ? 0.01 : 0;
  const number: Numeral = {
    start: at,
    digitsStart: from,
    digitsEnd: above.end,
    end: above.end,
    value: above.value,
    grain: above.grain,
    multiplier: 1,
    high: above.high,
    inner: '',
    han: true,
  };
  if (per > 0) {
    const unit: Unit = { unit: head, kind: 'percent', dimension: '%', factor: per };
    return quantityOf(text, number, unit, above.end);
  }
  const below = readHan(head, 0)?.value ?? 0;
  if (below <= 1) return undefined;
  const fraction = {
    ...number,
    digitsStart: at,
    value: above.value / below,
    grain: 0,
    high: above.high / below,
  };
  return quantityOf(text, fraction, nothing('fraction'), above.end);
}

/** 九成五: so many tenths and half of one, 95%. */
function readTenths(text: string, at: number): Quantity | undefined {
  const [tens, ones] = [worthAt(text, at), worthAt(text, at + 2)];
  if (text[at + 1] !== '成' || tens < 1 || tens > 9 || ones < 1 || ones > 9) return undefined;
  if (worthAt(text, at + 3) >= 0 || unitAt(text, at + 3) || worthAt(text, at - 1) >= 0) return undefined;
  const value = tens * 10 + ones;
  const end = at + 3;
  const number: Numeral = {
    start: at,
    digitsStart: at,
    digitsEnd: end,
    end,
    value,
    grain: 1,
    multiplier: 1,
    high: value,
    inner: '',
    han: true,
  };
  return quantityOf(text, number, { unit: '成', kind: 'percent', dimension: '%', factor: 1 }, end);
}

function readDigits(text: string, at: number) {
  let end = at;
  while (isDigitAt(text, end)) end++;
  const number = readNumeral(text, at, end);
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
  if (INNER.at(text, end) && multiplierAt(text, end + 1) >= 1e4) {
    inner = text[end]!;
    multiplier = multiplierAt(text, end + 1);
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
    digitsStart: start,
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

const MORE = new Characters('多余');
const PER = /[/／](?:[\u4e00-\u9fff]{1,3}|[A-Za-z]{1,3})/y;

/** Adds the unit to a number; undefined for characters that are no quantity after all (十分, 万一). */
function finish(text: string, number: Numeral): Quantity | undefined {
  const { end, han } = number;
  if (han && !isHanNumber(text, number)) return undefined;
  const special = han ? hanSpecial(text, number) : arabicSpecial(text, number);
  if (special) return special;

  let wordless = end;
  while (text[wordless] === ' ') wordless++;
  // 20多个, 50余家: the sign stands between number and unit.
  if (MORE.at(text, wordless) && (unitAt(text, wordless + 1) || number.multiplier > 1)) {
    number.inner = text[wordless]!;
    number.high = number.value + place(Math.round(number.value / number.multiplier)) * number.multiplier;
    wordless++;
  }
  const unit = NOT_UNITS.isAt(text, wordless) ? undefined : unitAt(text, wordless);
  if (!unit) return han ? undefined : quantityOf(text, number, NUMBER, end);
  if (han && !isHanUnit(text, wordless, unit)) return undefined;
  const at = wordless + unit.unit.length;
  // 元/人, 元／平方米: a unit of its own.
  if (SLASHES.at(text, at)) {
    PER.lastIndex = at;
    // 元/人|提高到: no farther than the unit, where it is one.
    const per = unitAt(text, at + 1)?.unit;
    const slash = per === undefined ? PER.exec(text)?.[0] : text[at] + per;
    if (slash) {
      const dimension = `${unit.dimension}${slash.replace('／', '/')}`;
      return quantityOf(text, number, { ...unit, unit: unit.unit + slash, dimension }, at + slash.length);
    }
  }
  return quantityOf(text, number, unit, at);
}

const NUMBER = nothing('number');

/** Characters that follow a number in words that are no counts: 三年级, 十分重要, 四面八方, 三点钟. */
function isHanUnit(text: string, at: number, unit: Unit): boolean {
  const next = text[at + unit.unit.length] ?? '';
  if (unit.unit === '分' || unit.unit === '方') return false;
  if (unit.unit === '点') return next !== '钟' && next !== '半';
  // 九年一贯制学校: what a school is, and no span.
  if (unit.unit === '年') return next !== '级' && !text.startsWith('一贯', at + 1);
  return true;
}

/** Nouns that begin like a unit: 万亿元台阶, 三地表 … */
const NOT_UNITS = new ShortList(
  '年代 年级 台阶 地表 地面 地上 地下 地形 地标 国家 国际 国内 国有 市场 市值 区域 区间 校园 站点 港元 点点 名单 名录 名义 口岸 口径 道路 面积 面对 面向 组织 组成 位于 人才 人均'.split(
    ' ',
  ),
);

const GUESSED = new Characters('几数上成近');

/** 几十个, 数百家, 上千人, and 分之 of fractions: no number by itself. 十分重要, 二〇, 一些 and the like are read from no hit. */
function isHanNumber(text: string, { start, end }: Numeral): boolean {
  if (text[start - 1] === '第') return true;
  return !(GUESSED.at(text, start - 1) && multiplierAt(text, start) > 0) && !text.startsWith('分之', end);
}

/** Links the two ends of a range: figure, mark, figure with nothing else between. */
function linkRanges(text: string, found: readonly Quantity[]): readonly Quantity[] {
  let linked: Quantity[] | undefined;
  for (let i = 0; i + 1 < found.length; i++) {
    const a = found[i]!;
    const b = found[i + 1]!;
    const gap = b.digits.start - a.unitEnd;
    if (gap < 1 || gap > 2 || a.kind === 'code' || b.kind === 'code') continue;
    if (!RANGE_MARKS.at(text, a.unitEnd) || (gap === 2 && !text.startsWith('——', a.unitEnd))) continue;
    linked ??= [...found];
    linked[i] = { ...linked[i]!, rangeWith: i + 1 };
    linked[i + 1] = { ...b, rangeWith: i };
  }
  return linked ?? found;
}
