/** Names of meetings in a line: 2026年全县安全生产工作会议, 县委十三届六次全会; and what a title is about. Ranges are absolute. */
import type { Range } from '../../engine/finding.ts';
import { NONE } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';

export interface MeetingName extends Range {
  /** Without year and numbers: the same for every year's. */
  readonly stem: string;
  /** 第三次, 十三届六次, as written; empty without. */
  readonly ordinal: string;
  readonly ordinalAt: Range | undefined;
  /** Of the name; undefined where it says none. */
  readonly year: number | undefined;
  readonly yearAt: Range | undefined;
}

/** A shorter name (工作会议) is of no one meeting, unless it has a number: 县委十三届六次全会. */
const SHORTEST = 6;
const SHORTEST_NUMBERED = 4;
/** How far before its end a name may begin. */
const LONGEST = 40;
/** What a meeting ends in; the longer of two that end alike stands first. */
const MEETINGS = '工作会议 全体会议 代表会议 代表大会 扩大会议 协调会议 专题会议 会议 大会 全会';
/** 座谈会, 推进会. */
const GATHERINGS = [
  '座谈 推进 动员 部署 现场 调度 启动 表彰 总结 培训 视频 电视电话',
  '新闻发布 说明 汇报 交流 观摩 论证 述职 评议',
];
const EVENTS = '论坛 运动会 艺术节 博览会 开幕式 启动仪式 颁奖仪式';
const ENDINGS = new RegExp(`${anyOf(MEETINGS)}|${anyOf(GATHERINGS)}会|${anyOf(EVENTS)}`, 'g');
/** What a name does not run through. */
const STOPS = /[，。；：、！？（）()“”《》\s]/;
/** What stands before a name and is none of it. */
const LEADS = [
  '关于(?:认真)? 召开 举行 举办 出席 参加 主持 开好 传达 筹备 印发 做好',
  '暨 这次 本次 今天的 (?:^|[^现所存])在',
];
const LEADING = new RegExp(`^.{0,40}${anyOf(LEADS)}(?=[\\u4e00-\\u9fff\\d])`);
const HAN_ORDINAL = `[${ONE_TO_TEN}]{1,3}`;
/** 第三次, 第十四届第二次; 十三届六次. */
const ORDINAL = new RegExp(
  `第[${ONE_TO_TEN}百\\d]{1,4}[次届](?:第[${ONE_TO_TEN}\\d]{1,3}次)?|${HAN_ORDINAL}届${HAN_ORDINAL}次`,
);
const YEAR = /((?:19|20)\d\d)年度?/;

/** All in the line, in order. */
export function meetingNames(paragraph: Paragraph): readonly MeetingName[] {
  const { text, start: by } = paragraph;
  if (!text.includes('会') && !text.includes('论坛') && !text.includes('节')) return NONE;
  const found: MeetingName[] = [];
  let after = 0;
  for (const { 0: ending, index } of text.matchAll(ENDINGS)) {
    const end = index + ending.length;
    const start = startOfName(text, after, index, end);
    const name = readName(text.slice(start, end), by + start);
    if (!name) continue;
    found.push(name);
    after = end;
  }
  return found.length > 0 ? found : NONE;
}

/** Where the name that ends with a meeting begins: behind a mark or a word that leads to it, and `after`. */
function startOfName(text: string, after: number, ending: number, end: number): number {
  let from = Math.max(after, end - LONGEST);
  for (let i = ending - 1; i >= from; i--) if (STOPS.test(text[i]!)) from = i + 1;
  return from + (LEADING.exec(text.slice(from, end))?.[0].length ?? 0);
}

/** Reads a name that begins at `start`; undefined where it is of no one meeting. */
function readName(name: string, start: number): MeetingName | undefined {
  const ordinal = ORDINAL.exec(name);
  const stem = name.replace(ORDINAL, '').replace(YEAR, '');
  if (stem.length < (ordinal ? SHORTEST_NUMBERED : SHORTEST)) return undefined;
  if (!/^[\u4e00-\u9fff\d“”]+$/.test(stem) || isVague(stem)) return undefined;
  const year = YEAR.exec(name);
  return {
    start,
    end: start + name.length,
    stem,
    ordinal: ordinal?.[0] ?? '',
    ordinalAt: ordinal ? rangeOf(ordinal, start) : undefined,
    year: year ? Number(year[1]) : undefined,
    yearAt: year ? rangeOf(year, start) : undefined,
  };
}

const rangeOf = ({ index, 0: matched }: RegExpExecArray, by: number): Range => ({
  start: by + index,
  end: by + index + matched.length,
});

/** Held by every place. */
const EVERYWHERE = [
  '人民代表大会(?:会议|常委会会议)?',
  '政协.{0,4}会议',
  '(?:党员|职工|党员代表|职工代表)大会',
];
const NOBODYS = new RegExp(`^.{0,3}${anyOf(EVERYWHERE)}$`);
const VAGUE = new RegExp(anyOf('有关 各类 各种 系列 重要 上级 相关 以上 不少 多次 之后 等会 一系列 × X'));

/** 重要会议, 各类会议, 党中央和省市有关会议: of no one meeting. */
function isVague(stem: string): boolean {
  return (
    VAGUE.test(stem) || /^(?:党中央|党的|中央|全国|省委|国务院|中国共产党)/.test(stem) || NOBODYS.test(stem)
  );
}

/** From so many characters on a topic tells documents apart. */
export const TOPIC_LENGTH = 6;
/** Kinds of documents, of which a title has several: 工作方案的通知. */
const KIND_WORDS = [
  '通知 通报 请示 批复 函 意见 决定 公告 方案 工作方案 实施方案 讲话 发言 致辞 主持词 议程 报告 汇报 总结 要点',
  '清单 一览表 分解表 安排表 情况表 责任表 名单 附件 表',
];
const KINDS = new RegExp(`(?:的?${anyOf(KIND_WORDS)}){1,3}$`);

/** What a title is about: 关于2026年全县安全生产工作的通知 and 全县安全生产工作方案 are both of 全县安全生产工作. Empty where it says too little. */
export function topicOf(title: string): string {
  const bare = title
    .replace(/（[^（）]{0,20}）|\([^()]{0,20}\)/g, '')
    .replace(YEAR, '')
    .replace(/^(?:附件|附表)\d{0,2}[：:.\s]{0,3}/, '')
    .replace(/^(?:在|关于(?:印发|召开|举办|做好|开展)?)/, '')
    .replace(/上的?(?=讲话|发言|致辞|报告|主持词)/, '')
    .replace(KINDS, '')
    .replace(/(?:(?:重点|主要)?(?:任务|指标|事项))?(?:完成情况|进展情况|情况|责任|分工|筹备)?$/, '');
  return bare.length >= TOPIC_LENGTH && /^[\u4e00-\u9fff]+$/.test(bare) ? bare : '';
}
