/**
 * Words of two characters typed twice (群众群众, 农业农业现代化), longer stretches (高度重视高度重视), whole clauses, and single characters: 乡村振振兴,
 * 组织织领导. Characters that are words by themselves (的的), and some longer words, are rows of `forms.words.tsv`.
 */
import type { Range, Severity } from '../../../engine/finding.ts';
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters, DIGITS, ShortList } from '../../../language/text/characters.ts';
import { standsTwice } from '../../../language/text/pattern.ts';
import { isHan, isHanRun } from '../../../language/text/scan.ts';
import { isOfficeWord } from './misspelt.ts';
import { around, isPair, usualBetween, usualThree } from './neighbours.ts';
import { isPhrase } from './sound-alikes.ts';
import { loneliness } from './units.ts';

/** Both words; the second is the one too many. */
export interface Doubled extends Range {
  readonly word: string;
  readonly severity?: Severity;
  /** Where it stood first, if that is away from the range, which is then the second one alone. */
  readonly first?: number;
}

/** What is said twice on purpose: 一个一个解决, 大家研究研究, 非常非常感谢. */
const ON_PURPOSE = new ShortList(
  (
    '研究 讨论 商量 考虑 学习 了解 休息 打听 锻炼 比较 收拾 打扫 整理 尝试 体验 感受 参观 介绍 教育 帮助 指点 表示 活动 交流 认识 检讨 反思 反省 调查 议论 合计 ' +
    '放松 感谢 可以 说道 念叨 比划 寻思 盘算 溜达 捣鼓 唠叨 拾掇 走动 敲打 活络 琢磨 掂量 观察 分析 思考 检查 清理 关心 照顾 总结 宣传 准备 解释 说明 舒服 高兴 热闹 轻松 很多 非常 十分 特别 许多 多少 哇啦 彼此 大家 谢谢 再见 年度 ' +
    '如何 怎样 怎么 什么 多好 帮衬 张罗 照看 分享 暖和 凉快 体会 欣赏 品尝 见识 比试 开心 请教 合计 商议 联络 交流 热乎 辛苦 练习 熟悉 核对 沟通'
  ).split(' '),
);
/** What is done to something, and part of few compounds: 完成完成全年任务. */
const SAID_ONCE = new ShortList(
  (
    '完成 加强 推进 推动 提高 提升 增强 确保 贯彻 开展 实现 促进 坚持 做好 抓好 强化 深化 健全 完善 构建 打造 聚焦 突出 组织 全面 进一步 积极 认真 切实 ' +
    '狠抓 紧盯 压实 夯实 坚决 严格 深入 持续 不断 充分 严厉 牢牢 全力 着力 扎实 大力 加快 统筹 优化 巩固 拓展 培育 规范 落实 严守 牢记 发扬 弘扬 维护 保障 纳入 列入 取得 建立 成立 制定 听取 召开 加大 加快 采取 形成 发挥 存在 承担 履行 面临 立足 分别 先后 再次 及时 立即 已经 正在 应当 必须 能够 逐步 逐一 明确 依法 主动 广泛 有力 有效 围绕 根据 按照'
  ).split(' '),
);
/** What stands on both sides of a cry. */
const CRIES = new Characters('“”‘’，、！？');
const NUMERALS = new Characters('一二两三四五六七八九十百千万几每逐半');
/** Behind these the second word is no beginning of a compound: 群众群众的, but 部门部门预算. */
const CLOSED = new Characters(`的了和与及、，。；：！？”）在是要${DIGITS}`);

/** 抓得很紧很紧: said with emphasis. */
const DEGREES = new Characters('很太最更极');

/** What a clause lies between, and what may stand between it and the same again. */
const CLAUSE_ENDS = new Characters('，。；、：！？“”');
const BETWEEN = new Characters('，；、');
/** Long enough to be no exclamation. */
const SHORTEST_CLAUSE = 6;
const LONGEST_CLAUSE = 40;

/** 坚持党的领导不动摇，坚持党的领导不动摇，… */
export function doubledClauses({ text }: Paragraph): Doubled[] {
  const found: Doubled[] = [];
  for (let start = 0; start < text.length; ) {
    const end = CLAUSE_ENDS.next(text, start, text.length);
    const length = end - start;
    if (length >= SHORTEST_CLAUSE && length <= LONGEST_CLAUSE && text[start - 1] !== '”') {
      const behind = behindRepeats(text, start, end);
      // Three times is no slip: an oath, a call.
      if (behind === end + 1 + length) found.push({ start, end: behind, word: text.slice(start, end) });
      start = behind + 1;
    } else start = end + 1;
  }
  return found;
}

