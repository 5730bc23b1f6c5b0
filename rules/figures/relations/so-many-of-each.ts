/**
 * So many, so much of each, and what it comes to, wherever in the sentence the three are told: 建成大棚420座，每座占地1.5亩，合计占地630亩 · 16个村每村4场，共演出64场
 * · 举办培训班6期，每期50人，累计培训300人. Told apart by 每 before the second and 共 before the third, not by how the sentence runs.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, scale } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { pushProduct } from './products.ts';
import { isClaimed, type Relation } from './relation.ts';
import { IN_TOTAL, lead, type Sentence, scaleOf } from './sentences.ts';
import { adds } from './sums.ts';

/** 每座|占地, 平均每村, 每户|发放取暖补贴: of what, and what each of them has. */
const EACH = new RegExp(
  [
    String.raw`(?:每(?:个|一)?(?<by>[\u4e00-\u9fff]{1,3})`,
    String.raw`|(?<mean>[场户亩村人校班期站镇])均)[\u4e00-\u9fff]{0,8}$`,
  ].join(''),
);
/** 每月|补贴, 每月|需支出: of each and in all for the same time. */
const EACH_TIME = /每[年月季周天日]/;
const EVERY = new Characters('每均');
const EACH_REACH = 14;
/** 合计占地, 累计培训, 共演出, 需资金 */
const IN_ALL = new RegExp(
  String.raw`(?:^|[\u4e00-\u9fff])(?:合计|共计|总计|累计|总共|一共|${IN_TOTAL}|总)[^，。；、\d]{0,8}$`,
);
const NEEDS = /每[年月季周天日](?:共|需|约需|支出|需支出|发放|合计)[^，。；、\d]{0,6}$/;
const ALL_TIMES = /每[年月季周天日]/g;
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
  if (!EVERY.isIn(text, each.start - EACH_REACH, each.start) || !isExact(each)) return;
  const said = lead(text, each);
  const { mean, by = mean } = EACH.exec(said)?.groups ?? {};
  const timed = EACH_TIME.test(said);
  const number =
    by === undefined ? undefined : (numberOf(text, figures, i, by) ?? numberBehind(figures, i, by));
  if (!number) return;
  const total = figures
    .slice(Math.max(i, figures.indexOf(number)) + 1)
    .find(
      (q) =>
        q.dimension === each.dimension &&
        q.unit !== number.unit &&
        (IN_ALL.test(lead(text, q)) || (timed && NEEDS.test(lead(text, q)))),
    );
  if (total && isNamedBefore(text, number, by!) && !OF_THEM.test(lead(text, total))) return;
  const start = Math.min(number.start, each.start);
  if (!total || !isExact(total) || total.end - start > REACH) return;
  const told = text.slice(start, total.start);
  const once = timed && EACH_TIME.test(lead(text, total)) ? told.replace(ALL_TIMES, '') : told;
  if (THIRD.test(once) || (timed && once === told)) return;
  // Another factor: 每期3天.
  const between = figures.slice(Math.min(i, figures.indexOf(number)), figures.indexOf(total));
  if (between.some((q) => q !== each && q !== number && !isBeside(q, each, number))) return;
  // 38个班，其中小学24个、初中14个，班均46人: of all of them.
  const whole = figures.slice(0, i).filter((q) => q !== number && q.unit === number.unit && isExact(q));
  if (whole.some((q) => meets(scale(each, manyOf(text, q)), total))) return;
  if (isClaimed(found, total)) return;
  pushProduct({ total, each, number, expected: scale(each, manyOf(text, number)) }, found);
}

/** 每场80人, beside what each costs: no factor of it. */
function isBeside(q: Quantity, each: Quantity, number: Quantity): boolean {
  return (
    q.dimension !== each.dimension &&
    q.dimension !== number.dimension &&
    q.kind !== 'duration' &&
    q.kind !== 'number'
  );
}

/** How many there are of what 每 names: 420座，每座, 16个村每村, 培训班6期，每期. */
function numberOf(text: string, figures: readonly Quantity[], i: number, by: string): Quantity | undefined {
  const near = figures.slice(Math.max(0, i - 2), i).reverse();
  const number = near.find(({ unit }) => unit === by) ?? near[0];
  if (!number || !isExact(number) || number.value < 2) return undefined;
  if (number.kind !== 'count' && number.kind !== 'place' && number.kind !== 'people') return undefined;
  const noun = text.slice(number.unitEnd, number.unitEnd + LONGEST_NOUN).split(STOPS)[0]!;
  const names = [by, by.slice(0, 2), by[0]!];
  const before = lead(text, number);
  return names.some(
    (name) =>
      number.unit === name ||
      noun.endsWith(name) ||
      (name.length > 1 && (noun.includes(name) || before.endsWith(name))) ||
      isNamedBefore(text, number, name),
  )
    ? number
    : undefined;
}
/** 按每平方米补助|25元|计算，|2.4万平方米|外墙: so many of the unit that 每 names, behind what each has. */
function numberBehind(figures: readonly Quantity[], i: number, by: string): Quantity | undefined {
  const next = figures[i + 1];
  return next && isExact(next) && next.unit.length > 0 && by.startsWith(next.unit) ? next : undefined;
}

/** 检查站|12个|，每站: the noun stands before a measure of whatever there is. */
function isNamedBefore(text: string, number: Quantity, name: string): boolean {
  const before = lead(text, number);
  return name.length === 1 && GENERAL.has(number.unit) && before.length > 2 && before.endsWith(name);
}
const GENERAL = new Set(['个', '座', '处', '所', '家', '支', '条', '间', '栋']);
/** 共需值守人员|36人: of those that each has, and not 共走访|450人. */
const OF_THEM =
  /(?:合计|共计|总计|总共|共)(?:(?:有|约?需要?|配备?|安排|派出|投入|设|选派)[^，。；、\d]{0,6})?$/;
const LONGEST_NOUN = 8;
const STOPS = /[每，,、。；（(]/;

/** How many as written: 2.4万平方米 are 24000, whatever one is worth in the base unit. */
function manyOf(text: string, { digits, numberEnd, value }: Quantity): number {
  const written = Number(text.slice(digits.start, digits.end).replaceAll(',', ''));
  return Number.isFinite(written) ? written * scaleOf(text.slice(digits.end, numberEnd)) : value;
}

function isExact(q: Quantity): boolean {
  return adds(q) && q.approximation === 'exact' && q.value > 0;
}
