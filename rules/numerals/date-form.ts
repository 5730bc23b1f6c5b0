import type { Edit, Range } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import {
  HAN_DIGITS,
  isHanNumeralAt,
  ONE_TO_NINE,
  ONE_TO_TEN,
  readDigits,
  readHanNumber,
} from '../../language/text/numerals.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

/** What is wrong with the form of a date: what is said of it, and by which clause. */
const REASONS = {
  padded: { why: '月、日不编虚位（1不编为01）', basis: 'GB/T 9704—2012 7.3.5.4' },
  spoken: { why: '书面语里月份之后用“日”', basis: 'GB/T 15835—2011 5.1.4' },
  'two-digit year': { why: '年份写全四位', basis: 'GB/T 15835—2011 5.1.4' },
  'no day': { why: '日期之后漏“日”', basis: 'GB/T 15835—2011 5.1.4' },
  mixed: { why: '同一日期不能阿拉伯数字与汉字混用', basis: 'GB/T 15835—2011 4.3' },
} as const;

interface DateForm extends Match {
  readonly reason: keyof typeof REASONS;
  readonly becomes: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

const FIGURES = new Characters(DIGITS);
/** 3号楼, 5号文: no day. */
const NO_DAY = new Characters('楼线院门令文台桥井机厂馆库车船仓炉');
/** 7月十日谈, 5月一日游: no day. */
const ISSUE = new Characters('游谈');
const OF_TWO_YEARS = new Characters('./／');
const RANGE_MARKS = new Characters('-—–－~～至');
const OF_YEARS = new ShortList(['上半年', '下半年', '度']);
/** Behind a figure from here on they tell a year of the last century: 98年以来, but 30年以来. */
const LAST_CENTURY = 70;
/** 91年7月 is no year to come. */
const THIS_CENTURY = 50;
/** 70年春华秋实: seventy of them. */
const SEASONS_GO_ON = /^[春秋冬][^季天节，。、；：的至到]/;
const OF_LAST_CENTURY = new ShortList(['以来', '以前', '以后', '底', '初', '春', '秋', '冬']);

/** Dates in a form that official texts do not use: 08月01日, 5月1号, 25年3月, 2024年五月. */
export const dateForm = defineParagraphRule<DateForm>({
  id: 'numerals/date-form',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 9704—2012 7.3.5.4',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of figuresOf(paragraph, 'date')) {
      const found = judge(text, start, end);
      if (found) yield found;
    }
  },

  explain({ start, end, reason, becomes }, { text }) {
    const { why, basis } = REASONS[reason];
    const doubt =
      reason === 'two-digit year' && becomes.startsWith('20')
        ? centuryInDoubt(text.slice(start, start + 2))
        : '';
    return { message: `“${text.slice(start, end)}”应写作“${becomes}”：${why}${doubt}`, basis };
  },

  fix: ({ becomes, edits, safe }) => [{ title: `改为“${becomes}”`, edits, safe }],
});

function centuryInDoubt(figure: string): string {
  return Number(figure) > 50 ? `（可能是19${figure}年）` : '';
}

/** What is wrong with the date whose figure stands there, by the unit behind it. */
function judge(text: string, start: number, end: number): DateForm | undefined {
  switch (text[end]) {
    case '月':
      return text[start] === '0'
        ? padded(text, start, end)
        : (hanYear(text, start, end) ?? hanDay(text, start, end));
    case '日':
      return text[start] === '0'
        ? padded(text, start, end)
        : (hanYear(text, start, end) ?? behindHanMonth(text, start, end));
    case '号':
      return spokenDay(text, start, end);
    default:
      if (text[start - 1] === '月') return withoutDay(text, start, end);
      if (end - start === 4) return hanMonth(text, start, end);
      return text[end + 1] === '代' ? hanCentury(text, start, end) : shortYear(text, start, end);
  }
}

/** One edit within the range that makes the date right. */
function mendedBy(
  text: string,
  { start, end }: Range,
  edit: Edit,
  reason: DateForm['reason'],
  safe: boolean,
): DateForm {
  const becomes = text.slice(start, edit.start) + edit.text + text.slice(edit.end, end);
  return { start, end, reason, safe, becomes, edits: [edit] };
}

