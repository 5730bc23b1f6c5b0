/**
 * How far one rate is above another, in percentage points, each told beside it: 增长8.2%，高于全省平均水平（6.5%）1.7个百分点 ·
 * 全市平均增速为6.1%，我县增长7.4%，快于全市1.3个百分点.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { meets, subtract } from '../../../language/text/interval.ts';
import type { Relation } from './relation.ts';
import type { Sentence } from './sentences.ts';

/** Who the rate is compared with, and how: 高于全省平均水平（6.5%）, 快于全市, 比全省平均高. */
const NAME = String.raw`[^，。；、\d（(]{2,12}`;
const ASIDE = '(?:[（(][^（）()]{0,14}[）)])?';
const AGAINST = new RegExp(
  `(?:(?<how>高于|快于|低于|慢于|高出|领先)(?<who>${NAME})${ASIDE}|比(?<other>${NAME})${ASIDE}(?<then>高|快|低|慢|高出))了?$`,
);
const REACH = 34;
const LOWER = /低|慢/;
/** The rate of another time or thing. */
const NOT_NOW = /上年|去年|同期|年初|目标|预期|计划/;

/** The points are figure `i`, the two rates the only ones before it. */
export function readGapInPoints(
  text: string,
  { figures, start }: Sentence,
  i: number,
  found: Relation[],
): void {
  const c = figures[i]!;
  if (c.kind !== 'point' || !isPlain(c)) return;
  const {
    how,
    then = how,
    who,
    other = who,
  } = AGAINST.exec(text.slice(Math.max(start, c.start - REACH), c.start))?.groups ?? {};
  if (then === undefined || other === undefined || NOT_NOW.test(other)) return;
  const rates = figures.slice(0, i).filter(({ kind }) => kind === 'percent');
  const [a, b] = rates;
  if (
    !a ||
    !b ||
    rates.length > 2 ||
    !isPlain(a) ||
    !isPlain(b) ||
    found.some(({ claimed }) => claimed === c)
  )
    return;
  const [own, theirs] = ofOther(text, start, a, other) ? [b, a] : [a, b];
  if (!ofOther(text, start, theirs, other)) return;
  const lower = LOWER.test(then);
  const expected = lower ? subtract(theirs, own) : subtract(own, theirs);
  if (expected.high <= 0) return;
  found.push({
    rule: 'growth',
    reading: 'gap',
    claimed: c,
    members: [own, theirs],
    expected,
    says: { is: 'gap', own, theirs, lower },
    holds: meets(expected, c),
    alternatives: [],
    doubtful: true,
  });
}

const NAME_REACH = 16;

/** Whether a rate is told of whom the other is compared with: 全省平均水平（6.5%）, 全市平均增速为6.1%. */
function ofOther(text: string, start: number, rate: Quantity, who: string): boolean {
  const name = who.replace(/平均|水平|增速|增幅|的/g, '');
  const before = text.slice(Math.max(start, rate.start - NAME_REACH), rate.start);
  const at = name.length > 1 ? before.lastIndexOf(name) : -1;
  return at >= 0 && TOLD.test(before.slice(at + name.length));
}

/** 全市|平均增速为, 全省|平均水平（: nothing else between the name and its rate. */
const TOLD = /^(?:平均)?(?:水平|增速|增幅|增长|增长率)?(?:仅|只)?(?:为|是|[（(])?$/;
