/**
 * How far one rate is above another, in percentage points, each told beside it: 增长8.2%，高于全省平均水平（6.5%）1.7个百分点 ·
 * 全市平均增速为6.1%，我县增长7.4%，快于全市1.3个百分点; and a level above another: 水位52.36米，超警戒水位（51.50米）0.86米.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { meets, scale, subtract } from '../../../language/text/interval.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { DOWN, oppositeOf, UP } from './verbs.ts';

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
  const bracketed = rateInBracket(text, c, figures[i + 1], other);
  if (bracketed && rates.length === 1) rates.push(bracketed);
  const [a, b] = rates;
  if (!a || !b || rates.length > 2 || !isPlain(a) || !isPlain(b) || isClaimed(found, c)) return;
  const [own, theirs] = ofOther(text, start, a, other) ? [b, a] : [a, b];
  if (theirs !== bracketed && !ofOther(text, start, theirs, other)) return;
  const lower = LOWER.test(then);
  const relation = gapOf(own, theirs, c, lower);
  if (relation.expected.high > 0) found.push(relation);
  else pushReversed(text, relation, then, found);
}

/** 高于城镇居民收入增速1.8个百分点|（城镇为|5.6%|）: the other rate, told by the way behind the points. */
const NAMED_BEHIND = /^[（(](?<name>[\u4e00-\u9fff]{2,10}?)(?:平均)?(?:水平|增速|增幅|增长)?(?:为|是|仅)?$/;

function rateInBracket(
  text: string,
  points: Quantity,
  behind: Quantity | undefined,
  other: string,
): Quantity | undefined {
  if (behind?.kind !== 'percent' || !isPlain(behind)) return undefined;
  const name = NAMED_BEHIND.exec(between(text, points, behind))?.groups?.name;
  return name !== undefined && other.includes(name) ? behind : undefined;
}

/** 低于|汛限水位|187.00米|0.85米, 低于|全省平均增速|1.3%|3.4个百分点, 比|全县平均|高. */
const BESIDE = new RegExp(
  [
    '(?:(?<how>高于|快于|低于|慢于|高出|领先|超出|超过?|多于|少于)|比)(?!上年|去年|同期|年初|上月|昨)',
    '[^，。；、\\d]{2,14}[（(]?$',
  ].join(''),
);
const THEN = /^(?:[）)]|的?水平)?(?<then>高|快|低|慢)?(?:出|了|达)?$/;
/** How a level has moved is no level: 上涨1.15米. */
const MOVED = new RegExp(`(?:${UP}|${DOWN}|涨|落|退)了?$`);
const FEWER = /低|慢|少/;

/** 水位186.42米，低于汛限水位187.00米0.58米: how far a level is from another that is told right before it. The distance is figure \`i\`. */
export function readGapBeside(
  text: string,
  { figures, start }: Sentence,
  i: number,
  found: Relation[],
): void {
  const [theirs, c] = [figures[i - 1], figures[i]!];
  if (i < 2 || !theirs || !isPlain(c) || !isPlain(theirs) || c.value <= 0) return;
  const points = theirs.kind === 'percent' && c.kind === 'point';
  if (!points && (theirs.kind === 'percent' || theirs.unit !== c.unit)) return;
  const joint = THEN.exec(between(text, theirs, c));
  const said = joint && BESIDE.exec(text.slice(Math.max(start, theirs.start - REACH), theirs.start));
  const how = joint?.groups?.then ?? said?.groups?.how;
  if (!said || how === undefined || isClaimed(found, c)) return;
  const lower = FEWER.test(how);
  const claims = figures
    .slice(0, i - 1)
    .filter((q) => q.kind === theirs.kind && q.unit === theirs.unit && isPlain(q))
    .filter((q) => points || !MOVED.test(lead(text, q)))
    .map((q) => gapOf(points ? signed(text, q) : q, theirs, c, lower));
  const [first] = claims;
  // Any of them may be meant; with two that are not, neither can be told to be.
  const relation = claims.find(({ holds }) => holds) ?? (claims.length === 1 ? first : undefined);
  if (!relation) return;
  if (relation.expected.high > 0) found.push(relation);
  else pushReversed(text, relation, how, found);
}

/** 增长4.9%，高于全市平均（5.4%）0.5个百分点: so far apart, but the other way round. */
function pushReversed(text: string, relation: Relation, called: string, found: Relation[]): void {
  const { says, expected, claimed } = relation;
  const other = oppositeOf(called);
  if (says.is !== 'gap' || other === undefined || !meets(scale(expected, -1), claimed)) return;
  const at = text.lastIndexOf(called, claimed.start);
  const edit = { start: at, end: at + called.length, text: other };
  found.push({
    ...relation,
    bound: true,
    says: { ...says, lower: !says.lower, called },
    rewordings: [[edit]],
  });
}

/** 同比下降|2.1%: below nothing. */
function signed(text: string, q: Quantity): Quantity {
  return q.value > 0 && FELL.test(lead(text, q)) ? { ...q, value: -q.value, low: -q.high, high: -q.low } : q;
}
const FELL = new RegExp(`(?:${DOWN}|降幅)(?:了|为|达)?$`);

/** What lies between two rates or levels. */
export function gapOf(own: Quantity, theirs: Quantity, claimed: Quantity, lower: boolean): Relation {
  const expected = lower ? subtract(theirs, own) : subtract(own, theirs);
  return {
    rule: 'growth',
    reading: 'gap',
    claimed,
    members: [own, theirs],
    expected,
    says: { is: 'gap', own, theirs, lower },
    holds: meets(expected, claimed),
    alternatives: [],
    doubtful: true,
  };
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
