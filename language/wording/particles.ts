/**
 * 的, 地 and 得 where the words around leave no choice: 认真的落实各项任务 (地), 开展的有声有色 (得), 积极地态度 (的). All three begin at words of
 * one list: how something is done, or what is said of how it was done.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { rows as actRows } from '../../generated/wording-acts.ts';
import { CLAUSE_STOPS } from '../text/bounds.ts';
import { Characters, ShortList } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { wordsOf } from '../text/pattern.ts';
import { isHan } from '../text/scan.ts';

/** A particle in the place of another. The range reaches from the word before it to the word behind it. */
export interface WrongParticle extends Range {
  /** Where the particle stands. */
  readonly at: number;
  readonly right: '的' | '地' | '得';
}

const PARTICLES = wordList('wording.particles');

export const wrongParticles = defineFact<readonly WrongParticle[]>(
  'wrong particles',
  { words: [PARTICLES] },
  (paragraph) => {
    const found: WrongParticle[] = [];
    let behind = 0;
    for (const { start, end, entry } of paragraph.hits(PARTICLES)) {
      if (start < behind) continue;
      const wrong = READERS[entry.value]!(paragraph, start, end);
      if (!wrong) continue;
      found.push(wrong);
      behind = wrong.end;
    }
    return found;
  },
);

type Reader = (paragraph: Paragraph, start: number, end: number) => WrongParticle | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  manner: ({ text }, start, end) => beforeAct(text, start, end, false) ?? beforeThing(text, start, end),
  adverb: ({ text }, start, end) => beforeAct(text, start, end, true),
  degree: (paragraph, start, end) => {
    const quality = QUALITIES.wordAt(paragraph.text, end);
    if (quality === undefined)
      return isDegreeAlone(paragraph.text, start, end) ? complement(paragraph, start, end) : undefined;
    const to = end + quality.length;
    const isWhole =
      endsClause(paragraph.text, to) || CHANGE.at(paragraph.text, start - 1) || MORE.at(paragraph.text, to);
    return isWhole ? complement(paragraph, start, to) : undefined;
  },
  again: (paragraph, start, end) =>
    EXTENTS.at(paragraph.text, end) && !AGAIN_ELSE.isAt(paragraph.text, end)
      ? complement(paragraph, start, end + 1)
      : undefined,
  quality: ({ text }, start, end) => beforeThing(text, start, end, text[end] === '地'),
  spirit: ({ text }, start, end) => beforeThing(text, start, end, true),
  got: ({ text }, start, end) => beforeThing(text, start, end, true),
  changed,
  bare: whole,
  vivid: whole,
};

/** 变的越来越狭窄: of 变 nothing else is said. 做的不够，: and of what is done no more. */
function isDegreeAlone(text: string, start: number, end: number): boolean {
  if (text.startsWith('的越来越', start)) return CHANGE.at(text, start - 1);
  return text.startsWith('不够', end - 2) && endsClause(text, end);
}

/** 变的整洁有序, 显的束手无策: a quality, or an expression, with which the clause ends, one word behind it at most; not 不变的规则. */
function changed(paragraph: Paragraph, start: number, end: number): WrongParticle | undefined {
  const { text, language } = paragraph;
  if (NOT_CHANGED.at(text, start - 1)) return undefined;
  const stop = CLAUSE_STOPS.next(text, end, Math.min(text.length, end + LONGEST_QUALITY + 1));
  const first = text.slice(end, Math.min(stop, end + (stop - end === LONGEST_QUALITY ? LONGEST_QUALITY : 2)));
  const isQuality = QUALITIES.isAt(first, 0) || QUALITY_TAGS.has(language.words.tagOf(first) ?? '');
  return isQuality && endsClause(text, stop) ? complement(paragraph, end - 1, stop) : undefined;
}
/** An expression of four characters, or two words. */
const LONGEST_QUALITY = 4;
const NOT_CHANGED = new Characters('不在会可正');
const QUALITY_TAGS = new Set(wordsOf('a i l z'));

/** The complement that the list names, where the clause ends with it. */
function whole(paragraph: Paragraph, start: number, end: number): WrongParticle | undefined {
  return endsClause(paragraph.text, end) ? complement(paragraph, start, end) : undefined;
}

