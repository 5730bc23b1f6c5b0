import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { isPlain, measures, type Quantity } from '../../language/quantities/quantities.ts';
import { boundBefore, CLAUSE_STOPS, SENTENCE_STOPS } from '../../language/text/bounds.ts';
import { meets } from '../../language/text/interval.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { names } from './relations/compared.ts';
import { written } from './relations/relation.ts';
import { lead } from './relations/sentences.ts';
import { isDown, oppositeOf } from './relations/verbs.ts';

interface DirectionMatch {
  readonly start: number;
  readonly end: number;
  readonly a: Quantity;
  readonly b: Quantity;
  /** What the two are called in the comparison. */
  readonly called: readonly [string, string];
  /** The verb that says which way it went, where no 于 does: 比上年有所|减少. */
  readonly verb?: Range;
}

type Order = '大' | '小' | '等';

/** Words of comparison and what they say of the first; all end in 于. */
const WORDS: ReadonlyMap<string, Order> = new Map([
  ['大于', '大'],
  ['高于', '大'],
  ['多于', '大'],
  ['小于', '小'],
  ['低于', '小'],
  ['少于', '小'],
  ['等于', '等'],
]);
/** 决算数与预算数|持平 */
const LEVEL = /(?<first>[\u4e00-\u9fff]{2,10}?)与(?<second>[\u4e00-\u9fff]{2,8}?)(?:基本)?$/;
/** 决算2.8万元|，与预算|持平: said of the figure before it. */
const LEVEL_WITH = /[，,](?:基本)?与(?<second>[\u4e00-\u9fff]{2,8}?)(?:基本)?$/;
/** What a figure is called, before 为 and the like. */
const CALLED = /(?<name>[\u4e00-\u9fff]{2,10}?)(?:约?为|是|达到?)?$/;
const BEFORE = /[\u4e00-\u9fff]{2,10}$/;
const BEHIND = /^[\u4e00-\u9fff]{2,8}?(?=的|主要|原因|[，。；：、,（(\s\d]|$)/;
/** What differs by less is on a level. */
const NEARLY = 0.02;
/** So many times another a figure is no slip of what is on a level with it. */
const FAR = 3;
/** How far back the two figures may stand. */
const REACH = 160;
const MOST_BACK = 12;

/** 年初预算860万元，决算811万元。决算数大于预算数: the word of comparison against the figures. */
export const direction = defineParagraphRule<DirectionMatch>({
  id: 'figures/direction',
  severity: 'warning',

  reads: measures,
  *find(paragraph) {
    const figures = paragraph.fact(measures).filter(isPlain);
    if (figures.length < 2) return;
    const { text } = paragraph;
    for (let at = text.indexOf('持平', figures[1]!.end); at >= 0; at = text.indexOf('持平', at + 2)) {
      const match = levelAt(text, figures, at);
      if (match) yield match;
    }
    yield* turnsIn(text, figures);
    let behind = 0;
    for (let at = text.indexOf('于', figures[1]!.end); at >= 0; at = text.indexOf('于', at + 1)) {
      const word = text.slice(at - 1, at + 1);
      if (!WORDS.has(word)) continue;
      while (behind < figures.length && figures[behind]!.end < at) behind++;
      const match = matchAt(paragraph, figures.slice(Math.max(0, behind - MOST_BACK), behind), at - 1, word);
      if (match) yield match;
    }
  },

  explain({ start, end, a, b, called }, { text }) {
    const order = orderOf(a, b) === '等' ? '＝' : a.value > b.value ? '＞' : '＜';
    return {
      message: `称${saidOf(called, text.slice(start, end))}，而${written(text, a)}${order}${written(text, b)}`,
      evidence: [a, b].map((q) => ({ start: q.digits.start, end: q.unitEnd, message: written(text, q) })),
    };
  },

  fix({ start, end, a, b, verb }, { text }) {
    if (verb) {
      const right = oppositeOf(text.slice(verb.start, verb.end));
      return right ? [{ title: `改为“${right}”`, edits: [{ ...verb, text: right }], safe: false }] : [];
    }
    const right = wordFor(orderOf(a, b), text.slice(start, end));
    if (text.slice(start, end) === '持平') return [];
    return [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false }];
  },
});

/** 决算数与预算数持平, or 决算2.8万元，与预算持平, before the last word. */
function levelAt(text: string, figures: readonly Quantity[], at: number): DirectionMatch | undefined {
  const before = text.slice(Math.max(0, at - 20), at);
  const both = LEVEL.exec(before)?.groups;
  const last = figures.findLast((q) => q.end <= at);
  const alone = LEVEL_WITH.exec(before);
  if (last && alone && last.end === at - alone[0].length) {
    const name = CALLED.exec(lead(text, last))?.groups?.name;
    const second = alone.groups!.second!;
    return name === undefined ? undefined : judge(text, figures, { at, word: '持平', first: name, second });
  }
  return both && judge(text, figures, { at, word: '持平', first: both.first!, second: both.second! });
}

