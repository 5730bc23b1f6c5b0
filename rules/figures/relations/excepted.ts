/** All but some: 应考核单位132个，除3个新设机构外，129个均已自评. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { isTold, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { restOf } from './shapes.ts';
import { adds, FARTHEST, isNear } from './sums.ts';

const EXCEPT = /^除了?[^，。；、\d]{0,6}$/;
/** Behind what is left out: 个|新设机构外，|, 名同志|请假外，其余|. */
const APART = /^[^，。；、\d]{0,12}(?:之外|以外|外)[，,](?<rest>其余|其他|剩余|余下)?[^，。；、\d]{0,10}$/;
/** All of what is left: 128个|单位均已. */
const ALL_OF_THEM = /^[^，。；、\d]{0,12}(?:均|都|全部|全都|已)/;

/** What is left out is figure `i`, between all there are and the rest. */
export function readExcepted(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [all, out, rest] = [figures[i - 1], figures[i]!, figures[i + 1]] as const;
  if (!all || !rest || !EXCEPT.test(lead(text, out)) || !areAlike(all, out, rest)) return;
  const apart = APART.exec(between(text, out, rest));
  if (
    !apart ||
    (apart.groups!.rest === undefined && !ALL_OF_THEM.test(text.slice(rest.unitEnd, rest.unitEnd + 16)))
  )
    return;
  // What is farther off is of other things.
  if (!isNear(out.value + rest.value, all, FARTHEST.named) || isTold(found, rest, 'sum')) return;
  found.push({ ...restOf(all, out, rest), doubtful: true });
}

function areAlike(...[all, out, rest]: readonly [Quantity, Quantity, Quantity]): boolean {
  return all.dimension === out.dimension && all.dimension === rest.dimension && [all, out, rest].every(adds);
}
