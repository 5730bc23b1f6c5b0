/**
 * Lists whose items are paragraphs without a mark: that begin with what is counted (二、做到“四个到位”, and 认识要到位。… below it), or that
 * all begin alike (提出以下三点要求：, and 各单位要…。 below it), or
 * captions (实施三大行动。, and 产业跃升行动 as a line of its own over the text of the first).
 */
import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { commonStart } from '../text/characters.ts';
import { Drafts } from './marks/draft.ts';
import { isStructural, seriesMarks } from './series-marks.ts';
import { Member, Series } from './tree.ts';

/** An item is called by so many characters at most. */
const TITLE = 20;
/** More lines below a heading are its text. No list of these goes farther. */
export const LINES = 20;

/**
 * The paragraphs between a heading and the next one, where each begins with words that have the noun at one end; it stands in no
 * tree. Undefined where one of them says something else: then nothing tells which are items.
 */
export function titledList({ paragraphs }: Document, { index }: Paragraph, noun: string): Series | undefined {
  let series: Series | undefined;
  let at = index + 1;
  for (; at < paragraphs.length && at <= index + LINES; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.blank) continue;
    const first = paragraph.fact(seriesMarks)[0];
    if (first?.lead && isStructural(first.kind)) break;
    if (first?.lead || !isItem(paragraph, noun)) return undefined;
    series = withItem(series, paragraph);
  }
  return at <= index + LINES && series && series.members.length > 1 ? series : undefined;
}

function withItem(series: Series | undefined, paragraph: Paragraph): Series {
  const mark = new Drafts(paragraph).add('dash', paragraph.contentStart, paragraph.contentStart, 0);
  const list = series ?? new Series('dash', mark, undefined, undefined);
  list.members.push(new Member(list, paragraph, mark));
  return list;
}

/** Items that begin alike share so many characters. */
const ALIKE = 2;
/** What follows a list, and is none of it. */
const CLOSES = /^(?:特此|以上|附件|谢谢|联系[人电方]|此致)/;

/** The paragraphs straight below that begin with the same words and each end a sentence; undefined where it is not plain where they end. */
export function alikeList({ paragraphs }: Document, { index }: Paragraph): Series | undefined {
  let series: Series | undefined;
  let at = index + 1;
  for (; at < paragraphs.length && at <= index + LINES; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.blank) continue;
    const first = series?.first.paragraph ?? paragraph;
    const { content } = paragraph;
    if (paragraph.fact(seriesMarks).length > 0 || commonStart(first.content, content) < ALIKE) break;
    // 建议，还需要说明的是…
    if (content[ALIKE] === '，') return undefined;
    if (!/[。；]$/.test(content.trimEnd())) return undefined;
    series = withItem(series, paragraph);
  }
  const next = paragraphs[at];
  const ends = !next || CLOSES.test(next.content.trim()) || next.fact(seriesMarks)[0]?.lead === true;
  return ends && series && series.members.length > 1 ? series : undefined;
}

/** A caption stands on a line of its own, and the text of its item below it. */
const CAPTION = /^[\u4e00-\u9fff“”、]{4,20}$/;

/** The last word of a noun says what kind of thing it is. */
const KIND = 2;

/** 重点实施三大行动。, and 产业跃升行动 城市焕新行动 as lines of their own, with the text of each below it. */
export function captionedList(
  { paragraphs }: Document,
  { index }: Paragraph,
  noun: string,
): Series | undefined {
  // 三项主题活动: 读书漂流活动
  const kind = noun.length > KIND ? noun.slice(-KIND) : noun;
  let series: Series | undefined;
  let at = index + 1;
  for (; at < paragraphs.length && at <= index + LINES; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.blank) continue;
    if (paragraph.fact(seriesMarks)[0]?.lead) break;
    const content = paragraph.content.trim();
    const isCaption = CAPTION.test(content);
    // Another heading, or text before the first: nothing tells what they belong to.
    if (isCaption ? !isItem(paragraph, kind) : !series) return undefined;
    if (isCaption) series = withItem(series, paragraph);
  }
  const lines = series?.members.map(({ paragraph: line }) => line.index) ?? [];
  const haveTexts = lines.every((line, i) => line + 1 !== lines[i + 1]);
  return at <= index + LINES && lines.length > 1 && haveTexts ? series : undefined;
}

const TITLED = new RegExp(`^[\\u4e00-\\u9fff“”、]{2,${TITLE}}(?=[。：]|$)`);

/** 强化党建引领。…, 认识要到位。…, 产业富民工程：… */
function isItem({ text, contentStart, contentEnd }: Paragraph, noun: string): boolean {
  const title = TITLED.exec(text.slice(contentStart, Math.min(contentEnd, contentStart + TITLE + 1)))?.[0];
  return (
    title !== undefined && title.length > noun.length && (title.startsWith(noun) || title.endsWith(noun))
  );
}
