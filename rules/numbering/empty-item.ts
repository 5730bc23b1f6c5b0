import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import { lowerBound } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import {
  isStructural,
  type MarkKind,
  type SeriesMark,
  seriesMarks,
} from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';

/**
 * What stands where an item's text belongs: nothing at all, an ellipsis, a title and an ellipsis (（二）压实责任。……), or no more than a
 * title (（二）粮食生产).
 */
type Content = 'text' | 'nothing' | 'ellipsis' | 'begun' | 'title';

interface Candidate {
  readonly member: Member;
  readonly content: Exclude<Content, 'text'>;
}

interface Empty extends Match {
  readonly label: string;
  readonly content: Exclude<Content, 'text'>;
}

/** A mark with nothing behind it, or an ellipsis: 三是民生改善。四是 · 一是……；二是人手不足. Or the only title with nothing under it. */
export const emptyItem = defineDocumentRule<Empty>({
  id: 'numbering/empty-item',
  awaitsMore: true,
  severity: 'warning',
  since: '0.3.0',

  *find(document) {
    for (const empty of document.model(candidates).found.values()) {
      for (const { member, content } of empty) {
        if (
          content !== 'ellipsis' &&
          content !== 'begun' &&
          endsParagraph(member) &&
          !isPassedOver(member, document)
        )
          continue;
        if (content === 'title' && (areClauses(member) || !othersHaveText(member, document))) continue;
        const { start, label } = member;
        yield { start, end: start + label.length, label, content };
      }
    }
    for (const line of document.paragraphsWith(dotsAlone)) yield* underHeading(line, document);
  },

  explain({ label, content }) {
    return { message: `“${label}”之后${MISSING[content]}` };
  },

  ask({ label }) {
    return { slot: 'text', label: `“${label}”的内容`, group: '' };
  },
});

const DOT_RUN = String.raw`(?:…{1,4}|\.{3,8}|。{3,8})`;
/** A line of dots: what the heading above it is about is still to come. */
const dotsAlone = defineFact<readonly true[]>('dots alone', ({ text, contentStart, contentEnd }) =>
  contentEnd - contentStart <= LONGEST_ELLIPSIS && DOTS.test(text) ? [true] : [],
);

const DOTS = new RegExp(String.raw`^\s*${DOT_RUN}\s*$`);

/** 二、主要做法 ⏎ …… */
function* underHeading(line: Paragraph, document: Document): Generator<Empty> {
  const above = document.lineBefore(line);
  const [mark] = above?.fact(seriesMarks) ?? [];
  if (!above || !mark?.lead || !isTitle(above.text.slice(mark.end, above.contentEnd))) return;
  const label = above.text.slice(mark.start, mark.end);
  yield {
    start: line.start + line.contentStart,
    end: line.start + line.contentEnd,
    label,
    content: 'ellipsis',
  };
}

const MISSING: Readonly<Record<Exclude<Content, 'text'>, string>> = {
  nothing: '没有内容',
  ellipsis: '只有省略号，内容没有写',
  begun: '只有一句和省略号，内容没有写完',
  title: '只有标题，没有正文，同级各项都有',
};

/** Headings of chapters and articles, attachments, letters stand on lines of their own as often as not. */
const KINDS: ReadonlySet<MarkKind> = new Set<MarkKind>([
  'han',
  'han-bracket',
  'arabic',
  'arabic-bracket',
  'arabic-half',
  'circled',
  'verb',
  'qi',
]);

/** Members that may be empty: what stands around them is looked at when all else is known. */
const candidates = definePerSeries<readonly Candidate[]>('empty items', ({ kind, members, scope }) => {
  // In quotation marks a manner of writing is shown: “一是……二是……三是……”的句式.
  if (!KINDS.has(kind) || members.length < 2 || scope >= 0) return undefined;
  const found: Candidate[] = [];
  for (const member of members) {
    const content = contentOf(member);
    if (content !== 'text') found.push({ member, content });
  }
  const empty = found.filter(({ content }) => content !== 'title');
  // Where no item has text, the text is an outline.
  if (empty.length === members.length) return undefined;
  const told = members.length < FEWEST ? empty : found;
  return told.length === 0 ? undefined : told;
});

