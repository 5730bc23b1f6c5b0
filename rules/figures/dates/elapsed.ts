/**
 * Judges how long something took where its first and its last day stand apart: 从3月15日开始，至5月31日结束，历时两个半月 · 2021年6月开工、2024年6月竣工，建设工期三年 ·
 * 9月12日上午开幕，9月13日中午闭幕，会期一天半.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, completed, dates } from '../../../language/dates/dates.ts';
import { boundBefore } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import type { DateFault, DurationUnit } from './faults.ts';

/** What a duration is told with; behind it the number. */
const TOOK = new RegExp(
  [
    '(?:历时|为期|会期|[建施]设?工?期|工期|周期|前后共?|持续|用时|耗时|跨度)',
    // 工期总日历天数：
    '(?:总?日历天数|总天数|总工期)?(?:共|为|达|是|整整|总共|[：:])?',
  ].join(''),
  'g',
);
const NUMBER = new RegExp(
  [
    String.raw`(?<number>[一二两三四五六七八九十]{1,3}|\d{1,3})`,
    '(?<unit>个半月|个多月|天半|年半|年多|个月|日历天|天|日|年|周)(?![多余左之前均])',
  ].join(''),
  'y',
);
const FULL_STOP = new Characters('。；');
const REACH = 90;
/** What begins and what ends, behind the dates. */
const BEGINS = new RegExp(
  [
    String.raw`^(?:上午|下午|晚上?|中午)?[^，。；、\d]{0,12}`,
    '(?:开始|启动|开工|动工|开幕|起|开建|奠基|开机|进场|出发|启程|召开)',
  ].join(''),
);
const ENDS = new RegExp(
  [
    '^(?:上午|下午|晚上?|中午)?(?:全面|全部|正式|顺利)?',
    String.raw`[^，。；、\d]{0,8}(?:结束|竣工|完工|闭幕|完成|通车|建成|投用|投产|收官|交付|验收|返回|落幕|止)`,
  ].join(''),
);
const UNIT_OF: Readonly<Record<string, DurationUnit>> = {
  天: '天',
  日: '天',
  日历天: '天',
  天半: '天',
  个月: '个月',
  个半月: '个月',
  个多月: '个月',
  年: '年',
  年半: '年',
  年多: '年',
};
/** How far, in the unit, what is said may be from the time between the two: days are counted with both ends or without. */
const SLACK: Readonly<Record<DurationUnit, number>> = { 天: 1, 个月: 0.7, 年: 0.55 };
/** 7个多月: up to the next. */
const SLACK_OF_MORE = 0.9;
const SLACK_OF_HALVES: Readonly<Record<DurationUnit, number>> = { 天: 0.4, 个月: 0.5, 年: 0.4 };
const DAYS_A_MONTH = 30.44;

export function elapsedFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  if (list.length < 2 || !TOOK_BEGINS.isIn(text, 0, text.length)) return;
  for (const { 0: word, index } of text.matchAll(TOOK)) {
    const took = durationAt(text, index + word.length);
    const around = took && datesAround(text, list, index, took.end);
    const days =
      around &&
      (endsBefore(text, around, index, took.halves) ??
        endsAround(text, around, index, took.end) ??
        endsLabelled(text, around, took.end));
    const fault = took && days && judge(text, took, days);
    if (fault) found.push(fault);
  }
}

/** How long something took, as told: 三年, 3个月, 两个半月. */
interface Duration extends Range {
  readonly unit: DurationUnit;
  /** In the unit. */
  readonly value: number;
  /** Whether it is told in halves: 一天半. */
  readonly halves: boolean;
  /** 五个多月 */
  readonly more: boolean;
}

function durationAt(text: string, start: number): Duration | undefined {
  NUMBER.lastIndex = start;
  const { number, unit } = NUMBER.exec(text)?.groups ?? {};
  // 历时两周: nobody counts the days of weeks.
  if (number === undefined || unit === '周') return undefined;
  const halves = unit!.includes('半');
  const whole = /\d/.test(number) ? readDigits(number) : readHanNumber(number, 0)!.value;
  const more = unit!.includes('多');
  const value = whole + (halves || more ? 0.5 : 0);
  return { start, end: NUMBER.lastIndex, unit: UNIT_OF[unit!]!, value, halves, more };
}

/** The dates of the sentence around how long it took, no farther than they are looked for. */
function datesAround(text: string, list: readonly CalendarDate[], at: number, end: number) {
  const from = boundBefore(text, at, FULL_STOP, REACH);
  return list.filter((d) => d.start >= from && d.start < end + BEHIND && d.month !== undefined);
}

/** The first and the last day, where the sentence before `at` has two dates and no more, and says what began and what ended. */
function endsBefore(
  text: string,
  around: readonly CalendarDate[],
  at: number,
  halves: boolean,
): readonly [first: CalendarDate, last: CalendarDate] | undefined {
  const [first, last, more] = around.filter(({ end }) => end <= at);
  if (!first || !last || more) return undefined;
  // 3月15日至5月31日: what is said of a range in whole days and months is judged with it.
  if (first.rangeTo !== undefined) return halves ? [first, last] : undefined;
  const told = BEGINS.test(text.slice(first.end, last.start)) && ENDS.test(text.slice(last.end, at));
  return told ? [first, last] : undefined;
}

