/**
 * What a site sets into a sentence: its name in a bracket or between signs (【公文宝库】, *公文宝库*, ©公文宝库), a button or a credit in a
 * bracket (（点击下一页）, （编辑：小王）), its name in letters (gongwenbaoku). The author's sentence goes on around it.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { Characters, DIGITS, LETTERS } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isHan, kindSet, Token } from '../../../language/text/scan.ts';
import type { Words } from '../../../language/text/words.ts';

/** What sites and accounts for official texts call themselves by. */
const TRADE = anyOf(
  '公文 材料 文库 范文 秘书 笔杆 写作 文稿 素材 讲话稿? 文秘 稿件 申论 党课 宝库 文书 体制内',
);
const SHOP = anyOf(
  '网 号 圈 库 坊 屋 帮 斋 汇 阁 轩 吧 社 铺 君 人 通 宝 堂 馆 易 侠 派 苑 荟 先生 老师 小匠 之家 之友 驿站 星球 工坊 大全 超市 商城 在线 无忧 助手 课堂 联盟 笔记 日记',
);
const CORE = `[\\u4e00-\\u9fff]{0,4}(?:${TRADE}[\\u4e00-\\u9fff]{0,2}${SHOP}|宝库)`;
const NAME = `${CORE}[\\u4e00-\\u9fff]{0,2}`;

/** What a page tells its visitor to do; from end to end of a bracket. */
const BUTTONS = [
  '(?:微信)?(?:点击|长按|扫码|识别|扫描(?![件版仪后]))[^，。；]{0,8}',
  '(?:欢迎|请|记得)?(?:关注|转发|收藏|点赞|在看|分享)[\\u4e00-\\u9fff]{0,6}',
  '(?:下载|阅读|查看|展开)全文 下一页 未完待续 版权所有 (?:如需)?转载请?(?:注明|联系)[^，。；]{0,8} 图片?来[自源]于?网络',
  '(?:以下|此处|剩余)内容[^，。；]{0,4}(?:可见|隐藏|收费) 原创 独家 首发 配图 详见链接 (?:免费|点此)(?:领取|下载) 仅供(?:参考|学习)',
  '(?:全文|字数|共)[：:约]{0,2}\\d{2,5}字?',
  // 百度搜：快写网, 好文章.来自书香文秘
  '百度(?:一下|搜索?)?[：:][^，。；]{2,10} [\\u4e00-\\u9fff]{2,4}[.．·]?来自[\\u4e00-\\u9fff]{2,8}',
];
const OFFICES = '(?![^）)】\\]]{0,12}[局委办厅部院报社会署](?:[）)】\\]]|$))';
const CREDIT = `(?:来源|转自|编辑|责编|作者|撰稿|供稿|整理)[：:|｜]\\s?${OFFICES}[^，。；《（）()]{2,12}`;
/** （某某公众号首发）; an office publishes on its own as well. */
const ACCOUNT = '[\\u4e00-\\u9fff]{2,10}(?:公众号|视频号|小程序|微信号)(?:首发|原创|整理|出品|独家|分享)';
/** （此材料由“老秘笔记”分享） */
const HANDED = `[本此](?:材料|文|稿|资料)由${OFFICES}[^，。；（）()]{2,14}(?:分享|整理|原创|首发)`;
/** （秘书工作整理）; an office, or somebody who wrote down what was said, signs as well. */
const COMPILED = `(?!根据)${OFFICES}[\\u4e00-\\u9fff]{0,6}${TRADE}[\\u4e00-\\u9fff]{0,4}(?:整理|首发|原创|出品|独家|制作)`;
const BRACKETED = new RegExp(
  `[（(【［[〖](?:${NAME}|${ACCOUNT}|${HANDED}|${COMPILED}|${anyOf(BUTTONS)}|${CREDIT}|单字替换)[）)】］\\]〗]`,
  'y',
);
/** [图片], 【表情】: what a chat or an editor prints for what is no text. */
const PICTURED = /[【[](?:图片|视频|表情|语音|链接|文件|动画表情)[\]】]/y;
/** 中心公众号：材料星球的发展思想, ，微信搜一搜：小笔头为企业: an account, where the author's sentence goes on behind its name. */
const NAMES_ACCOUNT = /(?:公众号|搜一搜)[：:]$/;
/** The shortest name with a trade in it: 材料星球|的发展. */
const NAME_IN_TRADE = new RegExp(
  `[\\u4e00-\\u9fff]{0,4}?(?:${TRADE}[\\u4e00-\\u9fff]{0,2}?${SHOP}|宝库)`,
  'y',
);
/** 小笔头|为企业: what goes on behind a name. */
const NAME_BEFORE = /[\u4e00-\u9fff]{2,8}?(?=[的为让])/y;
/** What those who write for a living call themselves by: 老张写材料. */
const OF_WRITING = /[材料公文写笔稿秘]/;
/** Of a name that neither a stop nor a word ends, so much is surely its own. */
const SHORT_NAME = 4;
const LONG_NAME = 8;
/** 关注县政府微信公众号：, 大会公众号：: whose it is, or what to do with it. */
const OWNED = new RegExp(
  `${anyOf('关注 搜索 登录 进入 查看 官方 政务 大会 会议 单位 媒体 平台 [局委办厅院校会部县市区镇乡社]')}的?(?:官方)?(?:微信)?(?:公众号|搜一搜)[：:]$`,
);
const LONGEST_LABEL = 16;
/** [citation:3], as a language model prints what it has read. */
const CITED = /\[(?:citation|ref|source|来源|引用)[:：]\s?\d{1,3}\]/y;
/** *公文宝库*, ——公文宝库——, ◆公文宝库◆, ©公文宝库. */
const SIGNED = new RegExp(
  `(?:[*#＃◆◇■★☆※]{1,2}|——)${NAME}(?:[*#＃◆◇■★☆※]{1,2}|——)|[©®](?:${CORE}|[\\u4e00-\\u9fff]{2,4})`,
  'y',
);
/** gongwenbaoku, cailiao365. */
const SPELT = /(?:gongwen|cailiao|fanwen|wenku|wenmi|xiezuo|mishu|sucai|jianghua)[a-z0-9]{0,16}/iy;
/** 公文|e站: a name with a letter in it. */
const LETTERED = /^(?:公文|范文|文秘|材料|文库)[eEiI][站家网店]$/;
/** 公·文·宝·库, 公 文 宝 库 网: a name with the same sign between all its characters. */
const SPACED = /[\u4e00-\u9fff](?:([ \u3000·•.])[\u4e00-\u9fff])(?:\1[\u4e00-\u9fff]){2,9}/y;
const IS_NAME = new RegExp(NAME);

