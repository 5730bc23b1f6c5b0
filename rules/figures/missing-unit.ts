import { defineParagraphRule } from '../../engine/rule.ts';
import { measures, type Quantity } from '../../language/quantities/quantities.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface UnitMatch {
  readonly start: number;
  readonly end: number;
  readonly figure: Quantity;
  readonly indicator: string;
  /** 元 or %. */
  readonly missing: '元' | '%';
}

const SUMS = '投资 资金 产值 税收 总额 贷款 补贴 支出 利润 营收 收入 金额 罚款 捐款 赔偿 预算 借款 欠款 货值';
const COMES_TO = '共计 合计 累计 总计 达到 超过 突破 增至 降至 共 达 为 是 约 超 近';
/** Sums of money by name: what they come to is told in 元. */
const MONEY = new RegExp(`${anyOf(SUMS)}(?:总额)?${anyOf(COMES_TO)}*$`);

/** 比上年增加842.10万元，增长|12.36: a rate beside the amount, or compared with the year before. */
const RATE = /(?<rate>增长|下降|增幅|降幅|上升|减少|增加)(?:了|为|约|达)?$/;
const AMOUNT_BEFORE = /[增减多少][^，。；]{1,16}[，、,]$/;
const COMPARED_BEFORE = /(?:同比|[比较](?:上年|去年|\d{4}年))[^，。；、]{0,6}$/;
const RATE_ENDS = new Characters('长降幅升少加了为约达');
/** 增长6.5|，投资增长12.3%: the next rate has its %. */
const SIBLING = new RegExp(
  [
    String.raw`^[，、；](?:[^，。；、\d]{0,20}[，、])?[^，。；、\d]{0,14}`,
    String.raw`(?:增长|下降|上升|减少|增加)\d{1,3}(?:\.\d{1,2})?[%％]`,
  ].join(''),
);
const NEXT = 50;
/** 增长5.1%；个人所得税0.4亿元，|增长12.6: so has the one before, in the same list. */
const SIBLING_BEFORE =
  /(?:增长|下降|上升|减少|增加)\d{1,3}(?:\.\d{1,2})?[%％][；、，][^，。；%％]{2,16}\d[^，。；\d%％]{1,4}[，,]$/;
const BEFORE = 40;

/** Decimals tell a rate from a number of things. */
const DECIMALS = /^\d{1,3}\.\d{1,2}$/;

/** Behind a sum that lacks its 元. At the end of a line the 元 may stand on the next one. */
const PAUSES = new Characters('，。；、）)');

/** 投资3亿，: the sum lacks its 元; 增加5万元，增长2.1。 the rate its %. */
export const missingUnit = defineParagraphRule<UnitMatch>({
  id: 'figures/missing-unit',
  severity: 'warning',

  reads: measures,
  find(paragraph) {
    const { text } = paragraph;
    const found: UnitMatch[] = [];
    for (const figure of paragraph.fact(measures)) {
      if (figure.kind !== 'number' || figure.rangeWith !== undefined || figure.han) continue;
      if (!PAUSES.at(text, figure.end)) continue;
      const missing = figure.scale >= 1e4 ? '元' : '%';
      const indicator = missing === '元' ? sumBefore(text, figure) : rateBefore(text, figure);
      if (!indicator) continue;
      found.push({ start: figure.digits.start, end: figure.numberEnd, figure, indicator, missing });
    }
    return found;
  },

  explain({ start, end, indicator, missing }, { text }) {
    const what = missing === '元' ? '金额' : '增减的幅度';
    return { message: `“${indicator}”是${what}，“${text.slice(start, end)}”之后漏“${missing}”` };
  },

  fix({ figure, missing }) {
    const at = figure.numberEnd;
    return [{ title: `补“${missing}”`, edits: [{ start: at, end: at, text: missing }], safe: false }];
  },
});

function sumBefore(text: string, { start }: Quantity): string | undefined {
  return MONEY.exec(text.slice(Math.max(0, start - 14), start))?.[0];
}

function rateBefore(text: string, { start, digits }: Quantity): string | undefined {
  if (!RATE_ENDS.at(text, start - 1) || !DECIMALS.test(text.slice(digits.start, digits.end)))
    return undefined;
  const rate = RATE.exec(text.slice(Math.max(0, start - 4), start));
  if (!rate) return undefined;
  const from = start - rate[0].length;
  const before = text.slice(Math.max(0, from - 26), from);
  return AMOUNT_BEFORE.test(before) ||
    COMPARED_BEFORE.test(before) ||
    SIBLING.test(text.slice(digits.end, digits.end + NEXT)) ||
    SIBLING_BEFORE.test(text.slice(Math.max(0, from - BEFORE), from))
    ? rate.groups?.rate
    : undefined;
}
