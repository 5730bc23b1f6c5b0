/** Figures that stand where the parts of a whole would, and are none: what has changed, what is due and done, the parts of another whole. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { meets, sumOf } from '../../../language/text/interval.ts';
import type { Parted } from './parts.ts';
import { lead } from './sentences.ts';
import { addedUp, FARTHEST, isNear } from './sums.ts';

/** Whether figures that are tied to one before them are no parts of it. */
export const areNoParts = (text: string, { total, parts, tie }: Parted): boolean =>
  areChangesOf(text, parts, total) ||
  areDueAndDone(text, parts) ||
  (tie === 'bare' && areOfFirst(total, parts));

/** 赤字1.2万亿元，比上年预算增加4000亿元，其中中央8500亿元、地方3500亿元: the parts are of the figure before the change. */
export const isOfEarlier = (
  text: string,
  before: readonly Quantity[],
  total: Quantity,
  parts: readonly Quantity[],
): boolean =>
  before.some(
    (q) =>
      q.dimension === total.dimension &&
      q.value !== total.value &&
      // 发出177张，收回176张，其中有效175张、无效2张: never of those given out.
      !/发[出放]/.test(lead(text, q)) &&
      meets(sumOf(parts), q),
  );

/** 应转移|54468人，已转移|53808人，剩余|660人: what is due is made of what is done and what is left. */
function areDueAndDone(text: string, [first, ...others]: readonly Quantity[]): boolean {
  return (
    first !== undefined &&
    (DUE.test(lead(text, first)) || SO_FAR.test(lead(text, first))) &&
    others.some((part) => DONE_OR_LEFT.test(lead(text, part)))
  );
}
/** 今日浇筑|2根，累计完成|2根，剩余|2根 */
const SO_FAR = /累计(?:完成|已)?[^，。；、\d]{0,4}$/;
const DUE = /(?<![适对相响供回])应[^，。；、\d]{1,6}$/;
const DONE_OR_LEFT = /(?:已|剩余|还剩|尚)[^，。；、\d]{0,8}$/;

/** 完成投资12亿元，增加3亿元、1亿元: how things have moved is no part of where they stand. */
function areChangesOf(text: string, parts: readonly Quantity[], total: Quantity): boolean {
  return parts.every((part) => CHANGE.test(lead(text, part))) && !CHANGE.test(lead(text, total));
}

/** 粮食产量达13731亿斤，夏粮|增产|28.9亿斤: what each has grown by is no part of what there is. */
const CHANGE = /(?:增产|减产|增长|下降|同比[增减][加少])了?$/;

/** 检查企业|220个，发现问题156个，整改149个、其余7个|: the first is the whole of the others, and no part of what stands before. */
function areOfFirst(total: Quantity, [first, ...others]: readonly Quantity[]): boolean {
  if (!first || others.length < 2 || !isNear(addedUp(others), first, FARTHEST.bare)) return false;
  return !isNear(addedUp(others) + first.value, total, FARTHEST.bare);
}

/** 检查企业220个，发现问题|156个|，整改149个、其余6个: what stands in a list itself is a whole where all that follows became of it. */
export const areDoneAndLeft = (
  text: string,
  total: Quantity,
  [done, rest, ...others]: readonly Quantity[],
): boolean =>
  done !== undefined &&
  rest !== undefined &&
  others.length === 0 &&
  DEALT_WITH.test(lead(text, done)) &&
  /其余|剩余|余下/.test(lead(text, rest)) &&
  isNear(done.value + rest.value, total, FARTHEST.bare);
const DEALT_WITH = /(?:已|完成|整改|办结|销号|解决|审结|执结|建成|开工|落实|处置|化解)[^，。；、\d]{0,4}$/;