const OPENS = new Characters('（(【［[〖');
const SIGNS = new Characters('*#＃◆◇■★☆※—©®');
const WORD = new Characters(LETTERS, DIGITS, '.@/_-');
const KINDS = kindSet(Token.Open, Token.Blank, Token.Other, Token.Latin, Token.Space);
/** A shorter line is a heading or a label. */
export const SENTENCE = 20;
const STOPS = new Characters('，。；、：');

export const insets = defineFact<readonly Range[]>(
  'insets',
  { tokens: [Token.Open, Token.Blank, Token.Other, Token.Latin, Token.Space] },
  (paragraph) => {
    const { contentStart, contentEnd, role, text, scan } = paragraph;
    if (role === 'table' || contentEnd - contentStart < SENTENCE) return [];
    const found: Range[] = [];
    let until = contentStart + 1;
    for (let i = scan.next(KINDS, 0); i < scan.count; i = scan.next(KINDS, i + 1)) {
      const at = scan.start(i);
      if (at < until) continue;
      const range = insetAt(text, at);
      if (!range || range.start < until || !goesOn(text, range, contentEnd)) continue;
      found.push(range);
      until = range.end;
    }
    return found;
  },
);

/** The author's words stand before it, and go on behind it. */
function goesOn(text: string, { start, end }: Range, contentEnd: number): boolean {
  const before = isHan(text.charCodeAt(start - 1)) || STOPS.at(text, start - 1);
  return before && end < contentEnd && (isHan(text.charCodeAt(end)) || STOPS.at(text, end));
}

function insetAt(text: string, at: number): Range | undefined {
  if (OPENS.at(text, at))
    return matchAt(BRACKETED, text, at) ?? matchAt(CITED, text, at) ?? matchAt(PICTURED, text, at);
  if (SIGNS.at(text, at)) return matchAt(SIGNED, text, at);
  if (' \u3000·•.'.includes(text[at]!)) {
    const name = matchAt(SPACED, text, at - 1);
    return name && IS_NAME.test(text.slice(name.start, name.end).replace(/[ \u3000·•.]/g, ''))
      ? name
      : undefined;
  }
  const lettered = LETTERED.exec(text.slice(Math.max(0, at - 2), at + 2));
  if (lettered && at >= 2) return { start: at - 2, end: at + 2 };
  const spelt = WORD.at(text, at - 1) ? undefined : matchAt(SPELT, text, at);
  return spelt && !WORD.at(text, spelt.end) ? spelt : undefined;
}

/** What stands before the name of a site that the author speaks of. */
const SPEAKS_OF = new Characters('在到是为的和与于录开过从由访叫称作入办建成把用看等及或“《、（');
const CLAUSE_ENDS = new Characters('，。；');
/** 我|老秘网|市: what the name of a site parts. */
const OWN_PLACE = /^[我全本各][省市县区镇乡局村]$/;

