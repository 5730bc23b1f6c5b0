/**
 * A whole that is parted again: 户籍人口44.2万人，其中城镇15.6万人，乡村28.6万人；男性22.9万人，女性21.3万人 · 受理902件（含旧存352件），其中新收550件.
 * Every two parts that leave nothing out come to the same whole.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { meets, subtract, sumOf } from '../../../language/text/interval.ts';
import { areComplete } from './complements.ts';
import { labelOf } from './labels.ts';
import { middle, type Relation } from './relation.ts';
import { between } from './sentences.ts';
import { adds, addsUp, FARTHEST, isNear } from './sums.ts';

/** 28.6万人|；男性|22.9万人, 。从性别看，男性 */
const AGAIN = /^[；;，,。](?:[从按][^，。；、\d]{2,8}[看分][，,])?[^，。；、\d：:]{1,10}$/;
/** 22.9万人|，女性|21.3万人 */
const OTHER = /^[，、,](?:其中)?[^，。；、\d：:]{1,10}$/;
/** 902件|（含旧存|352件 */
const ASIDE = /^[（(](?:含|其中|包括)[^，。；、\d：:]{1,8}$/;
/** 352件|），其中新收|550件 */
const BESIDE = /^[）)][，,]?(?:其中)?[^，。；、\d：:]{1,8}$/;

export function readPartings(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (const { holds, reading, claimed, members } of [...found]) {
    if (!holds || (reading !== 'complements' && reading !== 'definition') || members.length !== 2) continue;
    const [a, b] = figures.slice(figures.indexOf(members[1]!) + 1).slice(0, 2);
    if (a && b && AGAIN.test(between(text, members[1]!, a)))
      push(text, { total: claimed, a, b }, OTHER, found);
  }
  for (let i = 0; i + 2 < figures.length; i++) {
    const [total, a, b] = figures.slice(i, i + 3) as [Quantity, Quantity, Quantity];
    if (text[total.end] === '（' && ASIDE.test(between(text, total, a)))
      push(text, { total, a, b }, BESIDE, found);
  }
}

interface Pair {
  readonly total: Quantity;
  readonly a: Quantity;
  readonly b: Quantity;
}

/** The second of two parts is what the first leaves of their whole. */
function push(text: string, { total, a, b }: Pair, joins: RegExp, found: Relation[]): void {
  if (![total, a, b].every((q) => adds(q) && q.unit === total.unit) || !joins.test(between(text, a, b)))
    return;
  if (!areComplete([labelOf(text, a.start - LABEL, a), labelOf(text, a.end, b)])) return;
  const sum = sumOf([a, b]);
  const expected = subtract(total, a);
  if (!isNear(middle(sum), total, FARTHEST.told)) return;
  found.push({
    rule: 'sum',
    reading: 'complements',
    claimed: b,
    members: [total, a],
    expected,
    says: { is: 'rest', total, others: [a] },
    holds: addsUp(sum, total) && meets(expected, b),
    alternatives: [{ figure: a, value: total.value - b.value }].filter(({ value }) => value > 0),
    doubtful: true,
  });
}

/** How far back the name of the first part may begin. */
const LABEL = 12;
