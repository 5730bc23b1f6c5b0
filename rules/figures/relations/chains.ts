/**
 * What is added and taken away one after the other: 收入155亿元，扣减上缴25.2亿元，加上返还5.6亿元，可用财力135.4亿元. The words before each figure say
 * which; the last of them is what comes of it.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets } from '../../../language/text/interval.ts';
import type { Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { adds } from './sums.ts';

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
  if (found.some(({ rule, claimed }) => rule === 'sum' && claimed === end)) return;
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