/** Where the last of the clauses ends that are the same as `text[start, end)` and follow it one by one. */
function behindRepeats(text: string, start: number, end: number): number {
  const clause = text.slice(start, end);
  let behind = end;
  while (BETWEEN.at(text, behind) && text.startsWith(clause, behind + 1)) {
    const next = behind + 1 + clause.length;
    if (next < text.length && !CLAUSE_ENDS.at(text, next)) break;
    behind = next;
  }
  return behind;
}

/** Those of a paragraph, in text order. */
export function doubledWords({ text, language }: Paragraph): Doubled[] {
  const found: Doubled[] = [];
  const hasStretch = DOUBLED_STRETCH.test(text);
  let [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  for (let i = 0; i + 2 <= text.length; i++) {
    const third = text.charCodeAt(i + 2);
    let doubled: Doubled | undefined;
    if (first === second)
      doubled = isTwice(text, i, language.words) ? doubledCharacterAt(text, i, language.words) : undefined;
    else if (first === third && second === text.charCodeAt(i + 3))
      doubled = doubledAt(text, i, language.words);
    else if (hasStretch && isHan(first)) doubled = doubledStretchAt(text, i, language.words);
    if (doubled) found.push(doubled);
    first = second;
    second = third;
  }
  return found;
}

/** Standing by itself oftener than this one of the two may be a word, in steps of `lone-characters.tsv`. */
const SELDOM = 8;
/** What a name may end in before a title or thing of the same kind: 全市市级, 该院院长. */
const KINDS = new Characters(
  '省市县区乡镇村街州国院校局厅部处科所站社会队班组家人党军厂矿店馆园场团委办站室层级期年月日时天度项件条点线面口门江河湖海山岛港席',
);

/** 草学|学科, 师德师风|风险: names that end so are in no dictionary. */
const BEGINS_KIND = /^(?:学学[科院会报士]|风风险|证证[后照件])/;

/** A character that is the end or the beginning of a word, and once more beside it. */
function doubledCharacterAt(text: string, at: number, words: Words): Doubled | undefined {
  const [middle, end] = [at + 1, at + 2];
  if (isBeforeLongWord(text, at, words)) return { start: at, end, word: text[at]!, severity: 'info' };
  if (isMeasureTwice(text, at, words)) return { start: at, end, word: text[at]! };
  if (NUMERALS.at(text, at) || BEGINS_KIND.test(text.slice(at, at + 3))) return undefined;
  if (isOutsideItsWord(text, at, words)) return { start: at, end, word: text[at]!, severity: 'info' };
  if (KINDS.at(text, at)) return undefined;
  if (isBetweenWords(text, middle, words)) return undefined;
  if (!BEFORE_ANYTHING.at(text, at) && isOneTooMany(text, at, words))
    return { start: at, end, word: text[at]!, severity: 'info' };
  return loneliness(text.charCodeAt(at)) > SELDOM ? undefined : doubledInPhrase(text, at, words);
}

/** 乡村振振兴: without one of the two there is a frequent phrase. */
function doubledInPhrase(text: string, at: number, words: Words): Doubled | undefined {
  const [middle, end] = [at + 1, at + 2];
  // 方方面面, 研究研究究竟.
  if (text[end] === text[end + 1] || text[at - 1] === text[at - 2] || !words.isBoundary(text, middle))
    return undefined;
  // Where the word begins that has it, once the other is gone.
  let from: number;
  if (words.isBoundary(text, at) && !words.isBoundary(text, end)) from = middle;
  else if (words.isBoundary(text, end) && !words.isBoundary(text, at)) from = at - 1;
  else return undefined;
  const word = text.slice(from, from + 2);
  const before = text.slice(Math.max(0, (from === middle ? at : from) - 2), from === middle ? at : from);
  const behind = from === middle ? from + 2 : end;
  if (!isPhrase(before + word) && !isPhrase(word + text.slice(behind, behind + 2))) return undefined;
  return { start: at, end, word: text[at]! };
}

/** The longest word that is looked for on either side. */
const LONGEST_WORD = 4;

/** 地下水|水资源, 职业病|病例: a word ends here, and another begins. */
function isBetweenWords(text: string, middle: number, words: Words): boolean {
  const lengths = [2, 3, LONGEST_WORD];
  return (
    lengths.some((length) => words.has(text.slice(Math.max(0, middle - length), middle))) &&
    lengths.some((length) => words.has(text.slice(middle, middle + length)))
  );
}

/** What one does for a while: 扭扭秧歌, 聊聊家常. */
const LIGHTLY = new Characters('看听说聊谈走逛跳唱扭打拍读写想试尝问讲转歇坐站下吃喝玩练比');

const isSaidLightly = (text: string, at: number, words: Words) =>
  LIGHTLY.at(text, at) && words.isBoundary(text, at) && !words.has(text.slice(at + 1, at + 3));

/** Whether a Han character that stands twice may be a slip. */
const isTwice = (text: string, at: number, words: Words) =>
  isHan(text.charCodeAt(at)) && !isSaidLightly(text, at, words) && !isOneOfTwo(text, at + 2);

/** 发发文件、开开会: what follows 、 is doubled as well; 监管管出公平、管出效率: it begins with the second of the two. */
function isOneOfTwo(text: string, end: number): boolean {
  const next = BETWEEN.next(text, end, Math.min(text.length, end + SAID));
  if (next >= end + SAID || next + 2 >= text.length) return false;
  return text[next + 1] === text[next + 2] || text.startsWith(text.slice(end - 1, end + 1), next + 1);
}

/** So far behind a doubled character what is done ends at most. */
const SAID = 5;

/** Measure words of which a figure has one: 慰问困难群众26户户. */
const MEASURES = new Characters('届户个名人家项件次台套亩处所条场篇份期批座间辆吨元');
const FIGURES = new Characters(DIGITS);

/** 26户户，; but 3家家庭农场, 10户户均. */
function isMeasureTwice(text: string, at: number, words: Words): boolean {
  const behind = at + 2;
  return (
    FIGURES.at(text, at - 1) &&
    MEASURES.at(text, at) &&
    text[behind] !== text[at] &&
    (text[at] === '届' || CLOSED.at(text, behind) || !isHan(text.charCodeAt(behind))) &&
    !words.has(text.slice(at + 1, behind + 1))
  );
}

/** A character that stands by itself oftener than this is a word. */
const LONELY = 10;
/** What it counts at least that three and three characters are usual once one of the two is gone. */
const USUAL_WITHOUT = 12;

/**
 * 党的全全面领导: no document has the character twice there, and with one of them all is as usual; 合理使用用，: before a mark, where one of
 * them makes a word.
 */
function isOneTooMany(text: string, at: number, words: Words): boolean {
  const code = text.charCodeAt(at);
  const near = around(text, at, at + 2);
  const { before, behind } = near;
  const twice = text.slice(at, at + 2);
  if (before === code || behind === code || words.has(twice)) return false;
  // 浑浑噩噩, 方方面面.
  if (text[at - 1] === text[at - 2] || text[at + 2] === text[at + 3]) return false;
  const usualTwice = [usualThree(before, code, code), usualThree(code, code, behind)];
  if (usualTwice.every((count) => count > 0)) return false;
  if ([text.slice(at - 1, at + 2), text.slice(at, at + 3)].some((three) => words.has(three))) return false;
  const usual = usualBetween(near, code);
  const lonely = loneliness(code);
  const isNew = usualTwice.every((count) => count === 0);
  if (usual >= (isNew ? USUAL_WITHOUT : 2 * USUAL_WITHOUT)) return lonely <= LONELY;
  if (isNew && lonely <= SELDOM && isLeftOver(text, at, words)) return true;
  // 潜潜水: a verb said lightly; but 使用用，.
  return isNew && lonely <= SELDOM && behind === 0 && words.has(text.slice(at - 1, at + 1));
}

/** What stands by itself beside a word that begins or ends so: 战争和|和平, 通过后|后续工作, 主动作为|为发展添彩. */
const JOINS = new Characters('和与的是及为后前');
/** What it counts that rows of three are usual without one of the two, of one that stands before anything, and of one that no document has twice. */
const USUAL_OUTSIDE = 14;
const USUAL_OF_ANYTHING = 22;
const USUAL_OF_NEW = 6;

/**
 * 民心|心|工程, 做好|好: one of the two is cut off from the word that has the other, and no document has them so. Two words of which one ends
 * as the other begins (知识产权|权利人) are cut between the two. Of doubled characters in unseen drafts 41 of 100 were found before, 53 with it.
 */
function isOutsideItsWord(text: string, at: number, words: Words): boolean {
  const [middle, end] = [at + 1, at + 2];
  const isEnd = words.isBoundary(text, end);
  // Between the two there is a cut, and on one side of them.
  if (!words.isBoundary(text, middle) || words.isBoundary(text, at) === isEnd) return false;
  const code = text.charCodeAt(at);
  if (JOINS.at(text, at) || text[at - 1] === text[at] || text[end] === text[at]) return false;
  const near = around(text, at, end);
  if (usualThree(near.before, code, code) > 0 || usualThree(code, code, near.behind) > 0) return false;
  const usual = usualBetween(near, code);
  const isAnything = BEFORE_ANYTHING.at(text, at) || KINDS.at(text, at);
  if (usual >= (isAnything ? USUAL_OF_ANYTHING : USUAL_OUTSIDE)) return true;
  if (isAnything || usual < USUAL_OF_NEW || isPair(code, code) || loneliness(code) > SELDOM) return false;
  return !isBetweenWords(text, middle, words) && (isEnd || isOfficeWord(text, middle));
}

/** 共投投入资金: the second is the beginning of a word in daily use, and the first stands alone before it; 潜潜水 is said lightly. */
function isLeftOver(text: string, at: number, words: Words): boolean {
  const middle = at + 1;
  return (
    isHan(text.charCodeAt(at - 1)) &&
    words.isBoundary(text, at) &&
    words.isBoundary(text, middle) &&
    isOfficeWord(text, middle)
  );
}

/** 进进一步: a character by itself before a word of three or more that begins with it; 人 and the like may well stand there (每人人民币). */
function isBeforeLongWord(text: string, at: number, words: Words): boolean {
  const long = text.slice(at + 1, at + 4);
  return (
    words.has(long) &&
    !KINDS.at(text, at) &&
    !NUMERALS.at(text, at) &&
    !BEFORE_ANYTHING.at(text, at) &&
    text[at - 1] !== text[at] &&
    words.isBoundary(text, at) &&
    words.isBoundary(text, at + 1) &&
    !words.isBoundary(text, at + 2)
  );
}

/** What stands behind a word that ends alike: 就全年工作|作如下安排, 每股|股. */
const BEFORE_ANYTHING = new Characters('作股超人不大小要有为在可能会将被与和中上下多少好老新的了是');

/** How many characters a stretch has that is looked for. */
const STRETCHES = [3, 4, 5, 6];
const DOUBLED_STRETCH = standsTwice(STRETCHES[0]!, STRETCHES.at(-1)!);
const PAUSES = new Characters('，。；');

const WHATEVER = /什么|怎么|哪里|哪儿|多少|谁$/;

/** 高度重视高度重视, 站位高站位高: some words, and the same again; names may stand so in a row, where no sentence is. */
function doubledStretchAt(text: string, at: number, words: Words): Doubled | undefined {
  for (const length of STRETCHES) {
    const [middle, end] = [at + length, at + 2 * length];
    if (text.charCodeAt(at) !== text.charCodeAt(middle)) continue;
    const word = text.slice(at, middle);
    if (end > text.length || !text.startsWith(word, middle) || text.startsWith(word, end)) continue;
    // 一个零件一个零件地; the same turned round by one; within a longer word.
    if (NUMERALS.at(text, at) || text[at - 1] === text[middle - 1] || !isHanRun(text, at, middle)) continue;
    if (![at, middle, end].every((place) => words.isBoundary(text, place))) continue;
    if (!PAUSES.isIn(text, 0, text.length)) continue;
    // 会干什么干什么: whatever it is. “……，学到了学到了！”: a cry.
    if (WHATEVER.test(word) || (text[end] === '！' && CRIES.at(text, at - 1))) continue;
    const range = { start: at, end, word };
    return end === text.length || CLOSED.at(text, end) ? range : { ...range, severity: 'info' };
  }
  return undefined;
}

function doubledAt(text: string, at: number, words: Words): Doubled | undefined {
  const middle = at + 2;
  const end = at + 4;
  const word = text.slice(at, middle);
  if (!isHan(text.charCodeAt(at)) || !isHan(text.charCodeAt(at + 1))) return undefined;
  if (NUMERALS.at(text, at) || ON_PURPOSE.wordAt(text, at) === word || !words.has(word)) return undefined;
  // 咕嘟咕嘟的水声, 成片成片的稻田.
  if (words.tagOf(word) === 'o' || text[at] === '成') return undefined;
  // “……，稀客稀客！”: a cry, and nothing but it.
  if (CRIES.at(text, at - 1) && CRIES.at(text, end)) return undefined;
  if (!words.isBoundary(text, middle) || DEGREES.at(text, at)) return undefined;
  // 执法大队|大队长: the end of one name, and the beginning of another.
  if (isHan(text.charCodeAt(end)) && words.has(text.slice(middle, end + 1)) && !words.isBoundary(text, end))
    return undefined;
  // 俄罗斯|罗斯托夫: the end of one name, and the beginning of another.
  if (words.has(text.slice(at - 1, middle))) return undefined;
  // 符合本规定规定的条件: what the rules provide.
  if (word === '规定' && /[本该此]/.test(text[at - 1] ?? '')) return undefined;
  const range = { start: at, end, word };
  if (end === text.length || CLOSED.at(text, end)) return range;
  // 出版|出版物, 管理|管理人员: what is done, and a compound that begins with it.
  if (!words.tagOf(word)!.startsWith('n') && SAID_ONCE.wordAt(word, 0) !== word) return undefined;
  return { ...range, severity: 'info' };
}