/** Kinds whose members are headings with text under them, or before it on the same line. */
const HEADINGS: ReadonlySet<MarkKind> = new Set<MarkKind>(['han', 'han-bracket']);
/** A title among this many is empty by oversight; of two, one may be meant to say all. */
const FEWEST = 3;
const LONGEST_TITLE = 30;

/** Longer is text. */
const LONGEST_ELLIPSIS = 12;
const ELLIPSIS = new RegExp(String.raw`^[，,：:\s]*${DOT_RUN}[；;。，,\s]*$`);
/** 压实责任。…… */
const BEGUN = /^[^。；…：“（]{2,24}[。，]?(?:…{1,4}|\.{3,8})$/;
const STOP = /^[\s]*[；;。][\s]*$/;

/** What ends a sentence, or has more to come behind it. */
const STOPS = /[。；;：:！!？?，,、…]/;

function contentOf({ paragraph, mark, series }: Member): Content {
  const { text, contentEnd } = paragraph;
  const next = markBehind(paragraph.fact(seriesMarks), mark);
  const to = next?.start ?? contentEnd;
  if (!next && mark.lead && HEADINGS.has(series.kind) && isTitle(text.slice(mark.end, to))) return 'title';
  if (!next && mark.lead && HEADINGS.has(series.kind) && BEGUN.test(text.slice(mark.end, to))) return 'begun';
  if (to - mark.end > LONGEST_ELLIPSIS) return 'text';
  const rest = text.slice(mark.end, to);
  if (ELLIPSIS.test(rest)) return 'ellipsis';
  // 一是二是三是 on end is talk about the words; 二是；三是… has lost what it says.
  return (next ? STOP.test(rest) : rest.trim() === '') ? 'nothing' : 'text';
}

function isTitle(rest: string): boolean {
  const title = rest.trim();
  // （共6项）: what is counted may be a table, which a plain text has lost.
  return title.length > 1 && title.length <= LONGEST_TITLE && !STOPS.test(title) && !title.endsWith('）');
}

/**
 * Whether all other members have text under their titles, or behind them on the line: one that has none was forgotten. Where the next
 * one is out of order the text was moved.
 */
function othersHaveText({ series, mark }: Member, document: Document): boolean {
  const { members } = series;
  const next = members[members.findIndex((member) => member.mark === mark) + 1];
  if (next && next.mark.value !== mark.value + 1) return false;
  return members.every((other) => other.mark === mark || hasText(other, document));
}

/** （一）…的；（二）…的；（三）…的: clauses, one of which lacks its stop (punctuation/paragraph-end), and no titles. */
function areClauses({ series, mark }: Member): boolean {
  return series.members.every(
    (other) =>
      other.mark === mark || /^[^。；]+[。；]$/.test(other.paragraph.content.slice(other.label.length)),
  );
}

function hasText(member: Member, document: Document): boolean {
  if (contentOf(member) !== 'title') return STOPS.test(member.paragraph.content.slice(-1));
  return document.lineBehind(member.paragraph) !== undefined && !isPassedOver(member, document);
}

function markBehind(marks: readonly SeriesMark[], mark: SeriesMark): SeriesMark | undefined {
  return marks[lowerBound(marks, mark.start + 1, ({ start }) => start)];
}

function endsParagraph({ paragraph, mark }: Member): boolean {
  return markBehind(paragraph.fact(seriesMarks), mark) === undefined;
}

/**
 * Whether the next line goes on with the next item, or with one of a series around it. Where it has no mark it may be the item's own
 * text, behind a line break too many; and behind the last line the writer may still be writing.
 */
function isPassedOver(member: Member, document: Document): boolean {
  const { series, paragraph } = member;
  const [first] = document.lineBehind(paragraph)?.fact(seriesMarks) ?? [];
  if (!first?.lead) return false;
  if (isStructural(first.kind) && !isStructural(series.kind)) return true;
  for (let around: Series | undefined = series; around; around = around.parent?.series)
    if (around.key === first.key) return true;
  return false;
}
