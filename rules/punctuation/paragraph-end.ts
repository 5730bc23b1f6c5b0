import { isLowSurrogate } from '../../engine/characters.ts';
import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type SeriesMark, seriesMarks } from '../../language/structure/series-marks.ts';
import { Characters, DIGITS, WIDE_DIGITS } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';
import { isHan } from '../../language/text/scan.ts';

/** How a line of several sentences or clauses ends: whole, with a mark that has more to come, or with none. */
type LineEnd = 'whole' | 'going-on' | 'bare';

interface Unended extends Match {
  readonly end: number;
  readonly how: Exclude<LineEnd, 'whole'>;
}

/** A line that is a paragraph of its own and ends with 、 or ，, or with no mark at all. GB/T 15834—2011 4.1.3.1. */
export const paragraphEnd = defineDocumentRule<Unended>({
  id: 'punctuation/paragraph-end',
  awaitsMore: true,
  since: '0.6.0',
  severity: 'warning',
  kinds: { law: 'off' },
  basis: 'GB/T 15834—2011 4.1.3.1',

  *find(document) {
    const isEnd = ENDS_BY[document.model(endsBy)];
    for (const line of document.paragraphsWith(openEnds))
      if (isEnd(line, document) || isBeforeLabel(line, document)) yield endOf(line, line.fact(openEnds)[0]!);
    for (const line of document.paragraphsWith(bareItems))
      if (isAmongClauses(line, document)) yield endOf(line, 'bare');
  },

  explain: ({ how, start }, document) => ({
    message:
      how === 'going-on'
        ? `段末是“${document.slice(start, start + 1)}”：后面的话可能丢失，或者应为句号`
        : '段末没有标点：后面的话可能丢失，或者漏了句号',
  }),

  fix({ start, end, how }) {
    const [title, from] = how === 'going-on' ? ['改为句号', start] : ['补上句号', end];
    return [{ title, edits: [{ start: from, end, text: '。' }], safe: false }];
  },
});

/** The last character of a line. */
function endOf(line: Paragraph, how: Unended['how']): Unended {
  const end = line.start + line.contentEnd;
  const units = isLowSurrogate(line.text.charCodeAt(line.contentEnd - 1)) ? 2 : 1;
  return { start: end - units, end, how };
}

/** （三）利用房屋从事违法活动的: an item without a stop, as a heading is. */
const bareItems = defineFact<readonly SeriesMark[]>('bare items', (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (!MARK_BEGINS.at(text, contentStart) || !isHan(text.charCodeAt(contentEnd - 1))) return [];
  const [mark] = paragraph.fact(seriesMarks);
  if (!mark?.lead || contentEnd - mark.end < SHORTEST_CLAUSE) return [];
  return SENTENCE.isIn(text, mark.end, contentEnd) ? [] : [mark];
});
const MARK_BEGINS = new Characters(`（(${ONE_TO_TEN}${DIGITS}${WIDE_DIGITS}`);
const SHORTEST_CLAUSE = 6;

/** Whether the items right before it, two of them at least or the first, are clauses that end with a semicolon: those of a heading end with none. */
function isAmongClauses(line: Paragraph, document: Document): boolean {
  const [mark] = line.fact(bareItems);
  let before = document.lineBefore(line);
  for (let value = mark!.value - 1; value > 0; value--) {
    const own = before?.fact(seriesMarks)[0];
    if (!before || own?.kind !== mark!.kind || own.value !== value || !before.content.endsWith('；'))
      return false;
    before = document.lineBefore(before);
  }
  return mark!.value > 1 && !isFollowedByText(line, document);
}

/** Whether what is behind an item is its text: then the item is a heading. */
function isFollowedByText(line: Paragraph, document: Document): boolean {
  const next = document.lineBehind(line);
  return next !== undefined && !next.fact(seriesMarks)[0]?.lead && /[，。；]/.test(next.content);
}

/** Of so many lines at most one is cut off. */
const MOST = 6;
/** Where so few are, each line is a paragraph, and what is behind it another. */
const FEW = 10;
/** Shorter lines are titles, names, dates. */
const SHORTEST = 16;
const SENTENCE = new Characters('。；');
const WHOLE = new Characters('。！？…：；”’）》】〉—');

