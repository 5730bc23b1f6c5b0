/** A total of what its parts are called, other measures between them: 医院18家，床位4260张；卫生院42家，床位1580张，床位总数5840张. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { adds, addsUp, FARTHEST, isNear, sumRelation } from './sums.ts';

/** 全县|养殖场|总数达. */
const TOTAL = new RegExp(
  [
    String.raw`^(?:全[省市县区镇乡校院]|上述|各[类级])?(?<noun>[\u4e00-\u9fff]{2,5})`,
    '(?:总数|总量|总计|合计|总数量)(?:为|达到?|共)?$',
  ].join(''),
);
/** 涉及金额132.03万元，…，总金额|179.08万元 */
const TOTAL_OF = /^(?:合计|估算|计划)?总(?<noun>长|[\u4e00-\u9fff]{2})(?:为|达到?|共|约)?$/;
const ENDS = new Characters('数量计为达到共额积程资价长费入出');
const REACH = 120;
const LEAST = 2;

export function readNamedTotals(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (!text.includes('总') && !text.includes('合计')) return;
  for (let i = 2; i < figures.length; i++) {
    const total = figures[i]!;
    if (!ENDS.at(text, total.start - 1) || !adds(total)) continue;
    const said = lead(text, total);
    const noun = (TOTAL.exec(said) ?? TOTAL_OF.exec(said))?.groups?.noun;
    if (noun === undefined || isClaimed(found, total, 'sum')) continue;
    const parts = partsNamed(text, figures.slice(0, i), total, noun);
    if (!parts || parts.length < LEAST || between(text, parts.at(-1)!, total).length > MOST_BETWEEN) continue;
    const sum = sumOf(parts);
    const holds = addsUp(sum, total);
    if (!holds && !isNear(middle(sum), total, FARTHEST.named)) continue;
    found.push(sumRelation(parts, total, { reading: 'total', holds, doubtful: true }));
  }
}

/**
 * The figures called like the total in its sentence, or in the one before where it has one to itself: then it is the total of all that
 * that one tells, and undefined where that has others of its unit.
 */
function partsNamed(
  text: string,
  before: readonly Quantity[],
  total: Quantity,
  noun: string,
): readonly Quantity[] | undefined {
  const own = boundBefore(text, total.start, FULL_STOP, REACH);
  const isAlone = own >= total.start - lead(text, total).length;
  const from = isAlone ? boundBefore(text, own - 1, FULL_STOP, REACH) : own;
  const alike = before.filter((q) => q.start >= from && q.unit === total.unit && adds(q));
  const parts = alike.filter((q) => lead(text, q).endsWith(noun));
  return isAlone && parts.length < alike.length ? undefined : parts;
}

/** The total follows directly on its last part. */
const MOST_BETWEEN = 12;
