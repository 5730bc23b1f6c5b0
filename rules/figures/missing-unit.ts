import { defineParagraphRule } from '../../engine/rule.ts';
import { measures, type Quantity } from '../../language/quantities/quantities.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface UnitMatch {
  readonly start: number;
  readonly end: number;
  readonly figure: Quantity;
  readonly indicator: string;
  readonly missing: '元' | '%' | '个' | '张';
}

const SUMS =
  '投资 资金 产值 生产总值 存款 余额 销售额 税收 总额 贷款 补贴 支出 利润 营收 收入 金额 罚款 捐款 赔偿 预算 借款 欠款 货值';
const COMES_TO = '共计 合计 累计 总计 达到 超过 突破 增至 降至 共 达 为 是 约 超 近';
/** Sums of money by name: what they come to is told in 元. */
const MONEY = new RegExp(`${anyOf(SUMS)}(?:总额)?${anyOf(COMES_TO)}*$`);

/** 比上年增加842.10万元，增长|12.36: a rate beside the amount, or compared with the year before. */
const RATE = /(?<rate>增长|下降|增幅|降幅|上升|减少|增加)(?:了|为|约|达)?$/;
const AMOUNT_BEFORE = /[增减多少][^，。；]{1,16}[，、,]$/;
const COMPARED_BEFORE = /(?:同比|[比较](?:上年|去年|\d{4}年))[^，。；、]{0,6}$/;
const RATE_ENDS = new Characters('长降幅升少加了为约达到是在');
/** 增长6.5|，投资增长12.3%: the next rate has its %. */
const SIBLING = new RegExp(
  [
    String.raw`^[，、；](?:[^，。；、\d]{0,20}[，、])?[^，。；、\d]{0,14}`,
    String.raw`(?:增长|下降|上升|减少|增加)\d{1,3}(?:\.\d{1,2})?[%％]`,
  ].join(''),
);
const NEXT = 50;
/** 增长5.1%；个人所得税0.4亿元，|增长12.6: so has the one before, in the same list. */
const SIBLING_BEFORE = new RegExp(
  [
    String.raw`(?:增长|下降|上升|减少|增加)\d{1,3}(?:\.\d{1,2})?[%％]`,
    String.raw`[；、，][^，。；%％]{2,16}\d[^，。；\d%％]{1,4}[，,]$`,
  ].join(''),
);
const BEFORE = 40;

/** 人均可支配收入|28640: so much for each is money too, without 万. */
const PER_HEAD = new RegExp(`人均(?:可支配收入|纯收入|收入|生产总值)${anyOf(COMES_TO)}*$`);
/** No year and no number of a list. */
const SUM_OF_ONE = /^(?!(?:19|20)\d\d$)\d{4,6}$/;
/** 新增|学位|5400: places that are counted. */
const PLACES = /(?:新增|增加|提供|增设)[^，。；、：:\d]{0,8}?(?<noun>学位|床位|岗位|车位|泊位)$/;
const PLACES_REACH = 14;

/** Decimals tell a rate from a number of things; so does 增长 beside what it is compared with. */
const DECIMALS = /^\d{1,3}\.\d{1,2}$/;
const WHOLE = /^\d{1,3}$/;
/** 分别比上年增长21|和9.4 */
const FIRST_OF_TWO = /\d{1,3}(?:\.\d{1,2})?\s?[和、]\s?$/;
const FIRST_REACH = 8;

/** What a rate is called that comes to per cent: 调解成功率达|99，. 容积率 and 汇率 do not. */
const RATES =
  '成功 完成 覆盖 合格 满意 达标 入学 参保 办结 整改 化解 调解 破案 优良 普及 巩固 就业 到位 知晓 出勤 执行 开工 竣工';
const OF_HUNDRED = new RegExp(`(?<rate>${anyOf(RATES)}率)(?:已|均)?(?:达到?了?|为|是|保持在)$`);
const RATE_REACH = 10;

/** Behind a sum that lacks its 元. At the end of a line the 元 may stand on the next one. */
const PAUSES = new Characters('，。；、）)');

