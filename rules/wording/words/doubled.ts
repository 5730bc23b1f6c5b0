/** Words of two characters typed twice: 群众群众, 农业农业现代化. Single characters and longer words are rows of `forms.words.tsv`. */
import type { Range, Severity } from '../../../engine/finding.ts';
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { isHan } from '../../../language/text/scan.ts';

/** Both words; the second is the one too many. */
export interface Doubled extends Range {
  readonly word: string;
  readonly severity?: Severity;
}

/** What is said twice on purpose: 一个一个解决, 大家研究研究, 非常非常感谢. */
const ON_PURPOSE = new ShortList(
  (
    '研究 讨论 商量 考虑 学习 了解 休息 打听 锻炼 比较 收拾 打扫 整理 尝试 体验 感受 参观 介绍 教育 帮助 指点 表示 活动 交流 认识 检讨 反思 反省 调查 议论 合计 ' +
    '琢磨 掂量 观察 分析 思考 检查 清理 关心 照顾 总结 宣传 准备 解释 说明 舒服 高兴 热闹 轻松 很多 非常 十分 特别 许多 多少 哇啦 彼此 大家 谢谢 再见 年度'
  ).split(' '),
);
const NUMERALS = new Characters('一二两三四五六七八九十百千万几每逐半');
/** Behind these the second word is no beginning of a compound: 群众群众的, but 部门部门预算. */
const CLOSED = new Characters('的了和与及、，。；：！？”）在是要');

/** Those of a paragraph, in text order. */
export function doubledWords({ text, language }: Paragraph): Doubled[] {
  const found: Doubled[] = [];
  for (let i = 0; i + 4 <= text.length; i++) {
    if (text.charCodeAt(i) !== text.charCodeAt(i + 2) || text.charCodeAt(i + 1) !== text.charCodeAt(i + 3))
      continue;
    const doubled = doubledAt(text, i, language.words);
    if (doubled) found.push(doubled);
  }
  return found;
}

function doubledAt(text: string, at: number, words: Words): Doubled | undefined {
  const middle = at + 2;
  const end = at + 4;
  const word = text.slice(at, middle);
  if (!isHan(text.charCodeAt(at)) || !isHan(text.charCodeAt(at + 1)) || word[0] === word[1]) return undefined;
  if (NUMERALS.at(text, at) || ON_PURPOSE.wordAt(text, at) === word || !words.has(word)) return undefined;
  if (!words.isBoundary(text, middle)) return undefined;
  const range = { start: at, end, word };
  if (end === text.length || CLOSED.at(text, end)) return range;
  // 出版|出版物, 管理|管理人员: what is done, and a compound that begins with it.
  if (!words.tagOf(word)!.startsWith('n')) return undefined;
  return { ...range, severity: 'info' };
}
