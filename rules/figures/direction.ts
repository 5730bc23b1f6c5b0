import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { isPlain, type Quantity, quantities } from '../../language/quantities/quantities.ts';
import { meets } from '../../language/text/interval.ts';
import { names } from './relations/compared.ts';
import { written } from './relations/relation.ts';
import { lead } from './relations/sentences.ts';

interface DirectionMatch {
  readonly start: number;
  readonly end: number;
  readonly a: Quantity;
  readonly b: Quantity;
  /** What the two are called in the comparison. */
  readonly called: readonly [string, string];
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
const BEFORE = /[\u4e00-\u9fff]{2,10}$/;
const BEHIND = /^[\u4e00-\u9fff]{2,8}?(?=的|主要|原因|[，。；：、,（(\s]|$)/;
/** How far back the two figures may stand. */
const REACH = 160;
const MOST_BACK = 12;

/** 年初预算860万元，决算811万元。决算数大于预算数: the word of comparison against the figures. */
export const direction = defineParagraphRule<DirectionMatch>({
  id: 'figures/direction',
  severity: 'error',

  reads: quantities,
  *find(paragraph) {
    const figures = paragraph.fact(quantities).filter(isPlain);
    if (figures.length < 2) return;
    const { text } = paragraph;
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
      message: `称${called[0]}${text.slice(start, end)}${called[1]}，而${written(text, a)}${order}${written(text, b)}`,
      evidence: [a, b].map((q) => ({ start: q.digits.start, end: q.unitEnd, message: written(text, q) })),
    };
  },

  fix({ start, end, a, b }, { text }) {
    const right = wordFor(orderOf(a, b), text.slice(start, end));
    return [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false }];
  },
});

function matchAt(
  { text }: Paragraph,
  figures: readonly Quantity[],
  at: number,
  word: string,
): DirectionMatch | undefined {
  const end = at + word.length;
  const first = BEFORE.exec(text.slice(Math.max(0, at - 10), at))?.[0];
  const second = BEHIND.exec(text.slice(end, end + 9))?.[0];
  if (first === undefined || second === undefined) return undefined;
  const near = figures.filter((q) => q.end <= at && at - q.end < REACH);
  const called = (name: string) => near.filter((q) => names(lead(text, q), name)).at(-1);
  const [a, b] = [called(first), called(second)];
  if (!a || !b || a === b || a.dimension !== b.dimension) return undefined;
  if (a.approximation !== 'exact' || b.approximation !== 'exact') return undefined;
  if (names(lead(text, a), second) || names(lead(text, b), first) || WORDS.get(word) === orderOf(a, b))
    return undefined;
  return { start: at, end, a, b, called: [first, second] };
}

function orderOf(a: Quantity, b: Quantity): Order {
  if (a.value === b.value || (meets(a, b) && a.grain !== b.grain)) return '等';
  return a.value > b.value ? '大' : '小';
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
