import type { Document } from '../../engine/document.ts';
import { lowerBound } from '../../engine/lists.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import {
  isStructural,
  type MarkKind,
  type SeriesMark,
  seriesMarks,
} from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';

/** What stands where an item's text belongs: nothing at all, or an ellipsis. */
type Content = 'text' | 'nothing' | 'ellipsis';

interface Empty extends Match {
  readonly member: Member;
  readonly content: Content;
}

/** A mark with nothing behind it, or an ellipsis: 三是民生改善。四是 · 一是……；二是人手不足. */
export const emptyItem = defineDocumentRule<Empty>({
  id: 'numbering/empty-item',
  awaitsMore: true,
  severity: 'warning',
  since: '0.3.0',

  *find(document) {
    for (const members of document.model(candidates).found.values()) {
      for (const member of members) {
        const content = contentOf(member);
        if (content === 'nothing' && endsParagraph(member) && !isPassedOver(member, document)) continue;
        yield { start: member.start, end: member.start + member.label.length, member, content };
      }
    }
  },

  explain({ member, content }) {
    const what = content === 'nothing' ? '没有内容' : '只有省略号，内容没有写';
    return { message: `“${member.label}”之后${what}` };
  },

  ask({ member }) {
    return { slot: 'text', label: `“${member.label}”的内容`, group: '' };
  },
});

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

const candidates = definePerSeries<readonly Member[]>('empty items', ({ kind, members, scope }) => {
  // In quotation marks a manner of writing is shown: “一是……二是……三是……”的句式.
  if (!KINDS.has(kind) || members.length < 2 || scope >= 0) return undefined;
  const empty = members.filter((member) => contentOf(member) !== 'text');
  // Where no item has text, the text is an outline.
  return empty.length === 0 || empty.length === members.length ? undefined : empty;
});

/** Longer is text. */
const LONGEST_ELLIPSIS = 12;
const ELLIPSIS = /^[，,：:\s]*(?:…{1,4}|\.{3,8}|。{3,8})[；;。，,\s]*$/;
const STOP = /^[\s]*[；;。][\s]*$/;

function contentOf({ paragraph, mark }: Member): Content {
  const { text, contentEnd } = paragraph;
  const next = markBehind(paragraph.fact(seriesMarks), mark);
  const to = next?.start ?? contentEnd;
  if (to - mark.end > LONGEST_ELLIPSIS) return 'text';
  const rest = text.slice(mark.end, to);
  if (ELLIPSIS.test(rest)) return 'ellipsis';
  // 一是二是三是 on end is talk about the words; 二是；三是… has lost what it says.
  return (next ? STOP.test(rest) : rest.trim() === '') ? 'nothing' : 'text';
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
function isPassedOver({ paragraph, series }: Member, { paragraphs }: Document): boolean {
  let index = paragraph.index + 1;
  while (paragraphs[index]?.blank) index++;
  const [first] = paragraphs[index]?.fact(seriesMarks) ?? [];
  if (!first?.lead) return false;
  if (isStructural(first.kind) && !isStructural(series.kind)) return true;
  for (let around: Series | undefined = series; around; around = around.parent?.series)
    if (around.key === first.key) return true;
  return false;
}
