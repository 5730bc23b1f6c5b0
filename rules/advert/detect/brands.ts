/** Names of those who resell texts. A brand is whatever name a solicitation gives itself: the list of sites never ends. */
import { Characters, lastOf } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Words } from '../../../language/text/words.ts';

const ORDINARY_WORDS = [
  '本文 本站 本网 资料 材料 文章 内容 全文 网络 小编 老师 作者 编辑 自己 个人 原创 官方 微信 免费 正式 年度 终身 付费 高级 普通 加入',
  '成为 开通 关注 搜索 更多 我们 大家 咨询 扫码 点击 请 本 该 现 已 由 为 和 全体 广大',
];
/** Words that stand where a brand would and are none. */
const COMMON = new RegExp(`^${anyOf(ORDINARY_WORDS)}`);
/** The last words of organs and offices: 县委办公室整理 is a credit, not a brand. */
const ORGANS =
  '室 馆 政府 委员会 党委 支部 县委 市委 省委 区委 局 厅 部 处 科 股 院 会 组 中心 学校 大学 公司 单位 同志 人员 干部 机关 记者 工作 档案 文件 资料 材料 情况 意见'.split(
    ' ',
  );
const ORGAN_ENDS = new Characters(lastOf(ORGANS));

/** Shorter ones are mostly people: 张三整理. */
const SHORTEST = 4;

/** Whether a name that a solicitation gives itself may be looked for elsewhere. */
export function isBrandable(name: string): boolean {
  if (name.length < SHORTEST || /^\d+$/.test(name) || COMMON.test(name)) return false;
  return !(ORGAN_ENDS.at(name, name.length - 1) && ORGANS.some((organ) => name.endsWith(organ)));
}

/**
 * Whether the name consists of words that everybody uses (乡村振兴): such a name is a stamp only
 * where it is set like one, a name of made-up words (酷乐文行) wherever it stands.
 */
export function isFamiliar(name: string, words: Words): boolean {
  return singles(name, words) * 2 < name.length;
}

/** Whether no two characters of the name make a word: a label of the author's (评标办法要目) has words in it. */
export function isStrange(name: string, words: Words): boolean {
  return singles(name, words) === name.length;
}

function singles(name: string, words: Words): number {
  return words.segment(name).filter((part) => part.end - part.start === 1).length;
}
