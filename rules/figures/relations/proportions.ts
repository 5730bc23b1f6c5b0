/** What two numbers are to each other, and whether that grows or shrinks: 男女比例为3∶2, 城乡居民收入比由1.93∶1缩小到1.90∶1. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, CLAUSE_STOPS } from '../../../language/text/bounds.ts';
import { divide, meets, widen } from '../../../language/text/interval.ts';
import { asRounded, comesTo } from './change.ts';
import type { Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { isDown } from './verbs.ts';

/** 男女比例|为3∶2 */
const PROPORTION = new RegExp(
  [
    '(?:比例|之比|配比|比)(?:约|大约)?',
    String.raw`(?:为|是|达到?|(?:由|从)?[^，。；、\d]{0,4}(?:缩小|扩大|下降|降低|降|升|调整)(?:为|到|至))?$`,
  ].join(''),
);

/** 中央与地方|按照|7∶3|比例分担 */
const BY = /按照?$/;
/** 7∶3|比例, 2∶1|分担 */
const DIVIDES = /^的?(?:比例|分担|分摊|承担|配套|出资|投入)/;

/** 男女比例为3∶2，男性120人，女性90人: two numbers and what they are to each other. */
export function readProportion(text: string, all: readonly Quantity[], i: number, found: Relation[]): void {
  const [x, y] = [all[i]!, all[i + 1]];
  if (y?.kind !== 'ratio' || all[i + 2]?.kind === 'ratio' || y.value <= 0) return;
  // 高级、中级职称之比: both are named in the clause.
  const head = text.slice(boundBefore(text, x.start, CLAUSE_STOPS, RATIO_NAME), x.start);
  const divides = BY.test(head) && DIVIDES.test(text.slice(y.unitEnd, y.unitEnd + 3));
  if (!(divides || PROPORTION.test(head)) || /[∶:：]/.test(text[x.digits.start - 1]!)) return;
  const pairs = countsBeside(text, all, i, head);
  // 执业医师226人、护士352人、医技人员120人，医护比: where several may be meant, any bears it out.
  const counts = pairs.find(([a, b]) => isStated(a, b, x, y)) ?? (pairs.length === 1 ? pairs[0] : undefined);
  if (!counts) return;
  const [a, b] = counts;
  const [m, n] = lowestTerms(a.value, b.value);
  found.push({
    rule: 'share',
    reading: 'ratio',
    claimed: x,
    members: [a, b],
    expected: { low: 0, high: Infinity },
    bound: true,
    says: { is: 'ratio', counts, stated: [x, y], terms: [m, n] },
    holds: isStated(a, b, x, y),
    alternatives: [
      { figure: a, value: (b.value * x.value) / y.value },
      { figure: b, value: (a.value * y.value) / x.value },
    ],
    rewordings: [
      [
        { start: x.digits.start, end: x.digits.end, text: String(m) },
        { start: y.digits.start, end: y.digits.end, text: String(n) },
      ],
    ],
  });
}

/** Whether two counts are to each other as is stated. */
function isStated(a: Quantity, b: Quantity, x: Quantity, y: Quantity): boolean {
  if (isOneTo(x, y)) return meets(divide(b, a) ?? NONE, asRounded(y));
  const ratio = divide(a, b) ?? NONE;
  if (y.value === 1 && x.grain < 1) return comesTo(ratio, x);
  const stated = x.value / y.value;
  return meets(ratio, widen({ low: stated, high: stated }, roomOf(x, y)));
}

/** 师生比为1∶14: so many for one, who is not rounded. */
function isOneTo(x: Quantity, y: Quantity): boolean {
  return x.value === 1 && x.grain === 1 && (y.value > 1 || y.grain < 1);
}
const NONE = { low: Infinity, high: Infinity };

/** 城乡居民收入比|为1.87, 由上年的1.90|缩小为1.87: told without ∶1. */
const INCOMES = new RegExp(
  [
    '(?:城乡|收入)[^，。；、\\d]{0,6}比(?:值)?',
    '(?:(?:为|是|达到?)?|由[^，。；、]{0,14}(?:缩小|扩大|下降|降低|降|收窄)(?:为|到|至))$',
  ].join(''),
);
const NOT_NOW = /上年|去年|比[上去]|目标|增[加长]/;

