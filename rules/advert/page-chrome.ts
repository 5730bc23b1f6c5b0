import type { Paragraph } from '../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../engine/rule.ts';
import { type Chrome, chrome } from './chrome.ts';
import { removePart, removeStretch } from './removal.ts';

interface ChromeMatch extends Match {
  readonly paragraph: Paragraph;
  readonly part: Chrome;
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
  },

  explain({ part }) {
    const shown = part.shown.map((word) => `“${word}”`).join('、');
    return { message: `${shown}是网页或打印件的${part.what}，不属于文稿` };
  },

  fix({ paragraph, part }, document) {
    if (part.what === '网页代码') {
      return [{ title: '删去网页代码', edits: [removeStretch(paragraph, part)], safe: false }];
    }
    const edit = removePart(document, paragraph, part);
    // Behind a heading such as 相关新闻 stand its entries: it goes with them, by the writer's hand.
    return [{ title: `删去${part.what}`, edits: [edit], safe: part.what !== '栏目标题' }];
  },
});