// 地: how something is done.

const ACTS = new ShortList(
  // The longest first: 抓好 before 抓.
  actRows.map(({ act }) => act).sort((a, b) => b.length - a.length),
);
/** What turns to the thing to which something is done; behind an adverb alone, for 积极的对策 has one too. */
const COVERBS = new ShortList(['把', '将', '向', '为', '使', '让']);
const COVERB_ELSE = new ShortList([
  '将来',
  '将士',
  '将领',
  '将军',
  '向导',
  '向往',
  '向上力',
  '向上的',
  '向上向',
  '向善',
  '向好',
  '向心',
  '为人',
  '为民',
  '为政',
  '使命',
  '使者',
  '让步',
]);
/** Behind the act: it was done, or to all there is. */
const OBJECTS = new ShortList('了 好 各 中央 上级 这 有关 相关 党的 全'.split(' '));
/** Behind the act, when it is a name for what is done (不断的推进作用), or a clause follows of which it is the subject (全面的推进需要时间). */
const NOT_OBJECTS = new ShortList(
  (
    '动力 能力 潜力 活力 思想 意识 理念 作用 措施 机制 方式 方法 办法 举措 手段 力度 速度 效果 过程 工作 态度 精神 作风 成果 成效 经验 能力 水平 空间 体系 模式 路径 氛围 习惯 情况 意见 建议 ' +
    '宣言 号角 誓言 主张 号召 信号 决心 意志 信念 信心 勇气 魄力 定力 品格 步伐 篇章 画卷 蓝图 ' +
    '任务 目标 要求 条件 基础 环境 机会 效应 意义 政策 方案 计划 队伍 人员 制度 部门 活动 ' +
    '需要 是 离不开 必须 能 可以 会 将 对 使 让 得到 成为 道路 思路 方向 战略 格局 态势 势头 前景 历程 阶段 新格局 观 有 也 都 还 就 才 之 等 而 以 为 于 者 型 性 化 力 度 率 量 费 期 制 权 所 院 法 员 的 和 与 及 或 、'
  ).split(' '),
);
/** What is done to such things when more is said of them: 不断的完善工作机制, but 不断的推进工作. */
const KINDS_OF_THINGS = new ShortList([
  '工作',
  '制度',
  '政策',
  '队伍',
  '活动',
  '方案',
  '条件',
  '环境',
  '机制',
]);
const SAID_OF_THINGS = new ShortList('需要 是 必须 可以 能 会 将 得到 成为 离不开 的 和 与 及'.split(' '));
/** Names of what is done as often as verbs: verbs before an object that leaves no choice. */
const SERVES = ['服务', '保障', '支撑'];

const MIDDLE_ELSE = new ShortList('中国 中共 中华 中医 中药 中小 中外 中学 中心 中长 中高'.split(' '));

/** Whether what stands behind the act is no object of it. */
function isNoObject(text: string, at: number): boolean {
  // 在不断的学习中汲取力量
  if (text[at] === '中') return !MIDDLE_ELSE.isAt(text, at);
  if (!NOT_OBJECTS.isAt(text, at)) return false;
  const kind = KINDS_OF_THINGS.wordAt(text, at);
  if (kind === undefined) return true;
  const from = at + kind.length;
  return (
    !isHan(text.charCodeAt(from)) || !isHan(text.charCodeAt(from + 1)) || SAID_OF_THINGS.isAt(text, from)
  );
}

/** Before the manner, when what follows is a thing: 通过认真的研究, 一次深入的学习. */
const THING_FOLLOWS = new ShortList(
  '通过 经过 进行 给予 实现 得到 获得 取得 需要 缺乏 没有 予以 加以 作出 做出 离不开'.split(' '),
);
const THING_BEHIND = new Characters('有无了用靠是对和与、的于为次个种项最很较以及或');
/** How far back a word is looked for that a thing follows. */
const REACH = 3;
/** An object has so many characters. */
const OBJECT = 2;

