import { defineModel } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Chrome, chrome } from './detect/chrome.ts';
import { removePart, removeStretch } from './detect/removal.ts';
import { solicitations } from './detect/solicitation.ts';

interface ChromeMatch extends Match {
  readonly paragraph: Paragraph;
  readonly part: Chrome;
  /** It is the title of the page, which that of the text repeats. */
  readonly repeated?: true;
}

/** Lines at the head among which the title of the page and that of the text stand. */
const HEAD_LINES = 12;
const SHORTEST_TITLE = 6;
const LONGEST_TITLE = 60;

/** The title of the page, where that of the text follows word for word with nothing but adverts and page between. */
const pageTitle = defineModel<Paragraph | undefined>('page title', (document) => {
  let first: Paragraph | undefined;
  for (const paragraph of document.paragraphs.slice(0, HEAD_LINES)) {
    if (paragraph.blank || paragraph.fact(chrome).some((c) => c.what !== '字数')) continue;
    if (paragraph.fact(solicitations).length > 0) continue;
    const length = paragraph.contentEnd - paragraph.contentStart;
    if (length < SHORTEST_TITLE || length > LONGEST_TITLE || paragraph.role === 'table') return undefined;
    if (first) return bareTitle(first) === bareTitle(paragraph) ? first : undefined;
    first = paragraph;
  }
  return undefined;
});

/** Without what the page adds: blanks, `(1542字)`. */
function bareTitle({ content }: Paragraph): string {
  return content.replace(/[（(]\d{2,5}字[）)]$/, '').replace(/\s/g, '');
}

/** What a web page or a print-out puts around an article and a copy takes along. */
export const pageChrome = defineDocumentRule<ChromeMatch>({
  id: 'advert/page-chrome',
  severity: 'warning',

  *find(document) {
    for (const paragraph of document.paragraphsWith(chrome)) {
      for (const part of paragraph.fact(chrome)) {
        yield { start: paragraph.start + part.start, end: paragraph.start + part.end, paragraph, part };
      }
    }
    const title = document.model(pageTitle);
    if (title) {
      const { start, contentStart, contentEnd, content } = title;
      const part: Chrome = { start: contentStart, end: contentEnd, what: '网页标题', shown: [content] };
      yield { start: start + contentStart, end: start + contentEnd, paragraph: title, part, repeated: true };
    }
  },

  explain({ part, repeated }) {
    if (repeated) return { message: `标题“${part.shown[0]}”紧接着又出现一次，前一个多为网页标题的残留` };
    const shown = part.shown.map((word) => `“${word}”`).join('、');
    return { message: `${shown}是网页或打印件的${part.what}，不属于文稿` };
  },

  fix({ paragraph, part }, document) {
    if (part.what === '网页代码') {
      return [{ title: '删去网页代码', edits: [removeStretch(paragraph, part)], safe: false }];
    }
    const edit = removePart(document, paragraph, part);
    // Behind a heading such as 相关新闻 stand its entries: it goes with them, by the writer's hand.
    return [
      {
        title: `删去${part.what}`,
        edits: [edit],
        safe: part.what !== '栏目标题' && part.what !== '网页标题',
      },
    ];
  },
});