/** 列席：冯刚、陈静、: a label begins a line of its own. */
const LABELLED = /^[\s　]*[\u4e00-\u9fff]{2,6}[：:]/;

/** How a line ends that is prose: it has a full stop inside, or several commas. */
const lineEnds = defineFact<readonly LineEnd[]>('line ends', ({ text, role, contentStart, contentEnd }) => {
  if (role !== 'prose' && role !== 'list-item') return [];
  const last = text.charCodeAt(contentEnd - 1);
  if (contentEnd - contentStart < SHORTEST)
    return text[contentEnd - 1] === '、' && LABELLED.test(text) ? ['going-on'] : [];
  if (WHOLE.at(text, contentEnd - 1)) return ['whole'];
  if (text[contentEnd - 1] === '、' || text[contentEnd - 1] === '，') return ['going-on'];
  if (!isHan(last)) return [];
  const stop = text.lastIndexOf('。', contentEnd - 1);
  // 审议通过了决定。　　张三 · 。（单位：万元）· 现场。王芳摄/本报图片
  if (stop < 0 || contentEnd - stop < LEAST_SENTENCE || CREDIT.test(text.slice(stop + 1, contentEnd)))
    return [];
  return ['bare'];
});

const CREDIT = /[\s　]|^[^，]{2,8}摄[/／]|(?:摄|供图|制图|图片)$/;

/** How the lines end that do not end as a whole: few of them. */
const openEnds = defineFact<readonly Unended['how'][]>('open line ends', (paragraph) =>
  paragraph.fact(lineEnds).filter((how) => how !== 'whole'),
);

/** A heading is no longer. */
const HEADING = 30;

/** Whether a line of sentences stands before a heading: 三、下一步工作, a mark and a few words. */
function isBeforeHeading(line: Paragraph, document: Document): boolean {
  const next = document.lineBehind(line);
  if (!next || next.contentEnd - next.contentStart > HEADING) return false;
  const [mark] = next.fact(seriesMarks);
  return (
    mark?.lead === true &&
    isHan(next.text.charCodeAt(next.contentEnd - 1)) &&
    !SENTENCE.isIn(next.text, next.contentStart, next.contentEnd) &&
    SENTENCE.isIn(line.text, line.contentStart, line.contentEnd)
  );
}

/**
 * What tells a paragraph's end, by how many lines of the text end open: texts whose lines were broken for the page's sake end many in the
 * middle; a heading begins anew all the same.
 */
const endsBy = defineModel<'prose' | 'paragraph' | 'heading'>('what ends a paragraph', (document) => {
  const lines = document.paragraphsWith(lineEnds).length;
  const unended = document.paragraphsWith(openEnds).length;
  if (unended * FEW <= lines) return 'prose';
  return unended * MOST <= lines ? 'paragraph' : 'heading';
});

/** Whether a line of names with a label before them stands above another such line. */
function isBeforeLabel(line: Paragraph, document: Document): boolean {
  const next = document.lineBehind(line);
  return next !== undefined && LABELLED.test(line.text) && LABELLED.test(next.text);
}

/** Whether the line ends its paragraph where each line is one: what is behind it is prose as well. */
function isBeforeProse(line: Paragraph, document: Document): boolean {
  const next = document.lineAt(line.index + 1);
  return isParagraph(line, document) || (next?.fact(lineEnds)[0] === 'whole' && next.role === 'prose');
}

/** Whether the line ends its paragraph: an empty line follows, an indented one, or one that begins an item. */
function isParagraph(line: Paragraph, document: Document): boolean {
  const next = document.lineAt(line.index + 1);
  if (!next) return false;
  if (next.blank) return true;
  const [mark] = next.fact(seriesMarks);
  if (mark?.lead) return true;
  return next.contentStart > 0 && next.contentStart >= line.contentStart && line.contentStart > 0;
}

const ENDS_BY = { prose: isBeforeProse, paragraph: isParagraph, heading: isBeforeHeading };

/** Characters behind the last full stop that may be a sentence without one. */
const LEAST_SENTENCE = 8;
