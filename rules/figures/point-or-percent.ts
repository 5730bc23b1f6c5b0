import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { isPlain, measures, type Quantity, quantities } from '../../language/quantities/quantities.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { meets, subtract, widen } from '../../language/text/interval.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { written } from './relations/relation.ts';
import { between, lead } from './relations/sentences.ts';

interface PointMatch {
  readonly start: number;
  readonly end: number;
  readonly severity?: 'error';
  readonly figure: Quantity;
  /** Why: two ends in percent, a share that moves, or 百分点 written wrongly. */
  readonly seen:
    | { readonly from: Quantity; readonly to: Quantity }
    | { readonly indicator: string }
    | { readonly amount: string }
    | 'form';
}

const MOVED = /(?:提高|上升|增加|增长|提升|下降|降低|回落|减少|扩大|缩小)(?:了|约|近)?$/;
/** What {@link MOVED} ends with. */
const MOVED_ENDS = new Characters('高升加长降低落少大小了约近');
const POINTS = new ShortList(['个百分点', '百分点']);

const SHARES = [
  '比重 占比 份额 比例 城镇化率 覆盖率 参保率 入学率 普及率 合格率 达标率 绿化率 就业率 失业率 贡献率 负债率 渗透率 入园率 自给率 满意率',
  '满意度 优良率 达产率 上线率 升学率 办结率 履约率 签约率 到位率 通过率 使用率 利用率 处理率 处置率 知晓率 巩固率 机械化率 商品率 转化率',
  '化率 合格度 不良贷款率 不良率 空置率 入住率 出租率 赤字率 亏损面 产销率 开工率 完成率 回收率 成活率 治愈率 准确率 出勤率 录取率 文盲率 投入强度',
  '比率 利润率 亏损面 增长面 化解率 结案率 审结率 执结率 调解率 办理率 回复率 建档率 参与率 整改率 兑现率 破案率 完工率 竣工率 出院率 床位率 服判率 息诉率',
];
/** Shares: what moves them is told in points. Other rates (效率, 税率, 死亡率) also move in percent of themselves. */
const SHARE = new RegExp(
  String.raw`(?<name>[\u4e00-\u9fff]{0,6}${anyOf(SHARES)})(?:同比|环比|比|较|与|同)?(?:\d{4}年[末底]?)?[^，。；、\d比较的]{0,6}$`,
);
/** 第三产业占生产总值比重: what is of what. */
const OF = /^.*占(?=.{2})/;

/** A difference between percentages is told in 个百分点, not in %. */
export const pointOrPercent = defineParagraphRule<PointMatch>({
  id: 'figures/point-or-percent',
  severity: 'warning',

  reads: measures,
  find(paragraph) {
    const all = paragraph.fact(quantities);
    const found: PointMatch[] = [];
    for (let i = 0; i < all.length; i++) {
      const { kind } = all[i]!;
      const match = kind === 'percent' || kind === 'point' ? matchAt(paragraph, all, i) : undefined;
      if (!match) continue;
      found.push(match);
    }
    return found;
  },

  explain({ figure, seen }, { text }) {
    const said = written(text, figure);
    if (seen === 'form') {
      return {
        message: `百分点前用“个”，不与“%”连用：${text.slice(figure.digits.start, figure.digits.end)}个百分点`,
      };
    }
    if ('amount' in seen) {
      const percent = `${text.slice(figure.digits.start, figure.digits.end)}%`;
      return { message: `“${seen.amount}”是总量，它的增减用百分数，“${said}”似应为“${percent}”` };
    }
    const points = `${text.slice(figure.digits.start, figure.digits.end)}个百分点`;
    if ('indicator' in seen)
      return { message: `“${seen.indicator}”的升降是百分比之差，“${said}”似应为“${points}”` };
    const { from, to } = seen;
    return {
      message: `由${written(text, from)}到${written(text, to)}相差${points}，不是${said}（${written(text, to)}与${written(text, from)}之差）`,
      evidence: [
        { start: from.digits.start, end: from.unitEnd, message: '起点' },
        { start: to.digits.start, end: to.unitEnd, message: '终点' },
      ],
    };
  },

  fix({ start, end, figure, seen }, { text }) {
    if (typeof seen === 'object' && 'amount' in seen) {
      const percent = `${text.slice(figure.digits.start, figure.digits.end)}%`;
      return [{ title: `改为“${percent}”`, edits: [{ start, end, text: percent }], safe: false }];
    }
    const points = `${text.slice(figure.digits.start, figure.digits.end)}个百分点`;
    return [{ title: `改为“${points}”`, edits: [{ start, end, text: points }], safe: seen === 'form' }];
  },
});

function matchAt(paragraph: Paragraph, all: readonly Quantity[], i: number): PointMatch | undefined {
  const figure = all[i]!;
  const { start } = figure.digits;
  const { kind, unitEnd } = figure;
  if (kind === 'point' && !figure.unit.startsWith('个')) return { start, end: unitEnd, figure, seen: 'form' };
  if (kind === 'point') {
    const amount = amountMoved(paragraph.text, figure);
    return amount === undefined ? undefined : { start, end: unitEnd, figure, seen: { amount } };
  }
  const points = figure.han ? undefined : POINTS.wordAt(paragraph.text, unitEnd);
  if (points !== undefined)
    return { start, end: unitEnd + points.length, severity: 'error', figure, seen: 'form' };
  const seen = isPlain(figure) && figure.value > 0 ? seenAt(paragraph, all, i) : undefined;
  return seen && { start, end: unitEnd, figure, seen };
}