/** Things whose names begin with an act: 高效率的发动机, 持续不断的保护治理. */
const COMPOUNDS = new ShortList([
  '发动机',
  '推进器',
  '推进剂',
  '组织部',
  '研究院',
  '研究所',
  '落实情况',
  '实施情况',
  '保护治理',
  '保护利用',
  '保护修复',
  '开发利用',
  '学习交流',
]);

/** Acts that lead on to what comes of them: 认识到, 成长起来. */
const GOES_ON = /.(?:到|起来|下去)$/;
/** Acts of a character, which end their clause. */
const SHORT_ACTS = new Characters('听谈讲改干做说想学查抓办走');

/** @param canTurn whether what leads to it is said of what is done only: then it may be told of by 向 or 把 */
function actAt(text: string, at: number, canTurn: boolean): string | undefined {
  const act = ACTS.wordAt(text, at) ?? (canTurn ? coverbAt(text, at) : undefined);
  return act ?? SERVES.find((word) => text.startsWith(word, at));
}

/** 认真的落实各项任务, 不断得推进改革. */
function beforeAct(text: string, start: number, end: number, isAdverb: boolean): WrongParticle | undefined {
  if (text[end] !== '的' && text[end] !== '得') return undefined;
  // 面对面的谈，
  if (isAdverb && SHORT_ACTS.at(text, end + 1) && endsClause(text, end + 2) && !isThingBefore(text, start))
    return { start, end: end + 2, at: end, right: '地' };
  const act = actAt(text, end + 1, isAdverb || isMust(text, start) || DOERS.isAt(text, start - 2));
  if (act === undefined || COMPOUNDS.isAt(text, end + 1)) return undefined;
  const to = end + 1 + act.length;
  // 更可持续的发展共同体
  // 源源不断的调整动力: mostly said of a thing.
  if (text[start - 1] === '可' || text.startsWith('源源', start - 2)) return undefined;
  return isDone(text, start, to, act, isAdverb) ? { start, end: to, at: end, right: '地' } : undefined;
}

/** Whether the act that ends at `to` is what is done in the manner at `start`, and no name of a thing that has it. */
function isDone(text: string, start: number, to: number, act: string, isAdverb: boolean): boolean {
  if (isAim(text, start, to, act)) return true;
  const isLacking = text.startsWith('没有', start - 2) && NEVER_NAMES.has(act);
  // 安安全全、保质保量的完成: the second of two manners.
  const isSecond = text[start - 1] === '、' && NEVER_NAMES.has(act);
  if (isThingBefore(text, start) && !isLacking && !isSecond) return false;
  if (OBJECTS.isAt(text, to) || GOES_ON.test(act)) return true;
  if (SERVES.includes(act)) return false;
  // 要密切的配合，: must be done, and is all that must.
  if (PLAIN_ACTS.has(act) && endsClause(text, to) && isMust(text, start)) return true;
  const isSure = isAdverb || isLacking;
  const hasObject = (HEARING.has(act) && OPINIONS.isAt(text, to)) || !isNoObject(text, to);
  if (!hasObject || !(isSure || isSaidOfDoing(text, start))) return false;
  const stop = CLAUSE_STOPS.next(text, to, text.length);
  if (stop - to < OBJECT || !isHan(text.charCodeAt(to))) return false;
  // 深入的开展调查研究的意见: what is done may belong to a thing that comes later.
  return isSure || text.lastIndexOf('的', stop - 1) < to;
}

/** 耐心的听取意见: such things are said of other acts (认真的研究意见), of these they are the object. */
const HEARING = new Set(wordsOf('听取 倾听 征求'));
const OPINIONS = new ShortList(wordsOf('意见 建议 情况 经验'));

/** How much of the manner there is: 更加自觉的. */
const MUCH = new ShortList(wordsOf('更加 十分 非常 更为 格外 尽量 比较 始终'));

/** Whether the manner opens its clause, or stands behind who does it or that it must be done; 诉求合理的 says it of a thing. */
function isSaidOfDoing(text: string, start: number): boolean {
  const at = MUCH.isAt(text, start - 2) ? start - 2 : start;
  return !isHan(text.charCodeAt(at - 1)) || LEADS.at(text, at - 1) || DOERS.isAt(text, at - 2);
}

