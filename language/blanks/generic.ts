/**
 * Blanks that the text speaks of, or leaves open for any value: “被××”一词, 忌用“论XX”之类的题目, and the entries of a catalogue
 * (新办××（证照）). None of them is to be filled in.
 */

import { anyOf } from '../text/pattern.ts';
import type { Line } from './line.ts';
import { CLOSING_QUOTE, quoteBefore } from './quotes.ts';

/** Longest quotation that is a word, a slogan or a title spoken of. */
const LONGEST_QUOTATION = 24;
/** How far on either side of a quotation its use is looked for. */
const REACH = 12;

/** What such a quotation begins with, before its blank. */
const BEFORE = new Set(
  '被 论 试论 再论 小议 谈 浅谈 浅论 浅析 略论 漫谈 也谈 中国式 史上最 一言不合就 我是 请 感谢 热烈欢迎 向 学习 某某 加油 最美 要我 我要'.split(
    ' ',
  ),
);
/** What it ends with, behind its blank. */
const ENDS_IN =
  '式[\\u4e00-\\u9fff]{1,4} 爱[×X]{1,2} 长 长、某某短 之父 之我见 之浅见 之我思 到此一游 我来了 我爱你 刍议 初探 浅议 浅谈 体 门 热 族 控 哥 姐 帝 二代 第一 加油';
const BEHIND = new RegExp(`^${anyOf(ENDS_IN)}$`);
const MENTIONING = [
  '热衷于 沉迷于 满足于 习惯于 止于 [刻涂喷][下着上有写]? [贴挂写喊][下着上了] 所谓的? (?:动辄|动不动)(?:就[是说喊谈讲]?)?',
  '[满张开闭]口(?:就是?)? 少了 不再[是说]? 杜绝 告别 摒弃 拒绝 凡事 [戏笑谑]称(?:其为?|这[是叫]|为)? 一[写讲说开][口就]?就?是 美其名曰 名曰 切忌 套路，如 诸如 标题忌 不搞 一句 不能[^，。；]{0,6} 不要[^，。；]{0,6} 网上(?:流行|走红|热传|流传|疯传)的? 流行的 [那这]种 [常总老爱]说 口口声声 (?:推|甩|推诿|推卸|归咎)[给于到] [墙柱树碑]上[^，。；]{0,4}',
];
/** 刻“XX到此一游”, 动辄“论XX”: who speaks of it. */
const MENTIONS = new RegExp(`${anyOf(MENTIONING)}$`);
/** What makes of a quotation one of many that are alike. */
const ONE_OF_A_KIND =
  '一词 一类 之类 式[\u4e00-\u9fff]{2} 成为?了? (?:统一|一律|全部)?(?:替换|换成|代替) 之流 这类 那样 这样 式的 字样 体 们 似的 的(?:刻字|涂鸦|字样|标语|口号|梗) 要不得 行不通 不可取 之风 做派 横行 盛行 流行 走红 满天飞 泛滥';
const SUCH = '等 等等 的 这种 这些 那种 那些 等[^，。；“]{0,4}';
/** What something said again and again is called. */
const SPOKEN_OF = [
  '说法 用语 宣传 表述 称谓 头衔 句式 套话 套路 提法 词[汇语]?[，。] 字眼 口头禅 论调 怪圈 帽子 标签 空话 虚话 客套 口号[^，。]{0,4}(?:空洞|流行)',
  '标语[^，。]{0,4}不 题目[^，。]{0,4}[空泛] 绰号 网络 流行语 顺口溜 段子 笑话 文风 腔调 口吻 现象 倾向 心态 想法 误区 老路 毛病 八股腔? 官腔 空谈 虚文 陋习 梗 段子',
];
/** …一词, …之类的客套, …的说法, 等套话: what it is called. */
const CALLED = new RegExp(
  `^(?:[、，和或及]?“[^“”]{0,20}”){0,5}(?:${anyOf(ONE_OF_A_KIND)}|[，都也](?:都|不过)?[是显]|${anyOf(SUCH)}?${anyOf(SPOKEN_OF)})`,
);

/** Whether a quotation is spoken of whose blank may be anything. */
export function isGeneric({ text }: Line, start: number, end: number): boolean {
  const open = quoteBefore(text, start);
  if (open < 0) return false;
  const close = text.indexOf(CLOSING_QUOTE, end);
  if (close < 0 || close - open > LONGEST_QUOTATION) return false;
  return (
    BEFORE.has(text.slice(open + 1, start)) ||
    BEHIND.test(text.slice(end, close)) ||
    MENTIONS.test(text.slice(Math.max(0, firstQuote(text, open) - REACH), firstQuote(text, open))) ||
    CALLED.test(text.slice(close + 1, close + 1 + REACH * 6))
  );
}