/** 08月, 01日 behind a year or a month. */
function padded(text: string, start: number, end: number): DateForm | undefined {
  const ofMonth = text[end] === '月';
  if (text[start - 1] !== (ofMonth ? '年' : '月')) return undefined;
  if (isTimeStamp(text, ofMonth ? dayEnd(text, end + 1) : end + 1)) return undefined;
  const isNone = text.slice(start, end) === '00';
  const edit = { start, end: start + 1, text: '' };
  return mendedBy(text, { start, end: end + 1 }, edit, 'padded', !isNone);
}

/** 5月1号. */
function spokenDay(text: string, start: number, end: number): DateForm | undefined {
  if (end - start > 2 || NO_DAY.at(text, end + 1) || !FIGURES.at(text, start - 2)) return undefined;
  const edit = { start: end, end: end + 1, text: '日' };
  return mendedBy(text, { start, end: end + 1 }, edit, 'spoken', true);
}

/** 9月10上午 */
function withoutDay(text: string, start: number, end: number): DateForm | undefined {
  const day = readDigits(text.slice(start, end));
  if (day < 1 || day > 31) return undefined;
  return mendedBy(text, { start, end }, { start: end, end, text: '日' }, 'no day', false);
}

/** 25年3月, 98年以来. */
function shortYear(text: string, start: number, end: number): DateForm | undefined {
  // 2011/12年度 runs over two years.
  if (FIGURES.at(text, start - 1) || OF_TWO_YEARS.at(text, start - 1)) return undefined;
  const figure = Number(text.slice(start, end));
  const isOld =
    figure >= LAST_CENTURY &&
    OF_LAST_CENTURY.isAt(text, end + 1) &&
    !SEASONS_GO_ON.test(text.slice(end + 1, end + 3));
  // 08年以来: no length of time begins with 0.
  const isZero = text[start] === '0' && !RANGE_MARKS.at(text, start - 1);
  if (!isOld && !isZero && !isOfYear(text, end + 1) && !isBeforeLesser(text, end + 1, figure))
    return undefined;
  if (isLength(text, start)) return undefined;
  const edit = { start, end: start, text: isOld || figure > THIS_CENTURY ? '19' : '20' };
  return mendedBy(text, { start, end: end + 1 }, edit, 'two-digit year', false);
}

/** 二十世纪 as the end of a text. */
const HAN_CENTURY = new RegExp(`(?<![${ONE_TO_TEN}])(十[${ONE_TO_NINE}]|二十一?)世纪$`);
const LONGEST_CENTURY = 6;

/** 二十世纪90年代: the century goes with the decade. */
function hanCentury(text: string, start: number, end: number): DateForm | undefined {
  const written = HAN_CENTURY.exec(text.slice(Math.max(0, start - LONGEST_CENTURY), start))?.[1];
  if (written === undefined) return undefined;
  const from = start - '世纪'.length - written.length;
  const edit = { start: from, end: from + written.length, text: String(readHanNumber(written, 0)!.value) };
  return mendedBy(text, { start: from, end: end + 2 }, edit, 'mixed', true);
}

/** 缴费年限（含视同缴费年限）是|23年2月|: so long. */
const LASTS =
  /(?:年限|工龄|教龄|军龄|党龄|刑期|时长)(?:[（(][^（）()]{0,10}[）)])?(?:已?[是为达共计满有]|合计){0,2}$/;
const LASTS_REACH = 20;
const isLength = (text: string, start: number) =>
  LASTS.test(text.slice(Math.max(0, start - LASTS_REACH), start));

/** 二〇二五年 as the end of a text, and the month with it: 二〇二五年五月. */
const HAN_YEAR = new RegExp(`([一二][〇○零${ONE_TO_NINE}]{3})年(?:([${ONE_TO_TEN}]{1,2})月)?$`);
const LONGEST_DATE = 8;
const ZEROS = /[○零]/g;

