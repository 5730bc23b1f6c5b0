/**
 * A total and the lines below that list what it is made of: 共安排资金2400万元，具体为： over 1.道路硬化900万元; …
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { type Interval, meets, sumOf } from '../../../language/text/interval.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { middle } from '../relations/relation.ts';
import { lead } from '../relations/sentences.ts';
import { adds, FARTHEST, isNear } from '../relations/sums.ts';

export interface Place {
  readonly paragraph: Paragraph;
  readonly figure: Quantity;
}

export interface ListedSum {
  readonly total: Place;
  readonly parts: readonly Place[];
  /** What the parts come to. */
  readonly expected: Interval;
  /** The parts stand before the total. */
  readonly above?: true;
}

/** Where a figure stands in the document, with its unit. */
export function rangeOf({ paragraph, figure }: Place): Range {
  return { start: paragraph.start + figure.digits.start, end: paragraph.start + figure.unitEnd };
}

/** Behind the total: 2400万元|，具体为：, 86个|：. */
const ANNOUNCING = '具体 分别 其中 明细 包括 构成 资金来源 来源 分配 分布 如下';
const ANNOUNCES = new RegExp(
  String.raw`^[^，。；：\d]{0,6}(?:[，,。]?${anyOf(ANNOUNCING)}[^，。；\d]{0,8})?[：:]\s*$`,
);
/** Whether the total is of all there is. */
const IN_ALL = /(?:共|合计|总计|总|安排|投入|下达|实施|筹措|争取|拨付|发放|完成|分配)[^，。；、：\d]{0,12}$/;
const TOTALS = /(?:合计|共计|总计)[^，。；、：\d]{0,8}$/;
/** No total, and no part of one. */
export const NOT_ADDED = /年均|平均|人均|每|率|比|增|降|以上|目标|单价|标准/;

/** The figure that a line announces a list of, if it does. */
const announced = defineFact<readonly Quantity[]>('announced totals', { facts: [measures] }, (paragraph) => {
  const { text, contentEnd } = paragraph;
  if (!ENDS_OPEN.at(text, contentEnd - 1)) return NONE;
  const last = paragraph.fact(measures).filter(adds).at(-1);
  if (last?.approximation !== 'exact' || !ANNOUNCES.test(text.slice(last.end, contentEnd))) return NONE;
  const before = lead(text, last);
  return IN_ALL.test(before) && !NOT_ADDED.test(before) ? [last] : NONE;
});

const ENDS_OPEN = new Characters('：:');

/** So long is a line that names one part. */
const LINE = 60;
/** Of two lines the total must say that it is of all there is: 共计. */
const LEAST = 2;
const LEAST_OF_SOME = 3;
const MOST = 30;
const REST = new RegExp(
  String.raw`^(?:[（(]?[${ONE_TO_TEN}\d]{1,3}[）)、.．]|——|[-•·])?(?:其余|其他|另|此外|剩余)`,
);

/** The totals that the lines below do not come to. */
export function* wrongListedSums(document: Document): Generator<ListedSum> {
  for (const paragraph of document.paragraphsWith(announced)) {
    const figure = paragraph.fact(announced)[0]!;
    const listed = partsBelow(document, paragraph, figure);
    const parts = listed.length > 0 ? listed : partsUnderHeadings(document, paragraph, figure);
    if (parts.length < (TOTALS.test(lead(paragraph.text, figure)) ? LEAST : LEAST_OF_SOME)) continue;
    const expected = sumOf(parts.map((part) => part.figure));
    if (meets(expected, figure) || !isNear(middle(expected), figure, FARTHEST.told)) continue;
    if (parts.some((part) => part.figure.value >= figure.value)) continue;
    yield { total: { paragraph, figure }, parts, expected };
  }
}

/** One part for each line, as long as the lines are alike; none where one of them cannot be told. */
function partsBelow({ paragraphs }: Document, head: Paragraph, total: Quantity): Place[] {
  const parts: Place[] = [];
  let mark: string | undefined;
  for (let i = head.index + 1; i < paragraphs.length && parts.length < MOST; i++) {
    const paragraph = paragraphs[i]!;
    if (paragraph.blank) continue;
    if (REST.test(paragraph.content)) return [];
    const own = markOf(paragraph.content);
    if (paragraph.content.length > LINE || (mark !== undefined && own !== mark)) break;
    const figures = paragraph.fact(measures).filter((q) => q.dimension === total.dimension);
    const [figure, more] = figures;
    // A line of the list without its figure leaves the sum open.
    if (!figure || more || !adds(figure) || figure.approximation !== 'exact')
      return own === mark && mark !== '' ? [] : parts;
    if (NOT_ADDED.test(lead(paragraph.text, figure))) return [];
    mark ??= own;
    parts.push({ paragraph, figure });
  }
  return parts;
}

