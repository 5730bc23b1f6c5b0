/**
 * Shares within a share: 三大产业占总产值的78.5%，其中装备制造占36.2%、电子信息占27.4%、绿色食品占14.9%. Together they have no more than that, and all of
 * it where as many are named as there are.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { meets, sumOf } from '../../../language/text/interval.ts';
import { readHanNumber } from '../../../language/text/numerals.ts';
import { middle, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { sumRelation } from './sums.ts';

const TAKES = /占(?:比|[^，。；、\d]{2,14}的(?:比重|比例)?)(?:为|达到?)?$/;
const AMONG = /^[，,]其中[^，。；、\d]{1,10}占(?:比)?$/;
const NEXT = /^(?:[、，,]|和)[^，。；、\d]{1,10}占(?:比)?$/;
/** 三大|主导产业 */
const SO_MANY = /(?<many>[二两三四五六七八])[大个类项](?=[^，。；\d]{1,16}$)/;
const ALL = 100;

/** The share of all of them is figure `i`. */
export function readSharesWithin(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const total = figures[i]!;
  if (total.kind !== 'percent' || !isPlain(total) || !TAKES.test(lead(text, total))) return;
  const parts: Quantity[] = [];
  for (const [k, q] of figures.slice(i + 1).entries()) {
    const tie = k === 0 ? AMONG : NEXT;
    if (q.kind !== 'percent' || !isPlain(q) || !tie.test(between(text, figures[i + k]!, q))) break;
    parts.push(q);
  }
  if (parts.length < 2) return;
  const sum = sumOf(parts);
  // Shares of the part, not of the whole: they come to a hundred.
  if (meets(sum, { low: ALL - parts.length, high: ALL + parts.length })) return;
  const many = SO_MANY.exec(lead(text, total))?.groups?.many;
  const all = many !== undefined && readHanNumber(many, 0)?.value === parts.length;
  const holds = meets(sum, total) || (!all && middle(sum) < total.value);
  if (!all && holds) return;
  found.push(
    sumRelation(parts, total, { reading: 'parts', holds, among: true, listed: true, doubtful: true }),
  );
}
