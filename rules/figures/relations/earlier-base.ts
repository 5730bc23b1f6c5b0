/**
 * A change whose base was told before, in a clause or a sentence of its own: 去年同期，全区签约项目24个。今年上半年签约30个，同比增长25% ·
 * 2020年产粮18万吨。…到2024年达到22.5万吨，比2020年增长25% · 上年末存款余额为850亿元，今年6月末达到901亿元，较年初增长6%.
 */
import { lowerBound } from '../../../engine/lists.ts';
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore } from '../../../language/text/bounds.ts';
import { Characters, sharesPair } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { type Compared, judge } from './compared.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, leadStart } from './sentences.ts';
import { DOWN, isDown, RATE_NOUNS, UP, YIELDS } from './verbs.ts';

const CHANGE = `${YIELDS}|${UP}|${DOWN}|${RATE_NOUNS}|多|少`;
const BASES =
  '去年同期 上年同期 去年底 去年末 上年底 上年末 去年 上年 年初(?!预算|计划|目标|数) 同期 上月 上季度 \\d{4}年(?:末|底)?';
/** Behind the level: ，同比|增长, ，比2020年|增长, ，较年初|增长. */
const CLAIM = new RegExp(
  [
    '^(?:的水平|左右)?[，、,（(]',
    `(?<since>同比|环比|(?:比|较|与)${anyOf(BASES)}(?:相比)?[，,]?)?`,
    `(?:净|共|累计|实际)?(?<how>${CHANGE})(?:了|为|达)?$`,
  ].join(''),
);
/** ，是|2019年|的, before 2.5倍. */
const TIMES =
  /^(?:左右)?[，、,](?<how>是|为|相当于)(?<since>\d{4}年|去年同期|上年同期|去年|上年)(?:末|底)?的$/;
/** Behind a first claim: 、下降. */
const NEXT = new RegExp(`^[，、,（(](?:同比)?(?<how>${CHANGE})(?:了|为|达)?$`);
const CLAIM_ENDS = new Characters(CHANGE, '了为达的');

const TIMES_OF =
  '去年同期 上年同期 去年底 去年末 上年底 上年末 去年 上年 年初 同期 今年 本年 目前 \\d{4}年(?:末|底)? \\d{1,2}月(?:底|末) 截至 现在';
/** When a figure is of, the last such word before it; 比上年 says what another is compared with. */
const WHEN = new RegExp(`(?<![比较与])${anyOf(TIMES_OF)}`, 'g');
/** What a base is called where the claim says only 同比 or 比上年. */
const YEAR_BEFORE = /^(?:去年|上年|同期)/;
const YEAR_END = /^(?:去年底|去年末|上年底|上年末|年初)$/;
/** A base is looked for so far back, a sentence or two. */
const REACH = 110;
const SENTENCE = new Characters('。；;');
const MOVED = '增[加长]? 减少 下降 提高 上升 多 少 净增 新增';
const NOT_YET = '目标 计划 力争 其中 平均 年均 分别 每 各[市县区镇乡村地家]';
/** Before a figure that is no level, or that of a part. */
const NO_LEVEL = new RegExp(`${anyOf(MOVED, NOT_YET)}[^，。；、\\d]{0,6}$`);
const REACHES = '已 共 累计 完成 实现 达到? 只有 只 仅 为 是 有 到 至';
const SAYS_WHEN = '今年 去年 上年 本年 同期 以来 上半年 下半年 全年 目前 末 底 初';
/** What any level is told with: it says nothing of what it is of. */
const VERBS = new RegExp(`${anyOf(REACHES, SAYS_WHEN, '全[省市县区镇乡] 我[省市县区]')}+`, 'g');

/** 2026年|力争增长|10%: that something is aimed at says nothing of what it is of. */
const AIMS = new RegExp(
  `${anyOf('力争 预期 预计 计划 确保 争取 目标 拟 将')}+(?:实现)?(?:(?:${CHANGE})$)?|(?:${CHANGE})$`,
  'g',
);

/** 已|压减|至: where a level went says nothing of what it is of. */
const MOVES = new RegExp(`(?:${UP}|${DOWN})(?=[到至为])`, 'g');

