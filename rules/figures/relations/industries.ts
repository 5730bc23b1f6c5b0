/** The three industries told in one breath: 生产总值25876万元，同比增长5.9%。其中第一、二、三产业增加值分别为2037万元、19522万元、4317万元. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { sumOf } from '../../../language/text/interval.ts';
import type { Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { adds, addsUp, FARTHEST, isNear, sumRelation } from './sums.ts';

/** What stands before the first of the three. */
const INDUSTRIES = '产业';
const THREE = /第?一、第?二、(?:第?三)(?:次)?产业[^，。；、\d]{0,8}分别(?:为|是|完成|实现|达到?)$/;
const THREE_REACH = 30;
const OF_ALL = /(?:生产总值|GDP|地区总值)[^，。；、\d]{0,6}$/;
/** So many figures back the whole may stand: how it has grown is told first. */
const MOST = 3;

export function readIndustries(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (!text.includes(INDUSTRIES)) return;
  for (let i = 1; i + 2 < figures.length; i++) {
    const parts = figures.slice(i, i + 3);
    const [first] = parts as [Quantity];
    if (!THREE.test(text.slice(Math.max(0, first.start - THREE_REACH), first.start))) continue;
    const listed = parts.every((part, k) => k === 0 || between(text, parts[k - 1]!, part) === '、');
    const total = figures
      .slice(Math.max(0, i - MOST), i)
      .find((q) => q.dimension === first.dimension && OF_ALL.test(lead(text, q)));
    if (!listed || !total || !adds(total) || !parts.every(adds)) continue;
    const sum = sumOf(parts);
    if (!isNear(sum.low, total, FARTHEST.named)) continue;
    const holds = addsUp(sum, total);
    found.push(sumRelation(parts, total, { reading: 'parts', holds, doubtful: true, among: true }));
  }
}
