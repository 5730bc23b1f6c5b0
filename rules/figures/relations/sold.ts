/** What was sold, for how much, and at what price: 销售面积36.2万平方米；销售额20.3亿元，平均销售价格5608元/平方米. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { divide, meets } from '../../../language/text/interval.ts';
import { asRounded } from './change.ts';
import { isClaimed, type Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { adds } from './sums.ts';

/** 商品房|平均销售价格|, 成交|均价|. */
const PRICE =
  /(?<of>[\u4e00-\u9fff]{0,8}?)(?:平均(?:销售|成交|出让)?价格?|(?:销售|成交|出让)?均价)(?:为|达到?|约)?$/;
const AMOUNT = /(?:销售额|销售金额|销售收入|成交额|成交金额|成交价款|出让价款|出让金额|交易额)(?:为|达到?)?$/;
const SOLD = /(?:销售|成交|出让|交易|销)(?:商品房|住宅|土地)?(?:总?面积|总?量|数量)?(?:为|达到?)?$/;
const ENDS = new Characters('价格为达到约');
const REACH = 120;

export function readSoldPrice(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (!text.includes('均')) return;
  for (let i = 2; i < figures.length; i++) {
    const price = figures[i]!;
    if (!price.dimension.startsWith('元') || !isPlain(price) || !ENDS.at(text, price.start - 1)) continue;
    const of = PRICE.exec(lead(text, price))?.groups?.of;
    if (of === undefined || isClaimed(found, price)) continue;
    const from = boundBefore(text, price.start, FULL_STOP, REACH);
    const before = figures.slice(0, i).filter((q) => q.start >= from && adds(q));
    const amounts = before.filter((q) => q.dimension === '元' && AMOUNT.test(lead(text, q)));
    const sold = before.filter((q) => q.kind !== 'money' && SOLD.test(lead(text, q)));
    const [amount, quantity] = [amounts[0], sold[0]];
    if (!amount || !quantity || amounts.length > 1 || sold.length > 1 || quantity.value <= 0) continue;
    const per = /^元\/(.+)$/.exec(price.dimension)?.[1];
    if (per !== undefined && per !== quantity.dimension) continue;
    // 住宅均价 is none of all that was sold.
    if (!isOfAll(of, lead(text, quantity))) continue;
    const expected = divide(amount, quantity);
    if (!expected) continue;
    found.push({
      rule: 'average',
      reading: 'price',
      claimed: price,
      members: [amount, quantity],
      expected,
      says: { is: 'average', total: amount, divisor: quantity, claimed: price },
      holds: meets(expected, asRounded(price)),
      alternatives: [
        { figure: amount, value: price.value * quantity.value },
        { figure: quantity, value: amount.value / price.value },
      ],
      doubtful: true,
    });
  }
}

/** Whether a price names nothing but what was sold: 商品房, of 商品房销售面积. */
const isOfAll = (named: string, sold: string): boolean =>
  named === '' || /^(?:销售|成交|每平方米|全[市县区]|土地)$/.test(named) || sold.includes(named);
