/** Parts of a web page or a print-out that stand inside a line: page counts, buttons in brackets, lengths, page code. */

import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { accountAt, isRunIn, isSownName, SENTENCE, signedName } from './inset.ts';

const CHROME_WORDS = wordList('advert.chrome');

export interface Chrome extends Range {
  /** What it is, for the message. */
  readonly what: 'button' | 'page count' | 'page number' | 'note' | 'code' | 'length';
  /** What shows it, as written. */
  readonly shown: readonly string[];
}

/** The parts of the page inside a paragraph. */
export const chrome = defineFact<readonly Chrome[]>('chrome', { words: [CHROME_WORDS] }, (paragraph) => {
  const { text } = paragraph;
  const hits = paragraph.hits(CHROME_WORDS);
  const found = readHits(hits, (hit): Chrome | undefined => {
    const { what, read } = PARTS[hit.entry.value as keyof typeof PARTS];
    const range = read(paragraph, hit);
    return range && { ...range, what, shown: [text.slice(range.start, range.end)] };
  });
  // l> : what is left of a torn tag before other code.
  const torn = hits.some((hit) => hit.entry.value === 'code') ? TORN_TAG.exec(text)?.[0] : undefined;
  if (torn === undefined) return found;
  const rest = found.filter(({ start }) => start >= torn.length);
  return [{ start: 0, end: torn.length, what: 'code', shown: [torn] }, ...rest];
});

