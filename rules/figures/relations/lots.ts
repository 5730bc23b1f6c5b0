/** A whole that is divided into so many numbered lots: 控制价2450万元，划分为2个标段：一标段1310万元，二标段1140万元. As many are listed as there are. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { middle, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { adds, addsUp, FARTHEST, isNear, sumRelation } from './sums.ts';

const DIVIDED = /^[^，。；、\d]{0,4}[，,](?:共|拟|本项目)?(?:划分|分|设|包含)(?:为|成)?$/;
const LOTS = '(?:标段|标包|合同包|采购包|包|片区|批次|期)';
const OF_LOTS = new RegExp(`^${LOTS}[：:，,（(]`);
/** 一标段|1310万元, 第二包|1140万元. */
const LOT = new RegExp(`^(?:其中)?(?:第?[${ONE_TO_TEN}A-F]|[A-F])?${LOTS}[A-F]?[^，。；、\\d]{0,8}$`);
const MOST = 8;

/** The whole is figure `i`, how many lots the next. */
export function readLots(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [total, number] = [figures[i]!, figures[i + 1]];
  if (number?.kind !== 'count' || number.value < 2 || number.value > MOST || !adds(total)) return;
  if (!DIVIDED.test(between(text, total, number))) return;
  if (!OF_LOTS.test(text.slice(number.unitEnd, number.unitEnd + 6))) return;
  const parts = figures.slice(i + 2, i + 2 + number.value);
  if (parts.length < number.value || !parts.every((q) => isLot(text, q, total))) return;
  const sum = sumOf(parts);
  const holds = addsUp(sum, total);
  if (!holds && !isNear(middle(sum), total, FARTHEST.told)) return;
  found.push(sumRelation(parts, total, { reading: 'parts', holds, listed: true, doubtful: true }));
}

function isLot(text: string, q: Quantity, total: Quantity): boolean {
  return q.dimension === total.dimension && adds(q) && LOT.test(lead(text, q));
}
