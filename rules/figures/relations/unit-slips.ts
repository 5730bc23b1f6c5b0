/** 万 for 亿, or the other way round, in one part of a whole: 5.2亿元，其中中央资金3.1万元、省级资金2.1亿元. */

import type { Quantity } from '../../../language/quantities/quantities.ts';
import type { Relation } from './relation.ts';
import { addedUp } from './sums.ts';

const UNIT_STEP = 1e4;

/** The part that stands in 万 for 亿 or the other way round: with it put right all come to the whole. */
export function slipOfUnit(total: Quantity, parts: readonly Quantity[]): Quantity | undefined {
  const sum = addedUp(parts);
  return parts.find((part) => {
    const right = part.scale < total.scale ? part.value * UNIT_STEP : part.value / UNIT_STEP;
    if (part.han || Math.abs(Math.log10(part.scale / total.scale)) !== 4) return false;
    // 超1.76亿: how far over, nobody says.
    if (![total, ...parts].every(({ high }) => Number.isFinite(high))) return false;
    const room = parts.reduce((r, p) => r + (p.high - p.low) / 2, (total.high - total.low) / 2);
    const slack = room - (part.high - part.low) / 2 + (part.grain * (right / part.value)) / 2;
    return Math.abs(sum - part.value + right - total.value) <= slack + total.value * 1e-9;
  });
}

/** 5.2亿元，其中中央资金3.1万元、省级资金2.1亿元 */
export function wrongUnit(
  text: string,
  total: Quantity,
  parts: readonly Quantity[],
  part: Quantity,
): Relation {
  const others = parts.filter((p) => p !== part);
  const [said, right] = part.scale < total.scale ? ['万', '亿'] : ['亿', '万'];
  const at = text.lastIndexOf(said, part.numberEnd - 1);
  return {
    rule: 'sum',
    reading: 'parts',
    claimed: part,
    members: [total, ...others],
    expected: { low: 0, high: total.value },
    bound: true,
    says: { is: 'wrong unit', parts, total, part, said, right },
    holds: false,
    alternatives: [],
    rewordings: at < part.digits.end ? [] : [[{ start: at, end: at + 1, text: right }]],
    doubtful: true,
  };
}
