/**
 * Who made a page, line by line behind its text (统筹：李琳 ⏎ 策划：林涛 ⏎ 校对：赵清), or on one line between title and salutation (供稿：… 编辑：…):
 * editors of a medium, whom no speech or report names.
 */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { layout } from '../../../language/layout/layout.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { type Gathered, neighbour, wholeLine } from './advert.ts';

const MAKERS =
  '统筹 策划 设计 制图 海报 视觉 文案 美编 责编 责任编辑 编辑 编审 值班编辑 校对 校审 审核 审校 监制 总监制 出品 排版 摄影 摄像 剪辑 记者 供稿 供稿人 撰稿 撰文 通讯员 来源';
/** Those that only a medium has: a bulletin of an office has editors as well, who 签发 it. */
const OF_MEDIA = new RegExp(
  `^${anyOf('统筹 策划 设计 制图 海报 视觉 美编 总?监制 出品 排版 摄像 剪辑')}[：:]`,
);
const NAMES = '(?:[\\u4e00-\\u9fff]{2,4}[ \\u3000、]{0,3}){1,4}';
const CREDIT = new RegExp(`^${anyOf(MAKERS)}[：:][ \\u3000]?${NAMES}$`);
const CREDITS = new RegExp(
  `^(?:${anyOf(MAKERS)}[：:][ \\u3000]?[\\u4e00-\\u9fffA-Za-z\\d]{2,8}[ \\u3000]{0,6}){2,4}$`,
);
/** [责任编辑：王岭]　[我要纠错]: how a site signs, with its buttons behind. */
const EDITOR = '[[【](?:责任编辑|责编|编辑)[:：][ \\u3000]?[\\u4e00-\\u9fff]{0,4}[\\]】]';
const BUTTON = '[ \\u3000]{0,4}[[【][^[\\]【】]{1,8}[\\]】]';
const BRACKETED = new RegExp(`^${EDITOR}(?:${BUTTON}){0,4}$`);
/** What the labels begin with. */
const BEGINS = new Characters('统策设制海视文美责编值校审监总出排摄剪记供撰通来');
const LONGEST = 40;
const LEAST = 3;
const MOST = 12;

const mayBe = ({ text, contentStart, contentEnd }: Paragraph) =>
  contentEnd - contentStart <= LONGEST && BEGINS.at(text, contentStart);

/** Adds the lines that credit whoever made the page. */
export function addCredits({ document, place, lines }: Gathered): void {
  const run = creditsBehind(document, (p) => place(p) === 'tail');
  const above = creditsAbove(document);
  for (const p of above ? [...run, above] : run)
    if (!lines.has(p)) lines.set(p, wholeLine(p, { by: 'credits' }, false, 'page'));
}

/** The run of credits that the document ends with, if it is one of a medium. */
function creditsBehind(document: Document, isTail: (p: Paragraph) => boolean): Paragraph[] {
  const found: Paragraph[] = [];
  let others = MOST;
  for (let p = lastLine(document); p && isTail(p) && others > 0; p = neighbour(document, p, -1), others--) {
    if (p.content.length <= LONGEST && BRACKETED.test(p.content)) return [p];
    if (mayBe(p) && CREDIT.test(p.content)) found.push(p);
    else if (found.length > 0) break;
  }
  return found.length >= LEAST && found.some((p) => OF_MEDIA.test(p.content)) ? found : [];
}

function lastLine(document: Document): Paragraph | undefined {
  const last = document.paragraphs.at(-1);
  return last?.blank ? neighbour(document, last, -1) : last;
}

/** The line of credits between the title of a speech and those whom it greets. */
function creditsAbove(document: Document): Paragraph | undefined {
  const { salutation } = document.model(layout);
  if (!salutation) return undefined;
  let left = LEAST;
  for (let p = neighbour(document, salutation, -1); p && left > 0; p = neighbour(document, p, -1), left--)
    if (mayBe(p) && CREDITS.test(p.content)) return p;
  return undefined;
}
