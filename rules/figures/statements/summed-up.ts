/**
 * A total told behind what it sums up, in sentences or lines of their own: 来信126件。…来访43件。…网上19件。以上三个渠道共188件 · 镇区新建公厕6座。⏎各村新建公厕
 * 14座。⏎全年共新建公厕20座.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, sumOf } from '../../../language/text/interval.ts';
import { readNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { relations } from '../relations/fact.ts';
import { middle } from '../relations/relation.ts';
import { IN_TOTAL, lead } from '../relations/sentences.ts';
import { adds, FARTHEST, isNear } from '../relations/sums.ts';
import { type ListedSum, NOT_ADDED, type Place } from './listed-sums.ts';

const COUNT = String.raw`(?<count>[两二三四五六七八九十]|\d)`;
const IN_ALL = `合计 共计 总计 累计 ${IN_TOTAL}`;
/** 以上三个渠道|共, 两项资金|合计: how many are summed up, or that it is all of the above. */
const SUMS_UP = new RegExp(
  [
    // 以上三, 两
    `^(?:其中)?(?:(?:以上|上述|前述|这)${COUNT}?|${COUNT.replace('count', 'number')})`,
    // 个渠道共投入
    String.raw`(?:[项个类种块笔部片路]|方面)?[\u4e00-\u9fff]{0,6}?${anyOf(IN_ALL)}[\u4e00-\u9fff]{0,6}$`,
  ].join(''),
);
/** 全年|共|新建公厕: the same that was told of each. */
const AGAIN = new RegExp(
  String.raw`^(?:今年|全年|全[省市县区镇乡村]|一年来|截至目前)*(?:总共|一共|合计|共计|${IN_TOTAL})(?<name>[\u4e00-\u9fff]{3,10})$`,
);
/** One of these ends, or all but ends, the words before a total. */
const TOTAL_WORDS = new Characters('共计');
const TOTAL_REACH = 11;

/** So many lines back the parts may stand, and so many are looked for where no number says how many. */
const REACH = 8;
const MOST = 6;
const LEAST = 2;

/** A figure that is told as the total of what stands before it. */
interface SummingUp {
  readonly figure: Quantity;
  /** What was counted, where the words say that it is told again. */
  readonly name: string | undefined;
  /** How many parts there are, where a number says so. */
  readonly count: number | undefined;
}

const summingUp = defineFact<readonly SummingUp[]>(
  'totals told behind',
  { facts: [measures] },
  (paragraph) => {
    const { text } = paragraph;
    const found: SummingUp[] = [];
    for (const figure of paragraph.fact(measures)) {
      if (!TOTAL_WORDS.isIn(text, figure.start - TOTAL_REACH, figure.start) || !isPart(text, figure))
        continue;
      const said = lead(text, figure);
      const sums = SUMS_UP.exec(said)?.groups;
      const name = sums ? undefined : AGAIN.exec(said)?.groups?.name;
      if (!sums && name === undefined) continue;
      if (paragraph.fact(relations).some(({ claimed }) => claimed === figure)) continue;
      const digits = sums?.count ?? sums?.number;
      found.push({ figure, name, count: digits === undefined ? undefined : readNumber(digits) });
    }
    return found.length === 0 ? NONE : found;
  },
);

/** The totals that what stands before them does not come to. */
export function* wrongSummedUp(document: Document): Generator<ListedSum> {
  for (const paragraph of document.paragraphsWith(summingUp)) {
    for (const total of paragraph.fact(summingUp)) {
      const { figure } = total;
      const parts = partsOf(document, paragraph, total);
      if (!parts) continue;
      const expected = sumOf(parts.map((part) => part.figure));
      if (meets(expected, figure) || !isNear(middle(expected), figure, FARTHEST.told)) continue;
      if (parts.some((part) => part.figure.value >= figure.value)) continue;
      yield { total: { paragraph, figure }, parts, expected, above: true };
    }
  }
}

/** What a total sums up, in the order of the text; undefined where that is not as many as it says. */
function partsOf(
  document: Document,
  paragraph: Paragraph,
  { figure, name, count }: SummingUp,
): Place[] | undefined {
  const parts = before(document, { own: paragraph, total: figure, name, most: count ?? MOST });
  // 共21根，其中19根杉木，…两处合计28根: parts of another whole.
  const isAmong = (part: Place) => AMONG.test(lead(part.paragraph.text, part.figure));
  if (parts?.some(isAmong)) return undefined;
  return parts && parts.length >= LEAST && (count === undefined || parts.length === count)
    ? parts
    : undefined;
}

const AMONG = /其中[^，。；、\d]{0,6}$/;

function isPart(text: string, q: Quantity): boolean {
  return (
    adds(q) &&
    q.approximation === 'exact' &&
    q.value > 0 &&
    !NOT_ADDED.test(lead(text, q).replace(/^以上/, ''))
  );
}

/** What is gone back over for the parts of a total. */
interface Search {
  /** The line of the total. */
  readonly own: Paragraph;
  readonly total: Quantity;
  readonly name: string | undefined;
  /** As many parts as there may be. */
  readonly most: number;
}

/**
 * The figures before a total that count the same, one to a sentence, the nearest last: as many as `most`, or up to the first line without
 * one. Undefined where a sentence has several of the kind.
 */
function before({ paragraphs }: Document, search: Search): Place[] | undefined {
  const { own, most } = search;
  const parts: Place[] = [];
  let lines = 0;
  for (let i = own.index; i >= 0 && lines <= REACH; i--) {
    const paragraph = paragraphs[i]!;
    if (paragraph.blank) continue;
    lines++;
    const line = partsIn(paragraph, search, most - parts.length);
    if (!line) return undefined;
    parts.unshift(...line.figures.map((figure) => ({ paragraph, figure })));
    if (line.last) return parts;
    // A line without such a figure ends what is summed up, unless the number says that there is more.
    if (i < own.index && line.figures.length === 0 && (most === MOST || parts.length === 0)) break;
  }
  return parts;
}

/** 镇区新建公厕|6座|。: the parts that one line holds, the nearest last; `last` where no line before it has more of them. */
function partsIn(
  paragraph: Paragraph,
  { own, total, name }: Search,
  wanted: number,
): { readonly figures: readonly Quantity[]; readonly last: boolean } | undefined {
  const { text } = paragraph;
  const figures: Quantity[] = [];
  const totalBegins = paragraph === own ? boundBefore(text, total.start, STATEMENT_STOPS) : text.length;
  let sentence: number | undefined;
  const alike = paragraph
    .fact(measures)
    .filter((q) => q.unit === total.unit && (paragraph !== own || q.end < total.start));
  for (const figure of alike.reverse()) {
    const at = boundBefore(text, figure.start, STATEMENT_STOPS);
    // Two of one sentence, or one of that of the total.
    if (at === sentence || figure.start >= totalBegins || !isPart(text, figure)) return undefined;
    if (name !== undefined && !lead(text, figure).endsWith(name)) return { figures, last: true };
    sentence = at;
    figures.unshift(figure);
    if (figures.length === wanted) return { figures, last: true };
  }
  return { figures, last: false };
}
