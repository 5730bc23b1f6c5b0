/**
 * Totals of what clauses tell one by one: 各县24人；市直单位18人；基层代表12人，合计54人 · 收入3200万元，支出1800万元，调出1400万元，收支平衡.
 */
import { lowerBound } from '../../../engine/lists.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { readNumber } from '../../../language/text/numerals.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { addedUp, adds, addsUp, FARTHEST, isNear, sumRelation } from './sums.ts';

const IN_ALL = /^[^，。；、\d]{0,4}(?:合计|共计|总计)[^，。；、\d]{0,6}$/;
const ENDS = new Characters('计员人数为共是约达到额金资费');
const REACH = 160;
/** What is told of each, at most, or of a part, is none of the clauses' own total. */
const NO_TOTAL = /[每各均]|其中|不超过|以上|以下/;

/** The last figure of the kind in each clause, up to the total in the last: parts by semicolons. */
export function readTotalOfClauses(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const total = figures[i]!;
    if (!ENDS.at(text, total.start - 1) || !adds(total) || !IN_ALL.test(lead(text, total))) continue;
    if (isClaimed(found, total, 'sum')) continue;
    const from = boundBefore(text, total.start, FULL_STOP, REACH);
    const before = figures.slice(
      lowerBound(figures, from, ({ start }) => start),
      i,
    );
    const clauses = text.slice(from, total.start).split('；').length;
    const parts = before.filter((q, k) => {
      const next = before[k + 1];
      return q.dimension === total.dimension && (!next || between(text, q, next).includes('；'));
    });
    if (clauses < 2 || parts.length !== clauses || !parts.every(adds)) continue;
    if (parts.some((part) => NO_TOTAL.test(lead(text, part)))) continue;
    const holds = addsUp(sumOf(parts), total);
    if (!holds && !isNear(addedUp(parts), total, FARTHEST.told)) continue;
    found.push(sumRelation(parts, total, { reading: 'total', holds, listed: true, doubtful: true }));
  }
}

/** 前|三|类|合计, 前两位的地区共. */
const FIRST_OF = new RegExp(
  [
    '^(?:其中)?(?:排名|居|列)?前(?<count>[两二三四五六])(?:[类项位名个家]|大类)',
    String.raw`[\u4e00-\u9fff]{0,8}?(?:合计|共计|总计|共)[\u4e00-\u9fff]{0,6}$`,
  ].join(''),
);
const FIRST_REACH = 200;
const MOST_LISTED = 30;

/** 甲类386件，占30%；乙类271件，占21%；丙类254件，占20%；…。前三类合计911件: of the list in the sentence before, in its order. */
export function readFirstOfList(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (!text.includes('前')) return;
  for (let i = 3; i < figures.length; i++) {
    const total = figures[i]!;
    const count = adds(total) ? FIRST_OF.exec(lead(text, total))?.groups?.count : undefined;
    if (count === undefined || isClaimed(found, total, 'sum')) continue;
    const own = boundBefore(text, total.start, FULL_STOP, FIRST_REACH);
    const from = boundBefore(text, own - 1, FULL_STOP, FIRST_REACH);
    const list = figures
      .slice(Math.max(0, i - MOST_LISTED), i)
      .filter((q) => q.start >= from && q.end <= own && q.unit === total.unit && adds(q));
    const parts = list.slice(0, count === '两' ? 2 : readNumber(count));
    const falls = list.every((q, k) => k === 0 || k >= parts.length || q.value <= list[k - 1]!.value);
    if (list.length <= parts.length || !falls) continue;
    const holds = addsUp(sumOf(parts), total);
    if (!holds && !isNear(addedUp(parts), total, FARTHEST.told)) continue;
    found.push(sumRelation(parts, total, { reading: 'total', holds, listed: true, doubtful: true }));
  }
}

const BALANCED = '收支平衡';
const INCOME = /(?:收入|结转|补助|调入|结余)[^，。；、\d]{0,6}$/;
const OUTGO = /(?:支出|调出|上解|结转下年|偿还|还本|安排)[^，。；、\d]{0,8}$/;

/** All that came in and all that went out in a sentence that ends in 收支平衡. */
export function readBalanced(text: string, { figures, end }: Sentence, found: Relation[]): void {
  if (!text.startsWith(BALANCED, end - BALANCED.length) || figures.length < 3) return;
  if (!figures.every((q) => q.kind === 'money' && adds(q))) return;
  const sides = figures.map((q) => {
    const before = lead(text, q);
    return OUTGO.test(before) ? 'out' : INCOME.test(before) ? 'in' : undefined;
  });
  const last = figures.at(-1)!;
  const income = figures.filter((_, k) => sides[k] === 'in');
  const outgo = figures.filter((_, k) => sides[k] === 'out');
  if (sides.includes(undefined) || sides.at(-1) !== 'out' || income.length === 0 || outgo.length < 2) return;
  const total = sumOf(income);
  const others = sumOf(outgo.slice(0, -1));
  const expected = { low: total.low - others.high, high: total.high - others.low };
  if (/其中|比|增|减/.test(text.slice(figures[0]!.start, end))) return;
  found.push({
    rule: 'sum',
    reading: 'balance',
    claimed: last,
    members: [...income, ...outgo.slice(0, -1)],
    expected,
    says: { is: 'balanced', income, outgo: outgo.slice(0, -1) },
    holds: addsUp(expected, last),
    alternatives: [],
    doubtful: true,
  });
}
