/**
 * So many, so much of each, and what it comes to, wherever in the sentence the three are told: 建成大棚420座，每座占地1.5亩，合计占地630亩 · 16个村每村4场，共演出64场
 * · 举办培训班6期，每期50人，累计培训300人. Told apart by 每 before the second and 共 before the third, not by how the sentence runs.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { scale } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { pushProduct } from './products.ts';
import type { Relation } from './relation.ts';
import { IN_TOTAL, lead, type Sentence } from './sentences.ts';
import { adds } from './sums.ts';

/** 每座|占地, 平均每村, 每户|发放取暖补贴: of what, and what each of them has. */
const EACH = /(?:^|[\u4e00-\u9fff])?每(?:个|一)?(?<by>[\u4e00-\u9fff]{1,3})(?<what>[\u4e00-\u9fff]{0,8})$/;
const EVERY = new Characters('每');
const EACH_REACH = 14;
/** 合计占地, 累计培训, 共演出, 需资金 */
const IN_ALL = new RegExp(
  String.raw`(?:^|[\u4e00-\u9fff])(?:合计|共计|总计|累计|总共|一共|${IN_TOTAL}|总)[^，。；、\d]{0,8}$`,
);
/** What is told of each time, or in how many ways, makes a third factor. */
const THIRD = new RegExp(
  anyOf(
    '每[^，。；]{0,6}每 [天日月年季周]均 每[天日月年季周] 不等 以上 以内 最[高低多少] 不超过 至少 标准 其中 分别',
  ),
);
/** How far the three may lie apart: UTF-16 units. */
const REACH = 60;

/** What each has is figure `i`. */
export function readSoManyOfEach(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const each = figures[i]!;
  if (i < 1 || !EVERY.isIn(text, each.start - EACH_REACH, each.start) || !isExact(each)) return;
  const by = EACH.exec(lead(text, each))?.groups?.by;
  const number = by === undefined ? undefined : numberOf(text, figures, i, by);
  if (!number) return;
  const total = figures
    .slice(i + 1)
    .find((q) => q.dimension === each.dimension && q.unit !== number.unit && IN_ALL.test(lead(text, q)));
  if (!total || !isExact(total) || total.end - number.start > REACH) return;
  if (THIRD.test(text.slice(number.start, total.start))) return;
  // Another factor: 每期3天.
  const between = figures.slice(figures.indexOf(number) + 1, figures.indexOf(total));
  if (between.some((q) => q !== each)) return;
  if (found.some(({ claimed }) => claimed === total)) return;
  pushProduct({ total, each, number, expected: scale(each, number.value) }, found);
}

/** How many there are of what 每 names: 420座，每座, 16个村每村, 培训班6期，每期. */
function numberOf(text: string, figures: readonly Quantity[], i: number, by: string): Quantity | undefined {
  const number = figures[i - 1]!;
  if (!isExact(number) || number.value < 2) return undefined;
  if (number.kind !== 'count' && number.kind !== 'place' && number.kind !== 'people') return undefined;
  const noun = text.slice(number.unitEnd, number.unitEnd + LONGEST_NOUN).split(STOPS)[0]!;
  const names = [by, by.slice(0, 2), by[0]!];
  return names.some(
    (name) => number.unit === name || noun.endsWith(name) || (name.length > 1 && noun.includes(name)),
  )
    ? number
    : undefined;
}
const LONGEST_NOUN = 8;
const STOPS = /[每，,、。；（(]/;

function isExact(q: Quantity): boolean {
  return adds(q) && q.approximation === 'exact' && q.value > 0;
}
