/**
 * b，比2020年的 a 增长 c, and with the other end named instead of repeated: 年初预算 a，…支出 b，比年初预算增加 c.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { divide, meets, scale } from '../../../language/text/interval.ts';
import { asRounded, type Claim, changeOf, isReversed, wrongWay } from './change.ts';
import type { Reading, Relation } from './relation.ts';
import type { Way } from './saying.ts';
import { between, lead, leadStart, type Sentence } from './sentences.ts';
import { DOWN, isDown, mayBeReal, OTHER_BASIS, PACE, RATE_NOUNS, SPAN, UP, YIELDS } from './verbs.ts';

const THAN = new RegExp(
  [
    // ，增速比
    '^[，、,（(]?(?:(?:增速|增幅|涨幅|降幅)(?=[比较]))?(?:比|较|与|同)',
    // 2010年普查的
    String.raw`[^，。；\d]{0,10}(?:\d{4}年(?:\d{1,2}月\d{1,2}日)?)?[^，。；\d]{0,14}$`,
  ].join(''),
);
/** What {@link THAN} begins with, or has behind its first mark. */
const COMPARES = new Characters('比较与同');
const BY = new RegExp(
  `^(?:相比[，,]?(?:${SPAN})?)?(?:共|累计|净|实际)*(?<how>${YIELDS}|${UP}|${DOWN}|${PACE}|节约|节省|翻|多出|少出|多|少|高|低|快|慢)了?$`,
);

/** 比上年增加: the figure behind it is a difference. */
const MOVED = new RegExp(`(?:${UP}|${DOWN}|多|少|收|支)了?$`);
/** Behind the first claim: 、增长. */
const THEN = new RegExp(
  `^[，、,（(]?(?:[同环]比)?(?<how>${YIELDS}|${UP}|${DOWN}|${RATE_NOUNS})(?:为|达到?|了|约)?$`,
);

export interface Compared {
  readonly reading: Reading;
  readonly a: Quantity;
  readonly b: Quantity;
  /** The figures behind the verb: a difference, a rate, or both. */
  readonly claims: readonly { readonly c: Quantity; readonly how: string }[];
  readonly way: Way;
}

/** b，比 a 增加 c、增长 d · b，同比增长 d，比 a 增加 c */
export function readCompared(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const b = sentence.figures[i]!;
  const at = behindPlan(text, sentence.figures, i);
  const { end } = sentence.figures[at]!;
  if (!COMPARES.isIn(text, end, end + 4)) return;
  // 十年共增加: the span is no figure of the comparison.
  const [last, ...behind] = sentence.figures
    .slice(at, at + 6)
    .filter((q, k) => k < 1 || q.kind !== 'duration' || b.kind === 'duration');
  const rate = at === i ? rateAtOnce(text, b, behind[0]) : undefined;
  const [a, ...rest] = rate ? behind.slice(1) : behind;
  if (!a || b.dimension !== a.dimension || !isPlain(a) || !isPlain(b) || b.kind === 'point') return;
  const gap = between(text, rate?.c ?? last!, a);
  if (!THAN.test(gap) || MOVED.test(gap) || isOfOther(lead(text, b), a, b)) return;
  const claims = claimsBehind(text, a, rest, BY);
  if (rate && claims.length > 0) claims.push(rate);
  const way = { by: 'comparison' } as const;
  judge(text, sentence, { reading: 'comparison', a, b, claims, way }, found);
}

/** 压降费用|2460万元|，较上年的2.05亿元: what was cut, and not what is left. */
const CUT = /(?:压降|压减|节约|削减|核减|减少|净增)[^，。；、\d]{1,10}$/;
/** 平均每期|60人次|，比上年的4860人次 */
const MEAN = /平均|均$|每[^，。；、\d]{0,6}$/;
const FAR = 3;

/** Whether a figure is a change or a mean beside a level, which is several times as much. */
function isOfOther(said: string, a: Quantity, b: Quantity): boolean {
  return (CUT.test(said) || MEAN.test(said)) && Math.max(a.value, b.value) > FAR * Math.min(a.value, b.value);
}

/** ，为预算|12亿元的|70% · ，完成年度任务的|70%: how much of a plan a level is, before what it is compared with. */
const OF_PLAN = /^[，、,](?:为|占|完成|达到?)[^，。；、\d]{0,6}(?:预算|计划|任务|目标)[^，。；、\d]{0,3}$/;