export function readEarlierBase(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 1; i + 1 < figures.length; i++) {
    const [b, c] = [figures[i]!, figures[i + 1]!];
    if (!CLAIM_ENDS.at(text, c.start - 1) || !isPlain(c) || !isPlain(b) || b.kind === 'point') continue;
    const isTimes = c.kind === 'times';
    const { since, how } = (isTimes ? TIMES : CLAIM).exec(between(text, b, c))?.groups ?? {};
    if (how === undefined || (isTimes && c.value < 1)) continue;
    if (isNoLevel(text.slice(leadStart(text, b), b.start))) continue;
    if (isClaimed(found, c, 'growth')) continue;
    const a = baseOf(text, figures, i, since?.replace(/^[比较与]|相比|[，,]/g, ''));
    if (!a || isFar(a, b, c)) continue;
    const claims = claimsFrom(text, { c, how }, figures[i + 2]);
    judgeAgainst(text, { a, b, claims, end: claims.at(-1)!.c.end }, found);
  }
}

interface Claimed {
  readonly c: Quantity;
  readonly how: string;
}

/** 增加3亿元，|增长12%|: a claim with the one behind it that goes the same way. */
function claimsFrom(text: string, first: Claimed, then: Quantity | undefined): readonly Claimed[] {
  const next = then && isPlain(then) ? NEXT.exec(between(text, first.c, then))?.groups?.how : undefined;
  return next !== undefined && isDown(next) === isDown(first.how)
    ? [first, { c: then!, how: next }]
    : [first];
}

/** Holds what is claimed of level `b` against its base `a`; the claims and levels end at `end`. */
function judgeAgainst(
  text: string,
  { end, ...change }: Pick<Compared, 'a' | 'b' | 'claims'> & { readonly end: number },
  found: Relation[],
): void {
  const way = { by: 'comparison', base: 'above' } as const;
  const start = boundBefore(text, change.a.start, SENTENCE, REACH);
  judge(text, { start, end }, { reading: 'earlier-base', ...change, way }, found);
}

/** ，达到|3300万人次, behind 增长10%. */
const THEN_LEVEL = /^(?:左右|以上)?[，、,](?:总量|总数)?(?:预计|将)?(?:达到?|突破)$/;
const GROWS = new RegExp(`(?<how>${CHANGE})$`);

/** 2024年3000万人次。2025年力争增长10%，达到3300万人次: the rate first, then what it comes to. */
export function readGrownTo(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 1; i + 1 < figures.length; i++) {
    const [c, b] = [figures[i]!, figures[i + 1]!];
    if (c.kind !== 'percent' || !isPlain(c) || !isPlain(b) || b.kind === 'percent') continue;
    if (!THEN_LEVEL.test(between(text, c, b))) continue;
    const how = GROWS.exec(text.slice(leadStart(text, c), c.start))?.groups?.how;
    const a = how === undefined ? undefined : grownFrom(text, figures, i, b);
    if (!a || isFar(a, b, c) || isClaimed(found, c, 'growth') || isClaimed(found, b, 'growth')) continue;
    judgeAgainst(text, { a, b, claims: [{ c, how: how! }], end: b.end }, found);
  }
}

function grownFrom(text: string, figures: readonly Quantity[], i: number, b: Quantity): Quantity | undefined {
  const own = whenOf(text, figures[i]!);
  const bases = levelsBefore(figures, i, b);
  const [a] = bases;
  const when = a && whenOf(text, a);
  if (!a || bases.length > 1 || when === undefined || when === own || !isBase(when, undefined, own))
    return undefined;
  return areOfOne(text, a, figures[i]!) ? a : undefined;
}

/** The figures before number `i` that are of the same kind as level `b`, as far back as a base is looked for. */
function levelsBefore(figures: readonly Quantity[], i: number, b: Quantity): readonly Quantity[] {
  const from = lowerBound(figures, b.start - REACH, ({ start }) => start);
  return figures
    .slice(from, i)
    .filter((q) => q.dimension === b.dimension && q.unit === b.unit && isPlain(q) && q.value > 0);
}

