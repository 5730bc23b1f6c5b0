/** What a web page or a print-out puts around an article: buttons, by-lines, trails, page counts. */

import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { Token } from '../../../language/text/scan.ts';

const CHROME_WORDS = wordList('advert.chrome');

export interface Chrome extends Range {
  /** What it is, for the message. */
  readonly what:
    | '按钮'
    | '文章信息栏'
    | '栏目标题'
    | '栏目路径'
    | '页码'
    | '发布时间'
    | '网页代码'
    | '字数'
    | '网页标题'
    | '页眉页脚'
    | '网页边栏';
  /** What shows it, as written. */
  readonly shown: readonly string[];
}

/** A line longer than this holds prose, not a bar of buttons. */
const BAR_LENGTH = 100;

/** What may stand before the first label of a by-line: a bracket, the name of whoever posted. */
const BY_LINE_LEAD = 8;
/** A time as programs print it. */
const MACHINE_TIME = /\d{4}-\d{1,2}-\d{1,2}\s{1,2}\d{1,2}:\d{2}/;

const NONE: readonly Chrome[] = [];

/** The parts of the page in a paragraph: one that takes the whole line, or those inside it. */
export const chrome = defineFact<readonly Chrome[]>(
  'chrome',
  { tokens: [Token.Digits], words: [CHROME_WORDS] },
  (paragraph) => {
    const stamp = timeStamp(paragraph);
    if (stamp) return [stamp];
    const hits = paragraph.hits(CHROME_WORDS);
    const part = partHeading(paragraph);
    if (part) return [part];
    if (hits.length === 0) return NONE;
    const bar = readBar(paragraph, hits);
    return bar ? [bar] : readInside(paragraph, hits);
  },
);

/** `2024-10-28 07:43:00 某某素材网`: a line that begins with a date and the time to the second, as machines write it. */
const STAMP =
  /(?:(?:发布|发表|更新|添加)?(?:时间|日期)[:：]\s*)?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,4}\d{1,2}:\d{2}(:\d{2})?(?:\s{1,8}([^\s，。；：、,;:]{2,14}))?$/y;
const SITE = /(?:网|网站|在线|客户端|公众号|文库)$/;

function timeStamp(paragraph: Paragraph): Chrome | undefined {
  const { contentStart, contentEnd, text } = paragraph;
  const first = text.charCodeAt(contentStart);
  const length = contentEnd - contentStart;
  const digit = first >= 0x30 && first <= 0x39;
  if (length > 60 || length < 14 || !(digit || '发更添时日'.includes(text[contentStart]!))) return undefined;
  const content = paragraph.content;
  STAMP.lastIndex = 0;
  const m = STAMP.exec(content);
  if (!m || !(m[2] === undefined ? m[1] : SITE.test(m[2]))) return undefined;
  return { start: contentStart, end: contentEnd, what: '发布时间', shown: [content] };
}

/** `乡镇工作总结第3篇`, `心得体会（篇一）`: what heads one of several samples on a page. Statutes and plans begin with 第三篇. */
const PART =
  /(?:总结|报告|讲话稿?|发言稿?|体会|范文|方案|计划|通知|演讲稿?|致辞|心得|申请书|倡议书|事迹|简报|汇报|述职|条例|主持词)\s?(?:第\s?[\d一二三四五六七八九十]{1,3}\s?篇|[（(【[]?篇[\d一二三四五六七八九十]{1,3}[）)】\]]?)[：:]?$/;
const PART_LENGTH = 40;

function partHeading({ text, content, contentStart, contentEnd, role }: Paragraph): Chrome | undefined {
  if (contentEnd - contentStart > PART_LENGTH || role === 'table') return undefined;
  if (!/[篇：:）)】\]\d一二三四五六七八九十]/.test(text[contentEnd - 1] ?? '') || !text.includes('篇'))
    return undefined;
  return PART.test(content) && !/[《。，；]/.test(content)
    ? { start: contentStart, end: contentEnd, what: '网页标题', shown: [content] }
    : undefined;
}

/** `.. 欢迎下载使用 ..`: what sites for documents print above and below each page. */
const STAMP_LINE =
  /^[\s.．·*_—…|-]*(?:欢迎下载(?:使用)?|推荐下载|学海无涯|范文\s*范例(?:\s*(?:指导|参考|学习))*)[\s.．·*_—…|!！-]*$/;