/** 投资3亿，: the sum lacks its 元; 增加5万元，增长2.1。 the rate its %; 新增学位5400。 the number its 个. */
export const missingUnit = defineParagraphRule<UnitMatch>({
  id: 'figures/missing-unit',
  severity: 'warning',

  reads: measures,
  find(paragraph) {
    const { text } = paragraph;
    const found: UnitMatch[] = [];
    for (const figure of paragraph.fact(measures)) {
      if (figure.kind !== 'number' || figure.rangeWith !== undefined || figure.han) continue;
      // 增长11。2%: the stop is a decimal point.
      if (!PAUSES.at(text, figure.end) || isPoint(text, figure.end)) continue;
      const read = readMissing(text, figure);
      if (read) found.push({ start: figure.digits.start, end: figure.numberEnd, figure, ...read });
    }
    return found;
  },

  explain({ start, end, indicator, missing }, { text }) {
    const what =
      missing === '元' ? '金额' : missing !== '%' ? '数目' : indicator.endsWith('率') ? '比率' : '增减的幅度';
    return { message: `“${indicator}”是${what}，“${text.slice(start, end)}”之后漏“${missing}”` };
  },

  fix({ figure, missing }) {
    const at = figure.numberEnd;
    return [{ title: `补“${missing}”`, edits: [{ start: at, end: at, text: missing }], safe: false }];
  },
});

function readMissing(text: string, figure: Quantity): Pick<UnitMatch, 'indicator' | 'missing'> | undefined {
  if (figure.scale >= 1e4) return named(sumBefore(text, figure), '元');
  const rate = rateBefore(text, figure);
  if (rate) return named(rate, '%');
  const before = text.slice(Math.max(0, figure.start - PLACES_REACH), figure.start);
  if (SUM_OF_ONE.test(text.slice(figure.digits.start, figure.digits.end))) {
    const sum = PER_HEAD.exec(before)?.[0];
    if (sum) return named(sum, '元');
  }
  const noun = PLACES.exec(before)?.groups?.noun;
  return named(noun, noun === '床位' ? '张' : '个');
}

function named(indicator: string | undefined, missing: UnitMatch['missing']) {
  return indicator === undefined ? undefined : { indicator, missing };
}

function sumBefore(text: string, { start }: Quantity): string | undefined {
  return MONEY.exec(text.slice(Math.max(0, start - 14), start))?.[0];
}

function rateBefore(text: string, { start: at, digits }: Quantity): string | undefined {
  const figure = text.slice(digits.start, digits.end);
  const decimal = DECIMALS.test(figure);
  if (!decimal && !WHOLE.test(figure)) return undefined;
  const start = behindVerb(text, at);
  if (!RATE_ENDS.at(text, start - 1)) return undefined;
  const named = OF_HUNDRED.exec(text.slice(Math.max(0, start - RATE_REACH), start))?.groups?.rate;
  if (named !== undefined) return Number(figure) <= 100 ? named : undefined;
  const rate = RATE.exec(text.slice(Math.max(0, start - 4), start));
  if (!rate) return undefined;
  const from = start - rate[0].length;
  const before = text.slice(Math.max(0, from - 26), from);
  const compared = COMPARED_BEFORE.test(before);
  // 增加3 may be so many; nothing has grown by 50 of something.
  if (!decimal) return compared && rate.groups!.rate === '增长' ? '增长' : undefined;
  return AMOUNT_BEFORE.test(before) ||
    compared ||
    SIBLING.test(text.slice(digits.end, digits.end + NEXT)) ||
    SIBLING_BEFORE.test(text.slice(Math.max(0, from - BEFORE), from))
    ? rate.groups?.rate
    : undefined;
}

/** Where the verb ends that a rate stands behind: 增长| 50, 增长|21和9.4. */
function behindVerb(text: string, at: number): number {
  const first = FIRST_OF_TWO.exec(text.slice(Math.max(0, at - FIRST_REACH), at))?.[0].length ?? 0;
  const start = at - first;
  return text[start - 1] === ' ' ? start - 1 : start;
}

/** Whether a full stop between figures stands for the point of a decimal: numerals/decimal tells of it. */
const isPoint = (text: string, at: number) => text[at] === '。' && /\d/.test(text[at + 1] ?? '');
