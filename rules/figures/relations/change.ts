/**
 * What is said of the way from one figure to another, as arithmetic: (b−a)÷a, (b÷a)^(1/n)−1, b−a, log₂(b÷a).
 */
import type { Edit } from '../../../engine/finding.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { divide, type Interval, meets, root, scale, subtract } from '../../../language/text/interval.ts';
import { type Alternative, middle, type Reading, type Relation, rounded } from './relation.ts';
import type { Way } from './saying.ts';
import { oppositeOf } from './verbs.ts';

export interface Claim {
  readonly reading: Reading;
  /** The ends: `b` is the later. */
  readonly a: Quantity;
  readonly b: Quantity;
  /** What is said of the way between them. */
  readonly c: Quantity;
  readonly rises: boolean;
  /** 1, or the years of an average rate. */
  readonly years: number;
  /** How the ends were named. */
  readonly way: Way;
  /** The verb before `c`. */
  readonly how: string;
}

/** 增长 from 15亿元 to 12亿元, or 下降 from 12 to 15: the ends, however they were rounded, went the other way than is claimed. */
export function isReversed({ low, high }: Interval, b: Interval, rises: boolean): boolean {
  return rises ? b.high < low : b.low > high;
}

/** 是去年的3倍: so many times what it was, not so many times more. */
const IS_TIMES = new Set(['是', '为', '相当于']);

/** 增减额为, 增减率为: told with its sign, and rising where it has none. */
export const isSigned = (how: string) => how.startsWith('增减');

/** The relation that a claim about two ends states; undefined for units that do not go together. */
export function changeOf(claim: Claim): Relation | undefined {
  const [a, b] = sharpened(claim.a, claim.b);
  const { c, how, rises, years } = claim;
  const ends = { ...claim, a, b };
  if (IS_TIMES.has(how)) return c.kind === 'times' && years === 1 ? timesOf(ends) : undefined;
  if (how === '翻' || c.kind === 'doubling')
    return c.kind === 'doubling' && rises ? doubling(ends) : undefined;
  if (c.kind === 'percent' && a.kind !== 'percent') return rate(ends);
  if (c.kind === 'times') return rises && years === 1 ? multiple(ends) : undefined;
  if (a.kind === 'percent') return c.kind === 'point' && years === 1 ? difference(ends, true) : undefined;
  return c.dimension === a.dimension ? difference(ends, false) : undefined;
}

/** 12.5亿元 and 15亿元: beside tenths the whole number is meant to the tenth. */
export function sharpened(a: Quantity, b: Quantity): [Quantity, Quantity] {
  const grain = Math.min(a.grain, b.grain);
  const beside = (q: Quantity, other: Quantity): Quantity => {
    if (q.han) return q;
    // 8000 and 1万: a round number beside an exact one is a hundred off, not five thousand.
    const coarse = q.grain === q.scale && q.grain / 2 > q.value * COARSE && grain < q.value * FINE;
    if (coarse && q.low < q.value) return { ...q, low: q.value * (1 - COARSE), high: q.value * (1 + COARSE) };
    const rounded = q.grain > grain && q.scale === other.scale && q.approximation === 'exact';
    if (rounded && q.high > q.value)
      return { ...q, grain, low: q.value - grain / 2, high: q.value + grain / 2 };
    return q;
  };
  return [beside(a, b), beside(b, a)];
}

/** How far off a round number may be that stands beside one written to the hundredth. */
const COARSE = 0.02;
const FINE = 0.01;

function common({ reading, a, b, c }: Claim) {
  return { rule: 'growth', reading, claimed: c, members: [a, b] } as const;
}

/** 翻番 is said of what nearly doubled (1.9 times) and of what more than doubled, not of what doubled twice. */
export function isDoubled(doublings: number, times: number): boolean {
  return doublings >= times - NEARLY && doublings <= times + HALFWAY;
}
const NEARLY = 0.08;
const HALFWAY = 0.5;

function doubling(claim: Claim): Relation | undefined {
  const { a, b, c, way } = claim;
  if (a.value <= 0 || b.value <= 0) return undefined;
  const doublings = Math.log2(b.value / a.value);
  const holds = isDoubled(doublings, c.value);
  const times = Math.round(doublings);
  return {
    ...common(claim),
    expected: { low: times, high: times },
    bound: true,
    says: { is: 'doubling', a, b, way, times: c.value },
    holds,
    alternatives: [
      ...(times >= 1 && times !== c.value && isDoubled(doublings, times)
        ? [{ figure: c, value: times }]
        : []),
      { figure: b, value: a.value * 2 ** c.value },
    ],
  };
}

