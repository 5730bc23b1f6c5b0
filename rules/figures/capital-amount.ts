import { defineParagraphRule } from '../../engine/rule.ts';
import {
  CAPITAL_DIGITS,
  type CapitalAmount,
  capitalAmountAt,
  writeCapitalAmount,
} from '../../language/quantities/capital-amounts.ts';
import { measures, type Quantity } from '../../language/quantities/quantities.ts';
import { Characters } from '../../language/text/characters.ts';
import { meets } from '../../language/text/interval.ts';
import { rounded, written } from './relations/relation.ts';

interface CapitalMatch {
  readonly start: number;
  readonly end: number;
  readonly capital: CapitalAmount;
  readonly figure: Quantity;
}

/** A sum in digits and in capital numerals: 1250000元（大写：壹佰贰拾伍万元整）. */
export const capitalAmount = defineParagraphRule<CapitalMatch>({
  id: 'figures/capital-amount',
  severity: 'error',

  reads: measures,
  *find(paragraph) {
    const { text } = paragraph;
    if (!text.includes('元') && !text.includes('圆')) return;
    const sums = paragraph.fact(measures).filter((q) => isSum(text, q));
    if (sums.length === 0) return;
    let behind = 0;
    for (let at = CAPITAL_DIGITS.next(text, 0, text.length); at < text.length; ) {
      const capital = capitalAmountAt(text, at);
      while (behind < sums.length && sums[behind]!.unitEnd <= at) behind++;
      const figure = capital && figureBeside(text, capital, [sums[behind - 1], sums[behind]]);
      if (capital && figure && !meets({ low: capital.value, high: capital.value }, figure))
        yield { start: capital.start, end: capital.end, capital, figure };
      at = CAPITAL_DIGITS.next(text, Math.max(at + 1, capital?.end ?? 0), text.length);
    }
  },

  explain({ start, end, capital, figure }, { text }) {
    return {
      message: `大写“${text.slice(start, end)}”是${capital.value}元，与${written(text, figure)}不符`,
      evidence: [{ start: figure.digits.start, end: figure.unitEnd, message: '小写' }],
    };
  },

  fix({ start, end, capital, figure }, { text }) {
    const right = writeCapitalAmount(figure.value);
    const digits = rounded(capital.value, figure);
    return [
      ...(right ? [{ title: `大写改为“${right}”`, edits: [{ start, end, text: right }], safe: false }] : []),
      {
        title: `小写改为“${digits}${text.slice(figure.digits.end, figure.unitEnd)}”`,
        edits: [{ ...figure.digits, text: digits }],
        safe: false,
      },
    ];
  },
});

/** What may stand between the two: （人民币大写：, ，小写：￥. */
const BETWEEN = /^[^。；\d]{0,14}$/;

/** 1250000元, ¥5500.00元 */
function isSum(text: string, q: Quantity): boolean {
  return (q.dimension === '元' || YUAN.at(text, q.start - 1)) && q.approximation === 'exact' && !q.han;
}

const YUAN = new Characters('￥¥');

/** Of the sums before and behind the one that says the same: before 大写, or behind 小写. */
function figureBeside(
  text: string,
  { start, end }: CapitalAmount,
  [before, after]: readonly [Quantity | undefined, Quantity | undefined],
): Quantity | undefined {
  const gap = before && text.slice(before.unitEnd, Math.min(start, before.unitEnd + APART));
  if (before && gap!.length < APART && BETWEEN.test(gap!) && gap!.includes('大写')) return before;
  return after && after.digits.start - end < APART && BETWEEN.test(text.slice(end, after.digits.start))
    ? after
    : undefined;
}

/** Characters between an amount in figures and the same in words. */
const APART = 20;
