/** What is left of a whole told a sentence before: 实施17个重点项目。目前已启动11个，其余6个正在办理前期手续. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { hasFigure, middle, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { restOf } from './shapes.ts';
import { adds } from './sums.ts';
import { wholesOf } from './wholes-before.ts';

/** 其余|15件: nothing else is said of what. */
const REST = /^(?:目前)?(?:其余|剩余|余下|剩下|尚有|还有|仍有)(?:的)?$/;
const REST_ENDS = new Characters('余下有的');
const DONE = /已[^，。；、\d]{0,8}$/;
/** Behind what is done its rate may stand. */
const NEXT = /^[^。；]{0,24}[，,][^，。；\d]{0,6}$/;
const SLIP = 0.3;

export function readRestOfEarlier(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const rest = figures[i]!;
    if (!REST_ENDS.at(text, rest.start - 1) || !adds(rest) || !REST.test(lead(text, rest))) continue;
    const at = figures[i - 1]!.kind === 'percent' ? i - 2 : i - 1;
    const part = figures[at]!;
    if (part.unit !== rest.unit || !adds(part) || !DONE.test(lead(text, part))) continue;
    if (!NEXT.test(between(text, part, rest))) continue;
    if (found.some((relation) => relation.rule === 'sum' && hasFigure(relation, rest))) continue;
    const claims = wholesOf(text, figures.slice(0, at), part).map((whole) => restOf(whole, part, rest));
    const relation = claims.find(({ holds }) => holds) ?? claims.at(-1);
    if (!relation) continue;
    const off = Math.abs(middle(relation.expected) - rest.value);
    if (relation.holds || off <= relation.members[0]!.value * SLIP)
      found.push({ ...relation, doubtful: true });
  }
}
