import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { anyOf } from '../../language/text/pattern.ts';
import type { Advert } from './detect/advert.ts';
import { BARE_SAMPLE, type Chrome, chrome } from './detect/chrome.ts';
import { adverts } from './detect/lines.ts';
import { overlapWith } from './detect/overlap.ts';
import { pageNumbers } from './detect/page-numbers.ts';
import { reasonOf } from './detect/reasons.ts';
import { removeLines, removePart, removeStretch } from './detect/removal.ts';
import { sownTitles } from './detect/sown-titles.ts';

/** A line or sentence of the page, a part of it inside a line, its title above that of the text or sown among the sentences. */
type Part =
  | { readonly is: 'line'; readonly advert: Advert }
  | { readonly is: 'part'; readonly paragraph: Paragraph; readonly part: Chrome }
  | { readonly is: 'title'; readonly paragraph: Paragraph }
  | { readonly is: 'again'; readonly paragraph: Paragraph; readonly title: string }
  | { readonly is: 'sown'; readonly title: string };

type ChromeMatch = Match & Part;

/** Lines at the head among which the title of the page and that of the text stand. */
const HEAD_LINES = 12;
const SHORTEST_TITLE = 6;
const LONGEST_TITLE = 60;

/** The title of the page, where that of the text follows word for word with nothing but leftovers between. */
const pageTitle = defineModel<Paragraph | undefined>('page title', (document) => {
  const taken = document.model(adverts).byParagraph();
  let first: Paragraph | undefined;
  for (const paragraph of document.paragraphs.slice(0, HEAD_LINES)) {
    if (paragraph.blank || taken.get(paragraph)?.some(({ whole }) => whole)) continue;
    const length = paragraph.contentEnd - paragraph.contentStart;
    if (length < SHORTEST_TITLE || length > LONGEST_TITLE || paragraph.role === 'table') return undefined;
    if (first) {
      const [above, below] = [bareTitle(first), bareTitle(paragraph)];
      return above === below || framesTitle(above, below) || isReworded(above, below) ? first : undefined;
    }
    first = paragraph;
  }
  return undefined;
});

/** 10-28|移动端:在全县…会议上的讲话, …的讲话_讲话稿_文秘网: the title of the text with what a page sets around it, between bars. */
function framesTitle(above: string, below: string): boolean {
  const at = below.length >= SHORTEST_FRAMED ? above.indexOf(below) : -1;
  return at >= 0 && /[|｜_>›»]/.test(above.slice(0, at) + above.slice(at + below.length));
}
const SHORTEST_FRAMED = 8;

/** 渔政站年终工作总结 above 渔政管理站2025年工作总结: the same in other words, as sites that sell a text head it. */
function isReworded(above: string, below: string): boolean {
  const kind = SOLD_KIND.exec(above.replace(SOLD_NOTE, ''))?.[0];
  if (kind === undefined || !below.endsWith(kind)) return false;
  const [a, b] = [nameOf(above), nameOf(below)];
  const shorter = Math.min(a.length, b.length);
  // 王建国在开学典礼上的致辞: who speaks, as newspapers head it.
  if (shorter < SHORTEST_FRAMED || a.endsWith(b)) return false;
  return sharedLength(a, b) >= ALIKE * shorter;
}
const SOLD_KIND = /(?:总结|报告|讲话|发言|汇报|体会|致辞|主持词|演讲稿|倡议书|发言稿|讲话稿)$/;
const SOLD_NOTE = /(?:范文|模板|范本|材料|稿|怎么写)$/;
const ALIKE = 0.75;

/** A title without its year and without words that titles of one text differ in. */
const nameOf = (title: string) => title.replace(/\d{4}年?度?|关于|[的在（）()]/g, '').replace(SOLD_NOTE, '');

/** How many characters of two titles are the same in the same order. */
function sharedLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const c of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(c === b[j] ? row[j]! + 1 : Math.max(next[j]!, row[j + 1]!));
    row = next;
  }
  return row[b.length]!;
}

/** The title once more on a line of its own among the first sentences, as pages set it above the text they print: …各位来宾： ⏎ 在…仪式上的致辞范文. */
const titleAgain = defineModel<{ readonly paragraph: Paragraph; readonly title: string } | undefined>(
  'title again',
  (document) => {
    const [first, ...others] = document.paragraphs.slice(0, HEAD_LINES).filter((p) => !p.blank);
    if (!first || first.contentEnd - first.contentStart > LONGEST_TITLE) return undefined;
    const title = bareTitle(first).replace(SOLD_NOTE, '');
    if (title.length < SHORTEST_TITLE || !SOLD_KIND.test(title)) return undefined;
    let said = false;
    for (const paragraph of others) {
      if (said && bareTitle(paragraph).replace(SOLD_NOTE, '') === title) return { paragraph, title };
      said ||= /[：:。！!]$/.test(paragraph.content);
    }
    return undefined;
  },
);

