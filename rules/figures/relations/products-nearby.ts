/**
 * So many of each, whatever way the sentence runs: 租用大巴6辆，每辆每天1200元，租期3天，共需租车费2.16万元 · 奖励标准为每亩200元，兑现面积1.5万亩，发放资金300万元.
 * The sentence has these figures and no others, and its total comes near what they come to.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { scale } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isPenSlipOf } from './pen-slips.ts';
import { pushProduct } from './products.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { lead, type Sentence, scaleOf } from './sentences.ts';

const GIVEN =
  '资助 救助 津贴 稿费 报酬 补助 补贴 奖励 奖补 发放 租金 收费 支付 按 慰问金? 造价 单价 工资 费用';
/** 每辆每天, 每亩奖励: what each is, and whether it is of a day. */
const EACH = new RegExp(
  String.raw`每个?(?<by>[\u4e00-\u9fff]{1,2}?)(?<day>每?[天日月餐])?(?:每年)?(?:${anyOf(GIVEN)}|[\u4e00-\u9fff]{2,4}费){0,2}(?:为|的)?$`,
);
const TOTALS = '营业额 共 计 总 需 资金 经费 费 款 金额 慰问金 工资 发放 兑[付现] 支[付出]';
const TOTAL = new RegExp(`${anyOf(TOTALS)}[^，。；、\\d]{0,6}$`);
/** 每人1500元，为|87名|困难职工: counted by another word. */
const PERSONS = /^[人名位生]$/;
/** What makes the total of something else. */
const OTHER = /其中|比|较|增|减|超过|不超过|以上|最高|分别|各|平均|另|[\d两三四五]年[^，。；]{0,6}共/;
const AGES = /(?:周)?岁(?:及)?以[上下]/g;
/** A slip stays near, or is one of the unit: 10.2万元 and 102万元. */
const SLIP = 0.35;
const UNITS_OFF = [1e-4, 1e-3, 1e-2, 0.1, 10, 100, 1e3, 1e4];
const EXACTLY = 1e-6;

function isSlip(product: number, total: number): boolean {
  if (Math.abs(product - total) <= total * SLIP) return true;
  return UNITS_OFF.some((unit) => Math.abs(product * unit - total) <= total * EXACTLY);
}

/** What each gets is figure `i`. */
export function readProductNearby(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { start, end } = sentence;
  const each = sentence.figures[i]!;
  // 慰问80岁以上老人48人: who they are is counted in years.
  const figures = sentence.figures.filter(({ unit }) => unit !== '岁');
  if (each.kind !== 'money' || figures.length < 3 || figures.length > 4 || !isExact(each)) return;
  const { by, day } = EACH.exec(lead(text, each))?.groups ?? {};
  if (by === undefined || OTHER.test(text.slice(start, end).replace(AGES, ''))) return;
  const others = figures.filter((q) => q !== each);
  const number = others.find((q) => q.unit === by || (q.kind === 'people' && PERSONS.test(by)));
  const total = others.find((q) => q.kind === 'money' && TOTAL.test(lead(text, q)));
  const days = others.find((q) => q.kind === 'duration' && /^(?:[天日]|个?月)$/.test(q.unit));
  if (!number || !total || others.length !== (day ? 3 : 2) || (day !== undefined && !days)) return;
  if (!isExact(number) || !isExact(total) || isClaimed(found, total)) return;
  const written = text.slice(number.digits.end, number.numberEnd);
  const one = number.scale / scaleOf(written);
  const count = days ? Number(text.slice(days.digits.start, days.digits.end)) : 1;
  const expected = scale(scale(number, 1 / one), each.value * count);
  // 工程款45600元，全长380米，每米造价210元: the line names what it is of, and says how many times.
  const named = total === figures[0] && isPenSlipOf(total.value / number.value, each);
  if (!(count > 0) || !(named || isSlip(middle(expected), total.value))) return;
  pushProduct({ total, each, number, expected, ...(days ? { days } : {}) }, found);
}

function isExact(q: Quantity): boolean {
  return isPlain(q) && q.approximation === 'exact' && q.value > 0;
}
