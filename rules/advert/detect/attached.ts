/** Lines that the author lists at the end of his text: what is attached to it, and whom to ask. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { neighbour } from './advert.ts';

/** 附件：1.操作指引.pdf, 附：1.报名表, 附件下载：1.报名表.docx: with or without the first of them. */
const HEAD = /^附(?:件(?:下载)?)?[：:]/;
/** 2.申报表.xlsx */
const ITEM = /^\d{1,2}[.．、]/;
/** No list of attachments is longer. */
const MOST = 40;

/** 联系人：刘老师、0912-1234567, and the next of them: 王老师、0912-1234568. */
const CONTACT = /^联系(?:人|方式|电话)[：:].*\d{7}$/;
const NUMBER = /\d{7}$/;

/** Whether a line may head a list of these: what stands below it is read otherwise with it. */
export const headsList = ({ content }: Paragraph): boolean => HEAD.test(content) || CONTACT.test(content);

/** Whether a line is one of the attachments of the text: their names have what the names of files and samples have. */
export function isAttached(document: Document, paragraph: Paragraph): boolean {
  const { content } = paragraph;
  if (HEAD.test(content)) return ITEM.test(content.replace(HEAD, '').trimStart());
  return ITEM.test(content) && isBelowHead(document, paragraph);
}

/** Whether nothing but items stands between a line and the head of their list. */
function isBelowHead(document: Document, paragraph: Paragraph): boolean {
  let line: Paragraph | undefined = paragraph;
  for (let left = MOST; left > 0; left--) {
    line = neighbour(document, line, -1);
    if (!line || HEAD.test(line.content)) return line !== undefined;
    if (!ITEM.test(line.content)) return false;
  }
  return false;
}

/** Whether what stands behind a line, this one or others in its place, may be of a list that is headed above it. */
export function isInList(document: Document, paragraph: Paragraph): boolean {
  const above = neighbour(document, paragraph, -1);
  return (above !== undefined && CONTACT.test(above.content)) || isBelowHead(document, paragraph);
}

/** 电话：…, - 邮箱：…, - 联系人姓名及电话：…: one of the ways to reach whom a heading names. */
const WAY = new RegExp(
  String.raw`^[-•·*\s]{0,4}[\u4e00-\u9fff]{0,6}${anyOf('联系人 电话 手机 传真 邮[箱件] 地址 邮编 名称 代表')}[：:]`,
);
/** 六、联系方式; 1. 采购人：县中医院, 8.2 招标代理机构信息, 招标联系人（技术咨询）：. */
const REACHED = new RegExp(
  anyOf(
    String.raw`^(?:第|[（(]?[${ONE_TO_TEN}\d])[^，。；]{0,14}联系(?:方式|信息)`,
    '(?:采购|招标|委托|监督|代理)[^，。；]{0,20}(?:[：:]|信息|机构|单位|部门)',
  ),
);
const MOST_WAYS = 6;

/** Whether a line is a way to reach whom the lines above it name. */
function isWayToReach(document: Document, paragraph: Paragraph): boolean {
  let line: Paragraph | undefined = paragraph;
  for (let left = MOST_WAYS; line && left > 0; left--) {
    if (!WAY.test(line.content)) return left < MOST_WAYS && REACHED.test(line.content);
    line = neighbour(document, line, -1);
  }
  return false;
}

/** Whether a line is another person to ask, below the first. */
export function isNextContact(document: Document, paragraph: Paragraph): boolean {
  if (isWayToReach(document, paragraph)) return true;
  if (!NUMBER.test(paragraph.content)) return false;
  const above = neighbour(document, paragraph, -1);
  return above !== undefined && CONTACT.test(above.content);
}
