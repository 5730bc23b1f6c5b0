/**
 * The books of a period, told over several paragraphs: 上期结余18.6万元。…收入合计11.5万元。…支出合计8.0万元。…本期结余22.1万元，比上季度末增加3.5万元. What there was before and
 * what came in, less what was spent, is what there is.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { add, meets, subtract } from '../../../language/text/interval.ts';
import { changeOf } from './change.ts';
import type { Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { adds } from './sums.ts';

const LEFT = /(?:结余|结存|余额)(?:为|共)?$/;
const LEFT_ENDS = new Characters('余存额为共');
const CAME_IN = /收入(?:合计|总计|共计)(?:为)?$/;
const SPENT = /支出(?:合计|总计|共计)(?:为)?$/;
/** 上期结余, 期初余额; else the name is that of the balance, and a day before it says when: 截至3月31日，账面结余. */
const BEFORE = /^(?:上期|上年|上季度?|上月|期初|年初|季初|月初|上年末|上年度)/;
/** 比一季度末|增加, right behind what is left. */
const GREW = /^[，、,]?(?:比|较)[\u4e00-\u9fff]{2,8}(?<how>增加|减少)了?$/;
const CLAUSE = new Characters('。；;');
const REACH = 40;

/** What is left is the last of the kind, with one total each of what came in and what was spent before it. */
export function readBooks(text: string, figures: readonly Quantity[], found: Relation[]): void {
  const money = figures.filter((q) => q.kind === 'money' && q.approximation === 'exact');
  const left = money.findLast((q) => LEFT_ENDS.at(text, q.start - 1) && isLeft(text, q));
  if (!left) return;
  const before = money.filter((q) => q.end < left.start);
  const [income, outgo] = [CAME_IN, SPENT].map((name) => before.filter((q) => name.test(lead(text, q))));
  const [came, spent] = [income![0], outgo![0]];
  if (!came || !spent || income!.length > 1 || outgo!.length > 1) return;
  const opening = before.filter((q) => q.end < Math.min(came.start, spent.start) && isOpening(text, q, left));
  const [first] = opening;
  if (!first || opening.length > 1 || ![first, came, spent, left].every(adds)) return;
  const expected = subtract(add(first, came), spent);
  found.push({
    rule: 'sum',
    reading: 'balance',
    claimed: left,
    members: [first, came, spent],
    expected,
    says: { is: 'balance', a: came, b: spent, carried: first },
    holds: meets(expected, left),
    alternatives: [
      { figure: came, value: left.value + spent.value - first.value },
      { figure: spent, value: first.value + came.value - left.value },
    ],
    doubtful: true,
  });
  readGrown(text, { first, left, next: money[money.indexOf(left) + 1] }, found);
}

/** 比一季度末增加3.5万元: since what there was. */
function readGrown(
  text: string,
  {
    first,
    left,
    next,
  }: { readonly first: Quantity; readonly left: Quantity; readonly next: Quantity | undefined },
  found: Relation[],
): void {
  const how = next && GREW.exec(between(text, left, next))?.groups?.how;
  if (how === undefined) return;
  const way = { by: 'comparison', base: 'above' } as const;
  const rises = how === '增加';
  const grown = changeOf({ reading: 'beside', a: first, b: left, c: next!, rises, years: 1, way, how });
  if (grown) found.push({ ...grown, doubtful: true });
}

function isLeft(text: string, q: Quantity): boolean {
  return LEFT.test(lead(text, q)) && !BEFORE.test(lead(text, q));
}

/** 上期结余, or what bears the same name as what is left. */
function isOpening(text: string, q: Quantity, left: Quantity): boolean {
  const said = lead(text, q);
  if (!LEFT.test(said)) return false;
  return BEFORE.test(said) || (said === lead(text, left) && DAY.test(clauseBefore(text, q)));
}
const DAY = /截至|\d月|年初|期初/;

function clauseBefore(text: string, q: Quantity): string {
  return text.slice(boundBefore(text, q.start, CLAUSE, REACH), q.start);
}
