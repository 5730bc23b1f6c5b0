/**
 * Shares of one whole: no share above 100%, shares that make up the whole 100% together, ratios of three industries
 * (8.3∶41.4∶50.3).
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, sumOf } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { areComplete } from './complements.ts';
import { readProportion } from './proportions.ts';
import { middle, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';

const RATES = [
  '(?<!毛)入学率 净入园率 硬化(?:路)?率 通达率 通畅率 占比 比重 份额 (?<!拨备|利息|偿债|流动性)覆盖率 合格率 达标率 参保率 到位率 办结率 满意率 满意度 完好率 (?<!电话|宽带|手机|用户|终端)普及率 利用率 入园率 巩固率 签约率 就业率 失业率 绿化率',
  '成活率 达产率 出席率 处置率 处理率 优良率 城镇化率 机械化率 知晓率',
];
const COMES_TO = '达到?了? 为 是 提高到 提升到 提升至 提高至 稳定在 保持在 超过?';
/** Rates that cannot pass 100%: 毛入学率, 完成率, 负债率, 回报率 can and are not named. */
const BOUNDED = new RegExp(`${anyOf(RATES)}(?:已|均|也|将|仍)?${anyOf(COMES_TO)}?$`);
const GROSS = /毛入|相当|倍|增长|增速/;
const OF_WHOLE = /占(?:[^，。；、\d]{0,10}的)?(?:比重?|比例)?(?:达到?|为|约)?$/;

export function readShares(text: string, all: readonly Quantity[], found: Relation[]): void {
  for (let i = 0; i < all.length; i++) {
    const q = all[i]!;
    if (q.kind === 'percent') {
      readOver(text, q, found);
      i = Math.max(readDistribution(text, all, i, found), readShareList(text, all, i, found));
    } else if (q.kind === 'ratio') {
      readProportion(text, all, i, found);
      i = readRatio(text, all, i, found);
    }
  }
}

/** 占…120% · 覆盖率达105% */
function readOver(text: string, q: Quantity, found: Relation[]): void {
  if (q.low <= 100 || q.value === 100 || !isPlain(q)) return;
  const before = lead(text, q, 16);
  if (!(BOUNDED.test(before) || OF_WHOLE.test(before)) || GROSS.test(before)) return;
  // 占计划的120% is a rate of completion, 相当于…的 a comparison.
  if (/占[^，。；、\d]{0,10}(?:计划|任务|目标|上年|去年|同期|预算|年初|额度|标准)/.test(before)) return;
  found.push({
    rule: 'share',
    reading: 'bounded-rate',
    claimed: q,
    members: [],
    expected: { low: 0, high: 100 },
    bound: true,
    says: { is: 'above the whole', figure: q },
    holds: false,
    alternatives: [],
  });
}

const DISTRIBUTED = /(分别占|占比分别|比重分别|各占)[^，。；、\d]{0,10}$/;
/** What its words end with, and how far back they may. */
const DISTRIBUTED_ENDS = new Characters('占别');
const DISTRIBUTED_REACH = 11;

/** Classes that are made by different marks. */
const OVERLAPPING = /新兴产业|高新技术|高技术|装备制造|先进制造|数字经济|民营|规上/;

/** 分别占40%、45%、30% */
function readDistribution(text: string, all: readonly Quantity[], i: number, found: Relation[]): number {
  const first = all[i]!;
  if (!DISTRIBUTED_ENDS.isIn(text, first.start - DISTRIBUTED_REACH, first.start)) return i;
  const head = DISTRIBUTED.exec(text.slice(Math.max(0, first.start - 40), first.start));
  if (!head) return i;
  const shares = [first];
  let k = i + 1;
  for (; k < all.length; k++) {
    const q = all[k]!;
    if (q.kind !== 'percent' || !/^(?:[、，]|和|与|及|以及)$/.test(between(text, all[k - 1]!, q))) break;
    shares.push(q);
  }
  if (shares.length < 2 || !shares.every(isPlain)) return k - 1;
  // 炼铁、炼钢先进产能占比分别…: each of its own whole; so are 企业数、产值分别占.
  if (shares.length === 2 && head[1]!.endsWith('分别')) return k - 1;
  if (/(?:[数额量值率入积]|(?<![一二三])产)、|率|全省|全市|全国|全县|全区/.test(head.input)) return k - 1;
  // 新兴产业、高新技术产业、装备制造业占比分别…: one firm is of several.
  if (OVERLAPPING.test(text.slice(Math.max(0, first.start - 60), first.start))) return k - 1;
  const sum = sumOf(shares);
  const over = sum.low > 100 && sum.low < MOST_IN_TURN;
  const near = shares.length >= 3 && sum.high < 100 && sum.high > LEAST_IN_TURN;
  found.push(distribution(shares, over ? 'more' : near ? 'less' : undefined));
  return k - 1;
}