/** 城镇居民收入38250元，增长4.6%；农村居民收入20450元，增长6.5%。城乡居民收入比为1.87: by the two incomes told last. */
export function readIncomes(text: string, all: readonly Quantity[], found: Relation[]): void {
  if (!text.includes('比') || !text.includes('城镇')) return;
  for (const [i, q] of all.entries()) {
    if (q.kind !== 'number' || q.approximation !== 'exact' || q.grain >= 1 || !INCOMES.test(lead(text, q)))
      continue;
    const incomes = all
      .slice(Math.max(0, i - FARTHEST), i)
      .filter((one) => one.kind === 'money' && isPlain(one) && q.start - one.end < INCOME_REACH)
      .filter((one) => /收入/.test(lead(text, one)) && !NOT_NOW.test(lead(text, one)));
    const of = incomes.filter((one) => /城镇/.test(lead(text, one)));
    const by = incomes.filter((one) => /[农乡]村/.test(lead(text, one)));
    if (of.length === 1 && by.length === 1) pushQuotient(of[0]!, by[0]!, q, found);
  }
}

function pushQuotient(of: Quantity, by: Quantity, claimed: Quantity, found: Relation[]): void {
  const expected = divide(of, by);
  if (!expected) return;
  found.push({
    rule: 'share',
    reading: 'ratio',
    claimed,
    members: [of, by],
    expected,
    says: { is: 'quotient', of, by },
    holds: comesTo(expected, claimed),
    alternatives: [],
    doubtful: true,
  });
}
const FARTHEST = 10;
const INCOME_REACH = 140;

const NARROWS = /^(?<verb>缩小|下降|降低|扩大|上升|提高)(?:到|至|为)(?:\d{4}年的?)?$/;
/** 城乡居民收入比由2020年的|2.31: told without ∶1. */
const RATIO_FROM = /(?:城乡|收入|倍差)[^，。；、\d]{0,6}[比差](?:值)?[由从](?:上年的?|\d{4}年的?)?$/;
const FROM_REACH = 24;

/** 城乡居民收入比由1.93∶1|缩小到|2.30∶1, 由2.31|缩小到2025年的|2.35: the verb against the figures. */
export function readNarrowings(text: string, all: readonly Quantity[], found: Relation[]): void {
  if (!/[比差]/.test(text)) return;
  const figures = all.filter(({ kind }) => kind === 'ratio' || kind === 'number');
  for (let i = 0; i + 1 < figures.length; i++) readNarrowing(text, figures, i, found);
}

function readNarrowing(text: string, all: readonly Quantity[], i: number, found: Relation[]): void {
  const pair = ratiosAt(text, all, i);
  if (!pair) return;
  const [from, to] = pair;
  const gap = text.slice(from.at(-1)!.end, to[0]!.start);
  const verb = NARROWS.exec(gap)?.groups?.verb;
  const [before, after] = [quotientOf(from), quotientOf(to)];
  if (verb === undefined || before === after) return;
  const falls = isDown(verb);
  if (falls === after < before) return;
  const at = from.at(-1)!.end;
  const opposite = falls ? '扩大' : '缩小';
  found.push({
    rule: 'share',
    reading: 'ratio',
    claimed: to[0]!,
    members: [from[0]!],
    expected: falls ? { low: 0, high: from[0]!.value } : { low: from[0]!.value, high: Infinity },
    bound: true,
    says: { is: 'ratio moves', from, to, opposite, verb },
    holds: false,
    alternatives: [],
    rewordings: [[{ start: at, end: at + verb.length, text: opposite }]],
  });
}

/** 1.93∶1 or 1.93: its terms. */
export type Ratio = readonly [Quantity, Quantity] | readonly [Quantity];

const quotientOf = ([x, base]: Ratio) => x.value / (base?.value ?? 1);

/** Two ratios in a row, both to the same number or both without one. */
function ratiosAt(text: string, all: readonly Quantity[], i: number): readonly [Ratio, Ratio] | undefined {
  const [x, base, y, other] = all.slice(i, i + 4);
  if (!x || !base) return undefined;
  if (base.kind === 'ratio' && y?.kind === 'ratio' && other?.kind === 'ratio')
    return base.value === other.value && base.value > 0
      ? [
          [x, base],
          [y, other],
        ]
      : undefined;
  const isBare = (q: Quantity) => q.kind === 'number' && q.grain < 1;
  if (!isBare(x) || !isBare(base)) return undefined;
  return RATIO_FROM.test(text.slice(Math.max(0, x.start - FROM_REACH), x.start)) ? [[x], [base]] : undefined;
}

