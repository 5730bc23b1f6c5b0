/**
 * What is added and taken away one after the other: 收入155亿元，扣减上缴25.2亿元，加上返还5.6亿元，可用财力135.4亿元. The words before each figure say
 * which; the last of them is what comes of it. In accounts what it begins with has a sentence of its own: 预算收入36.8亿元，增长4%，其中税收21亿元。加上补助49.8亿元、结转
 * 9.7亿元，收入总计96.3亿元.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, sumOf } from '../../../language/text/interval.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { addedUp, adds, addsUp, FARTHEST, isNear, sumRelation } from './sums.ts';

const ADDED = /^(?:再)?(?:加上|加)[^，。；、\d]{1,16}$/;
const TAKEN = /^(?:再)?(?:扣减|扣除|减去|减除|剔除)[^，。；、\d]{1,16}$/;
const STEP = /扣减|扣除|减去|减除|剔除|加上/;
/** 收入19.41亿元|和新增债务|2.68亿元: as the one before. */
const ALSO = /^[^，。；、\d]{0,2}(?:和|、|及|以及)[^，。；、\d]{1,16}$/;
const RESULT = /(?:可用财力|既得财力|总财力|综合财力|财力|总量|总计|合计)(?:为|达到?|共)?$/;
const ENDS = new Characters('力量计为达到共');
const LEAST = 3;

/** What comes of them is figure `i`. */
export function readChain(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const end = figures[i]!;
  if (i < LEAST - 1 || !ENDS.at(text, end.start - 1) || !adds(end) || !RESULT.test(lead(text, end))) return;
  const steps: Quantity[] = [];
  const signs: number[] = [];
  for (let k = 1; k < i; k++) {
    const step = figures[k]!;
    if (step.dimension !== end.dimension || !adds(step)) return;
    const sign = signOf(text, figures[k - 1]!, step, signs.at(-1));
    if (sign === undefined) return;
    steps.push(step);
    signs.push(sign);
  }
  const first = figures[0]!;
  // 收入扣减上缴|25.2亿元: what it is taken from was told before.
  if (first.dimension !== end.dimension || !adds(first) || STEP.test(lead(text, first))) return;
  if (isClaimed(found, end, 'sum')) return;
  const value = steps.reduce((rest, q, k) => rest + signs[k]! * q.value, first.value);
  const room = [first, ...steps].reduce((sum, q) => sum + (q.high - q.low) / 2, 0);
  const expected = { low: value - room, high: value + room };
  if (value <= 0) return;
  found.push({
    rule: 'sum',
    reading: 'left-over',
    claimed: end,
    members: [first, ...steps],
    expected,
    says: { is: 'left over', first, steps, signs },
    holds: meets(expected, end),
    alternatives: [],
    doubtful: true,
  });
}

function signOf(
  text: string,
  before: Quantity,
  step: Quantity,
  last: number | undefined,
): number | undefined {
  const said = lead(text, step);
  if (ADDED.test(said)) return 1;
  if (TAKEN.test(said)) return -1;
  return last !== undefined && ALSO.test(between(text, before, step)) ? last : undefined;
}

const ALL = /(?<side>收入|支出)(?:预算|决算)?(?:总计|总量|合计)(?:为|达|共)?$/;
const ALL_ENDS = new Characters('计量为达共');
const REACH = 260;
const MOST = 16;
/** What is told of a part, or of another year. */
const ASIDE = /其中|上年(?!结[转余])|去年|比|较|预算数|增|减/;

/** All that came in or went out, behind 加上: what it is added to is the head of its sentence, or of one before. */
export function readAddedTo(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const total = figures[i]!;
    if (!ALL_ENDS.at(text, total.start - 1) || total.kind !== 'money' || !adds(total)) continue;
    const side = ALL.exec(lead(text, total))?.groups?.side;
    if (side === undefined || isClaimed(found, total, 'sum')) continue;
    const own = boundBefore(text, total.start, FULL_STOP, REACH);
    const before = figures.slice(Math.max(0, i - MOST), i);
    const parts = before.filter((q) => q.start >= own && q.kind === 'money');
    const first = parts.findIndex((q) => ADDED_TO.test(lead(text, q)));
    if (first < 0 || first > 1) continue;
    const head = first === 1 ? parts[0] : headOf(text, before, own, side);
    const added = parts.slice(first);
    if (!head || !isHead(text, head, side) || !added.every((q) => adds(q) && !ASIDE.test(lead(text, q))))
      continue;
    const all = [head, ...added];
    const holds = addsUp(sumOf(all), total);
    if (!holds && !isNear(addedUp(all), total, FARTHEST.told)) continue;
    found.push(sumRelation(all, total, { reading: 'total', holds, listed: true, doubtful: true }));
  }
}
const ADDED_TO = /^(?:再)?加上/;

function isHead(text: string, q: Quantity, side: string): boolean {
  return adds(q) && HEADS[side as keyof typeof HEADS].test(lead(text, q));
}
const HEADS = {
  收入: /收入(?:决算|合计|总额)?(?:数|执行)?(?:完成|实现|为|达到?)*$/,
  支出: /支出(?:决算|合计|总额)?(?:数|执行)?(?:完成|实现|为|达到?)*$/,
};

/** The first figure of the nearest sentence before whose first figure is such; not of what that is made of. */
function headOf(text: string, figures: readonly Quantity[], own: number, side: string): Quantity | undefined {
  for (let end = own; end > (figures[0]?.start ?? end); ) {
    const start = boundBefore(text, end - 1, FULL_STOP, REACH);
    const [head] = figures.filter((q) => q.start >= start && q.start < end);
    if (head && !text.startsWith('其中', start) && isHead(text, head, side)) return head;
    end = start;
  }
  return undefined;
}
