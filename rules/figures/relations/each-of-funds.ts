/**
 * What was put in, for how many, and how much for each: 投入资金3680万元，新建户厕2300座，每座补助1.6万元 · 销售126万吨，均价320元/吨，实现销售收入4.03亿元.
 * Other money may have gone in as well: only what is near is held against it.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { meets } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { asRounded } from './change.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { lead, type Sentence } from './sentences.ts';
import { asLaidDown } from './shapes.ts';
import { adds, isNear } from './sums.ts';

const FUNDS = /(?:投入|安排|下达|拨付|发放|筹措|兑现|争取)[^，。；、\d]{0,8}$/;
const GIVEN = '补[助贴偿] 奖[励补] 投资 投入 资助';
/** 每户补助, 每村给予奖补资金. */
const EACH = new RegExp(
  String.raw`^每(?<unit>[\u4e00-\u9fff]{1,2}?)(?:给予)?${anyOf(GIVEN)}(?:资金|标准)?(?:为|约)?$`,
);
const SALES = /(?:销售收入|销售额|营业收入|收入|产值|货款)(?:为|达到?|约)?$/;
const OTHER = /其中|增|减|比|较|上年/;
const FARTHEST = 0.15;

/** The price is figure `i`. */
export function readEachOfFunds(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const price = figures[i]!;
  if (price.kind !== 'money' || !isPlain(price)) return;
  const said = lead(text, price);
  const unit = EACH.exec(said)?.groups?.unit;
  if (unit !== undefined && i >= 2) {
    const [total, number] = [figures[i - 2]!, figures[i - 1]!];
    if (number.unit === unit && FUNDS.test(lead(text, total))) push(text, { total, number, price }, found);
    return;
  }
  const slash = /^元\/(?<per>.+)$/.exec(price.dimension)?.groups?.per;
  const [number, total] = [figures[i - 1], figures[i + 1]];
  if (slash === undefined || !number || !total || !number.unit.endsWith(slash)) return;
  if (/价/.test(said) && SALES.test(lead(text, total))) push(text, { total, number, price }, found);
}

interface Product {
  readonly total: Quantity;
  readonly number: Quantity;
  readonly price: Quantity;
}

function push(text: string, { total, number, price }: Product, found: Relation[]): void {
  if (total.kind !== 'money' || !adds(total) || !adds(number) || number.value <= 0) return;
  if (OTHER.test(text.slice(Math.min(total.start, number.start), Math.max(total.start, price.start)))) return;
  if (isClaimed(found, total, 'average')) return;
  const each = asLaidDown(price, lead(text, price));
  const expected = { low: each.low * number.low, high: each.high * number.high };
  if (!isNear(middle(expected), total, FARTHEST)) return;
  found.push({
    rule: 'average',
    reading: 'price',
    claimed: total,
    members: [price, number],
    expected,
    says: { is: 'price', price, number, months: 1 },
    holds: meets(expected, asRounded(total)),
    alternatives: [],
    doubtful: true,
  });
}