/** 录取312人|，录取率|39.7%|，比: what part of others it is, before what it is compared with. */
const RATE_OF_IT = /^[，、,](?:[\u4e00-\u9fff]{2,6}率|占比|占[^，。；、\d]{2,12}的)(?:为|达到?)?$/;

/** The figure that the comparison stands behind: number `i`, or the rate of its plan or of its whole. */
function behindPlan(text: string, figures: readonly Quantity[], i: number): number {
  const [b, x, y] = figures.slice(i, i + 3);
  if (x?.kind === 'percent' && b!.kind !== 'percent' && RATE_OF_IT.test(between(text, b!, x))) return i + 1;
  if (!x || !OF_PLAN.test(between(text, b!, x))) return i;
  if (x.kind === 'percent') return i + 1;
  return y?.kind === 'percent' && between(text, x, y) === '的' ? i + 2 : i;
}

/** ，同比增长|32%| right behind the level, before what it is compared with. */
function rateAtOnce(text: string, level: Quantity, c: Quantity | undefined) {
  if (c?.kind !== 'percent' || level.kind === 'percent' || !isPlain(c)) return undefined;
  const how = THEN.exec(between(text, level, c))?.groups?.how;
  return how === undefined ? undefined : { c, how };
}

/** ，是2020年|120家|的|3倍 */
const TIMES = /^[，、,](?:是|为|相当于)[^，。；、\d]{0,6}(?:\d{4}年)?[^，。；、\d]{0,4}$/;

/** b，是 a 的 c倍 */
export function readTimesOf(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [b, a, c] = figures.slice(i, i + 3);
  if (c?.kind !== 'times' || !isPlain(c) || !isPlain(a!) || !isPlain(b!) || a!.dimension !== b!.dimension)
    return;
  if (between(text, a!, c) !== '的' || !TIMES.test(between(text, b!, a!))) return;
  const way = { by: 'comparison' } as const;
  const relation = changeOf({
    reading: 'comparison',
    a: a!,
    b: b!,
    c,
    rises: true,
    years: 1,
    way,
    how: '是',
  });
  if (relation) found.push(relation);
}

/** The claims behind a figure, the first tied by `first`. */
function claimsBehind(text: string, behind: Quantity, figures: readonly Quantity[], first: RegExp) {
  const claims: { c: Quantity; how: string }[] = [];
  let previous = behind;
  for (const c of figures.slice(0, 2)) {
    const pattern: RegExp = claims.length === 0 ? first : THEN;
    const how: string | undefined = isPlain(c)
      ? pattern.exec(between(text, previous, c))?.groups?.how
      : undefined;
    if (how === undefined) break;
    claims.push({ c, how });
    previous = c;
  }
  return claims;
}

/** What is claimed of two ends, within the stretch that tells of them. */
export function judge(
  text: string,
  sentence: Pick<Sentence, 'start' | 'end'>,
  { reading, a, b, claims, way }: Compared,
  found: Relation[],
): void {
  const [first] = claims;
  if (!first || OTHER_BASIS.test(text.slice(sentence.start, sentence.end))) return;
  const rises = !isDown(first.how);
  const constant = mayBeReal(text.slice(sentence.start, Math.min(a.start, b.start)), a);
  if (isReversed(a, b, rises)) {
    if (constant && a.kind !== 'percent') return;
    const verbs = claims.flatMap(({ c, how }) => {
      const start = text.lastIndexOf(how, c.start - how.length);
      return c.start - start > how.length + 2 ? [] : [{ start, end: start + how.length }];
    });
    found.push(wrongWay(text, { reading, a, b, claimed: first.c, way, called: first.how, verbs, claims }));
    return;
  }
  let agrees = false;
  for (const { c, how } of claims) {
    if (isDown(how) === rises || (constant && (c.kind === 'percent' || c.kind === 'times'))) return;
    const relation = changeOf({ reading, a, b, c, rises, years: 1, way, how });
    if (!relation) continue;
    // The difference is right: it may tell more of the rate than the ends do.
    const sharper =
      agrees && relation.holds
        ? (sharperRate({ reading, a, d: first.c, r: c }) ??
          withKnownBase({ reading, a, b, c, rises, years: 1, way, how }, first.c))
        : undefined;
    found.push(sharper ?? relation);
    agrees = c === first.c && relation.holds;
  }
}

