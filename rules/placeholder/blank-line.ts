import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Placeholder, placeholders } from '../../language/blanks/placeholders.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { Token } from '../../language/text/scan.ts';
import { askFor, describe } from './unfilled.ts';

const FORM = wordList('blanks.form');

interface Line extends Match {
  readonly paragraph: Paragraph;
  readonly placeholder: Placeholder;
}

/** The blanks drawn as lines: of a draft, or of a form that is filled in by hand. */
export const lines = defineFact<readonly Placeholder[]>(
  'blank lines',
  { tokens: [Token.Blank] },
  (paragraph) =>
    paragraph.text.includes('_') || paragraph.text.includes('＿')
      ? paragraph.fact(placeholders).filter((p) => p.isLine)
      : NONE,
);

const NONE: readonly Placeholder[] = [];

/** What a line of a form looks like: 甲方：____, 申请人（签字）：　　年　月　日. */
const formLines = defineFact<readonly true[]>(
  'form lines',
  { tokens: [Token.Blank], words: [FORM] },
  (paragraph) => {
    const { text } = paragraph;
    const labelled = /[：:]\s{0,4}[_＿]{2}/.test(text);
    const signed = paragraph.has(FORM) && (LEFT_OPEN.test(text) || /[：:]$/.test(paragraph.content));
    return labelled || signed ? SIGN : NO_SIGN;
  },
);

const LEFT_OPEN = /[_＿]{2}|[ \u3000]{2}[年月日]/;
const SIGN: readonly true[] = [true];
const NO_SIGN: readonly true[] = [];

/** One such line may stand below any text. */
const LINES_OF_FORM = 2;

/** Index of the line from which on the document is a form; behind the last where it is none. */
const formBegins = defineModel<number>('form begins', (document: Document) => {
  const signs = document.paragraphsWith(formLines);
  return signs.length >= LINES_OF_FORM ? signs[0]!.index : document.paragraphs.length;
});

/** ____ in running text, unless it belongs to a form: a contract, an application, a return slip. */
export const blankLine = defineDocumentRule<Line>({
  id: 'placeholder/blank-line',
  severity: 'error',
  kinds: { law: 'info' },

  *find(document) {
    const drawn = document.paragraphsWith(lines);
    if (drawn.length === 0) return;
    const form = document.model(formBegins);
    for (const paragraph of drawn) {
      if (paragraph.index >= form) return;
      for (const placeholder of paragraph.fact(lines)) {
        const { start, end, severity } = placeholder;
        yield {
          start: paragraph.start + start,
          end: paragraph.start + end,
          severity,
          paragraph,
          placeholder,
        };
      }
    }
  },

  explain({ placeholder, paragraph }) {
    return describe(placeholder, paragraph);
  },

  ask({ placeholder, paragraph }) {
    return askFor(placeholder, paragraph);
  },
});
