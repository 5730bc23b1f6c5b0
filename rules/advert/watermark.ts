import type { Document } from '../../engine/document.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import type { Advert } from './detect/advert.ts';
import { adverts } from './detect/lines.ts';
import { reasonOf } from './detect/reasons.ts';
import { removeLines, removeStretch } from './detect/removal.ts';

interface WatermarkMatch extends Match {
  readonly advert: Advert;
}

interface Options {
  readonly brands: readonly string[];
}

/** A resale site's signature or advert: a line that stands alone, or a stretch inside a line of the text. */
export const watermark = defineDocumentRule<WatermarkMatch, Options>({
  id: 'advert/watermark',
  awaitsMore: true,
  severity: 'error',
  options: {
    brands: {
      type: 'strings',
      default: [],
      description: '文库、代写网站的名称：凡出现的都视为水印，独占一行的删去整行',
    },
  },

  *find(document, { brands }) {
    const found = document.model(adverts);
    for (const advert of found.single) {
      if (advert.side !== 'advert') continue;
      const { start } = advert.paragraph;
      yield { start: start + advert.start, end: start + advert.end, advert };
    }
    if (brands.length === 0) return;
    const known = found.byParagraph();
    for (const advert of brandsIn(document, brands)) {
      const { paragraph, start, end } = advert;
      if (known.get(paragraph)?.some((other) => other.start < end && start < other.end)) continue;
      yield { start: paragraph.start + start, end: paragraph.start + end, advert };
    }
  },

  explain({ advert }) {
    const what = advert.whole ? '这一行是广告或来源网站的水印' : '正文中混入了广告或来源网站的水印';
    return { message: `${what}（${reasonOf(advert)}），不属于文稿` };
  },

  fix({ advert }, document) {
    const { paragraph, whole, certain } = advert;
    const edit = whole
      ? removeLines(document, paragraph.index, paragraph.index)
      : removeStretch(paragraph, advert);
    const title = whole ? '删去这一行广告' : '删去这处广告';
    return [{ title: certain ? title : `${title}（请核对）`, edits: [edit], safe: certain }];
  },
});

/** A line that has little beside the name is the site's. */
const BESIDE = 6;

/** Names that the user says are those of sites. */
function* brandsIn(document: Document, brands: readonly string[]): Generator<Advert> {
  for (const paragraph of document.paragraphs) {
    const { text, contentStart, contentEnd } = paragraph;
    for (const name of brands) {
      const start = text.indexOf(name);
      if (start < 0) continue;
      const whole = contentEnd - contentStart - name.length <= BESIDE;
      const range = whole ? { start: contentStart, end: contentEnd } : { start, end: start + name.length };
      yield { paragraph, ...range, whole, side: 'advert', reason: { by: 'brand', name }, certain: whole };
      break;
    }
  }
}