const LEADS = new Characters('要应须能会可必来去都也就才再并又还已将们');
const DOERS = new ShortList(
  '部门 单位 干部 党员 群众 乡镇 各地 我们 政府 党委 支部 自己 大家 人员 上下 职工 员工 民警 队员 同志 代表 学员 科室 班组 全体'.split(
    ' ',
  ),
);

/** Done without an object as well. */
const PLAIN_ACTS = new Set(['配合', '参与', '落实', '执行', '推进']);
const MUST = new Characters('要应须');
/** Other words that end so. */
const NO_MUST = new ShortList('需要 重要 主要 只要 必要 首要 想要 相应 反应 对应 适应 响应 供应'.split(' '));

function isMust(text: string, at: number): boolean {
  return MUST.at(text, at - 1) && !NO_MUST.isAt(text, at - 2);
}

/** 为更好的服务群众提供保障: better service is for what something else is done. */
const ELSE_DONE = new ShortList(wordsOf('提供 奠定 创造 打下 打造 注入 作出 做出 贡献 而'));

/** 为更好的开展工作，… and 为了顺利的完成任务，…: what the rest of the sentence is done for, to the end of its clause; 为了更好的出发 as well. */
function isAim(text: string, start: number, to: number, act: string): boolean {
  const at = text[start - 1] === '了' ? start - 2 : start - 1;
  // 目的是为了更好的调动积极性，…
  if (text[at] !== '为' || (isHan(text.charCodeAt(at - 1)) && text[at - 1] !== '是')) return false;
  const stop = CLAUSE_STOPS.next(text, to, text.length);
  if (text[stop] !== '，' || stop - to < OBJECT || ELSE_DONE.isIn(text, to, stop)) return false;
  return NEVER_NAMES.has(act) || !isNoObject(text, to);
}

function coverbAt(text: string, at: number): string | undefined {
  return COVERB_ELSE.isAt(text, at) ? undefined : COVERBS.wordAt(text, at);
}

/** 没有很好的调动积极性: names of nothing, whatever stands before. */
const NEVER_NAMES = new Set(
  wordsOf(
    '完成 调动 发挥 把握 履行 解决 做到 抓住 克服 认识到 理解 领会 运用 遵守 坚持 融入 带动 激发 抓好 做好 办好 管好 用好 处理好',
  ),
);

function isThingBefore(text: string, start: number): boolean {
  // 通过持续|不断的
  const at = text.startsWith('持续', start - 2) ? start - 2 : start;
  if (THING_BEHIND.at(text, at - 1)) return true;
  for (let length = 2; length <= REACH; length++)
    if (THING_FOLLOWS.wordAt(text, at - length)?.length === length) return true;
  return false;
}

// 的: of what manner a thing is.

/** What has a manner and does nothing. */
const THINGS = new ShortList(
  (
    '结果 效果 好评 荣誉 态度 作风 精神 举措 措施 办法 成绩 成效 进展 基础 环境 氛围 条件 机遇 局面 形势 意义 方式 方法 手段 政策 服务水平 ' +
    '头脑 信念 意志 信心 决心 机制 工作机制 体系 制度 队伍 成果 业绩 力量 能力 水平 优势 势头 态势 格局 挑战 考验 问题 矛盾 任务 责任感 责任意识 使命感 责任 使命 意识 愿望 姿态 状态 精神状态 激情 干劲 斗志 士气 热情 步伐 面貌 局面 良好局面 良好氛围 浓厚氛围 生动局面 工作格局'
  ).split(' '),
);

/** 积极地态度和扎实地作风; behind what was got it is so wherever it stands (取得地成绩来之不易). */
function beforeThing(text: string, start: number, end: number, isSure = false): WrongParticle | undefined {
  if (text[end] !== '地' && (isSure || text[end] !== '得')) return undefined;
  const thing = THINGS.wordAt(text, end + 1);
  if (thing === undefined) return undefined;
  const to = end + 1 + thing.length;
  // 强烈地意识到
  if (isSure) return text[to] === '到' ? undefined : { start, end: to, at: end, right: '的' };
  return endsClause(text, to) || THING_ENDS.at(text, to) || isMeans(text, start, to)
    ? { start, end: to, at: end, right: '的' }
    : undefined;
}