/** A ratio of small numbers is a round one; 2.01∶1 is exact to its last place, or cut off there. */
function roomOf(x: Quantity, y: Quantity): number {
  return x.grain < 1 ? (x.grain * 1.5) / y.value : (x.value / y.value) * ROUGHLY;
}
const ROUGHLY = 0.08;

type Pair = readonly [Quantity, Quantity];

/** The two numbers that the ratio names, in its order: 男…女… of 男女比例. All that may be, where there are several. */
function countsBeside(text: string, all: readonly Quantity[], i: number, head: string): readonly Pair[] {
  const counts = (q: Quantity | undefined): q is Quantity =>
    q !== undefined &&
    isPlain(q) &&
    q.value > 0 &&
    q.kind !== 'percent' &&
    // 平均每校学生450人，师生比1∶15: of one school, not of all.
    !(q.kind !== 'money' && MEAN.test(lead(text, q))) &&
    Math.abs(q.start - all[i]!.start) < RATIO_REACH;
  const behind = [all[i + 2], all[i + 3]].filter(counts);
  // 收入分别为35680元、19860元，增长5.1%、7.2%，收入比…: rates may stand between.
  const before = all.slice(Math.max(0, i - 7), i).filter((q) => q.kind !== 'ratio' && counts(q));
  const near = [behind, before.slice(-2)].flatMap(([p, q]) => pairOf(text, head, all[i]!, p, q));
  if (near.length > 0 && before.length < 3) return near.slice(0, 1);
  const farther = before.slice(-3, -1);
  // 学生4.1万人，其中小学2.9万人、初中1.2万人，教师2430人: any of those that are called so.
  const last = before.at(-1);
  const others = before.slice(0, -2).flatMap((p) => pairOf(text, head, all[i]!, p, last));
  return [...near, ...pairOf(text, head, all[i]!, farther[0], farther[1]), ...others];
}

/** Two numbers in the order in which a ratio names them; none where it does not. */
function pairOf(
  text: string,
  head: string,
  ratio: Quantity,
  p: Quantity | undefined,
  q: Quantity | undefined,
): readonly Pair[] {
  if (!p || !q || p === q || (p.dimension !== q.dimension && !STAFFED.test(head))) return [];
  // 城镇、农村居民人均可支配收入分别达到: the first figure's label is not the one before it.
  const both = p.end <= ratio.start && text.slice(Math.max(0, p.start - RATIO_REACH), p.start);
  if (both && /城乡|收入比/.test(head) && TOWN_AND_COUNTRY.test(both)) return [[p, q]];
  const [x, y] = [p, q].map((count) => lead(text, count).replace(/^其中/, '')) as [string, string];
  const [first, second] = [placeIn(head, x, y), placeIn(head, y, x)];
  if (first < 0 || second < 0 || first === second) return [];
  return first < second ? [[p, q]] : [[q, p]];
}

/** 床护比: what are counted in measures of their own. */
const STAFFED = /[床车机岗][\u4e00-\u9fff]比(?:例)?(?:为|是|达到?)?$/;
const MEAN = /平均|每/;
/** The longest name of a ratio. */
const RATIO_NAME = 30;
/** How far from a ratio the two numbers stand. */
const RATIO_REACH = 80;
/** 城镇、农村居民人均可支配收入分别达到, before the first of two. */
const TOWN_AND_COUNTRY =
  /(?:城镇[^。；\d]{0,14}[、和与]农村|城乡(?:居民|常住))[^。；\d]{0,16}分别[^。；\d]{0,8}$/;

/**
 * Where the name of a ratio has a character of a label that the other label has not: 男 of 男性, 师 of 教师, 乡 for 农村居民; -1 if it has
 * none.
 */
function placeIn(head: string, label: string, other: string): number {
  const own = [...label.replace(/农村/, '乡村')].filter((char) => !other.includes(char));
  const places = own.map((char) => head.indexOf(char)).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

function lowestTerms(a: number, b: number): [number, number] {
  const divisor = (x: number, y: number): number => (y < 1e-9 ? x : divisor(y, x % y));
  const d = divisor(a, b);
  return [Number((a / d).toPrecision(6)), Number((b / d).toPrecision(6))];
}