/** A line that is nothing but page: judged by its length and by what its words are. */
function readBar(paragraph: Paragraph, hits: readonly Hit[]): Chrome | undefined {
  const { content, contentStart, contentEnd } = paragraph;
  // A table may well have a column 打印.
  if (content.length > BAR_LENGTH || paragraph.role === 'table') return undefined;
  const whole = (what: Chrome['what'], shown: readonly string[]): Chrome => ({
    start: contentStart,
    end: contentEnd,
    what,
    shown,
  });
  const of = (...kinds: string[]) => hits.filter((h) => kinds.includes(h.entry.value));
  const first = hits[0]!;

  const heading = of('heading')[0];
  const tags = of('tags')[0];
  if (tags && tags.start === contentStart && !/[。；]/.test(content))
    return whole('栏目标题', [tags.entry.word]);
  if (heading && heading.start - contentStart <= 1 && isHeading(content, heading.end - contentStart))
    return whole('栏目标题', [heading.entry.word]);

  if (of('stamp').length > 0 && STAMP_LINE.test(content)) return whole('页眉页脚', [content]);

  // 本帖最后由 … 编辑, 京ICP备05070218号: a line of the page's frame; 办理ICP备案 is prose.
  const line = of('line')[0];
  if (line && !/[。；！？]/.test(content) && isFrame(line.entry.word, content.slice(line.end - contentStart)))
    return whole('网页边栏', [line.entry.word]);

  // （责任编辑：某某）: in brackets and a line by itself; without, it may be a bulletin's own.
  const editor = of('editor')[0];
  if (editor && editor.start - contentStart === 1 && /^[（(【[]责.{2,24}[）)】\]]$/.test(content))
    return whole('文章信息栏', [editor.entry.word]);

  const trail = of('trail')[0];
  if (trail && trail.start - contentStart <= 2 && TRAIL.test(content)) return whole('栏目路径', [content]);

  const buttons = of('button');
  if (buttons.length > 0) {
    const words = barWords(content);
    const known = words.filter((word) => BUTTON.test(word));
    if (known.length >= 2 && known.length * 3 >= words.length * 2) return whole('按钮', known);
    if (content.startsWith('收藏《')) return whole('按钮', ['收藏']);
    if (/^[【[]?(?:分享到|复制链接|加入收藏|打印本页|关闭窗口)[】\]]?[：:]?$/.test(content))
      return whole('按钮', [content]);
  }

  const labels = of('label', 'web-label');
  const words = new Set(labels.map((h) => h.entry.word));
  if (
    of('web-label').length === 1 &&
    /^(?:[-·•]\s?)?(?:浏览|阅读|点击|访问)[量数次]{0,2}[：:]\s{0,3}\d{0,8}\s?次?$/.test(content)
  )
    return whole('文章信息栏', [...words]);
  if (
    words.size >= 2 &&
    (labels.some((h) => h.entry.value === 'web-label') || MACHINE_TIME.test(content)) &&
    first.start - contentStart <=
      BY_LINE_LEAD +
        (/^\d{4}-\d{1,2}-\d{1,2}\s{1,2}\d{1,2}:\d{2}(?::\d{2})?/.exec(content)?.[0].length ?? 0) &&
    !/[。；！？]/.test(content)
  ) {
    return whole('文章信息栏', [...words]);
  }
  return undefined;
}

/** `相关新闻：`, `上一篇：无`, `目录/提纲：……`: the heading alone, or with the link it heads. */
function isHeading(content: string, end: number): boolean {
  const rest = content.slice(end);
  if (/^[【[]?(?:上一篇|下一篇)/.test(content)) return /^[】\]]?(?:$|[：:\s])/.test(rest);
  if (/^(?:目录\/提纲|打开app|下载app)/i.test(content)) return rest.length < 30 && !/[。；]/.test(rest);
  return /^(?:到(?:微信|朋友圈|微博))?[】\]]?[：:>]{0,2}(?:\s?\d{1,6}\s?条)?$/.test(rest);
}

