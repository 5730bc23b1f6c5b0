/** What `figures/date` says of a fault, and how it can be fixed, kind by kind. */
import type { Evidence } from '../../../engine/finding.ts';
import type { Explanation } from '../../../engine/rule.ts';
import { isLeapYear, writeWeekday } from '../../../language/dates/calendar.ts';
import type { DateFault, Fault, FaultKind } from './faults.ts';
import { KNOWN } from './messages-of-facts.ts';
import { type Alternative, renumber, span, swap, toWeekday, write } from './rewrites.ts';
import { nameOwnDate, saySource, sourceEvidence } from './sources.ts';

/** How faults of one kind are told, and mended. */
export interface Words<K extends FaultKind> {
  explain(fault: Fault<K>, text: string): Explanation;
  fixes?(fault: Fault<K>, text: string): readonly Alternative[];
}

/** What is said of a fault; evidence in offsets of the paragraph, except for a fault's `source` (see {@link sourceOf}). */
export function explain(fault: DateFault, text: string): Explanation {
  return wordsFor(fault).explain(fault, text);
}

export function fixesOf(fault: DateFault, text: string): readonly Alternative[] {
  return wordsFor(fault).fixes?.(fault, text) ?? [];
}

/** Evidence elsewhere in the document, in absolute offsets. */
export function sourceOf(fault: DateFault): Evidence | undefined {
  return 'source' in fault && fault.source ? sourceEvidence(fault.source) : undefined;
}

function wordsFor(fault: DateFault): Words<FaultKind> {
  return WORDS[fault.kind] as Words<FaultKind>;
}

