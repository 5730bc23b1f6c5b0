import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Advert, adverts } from './detect/lines.ts';
import { reasonOf } from './detect/reasons.ts';
import { removeLines, removeStretch } from './detect/removal.ts';

interface WatermarkMatch extends Match {
  readonly advert: Advert;
}

/** A resale site's signature or advert: a line that stands alone, or a stretch inside a line of the text. */
export const watermark = defineDocumentRule<WatermarkMatch>({
  id: 'advert/watermark',
  severity: 'error',

  *find(document) {
    for (const advert of document.model(adverts).single) {
      if (advert.side !== 'advert') continue;
      const { start } = advert.paragraph;
      yield { start: start + advert.start, end: start + advert.end, advert };
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
