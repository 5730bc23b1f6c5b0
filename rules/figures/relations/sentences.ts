/**
 * The figures of a paragraph by sentence, with what stands between them: the ground on which relations are read.
 */

import { defineFact } from '../../../engine/facts.ts';
import type { Scan } from '../../../engine/language.ts';
import {
  isMeasure,
  isPlain,
  measures,
  type Quantity,
  quantities,
} from '../../../language/quantities/quantities.ts';
import { boundBefore, PHRASE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';

/** 共 before a sum: not in 公共, 中共 or 共产党. */
export const IN_TOTAL = '(?<![公中])共(?!产)';

/** A stretch between full stops or semicolons that holds two figures or more. Offsets relative to the paragraph. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The measures in it, in order. */
  readonly figures: readonly Quantity[];
  /** Years written with four digits. */
  readonly years: readonly Quantity[];
}

/** A line of figures without a stop (a table pasted as text) is cut: relations are read between neighbours. */
const MOST = 60;

export const sentences = defineFact<readonly Sentence[]>(
  'figure-sentences',
  { facts: [quantities] },
  (paragraph) => {
    if (paragraph.fact(measures).length < 2) return [];
    const all = paragraph.fact(quantities);
    const { scan, text } = paragraph;
    const found: Sentence[] = [];
    let figures: Quantity[] = [];
    let years: Quantity[] = [];
    let start = 0;
    const close = (end: number) => {
      if (figures.length > 1) found.push({ start, end, figures, years });
      if (figures.length > 0 || years.length > 0) {
        figures = [];
        years = [];
      }
      start = end;
    };
    const { count } = scan;
    let t = nextEnd(text, scan, 0);
    for (const q of all) {
      for (; t < count && scan.start(t) < q.digits.start; t = nextEnd(text, scan, t + 1)) {
        close(scan.start(t));
        start = scan.end(t);
      }
      if (figures.length >= MOST) close(q.digits.start);
      if (isMeasure(q)) addMeasure(text, figures, q);
      else if (q.kind === 'date' && q.unit === '年') years.push(q);
    }
    close(t < count ? scan.start(t) : text.length);
    return found;
  },
);

/** 、|一级|20人, 其中|二级|裁判员36人, 小（|1|）型14座: a class that is called by its number, before how many there are of it. */
function isClass(text: string, { han, unit, kind, digits, unitEnd }: Quantity): boolean {
  if (han && unit === '级') return OF_CLASS.test(text.slice(unitEnd, unitEnd + 8));
  return kind === 'number' && text[digits.start - 1] === '（' && text.startsWith('）型', unitEnd);
}
const OF_CLASS = /^[\u4e00-\u9fff]{0,6}\d/;

function addMeasure(text: string, figures: Quantity[], q: Quantity): void {
  if (isClass(text, q)) return;
  const last = figures[figures.length - 1];
  // 由3.5万增加到4.2万人: the first end leaves its unit to the second.
  if (last?.kind === 'number' && isMove(text, last, q)) figures[figures.length - 1] = withUnit(text, last, q);
  figures.push(q.kind === 'number' && q.scale > 1 ? asCounted(text, q) : q);
}

const MOVES_TO =
  /^(?:增加|增长|提高|提升|上升|扩大|增|升|减少|下降|降低|压减|缩小|回落|降|减)?(?:到|至|为)[^，。；、\d]{0,4}$/;

function isMove(text: string, a: Quantity, b: Quantity): boolean {
  return (
    isPlain(b) &&
    b.kind !== 'number' &&
    a.approximation === 'exact' &&
    b.han === a.han &&
    MOVES_TO.test(text.slice(a.end, b.start)) &&
    /(?:由|从|自)[^，。；、]{0,24}$/.test(text.slice(Math.max(0, a.start - 25), a.start))
  );
}

/** The figure in the unit of the other: 3.5万 beside 4.2万人 is 3.5万人, 50 beside 60亿元 is 50亿元. */
function withUnit(text: string, a: Quantity, b: Quantity): Quantity {
  // 3.5万 has a 万 of its own; 50 beside 60亿元 borrows the 亿 too.
  const per = a.scale > 1 ? b.scale / scaleOf(text.slice(b.digits.end, b.numberEnd)) : b.scale;
  return {
    ...a,
    kind: b.kind,
    dimension: b.dimension,
    unit: b.unit,
    scale: a.scale * per,
    value: a.value * per,
    grain: a.grain * per,
    low: a.low * per,
    high: a.high * per,
  };
}