/** 二〇二五年五月6日, 二〇二五年5月6日: all of it in figures. */
function hanYear(text: string, start: number, end: number): DateForm | undefined {
  if (end - start > 2) return undefined;
  const before = HAN_YEAR.exec(text.slice(Math.max(0, start - LONGEST_DATE), start));
  if (!before || (before[2] === undefined) !== (text[end] === '月')) return undefined;
  const year = [...before[1]!.replace(ZEROS, '〇')].map((char) => HAN_DIGITS.indexOf(char)).join('');
  const month = before[2] === undefined ? '' : `${readHanNumber(before[2], 0)?.value}月`;
  const range = { start: start - before[0].length, end: end + 1 };
  const edit = { start: range.start, end: start, text: `${year}年${month}` };
  return mendedBy(text, range, edit, 'mixed', true);
}

/** 五月 as the end of a text, without a year; months of the lunar calendar stand so. */
const HAN_MONTH = new RegExp(`(?<![年${ONE_TO_TEN}])(?<![农阴旧夏]历)([${ONE_TO_TEN}]{1,2})月$`);

/** 五月30日: the month goes with the day. */
function behindHanMonth(text: string, start: number, end: number): DateForm | undefined {
  const written = HAN_MONTH.exec(text.slice(Math.max(0, start - LONGEST_DATE), start))?.[1];
  const month = written === undefined ? undefined : readHanNumber(written, 0);
  // 一月6日: six days a month.
  if (!month || month.value === 1 || month.value > 12 || Number(text.slice(start, end)) > 31)
    return undefined;
  const from = start - 1 - written!.length;
  const edit = { start: from, end: start - 1, text: String(month.value) };
  return mendedBy(text, { start: from, end: end + 1 }, edit, 'mixed', false);
}

/** 5月六日: the day goes with the month. */
function hanDay(text: string, start: number, end: number): DateForm | undefined {
  const day = end - start <= 2 ? readHanNumber(text, end + 1) : undefined;
  if (!day || day.value > 31 || text[day.end] !== '日' || ISSUE.at(text, day.end + 1)) return undefined;
  const edit = { start: end + 1, end: day.end, text: String(day.value) };
  return mendedBy(text, { start, end: day.end + 1 }, edit, 'mixed', true);
}

/** 2024年五月一日: month and day go with the year. */
function hanMonth(text: string, start: number, end: number): DateForm | undefined {
  const month = readHanNumber(text, end + 1);
  if (!month || month.value > 12 || text[month.end] !== '月') return undefined;
  const edits: Edit[] = [{ start: end + 1, end: month.end, text: String(month.value) }];
  let to = month.end + 1;
  const day = isHanNumeralAt(text, to) ? readHanNumber(text, to) : undefined;
  let becomes = `${text.slice(start, end + 1)}${month.value}月`;
  if (day && day.value <= 31 && text[day.end] === '日') {
    edits.push({ start: to, end: day.end, text: String(day.value) });
    becomes += `${day.value}日`;
    to = day.end + 1;
  }
  return {
    start,
    end: to,
    reason: 'mixed',
    becomes,
    edits,
    safe: true,
  };
}

/** 95年|至12年: a year of this century behind one of the last. */
const TO_YEAR = /[至到—-](\d\d)年/y;

function isBeforeLesser(text: string, at: number, figure: number): boolean {
  if (figure < LAST_CENTURY) return false;
  TO_YEAR.lastIndex = at;
  const other = TO_YEAR.exec(text)?.[1];
  return other !== undefined && Number(other) < THIS_CENTURY;
}

function isOfYear(text: string, at: number): boolean {
  if (OF_YEARS.isAt(text, at)) return true;
  let to = at;
  while (to < at + 2 && FIGURES.at(text, to)) to++;
  return to > at && text[to] === '月' && readDigits(text.slice(at, to)) <= 12;
}

function dayEnd(text: string, from: number): number {
  let to = from;
  while (to < from + 2 && FIGURES.at(text, to)) to++;
  return text[to] === '日' ? to + 1 : to;
}

/** A date that a machine has put there: a time of day or a page follows. */
function isTimeStamp(text: string, at: number): boolean {
  return FIGURES.at(text, at) || (text[at] === ' ' && FIGURES.at(text, at + 1));
}
