/**
 * A score and what it is made of: 综合得分92.5分，其中项目决策20分、项目过程18.5分、项目产出54分. Scores are written as they are, and add up to
 * the last tenth.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, FULL_STOP } from '../../../language/text/bounds.ts';
import type { Relation } from './relation.ts';
import { between, depthAt, lead } from './sentences.ts';
import { addedUp, FARTHEST, isNear, sumRelation } from './sums.ts';

const SCORE = /(?:得分|评分|总分|总得分|总评|自评|成绩|综合评价)[^，。；、\d]{0,4}$/;
const AMONG = /^[^。；\d]{0,8}(?:其中|[：:（(])[，：:]?[^，。；、\d]{2,16}$/;
const NEXT = /^[^。\d]{0,4}[，、；,;][^，。；、\d]{2,16}$/;
/** What is taken off, set as the most, or told of another. */
const NO_PART = /扣|减|满分|分值|权重|平均|均|比|较|高于|低于|最|每|加权/;
const REACH = 160;
const LEAST = 3;

export function readScores(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 0; i + LEAST < figures.length; i++) {
    const total = figures[i]!;
    if (!isScore(total) || !SCORE.test(lead(text, total)) || NO_PART.test(lead(text, total))) continue;
    const parts = partsOf(text, figures, i);
    if (parts.length < LEAST) continue;
    const sum = addedUp(parts);
    // What is left out of a list may be much; what is over is a slip.
    if (!isNear(sum, total, sum > total.value ? FARTHEST.table : FARTHEST.bare)) continue;
    const grain = Math.min(...[total, ...parts].map((q) => q.grain));
    const holds = Math.abs(sum - total.value) < grain / 2;
    found.push(sumRelation(parts, total, { reading: 'parts', holds, doubtful: true, listed: true }));
  }
}

/** The scores behind a total up to the full stop, each with a name; none where one of them is no part. */
function partsOf(text: string, figures: readonly Quantity[], i: number): readonly Quantity[] {
  const total = figures[i]!;
  const to = boundAfter(text, total.end, FULL_STOP, REACH);
  const parts: Quantity[] = [];
  for (let k = i + 1; k < figures.length && figures[k]!.end <= to; k++) {
    const part = figures[k]!;
    const gap = between(text, figures[k - 1]!, part);
    const listed = parts.length === 0 ? AMONG.test(gap) : NEXT.test(gap);
    if (!isScore(part) || !listed || NO_PART.test(gap)) return [];
    if (parts.length > 0 && depthAt(text, parts[0]!.start, part.start) !== 0) return [];
    parts.push(part);
  }
  return parts;
}

function isScore(q: Quantity): boolean {
  return q.unit === '分' && isPlain(q) && q.approximation === 'exact' && q.value > 0;
}
