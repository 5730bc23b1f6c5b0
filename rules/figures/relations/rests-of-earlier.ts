/** What is left of a whole told a sentence before: 实施17个重点项目。目前已启动11个，其余6个正在办理前期手续. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isTold, middle, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { restOf, shareOf } from './shapes.ts';
import { adds } from './sums.ts';
import { wholesOf } from './wholes-before.ts';

/** 其余|15件: nothing else is said of what. */
const REST = /^(?:目前)?(?:其余|剩余|余下|剩下|尚有|还有|仍有)(?:的)?$/;
const REST_ENDS = new Characters('余下有的');
const DONE = /已[^，。；、\d]{0,8}$/;
/** Behind what is done its rate may stand. */
const NEXT = /^[^。；]{0,24}[，,][^，。；\d]{0,6}$/;
const SLIP = 0.3;

/** 已拨付1904万元，拨付率80%，|未拨付|476万元: what is left of what is done. */
const UNDONE = /^(?:尚|还|仍|目前)?未(?<act>[\u4e00-\u9fff]{2,3})$/;

function isRest(text: string, rest: Quantity, part: Quantity): boolean {
  const said = lead(text, rest);
  if (REST_ENDS.at(text, rest.start - 1) && REST.test(said)) return true;
  const act = UNDONE.exec(said)?.groups?.act;
  return act !== undefined && lead(text, part).includes(`已${act}`);
}

/** The number of the figure that says what is done, before number `i` that says what is left; -1 where they do not. */
function partOf(text: string, figures: readonly Quantity[], i: number): number {
  const rest = figures[i]!;
  if (!adds(rest)) return -1;
  const at = figures[i - 1]!.kind === 'percent' ? i - 2 : i - 1;
  const part = figures[at]!;
  if (!isRest(text, rest, part) || part.unit !== rest.unit || !adds(part)) return -1;
  return DONE.test(lead(text, part)) && NEXT.test(between(text, part, rest)) ? at : -1;
}

/** What the part is a share of, where that is told; else what it may be part of. */
function wholesFor(
  text: string,
  figures: readonly Quantity[],
  at: number,
  found: readonly Relation[],
): readonly Quantity[] {
  const part = figures[at]!;
  for (const { holds, says } of found)
    if (holds && says.is === 'portion' && says.part.digits.start === part.digits.start) return [says.whole];
  return wholesOf(text, figures.slice(0, at), part);
}

export function readRestOfEarlier(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const rest = figures[i]!;
    const at = partOf(text, figures, i);
    const part = figures[at];
    if (!part) continue;
    if (isTold(found, rest, 'sum')) continue;
    const claims = wholesFor(text, figures, at, found).map((whole) => restOf(whole, part, rest));
    const relation = claims.find(({ holds }) => holds) ?? claims.at(-1);
    if (!relation) continue;
    const off = Math.abs(middle(relation.expected) - rest.value);
    if (relation.holds || off <= relation.members[0]!.value * SLIP)
      found.push({ ...relation, doubtful: true });
  }
}

/** 对|尚未开工的|24个|项目 */
const STILL_UNDONE =
  /^要?(?:对|将|把|督促|推动)?(?:目前)?(?:尚|还|仍)未(?:完成)?(?<act>[\u4e00-\u9fff]{2})的?$/;
/** 已开工102个|，开工率|81% */
const RATED = /^[，,][^，。；\d]{0,4}(?<act>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?$/;

/** What is still undone, farther behind: of a whole that the rate of what is done tells. */
export function readRestFartherOn(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 3; i < figures.length; i++) {
    const rest = figures[i]!;
    const act = adds(rest) ? STILL_UNDONE.exec(lead(text, rest))?.groups?.act : undefined;
    if (act === undefined || isTold(found, rest, 'sum')) continue;
    const wholes = figures.slice(1, i).flatMap((_, k) => wholeByRate(text, figures, k + 1, act, rest.unit));
    const [relation] = wholes.map(({ whole, part }) => restOf(whole, part, rest));
    if (wholes.length === 1 && relation) found.push({ ...relation, doubtful: true });
  }
}

/** The whole of figure `at`, which was done, by the rate behind it. */
function wholeByRate(text: string, figures: readonly Quantity[], at: number, act: string, unit: string) {
  const [part, rate] = [figures[at]!, figures[at + 1]!];
  if (part.unit !== unit || rate.kind !== 'percent' || !adds(part)) return [];
  if (!lead(text, part).endsWith(`已${act}`) || RATED.exec(between(text, part, rate))?.groups?.act !== act)
    return [];
  const whole = wholesOf(text, figures.slice(0, at), part).find(
    (q) => shareOf({ part, whole: q, share: rate })?.holds,
  );
  return whole ? [{ whole, part }] : [];
}