/** Who or what is counted without a measure word behind 万. */
const PERSONS = new ShortList(
  '人 老年人 群众 党员 学生 教师 职工 居民 农民 贫困人口 脱贫人口 干部 游客 村民 妇女 儿童 残疾人 劳动力 参保人员 移民'.split(
    ' ',
  ),
);
const HOUSEHOLDS = new ShortList('农户 住户 居民户 脱贫户 贫困户 家庭'.split(' '));

/** 18.6万|老年人, 12.6万|农户: counted as persons and households are. */
function asCounted(text: string, q: Quantity): Quantity {
  if (HOUSEHOLDS.isAt(text, q.unitEnd)) return { ...q, kind: 'count', dimension: '户', unit: '户' };
  return PERSONS.isAt(text, q.unitEnd) ? { ...q, kind: 'people', dimension: '人', unit: '人' } : q;
}

/** What 万, 亿, 千万 multiply by; 1 for nothing. */
export function scaleOf(multiplier: string): number {
  let scale = 1;
  for (const char of multiplier) scale *= { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }[char] ?? 1;
  return scale;
}

const ENDS = kindSet(Token.Stop, Token.Space);
const TAB = '\t'.charCodeAt(0);
const ELLIPSIS = '…'.charCodeAt(0);

/** The first of the tokens from number `i` on that ends a sentence: full stops, semicolons, and the tab between cells. */
function nextEnd(text: string, scan: Scan, i: number): number {
  for (let t = scan.next(ENDS, i); t < scan.count; t = scan.next(ENDS, t + 1)) {
    const code = text.charCodeAt(scan.start(t));
    if (scan.kind(t) === Token.Space ? code === TAB : code !== ELLIPSIS) return t;
  }
  return scan.count;
}

/** The text between two figures, without the signs of approximation that belong to them. */
export function between(text: string, a: Quantity, b: Quantity): string {
  return text.slice(a.end, b.start);
}

/** Nothing but what joins two of a list: 20亿元|、|30亿元. */
export const JOINED = /^(?:[、，,]|和|与|及|以及)$/;

/** The text before a figure, back to the comma or stop, at most `reach` units. */
export function lead(text: string, q: Quantity, reach = 30): string {
  return text.slice(leadStart(text, q, reach), q.start);
}

/** The one figure whose name, the text before it, is such; undefined where several are called so. */
export function onlyNamed(text: string, figures: readonly Quantity[], name: RegExp): Quantity | undefined {
  const named = figures.filter((q) => name.test(lead(text, q)));
  return named.length === 1 ? named[0] : undefined;
}

/** Where that text begins: for a look at its characters before it is cut out. */
export function leadStart(text: string, q: Quantity, reach = 30): number {
  return boundBefore(text, q.start, PHRASE_STOPS, reach);
}

const BRACKETS = new Characters('（()）');

/** How deep in brackets the offset lies, counted from `from`. */
export function depthAt(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = BRACKETS.next(text, from, at); i < at; i = BRACKETS.next(text, i + 1, at)) {
    depth += text[i] === '（' || text[i] === '(' ? 1 : -1;
  }
  return depth;
}

/** ，同比增长|4.8% · ，完成预算的|91% */
const RATE_OF = new RegExp(
  [
    // ，同比增长
    '^[，、,（(](?:(?:同比|比上年|比去年|较上年|较去年|同口径)*(?:增长|下降|上升|减少)了?',
    // ，完成年初预算的
    String.raw`|(?:完成|为|占)[^，。；、\d]{0,6}(?:预算|计划|任务|目标)数?的)$`,
  ].join(''),
);

/** Whether figure `i` is a rate of the one before it: its growth, or how much of a plan it is. */
export function isRateOf(text: string, figures: readonly Quantity[], i: number): boolean {
  const figure = figures[i]!;
  return figure.kind === 'percent' && i > 0 && RATE_OF.test(between(text, figures[i - 1]!, figure));
}
