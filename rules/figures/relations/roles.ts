/**
 * What each figure of a sentence about one thing is, by the words right before it, in whatever order they come: what there was, what there is
 * and what lies between, or what was due, what was done and what is left. 与上年的187亿元相比，增加33亿元，达到220亿元，增长17.6% ·
 * 应完成151人，已完成82人，尚余69人，进度为54.3% · 年初预算156万元，决算158万元，超出预算2万元.
 *
 * It speaks only where every figure of the sentence has a role, so that there is nothing else the rate could be of. A rate whose two levels
 * stand in the sentence before, or beside parts and other figures, is left to `changes-nearby.ts`, which asks less of the rest and more of the
 * levels: both must say when they are of.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { type Claim, changeOf, isReversed, isSigned, wrongWay } from './change.ts';
import { pushIncrease } from './increases.ts';
import { overLimit } from './limits.ts';
import { middle, type Relation } from './relation.ts';
import { lead, type Sentence } from './sentences.ts';
import { restOf, shareOf } from './shapes.ts';
import { adds } from './sums.ts';
import { DOWN, haveTwoBases, isDown, mayBeReal, OTHER_BASIS, oppositeOf, RATE_NOUNS, UP } from './verbs.ts';

type Role = 'base' | 'level' | 'change' | 'rate' | 'due' | 'done' | 'short' | 'over' | 'share';

const NOUN = '[^，。；、\\d]{0,10}$';
/** What is told with its sign: 增减额为-28. */
const SIGNED_CHANGE = anyOf('增减额 增减变动额? 增减数额? 增减金额');
const SIGNED_RATE = anyOf('增减率 增减幅度? 增减变动率 增减变动幅度 增减比例 增减百分比');
/** 比上年增加了, 增减额为; not 降为, which is where it went. */
const CHANGED = new RegExp(`(?:${UP}|${DOWN}|多|少)[借发办收支产销拨]?了?$|${SIGNED_CHANGE}为?$`);
/** 同比增长, 增减率为. */
const RATED = new RegExp(`(?:${UP}|${DOWN}|${RATE_NOUNS}|${SIGNED_RATE})(?:了|为|达到?)?$`);
/** Not 部门预算支出, which is no plan beside what was spent. */
const DUE = '(?:预算(?!支出|收入|单位|执行)|计划|目标|任务)数?';
const OF_DUE = `(?:年初|全年|年度)?${DUE}`;
/** 进度为, 到会率, 完成预算的. */
const SHARED = new RegExp(
  `(?:完成率|执行率|到会率|出席率|进度|(?:完成|为|占|达到?)了?${OF_DUE}的)(?:为|达到?)?$`,
);
/** 超出预算|0.6万元, and not 超过去年. */
const OVER_DUE = new RegExp(`(?:超出|超过|高于)${OF_DUE}$`);
const LEFT = '尚余 尚有 尚欠 尚差 还有 还剩 还差 还缺 剩余 缺席 缺口 未完成 未到 未缴 低于 少于';
const BEFORE = '上年 去年 [上前]一年 上期 上学期 上月 上季度 同期';
const TO_DO = '到 完成 收 缴 办 参加 评 还 改 发 交 检 查';
/** What a figure that is no rate is, by its words; the first that fits. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['short', new RegExp(`(?:${anyOf(LEFT)}|比${OF_DUE}(?:少|低|减少))${NOUN}`)],
  ['over', new RegExp(`(?:超出|超过|超额|超|高于|比${OF_DUE}(?:多|高|增加))${NOUN}`)],
  ['change', CHANGED],
  ['base', new RegExp(`(?:${anyOf(BEFORE)}|年初(?!${DUE}|确定|安排))${NOUN}`)],
  ['due', new RegExp(`(?:${DUE}|应${anyOf(TO_DO)})${NOUN}`)],
  ['done', new RegExp(`(?:实际|决算|实到|已|到位|执行)${NOUN}`)],
];
/** 压降费用|2460万元: so much it went down, and not to so much. */
const MOVED = new RegExp(`(?<!新)(?:${UP}|${DOWN})(?!值)[^，。；、\\d]{0,12}(?<![到至为])$`);
/** 年初确定的1600列|奋斗目标. */
const IS_DUE = /^的?[^，。；、\d]{0,4}(?:目标|任务|计划)/;
/** What stands for more than one thing, or is counted otherwise. */
const OF_SEVERAL = /其中|分别|各|平均|均|每|以上|以下|左右|累计|不含|占比|总投资|总任务|总目标/;
const FEWEST = 3;
const MOST = 5;

