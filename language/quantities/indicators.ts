/**
 * What a figure measures: the indicator, of whom (scope), when (period) and how (level, change, share, target).
 *
 * Read from the clause before the figure. Offsets are UTF-16 units relative to the paragraph.
 */
import type { Range } from '../../engine/finding.ts';
import { boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../text/bounds.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import type { Words } from '../text/words.ts';
import { isMeasure, type Quantity } from './quantities.ts';

/** 总量 · 增减 · 占比 · 目标 */
export type Role = 'level' | 'change' | 'share' | 'target';

export interface Indicator {
  /** 固定资产投资; empty where the clause names nothing (、增长4.8%). */
  readonly name: string;
  readonly range: Range;
  /** 全市, 规模以上 … as written. */
  readonly scope: string;
  /** 2025年, 上半年 … as written; empty when nothing near says. */
  readonly period: string;
  readonly role: Role;
  /** The clause before the figure, whole. */
  readonly clause: string;
}

const REACH = 60;
/** As a small number of years is written: 五年来, 近10年. */
const FEW = String.raw`[${ONE_TO_TEN}\d]{1,2}`;
const PERIODS = [
  String.raw`\d{4}年(?:\d{1,2}月(?:份|底|末)?|上半年|下半年|前三季度|[一二三四]季度|底|末)?`,
  '今年 去年 前年 明年 上年 本年 上半年 下半年 前三季度 [一二三四]季度 第[一二三四]季度',
  String.raw`\d{1,2}月(?:份|底|末) “十[一二三四五]五”(?:期间|时期|末|以来)? 全年 年初 年底 目前 截至目前`,
  `${FEW}年来 近${FEW}年 过去${FEW}年`,
];
const PERIOD = new RegExp(anyOf(PERIODS), 'g');
const SCOPES = [
  '全国 全省 全市 全县 全区 全镇 全乡 全村 全州 全旗 全厂 全校 全系统 我国 我省 我市 我县 我区 本省 本市 本县 本级 市本级 县本级',
  '城镇 农村 城乡 规模以上 规上 限额以上 限上',
];
/** 全国平均, 全市第一: what it is measured by, not whose figure it is. */
const MEASURED_BY = '平均 第 前 首 先进 领先 水平 率先 最';
const SCOPE = new RegExp(`${anyOf(SCOPES)}(?!${anyOf(MEASURED_BY)})`, 'g');
const CHANGES =
  '增长 增加 提高 提升 上升 上涨 扩大 新增 净增 增 下降 减少 降低 回落 缩小 缩短 下调 压减 减 降 翻 快于 慢于 高于 低于 多 少';
const CHANGE = new RegExp(`${anyOf(CHANGES)}(?:了|约|近|达)?$`);
const SHARE = /占[^，。；]{0,14}$/;
const TARGET = /目标|计划|力争|预期|确保|争取|拟|预计|将|要|不低于|控制在/;
const LINKS = [
  '总共 累计 合计 共计 共有 已经 达到 完成 实现 突破 超过 提高到 提升到 提升至 提高至 增加到 增长到 下降到 降至 增至 稳定在',
  '保持在 控制在 分别为 仅为 只有 约为 跃升至 迈上 共 已 达 为 是 有 至 到 了 (?<!平)均 约 仅 超 近 在',
];
/** Verbs and adverbs that stand between the indicator and its figure. */
const LINK = new RegExp(`${anyOf(LINKS)}+$`);

/** What the figure at `index` of the paragraph's figures says. `words` cuts the noun out of the clause. */
export function readIndicator(
  text: string,
  figures: readonly Quantity[],
  index: number,
  words: Words,
): Indicator {
  const q = figures[index]!;
  const from = boundBefore(text, q.start, PHRASE_STOPS, REACH);
  const clause = text.slice(from, q.start);
  const role = roleOf(clause);
  const period = lastMatch(
    PERIOD,
    text.slice(boundBefore(text, q.start, SENTENCE_STOPS, 2 * REACH), q.start),
  );
  const scope =
    lastMatch(SCOPE, clause) ||
    lastMatch(SCOPE, text.slice(boundBefore(text, from, SENTENCE_STOPS, REACH), from));
  let end = q.start;
  const link = (role === 'change' ? CHANGE : LINK).exec(clause);
  if (link) end -= link[0].length;
  const again = LINK.exec(text.slice(from, end));
  if (again && role === 'change') end -= again[0].length;
  const start = nounStart(text, from, end, words);
  const name = text.slice(start, end);
  const previous = index > 0 ? figures[index - 1] : undefined;
  // 固定资产投资350亿元、增长4.8%: the second figure is the first one's change.
  if (name === '' && previous && isMeasure(previous) && from - previous.end <= CHANGE_REACH) {
    const before = readIndicator(text, figures, index - 1, words);
    // 分别增长10.6%、9%: a bare second figure says what the first says.
    return { ...before, role: clause === '' ? before.role : role, clause };
  }
  return { name, range: { start, end }, scope, period, role, clause };
}

function roleOf(clause: string): Role {
  if (SHARE.test(clause)) return 'share';
  if (CHANGE.test(clause)) return 'change';
  return TARGET.test(clause) ? 'target' : 'level';
}

/** The last word of the clause and the nouns before it: 全市完成|固定资产投资. */
function nounStart(text: string, from: number, end: number, words: Words): number {
  const clause = text.slice(from, end);
  if (clause === '') return end;
  const cut = words.segment(clause);
  let start = clause.length;
  for (let k = cut.length - 1; k >= 0; k--) {
    const word = cut[k]!;
    const letters = clause.slice(word.start, word.end);
    if (/^[“”‘’×*□]/.test(letters)) break;
    const noun =
      /^(?:n|vn|an|j|l|i|b|g|eng|x|z)/.test(word.tag) ||
      (/^(?:v|a|f|s)/.test(word.tag) && letters.length > 1 && start < clause.length);
    if (
      !noun ||
      /^(?:的|了|着|过|我们|各级|全市|全省|全县|全区|全国|完成|实现|达到|建成|新建|累计|共有|安排|投入|推进|加快|实施|新增)$/.test(
        letters,
      )
    )
      break;
    start = word.start;
  }
  return from + start;
}

function lastMatch(pattern: RegExp, text: string): string {
  pattern.lastIndex = 0;
  let found = '';
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) found = m[0];
  return found;
}

/** Characters between a figure and its change, unit and comma included. */
const CHANGE_REACH = 8;