/** Shares that should make up one whole; `fault` says what else they come to. */
export function distribution(
  shares: readonly Quantity[],
  fault: 'more' | 'less' | undefined,
  alternatives: Relation['alternatives'] = [],
): Relation {
  return {
    rule: 'share',
    reading: 'distribution',
    claimed: shares[shares.length - 1]!,
    members: shares.slice(0, -1),
    expected: { low: 0, high: 100 },
    bound: true,
    says: { is: 'distribution', shares, sum: middle(sumOf(shares)), fault },
    holds: fault === undefined,
    alternatives,
    doubtful: true,
  };
}

/** 本科以上占|31.5%, 占比为, 比重达; the label in front. */
const TAKES = new RegExp(
  [
    String.raw`(?<label>[\u4e00-\u9fff“”（）\d—-]{1,14}?)`,
    String.raw`(?:所占比[例重]|占比|占(?:[\u4e00-\u9fff]{2,8}的(?:比[重例])?)?|比[重例])`,
    '(?:分别)?(?:为|达到?|约)?$',
  ].join(''),
);
/** What {@link TAKES} ends with. */
const TAKES_ENDS = new Characters('占比重例别为达到约');
/** Says that what follows shares one whole out: 从学历看, 改造资金中, 其中. */
const SHARED_OUT =
  /(?:[从按分][^，。；]{1,10}(?:看|分|划分|统计)|[中里内]|结构|构成|来源|方面|其中)[，：:]?[^，。；、]{0,12}$/;
/** What one and the same may be, each by a name of its own: a woman and a party member. */
const ASPECTS = [
  /男|女/,
  /党员|团员|群众/,
  /汉族|少数民族/,
  /学历|本科|大专|高中|初中|小学|硕士|博士|研究生|专科/,
  /岁|青年|中年|老年/,
  /城镇|农村/,
];
/** Learning and age in steps: of those above and below only one each, or they would hold each other. */
function isScale(labels: readonly string[], aspects: readonly RegExp[]): boolean {
  const [aspect] = aspects;
  const open = (words: RegExp) => labels.filter((label) => words.test(label)).length;
  return (
    (aspect === ASPECTS[3] || aspect === ASPECTS[4]) &&
    labels.every((label) => aspect!.test(label)) &&
    open(/以上/) < 2 &&
    open(/以[下内]/) < 2
  );
}

/** 遭遇交通事故的, 认为负担较重的: one and the same may have met with, or said, several of them. */
const MET_WITH = /过|曾|遭遇|经历|发生|认为|表示|选择|希望|愿意|反映|关注|使用|参加|给/;

/** 表示订单增加的, 基本持平的, 表示减少的: nobody says two of them. */
function areWays(labels: readonly string[]): boolean {
  return WAYS.every((way) => labels.some((label) => way.test(label)));
}
const WAYS = [/增|升|好转|乐观/, /持平|不变|稳定|一般/, /减|降|下滑|悲观/];

/** How far before the first share its label begins. */
const LABEL_REACH = 26;
/** Above this sum the shares are of different wholes. */
const MOST = 150;

/** 本科以上占31.5%，大专占42.7%，高中以下占35.8% · 男性占58.2%，女性占47.8%. Returns the last figure of the list, `i` where there is none. */
function readShareList(text: string, all: readonly Quantity[], i: number, found: Relation[]): number {
  const { shares, labels, last } = shareListAt(text, all, i);
  if (shares.length < 2 || !shares.every(isPlain)) return i;
  const complete = areComplete(labels);
  if (!complete && !isSharedOut(text, shares, labels)) return last;
  if (labels.some((l) => /率|缴|费|税|全[省市国县区]|其中/.test(l))) return last;
  // 男占41.5%，女占58.5%，大一占27.6%: the whole is reached, and another division begins.
  if (shares.some((_, n) => n > 0 && n + 1 < shares.length && isAll(shares.slice(0, n + 1)))) return last;
  const sum = sumOf(shares);
  const over = sum.low > 100 && sum.low < MOST;
  // 非常了解、比较了解的分别占20%和30%，听说过的占30%，没听说过的占20%: others were told of before.
  const others = all[i - 1];
  const goesOn = others?.kind === 'percent' && !/[。；]/.test(between(text, others, all[i]!));
  const under = complete && !goesOn && sum.high < 100;
  const alternatives = shares
    .map((figure) => ({ figure, value: figure.value + 100 - middle(sum) }))
    .reverse()
    .filter(({ value }) => value > 0);
  found.push(distribution(shares, under ? 'less' : over ? 'more' : undefined, alternatives));
  return last;
}

