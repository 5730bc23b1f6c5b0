import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';

interface MiddleDot extends Match {
  readonly date: boolean;
}

const OTHER_DOTS = new Characters('•・‧∙･');
/** 一月、十一月、十二月 are told apart by the dot; the others need none. */
const MONTHS = new Characters('二三四五六七八九');
const EVENT = new ShortList(['事变', '运动', '惨案', '讲话', '指示', '批示', '以来', '时期', '工程', '”']);
/** “九·一八”历史博物馆 is called so. */
const MUSEUM = /^”[\u4e00-\u9fff]{0,2}(?:博物|纪念|陈列)馆/;
const DAYS = new Characters(ONE_TO_TEN);

/** Dots of another make in names, and dots in the dates of events that need none. GB/T 15834—2011 4.14.2, 4.14.3.5. */
export const middleDot = defineParagraphRule<MiddleDot>({
  id: 'punctuation/middle-dot',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.14.2',

  reads: places,
  among: ofKind('dot'),
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'dot')) {
      if (OTHER_DOTS.at(text, start)) yield { start, end, date: false };
      else if (MONTHS.at(text, start - 1) && !DAYS.at(text, start - 2)) {
        let to = end;
        while (to < end + 3 && DAYS.at(text, to)) to++;
        if (EVENT.isAt(text, to) && !MUSEUM.test(text.slice(to, to + 8)))
          yield { start: start - 1, end: to, date: true };
      }
    }
  },

  explain({ start, end, date }, { text }) {
    const said = text.slice(start, end);
    return date
      ? {
          message: `“${said}”：月日专名只有一月、十一月、十二月的用间隔号，应为“${said.replace('·', '')}”`,
          basis: 'GB/T 15834—2011 4.14.3.5',
        }
      : { message: `“${said}”不是间隔号，应为“·”` };
  },

  fix({ start, end, date }, { text }) {
    return date
      ? [{ title: '删去间隔号', edits: [{ start: start + 1, end: start + 2, text: '' }], safe: true }]
      : [{ title: `“${text.slice(start, end)}”改为“·”`, edits: [{ start, end, text: '·' }], safe: true }];
  },
});