const TRAIL =
  /^[【[]?(?:(?:您?的?|你的)?(?:当前的?|所在|现在的)?(?:所在的?)?位置是?[:：]|首页\s{0,3}[>›»＞→/]|首页\s+[^\s，。]{2,12}\s+[^\s，。]{2,30}$)/;

function isFrame(word: string, rest: string): boolean {
  return word === 'icp备' || word === '公网安备' ? /^[\s案号]{0,3}\d{6}/.test(rest) : true;
}

function barWords(content: string): string[] {
  return content.split(/[\s【】[\]（）()<>《》|｜/·•：:，,、]+/).filter((word) => word !== '');
}

const BUTTON =
  /^(?:字号|字体|字体大小|大|中|小|默认|超大|特大|打印|打印本页|打印文章|收藏|收藏本文|加入收藏|我要收藏|分享到.{0,6}|分享|微信|微博|新浪微博|朋友圈|微信好友|QQ空间|QQ|QQ好友|下载|全屏|关闭|关闭窗口|关闭本页|复制|复制链接|纠错|投稿|举报|评论|点赞|放大|缩小|繁体|简体|无障碍|返回|返回顶部|转发|朗读|T|T\+|A\+|A-)$/i;

/** Page counts, buttons in brackets and page code inside a line of text. */
function readInside(paragraph: Paragraph, hits: readonly Hit[]): Chrome[] {
  const { text } = paragraph;
  const found: Chrome[] = [];
  // l> : what is left of a torn tag before other code.
  const torn = hits.some((h) => h.entry.value === 'code') ? TORN_TAG.exec(text)?.[0] : undefined;
  if (torn) found.push({ start: 0, end: torn.length, what: '网页代码', shown: [torn] });
  for (const hit of hits) {
    const { value } = hit.entry;
    let range: Range | undefined;
    if (value === 'pages') range = pageCount(text, hit);
    else if (value === 'sure') range = withBrackets(text, hit);
    else if (value === 'code') range = codeAt(text, hit);
    else if (value === 'style') range = styleAt(text, hit);
    else if (value === 'length') range = lengthAt(paragraph, hit);
    if (!range || range.start < (found[found.length - 1]?.end ?? 0)) continue;
    const what = WHAT[value] ?? '网页代码';
    found.push({ ...range, what, shown: [text.slice(range.start, range.end)] });
  }
  return found;
}

const TORN_TAG = /^(?:\/?[a-z]{1,5}|")>/i;

const WHAT: Readonly<Record<string, Chrome['what']>> = { pages: '页码', sure: '按钮', length: '字数' };

const PAGE_COUNT =
  /(?<![至到—-])[（(【[]?第\s{0,2}\d{1,4}\s{0,2}页\s{0,2}[/,，]?\s{0,2}共\s{0,2}\d{1,4}\s{0,2}页[）)】\]]?/;

/** `第1页共10页` around a hit of 页共. A form's `第　页共　页` has no numbers and is the form's own. */
function pageCount(text: string, hit: Range): Range | undefined {
  const from = Math.max(0, hit.start - 10);
  // 页码格式为“第1页 共2页”: spoken of.
  if (text.slice(from, hit.start).includes('“')) return undefined;
  const m = PAGE_COUNT.exec(text.slice(from, hit.end + 12));
  return m ? { start: from + m.index, end: from + m.index + m[0].length } : undefined;
}

function withBrackets(text: string, { start, end }: Range): Range | undefined {
  return /[【[（(［]/.test(text[start - 1] ?? '') && /[】\]）)］]/.test(text[end] ?? '')
    ? { start: start - 1, end: end + 1 }
    : undefined;
}

/** A rule of a style sheet, whole or what is left of one: `p.cjk { font-size: 10pt }`. */
const STYLE_RULE = '\\s{0,4}[@a-z][\\w.@: -]{0,30}\\{[^{}]{0,300}\\}?';
const CODE = new RegExp(
  `&[a-z]{2,6};|&#\\d{2,6};|<\\/?[a-z]{1,6}(?:\\s[^<>]{0,200})?\\/?>|@page\\s?\\{[^{}]{0,300}\\}?(?:${STYLE_RULE}){0,20}`,
  'iy',
);

/** `text-indent:2em; margin-left:0cm`: the declarations around a hit. */
const DECLARATIONS = /(?:[a-z-]{3,24}\s?:\s?[\w.#%"' ,()-]{1,40};?\s?){1,20}/iy;

function styleAt(text: string, { start }: Range): Range | undefined {
  let from = start;
  while (from > 0 && start - from < 200 && /[\w.#%"' ,;:()-]/.test(text[from - 1]!)) from--;
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
const COUNTED = /[（(【[]\s?((?:本文|全文|正文)?(?:共|约)?(?:计)?[:：]?)\s?(\d{3,5})\s?字[）)】\]]$/;

/** `在…会议上的发言(1542字)`: a site counts to the last character, a notice asks for round numbers. */
function lengthAt({ text, contentStart, contentEnd }: Paragraph, { end }: Range): Range | undefined {
  if (end !== contentEnd || contentEnd - contentStart > TITLE_LENGTH) return undefined;
  const m = COUNTED.exec(text.slice(contentStart, contentEnd));
  if (!m || !(/文/.test(m[1]!) || (/[^0]$/.test(m[2]!) && m.index > 4))) return undefined;
  return { start: contentStart + m.index, end };
}

function codeAt(text: string, { start }: Range): Range | undefined {
  CODE.lastIndex = start;
  return CODE.test(text) ? { start, end: CODE.lastIndex } : undefined;
}