function isAll(shares: readonly Quantity[]): boolean {
  const sum = sumOf(shares);
  return sum.low <= 100 && sum.high >= 100;
}

/** Shares that follow each other, each with its label, and the last of the figures among them. */
interface ShareList {
  readonly shares: readonly Quantity[];
  readonly labels: readonly string[];
  readonly last: number;
}

/** The shares from figure `i` on; none where it has no label. */
function shareListAt(text: string, all: readonly Quantity[], i: number): ShareList {
  const first = all[i]!;
  const label = TAKES_ENDS.at(text, first.start - 1)
    ? TAKES.exec(lead(text, first, LABEL_REACH))?.groups?.label
    : undefined;
  if (label === undefined) return { shares: [], labels: [], last: i };
  const shares = [first];
  const labels = [label];
  let k = i + 1;
  for (; k < all.length; k++) {
    const q = all[k]!;
    // 36至50岁占45.2%: the years are of the label.
    if (q.unit === '岁' || q.rangeWith !== undefined || q.kind === 'number') continue;
    const gap = between(text, shares[shares.length - 1]!, q);
    const next = /^[，,、；;]/.test(gap) && q.kind === 'percent' ? nextLabel(gap, label) : undefined;
    if (next === undefined || gap.length > LONGEST_GAP) break;
    shares.push(q);
    labels.push(next);
  }
  return { shares, labels, last: k - 1 };
}

/** Whether three shares or more of one aspect are said to share one whole out, or are steps of a scale. */
function isSharedOut(text: string, shares: readonly Quantity[], labels: readonly string[]): boolean {
  const aspects = ASPECTS.filter((aspect) => labels.some((l) => aspect.test(l)));
  if (shares.length < 3 || aspects.length > 1) return false;
  if (labels.filter((l) => MET_WITH.test(l)).length > 1 && !areWays(labels)) return false;
  const [first] = shares;
  const before = text.slice(Math.max(0, first!.start - 40), first!.start);
  return (
    SHARED_OUT.test(before.slice(0, before.length - lead(text, first!, LABEL_REACH).length) || before) ||
    isScale(labels, aspects)
  );
}

/** 第一产业…的比重为16.8%|，第二产业为|40.2%: a name of the same kind, without what it is a share of. */
const BARE_NEXT = /^[，,、；;](?<label>第[一二三]产业)(?:为|是|占)$/;

function nextLabel(gap: string, first: string): string | undefined {
  const bare = first.includes('产业') ? BARE_NEXT.exec(gap)?.groups?.label : undefined;
  return bare ?? TAKES.exec(gap)?.groups?.label;
}

/** 三次产业比例为8.3∶41.4∶50.3 */
function readRatio(text: string, all: readonly Quantity[], i: number, found: Relation[]): number {
  const terms = [all[i]!];
  let k = i + 1;
  for (; k < all.length; k++) {
    const q = all[k]!;
    if (q.kind !== 'ratio' || !/^[∶:：]$/.test(between(text, all[k - 1]!, q))) break;
    terms.push(q);
  }
  if (terms.length < 3) return k - 1;
  const sum = sumOf(terms);
  const middling = middle(sum);
  // Shares written as a ratio come to about 100; 1∶2∶3 and 4∶3∶3 are proportions of another kind.
  const structure = /产业|结构/.test(text.slice(Math.max(0, all[i]!.start - 20), all[i]!.start));
  const off = Math.abs(middling - 100);
  if (off > (structure ? FARTHEST_OFF_OF_STRUCTURE : FARTHEST_OFF)) return k - 1;
  const holds = meets(sum, { low: 100, high: 100 });
  const last = terms[terms.length - 1]!;
  const rest = sumOf(terms.slice(0, -1));
  found.push({
    rule: 'share',
    reading: 'structure',
    claimed: last,
    members: terms.slice(0, -1),
    expected: { low: 100 - rest.high, high: 100 - rest.low },
    says: { is: 'structure', others: terms.slice(0, -1), sum: middling },
    holds,
    alternatives: terms.slice(0, -1).map((figure) => ({ figure, value: figure.value + 100 - middling })),
  });
  return k - 1;
}

/** 占比分别为: what comes to more than this is of things that overlap, and to less (of three or more) is not all there is. */
const MOST_IN_TURN = 130;
const LEAST_IN_TURN = 97;
/** Characters from one share of a division to the next, with the name of the next. */
const LONGEST_GAP = 20;
/** How far off 100 the terms of a ratio may come for it to be one of shares; where it is called one of structure only a figure may be wrong that much. */
const FARTHEST_OFF = 10;
const FARTHEST_OFF_OF_STRUCTURE = 50;
