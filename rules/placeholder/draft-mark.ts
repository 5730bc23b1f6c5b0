import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { layout } from '../../language/layout/layout.ts';
import { wordList } from '../../language/text/lexicon.ts';

const NOTES = wordList('placeholder.reminders');
const ISSUED = wordList('placeholder.issued');

/** A draft's mark with its brackets, and what shows the text to be final. */
interface DraftMark extends Match {
  readonly mark: string;
  readonly shown: Range & { readonly word: string };
}

/** The longest line that ends in the mark of the draft it heads. */
const TITLE_LENGTH = 60;
/** Lines among which the title stands, the mark on a line of its own below it included. */
const HEAD_LINES = 12;

/** （征求意见稿） at the end of a title, or alone on its line. */
const draftMarks = defineFact<readonly Range[]>('draft marks', { words: [NOTES] }, (paragraph) => {
  const { text, contentStart, contentEnd, content } = paragraph;
  if (content.length > TITLE_LENGTH || /[。；，：]/.test(content)) return [];
  const found: Range[] = [];
  for (const { start, end, entry } of paragraph.hits(NOTES)) {
    const bracketed = /[（(【[]/.test(text[start - 1] ?? '') && /[）)】\]]/.test(text[end] ?? '');
    if (entry.value !== 'draft' || !bracketed || end + 1 !== contentEnd || start - 1 < contentStart) continue;
    found.push({ start: start - 1, end: end + 1 });
  }
  return found;
});

const issued = defineFact<readonly (Range & { readonly word: string; readonly asks: boolean })[]>(
  'issued',
  { words: [ISSUED] },
  (paragraph) =>
    paragraph
      .hits(ISSUED)
      .map(({ start, end, entry }) => ({ start, end, word: entry.word, asks: entry.value === 'asks' })),
);

/** What shows that the text is final: it is read out to an audience, or tells those it goes to to carry it out; undefined for one that asks for opinions. */
function finality(document: Document, title: Paragraph): (Range & { readonly word: string }) | undefined {
  const { salutation, genre } = document.model(layout);
  if (salutation && (genre === 'speech' || genre === 'report')) {
    const { start, contentStart, contentEnd, content } = salutation;
    return { start: start + contentStart, end: start + contentEnd, word: content };
  }
  const said = document
    .paragraphsWith(issued)
    .filter((p) => p !== title)
    .flatMap((p) =>
      p.fact(issued).map((hit) => ({ ...hit, start: p.start + hit.start, end: p.start + hit.end })),
    );
  return said.some(({ asks }) => asks) ? undefined : said[0];
}

/** The mark of a draft behind the title of a text that has been issued or read out. */
export const draftMark = defineDocumentRule<DraftMark>({
  id: 'placeholder/draft-mark',
  since: '0.6.0',
  severity: 'warning',
  kinds: { law: 'off' },

  *find(document) {
    const [paragraph] = document.paragraphsWith(draftMarks).filter(({ index }) => index < HEAD_LINES);
    const [range] = paragraph?.fact(draftMarks) ?? [];
    if (!paragraph || !range) return;
    const shown = finality(document, paragraph);
    if (!shown || shown.start < paragraph.start) return;
    const mark = paragraph.text.slice(range.start, range.end);
    yield { start: paragraph.start + range.start, end: paragraph.start + range.end, mark, shown };
  },

  explain({ mark, shown }) {
    return {
      message: `标题后的“${mark}”是稿本的标记，正式印发、宣读的文稿应删去`,
      evidence: [{ start: shown.start, end: shown.end, message: '由此看已是正式文稿' }],
    };
  },

  fix({ start, end, mark }) {
    return [{ title: `删去“${mark}”`, edits: [{ start, end, text: '' }], safe: false }];
  },
});