/** “××制度”|“××规定”: where the first of the quotations opens that stand side by side. */
function firstQuote(text: string, open: number): number {
  let first = open;
  while (text[first - 1] === '”' || (text[first - 2] === '”' && '、和'.includes(text[first - 1]!))) {
    const before = text.lastIndexOf('“', first - 2);
    if (before < 0 || first - before > LONGEST_QUOTATION) break;
    first = before;
  }
  return first;
}

/** ××代表年份, XX表示编号: what a legend says of a mark. 某镇人大代表 are people. */
const VARIABLES = '年份 月份 日期 编号 序号 单位 姓名 名称 数字 地名 部门 代码 代号 顺序号 流水号';
const LEGEND = new RegExp(
  `^[”’]?(?:(?:代表|表示|指代|是指|(?<=[”’])[为即])(?:各|本|具体的?)?|部分[为即是][\\u4e00-\\u9fff]{0,6})${anyOf(VARIABLES)}`,
);
/** “××”由起草单位替换后报审, “×”印发时由法制科统一编号. */
const REPLACED = /^[”’][^，。；]{0,8}[由请应须需][^，。；]{0,16}(?:替换|填写|填入|补充|改为|编号)/;

/** 其余以xxxx代替: what is put in the place of what is not shown. */
const IN_PLACE_BEFORE = /[以用]$/;
const IN_PLACE_BEHIND = /^(?:来?代替|替代|隐去|表示)/;

/** Whether the text says what the mark stands for: here, or where it speaks of it (第×条中的“×”由…编号). */
export function isExplained({ text }: Line, start: number, end: number): boolean {
  if (explains(text, end)) return true;
  // 新办××许可证、换发××许可证，均在三日内办结: whichever it is.
  if (LICENCE.test(text.slice(end, end + 4)) && HANDLED.test(text.slice(Math.max(0, start - 4), start)))
    return true;
  if (IN_PLACE_BEHIND.test(text.slice(end, end + 3)) && IN_PLACE_BEFORE.test(text[start - 1] ?? ''))
    return true;
  const mark = text.slice(start, end);
  const spokenOf = text.indexOf(`“${mark}”`, Math.max(0, start - EXPLAINED));
  return spokenOf >= 0 && spokenOf - end < EXPLAINED && explains(text, spokenOf + mark.length + 1);
}

/** 意见××条的写法, ××年××月之类: a way of writing that the text speaks of. */
const WAY = /^[^，。；“”]{0,8}(?:的写法|的表述|之类的|一类的)/;
/** “某某”改为真名后. */
const CHANGED = /^[”’](?:都|一律|均|全部)?(?:改为|改成|换成|替换)/;

function explains(text: string, end: number): boolean {
  const right = text.slice(end, end + 24);
  return LEGEND.test(right.slice(0, 12)) || REPLACED.test(right) || CHANGED.test(right) || WAY.test(right);
}

/** So far from a mark it is explained. */
const EXPLAINED = 100;

/** 换发××许可证320本 says how many of one. */
const LICENCE = /^(?:许可证|证照|证书|执照)(?!\d)/;
/** An entry of a catalogue has no longer line. */
const LONGEST_ENTRY = 28;
/** What a catalogue does with its matters, or forbids. */
const HANDLED =
  /(?:新办|新设|设立|首次申请|申请|变更|注销|撤销|补办|换发|核发|延续|吊销|遗失|不?履行|违反|未按|擅自)$/;
/** ××（证照）, ××（证照种类）: the bracket says of what kind the variable is. */
const KIND = /^（[\u4e00-\u9fff]{0,6}(?:证照|证件|证书|种类|类别|类型|名称|事项|材料|品种|等级)）/;

/** 2.变更××（证照）, （五）不履行××义务: how the matters of a catalogue are to be named. */
export function isCatalogued({ text, paragraph }: Line, start: number, end: number): boolean {
  const { contentStart, contentEnd } = paragraph;
  if (
    contentEnd - contentStart > LONGEST_ENTRY ||
    /[，：]|[。；]./.test(text.slice(contentStart, contentEnd))
  )
    return false;
  return HANDLED.test(text.slice(Math.max(0, start - 4), start)) || KIND.test(text.slice(end, end + 14));
}
