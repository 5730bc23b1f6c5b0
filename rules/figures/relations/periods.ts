/**
 * Periods that make up a longer one: 一季度完成3.2亿元，二季度完成4.1亿元，上半年完成7.3亿元; and what is shared out over periods:
 * 改造农贸市场8家，一季度完成3家，二季度完成3家，三季度完成3家.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, sumOf } from '../../../language/text/interval.ts';
import { MADE_UP_OF } from './complements.ts';
import type { Relation } from './relation.ts';
import { between, lead, leadStart, type Sentence } from './sentences.ts';
import { adds, sumRelation } from './sums.ts';

const PERIOD = new RegExp(
  [
    String.raw`^(?:今年|去年|第|\d{4}年)*`,
    '(?<period>[一二三四]季度|[上下]半年|前三季度|全年|10?月?[至到—－–~-](?:3|6|9|12)月份?)',
    '(?<said>.*)$',
  ].join(''),
);
/** 1至9月 is 前三季度. */
const MONTHS: readonly (readonly [RegExp, string])[] = [
  [/^1\D.*\b3月/, '一季度'],
  [/^1\D.*\b6月/, '上半年'],
  [/^1\D.*\b9月/, '前三季度'],
  [/^1\D.*\b12月/, '全年'],
  [/^10\D.*\b12月/, '四季度'],
];
const BEGINS = new Characters('今去第一二三四上下前全0123456789');
/** What stands at one time, is a rate or compares does not add up over time. */
const NOT_ADDED = /余额|存量|人均|均|率|比|增|降|在册|保有|累计|末|底|预计|力争|目标/;
const VERBS = /(?:全[省市县区镇乡]|共|累计|全部|完成|实现|达到?|为|是|有|了)+/g;

/** The whole at figure `i`, its parts the figures before it. */
export function readPeriods(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const total = figures[i]!;
  if (i < 2 || !adds(total) || !BEGINS.at(text, leadStart(text, total))) return;
  const { period, said } = periodIn(lead(text, total));
  if (period === undefined || NOT_ADDED.test(said.replace('累计', ''))) return;
  const before = figures.slice(0, i).filter((q) => q.dimension === total.dimension);
  for (const [whole, parts] of MADE_UP_OF) {
    if (whole !== period || before.length < parts.length) continue;
    const members = before.slice(-parts.length);
    if (members.every((q, k) => isOf(text, q, total, parts[k]!, said!)) && isList(text, [...members, total]))
      found.push(sumOfPeriods(members, total));
  }
}

/** 1至10月, 前11个月: from January to the last of them; 11月: that one. */
const OF_MONTHS = new RegExp(
  [
    '^(?:今年|去年|\\d{4}年)?(?:(?<first>1)月?[至到—－–~-]|(?<so>前))?',
    '(?<last>\\d{1,2})(?:个月|月份?)(?!底|末|初|\\d)(?<said>[^\\d]*)$',
  ].join(''),
);

interface Months {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

function monthsOf(text: string, q: Quantity): Months | undefined {
  const { first, so, last, said = '' } = OF_MONTHS.exec(lead(text, q))?.groups ?? {};
  if (last === undefined || NOT_ADDED.test(said.replace('累计', ''))) return undefined;
  const to = Number(last);
  return { from: (first ?? so) ? 1 : to, to, said: said.replace(VERBS, '') };
}

/** 1至10月发放4312万元，11月发放428万元，前11个月累计发放|4740万元|: the whole at figure `i`, its two parts before it. */
export function readMonthsAdded(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const total = figures[i]!;
  if (i < 2 || !adds(total) || !BEGINS.at(text, leadStart(text, total))) return;
  const whole = monthsOf(text, total);
  if (whole?.from !== 1 || whole.to < 3) return;
  const [next, first, ...others] = figures
    .slice(0, i)
    .filter((q) => q.unit === total.unit && adds(q))
    .reverse();
  const [a, b] = [first && monthsOf(text, first), next && monthsOf(text, next)];
  if (!a || !b || others.length > 0 || a.from !== 1 || b.from !== a.to + 1 || b.to !== whole.to) return;
  if (
    ![a, b].every(({ said }) => whole.said === '' || said.includes(whole.said) || whole.said.includes(said))
  )
    return;
  found.push({ ...sumOfPeriods([first!, next!], total), doubtful: true });
}

/** From a whole to what the first period has of it. */
const SHARED_OUT = /^[^。；\d]{0,16}[，：（(](?:其中[，：]?)?$/;
const SHARED_REACH = 28;

/** The whole at figure `i`, its periods the figures behind it: together they have no more than there is. */
export function readSharedOut(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const total = figures[i]!;
  const first = figures[i + 1];
  if (!first || !adds(total) || first.start - total.end > SHARED_REACH) return;
  const members: Quantity[] = [];
  for (let k = i + 1; k < figures.length; k++) {
    const part = figures[k]!;
    if (part.unit !== total.unit || !adds(part) || !BEGINS.at(text, leadStart(text, part))) break;
    const { period, said } = periodIn(lead(text, part));
    if (period === undefined || period === '全年' || NOT_ADDED.test(said)) break;
    members.push(part);
  }
  // 其中一季度55.2亿元，二季度…: one of the periods, and not what is shared out.
  if (members.length < 2 || PERIOD.test(lead(text, total).replace(/^其中/, ''))) return;
  if (!SHARED_OUT.test(text.slice(total.end, leadStart(text, first))) || !isList(text, members)) return;
  const { holds, ...relation } = sumOfPeriods(members, total);
  found.push({ ...relation, holds: holds || relation.expected.low <= total.high, doubtful: true });
}

function isOf(text: string, q: Quantity, total: Quantity, period: string, name: string): boolean {
  if (q.dimension !== total.dimension || !adds(q)) return false;
  const read = periodIn(lead(text, q));
  if (read.period !== period || NOT_ADDED.test(read.said)) return false;
  const [own, whole] = [read.said, name].map((said) => said.replace(VERBS, ''));
  return own === '' || whole === '' || own === whole;
}

/** The period that a clause begins with, by the name that {@link MADE_UP_OF} has for it, and what follows it. */
function periodIn(clause: string): { readonly period: string | undefined; readonly said: string } {
  const { period, said = '' } = PERIOD.exec(clause)?.groups ?? {};
  const months = period === undefined ? undefined : MONTHS.find(([pattern]) => pattern.test(period))?.[1];
  return { period: months ?? period, said };
}

/** Nothing but the commas of the list between the figures, and what each is of. */
function isList(text: string, figures: readonly Quantity[]): boolean {
  return figures.every((q, k) => k === 0 || /^[，、,]/.test(between(text, figures[k - 1]!, q)));
}

function sumOfPeriods(members: readonly Quantity[], total: Quantity): Relation {
  const holds = meets(sumOf(members), total);
  return sumRelation(members, total, { reading: 'total', of: 'periods', holds, doubtful: false });
}
