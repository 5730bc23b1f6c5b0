/** Marks of what is numbered by a number behind it: 步骤一：, 专题二：, at the head of a line or of its sentences. */
import { ShortList } from '../../text/characters.ts';
import { readHanNumber } from '../../text/numerals.ts';
import { wordsOf } from '../../text/pattern.ts';
import { readArabic } from './characters.ts';
import { type Drafts, opensSentence } from './draft.ts';

export const NAMES = wordsOf(
  '步骤 阶段 任务 问题 环节 措施 专题 案例 议题 建议 类型 板块 课题 模块 行动 场景 情景 单元 路径 主题 亮点 看点',
);
const NAMED = new ShortList(NAMES);

/** 步骤一：, and the others that begin sentences behind it. 问题一已经整改 speaks of one. */
export function readNamed(drafts: Drafts, at: number): boolean {
  const { text } = drafts;
  const name = NAMED.wordAt(text, at);
  if (name === undefined || !addNamed(drafts, at, name)) return false;
  for (let next = text.indexOf(name, at + 1); next >= 0; next = text.indexOf(name, next + 1))
    if (opensSentence(text, next)) addNamed(drafts, next, name);
  return true;
}

/** Adds the mark where a number and a colon follow the name; 专题一 坚持…: a blank will do at the head of a line. */
function addNamed(drafts: Drafts, at: number, name: string): boolean {
  const { text } = drafts;
  const number = readHanNumber(text, at + name.length) ?? readArabic(text, at + name.length);
  if (!number || !(at === drafts.begin ? /[：:\s　]/ : /[：:]/).test(text[number.end] ?? '')) return false;
  const mark = drafts.add('ordinal', at, number.end + 1, number.value);
  mark.numberStart = at + name.length;
  mark.numberEnd = number.end;
  mark.word = name;
  return true;
}