/** Whether a site's name stands inside a word of the author's (我老秘网市), or at the end of a clause that it is no part of. */
export function isSownName(text: string, { start, end }: Range, words: Words): boolean {
  if (!isHan(text.charCodeAt(start - 1))) return false;
  const parted = text[start - 1]! + (text[end] ?? '');
  if (isHan(text.charCodeAt(end)))
    return OWN_PLACE.test(parted) || words.has(parted) || isAlien(text, { start, end }, words);
  return CLAUSE_ENDS.at(text, end) && !SPEAKS_OF.at(text, start - 1);
}

/** 公路局局长|文秘部落|同志: where nobody goes there, nor tells of it, and a word ends. 学校的作文网上传了习作 does. */
function isAlien(text: string, { start, end }: Range, words: Words): boolean {
  const around = text.slice(Math.max(0, start - VISIT_REACH), start);
  return (
    !VISITS.test(around) &&
    // ，云起|公文网: the end of a longer name.
    !/[，。；、！？][\u4e00-\u9fff]{1,3}$/.test(around) &&
    !/^[上里中内首发刊平是为有和与、站推举提]/.test(text[end]!) &&
    words.isBoundary(text, start) &&
    words.isBoundary(text, end)
  );
}
const VISITS = new RegExp(
  anyOf(
    '登录 访问 网站 网址 打开 浏览 查阅 查看 关注 通过 依托 利用 来自 在 据 从 于 由 与 和 及 、 创办 主办 开办 建 名为 叫 做 “ 《 举办 参加 推荐 出版 授权',
  ),
);
const VISIT_REACH = 10;

/** 原则|文章来源于|公文写作网敢于斗争: what signs with the name of a site that follows. */
const SIGNS_WITH = new RegExp(
  `(?:${[
    '[本此]?(?:文章?|资料|材料|内容|文档)(?:来源于|来自于?|转自|摘自|选自)',
    '(?:搜集)?整理[：:]',
    '(?:更多[\\u4e00-\\u9fff]{0,6}[，,]?)?尽在',
  ].join('|')})$`,
);
const LONGEST_CREDIT = 14;

/** A site's name with the words that sign it, run into the author's sentence; undefined where nothing signs. */
export function signedName(text: string, { start, end }: Range): Range | undefined {
  const credit = SIGNS_WITH.exec(text.slice(Math.max(0, start - LONGEST_CREDIT), start))?.[0];
  if (credit === undefined) return undefined;
  const range = { start: start - credit.length, end };
  return isRunIn(text, range) ? range : undefined;
}

/** Whether the author's words or a comma stand on both sides. */
export function isRunIn(text: string, { start, end }: Range): boolean {
  const stands = (at: number) => isHan(text.charCodeAt(at)) || CLAUSE_ENDS.at(text, at);
  return (
    stands(start - 1) && stands(end) && (isHan(text.charCodeAt(start - 1)) || isHan(text.charCodeAt(end)))
  );
}

/** The account that a colon at an offset announces in a sentence, with its label; undefined where an office names its own. */
export function accountAt(text: string, at: number, words: Words): Range | undefined {
  const left = text.slice(Math.max(0, at + 1 - LONGEST_LABEL), at + 1);
  const label = NAMES_ACCOUNT.exec(left);
  if (!label || OWNED.test(left)) return undefined;
  const name = nameBehind(text, at + 1, words);
  const behind = name && text.slice(name.start, name.end);
  if (
    !name ||
    !(
      isHan(text.charCodeAt(name.end)) ||
      (isHan(text.charCodeAt(at - label[0].length)) && OF_WRITING.test(behind!))
    )
  )
    return undefined;
  const start = at + 1 - label[0].length;
  return { start: text.endsWith('微信', start) ? start - 2 : start, end: name.end };
}

/** The name behind the colon: to the end of its trade, to a stop, to what the author goes on with, or to the end of a word. */
function nameBehind(text: string, start: number, words: Words): Range | undefined {
  let stop = start;
  while (stop - start <= LONG_NAME && isHan(text.charCodeAt(stop))) stop++;
  if (stop - start < 2) return undefined;
  const traded = matchAt(NAME_IN_TRADE, text, start);
  if (traded && traded.end <= stop) return traded;
  if (stop - start <= SHORT_NAME + 1) return { start, end: stop };
  const before = matchAt(NAME_BEFORE, text, start);
  if (before && before.end < stop) return before;
  if (stop - start <= LONG_NAME) return { start, end: stop };
  let end = start + SHORT_NAME;
  while (end - start < LONG_NAME && !words.isBoundary(text, end)) end++;
  return { start, end };
}

function matchAt(pattern: RegExp, text: string, at: number): Range | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? { start: at, end: pattern.lastIndex } : undefined;
}