/** 2024年8月开工，|合同工期20个月|，计划于2026年4月竣工: the one day before how long it takes, the other behind. */
function endsAround(
  text: string,
  around: readonly CalendarDate[],
  at: number,
  end: number,
): readonly [first: CalendarDate, last: CalendarDate] | undefined {
  const [first, last, more] = around;
  if (!first || !last || more || first.end > at || last.start < end) return undefined;
  if (!last.year || /[。；]/.test(text.slice(end, last.start))) return undefined;
  const told =
    BEGINS.test(text.slice(first.end, at)) && ENDS.test(text.slice(last.end, last.end + ENDS_REACH));
  return told ? [first, last] : undefined;
}
const ENDS_REACH = 14;

/** 开工日期：, 计划竣工时间为: what begins and what ends, before the dates. */
const BEGINS_ON = /(?:开工|开始|起始|进场|启动)(?:日期|时间)?[：:为是于]?$/;
const ENDS_ON = /(?:竣工|完工|结束|终止|交付)(?:日期|时间)?[：:为是于]?$/;
const LABEL = 10;
/** 9月19日|开始，|9月21日结束: nothing else is told between. */
const NEXT = /^[^，。；]{1,5}[，、,][^，。；]{0,6}$/;
/** Dates stand no farther behind how long it takes. */
const BEHIND = 70;

/** 工期150日历天，计划开工日期2025年4月1日，竣工日期2025年9月27日: labelled days, before how long it takes or behind it. */
function endsLabelled(
  text: string,
  around: readonly CalendarDate[],
  end: number,
): readonly [first: CalendarDate, last: CalendarDate] | undefined {
  const [first, last, more] = around;
  if (!first?.day || !last?.day || more || first.rangeTo !== undefined) return undefined;
  if (last.start > end && /[。；]/.test(text.slice(end, last.start))) return undefined;
  const label = ({ start }: CalendarDate) => text.slice(Math.max(0, start - LABEL), start);
  if (BEGINS_ON.test(label(first)) && ENDS_ON.test(label(last))) return [first, last];
  const told =
    BEGINS.test(text.slice(first.end, last.start)) && ENDS.test(text.slice(last.end, last.end + BEHIND));
  return told && first.start > end && NEXT.test(text.slice(first.end, last.start))
    ? [first, last]
    : undefined;
}

/** The fault of a duration that is not the time between the two days. */
function judge(
  text: string,
  { start, end, unit, value, halves, more }: Duration,
  [first, last]: readonly [CalendarDate, CalendarDate],
): DateFault | undefined {
  const real = lengthOf(unit, text, first, completed(first, last));
  if (real === undefined) return undefined;
  const slack = halves || isOfHalfDays(text, first, last) ? SLACK_OF_HALVES : SLACK;
  if (Math.abs(value - real) <= (more ? SLACK_OF_MORE : slack[unit])) return undefined;
  const length = Math.round(real * 2) / 2;
  return {
    kind: 'elapsed',
    severity: Math.abs(value - real) < 1 ? 'info' : 'warning',
    start,
    end,
    unit,
    range: { start: first.start, end: last.end },
    length: Number.isInteger(length) || unit === '天' ? length : Math.round(real),
  };
}

const TOOK_BEGINS = new Characters('历期前持用耗跨');

/** 上午, 中午 beside a day: half days are counted. */
function isOfHalfDays(text: string, first: CalendarDate, last: CalendarDate): boolean {
  return [first, last].every(({ end }) => /^(?:上午|下午|中午|晚)/.test(text.slice(end, end + 2)));
}

/** How long it was, in the unit; undefined where the dates do not tell. */
function lengthOf(
  unit: DurationUnit,
  text: string,
  first: CalendarDate,
  last: CalendarDate,
): number | undefined {
  if (!first.month || !last.month || !first.day !== !last.day) return undefined;
  if (unit === '天' && !first.day) return undefined;
  const year = first.year?.value ?? 2023;
  const later = last.year?.value ?? (last.month.value < first.month.value ? year + 1 : year);
  const days =
    dayNumber(later, last.month.value, last.day?.value ?? 1) -
    dayNumber(year, first.month.value, first.day?.value ?? 1);
  if (days < 0) return undefined;
  if (unit !== '天') return unit === '年' ? days / 365.25 : (days + 1) / DAYS_A_MONTH;
  if (!isOfHalfDays(text, first, last)) return days + 1;
  const begins = /^上午/.test(text.slice(first.end)) ? 0 : 0.5;
  const ends = /^(?:上午|中午)/.test(text.slice(last.end)) ? 0.5 : 1;
  return days + ends - begins;
}
