import type { Edit } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { readDigits, writeHanNumber } from '../../language/text/numerals.ts';
import { isHan } from '../../language/text/scan.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

/** What is written with Chinese numerals. */
const WORDS = {
  weekday: '星期几用汉字',
  lunar: '农历的月、日用汉字',
  congress: '党代会的届次用汉字',
  plenum: '中央全会的届次用汉字',
  session: '人大、政协、党代会的届次用汉字',
  mark: '序次语“第一”“第二”用汉字',
  industry: '三次产业用汉字',
  first: '固定的说法里数目用汉字',
} as const;

interface HanWord extends Match {
  readonly becomes: string;
  readonly edits: readonly Edit[];
  readonly word: keyof typeof WORDS;
}

const BEHIND_CONGRESS = new ShortList(['精神', '报告', '以来', '召开', '代表', '胜利', '闭幕', '开幕']);
const FIGURES = new Characters('0123456789');
/** 第1是…，第2是…: what stands before a mark within a paragraph, and how many there are at most. */
const OPENS = new Characters('。；：，、！？\u3000 ');
const MARKS = 20;

/** Words that are written with Chinese numerals: 星期三, 二十大, 二十届四中全会, 腊月二十三. GB/T 15835—2011 4.2.1, 4.2.3. */
export const hanWord = defineParagraphRule<HanWord>({
  id: 'numerals/han-word',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15835—2011 4.2.3',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of figuresOf(paragraph, 'word')) {
      const found = judge(text, start, end);
      if (found) yield found;
    }
  },

  explain: ({ start, end, becomes, word }, { text }) => ({
    message: `“${text.slice(start, end)}”应为“${becomes}”：${WORDS[word]}`,
  }),

  fix: ({ becomes, edits }) => [{ title: `改为“${becomes}”`, edits, safe: true }],
});

/** What a day of the week goes on with. */
const OF_DAY = new Characters('上下晚前早召固');

/** A figure of a paragraph, with its value. */
interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

function judge(text: string, start: number, end: number): HanWord | undefined {
  const figure = { text, start, end, value: readDigits(text.slice(start, end)) };
  switch (text.slice(start - 2, start)) {
    case '星期':
      return weekday(figure);
    // 每周2次, 每周5天 count.
    case '每周':
    case '本周':
    case '下周':
    case '上周':
      return OF_DAY.at(text, end) ? weekday(figure) : undefined;
    case '腊月':
    case '正月':
      return lunarDay(figure);
    case '农历':
      return lunarMonth(figure);
  }
  switch (text[end]) {
    case '大':
      return congress(figure);
    case '是':
      return mark(figure);
    case '，':
    case ',':
      return isHan(text.charCodeAt(end + 1)) && text[end + 1] !== '第' ? mark(figure) : undefined;
    case '产':
      return industry(figure);
    case '次':
      return session(figure);
    case '届':
      return plenum(figure) ?? assembly(figure);
    default:
      return first(figure);
  }
}

/** 星期3 */
function weekday({ text, start, end, value }: Figure): HanWord | undefined {
  if (end - start !== 1 || value < 1 || value > 6) return undefined;
  return written(text, start - 2, end, 'weekday', inHan(start, end, value));
}

/** 腊月23 */
function lunarDay({ text, start, end, value }: Figure): HanWord | undefined {
  if (value < 1 || value > LUNAR_DAYS) return undefined;
  return written(text, start - 2, end, 'lunar', inHan(start, end, value));
}

/** 农历8月, and the day behind it: 农历8月15. */
function lunarMonth({ text, start, end, value }: Figure): HanWord | undefined {
  if (text[end] !== '月' || value < 1 || value > 12) return undefined;
  const month = inHan(start, end, value);
  const from = end + 1;
  let to = from;
  while (to < from + 2 && FIGURES.at(text, to)) to++;
  const day = readDigits(text.slice(from, to));
  if (to === from || day < 1 || day > LUNAR_DAYS) return written(text, start - 2, from, 'lunar', month);
  return written(text, start - 2, to, 'lunar', month, inHan(from, to, day));
}

const LUNAR_DAYS = 30;

