/**
 * Shares told behind the parts of a whole, by their names or in their order: 其中城区437亿元、乡镇723亿元，城区占37.7% ·
 * 其中一季度83万元、二季度207万元、三季度72万元，分别占22.9%、57.2%、19.9%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { labelOf } from './labels.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, JOINED, lead, type Sentence } from './sentences.ts';
import { shareOf } from './shapes.ts';

/** ，城区|占比为. */
const NAMED = /^(?<name>[^，。；、\d]{2,8}?)(?:占|占比|占总[数量额]的?|占全[县市省部年]的?)(?:为|达到?)?$/;
/** ，分别占|, 占比分别为|. */
const IN_ORDER = /^[，,](?:各|分别)占(?:总[数量额]的?|比为?)?$|^[，,]占比分别(?:为|是)$/;
const MOST = 8;

/** Looked for where a whole and its parts, all there are, have been found in the sentence. */
export function readSharesOfParts(text: string, { figures }: Sentence, found: Relation[]): void {
  const parted = found.find(
    ({ rule, holds, claimed, says }) =>
      rule === 'sum' && holds && says.is === 'sum' && figures.includes(claimed) && says.parts.length > 1,
  );
  if (parted?.says.is !== 'sum') return;
  const { total, parts } = parted.says;
  const last = figures.indexOf(parts.at(-1)!);
  const first = Math.max(last, figures.indexOf(total)) + 1;
  const shares = figures.slice(first, first + MOST);
  if (shares.length === 0 || !shares.every((q) => q.kind === 'percent' && isPlain(q))) return;
  for (const [part, share] of pairs(text, parts, shares, figures[first - 1]!)) {
    if (isClaimed(found, share)) continue;
    const relation = shareOf({ part, whole: total, share });
    if (relation) found.push({ ...relation, doubtful: true });
  }
}

/** Which part each share is of: each in its turn, or the one of that name. */
function pairs(
  text: string,
  parts: readonly Quantity[],
  shares: readonly Quantity[],
  before: Quantity,
): [Quantity, Quantity][] {
  const isList = shares.every((q, k) => k === 0 || JOINED.test(between(text, shares[k - 1]!, q)));
  if (IN_ORDER.test(between(text, before, shares[0]!)))
    return isList && shares.length === parts.length ? parts.map((part, k) => [part, shares[k]!]) : [];
  return shares.flatMap((share): [Quantity, Quantity][] => {
    const name = NAMED.exec(lead(text, share))?.groups?.name;
    if (name === undefined) return [];
    const named = parts.filter((part, k) => labelOf(text, parts[k - 1]?.end ?? 0, part).endsWith(name));
    return named.length === 1 ? [[named[0]!, share]] : [];
  });
}