/** 实现翻番, with no number of its own: the later end is claimed to be twice the first. */
export function doubledAs({ a, b, way }: Pick<Claim, 'a' | 'b' | 'way'>): Relation | undefined {
  if (a.value <= 0 || b.low < a.low) return undefined;
  return {
    rule: 'growth',
    reading: 'move',
    claimed: b,
    members: [a],
    expected: { low: a.value * 2, high: Infinity },
    bound: true,
    says: { is: 'doubling', a, b, way, times: 1 },
    holds: Math.log2(b.high / a.low) >= 1 - NEARLY,
    alternatives: [{ figure: b, value: a.value * 2 }],
  };
}

/** 增长20% */
function rate(claim: Claim): Relation | undefined {
  const { a, b, c, rises, years, way, how } = claim;
  const ratio = divide(b, a);
  if (!ratio) return undefined;
  const nominal = ((b.value / a.value) ** (1 / years) - 1) * (rises ? 100 : -100);
  const yearly = years > 1 ? root(ratio, years) : ratio;
  const upwards = { low: (yearly.low - 1) * 100, high: (yearly.high - 1) * 100 };
  const expected = rises ? upwards : scale(upwards, -1);
  const factor = (rises ? 1 + c.value / 100 : 1 - c.value / 100) ** years;
  return {
    ...common(claim),
    expected,
    says: { is: 'rate', a, b, way, rises, years, signed: isSigned(how) },
    ...judged(claim, { expected, nominal }, asRounded(c), MISSES.rate),
    alternatives: [
      { figure: b, value: a.value * factor },
      { figure: a, value: b.value / factor },
    ],
  };
}

/** 增长2.5倍 */
function multiple(claim: Claim): Relation | undefined {
  const { a, b, c, way } = claim;
  const ratio = divide(b, a);
  if (!ratio) return undefined;
  const expected = { low: ratio.low - 1, high: ratio.high - 1 };
  const holds = meets(expected, multiplied(c));
  return {
    ...common(claim),
    expected,
    says: { is: 'multiple', a, b, way },
    ...(holds && isCountedTwice(claim) ? { holds: false, doubtful: true } : { holds }),
    alternatives: [
      { figure: b, value: a.value * (1 + c.value) },
      { figure: a, value: b.value / (1 + c.value) },
    ],
  };
}

function multiplied(c: Quantity): Interval {
  return Number.isInteger(c.value) && c.approximation === 'exact' ? asTimes(c.value) : asRounded(c);
}

/** 由2亿元增加到6亿元，增长了3倍: what is three times as much has grown by two. */
function isCountedTwice({ a, b, c }: Claim): boolean {
  return (
    c.approximation === 'exact' && c.value >= 2 && Math.abs(b.value - a.value * c.value) < a.value * 1e-9
  );
}

/** 是原来的4倍 */
function timesOf(claim: Claim): Relation | undefined {
  const { a, b, c, way } = claim;
  const ratio = divide(b, a);
  if (!ratio) return undefined;
  const whole = Number.isInteger(c.value) && c.approximation === 'exact';
  // 近 and 超 leave whole numbers of times: 3.4 is called 3, and 2.9 too.
  const said = whole ? { low: c.value - WHOLE_BELOW, high: c.value + WHOLE_ABOVE } : asRounded(c);
  return {
    ...common(claim),
    expected: ratio,
    says: { is: 'times', a, b, way },
    holds: meets(ratio, said),
    alternatives: [
      { figure: b, value: a.value * c.value },
      { figure: a, value: b.value / c.value },
    ],
  };
}
const WHOLE_BELOW = 0.2;
const WHOLE_ABOVE = 0.8;

/** A whole number of times is cut off more often than rounded: 1倍 for 0.9 to 1.6. */
function asTimes(times: number): Interval {
  return { low: times * 0.9, high: times + 0.6 };
}

/** 增加10亿元, 提高5个百分点, 年均增加2亿元 */
function difference(claim: Claim, points: boolean): Relation {
  const { a, b, c, rises, years, way, how } = claim;
  // Nobody rounds a price of so many 元.
  const exact = [a, b, c].every((q) => q.kind === 'money' && q.scale === 1 && Number.isInteger(q.value));
  const by = (rises ? b.value - a.value : a.value - b.value) / years;
  const expected =
    exact && years === 1 ? { low: by, high: by } : scale(rises ? subtract(b, a) : subtract(a, b), 1 / years);
  const step = rises ? c.value * years : -c.value * years;
  const alternatives: Alternative[] = [
    { figure: b, value: a.value + step },
    { figure: a, value: b.value - step },
  ];
  return {
    ...common(claim),
    expected,
    says: { is: 'difference', a, b, way, rises, years, points, signed: isSigned(how) },
    ...judged(claim, { expected, nominal: by }, c, MISSES.difference),
    alternatives,
  };
}

/** A whole number of two digits and more, exactly meant: 85%, 12万人次. */
function isRound(q: Quantity): boolean {
  const least = q.kind === 'percent' ? 1 : 10;
  return !q.han && q.approximation === 'exact' && q.grain === q.scale && q.value / q.scale >= least;
}

