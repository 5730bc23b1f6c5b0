/** Dates that have lost a figure: 202年度, 2026年5月日. */
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import type { Reader } from './lost.ts';

/** What a year goes on with. */
const YEAR_GOES_ON = /^(?:度|工作|底|初|末|以来|上半年|下半年|\d{1,2}月|[一二三四]季度|预算|决算|计划)/;
/** The same, where but the century is left. */
const CENTURY_GOES_ON =
  /^(?:度|工作(?:安排|要点|总结|计划|部署|报告|会议)|[上下]半年|[一二三四]季度|预算|决算)/;

/** 《清河县202 年农业生产发展方案》: a document is of a year. */
const isOfTitle = (text: string, start: number, end: number) =>
  text[end - 2] === ' ' && IN_TITLE.test(text.slice(Math.max(0, start - 24), start));
const IN_TITLE = /《[^《》，。；]{0,24}$/;

/** Before a year that has just been, or is to come. */
const LOOKED_AT = /(?:回顾|展望|回望|过去的|新的|总结|告别|迎来|踏入|走过)$/;

const DATE_BEGINS = /^$|[，。；：\s—于在至自到]/;
/** 年，我怀着…: of oneself; 年，我省 may be the end of a broken line. */
const OWN_LIFE = /^年，我(?![省市县区局国校院镇乡村们])/;
/** No page has longer lines. */
const WRAPPED = 60;
/** What a life is told by. */
const OF_LIFE = /^(?:，我|参加|加入|毕业|出生|入党|入伍|入职|[调任至])/;
const SINCE = /^[\u4e00-\u9fff]{0,4}(?:以来|起|开始)/;

/** What stands behind a date: 5月日均销量 and 2025年月均收入 are none. */
const AFTER_DATE =
  /^(?:$|[，。；、：）)\s]|[底前后起至到止在召]|[上中下]{1,3}旬|[上下]午|[晚凌]|以[前来]|举[办行]|印发|发布|成立)/;

const ENDS_IN_YU = new Characters('由终等关对基在处至鉴');

/** 五月, 正月, 当月, 足月: a month that is told. */
const NAMED_MONTH = new Characters(`${ONE_TO_TEN}正腊元本当该每上下同个足满几某各何年次隔闰数`);

export const DATE_READERS: Readonly<Record<string, Reader>> = {
  /** 《年全市政务公开工作要点》: of which year. */
  'title-year'(_, start) {
    return { start: start + 1, end: start + 2, frame: '', measure: '年', lost: 'figure' };
  },
  /** ——年月日在…会议上, 定于年月日召开: none of a date's figures. */
  date(text, start, end) {
    if (!/^(?:[在召举，。起止至前上]|$)/.test(text.slice(end, end + 1))) return undefined;
    const year = text.indexOf('年', start);
    const at = year >= 0 && year < end ? year : text.indexOf('月', start);
    return { start: at, end, frame: '', measure: text.slice(at, end) };
  },
  /** 年，我怀着…, 年来，…: of which year, or how many of them. */
  'year-gone'(text, start) {
    // A line that was broken for the page may begin so.
    const begins =
      start === 0 ? text.length > WRAPPED || OWN_LIFE.test(text) : /[。！；\u3000]/.test(text[start - 1]!);
    if (!begins) return undefined;
    return { start, end: start + 1, frame: '', measure: '年' };
  },
  /** 自201年建园以来 */
  'year-since'(text, start, end) {
    if (!SINCE.test(text.slice(end, end + 8))) return undefined;
    return { start: start + 1, end, frame: '', measure: text.slice(start + 1, end), lost: 'figure' };
  },
  /** 202年度: a year that has lost its last figure; 202年 of our era is not reported on. */
  year(text, start, end) {
    if (/[\d.．第约近前元历]/.test(text[start - 1] ?? '。')) return undefined;
    // 回顾202年，: what is looked back on is a year of ours.
    const looked =
      LOOKED_AT.test(text.slice(Math.max(0, start - 5), start)) && /^[，,]/.test(text.slice(end, end + 1));
    if (looked && /\d{3}/.test(text.slice(start, end)))
      return { start, end, frame: '', measure: text.slice(start, end), lost: 'figure' };
    // 202年，我县…
    if (/^[。\s]?$/.test(text[start - 1] ?? '') && /^，[我全]/.test(text.slice(end, end + 2)))
      return { start, end, frame: '', measure: text.slice(start, end), lost: 'figure' };
    // 20 年工作经验 is a span of time.
    const goesOn = /\d{3}/.test(text.slice(start, end)) ? YEAR_GOES_ON : CENTURY_GOES_ON;
    const named = text.slice(start, end).endsWith('年度') || isOfTitle(text, start, end);
    if (!named && !goesOn.test(text.slice(end, end + 6))) return undefined;
    return { start, end, frame: '', measure: text.slice(start, end), lost: 'figure' };
  },
  /** 会议于日下午召开 */
  'day-lost'(text, start) {
    // 由于日在园人数减少: 于 is the end of a word.
    if (!/[\u4e00-\u9fff，]/.test(text[start - 1] ?? '') || ENDS_IN_YU.at(text, start - 1)) return undefined;
    return { start: start + 1, end: start + 2, frame: text.slice(start, start + 1), measure: '日' };
  },
  /** 该同志月出生: of which year and month; 5月出生, 同年同月出生 say it. */
  'month-lost'(text, start) {
    if (!/[\u4e00-\u9fff，]/.test(text[start - 1] ?? '') || NAMED_MONTH.at(text, start - 1)) return undefined;
    return { start, end: start + 1, frame: '', measure: '月' };
  },
  /** 2026年5月日; 月日，县长到我镇调研. */
  day(text, start, end) {
    if (!AFTER_DATE.test(text.slice(end, end + 3))) return undefined;
    if (DATE_BEGINS.test(text.slice(Math.max(0, start - 1), start)))
      return { start, end, frame: '', measure: '月日' };
    const [date] = /(?:\d{4}年)?\d{1,2}月$/.exec(text.slice(Math.max(0, start - 7), start + 1)) ?? [];
    if (date === undefined) return undefined;
    return { start: end - 1, end, frame: date, measure: '日' };
  },
  /** 2026年月日, 2026年月底前, 今年月上中旬 */
  month(text, start, end) {
    // 我于年月参加工作
    const begins = DATE_BEGINS.test(text.slice(Math.max(0, start - 1), start));
    // 年月日，我来到…
    if (/^[。\u3000]?$/.test(text[start - 1] ?? '') && text.startsWith('日，', end))
      return { start, end: end + 1, frame: '', measure: text.slice(start, end + 1) };
    if (begins && OF_LIFE.test(text.slice(end, end + 2)))
      return { start, end, frame: '', measure: text.slice(start, end) };
    const [year] = /(?:(?<!\d)\d{4}|[今去明])年$/.exec(text.slice(Math.max(0, start - 5), start + 1)) ?? [];
    const measure = text[end] === '日' ? '月日' : '月';
    const behind = start + 1 + measure.length;
    const goesOn =
      AFTER_DATE.test(text.slice(behind, behind + 3)) || OF_LIFE.test(text.slice(behind, behind + 2));
    if (year === undefined || !goesOn) return undefined;
    return { start: start + 1, end: behind, frame: year, measure };
  },
};
