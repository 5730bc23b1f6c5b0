/** Relations that several readers find in words of their own: a part, its whole and the share; two figures and what lies between them. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { add, divide, type Interval, meets, scale, subtract } from '../../../language/text/interval.ts';
import { comesTo, sharpened } from './change.ts';
import type { Relation } from './relation.ts';

/** Between what a share is of and the share: 占全县工业的|比重为|35%. A source of patterns, to the end of what they read. */
export const SHARE_IS = '(?:比重|比例)?(?:为|达到?|是|约)?$';

/** Claimed: `share` of `whole` is `part`. `name`: what the whole was called. */
export interface ShareClaim {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly share: Quantity;
  readonly name?: string;
}

/** 税收18亿元，占25亿元的72%; undefined for a whole that may be nothing. */
export function shareOf({ part, whole, share, name }: ShareClaim): Relation | undefined {
  return portion(share, divide(...sharpened(part, whole)), {
    members: [part, whole],
    says: { is: 'portion', of: 'whole', part, whole, ...(name === undefined ? {} : { name }) },
    alternatives: [
      { figure: part, value: (whole.value * share.value) / 100 },
      ...(share.value > 0 ? [{ figure: whole, value: (part.value * 100) / share.value }] : []),
    ],
  });
}

/** 已办结125件，剩余21件，办结率85.6%: `share` is what `part` is of itself and the rest; undefined where both may be nothing. */
export function shareOfTwo(part: Quantity, rest: Quantity, share: Quantity): Relation | undefined {
  return portion(share, divide(part, add(part, rest)), {
    members: [rest, part],
    says: { is: 'portion of two', a: rest, b: part },
    alternatives: [],
  });
}

/** 抽检1680批次，检出不合格38批次，合格率97.7%: `share` is what `rest` leaves of the whole. */
export function shareWithout(rest: Quantity, whole: Quantity, share: Quantity): Relation | undefined {
  if (whole.low <= 0 || rest.value > whole.value) return undefined;
  const expected = { low: 100 - (100 * rest.high) / whole.low, high: 100 - (100 * rest.low) / whole.high };
  return {
    rule: 'share',
    reading: 'portion',
    claimed: share,
    members: [whole, rest],
    expected,
    says: { is: 'portion without', part: rest, whole },
    holds: comesTo(expected, share),
    alternatives: [],
  };
}

/** That `share` is such a ratio of two figures, in per cent. */
function portion(
  share: Quantity,
  ratio: Interval | undefined,
  of: Pick<Relation, 'members' | 'says' | 'alternatives'>,
): Relation | undefined {
  if (!ratio) return undefined;
  const expected = scale(ratio, 100);
  return {
    rule: 'share',
    reading: 'portion',
    claimed: share,
    expected,
    holds: comesTo(expected, share),
    ...of,
  };
}

/** 预算158万元，实际采购146万元，节约12万元: `rest` is what `more` has over `less`. */
export function restOf(more: Quantity, less: Quantity, rest: Quantity): Relation {
  const expected = subtract(more, less);
  return {
    rule: 'sum',
    reading: 'balance',
    claimed: rest,
    members: [more, less],
    expected,
    says: { is: 'saving', asked: more, paid: less },
    holds: meets(expected, rest),
    alternatives: [
      { figure: more, value: less.value + rest.value },
      { figure: less, value: more.value - rest.value },
    ].filter(({ value }) => value > 0),
  };
}

/** 每村补助, 每户发放救助金 */
const GIVEN = /(?<!平均)每(?!年)[^，。；、\d均]{1,4}(?:补[助贴]|发放|奖[励补])[^，。；、\d]{0,6}$/;

/** What each is given is laid down and not rounded: 每村补助|2万元. `said`: the words before the figure. */
export function asLaidDown(q: Quantity, said: string): Interval {
  return q.approximation === 'exact' && GIVEN.test(said) ? { low: q.value, high: q.value } : q;
}

/** How far from what is exact a fraction may be that is said of it: 三分之二 of 65%. */
const FRACTION_OFF = 1.5;

/** 三分之二 as 66.7%, to compare it with other shares; any other figure as it is. */
export function asPercent(q: Quantity): Quantity {
  if (q.kind !== 'fraction') return q;
  const value = q.value * 100;
  const exact = q.approximation === 'exact' || q.approximation === 'about' || q.approximation === 'near';
  return {
    ...q,
    kind: 'percent',
    value,
    low: exact ? value - FRACTION_OFF : q.low * 100,
    high: exact ? value + FRACTION_OFF : q.high * 100,
    grain: 0.1,
    scale: 1,
    han: true,
  };
}
