/**
 * A level and how it has changed, and then what it had been: 参保318万人，比上年减少2万人，下降0.6%；上年同期为320万人 · 事故68起、死亡31人，事故起数同比下降
 * 13.9%。去年前三季度为79起 · 水位112.3米，超汛限水位0.3米，汛限水位为112米.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters, sharesPair } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isOf, NO_LEVEL } from './beside.ts';
import { judge } from './compared.ts';
import type { Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { DOWN, RATE_NOUNS, UP, YIELDS } from './verbs.ts';

/** What a level is compared with, and when the base behind it is of: by groups of one meaning. */
const TIMES: readonly (readonly [words: RegExp, group: string])[] = [
  [/^(?:上年|去年|上一年)(?:年)?[末底]|^年初/, 'end'],
  [/^(?:上年|去年|上一年|同期|同比)/, 'year'],
  [/^\d{4}年/, 'a year'],
  [/^上届/, 'term'],
  [/^(?:上月|上个月|环比)/, 'month'],
  [/^(?:上季度|上一季度)/, 'quarter'],
  [/^上周/, 'week'],
  [/^(?:昨日|昨天|前一日)/, 'day'],
];
const TIME = anyOf(
  '(?:上年|去年|上一年)(?:度|同期|[末底]|全年|[上下]半年|前三季度|[一二三四]季度|\\d{1,2}—\\d{1,2}月|\\d{1,2}月[末底]?)?',
  '\\d{4}年(?:度|末|底)? 同期 年初 上届 上月 上个月 上季度 上一季度 上周 昨日(?:\\d{1,2}[时点])? 昨天 前一日',
);
const LINK = '(?:仅|只|共|则)?(?:为|是|有|达到?|完成|实现)?$';
/** 去年同期|参保人数|为, 汛限水位|为. */
const BASE = new RegExp(
  `^(?:而|其中)?(?<when>${TIME})(?<name>[^，。；、：\\d比较与同增减降升]{0,10}?)${LINK}`,
);
const NAMED_BASE = /^(?<name>[\u4e00-\u9fff]{2,8}?)(?:为|是)?$/;
const BASE_ENDS = new Characters('为是有达到成现末底期率年');
/** 事故起数|同比|下降, |比上年末|净增, |低于警戒水位|. */
const CLAIM = new RegExp(
  [
    '^(?<name>[\\u4e00-\\u9fff]{0,8}?)',
    `(?:同比|环比|(?:比|较|与)(?<since>${TIME})(?:相比)?)?(?:净|共|累计|实际)?`,
    `(?<how>${YIELDS}|${UP}|${DOWN}|${RATE_NOUNS}|多|少)(?:了|为|达到?|约)?$`,
  ].join(''),
);
/** So far back the sentence before begins, at most. */
const REACH = 120;

export function readBaseBehind(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const a = figures[i]!;
    const base = isPlain(a) && a.value > 0 ? baseAt(text, figures, i) : undefined;
    if (!base) continue;
    const { when, name, claimOf } = base;
    const before = withLevel(
      text,
      figures.slice(Math.max(0, i - 2 * MOST), i),
      sentenceBefore(text, figures, i),
      a,
      claimOf,
    );
    const read = before && levelWithClaims(text, before, a, claimOf);
    if (!read || (when !== '' && !isOf(name, text.slice(Math.max(0, read.b.start - REACH), read.b.start))))
      continue;
    const { b, claims } = read;
    if (found.some(({ holds, claimed }) => !holds && claims.some(({ c }) => c === claimed))) continue;
    const way = { by: 'comparison', base: when === '' ? { name } : { when } } as const;
    const judged: Relation[] = [];
    judge(text, { start: before[0]!.start, end: a.end }, { reading: 'beside', a, b, claims, way }, judged);
    const wrong = judged.find(({ holds }) => !holds);
    found.push(...(wrong ? [wrong] : judged).map((relation) => ({ ...relation, doubtful: true as const })));
  }
}

/** What a figure is said to be the base of: when it is of, or what it is called by. */
function baseAt(
  text: string,
  figures: readonly Quantity[],
  i: number,
): { readonly when: string; readonly name: string; readonly claimOf: ClaimOf } | undefined {
  const a = figures[i]!;
  const said = lead(text, a);
  const timed = BASE_ENDS.at(text, a.start - 1) ? BASE.exec(said)?.groups : undefined;
  if (timed) return { when: timed.when!, name: timed.name!, claimOf: claimSince(text, timed.when!) };
  const name = NAMED_BASE.exec(said)?.groups?.name;
  // Whom something is compared with must have been named before.
  return name !== undefined && isComparedWith(text, figures[i - 1]!, name)
    ? { when: '', name, claimOf: claimAgainst(text, name) }
    : undefined;
}

/** The figures before number `i` in its sentence, or in the one before where it is the first. */
function sentenceBefore(
  text: string,
  figures: readonly Quantity[],
  i: number,
): readonly Quantity[] | undefined {
  const a = figures[i]!;
  const last = figures[i - 1]!;
  let end = a.start;
  let from = boundBefore(text, end, FULL_STOP, REACH);
  for (let k = 0; k < 2 && (k === 0 ? last.end <= from : text.startsWith('其中', from)); k++) {
    // What it is made of may be told between: 。其中，….
    end = from;
    from = boundBefore(text, end - 1, FULL_STOP, REACH);
  }
  const before = figures.slice(Math.max(0, i - MOST), i).filter((q) => q.start >= from && q.end <= end);
  return before.length < 2 ? undefined : before;
}
const MOST = 8;