/**
 * 共受理来信360件，具体情况如下： over （一）土地类 with 受理140件，… below it: of each heading the figure behind the word that the total stands behind.
 * None where a heading has no such figure, or two.
 */
function partsUnderHeadings(document: Document, head: Paragraph, total: Quantity): Place[] {
  const said = lead(head.text, total);
  const parts: Place[] = [];
  for (const item of itemsBelow(document, head)) {
    const places = item.flatMap((paragraph) =>
      paragraph
        .fact(measures)
        .filter((figure) => isOfTotal(paragraph.text, figure, total, said))
        .map((figure) => ({ paragraph, figure })),
    );
    if (places.length !== 1) return [];
    parts.push(places[0]!);
  }
  return parts;
}

/** Farther down nothing is of the line. */
const LINES_BELOW = 60;

/** The items below a line, each with the text below its heading; none where the first line has no mark, or something else follows. */
function itemsBelow({ paragraphs }: Document, head: Paragraph): Paragraph[][] {
  const items: Paragraph[][] = [];
  let mark: string | undefined;
  for (const paragraph of paragraphs.slice(head.index + 1, head.index + 1 + LINES_BELOW)) {
    if (paragraph.blank) continue;
    if (REST.test(paragraph.content)) return [];
    const own = markOf(paragraph.content);
    mark ??= own;
    if (mark === '') return [];
    if (own === '') items.at(-1)!.push(paragraph);
    else if (own === mark) items.push([paragraph]);
    else break;
  }
  return items;
}

/** Whether the word straight before a figure is one that the total stands behind: 受理. */
function isOfTotal(text: string, figure: Quantity, total: Quantity, said: string): boolean {
  if (figure.dimension !== total.dimension || !adds(figure) || figure.approximation !== 'exact') return false;
  const word = VERB.exec(lead(text, figure))?.[0];
  return word !== undefined && said.includes(word);
}
const VERB = /[\u4e00-\u9fff]{2}$/;

/** 本季度|收入合计: a line that is the total of those above it. */
const TOTAL_LINE = /^[\u4e00-\u9fff]{0,10}(?:合计|总计|共计)(?:为|[：:])?\s?$/;
const LONGEST_TOTAL = 40;

const totalLines = defineFact<readonly Quantity[]>('total lines', { facts: [measures] }, (paragraph) => {
  const { text, content } = paragraph;
  const [total, more] = paragraph.fact(measures);
  if (!total || more || content.length > LONGEST_TOTAL || !adds(total)) return NONE;
  return TOTAL_LINE.test(text.slice(0, total.start).trim()) && total.approximation === 'exact'
    ? [total]
    : NONE;
});

/** The totals in lines of their own that the numbered lines above do not come to: 1.发电收入2.8万元。⏎2.发包收入3.6万元。⏎收入合计6.5万元. */
export function* wrongTotalLines(document: Document): Generator<ListedSum> {
  for (const paragraph of document.paragraphsWith(totalLines)) {
    const figure = paragraph.fact(totalLines)[0]!;
    const parts = partsAbove(document, paragraph, figure);
    if (parts.length < LEAST) continue;
    const expected = sumOf(parts.map((part) => part.figure));
    if (meets(expected, figure) || !isNear(middle(expected), figure, FARTHEST.told)) continue;
    yield { total: { paragraph, figure }, parts, expected, above: true };
  }
}

/** Of each numbered line above its first figure of the kind, as long as the marks are alike; none where a line has no such figure. */
function partsAbove({ paragraphs }: Document, last: Paragraph, total: Quantity): Place[] {
  const parts: Place[] = [];
  let mark: string | undefined;
  for (let i = last.index - 1; i >= 0 && parts.length < MOST; i--) {
    const paragraph = paragraphs[i]!;
    if (paragraph.blank) continue;
    const own = markOf(paragraph.content);
    mark ??= own;
    if (own !== mark || own === '') break;
    const figure = paragraph.fact(measures).find((q) => q.dimension === total.dimension);
    if (!figure || !adds(figure) || figure.approximation !== 'exact') return [];
    if (NOT_ADDED.test(lead(paragraph.text, figure))) return [];
    parts.unshift({ paragraph, figure });
  }
  return parts;
}

/** What kind of mark a line begins with; empty for none. */
function markOf(content: string): string {
  const mark =
    /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,2}[）)、.．]|[①-⑳]|——|[-•·])/.exec(
      content,
    )?.[0] ?? '';
  return mark
    .replace(/[一二三四五六七八九十]+/, '一')
    .replace(/\d+/, '1')
    .replace(/[①-⑳]/, '①');
}