function matchAt(
  { text }: Paragraph,
  figures: readonly Quantity[],
  at: number,
  word: string,
): DirectionMatch | undefined {
  const end = at + word.length;
  const first = BEFORE.exec(text.slice(Math.max(0, at - 10), at))?.[0];
  const second = BEHIND.exec(text.slice(end, end + 9))?.[0];
  return first === undefined || second === undefined
    ? undefined
    : judge(text, figures, { at, word, first, second });
}

/** 比上年|有所|减少, with no figure behind it. */
const TURN = new RegExp(
  [
    '(?:[比较与](?:上年|去年|上一年)(?:度|同期|决算数?|相比)?[，,]?|同比)(?:有所|略有|明显|大幅)?',
    `(?<verb>${anyOf('增加 减少 上升 下降 增长 提高 降低')})(?=[，。；的]|$)`,
  ].join(''),
  'dg',
);
const TURNS = ['比上', '比去', '较上', '较去', '与上', '与去', '同比'];
const YEAR_BEFORE = /上年|去年|上一年/;
/** What says whose the figure is, beside the year. */
const OF_YEAR = /^(?:本年度?|今年|当年|上年度?|去年|上一年度?|\d{4}年度?|同期|的)+/;

/** 本年支出26.4万元，上年支出22.8万元，比上年有所减少: where the sentence has the two figures and no other of their kind. */
function* turnsIn(text: string, figures: readonly Quantity[]): Generator<DirectionMatch> {
  if (!TURNS.some((word) => text.includes(word))) return;
  for (const { index, indices, 0: said } of text.matchAll(TURN)) {
    // 培训费|比上年有所减少: of something else.
    if (boundBefore(text, index, CLAUSE_STOPS, REACH) < index) continue;
    const from = boundBefore(text, index, SENTENCE_STOPS, REACH);
    const near = figures.filter((q) => q.start >= from && q.end <= index);
    const [first, second, more] = near.filter((q) => q.dimension === near.at(-1)!.dimension);
    if (!first || !second || more) continue;
    const [b, a] = YEAR_BEFORE.test(lead(text, first)) ? [second, first] : [first, second];
    if (!areOfTwoYears(lead(text, a), lead(text, b))) continue;
    const [start, end] = indices!.groups!.verb!;
    const order = orderOf(b, a);
    if (order === '等' || isDown(text.slice(start, end)) === (order === '小')) continue;
    yield { start: index, end: index + said.length, a: b, b: a, called: ['', ''], verb: { start, end } };
  }
}

/** Whether two figures are of one thing, the first in the year before. */
function areOfTwoYears(before: string, now: string): boolean {
  if (!YEAR_BEFORE.test(before) || YEAR_BEFORE.test(now)) return false;
  const name = before.replace(OF_YEAR, '').replace(/(?:为|是|达到?)$/, '');
  return now.replace(/(?:为|是|达到?)$/, '').endsWith(name);
}

interface Comparison {
  readonly at: number;
  readonly word: string;
  /** What the two are called. */
  readonly first: string;
  readonly second: string;
}

function judge(
  text: string,
  figures: readonly Quantity[],
  { at, word, first, second }: Comparison,
): DirectionMatch | undefined {
  const near = figures.filter((q) => q.end <= at && at - q.end < REACH);
  const called = (name: string) => near.filter((q) => names(lead(text, q), name)).at(-1);
  const [a, b] = [called(first), called(second)];
  if (!a || !b || a === b || a.dimension !== b.dimension) return undefined;
  if (a.approximation !== 'exact' || b.approximation !== 'exact') return undefined;
  if (names(lead(text, a), second) || names(lead(text, b), first)) return undefined;
  // 赤字23800亿元 and 补充预算稳定调节基金1018亿元: what is so far off is of something else.
  if (word === '持平' && Math.max(a.value, b.value) > FAR * Math.min(a.value, b.value)) return undefined;
  const order = orderOf(a, b);
  // 持平 is said of what is nearly the same, too.
  if (
    word === '持平'
      ? order === '等' || Math.abs(a.value - b.value) < NEARLY * b.value
      : WORDS.get(word) === order
  )
    return undefined;
  return { start: at, end: at + word.length, a, b, called: [first, second] };
}

function orderOf(a: Quantity, b: Quantity): Order {
  if (a.value === b.value || (meets(a, b) && a.grain !== b.grain)) return '等';
  return a.value > b.value ? '大' : '小';
}

/** 决算数大于预算数, 决算数与预算数持平. */
function saidOf([first, second]: readonly [string, string], word: string): string {
  return word === '持平' ? `${first}与${second}持平` : `${first}${word}${second}`;
}

/** 低于 for 高于, 等于 for both. */
function wordFor(order: Order, said: string): string {
  if (order === '等') return '等于';
  const stem = said[0]!;
  const pairs: Readonly<Record<string, readonly [string, string]>> = {
    高: ['高于', '低于'],
    低: ['高于', '低于'],
    多: ['多于', '少于'],
    少: ['多于', '少于'],
  };
  const [more, less] = pairs[stem] ?? ['大于', '小于'];
  return order === '大' ? more : less;
}
