/** The parts of a document by what may be left over in them: before the title, between title and text, the text, behind it. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { layout, look } from '../../../language/layout/layout.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isLeftover } from './reading.ts';
import type { Place } from './weights.ts';

/** A paragraph this long belongs to the text: what follows the last one is the tail. */
const BODY_LENGTH = 40;
/** Titles are no longer. */
const TITLE_LENGTH = 60;

/** Where the parts of a document begin and end, by index. */
export interface Places {
  /** The line with which the text begins, −1 if none is known: its title, else its salutation. */
  readonly begin: number;
  /** Lines before this one are the cover. */
  readonly coverEnd: number;
  /** Lines between these two are the head. */
  readonly title: number;
  readonly opening: number;
  /** Lines behind this one are the tail. */
  readonly body: number;
}

export function samePlaces(a: Places, b: Places): boolean {
  return (
    a.begin === b.begin &&
    a.coverEnd === b.coverEnd &&
    a.title === b.title &&
    a.opening === b.opening &&
    a.body === b.body
  );
}

/** Where the parts are when so many lines have come or gone before a line. */
export function moved(places: Places, line: number, by: number): Places {
  const moved = (index: number) => (index >= line ? index + by : index);
  const { begin, coverEnd, title, opening, body } = places;
  return {
    begin: moved(begin),
    coverEnd: moved(coverEnd),
    title: moved(title),
    opening: moved(opening),
    body: moved(body),
  };
}

/** Whether one of the parts begins or ends in so many lines from a line on. */
export function beginsAmong(
  { begin, coverEnd, title, opening, body }: Places,
  from: number,
  count: number,
): boolean {
  return [begin, coverEnd, title, opening, body].some((index) => index >= from && index < from + count);
}

/** Before the title, between title and text, behind the last long paragraph, or in the body. */
export function placeAt({ coverEnd, title, opening, body }: Places, index: number): Place {
  if (index < coverEnd) return 'cover';
  if (index > title && index < opening) return 'head';
  return index > body ? 'tail' : 'body';
}

export function placesOf(document: Document): Places {
  const { salutation } = document.model(layout);
  // A line may look like a title and be an advert for reports.
  const title = document.paragraphsWith(look).find((p) => p.fact(look)[0]!.is === 'title' && !isLeftover(p));
  const begin = (title && (upperTitle(document, title) ?? title)) ?? salutation ?? unnamedTitle(document);
  const opening = title ? firstBody(document, title, salutation) : 0;
  return {
    begin: begin ? begin.index : -1,
    coverEnd: begin && begin.index <= COVER_LINES ? begin.index : 0,
    title: title ? title.index : document.paragraphs.length,
    opening,
    body: lastBody(document),
  };
}

/** The line with which a title begins that is broken in two: 在全市创意设计素材整 ⏎ 理工作部署会上的讲话. */
function upperTitle(document: Document, title: Paragraph): Paragraph | undefined {
  const above = document.paragraphs[title.index - 1];
  if (!above || above.blank || above.contentEnd - above.contentStart > TITLE_LENGTH) return undefined;
  const isOccasion = above.content.startsWith('在') && OCCASION.test(title.content);
  const isSubject = above.content.includes('关于') && SUBJECT.test(title.content);
  return isOccasion || isSubject ? above : undefined;
}

const OCCASION = /^(?!在).{0,40}[上时中]的/;
const SUBJECT = /^(?!.{0,20}关于).{0,40}的[\u4e00-\u9fff]{1,4}$/;

const UNNAMED_KINDS =
  '心得体会 学习体会 党课 党课讲稿 事迹 材料 倡议书 承诺书 思考 启示 感悟 提纲 制度 规划 纲要 预案 清单 手册 合同 协议 申请书 责任书 邀请函 策划书 意见书 公约 建议 提案 议程 解读 综述';
/** Titles of kinds of texts that the layout does not know: 心得体会, 先进事迹材料, 党课. */
const UNNAMED = new RegExp(`^[^。；：，！]{4,50}${anyOf(UNNAMED_KINDS)}(?:（[^）]{1,10}）)?$`);

function unnamedTitle(document: Document): Paragraph | undefined {
  for (const p of document.paragraphs.slice(0, COVER_LINES)) {
    if (
      !p.blank &&
      p.contentEnd - p.contentStart <= TITLE_LENGTH &&
      UNNAMED.test(p.content) &&
      !isLeftover(p)
    )
      return p;
  }
  return undefined;
}

/** A cover page does not go on forever, nor do the lines under a title. */
const COVER_LINES = 40;
const HEAD_LINES = 10;

/** Index of the line with which the text begins: the salutation, else the first long paragraph behind the title. */
function firstBody(document: Document, title: Paragraph, salutation: Paragraph | undefined): number {
  if (salutation && salutation.index > title.index) return salutation.index;
  for (let i = title.index + 1; i <= title.index + HEAD_LINES; i++) {
    const p = document.paragraphs[i];
    if (p && p.contentEnd - p.contentStart >= BODY_LENGTH && !isLeftover(p)) return i;
  }
  return title.index;
}

/** Whether a paragraph has the length and the marks of a text's own: an address may be as long. */
const isProse = ({ text, contentStart, contentEnd }: Paragraph) =>
  contentEnd - contentStart >= BODY_LENGTH && PROSE_STOPS.isIn(text, contentStart, contentEnd);
const PROSE_STOPS = new Characters('。，；、,;！');

/** Index of the last paragraph that is the text's own by its length and shows no advert; the document's last if none. */
function lastBody(document: Document): number {
  const { paragraphs } = document;
  for (let i = paragraphs.length - 1; i >= 0 && i > paragraphs.length - COVER_LINES; i--) {
    const p = paragraphs[i]!;
    if (isProse(p) && !isLeftover(p)) return i;
  }
  // A short text: behind its last sentence.
  for (let i = paragraphs.length - 1; i >= 0 && i > paragraphs.length - COVER_LINES; i--) {
    const p = paragraphs[i]!;
    if (/[。！]$/.test(p.content) && !isLeftover(p)) return i;
  }
  return paragraphs.length;
}
