import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Placeholder, placeholders } from '../../language/blanks/placeholders.ts';
import { documentKind } from '../../language/layout/layout.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { Token } from '../../language/text/scan.ts';
import { askFor, describe } from './unfilled.ts';

const FORM = wordList('blanks.form');

interface Line extends Match {
  readonly paragraph: Paragraph;
  /** Undefined where the whole line is of labels. */
  readonly placeholder: Placeholder | undefined;
}

/** The blanks drawn as lines: of a draft, or of a form that is filled in by hand. */
const lines = defineFact<readonly Placeholder[]>('blank lines', { tokens: [Token.Blank] }, (paragraph) =>
  paragraph.text.includes('_') || paragraph.text.includes('＿')
    ? paragraph.fact(placeholders).filter((p) => p.isLine)
    : [],
);

/** 联系人：　　联系电话：: who is to be asked, with nothing behind it. */
const CONTACTS = /^(?:(?:联系人|联系电话|电话|手机|传真|邮箱)[：:][ \u3000]*){2,4}$/;
const MOST_CONTACTS = 60;

const emptyContacts = defineFact<readonly true[]>('empty contacts', (paragraph) => {
  const { contentStart, contentEnd, text } = paragraph;
  if (text[contentStart] !== '联' || contentEnd - contentStart > MOST_CONTACTS) return [];
  return CONTACTS.test(paragraph.content) ? SIGN : [];
});

/** 回执, 报名表: what stands above the lines of a form. */
const formHeads = defineFact<readonly true[]>('form heads', ({ content }) =>
  content.length <= FORM_HEAD && /(?:回执|表|单|卡|申请书)$|^附件/.test(content) ? SIGN : [],
);
const FORM_HEAD = 30;

/** What a line of a form looks like: 甲方：____, 申请人（签字）：　　年　月　日. */
const formLines = defineFact<readonly true[]>(
  'form lines',
  { tokens: [Token.Blank], words: [FORM] },
  (paragraph) => {
    const { text } = paragraph;
    if (paragraph.fact(emptyContacts).length > 0) return [];
    const labelled = /[：:]\s{0,4}[_＿]{2}/.test(text);
    const signed = paragraph.has(FORM) && (LEFT_OPEN.test(text) || /[：:]$/.test(paragraph.content));
    return labelled || signed ? SIGN : [];
  },
);

const LEFT_OPEN = /[_＿]{2}|[ \u3000]{2}[年月日]/;
const SIGN: readonly true[] = [true];

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
    yield* contacts(document);
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
    return placeholder
      ? describe(placeholder, paragraph)
      : { message: `“${paragraph.content.replace(/[ \u3000]+/g, ' ')}”后面都空着` };
  },

  ask({ placeholder, paragraph }) {
    return placeholder
      ? askFor(placeholder, paragraph)
      : { slot: 'text', label: paragraph.content.replace(/[ \u3000]+/g, ' '), group: '' };
  },
});

/** In a notice whose own contacts are missing; those of a return slip are for whoever returns it. */
function* contacts(document: Document): Generator<Line> {
  if (document.paragraphsWith(emptyContacts).length === 0 || document.model(documentKind) !== 'official')
    return;
  const head = document.paragraphsWith(formHeads)[0]?.index ?? Infinity;
  for (const paragraph of document.paragraphsWith(emptyContacts)) {
    if (paragraph.index > head) return;
    const start = paragraph.start + paragraph.contentStart;
    yield {
      start,
      end: paragraph.start + paragraph.contentEnd,
      severity: 'warning',
      paragraph,
      placeholder: undefined,
    };
  }
}
