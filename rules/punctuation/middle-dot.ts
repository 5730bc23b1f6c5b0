import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface MiddleDot extends Match {
  /** `dated`: a point in the name of a date; `bare`: a middle dot in one that takes none. */
  readonly fault: 'form' | 'dated' | 'bare';
}

const OTHER_DOTS = new Characters('•・‧∙･');
/** 一月、十一月、十二月 are told apart by the dot; the others need none. */
const MONTHS = new Characters('二三四五六七八九');
const EVENT = new ShortList(['事变', '运动', '惨案', '讲话', '指示', '批示', '以来', '时期', '工程', '”']);
/** “九·一八”历史博物馆 is called so. */
const MUSEUM = /^”[\u4e00-\u9fff]{0,2}(?:博物|纪念|陈列)馆/;
const DAYS = new Characters(ONE_TO_TEN);

const NUMBERED_DATE = /“(\d{1,2})\.(\d{1,2})(?=[”\u4e00-\u9fff])/y;
/** What a date is the name of, with what it is called: “2.9事故”, “7.20”特大暴雨. */
const HAPPENINGS = '事故 事件 火灾 灾害 暴雨 洪水 洪涝 地震 爆炸 坍塌 惨案 专案 讲话 指示 批示';
const HAPPENED = new RegExp(`^”?[\\u4e00-\\u9fff]{0,10}${anyOf(HAPPENINGS)}`);
/** Days that are called by their figures alone. */
const OBSERVED = new Set(
  '1.10 3.12 3.15 3.22 4.7 4.15 4.22 4.23 4.26 5.12 5.18 5.25 6.5 6.14 6.16 6.25 6.26 7.20 8.8 9.10 10.16 10.17 11.9 12.2 12.3 12.4 12.5 12.9 12.13 12.26'.split(
    ' ',
  ),
);
const LAST_MONTH = 12;
const LAST_DAY = 31;

/** Whether the point at an offset stands in the name of a date: “7.20”. */
function isInDate(text: string, point: number): boolean {
  NUMBERED_DATE.lastIndex = text.lastIndexOf('“', point);
  const date = NUMBERED_DATE.exec(text);
  if (!date || +date[1]! > LAST_MONTH || +date[1]! < 1 || +date[2]! > LAST_DAY || +date[2]! < 1) return false;
  const end = NUMBERED_DATE.lastIndex;
  if (text[end] === '”' && OBSERVED.has(date[0].slice(1))) return true;
  return HAPPENED.test(text.slice(end, end + REACH));
}
/** So far behind a date what happened is looked for. */
const REACH = 16;

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
      if (text[start] === '.') {
        if (isInDate(text, start)) yield { start, end, fault: 'dated' };
      } else if (OTHER_DOTS.at(text, start)) yield { start, end, fault: 'form' };
      else if (MONTHS.at(text, start - 1) && !DAYS.at(text, start - 2)) {
        let to = end;
        while (to < end + 3 && DAYS.at(text, to)) to++;
        if (EVENT.isAt(text, to) && !MUSEUM.test(text.slice(to, to + 8)))
          yield { start: start - 1, end: to, fault: 'bare' };
      }
    }
  },

  explain({ start, end, fault }, { text }) {
    const said = text.slice(start, end);
    if (fault === 'form') return { message: `“${said}”不是间隔号，应为“·”` };
    const basis = 'GB/T 15834—2011 4.14.3.5';
    if (fault === 'dated') return { message: '月日专名里的月和日之间用间隔号“·”，不用小数点', basis };
    return {
      message: `“${said}”：月日专名只有一月、十一月、十二月的用间隔号，应为“${said.replace('·', '')}”`,
      basis,
    };
  },

  fix({ start, end, fault }, { text }) {
    return fault === 'bare'
      ? [{ title: '删去间隔号', edits: [{ start: start + 1, end: start + 2, text: '' }], safe: true }]
      : [{ title: `“${text.slice(start, end)}”改为“·”`, edits: [{ start, end, text: '·' }], safe: true }];
  },
});