/** By how many of its last places a claim may miss what whole ends come to, though rounding could explain it. */
const MISSES = { rate: 3, difference: 0.99 };

/** Whether the ends, whole numbers both, come to something else when they are taken as they stand, and to the middle of all they may be. */
function isOff({ a, b, c }: Claim, { expected, nominal }: Outcome, misses: number): boolean {
  return (
    isRound(a) &&
    isRound(b) &&
    !c.han &&
    c.approximation === 'exact' &&
    [nominal, middle(expected)].every((value) => Math.abs(value - c.value) >= misses * c.grain)
  );
}

/** What two ends come to: all that it may be, as they were rounded, and as they stand. */
interface Outcome {
  readonly expected: Interval;
  readonly nominal: number;
}

/** What a claim about two ends is worth: false, or true only if the ends were rounded. */
function judged(
  claim: Claim,
  outcome: Outcome,
  said: Interval,
  misses: number,
): Pick<Relation, 'holds' | 'doubtful'> {
  const holds = meets(outcome.expected, said);
  return holds && isOff(claim, outcome, misses) ? { holds: false, doubtful: true } : { holds };
}

/** A result may be rounded or cut off: 6.9 may be called 7 or 6, but nobody calls 6.1 by 7. */
export function asRounded(c: Quantity): Interval {
  const cut = Number.isFinite(c.high) ? c.grain / 2 : 0;
  return c.value < 0 ? { low: c.low - cut, high: c.high } : { low: c.low, high: c.high + cut };
}

/** Whether a claim is what a result comes to: rounded or cut off, and not by a whole of its last place where the result is sharp. */
export function comesTo(expected: Interval, c: Quantity): boolean {
  if (!meets(expected, asRounded(c))) return false;
  const sharp = !c.han && c.approximation === 'exact' && expected.high - expected.low <= c.grain / 2;
  return !sharp || Math.abs(middle(expected) - c.value) < c.grain * ALMOST;
}
const ALMOST = 1 - 1e-6;

export interface Turn {
  readonly reading: Reading;
  readonly a: Quantity;
  readonly b: Quantity;
  /** The figure behind the verb, where the finding stands; `b` where there is none. */
  readonly claimed: Quantity;
  readonly way: Way;
  /** The verb that says where it went, unless the way itself does. */
  readonly called?: string;
  /** The verbs that say the wrong direction, as they stand. */
  readonly verbs: readonly { readonly start: number; readonly end: number }[];
  /** What is said of the way besides: 、增长20%. */
  readonly claims: readonly { readonly c: Quantity; readonly how: string }[];
}

/** Two ends that went the other way than the verb says: the verbs may be wrong, or one of the ends. */
export function wrongWay(text: string, turn: Turn): Relation {
  const { reading, a, b, claimed, way, called, verbs, claims } = turn;
  const more = b.value > a.value;
  const rewording = verbs.flatMap(({ start, end }): Edit[] => {
    const other = oppositeOf(text.slice(start, end));
    return other === undefined ? [] : [{ start, end, text: other }];
  });
  // With the verb turned round what is said of the way must hold too.
  const figures = claims.flatMap(({ c, how }): Edit[] => {
    const turned = changeOf({
      reading,
      a,
      b,
      c,
      rises: more,
      years: 1,
      way,
      how: oppositeOf(how) ?? how,
    });
    if (!turned || turned.holds || turned.bound || c.han) return [];
    return [{ ...c.digits, text: rounded(middle(turned.expected), c) }];
  });
  return {
    rule: 'growth',
    reading,
    claimed,
    members: [a, b].filter((q) => q !== claimed),
    expected: more ? { low: a.value, high: Infinity } : { low: 0, high: a.value },
    bound: true,
    says: { is: 'wrong way', a, b, way, called },
    holds: false,
    alternatives: endsFor(turn, !more),
    rewordings:
      rewording.length === verbs.length && verbs.length > 0
        ? [[...rewording, ...figures].sort((x, y) => x.start - y.start)]
        : [],
  };
}

/** The ends as the claim would have them, if the verb is right; two claims leave nothing to choose. */
function endsFor({ a, b, claims }: Turn, rises: boolean): Alternative[] {
  const [first, ...more] = claims;
  if (!first || more.length > 0) return [];
  const { c } = first;
  const sign = rises ? 1 : -1;
  if (c.kind === 'percent' && a.kind !== 'percent') {
    const factor = 1 + (sign * c.value) / 100;
    return factor > 0
      ? [
          { figure: b, value: a.value * factor },
          { figure: a, value: b.value / factor },
        ]
      : [];
  }
  if (c.dimension !== a.dimension && c.kind !== 'point') return [];
  return [
    { figure: b, value: a.value + sign * c.value },
    { figure: a, value: b.value - sign * c.value },
  ].filter(({ value }) => value > 0);
}
