/** Lines that the author lists at the end of his text: what is attached to it, and whom to ask. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { neighbour } from './advert.ts';

/** 附件：1.操作指引.pdf: with or without the first of them. */
const HEAD = /^附件[：:]/;
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
  if (HEAD.test(content)) return ITEM.test(content.slice(3).trimStart());
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

/** Whether a line is another person to ask, below the first. */
export function isNextContact(document: Document, paragraph: Paragraph): boolean {
  if (!NUMBER.test(paragraph.content)) return false;
  const above = neighbour(document, paragraph, -1);
  return above !== undefined && CONTACT.test(above.content);
}