const WORDS: { readonly [K in FaultKind]: Words<K> } = {
  ...KNOWN,
  day: {
    explain({ date, days }) {
      const month = `${date.month!.value}月`;
      const year = date.year?.value;
      const leap = date.month!.value === 2 && year !== undefined;
      const reason = leap ? `${year}年${isLeapYear(year) ? '是' : '不是'}闰年，2月` : month;
      return { message: `没有“${date.month!.value}月${date.day!.value}日”：${reason}只有${days}天` };
    },
  },

  month: {
    explain: ({ month }) => ({ message: `没有“${month}月”：月份应在1—12之间` }),
  },

  weekday: {
    explain({ written, real, year, source }, text) {
      const said = `星期${text.slice(written.start, written.end)}`;
      const reason = source ? `（${saySource(source)}，按${year}年推算）` : '';
      return { message: `这一天是${writeWeekday(real)}，不是${said}${reason}` };
    },
    fixes: toWeekday,
  },

  'weekday-beside': {
    explain({ written, real, source }, text) {
      const said = `星期${text.slice(written.start, written.end)}`;
      return { message: `这一天是${writeWeekday(real)}，不是${said}（${saySource(source)}）` };
    },
    fixes: toWeekday,
  },

  order: {
    explain({ from, to }, text) {
      return {
        message: `起止颠倒：“${text.slice(to.start, to.end)}”早于“${text.slice(from.start, from.end)}”`,
      };
    },
    fixes({ from, to }, text) {
      // What both ends spell out is swapped: both days of 5月10日至3日, else both dates.
      const [a, b] = to.month || to.year ? [from, to] : [from.day!, to.day!];
      return [{ title: '互换起止日期', edits: swap(a, b, text) }];
    },
  },

  'clock-order': {
    explain: ({ first, last }, text) => ({
      message: `起止颠倒：“${text.slice(last.start, last.end)}”早于“${text.slice(first.start, first.end)}”`,
    }),
    fixes: ({ first, last }, text) => [{ title: '互换起止时间', edits: swap(first, last, text) }],
  },

  duration: {
    explain({ unit, range, length, start, end }, text) {
      const said = text.slice(range.start, range.end);
      const real = `连首尾共${length}${unit}`;
      return {
        message: `称“${text.slice(start, end)}”，“${said}”${real}`,
        evidence: [{ ...range, message: real }],
      };
    },
    fixes: ({ stated, unit, length }) => [renumber(stated, length, `改为“${write(stated, length)}${unit}”`)],
  },

  elapsed: {
    explain({ unit, range, length, start, end }, text) {
      const real = `约${length}${unit}`;
      return {
        message: `称“${text.slice(start, end)}”，“${text.slice(range.start, range.end)}”之间${real}`,
        evidence: [{ ...range, message: real }],
      };
    },
  },

  workdays: {
    explain({ stated, length, range }, text) {
      const real = `周一至周五共${length}天`;
      return {
        message: `称${stated}个工作日，“${text.slice(range.start, range.end)}”${real}`,
        evidence: [{ ...range, message: real }],
      };
    },
  },

  quarter: {
    explain: ({ start, end }, text) => ({ message: `没有“${text.slice(start, end)}”：一年只有四个季度` }),
  },

  hour: {
    explain: ({ start, end }, text) => ({ message: `没有“${text.slice(start, end)}”：一天只有24小时` }),
  },

  agenda: {
    explain: ({ start, end, source }, text) => ({
      message: `“${text.slice(start, end)}”与${saySource(source)}有重叠，请核对`,
    }),
  },

  months: {
    explain({ period, first, last, right }) {
      return { message: `${period}是${right[0]}—${right[1]}月，不是${first.value}—${last.value}月` };
    },
    fixes: ({ first, last, right }) => [span(first, last, right, `改为“${right[0]}—${right[1]}月”`)],
  },

  'month-outside': {
    explain: ({ period, month, right }) => ({
      message: `${period}是${right[0]}—${right[1]}月，${month}月不在其中`,
    }),
  },

  'life-order': {
    explain: ({ first, last }) => ({ message: `起止年份颠倒：${last.value}年早于${first.value}年` }),
    fixes: ({ first, last }, text) => [{ title: '互换两个年份', edits: swap(first, last, text) }],
  },

  'birth-years': {
    explain({ start, end, length, range, apart }, text) {
      const said = text.slice(range.start, range.end);
      return {
        message: `“${text.slice(start, end)}”相差${length}岁，“${said}”却相差${apart}年，请核对`,
        evidence: [{ ...range, message: `相差${apart}年` }],
      };
    },
  },

  'life-age': {
    explain({ years, age, length }, text) {
      const said = text.slice(years.start, years.end);
      return {
        message: `照“${said}”推算为${length}岁上下，此处作${age}岁`,
        evidence: [{ start: years.start, end: years.end, message: `相隔${length}年` }],
      };
    },
  },

  service: {
    explain({ years, age, length }, text) {
      const said = text.slice(years.start, years.end);
      return {
        message: `照前后年份推算为${length}年上下，此处作${age}年`,
        evidence: [{ start: years.start, end: years.end, message: said }],
      };
    },
  },

  age: {
    explain({ said, right, source }, text) {
      const born = text.slice(said.birth.start, said.birth.end);
      return {
        message: `${saySource(source)}，“${born}”应为${right}岁，此处作${said.age}岁`,
        evidence: [{ ...said.birth, message: born }],
      };
    },
  },

  'stage-year': {
    explain({ start, end, source }, text) {
      return { message: `“${text.slice(start, end)}”早于${saySource(source)}，年份疑是旧稿的，请核对` };
    },
  },

  stage: {
    explain({ start, end, source }, text) {
      return { message: `“${text.slice(start, end)}”与${saySource(source)}有重叠，请核对` };
    },
  },

  'stage-order': {
    explain: ({ start, end, source }, text) => ({
      message: `“${text.slice(start, end)}”早于${saySource(source)}，次序疑有误，请核对`,
    }),
  },

  'punished-early': {
    explain: ({ start, end, act }, text) => ({
      message: `“${text.slice(start, end)}”的处分早于“${text.slice(act.start, act.end)}”的行为，请核对年月`,
      evidence: [{ ...act, message: text.slice(act.start, act.end) }],
    }),
  },

  deadline: {
    explain({ start, end, source }, text) {
      return { message: `${saySource(source)}，报送时限“${text.slice(start, end)}”却在会后，请核对` };
    },
  },

  step: {
    explain({ start, end, source }, text) {
      return { message: `${saySource(source)}，此处“${text.slice(start, end)}”却更早，请核对` };
    },
  },

  'meeting-day': {
    explain({ start, end, source }, text) {
      return { message: `${saySource(source)}，此处作“${text.slice(start, end)}”，两处不一` };
    },
  },

  'title-year': {
    explain: ({ year, source }) => ({ message: `${saySource(source)}，此处作${year}年，疑为旧稿残留` }),
    fixes: ({ right, start, end }) => [
      { title: `改为“${right}年”`, edits: [{ start, end, text: String(right) }] },
    ],
  },

  past: {
    explain: ({ phrase, source }) => ({ message: `“${phrase}”早于${nameOwnDate(source)}` }),
  },

  'far-ahead': {
    explain: ({ phrase, source }) => ({
      message: `“${phrase}”距${nameOwnDate(source)}近一年或更久，请核对年份`,
    }),
  },

  'told-later': {
    explain: ({ source, start, end }, text) => ({
      message: `“${text.slice(start, end)}”的事已经做了，却晚于${nameOwnDate(source)}，请核对`,
    }),
  },

  relative: {
    explain({ implied, source, start, end }, text) {
      return { message: `照“${text.slice(start, end)}”的说法，行文在${implied}年，而${saySource(source)}` };
    },
  },
};