type Roles = Partial<Record<Role, Quantity>>;

export function readRoles(text: string, { figures, start, end }: Sentence, found: Relation[]): void {
  if (figures.length < FEWEST || figures.length > MOST || !isOfOneThing(figures)) return;
  const said = text.slice(start, end);
  if (OF_SEVERAL.test(said) || OTHER_BASIS.test(said) || mayBeReal(said, figures[0]!)) return;
  if (haveTwoBases(said)) return;
  const isIn = ({ claimed }: Relation) => claimed.start >= start && claimed.end <= end;
  // Another reader has told what is wrong.
  if (found.some((relation) => !relation.holds && isIn(relation))) return;
  const roles = rolesOf(text, figures);
  if (!roles) return;
  const told = new Set(found.filter(isIn).map(({ claimed }) => claimed));
  for (const relation of [...changes(text, roles), ...dues(text, roles)]) {
    const { claimed, expected, holds } = relation;
    if (told.has(claimed)) continue;
    // Less than nothing (超出 of what fell short): which way it went was read wrong, or is for others to tell.
    if (!holds && !isToldWithSign(relation) && Math.min(middle(expected), claimed.value) < 0) continue;
    found.push({ ...relation, doubtful: true });
    // One wrong figure makes more than one of them fail.
    if (!holds) return;
  }
}

function isToldWithSign({ says }: Relation): boolean {
  return (says.is === 'rate' || says.is === 'difference') && says.signed;
}

/** Figures of one measure, and at most one rate. */
function isOfOneThing(figures: readonly Quantity[]): boolean {
  const counted = figures.filter(({ kind }) => kind !== 'percent');
  const [first] = counted;
  return (
    first !== undefined &&
    figures.length - counted.length <= 1 &&
    figures.every(isPlain) &&
    counted.every((q) => q.unit === first.unit && adds({ ...q, value: Math.abs(q.value) }))
  );
}

/** Undefined where two figures are the same, or one is none of them. */
function rolesOf(text: string, figures: readonly Quantity[]): Roles | undefined {
  const roles: Roles = {};
  for (const q of figures) {
    const role = roleOf(text, q);
    const other = role && roles[role];
    if (!role || (other && role !== 'level')) return undefined;
    if (!other) roles[role] = q;
    else if (roles.base || !areOfYearsInTurn(text, other, q)) return undefined;
    else [roles.base, roles.level] = yearOf(text, other) < yearOf(text, q) ? [other, q] : [q, other];
  }
  const { due, done } = roles;
  if (!due || !done || roles.base || roles.level || !areOfYears(text, due, done)) return roles;
  // 2026年预算数86.5万元，2025年执行数92.3万元: a year and the one before it, and no plan.
  [roles.base, roles.level] = yearOf(text, due) < yearOf(text, done) ? [due, done] : [done, due];
  delete roles.due;
  delete roles.done;
  return roles;
}

function areOfYears(text: string, a: Quantity, b: Quantity): boolean {
  return Math.abs(yearOf(text, a) - yearOf(text, b)) === 1;
}

/** 2026年发电量|492万千瓦时|，2025年发电量|329万千瓦时: the same of two years, or named but once. */
function areOfYearsInTurn(text: string, a: Quantity, b: Quantity): boolean {
  const [one, other] = [YEAR.exec(lead(text, a))?.groups, YEAR.exec(lead(text, b))?.groups];
  if (!one || !other || Math.abs(Number(one.year) - Number(other.year)) !== 1) return false;
  return one.of === other.of || other.of === '';
}