/** 3.75亿元，比上月的3亿元增加0.75亿元，增长22%: level and difference show to what place the round base is meant. */
function withKnownBase(claim: Claim, d: Quantity): Relation | undefined {
  const { a, b, rises } = claim;
  const base = rises ? b.value - d.value : b.value + d.value;
  const room = (b.grain + d.grain) / 2;
  if (
    claim.c.kind !== 'percent' ||
    a.han ||
    Math.abs(base - a.value) > d.grain / 2 ||
    room >= a.value * NARROW
  )
    return undefined;
  const relation = changeOf({
    ...claim,
    a: { ...a, grain: d.grain, low: a.value - room, high: a.value + room },
  });
  return relation && !relation.holds ? { ...relation, doubtful: true } : undefined;
}
/** What is known no better than this tells nothing of a rate. */
const NARROW = 0.01;

/** 比上年的1.2亿元多3000万元，增长25%: what the ends leave open for their rounding the difference may settle. */
function sharperRate({
  reading,
  a,
  d,
  r,
}: Pick<Relation, 'reading'> & { a: Quantity; d: Quantity; r: Quantity }): Relation | undefined {
  if (r.kind !== 'percent' || d.dimension !== a.dimension) return undefined;
  const ratio = divide(d, a);
  const expected = ratio && scale(ratio, 100);
  if (!expected || meets(expected, asRounded(r))) return undefined;
  return {
    rule: 'growth',
    reading,
    claimed: r,
    members: [a, d],
    expected,
    says: { is: 'rate of difference', a, d },
    holds: false,
    alternatives: [{ figure: d, value: (a.value * r.value) / 100 }],
  };
}

// ---------------------------------------------------------------------------------------------------------------
// The other end by its name

const THAN_NAMED = new RegExp(
  `^(?:比|较|与|同)(?<name>[^，。；、]{2,24}?)(?:相比[，,]?)?(?:共|净|实际)?(?<how>${UP}|${DOWN}|多|少)了?$`,
);
/** What {@link THAN_NAMED} begins with. */
const THAN_WORDS = COMPARES;
/** How many figures back the named one may stand. */
const NEAR = 5;

/** 2025年预算执行数为 a，2026年预算安排 b，比2025年预算执行数减少 c */
export function readNamedBase(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const c = figures[i]!;
  if (i < 2 || !isPlain(c) || !THAN_WORDS.at(text, leadStart(text, c))) return;
  const { name, how } = THAN_NAMED.exec(lead(text, c))?.groups ?? {};
  const b = figures[i - 1]!;
  if (name === undefined || how === undefined || !isPlain(b) || b.kind === 'percent') return;
  const a = figures
    .slice(Math.max(0, i - NEAR), i - 1)
    .reverse()
    .find((q) => q.dimension === b.dimension && isNamedBy(lead(text, q), name));
  if (!a || !isPlain(a) || a.value <= 0 || names(lead(text, b), name) || MOVED.test(lead(text, a))) return;
  if (MOVED.test(lead(text, b)) || /其中|各|分别/.test(text.slice(a.end, b.start))) return;
  const then = figures[i + 1];
  const next = then && THEN.exec(between(text, c, then))?.groups?.how;
  const claims = [{ c, how }, ...(then && next && isPlain(then) ? [{ c: then, how: next }] : [])];
  const way = { by: 'comparison', base: { name } } as const;
  judge(text, sentence, { reading: 'named-base', a, b, claims, way }, found);
}

/** 一般公共预算拨款收入 is no 上年预算: what is of the year before says so. */
function isNamedBy(lead: string, name: string): boolean {
  return names(lead, name) && (!OF_LAST_YEAR.test(name) || /上年|去年|\d{4}年/.test(lead));
}
const OF_LAST_YEAR = /^(?:上年|去年)/;

/** Whether a lead names what a shorter name means: 2025年当年预算执行数为 and 2025年预算执行数, 年初预算为 and 年初预算数; 上年分别 names nothing. */
export function names(lead: string, name: string): boolean {
  const short = name
    .replace(/^(?:原|上述|上年|去年)|分别|各自/g, '')
    .replace(/(?:数|额|数额|金额|水平|的)$/, '');
  if (short.length < 2) return false;
  let at = 0;
  for (const char of short) {
    at = lead.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
