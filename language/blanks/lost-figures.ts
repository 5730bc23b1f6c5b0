/** Blanks before a measure word whose figure was taken out: 参合率达　%，培训　　人次，共有　　户贫困户, 至少外出 次. */
import type { Range } from '../../engine/finding.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../text/bounds.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import type { Line, Mark } from './line.ts';

const COUNTED_BY = [
  '[%％‰] 个百分点 [万亿]?元 万?人次 [台车辆架艘]次 万?平方米 平方公里 公里 万?亩 公顷 万?吨',
  '[名人户件次处座家期份项条场个位所支台票栋幢辆套间盏眼篇门张起批册株头米天]',
];
/** 户, 余亩, 个百分点: what counts or measures, behind the place of its figure. */
const GAP_UNITS = `[余多]?${anyOf(COUNTED_BY)}`;
const GAP_MEASURE = new RegExp(`${GAP_UNITS}(?=[，。；、,;和整]|以上|以下|左右|$)`, 'y');
/** 共有　　户贫困户: what is counted follows its measure word. */
const GAP_COUNT = new RegExp(`${GAP_UNITS}[\\u4e00-\\u9fff“]`, 'y');
const COUNTING_VERBS = [
  '共 共有 现有 还有 尚有 仍有 还剩 拥有 新增 新建 改建 建成 完成 实施 开工 竣工 实现 投入 发放 培训 办结 受理 查处 立案 处分 惠及 覆盖 改造 整治',
  '推出 打造 培育 建立 设立 选树 选派 命名 评选 推荐 走访 慰问 帮扶 资助 救助 接待 化解 调处 查办 审理 检查 抽查 排查 发现 收集',
  '征集 采纳 办理 答复 提出 形成 出台 制定 修订 联系',
  '争取 落实 引进 签约 减少 增加 组织 开展 召开 举办 下辖 辖',
];
/** Verbs that a number follows. */
const COUNTS = new RegExp(`${anyOf(COUNTING_VERBS)}$`);
/** 全县　　　名党员, 由　　名发展到: what goes before a number too, where the gap is wide. */
const LEADS_TO_NUMBER = /(?:全[国省市县区镇乡村校院局系行厂司]|各级|广大|[由从])$/;
/** A numeral or a determiner in its place: 每 人, 第三 名. */
const NO_GAP_LEFT = new RegExp(`[${ONE_TO_TEN}百千万亿两几多余数每各该本第的等半整零〇]$`);
/** Another gap of the kind: spaces between two words of two characters, and not between all characters. */
const GAP_ELSEWHERE = new RegExp(`[\\u4e00-\\u9fff]{2}[ \\u3000]{1,12}${GAP_UNITS}[，。；、,;以]`);

/** Units before a gap that tell whether a number belongs there. */
const LEFT = 4;

/** 12起，: what else the sentence counts. */
const COUNTED = /\d[\u4e00-\u9fff]{1,3}[，；、。]/;

/** 参合率达　%，培训　　人次: the figure before a measure word was taken out, its place remains. */
export function readLost(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  // A tab stands between cells: 通过台	门、门框.
  if (line.paragraph.role === 'table' || text[start] === '\t') return undefined;
  if (text[end] === '级') return readRank(text, start, end);
  if (isCountOfNoun(text, start, end)) return { start, end, certainty: 'sure' };
  const measure = measureAt(line, start, end);
  if (measure === undefined) return undefined;
  const left = text.slice(Math.max(0, start - LEFT), start);
  const around = text.slice(Math.max(0, start - 100), start) + text.slice(end, end + 100);
  const others = GAP_ELSEWHERE.test(around);
  const follows =
    (end - start > 1 && COUNTS.test(left)) ||
    /[\u4e00-\u9fff]{2}$|(?:元|[%％])[、和]$/.test(left) ||
    (others && /[户人个家][，、]$/.test(left)) ||
    // 5236户 人
    (measure === '人' && /\d户$/.test(left));
  // 占年度计划的 %
  const isShare =
    /^[%％]/.test(measure) && SHARE_OF.test(text.slice(Math.max(0, start - SHARE_REACH), start));
  // 委托投票的 人，总计 人
  const ofVoters = others && OF_VOTERS.test(left);
  if (!follows || (NO_GAP_LEFT.test(left) && !isShare && !ofVoters)) return undefined;
  if (!others && end + measure.length >= line.paragraph.contentEnd) return undefined;
  const isNarrow = end - start === 1 && text[start] === ' ' && /^[\u4e00-\u9fff]$/.test(measure);
  if (isNarrow && !others && isSlipOfKeyboard(line, { start, end }, measure)) return undefined;
  return { start, end, certainty: others ? 'sure' : 'likely' };
}

