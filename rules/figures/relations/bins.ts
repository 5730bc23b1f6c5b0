/** Parts by age or size: 干部84人，其中30岁以下12人，30—45岁39人，46岁以上33人 — from below the first bound to above the last they are all there is. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, type Sentence } from './sentences.ts';
import { adds, addsUp, sumRelation } from './sums.ts';

/** The units in which bounds are told, and whose figures are none of the parts. */
const BOUNDS = new Set('岁 年 亩 万元 元 公里 分 平方米 户 级 级以上 毫米 米 % 天 个月 小时 吨'.split(' '));
/** Behind the last figure of a bound, before that of the part: |以下|12人, 30—45岁|的|39人. */
const LOWEST = /^[^，。；、\d]{0,3}?(?:及?以[下内]|及以下|以下的?)[^，。；、\d]{0,6}$/;
const HIGHEST = /^[^，。；、\d]{0,3}?(?:及?以上|以上的?)[^，。；、\d]{0,6}$/;
const MIDDLE = /^(?:之间)?(?:的)?[^，。；、\d]{0,6}$/;
const LEAST = 3;

interface Bin {
  readonly part: Quantity;
  readonly at: 'lowest' | 'middle' | 'highest';
}

/** A whole, then its bins: the whole is the last figure of their unit before the first of them. */
export function readBins(text: string, { figures }: Sentence, found: Relation[]): void {
  if (figures.length < 2 * LEAST || !figures.some(({ unit }) => BOUNDS.has(unit))) return;
  for (let i = 0; i < figures.length; i++) {
    const total = figures[i]!;
    if (!adds(total) || BOUNDS.has(total.unit) || total.approximation !== 'exact') continue;
    const bins = binsBehind(text, figures, i);
    if (bins.length < LEAST) continue;
    const ends = [bins[0]!.at, bins.at(-1)!.at];
    if (!ends.includes('lowest') || !ends.includes('highest')) continue;
    if (bins.slice(1, -1).some(({ at }) => at !== 'middle')) continue;
    const parts = bins.map(({ part }) => part);
    if (isClaimed(found, total, 'sum')) return;
    const holds = addsUp(sumOf(parts), total);
    found.push(sumRelation(parts, total, { reading: 'complements', holds, doubtful: true, listed: true }));
    return;
  }
}

/** The parts behind figure `i`, each with its bounds before it. */
function binsBehind(text: string, figures: readonly Quantity[], i: number): Bin[] {
  const total = figures[i]!;
  const bins: Bin[] = [];
  let bounds: Quantity[] = [];
  let last = total;
  for (let k = i + 1; k < figures.length; k++) {
    const q = figures[k]!;
    if (q.unit !== total.unit) {
      if (!BOUNDS.has(q.unit) && q.kind !== 'number') return bins;
      bounds.push(q);
      continue;
    }
    const bound = bounds.at(-1);
    if (!bound || bounds.length > 2 || !adds(q) || !JOINS.test(between(text, last, bounds[0]!))) return bins;
    const at = placeOf(text.slice(bound.unitEnd, q.start));
    if (at === undefined) return bins;
    bins.push({ part: q, at });
    bounds = [];
    last = q;
  }
  return bins;
}

/** By what stands between the bound and the figure of a bin: 以下的, 以上的, 之间的. */
function placeOf(said: string): Bin['at'] | undefined {
  if (LOWEST.test(said)) return 'lowest';
  if (HIGHEST.test(said)) return 'highest';
  return MIDDLE.test(said) ? 'middle' : undefined;
}

/** Between the whole or one bin and the bounds of the next: ，其中, 、 */
const JOINS = /^[^。；\d]{0,16}$/;