/** 以更加扎实地作风 推进工作: what it is done with. */
function isMeans(text: string, start: number, end: number): boolean {
  return MEANS.some((means) => text.endsWith(means, start)) && !DERIVED.at(text, end);
}

const MEANS = ['以', '以更', '以更加', '以更为', '以最', '以十分', '以极其'];
/** 体系化, 机制性. */
const DERIVED = new Characters('化性式');

const THING_ENDS = new Characters('和与、');

// 得: how it was done.

/** What was done, in a character and in two. */
const DONE = new Characters(
  '抓搞干办管变显做走过长活学讲写画说建修铺盖种跑住吃练唱定装造喊打看摸听想买用叫立推站靠算来',
);
const DONE_WORDS = new ShortList(
  (
    '落实 执行 开展 推进 准备 部署 组织 发展 增长 提升 提高 表现 完成 安排 配合 解决 贯彻 考虑 研究 改善 建设 布置 发挥 掌握 管理 服务 保护 处理 坚持 ' +
    '显示 进展 运行 处置 应对 衔接 结合 谋划 融合 履行 运用 整治 治理 整改 ' +
    '制定 学习 理解 宣传 监管 排查 检查 调研 沟通 化解 调解 推广 收集 传达 讲解 编排 选拔 培训 修复 装修 打扫 收拾 摆放 布置 筹备 谋划 回答 汇报'
  ).split(' '),
);
/** 变 and 显 have nothing but a complement behind them: 变的更加整洁. */
const CHANGE = new Characters('变显');
/** 所做的, 是做的: a thing follows. */
const NOT_DONE = new Characters('所是有目');
const QUALITIES = new ShortList(
  (
    '扎实 细致 到位 及时 彻底 整洁 漂亮 明显 圆满 顺利 认真 充分 具体 深入 成功 红火 幸福 充实 出色 突出 精彩 热烈 迅速 平稳 规范 完善 强大 美丽 富裕 宽敞 美好 舒心 ' +
    '方便 清楚 明白 全面 仔细 周到 严格 妥善 重要 宽广 不错 系统 理想 得当 恰当 严密 果断 周密 严谨 紧凑 妥当 精细 精准 有力 有效 高效 便捷 牢固 均衡 合理 科学 温馨 生动 详细 透彻 暖心 贴心 顺畅 好 优 壮 亮 活 精 顺 畅 勤 轻 低 慢 早 晚 近 旺 香 甜 乱 散 浅 弱 松 差 苦 累 实 细 紧 快 深 透 严 高 稳 大 强 足 准 够 牢 宽 厚 重 美 响 远'
  ).split(' '),
);
const EXTENTS = new Characters('多好大高快宽长远强难美细深紧实硬平齐满全稳牢准厚严重久响漂巧妙透早');
const AGAIN_ELSE = new ShortList(['多一些', '多一点', '多次', '高次', '深次']);
const ENDS = new Characters('，。；、：！？,;!?”）…\t');
/** 解决得更好更彻底: another quality follows. */
const MORE = new Characters('更又也');
const ALL_DONE = new Characters('了');

/** 工作做的很扎实, 道路修地再宽: `at` is where the particle stands. */
function complement({ text, language }: Paragraph, at: number, end: number): WrongParticle | undefined {
  const isTwo =
    DONE_WORDS.wordAt(text, at - 2)?.length === 2 || DONE_WORDS.wordAt(text, at - 3)?.length === 3;
  if (!isTwo && !DONE.at(text, at - 1)) return undefined;
  const start = at - (isTwo ? 2 : 1);
  // 所做的, but not 厕所建的.
  if (NOT_DONE.at(text, start - 1) && language.words.isBoundary(text, start - 1)) return undefined;
  // 通过的很多: the character is the end of another word.
  if (!isTwo && !language.words.isBoundary(text, start)) return undefined;
  return { start, end, at, right: '得' };
}

const LONGEST_HEADING = 30;

function endsClause(text: string, at: number): boolean {
  const end = ALL_DONE.at(text, at) ? at + 1 : at;
  // 随着研究的深 ⏎ 入: a line broken for the page's sake.
  return end >= text.length ? text.length < LONGEST_HEADING : ENDS.at(text, end);
}