/** The measure word behind a gap; none where both are parts of a word set apart, as the copy of a print has it: 补正的事　　项. */
function measureAt(line: Line, start: number, end: number): string | undefined {
  const { text } = line;
  GAP_MEASURE.lastIndex = end;
  const measure = GAP_MEASURE.exec(text)?.[0];
  // 安置残疾人　　人
  if (measure?.length !== 1 || text[start - 1] === measure) return measure;
  const words = line.words();
  const ends = (length: number) => words.has(text.slice(Math.max(0, start - length), start));
  return words.has(text[start - 1]! + measure) && !ends(2) && !ends(3) ? undefined : measure;
}

const SHARE_OF = /[占达到成][^，。；\d]{1,12}的$/;
const SHARE_REACH = 16;
const OF_VOTERS = /(?:投票|请假|到会|缺席)的$/;

/** 被评为　　级文明单位: of which level is not said. */
function readRank(text: string, start: number, end: number): Mark | undefined {
  return end - start > 1 && RANKED.test(text.slice(Math.max(0, start - 2), start))
    ? { start, end, certainty: 'sure' }
    : undefined;
}

const RANKED = /(?:评为|荣获|获评|获得|命名|列为|创建)$/;

/** 共有　　户贫困户, 全县　　　名党员: a wide gap, and behind it a measure word with what is counted. */
function isCountOfNoun(text: string, start: number, end: number): boolean {
  GAP_COUNT.lastIndex = end;
  const isApart = end - start > 1 || opensCount(text, end);
  if (!(isApart || text[start] === '\u3000') || !GAP_COUNT.test(text)) return false;
  const left = text.slice(Math.max(0, start - 2), start);
  return (isApart && COUNTS.test(left)) || LEADS_TO_NUMBER.test(left);
}

/** 尚有 |个村没有通: hardly a word begins with 个, so that one blank is enough. */
const opensCount = (text: string, end: number) => /^个(?![别人体])/.test(text.slice(end, end + 2));

/** One blank before one character may be a slip of the keyboard, unless the sentence counts otherwise: 问题12起，处分 人. */
function isSlipOfKeyboard(line: Line, { start, end }: Range, measure: string): boolean {
  const { text } = line;
  const left = text.slice(Math.max(0, start - LEFT), start);
  const before = text.slice(boundBefore(text, start, SENTENCE_STOPS, 60), start);
  const behind = text.slice(end, boundAfter(text, end, SENTENCE_STOPS, 60) + 1);
  const counts =
    (measure === '元' && PAID.test(left)) ||
    LEAST.test(before.slice(-LEAST_REACH)) ||
    HAS.test(before.slice(-LEAST_REACH)) ||
    COUNTED.test(before) ||
    COUNTED.test(behind);
  return !counts || !line.words().isBoundary(left + measure, left.length);
}

/** 现有高层建筑 栋: how many there are. */
const HAS = /(?:现有|共有|建有|拥有|下辖|新建|建成|购置|培训|发放)[^，。；、\d]{2,8}$/;

/** 每月至少外出 次, 每组不少于 人: what only a number can follow. */
const LEAST = /(?:至少|至多|不少于|不得少于|不低于|不超过|不多于)[^，。；、\d]{0,6}$/;
const LEAST_REACH = 12;

/** 工作经费 元: what is paid. */
const PAID = /(?:费|资金|款|金额|补贴|补助)$/;