const AMOUNTS = [
  '收入 支出 产量 产值 总产值 总额 零售额 销售额 营业额 交易额 投资额 投资 进出口 出口 进口 利润 利税 税收 增加值 用电量 发电量 客流量 销量 余额',
  '吞吐量 货运量 总量 地区生产总值',
];
/** 税收收入同比|增长: what grows is an amount, by itself and not in rate, share or what it adds to another. */
const AMOUNT_MOVED = new RegExp(
  String.raw`^(?<name>[\u4e00-\u9fff]{0,10}${anyOf(AMOUNTS)})(?:同比|环比|(?:比|较)(?:上年|去年)(?:同期)?)?(?:增长|增加|下降|减少)了?$`,
);
const NOT_AMOUNT = /占|率|比重|增速|增幅|拉动|带动|贡献|影响|结构|分别|目标/;

/** The name of an amount that is said to have moved by so many points. */
function amountMoved(text: string, figure: Quantity): string | undefined {
  if (!MOVED_ENDS.at(text, figure.start - 1)) return undefined;
  const clause = lead(text, figure, 24);
  if (NOT_AMOUNT.test(clause)) return undefined;
  return AMOUNT_MOVED.exec(clause)?.groups?.name;
}

function seenAt({ text }: Paragraph, all: readonly Quantity[], i: number): PointMatch['seen'] | undefined {
  const q = all[i]!;
  // 低于全省平均水平65%|6个百分点: the rate itself that the other is held against.
  const compared = all[i + 1]?.kind === 'point' ? undefined : rateCompared(text, all[i - 1], q);
  if (compared) return { indicator: compared };
  if (!MOVED_ENDS.at(text, q.start - 1)) return undefined;
  const verb = MOVED.exec(text.slice(Math.max(0, q.start - 4), q.start));
  if (!verb) return undefined;
  const [from, to] = ends(text, all, i);
  if (from && to) {
    const step = from.value < to.value ? subtract(to, from) : subtract(from, to);
    // A change of 5% told of 20% → 25% is the difference; 25% would be the rate.
    return meets(step, widen(q, q.grain / 2)) && /^[，、,（(][^，。；\d]{0,8}$/.test(between(text, to, q))
      ? { from, to }
      : undefined;
  }
  const clause = lead(text, q, 24);
  const indicator =
    SHARE.exec(clause.slice(0, clause.length - verb[0].length))?.groups?.name ?? levelBefore(text, all, i);
  // 占比高的行业利润增长5%: the share is not what grew.
  return indicator && !/按比例|同比例/.test(indicator)
    ? { indicator: indicator.replace(OF, '').replace(/^(?:的|[使让将把]|全[市省县区年])/, '') }
    : undefined;
}

/** 84.4%|，比全市平均进度低|5.6%; 7.2%|，高于全省平均水平|1.8%: of two rates the one is so many points above or below. */
const ABOVE = new RegExp(
  [
    String.raw`^，(?:也|均|都)?(?:(?:高于|低于|快于|慢于)[^，。；、\d（(]{2,14}`,
    String.raw`|[比较][^，。；、\d（(]{2,14}(?:[高低快慢]|高出)了?)$`,
  ].join(''),
);
/** 完工率|, 同比增长|: what the rate before is of. */
const RATE_NAME = /[\u4e00-\u9fff]{0,6}(?:率|比重|占比|比例|度)$|(?:增长|下降|增速|增幅)$/;

/** What a rate is called that the figure behind it holds against another. */
function rateCompared(text: string, level: Quantity | undefined, q: Quantity): string | undefined {
  if (level?.kind !== 'percent' || !isPlain(level) || text[level.end] !== '，') return undefined;
  const said = between(text, level, q);
  // ，高于此前预期的|20%: the other rate itself.
  return ABOVE.test(said) && !said.endsWith('的')
    ? RATE_NAME.exec(lead(text, level, 24).replace(IS, ''))?.[0]
    : undefined;
}

/** 由20%提高到25%，| 提高5% */
function ends(
  text: string,
  all: readonly Quantity[],
  i: number,
): [Quantity, Quantity] | [undefined, undefined] {
  const to = all[i - 1];
  const from = all
    .slice(Math.max(0, i - 3), Math.max(0, i - 1))
    .reverse()
    .find((q) => q.kind === 'percent');
  if (!to || !from || to.kind !== 'percent' || !isPlain(to) || !isPlain(from)) return [undefined, undefined];
  const move = /^[^，。；、]{0,14}(?:到|至|为)[^，。；、]{0,8}$/.test(between(text, from, to));
  return move && /(?:由|从)[^，。；]{0,28}$/.test(lead(text, from)) ? [from, to] : [undefined, undefined];
}

/** 占比达到|38.6%，比上年提高|2.4% */
const IS = /(?:已|均|约)?(?:达到?|为|是|升至|降至)$/;
const THEN_MOVED =
  /^[，、,（(](?:同比|环比|(?:比|较)(?:上年|去年|年初|上年同期|去年同期|上季度|\d{4}年))[^，。；、\d]{0,4}$/;

/** The share whose level is the percentage before, where what moves is named no more. */
function levelBefore(text: string, all: readonly Quantity[], i: number): string | undefined {
  const level = all[i - 1];
  if (level?.kind !== 'percent' || !isPlain(level) || !THEN_MOVED.test(between(text, level, all[i]!)))
    return undefined;
  const clause = lead(text, level, 24);
  return SHARE.exec(clause.replace(IS, ''))?.groups?.name;
}
