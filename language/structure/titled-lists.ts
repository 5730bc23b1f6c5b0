/**
 * Lists whose items are paragraphs without a mark: that begin with what is counted (二、做到“四个到位”, and 认识要到位。… below it), or that
 * all begin alike (提出以下三点要求：, and 各单位要…。 below it), or
 * captions (实施三大行动。, and 产业跃升行动 as a line of its own over the text of the first).
 */
import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { commonStart } from '../text/characters.ts';
import { withItem } from './dash-lists.ts';
import { isStructural, seriesMarks } from './series-marks.ts';
import type { Series } from './tree.ts';

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

/** Items that begin alike share so many characters; of 让老人有处去。新建… the first will do. */
const ALIKE = 2;
const HANDLING = /^(?:[把将]|让(?!我|大家))[^，。；]{3,12}。./;
const leastAlike = (content: string) => (HANDLING.test(content) ? 1 : ALIKE);
/** What follows a list, and is none of it. */
const CLOSES = /^(?:特此|以上|上述|这些|附件|谢谢|联系[人电方]|此致)/;

/** The paragraphs straight below that begin with the same words and each end a sentence; undefined where it is not plain where they end. */
export function alikeList({ paragraphs }: Document, { index }: Paragraph): Series | undefined {
  let series: Series | undefined;
  let at = index + 1;
  for (; at < paragraphs.length && at <= index + LINES; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.blank) continue;
    const first = series?.first.paragraph ?? paragraph;
    const { content } = paragraph;
    if (paragraph.fact(seriesMarks).length > 0 || commonStart(first.content, content) < leastAlike(content))
      break;
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
export function captionedList(document: Document, above: Paragraph, noun: string): Series | undefined {
  // 三项主题活动: 读书漂流活动
  const kind = noun.length > KIND ? noun.slice(-KIND) : noun;
  return listOfCaptions(document, above, CAPTION, (caption) => isItem(caption, kind) || undefined);
}

/** A caption may be of two clauses: 抓基础，着力夯实根基. */
const HEAD = /^[\u4e00-\u9fff“”、]{3,16}(?:，[\u4e00-\u9fff“”、]{3,16})?$/;

/** 主要做了以下三项工作：, and 抓改革，激活动能 抓民生，改善生活 as lines of their own that are built alike, with the text of each below it. */
export function headedList(document: Document, above: Paragraph): Series | undefined {
  return listOfCaptions(document, above, HEAD, ({ content }, first) => areAlike(content, first.content));
}

/** They begin with the same word, or have their comma at the same place; both are of two clauses, or neither. */
function areAlike(a: string, b: string): boolean {
  const [comma, other] = [a.indexOf('，'), b.indexOf('，')];
  if (comma < 0 !== other < 0) return false;
  return commonStart(a, b) > 0 || (comma > 0 && comma === other);
}

/**
 * The list whose items are captions, each with text below it; undefined where nothing tells what a line belongs to.
 * @param belongs whether a caption is of the list that `first` begins: where it is not the list ends; undefined leaves the whole unclear
 */
function listOfCaptions(
  { paragraphs }: Document,
  { index }: Paragraph,
  shape: RegExp,
  belongs: (caption: Paragraph, first: Paragraph) => boolean | undefined,
): Series | undefined {
  let series: Series | undefined;
  let at = index + 1;
  for (; at < paragraphs.length && at <= index + LINES; at++) {
    const paragraph = paragraphs[at]!;
    if (paragraph.blank) continue;
    if (paragraph.fact(seriesMarks)[0]?.lead) break;
    if (!shape.test(paragraph.content.trim())) {
      // Text before the first caption.
      if (!series) return undefined;
      continue;
    }
    const isItsOwn = belongs(paragraph, series?.first.paragraph ?? paragraph);
    if (isItsOwn === undefined) return undefined;
    if (!isItsOwn) break;
    series = withItem(series, paragraph);
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