/** 党的20大, 20大报告 */
function congress({ text, start, end, value }: Figure): HanWord | undefined {
  if (value < 12 || value > 25 || end - start !== 2) return undefined;
  if (!text.startsWith('党的', start - 2) && !BEHIND_CONGRESS.isAt(text, end + 1)) return undefined;
  return written(text, start, end + 1, 'congress', inHan(start, end, value));
}

/** 第1是, 第1，要; 第1，第2 are places. */
function mark({ text, start, end, value }: Figure): HanWord | undefined {
  if (value === 0 || value > MARKS || (start >= 2 && !OPENS.at(text, start - 2))) return undefined;
  return written(text, start - 1, end, 'mark', inHan(start, end, value));
}

/** 第3产业 */
function industry({ text, start, end, value }: Figure): HanWord | undefined {
  if (value < 1 || value > 3 || text[end + 1] !== '业') return undefined;
  return written(text, start - 1, end + 2, 'industry', inHan(start, end, value));
}

/** 第1要务, 第1书记 */
function first({ text, start, end, value }: Figure): HanWord | undefined {
  if (value !== 1 || text[start - 1] !== '第' || !FIRST_THINGS.isAt(text, end)) return undefined;
  return written(text, start - 1, end, 'first', inHan(start, end, value));
}

const FIRST_THINGS = new ShortList(['要务', '责任', '书记', '时间', '生产力']);

/** 第3次会议 */
function session({ text, start, end, value }: Figure): HanWord | undefined {
  if (end - start > 2 || value === 0 || !isMeeting(text, start - 1, end + 1)) return undefined;
  return written(text, start - 1, end + 1, 'session', inHan(start, end, value));
}

/** 20届4中全会 */
function plenum({ text, start, end, value }: Figure): HanWord | undefined {
  const number = /^届([\d一二三四五六七])中全会/.exec(text.slice(end, end + 6))?.[1];
  if (end - start > 2 || value === 0 || number === undefined) return undefined;
  // 20届四中全会: only the first of the two.
  if (!FIGURES.at(number, 0)) return written(text, start, end + 5, 'plenum', inHan(start, end, value));
  const second = inHan(end + 1, end + 2, Number(number));
  return written(text, start, end + 5, 'plenum', inHan(start, end, value), second);
}

/** 第15届人大 */
function assembly({ text, start, end, value }: Figure): HanWord | undefined {
  if (end - start > 2 || value === 0) return undefined;
  if (!ASSEMBLY.test(text.slice(end + 1, end + 1 + LONGEST_ASSEMBLY))) return undefined;
  return written(text, start, end + 1, 'session', inHan(start, end, value));
}

function inHan(start: number, end: number, value: number): Edit {
  return { start, end, text: writeHanNumber(value) };
}

/** What is written otherwise from `start` to `end`, and the figures in it that are to be Chinese numerals, in their order. */
function written(
  text: string,
  start: number,
  end: number,
  word: HanWord['word'],
  ...edits: readonly Edit[]
): HanWord {
  return { start, end, edits, word, becomes: replaced(text, start, end, edits) };
}

/** Behind 第3届: what has terms of office that are told in Chinese numerals; games and fairs may have figures. */
const ASSEMBLY = /^(?:全国)?(?:人大|人民代表大会|政协|委员会|纪委|纪律检查委员会|党委)/;
const LONGEST_ASSEMBLY = 10;
/** Before 第3次会议: whose meeting it is, or of which term; judicial committees number theirs in figures. */
const OF_ASSEMBLY =
  /(?:人大|代表大会|政协|届[\u4e00-\u9fff]{0,12}(?:(?<!检察|审判)委员会|(?<!委)常委会|纪委))$/;
const ASSEMBLY_REACH = 22;
const MEETINGS = new ShortList(['会议', '全体会议', '全会']);
const CONGRESSES = new ShortList(['党代会', '党代表大会', '代表大会', '全国代表大会']);

/** 人民代表大会第3次会议, 第14次党代会; not 常务会议第3次. `from` is where 第 stands, `to` the end of 次. */
function isMeeting(text: string, from: number, to: number): boolean {
  if (CONGRESSES.isAt(text, to)) return true;
  return MEETINGS.isAt(text, to) && OF_ASSEMBLY.test(text.slice(Math.max(0, from - ASSEMBLY_REACH), from));
}

function replaced(text: string, from: number, to: number, edits: readonly Edit[]): string {
  let out = '';
  let at = from;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at, to);
}