/** The one figure before number `i` that its change is counted from. */
function baseOf(
  text: string,
  figures: readonly Quantity[],
  i: number,
  since: string | undefined,
): Quantity | undefined {
  const b = figures[i]!;
  const own = whenOf(text, b);
  const bases = levelsBefore(figures, i, b).filter((a) => {
    const said = text.slice(leadStart(text, a), a.start);
    return !isNoLevel(said);
  });
  const named = bases.filter((a) => {
    const when = whenOf(text, a);
    if (when === undefined || when === own || !isBase(when, since, own)) return false;
    // Without a word on what it is compared with, the level says when it is of.
    if (since === undefined && own === undefined && !REACHED.test(text.slice(leadStart(text, b), b.start)))
      return false;
    return areOfOne(text, a, b) && (since !== '同比' || isPart(text, a) === isPart(text, b));
  });
  // Other levels of the kind between them leave open which two are compared.
  return named.length === 1 && bases.at(-1) === named[0] ? named[0] : undefined;
}

/** The last word before a figure, in its own sentence, that says when. */
function whenOf(text: string, q: Quantity): string | undefined {
  const said = text.slice(boundBefore(text, q.start, SENTENCE, REACH), q.start);
  return said.match(WHEN)?.at(-1);
}

/** 已压减至|90处: the level that something came to. */
const REACHED = /[到至]$/;

/** 从去年502人增至|570人, 减少到|171户: where something came to is a level all the same. */
function isNoLevel(said: string): boolean {
  return NO_LEVEL.test(said) && !REACHED.test(said);
}

/** 上半年, 前三季度, 1至6月: 同比 compares parts of years with each other. */
const PART = /[上下]半年|季度|\d月|同期|以来/;

function isPart(text: string, q: Quantity): boolean {
  return PART.test(text.slice(boundBefore(text, q.start, SENTENCE, REACH), q.start));
}

function isBase(when: string, since: string | undefined, own: string | undefined): boolean {
  if (since === undefined || since === '同比' || YEAR_BEFORE.test(since)) {
    if (YEAR_END.test(when)) return since === undefined || YEAR_END.test(since);
    if (YEAR_BEFORE.test(when)) return true;
    const [before, after] = [when, own ?? ''].map((word) => Number(/^\d{4}/.exec(word)?.[0]));
    return before! + 1 === after;
  }
  if (YEAR_END.test(since)) return YEAR_END.test(when);
  return /^\d{4}/.test(since) && when.startsWith(since.slice(0, 4));
}

/** Whether the second level is of what the first is of: it says so again, or says no more than when. */
function areOfOne(text: string, a: Quantity, b: Quantity): boolean {
  const first =
    text.slice(boundBefore(text, a.start, SENTENCE, REACH), a.start) + text.slice(a.end, a.end + 6);
  const second = text
    .slice(leadStart(text, b), b.start)
    .replace(/\d{4}年(?:\d{1,2}月)?|\d{1,2}月/g, '')
    .replace(MOVES, '')
    .replace(AIMS, '')
    .replace(VERBS, '');
  if (THE_SAME.test(second)) return true;
  const own = second.replace(GENERAL, '');
  // 油料产量 is none of 粮食产量.
  if (own.length < 2) return second.length < 2 || first.includes(second);
  return sharesPair(own, first);
}

/** 这一数字|上升到: whatever was told before it. */
const THE_SAME = /^(?:这一|该|这个|上述)(?:数字|数据|指标|数量|规模|金额|比例|比重)/;

const GENERAL_NAMES =
  '产量 收入 投资 面积 人数 数量 总量 总额 总数 项目 企业 金额 支出 资金 增加值 产值 余额 人口 建设 实际 各类 规模';
/** What indicators of all kinds are called. */
const GENERAL = new RegExp(anyOf(GENERAL_NAMES), 'g');

/** A level that is this many times another is of something else, unless the claim says as much. */
const FAR = 3;

function isFar({ value: a }: Quantity, { value: b }: Quantity, c: Quantity): boolean {
  return c.kind === 'percent' && c.value < 100 && (b > a * FAR || b * FAR < a);
}