const TORN_TAG = /^(?:\/?[a-z]{1,5}|")>/i;

/** 【遴选备考】在…的讲话: what a site files the text under. */
function tagAt(paragraph: Paragraph, hit: Range): Range | undefined {
  return hit.start - 1 === paragraph.contentStart ? sampleNoteAt(paragraph, hit) : undefined;
}

/** 【9.9元】在…的讲话: what a site asks for the text; the hit is the end of the bracket. */
function priceAt({ text, contentStart, contentEnd }: Paragraph, { end }: Range): Range | undefined {
  const priced = /^[【[]￥?\d[\d.]{0,5}元[】\]]$/.test(text.slice(contentStart, end));
  return priced && TAGGED_TITLE.test(text.slice(end, contentEnd)) ? { start: contentStart, end } : undefined;
}

/** 中心公众号：材料星球的发展思想: the hit ends with the colon. */
function accountIn(
  { text, contentStart, contentEnd, language }: Paragraph,
  { end }: Range,
): Range | undefined {
  return contentEnd - contentStart < SENTENCE ? undefined : accountAt(text, end - 1, language.words);
}

/** 我老秘网市, 原则文章来源于公文写作网敢于斗争: the name of a site in a sentence that is not about it. */
function siteIn({ text, contentStart, contentEnd, language }: Paragraph, hit: Range): Range | undefined {
  if (contentEnd - contentStart < SENTENCE) return undefined;
  const signed = signedName(text, hit);
  if (signed) return signed;
  return isSownName(text, hit, language.words) ? { start: hit.start, end: hit.end } : undefined;
}

/** 改进|本内容由会员上传|教学方法: what a site says of the text, in a sentence of the author's. */
function creditIn({ text, contentStart, contentEnd }: Paragraph, hit: Range): Range | undefined {
  const said = THIS_TEXT.exec(text.slice(Math.max(0, hit.start - THIS_LENGTH), hit.start))?.[0];
  if (said === undefined || contentEnd - contentStart < SENTENCE) return undefined;
  const range = { start: hit.start - said.length, end: hit.end };
  return isRunIn(text, range) ? range : undefined;
}
const THIS_TEXT = /本(?:内容|文档?|资料|作品|材料)$/;
const THIS_LENGTH = 3;

const COUNTS = /^(?:(?:点赞|在看|阅读|收藏|转发|评论)\s\d{1,6}[\s　]{0,4}){1,6}/;

/** 点赞 128　在看 36: how a platform counts what its visitors do. */
function countsAt({ text, contentEnd }: Paragraph, { start }: Range): Range | undefined {
  const counted = COUNTS.exec(text.slice(start, contentEnd))?.[0].trimEnd();
  return counted === undefined ? undefined : { start, end: start + counted.length };
}

/** What a word of the list may be the beginning of, by the list's values. */
const PARTS = {
  pages: { what: 'page count', read: pageCount },
  sure: { what: 'button', read: withBrackets },
  code: { what: 'code', read: codeAt },
  field: { what: 'code', read: fieldAt },
  style: { what: 'code', read: styleAt },
  length: { what: 'length', read: lengthAt },
  sample: { what: 'note', read: sampleNoteAt },
  tag: { what: 'note', read: tagAt },
  price: { what: 'note', read: priceAt },
  counts: { what: 'note', read: countsAt },
  account: { what: 'note', read: accountIn },
  site: { what: 'note', read: siteIn },
  credit: { what: 'note', read: creditIn },
  collection: { what: 'note', read: collectionNoteAt },
  many: { what: 'note', read: manyAt },
  suffix: { what: 'note', read: suffixAt },
} as const;

/** 3, 3 页: a number of pages as print-outs set it apart. */
const PAGES = String.raw`\s{0,2}\d{1,4}\s{0,2}页`;
const PAGE_COUNT = new RegExp(
  String.raw`(?<![至到—-])[（(【[]?第${PAGES}\s{0,2}[/,，（(]?\s{0,2}共${PAGES}[）)】\]]?`,
);

/** What a page of another book is cited behind. */
const CITED = /[见于至到翻书册]$|教材$/;

/** `第1页共10页` around a hit of 页共. A form's `第　页共　页` has no numbers and is the form's own. */
function pageCount({ text }: Paragraph, hit: Range): Range | undefined {
  const from = Math.max(0, hit.start - 10);
  // 页码格式为“第1页 共2页”: spoken of.
  if (text.slice(from, hit.start).includes('“')) return undefined;
  const m = PAGE_COUNT.exec(text.slice(from, hit.end + 12));
  // 见教材第3页，共8页
  if (m && CITED.test(text.slice(Math.max(0, from + m.index - 2), from + m.index))) return undefined;
  return m ? { start: from + m.index, end: from + m.index + m[0].length } : undefined;
}

function withBrackets({ text }: Paragraph, { start, end }: Range): Range | undefined {
  return /[【[（(［]/.test(text[start - 1] ?? '') && /[】\]）)］]/.test(text[end] ?? '')
    ? { start: start - 1, end: end + 1 }
    : undefined;
}

/** A rule of a style sheet, whole or what is left of one: `p.cjk { font-size: 10pt }`. */
const STYLE_RULE = '\\s{0,4}[@a-z][\\w.@: -]{0,30}\\{[^{}]{0,300}\\}?';
const CODE = new RegExp(
  [
    // &nbsp; &#160;
    '&[a-z]{2,6};|&#\\d{2,6};',
    // <span lang="ZH-CN">
    '<\\/?[a-z]{1,6}(?:\\s[^<>]{0,200})?\\/?>',
    // What a comment sells is told as an advert.
    String.raw`<!--[^<>\d]{0,20}-->|-->`,
    `@page\\s?\\{[^{}]{0,300}\\}?(?:${STYLE_RULE}){0,20}`,
  ].join('|'),
  'iy',
);

/** PAGEREF _Toc25831 \h: the code of a field of Word, whose result is the page number behind it. */
const FIELD = new RegExp(
  [
    String.raw`PAGEREF\s?_Toc\d{1,12}(?:\s\\?h(?![a-z]))?`,
    String.raw`HYPERLINK \\l "?_?\w{0,24}"?`,
    String.raw`TOC \\o(?: "[\d-]{1,5}")?(?: \\[a-z]){0,6}`,
    String.raw`\\\* MERGEFORMAT`,
  ].join('|'),
  'y',
);

/** `text-indent:2em; margin-left:0cm`: the declarations around a hit. */
const DECLARATIONS = /(?:[a-z-]{3,24}\s?:\s?[\w.#%"' ,()-]{1,40};?\s?){1,20}/iy;

function styleAt({ text }: Paragraph, { start }: Range): Range | undefined {
  let from = start;
  while (from > 0 && start - from < LONGEST_STYLE && /[\w.#%"' ,;:()-]/.test(text[from - 1]!)) from--;
  while (/[\s;,]/.test(text[from]!)) from++;
  DECLARATIONS.lastIndex = from;
  const m = DECLARATIONS.exec(text);
  // 行距（line-height: 28磅） is spoken of; code has a semicolon, a number with its unit, or stands alone.
  return m && /;|\d(?:cm|em|pt|px|in|%)/.test(m[0])
    ? { start: from, end: from + m[0].trimEnd().length }
    : undefined;
}

/** Titles are no longer, units. */
const TITLE_LENGTH = 60;
const COUNTED =
  /[（(【[]\s?((?:本文|全文|正文|本报告|本稿|全稿)?(?:共|约)?(?:计)?[:：]?)\s?(\d{3,5})\s?字[）)】\]]$/;

/** `在…会议上的发言(1542字)`: a site counts to the last character, a notice asks for round numbers. */
function lengthAt({ text, contentStart, contentEnd }: Paragraph, { end }: Range): Range | undefined {
  if (end !== contentEnd || contentEnd - contentStart > TITLE_LENGTH) return undefined;
  const m = COUNTED.exec(text.slice(contentStart, contentEnd));
  if (!m || !(/文|报告|稿/.test(m[1]!) || (/[^0]$/.test(m[2]!) && m.index > 4))) return undefined;
  return { start: contentStart + m.index, end };
}

const COPIED_KINDS = [
  '讲话 总结 报告 发言 汇报 心得 体会 致辞 致词 述职 检查材料 工作计划 主持词 演讲 倡议书 感谢信 慰问信 党课',
  '通知 方案 意见 请示 批复 通报 通告 公告 纪要 要点 简报 事迹材料',
];
/** Whose title such a note stands behind: forms and contracts are samples by right. */
const COPIED = new RegExp(`${anyOf(COPIED_KINDS)}[稿词]?$`);
/** What stands between the tag of a site and the end of the title. */
const TAGGED_TITLE = /^\s{0,2}[^。；：，\s][^。；：]{5,50}$/;

/** What stands behind a title without a bracket: 活动方案范文, 工作报告格式模板. */
export const BARE_SAMPLE = /^(?:范文|例文|范例|格式模板|模板)$/;

/** 第三节　主持词范文 */
const NUMBERED = new RegExp(`^(?:第?[${ONE_TO_TEN}\\d]{1,3}[章节、.．]|[（(])`);

/** 工作总结-文秘114, 述职报告——范文大全: what a page sets behind the title that it has from the text. */
function suffixAt({ text, contentStart, contentEnd }: Paragraph, { start }: Range): Range | undefined {
  if (contentEnd - contentStart > TITLE_LENGTH || !SUFFIX.test(text.slice(start, contentEnd)))
    return undefined;
  let from = start;
  while (from > contentStart && /[-_—－|]/.test(text[from - 1]!)) from--;
  return COPIED.test(text.slice(contentStart, from).trimEnd()) ? { start: from, end: contentEnd } : undefined;
}
const SUFFIX = new RegExp(
  `^[-_—－|]{1,2}(?:[\\u4e00-\\u9fff]{2,5}${anyOf('网 库 大全 站 吧 帮 下载')}|${anyOf('文秘 范文 豆丁 道客')}[\\u4e00-\\u9fff]{0,4})[a-z\\d]{0,6}$`,
  'i',
);

/** 讲话（范文）, 活动方案范文, 情况的汇报【学习资料: a note of the site behind the title, in a bracket that may have been torn; 【范文】在…的讲话. */
function sampleNoteAt(paragraph: Paragraph, hit: Range): Range | undefined {
  const { text, contentStart, contentEnd } = paragraph;
  const { start, end } = hit;
  if (contentEnd - contentStart > TITLE_LENGTH) return undefined;
  if (start - 1 === contentStart)
    return TAGGED_TITLE.test(text.slice(end + 1, contentEnd)) ? withBrackets(paragraph, hit) : undefined;
  if (contentEnd - end > 1) return undefined;
  if (end === contentEnd && BARE_SAMPLE.test(text.slice(start, end)))
    return COPIED.test(text.slice(contentStart, start)) && !NUMBERED.test(text.slice(contentStart, start))
      ? hit
      : undefined;
  const closed = /[）)】\]]/.test(text[end] ?? '');
  if (!/[（(【[]/.test(text[start - 1] ?? '') || (end < contentEnd && !closed)) return undefined;
  if (!COPIED.test(text.slice(contentStart, start - 1).trimEnd())) return undefined;
  return { start: start - 1, end: closed ? end + 1 : end };
}

/** （每批次1份）, （正本2份）: copies of a document, not others like it. */
const NO_COPIES = '(?!每|各|正本|副本|一式)';
const COLLECTION = new RegExp(
  String.raw`[（(【[]${NO_COPIES}[\u4e00-\u9fff]{2,4}(?:范文)?\s?(?:共|第)?[\d${ONE_TO_TEN}]{1,3}\s?[篇份][）)】\]]$`,
);

/** 党支部工作总结（通用15篇）: how many others a site sells under one title. */
function collectionNoteAt(
  { text, contentStart, contentEnd }: Paragraph,
  { start }: Range,
): Range | undefined {
  if (contentEnd - contentStart > TITLE_LENGTH) return undefined;
  return COLLECTION.test(text.slice(start, contentEnd)) ? { start, end: contentEnd } : undefined;
}

const MANY = new RegExp(String.raw`[（(]${NO_COPIES}[\u4e00-\u9fff]{0,4}\d{1,3}\s?$`);

/** 主持词（18篇）: the same without a word of praise. The hit is the end of the bracket. */
function manyAt({ text, contentStart, contentEnd }: Paragraph, { end }: Range): Range | undefined {
  if (end !== contentEnd || contentEnd - contentStart > TITLE_LENGTH) return undefined;
  const counted = MANY.exec(text.slice(contentStart, end - 2))?.index;
  if (counted === undefined || !COPIED.test(text.slice(contentStart, contentStart + counted).trimEnd()))
    return undefined;
  return { start: contentStart + counted, end };
}

/** Whether the pattern of a field begins at the hit. */
function fieldAt({ text }: Paragraph, { start }: Range): Range | undefined {
  FIELD.lastIndex = start;
  return FIELD.test(text) ? { start, end: FIELD.lastIndex } : undefined;
}

function codeAt({ text }: Paragraph, { start }: Range): Range | undefined {
  CODE.lastIndex = start;
  return CODE.test(text) ? { start, end: CODE.lastIndex } : undefined;
}

/** Characters of a style sheet's rule before its first word of ours. */
const LONGEST_STYLE = 200;