const yearOf = (text: string, q: Quantity) => Number(YEAR.exec(lead(text, q))?.groups?.year);
const YEAR = new RegExp(
  [
    '^[^，。；、\\d]{0,6}(?<year>(?:19|20)\\d\\d)年(?:度|末|底)?',
    // what is told of it: 发电量仅为
    '(?<of>[^，。；、\\d]*?)(?:仅|只)?(?:为|是|有)?$',
  ].join(''),
);

function roleOf(text: string, q: Quantity): Role | undefined {
  const said = lead(text, q);
  if (q.kind === 'percent') return SHARED.test(said) ? 'share' : RATED.test(said) ? 'rate' : undefined;
  // 与上次的38件|相比
  if (text.startsWith('相比', q.unitEnd)) return 'base';
  if (IS_DUE.test(text.slice(q.unitEnd, q.unitEnd + 8))) return 'due';
  const role = ROLES.find(([, words]) => words.test(said))?.[0];
  return role ?? (MOVED.test(said) ? undefined : 'level');
}

function* changes(text: string, { base, level: told, due, done, change, rate }: Roles): Generator<Relation> {
  // 上年决算64万元，本年决算80万元: with nothing due, what was done is what there is.
  const level = told ?? (due ? undefined : done);
  if (base && level) {
    for (const c of [change, rate]) {
      const relation = c && changeBetween(text, base, level, c);
      if (relation) yield relation;
    }
    return;
  }
  if (!level || !change || !rate || change.value < 0) return;
  const made: Relation[] = [];
  const [added, rated] = [verbOf(text, change), verbOf(text, rate)];
  pushIncrease(text, { reading: 'increase', t: level, d: change, r: rate, added, rated }, made);
  yield* made;
}

const verbOf = (text: string, c: Quantity) =>
  (RATED.exec(lead(text, c)) ?? CHANGED.exec(lead(text, c)))?.[0] ?? '';

function changeBetween(text: string, a: Quantity, b: Quantity, c: Quantity): Relation | undefined {
  const how = verbOf(text, c);
  const rises = isSigned(how) || !isDown(how);
  const way = { by: 'comparison', base: 'above' } as const;
  // 增减额为40 of what fell by 160: perhaps the sign alone is missing, and that is told.
  if (c.value >= 0 && !isSigned(how) && isReversed(a, b, rises))
    return turnedRound(text, { a, b, c, how, way });
  return changeOf({ reading: 'beside', a, b, c, rises, years: 1, way, how });
}

/** 本年290万元，上年270万元，与上年相比减少20万元: so far apart, but the other way round. */
function turnedRound(text: string, { a, b, c, how, way }: Said): Relation | undefined {
  const verb = /^[\u4e00-\u9fff]+?(?=(?:了|为|达到?)?$)/.exec(how)?.[0] ?? how;
  const start = text.lastIndexOf(verb, c.start - verb.length);
  const other = oppositeOf(verb);
  if (other === undefined || start < 0 || c.start - start > verb.length + 2) return undefined;
  const meant = changeOf({ reading: 'beside', a, b, c, rises: isDown(verb), years: 1, way, how: other });
  if (!meant?.holds) return undefined;
  const verbs = [{ start, end: start + verb.length }];
  return wrongWay(text, { reading: 'beside', a, b, claimed: c, way, called: verb, verbs, claims: [] });
}

type Said = Pick<Claim, 'a' | 'b' | 'c' | 'how' | 'way'>;

function* dues(text: string, { due, done, level, short, over, share }: Roles): Generator<Relation> {
  const reached = done ?? level;
  if (!due || !reached) return;
  if (short) yield restOf(due, reached, short);
  if (over && reached.high < due.low && OVER_DUE.test(lead(text, over))) yield overLimit(due, reached);
  else if (over) yield restOf(reached, due, over);
  const relation = share && shareOf({ part: reached, whole: due, share });
  if (relation) yield relation;
}