/** 参保人数318万人，其中…。|参保人数比上年减少2万人…；上年为320万人: where the sentence has no level of its own, the head of the one before is it. */
function withLevel(
  text: string,
  figures: readonly Quantity[],
  before: readonly Quantity[] | undefined,
  a: Quantity,
  claimOf: ClaimOf,
): readonly Quantity[] | undefined {
  const [first] = before ?? [];
  if (!first || before!.some((q) => q.unit === a.unit && !claimOf(q))) return before;
  const own = boundBefore(text, first.start, FULL_STOP, REACH);
  const start = boundBefore(text, own - 1, FULL_STOP, REACH);
  const head = figures.find((q) => q.start >= start && q.end <= own);
  const name = claimOf(first)?.name ?? '';
  const isOne = head?.unit === a.unit && name !== '' && lead(text, head).includes(name);
  return isOne ? [head, ...before!] : before;
}

interface Claimed {
  readonly c: Quantity;
  readonly how: string;
}
/** `sure`: it says itself what it is compared with. */
type ClaimOf = (
  q: Quantity,
) => { readonly how: string; readonly name: string; readonly sure?: true } | undefined;

/** Of what a figure says that it changed since `when`, or since it does not say when. */
function claimSince(text: string, when: string): ClaimOf {
  const group = groupOf(when);
  return (q) => {
    const said = lead(text, q);
    const groups = CLAIM.exec(said)?.groups;
    if (!groups) return undefined;
    const since = groups.since ?? /同比|环比/.exec(said)?.[0];
    return since !== undefined && groupOf(since) !== group
      ? undefined
      : { how: groups.how!, name: groups.name! };
  };
}

function groupOf(time: string): string | undefined {
  const group = TIMES.find(([words]) => words.test(time))?.[1];
  return group === 'a year' ? time.slice(0, 4) : group;
}

/** Of what a figure says that it is above or below what is called so. */
function claimAgainst(text: string, name: string): ClaimOf {
  return (q) => {
    const said = lead(text, q);
    const how = AGAINST.find(([sign]) => said.endsWith(`${sign}${name}`))?.[1] ?? comparedWith(said, name);
    return how === undefined ? undefined : { how, name: '', sure: true };
  };
}

/** 比排第二位的|河口镇|多: how, by the words before the figure. */
function comparedWith(said: string, name: string): string | undefined {
  const then = said.at(-1)!;
  return /^[比较]/.test(said) && said.endsWith(`${name}${then}`) && '多少高低'.includes(then)
    ? then
    : undefined;
}

function isComparedWith(text: string, q: Quantity, name: string): boolean {
  const said = lead(text, q);
  return said.includes(name) && (comparedWith(said, name) ?? claimAgainst(text, name)(q)) !== undefined;
}
const AGAINST = [
  ['低于', '低于'],
  ['高于', '高于'],
  ['超过', '高于'],
  ['超', '高于'],
] as const;

/** The one level of the kind of `a`, and what is claimed of it behind it. */
function levelWithClaims(
  text: string,
  figures: readonly Quantity[],
  a: Quantity,
  claimOf: ClaimOf,
): { readonly b: Quantity; readonly claims: readonly Claimed[] } | undefined {
  const levels = figures.filter(
    (q) =>
      q.unit === a.unit &&
      q.dimension === a.dimension &&
      !claimOf(q) &&
      isPlain(q) &&
      // 低于警戒水位（|39.5米|）|0.9米: what it is held against besides, and how far that is.
      !BRACKETS.at(text, q.start - 1),
  );
  const [b, more] = levels;
  if (!b || more || NO_LEVEL.test(lead(text, b))) return undefined;
  const own = `${lead(text, b)}${text.slice(b.unitEnd - 1, b.unitEnd + NOUN)}`;
  const claims: Claimed[] = [];
  // Behind another figure (68起、死亡|31人) what has changed must be named.
  let apart = false;
  for (const c of figures.slice(figures.indexOf(b) + 1)) {
    const claim = claimOf(c);
    if (!claim) apart ||= !isAside(text, c, b);
    else if (claim.name === '' ? !apart || claim.sure : isNamed(claim.name, own, b))
      claims.push({ c, how: claim.how });
  }
  return claims.length === 0 || !claims.every(({ c }) => isPlain(c)) ? undefined : { b, claims };
}
const BRACKETS = new Characters('（()）');
const NOUN = 4;

const isNamed = (name: string, own: string, { unit }: Quantity) =>
  sharesPair(name, own) || name.includes(`${unit}数`);

/** 水位38.6米，低于警戒水位（|39.5米|）|0.9米|，较昨日上涨0.5米: by the way. */
const isAside = (text: string, q: Quantity, level: Quantity) =>
  q.dimension === level.dimension && BRACKETS.at(text, q.start - 1);
