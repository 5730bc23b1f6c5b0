import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { seriesMarks } from '../../language/structure/series-marks.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';

interface ParagraphEnd extends Match {
  /** The mark with which it ends; undefined where it has none. */
  readonly mark: string | undefined;
}

/** A paragraph of prose has so many characters and a sentence in it; a heading has fewer. */
const PROSE = 30;
const HEADING = 30;
const UNFINISHED = new Characters('，、');
const SENTENCE = new Characters('。；');

/** A paragraph before a heading that ends in a comma, or in no mark at all. GB/T 15834—2011 4.1.1, 5.1.1. */
export const paragraphEnd = defineDocumentRule<ParagraphEnd>({
  id: 'punctuation/paragraph-end',
  since: '0.6.0',
  severity: 'warning',
  kinds: { law: 'off' },
  basis: 'GB/T 15834—2011 4.1.1',

  *find(document) {
    for (const heading of document.paragraphsWith(seriesMarks)) {
      if (!isHeading(heading)) continue;
      const before = proseBefore(document.paragraphs, heading.index);
      if (!before) continue;
      const { text, start, contentEnd } = before;
      const range = { start: start + contentEnd - 1, end: start + contentEnd };
      if (UNFINISHED.at(text, contentEnd - 1)) yield { ...range, mark: text[contentEnd - 1] };
      else if (isHan(text.charCodeAt(contentEnd - 1))) yield { ...range, mark: undefined, severity: 'info' };
    }
  },

  explain: ({ mark }) => ({
    message:
      mark === undefined
        ? '段末没有标点：一句话说完用句号'
        : `段末是“${mark}”：一句话说完用句号，或者后面的话丢失`,
  }),

  fix: ({ mark, start, end }) => [
    {
      title: mark === undefined ? '加句号' : '改为句号',
      edits: [{ start: mark === undefined ? end : start, end, text: '。' }],
      safe: false,
    },
  ],
});

/** 三、下一步工作: a mark and a few words, no sentence. */
function isHeading(paragraph: Paragraph): boolean {
  const { content, text, contentStart, contentEnd } = paragraph;
  const [mark] = paragraph.fact(seriesMarks);
  return (
    mark?.lead === true &&
    mark.start === contentStart &&
    content.length <= HEADING &&
    isHan(text.charCodeAt(contentEnd - 1)) &&
    !SENTENCE.isIn(text, contentStart, contentEnd)
  );
}

/** The paragraph above, if it is prose with a finished sentence in it. */
function proseBefore(paragraphs: readonly Paragraph[], index: number): Paragraph | undefined {
  let i = index - 1;
  while (i >= 0 && paragraphs[i]!.blank) i--;
  const before = paragraphs[i];
  if (!before || before.role === 'table' || before.role === 'heading' || before.content.length < PROSE)
    return undefined;
  const { text, contentStart, contentEnd } = before;
  return SENTENCE.isIn(text, contentStart, contentEnd - PROSE / 2) ? before : undefined;
}
