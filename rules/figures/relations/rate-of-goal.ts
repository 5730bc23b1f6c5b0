/**
 * A rate of what was to be done, told sentences before: 全年计划新增就业6000人。…上半年，新增就业3300人，完成率55%; or just before, in
 * whatever words: 年度目标为到位资金60亿元，9月末已到位48亿元，完成目标的80% · 公路计划120公里，建成132公里，超计划10%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { names } from './compared.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { between, isRateOf, lead } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { adds } from './sums.ts';

/** What the name of such a rate ends with. */
const ENDS = new Characters('率成的度为达到算划标务数');
const OF_WHEN = anyOf('年度 全年 年初 年初既定 既定 当年 本年 下达');
const PLAN = `${anyOf('目标 任务 计划 预算 目标任务 计划任务')}数?`;
const RATE = new RegExp(
  [
    `^(?:(?:目标|任务|计划|预算)?(?:完成|执行)[率度]|(?:完成|占|达到?|为)了?${OF_WHEN}?${PLAN}的?`,
    `|(?<over>超(?:过|出|额)?(?:完成)?)${OF_WHEN}?${PLAN}的?)(?:为|达到?)?$`,
  ].join(''),
);
const PLANNED = '计划 目标 任务 确定 下达 安排 力争 要求 拟';
/** Who plans, and how much of what: 县委确定全年新增就业|6000人. */
const GOAL = new RegExp(`${anyOf(PLANNED)}[^，。；、\\d]{2,16}$`);
/** A plan that says so itself, right before the figure: 造林任务|2.5万亩, 年初安排|12万元. */
const PLAN_OF = new RegExp(`${anyOf('计划 目标 任务 下达 年初安排 预算')}[^，。；、\\d]{0,12}$`);
/** What is told of the part before what it counts. */
const DONE = /^(?:截至[^，]{0,8}|目前|现|全[县市区镇乡])?(?:已|累计|共|实际)*(?:完成|实现)?/;
/** Between the part and its rate. */
const NEXT = /^[^，。；、\d]{0,4}[，,]/;
/** So many figures back the goal may stand. */
const FARTHEST = 24;
/** What was counted is called by so many characters. */
const LEAST_NAME = 2;
const LONGEST_NAME = 6;

export function readRateOfGoal(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !isPlain(r) || !ENDS.at(text, r.start - 1)) continue;
    const relation = isClaimed(found, r) ? undefined : rateOfGoal(text, figures, i);
    if (relation) found.push({ ...relation, doubtful: true });
  }
}

/** The rate at figure `i`, of the plan that it may be of. */
function rateOfGoal(text: string, figures: readonly Quantity[], i: number): Relation | undefined {
  const r = figures[i]!;
  const said = lead(text, r);
  const rate = RATE.exec(said);
  const excess = rate?.groups?.over !== undefined;
  const stated = (rate || said === '完成') && !excess ? ofStated(text, figures, i) : undefined;
  if (stated || !rate) return stated;
  const at = isRateOf(text, figures, i - 1) && i > 2 ? i - 2 : i - 1;
  if (!adds(figures[at]!) || !NEXT.test(between(text, figures[i - 1]!, r))) return undefined;
  return (excess ? undefined : ofNamed(text, figures, at, r)) ?? ofNearest(text, figures, { at, r, excess });
}

/** Of the one goal that is called as the part is, however far back. */
function ofNamed(
  text: string,
  figures: readonly Quantity[],
  at: number,
  share: Quantity,
): Relation | undefined {
  const part = figures[at]!;
  const name = lead(text, part).replace(DONE, '').slice(-LONGEST_NAME);
  if (name.length < LEAST_NAME) return undefined;
  const goals = figures
    .slice(Math.max(0, at + 1 - FARTHEST), at)
    .filter((q) => q.unit === part.unit && adds(q) && isGoalOf(lead(text, q), name));
  const [whole] = goals;
  return whole && goals.length === 1 ? shareOf({ part, whole, share }) : undefined;
}