/** Without what the page adds: blanks, `(1542字)`, `标题：`, `（一）：` and `【1】` of a collection, `(精选3篇)`. */
function bareTitle({ content }: Paragraph): string {
  return content
    .replace(/\s/g, '')
    .replace(/^(?:文章)?标题[：:]|^第[一二三四五六七八九十]{1,2}篇[：:]/, '')
    .replace(ADDED, '');
}
/** （1542字）, （一）, (精选3篇), 【1】, | at the end. */
const IN_BRACKET = `[（(]${anyOf('(?:全文)?\\d{2,5}字 [一二三四五六七八九十]{1,2} \\d{1,2} 精选\\d{1,2}篇')}[）)]`;
const ADDED = new RegExp(`(?:${IN_BRACKET}|【\\d{1,2}】|[|｜])[：:]?$`);

const PARTS: Readonly<Record<Chrome['what'], string>> = {
  button: '按钮',
  'page count': '页码',
  'page number': '页码',
  note: '标注',
  code: '网页代码',
  length: '字数',
};

/** Parts in which no word of the author's can be. */
const SAFE: ReadonlySet<Chrome['what']> = new Set(['button', 'page count', 'length']);

/** A model that is handed out; 主持词范文 is a heading of a book but above a text of that kind, as its title. */
function isAuthors(document: Document, paragraph: Paragraph, { shown: [shown] }: Chrome): boolean {
  if (isAttached(document, paragraph)) return true;
  if (!BARE_SAMPLE.test(shown!)) return false;
  const first = document.paragraphs.slice(0, HEAD_LINES).find((p) => !p.blank);
  return paragraph !== first;
}

/** Below 附件2 a model is what the text hands out: 整改报告（模板）. */
function isAttached(document: Document, { index, content }: Paragraph): boolean {
  const above = document.paragraphs.slice(Math.max(0, index - ABOVE), index).findLast((p) => !p.blank);
  return ATTACHED.test(content) || (above !== undefined && ATTACHED.test(above.content));
}
const ATTACHED = /^附件/;
const ABOVE = 3;

/** The title of the page above that of the text, once more below it, or among the sentences. */
function* titles(document: Document): Generator<ChromeMatch> {
  const title = document.model(pageTitle);
  const again = title ? undefined : document.model(titleAgain);
  if (title) yield { ...whole(title), is: 'title', paragraph: title };
  else if (
    again &&
    !document
      .model(adverts)
      .byParagraph()
      .get(again.paragraph)
      ?.some((a) => a.whole)
  )
    yield { ...whole(again.paragraph), is: 'again', ...again };
  for (const { paragraph, range, title } of document.model(sownTitles))
    yield { start: paragraph.start + range.start, end: paragraph.start + range.end, is: 'sown', title };
}

const whole = ({ start, contentStart, contentEnd }: Paragraph) => ({
  start: start + contentStart,
  end: start + contentEnd,
});

/** What a web page or a print-out puts around an article and a copy takes along. */
export const pageChrome = defineDocumentRule<ChromeMatch>({
  id: 'advert/page-chrome',
  awaitsMore: true,
  severity: 'warning',

  *find(document) {
    const found = document.model(adverts);
    const taken = found.byParagraph();
    for (const advert of found.single) {
      const { start } = advert.paragraph;
      if (advert.side === 'page')
        yield { start: start + advert.start, end: start + advert.end, is: 'line', advert };
    }
    for (const fact of [chrome, pageNumbers]) {
      for (const paragraph of document.paragraphsWith(fact)) {
        const isTaken = overlapWith(taken.get(paragraph) ?? []);
        for (const part of paragraph.fact(fact)) {
          if (isTaken(part) || (part.what === 'note' && isAuthors(document, paragraph, part))) continue;
          const start = paragraph.start + part.start;
          yield { start, end: paragraph.start + part.end, is: 'part', paragraph, part };
        }
      }
    }
    yield* titles(document);
  },

  explain(match) {
    switch (match.is) {
      case 'title':
        return { message: `标题“${match.paragraph.content}”紧接着又出现一次，前一个多为网页标题的残留` };
      case 'again':
        return { message: `标题“${match.title}”在称谓、首段之后又成了一行，是网页的残留` };
      case 'sown':
        return { message: `句子里混入了本文标题“${match.title}”，是网站为便于搜索插进去的` };
      case 'line': {
        const what = match.advert.whole ? '这一行是网页的残留' : '句间混入了网页的残留';
        return { message: `${what}（${reasonOf(match.advert)}），不属于文稿` };
      }
      case 'part': {
        const shown = match.part.shown.map((word) => `“${word}”`).join('、');
        return { message: `${shown}是网页或打印件的${PARTS[match.part.what]}，不属于文稿` };
      }
    }
  },

  fix(match, document) {
    switch (match.is) {
      case 'again':
      case 'title': {
        const { index } = match.paragraph;
        return [{ title: '删去重复的网页标题', edits: [removeLines(document, index, index)], safe: false }];
      }
      case 'sown': {
        const { start, end } = match;
        return [{ title: '删去混入的标题', edits: [{ start, end, text: '' }], safe: false }];
      }
      case 'line': {
        const { paragraph, certain } = match.advert;
        return [
          { title: '删去网页残留', edits: [removePart(document, paragraph, match.advert)], safe: certain },
        ];
      }
      case 'part': {
        const { paragraph, part } = match;
        const code = part.what === 'code';
        const edit = code ? removeStretch(paragraph, part) : removePart(document, paragraph, part);
        return [{ title: `删去${PARTS[part.what]}`, edits: [edit], safe: SAFE.has(part.what) }];
      }
    }
  },
});
