/**
 * What the readers of relations wait for: characters that stand in all they read, a bit for each set. One pass over a
 * sentence tells which of some fifteen readers have anything to look for in it.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import type { Sentence } from './sentences.ts';
import { DOWN, RATE_NOUNS, UP } from './verbs.ts';

/** Sets of characters; `percent` and `change` are of the figures and of the verbs as well. */
const CHARACTERS = {
  /** 由…增至…, 从…降到… */
  from: '由从自',
  /** 比上年, 较年初, 与预算相比 */
  than: '比较与同',
  /** 2024年…，2025年… */
  year: '年',
  /** 增加, 下降 … */
  change: `${UP}${DOWN}${RATE_NOUNS}翻多少`.replaceAll('|', ''),
  /** 是2020年120家的3倍 */
  times: '倍',
  /** 高于, 快于, 领先, 超警戒水位 */
  above: '高快低慢领超',
  /** 限额, 上限, 控制数 */
  within: '限控概',
  /** 突破, 超过, 跨上 */
  passed: '破过上越稳',
  /** 保留, 剩余, 还有, 年末, 待开发 */
  left: '留剩余还尚仍末现假缺未空正待建逾弃',
  /** 合计, 总计, 共 */
  total: '计共总',
  /** 一季度, 上半年, 1至10月 */
  period: '季半月',
  /** 折合, 即, （0.36亿元） */
  converted: '（(折合即',
  /** 节约, 审减 */
  saved: '节审核',
  /** 超额完成, 缺口 */
  exceeds: '超缺差多未',
  /** 除3个外 */
  apart: '除',
  /** 负债 */
  sheet: '债',
  /** 支出 */
  outgo: '支',
  /** 占…的, 完成计划的, 合格率, 超额, 所占比例 */
  share: '占完成率面比例超额计划任务目标预算进度年初',
  /** 完成率, 亏损面, 占比 */
  rate: '率面占超达完度',
  /** 其中, 有, 已整治, 解决 */
  among: '中有里已工产成改结包女少评现出决纳案复销',
  /** 新增, 净增 */
  fresh: '新净',
  household: '户',
  /** 扣减, 加上 */
  chain: '扣加剔',
  /** 按比例分担, 持股, 权重, 得分, 百分制 */
  divided: '例股权分绩担',
  /** 户均, 平均, 亩产 */
  average: '均产',
  /** 单价, 每亩, 户均, 元/人 */
  price: '价每均/／',
  /** 分别下降 */
  respective: '别',
  /** 一式四份, 划分为2个标段 */
  papers: '式标包',
  /** 赞成27票, 实到28名 */
  vote: '票到卷席',
} as const;

type CharacterCue = keyof typeof CHARACTERS;

/** A bit for each set, and one for a percentage among the figures. */
export const Cue = Object.fromEntries(
  [...Object.keys(CHARACTERS), 'percent'].map((name, bit) => [name, 1 << bit]),
) as Readonly<Record<CharacterCue | 'percent', number>>;

const bits = new Uint32Array(0x10000);
for (const [name, characters] of Object.entries(CHARACTERS) as [CharacterCue, string][]) {
  for (const char of characters) bits[char.charCodeAt(0)]! |= Cue[name];
}

/** What a reader takes for the words before a figure may begin so far before its sentence, where a long line was cut. */
const LEAD = 30;

/** The cues in a sentence and just before it. */
export function cuesIn(text: string, { start, end, figures }: Sentence): number {
  let cues = figures.some(isPercent) ? Cue.percent : 0;
  for (let i = Math.max(0, start - LEAD); i < end; i++) cues |= bits[text.charCodeAt(i)]!;
  return cues;
}

function isPercent({ kind }: Quantity): boolean {
  return kind === 'percent';
}