/** 到位资金61亿元，|年度目标为|58亿元|，完成目标任务的|105%; the plan may have a sentence of its own, with parts before it. */
function ofStated(text: string, figures: readonly Quantity[], i: number): Relation | undefined {
  const [whole, share] = [figures[i - 1]!, figures[i]!];
  if (!STATED.test(lead(text, whole)) || !OF_STATED.test(between(text, whole, share)) || !adds(whole))
    return undefined;
  const own = boundBefore(text, whole.start, FULL_STOP, FAR);
  const before = figures.slice(Math.max(0, i - 1 - FARTHEST), i - 1);
  const last = before.at(-1);
  const part = last && last.start >= own ? last : headBefore(text, before, own);
  if (!part || part.unit !== whole.unit || !adds(part) || NOT_DONE.test(lead(text, part))) return undefined;
  const set = { ...whole, low: whole.value, high: whole.value };
  const relation = shareOf({ part, whole: set, share });
  return relation && { ...relation, members: [part, whole] };
}
const STATED = new RegExp(`^(?:而)?(?:年初|年度|全年|本年|全年度)?(?:收入|支出)?${PLAN}(?:为|是)?$`);
const OF_STATED = new RegExp(`^[，,](?:已)?(?:完成$|(?:完成|为|占)了?${OF_WHEN}?${PLAN}的$)`);
const NOT_DONE = /其中|分别|各|每|比|较|同期|上年|去年|计划|目标|任务|(?<!新)增|减/;
const FAR = 120;

/** The first figure of the nearest sentence before that tells of no part. */
function headBefore(text: string, figures: readonly Quantity[], own: number): Quantity | undefined {
  for (let end = own; end > 0; ) {
    const start = boundBefore(text, end - 1, FULL_STOP, FAR);
    const [head] = figures.filter((q) => q.start >= start && q.start < end);
    if (!head) return undefined;
    if (!text.startsWith('其中', start)) return head;
    end = start;
  }
  return undefined;
}

const isGoalOf = (said: string, name: string) => GOAL.test(said) && names(said, name);

/** The plan stands so near before what was done. */
const NEAR = 60;
/** A plan may be announced before a colon: 征收任务：社保费|1500户. */
const REACH = 24;
/** What is said of another, of a part, or is a plan itself. */
const OTHER = /其中|分别|各|每|比|较|同期|上年|去年|总|计划|目标|任务|预算|增|减/;
/** How far a slip may take a rate from what it should be; what is farther off is a rate of something else. */
const SLIP = 0.2;

/**
 * Of the plan just before, where no other figure of its kind stands between and the rate comes near what it should be: what is
 * a rate of another plan does not.
 */
function ofNearest(
  text: string,
  figures: readonly Quantity[],
  { at, r, excess }: { readonly at: number; readonly r: Quantity; readonly excess: boolean },
): Relation | undefined {
  const part = figures[at]!;
  const whole = figures
    .slice(0, at)
    .reverse()
    .find((q) => q.dimension === part.dimension);
  if (!whole || part.start - whole.end > NEAR || !adds(whole) || whole.unit !== part.unit) return undefined;
  if (
    !PLAN_OF.test(text.slice(Math.max(0, whole.start - REACH), whole.start)) ||
    OTHER.test(text.slice(whole.end, part.start))
  )
    return undefined;
  if (/总|[三五]年/.test(lead(text, whole))) return undefined;
  // A plan is set as it is written.
  const set = { ...whole, low: whole.value, high: whole.value };
  const share = excess ? { ...r, value: r.value + 100, low: r.low + 100, high: r.high + 100 } : r;
  const relation = shareOf({ part, whole: set, share });
  if (!relation || Math.abs(middle(relation.expected) - share.value) > share.value * SLIP) return undefined;
  if (!excess) return { ...relation, members: [part, whole] };
  const { low, high } = relation.expected;
  return {
    ...relation,
    reading: 'completion',
    claimed: r,
    members: [part, whole],
    expected: { low: low - 100, high: high - 100 },
    says: { is: 'portion', of: 'excess', part, whole },
  };
}
