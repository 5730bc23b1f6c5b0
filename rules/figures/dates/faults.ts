/**
 * What `figures/date` may find wrong, by kind. A fault carries what was read, so that it can be explained and fixed
 * without reading again. Offsets are relative to the paragraph.
 */
import type { Edit, Range, Severity } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { CalendarDate, DatePart } from '../../../language/dates/dates.ts';
import type { Meeting } from '../../../language/dates/meetings.ts';
import type { StatedAge, Years } from './lives.ts';
import type { Plan } from './plans.ts';
import type { OwnDate, Source } from './sources.ts';

interface At extends Range {
  readonly severity: Severity;
}

/** A number with the range it is written in. */
export interface Written extends Range {
  readonly value: number;
  readonly han: boolean;
}

export type DurationUnit = '天' | '个月' | '年';

export type DateFault =
  /** 2月30日, 4月31日: `days` the month has. */
  | (At & { readonly kind: 'day'; readonly date: CalendarDate; readonly days: number })
  /** 2024年13月 */
  | (At & { readonly kind: 'month'; readonly month: number })
  /** 2024年5月1日（星期四）: a Wednesday; without a year beside the date `source` shows where the year is from. */
  | (At & {
      readonly kind: 'weekday';
      readonly written: DatePart;
      readonly real: number;
      readonly year: number;
      readonly source?: Source;
    })
  /** 9月18日（星期四）…9月20日（星期日） */
  | (At & {
      readonly kind: 'weekday-beside';
      readonly written: DatePart;
      readonly real: number;
      readonly source: Source;
    })
  /** 5月10日至3日 */
  | (At & { readonly kind: 'order'; readonly from: CalendarDate; readonly to: CalendarDate })
  /** 为期三天：3月1日至4日 */
  | (At & {
      readonly kind: 'duration';
      readonly stated: Written;
      readonly unit: DurationUnit;
      readonly range: Range;
      /** Of the range, in units, both ends counted. */
      readonly length: number;
    })
  /** 3月15日开始，5月31日结束，历时三个半月: `length` in units, in halves of them where halves are counted. */
  | (At & {
      readonly kind: 'elapsed';
      readonly unit: DurationUnit | '小时';
      readonly range: Range;
      readonly length: number;
    })
  /** 3月3日至7日（7个工作日）: `length` from Monday to Friday. */
  | (At & {
      readonly kind: 'workdays';
      readonly stated: number;
      readonly length: number;
      readonly range: Range;
    })
  /** 第五季度 */
  | (At & { readonly kind: 'quarter' })
  /** 11月20日下午25时 */
  | (At & { readonly kind: 'hour' })
  /** 9:20—10:10 below 9:00—9:30. */
  | (At & { readonly kind: 'agenda'; readonly source: Source })
  /** 14:00—11:30 */
  | (At & { readonly kind: 'clock-order'; readonly first: Range; readonly last: Range })
  /** 上半年（1—7月） */
  | (At & {
      readonly kind: 'months';
      readonly period: string;
      readonly first: DatePart;
      readonly last: DatePart;
      readonly right: readonly [number, number];
    })
  /** 三季度末（10月底前）: a month that is none of the period's. */
  | (At & {
      readonly kind: 'month-outside';
      readonly period: string;
      readonly month: number;
      readonly right: readonly [number, number];
    })
  /** 十九大五中全会, 第二十届全国代表大会 */
  | (At & { readonly kind: 'form'; readonly meeting: Meeting })
  /** 党的十九精神, 党的十八三中全会: 大 or 届 is missing, which the edit puts in. */
  | (At & { readonly kind: 'counter'; readonly edit: Edit })
  /** 县委第十四次党代会: the edit takes out the 委. */
  | (At & { readonly kind: 'committee'; readonly edit: Edit })
  /** 十八届八中全会 */
  | (At & { readonly kind: 'count'; readonly meeting: Meeting })
  /** 2019年十九届五中全会 */
  | (At & {
      readonly kind: 'meeting-year';
      readonly meeting: Meeting;
      readonly year: number;
      /** Where the year stands; with 今年 there is no figure, and `source` shows the document's date. */
      readonly figure?: DatePart;
      readonly right: number;
      /** The session of that term that met in the year written, if there was one. */
      readonly session: number | undefined;
      /** The source column of the fact. */
      readonly fact: string;
      readonly source?: Source;
    })
  /** “十四五”（2020—2025年） */
  | (At & {
      readonly kind: 'plan-span';
      readonly plan: string;
      readonly first: DatePart;
      readonly last: DatePart;
      readonly right: readonly [number, number];
    })
  /** 二十届四中全会审议通过了《…第十四个五年规划的建议》: the proposal for another plan. */
  | (At & {
      readonly kind: 'plan-proposal';
      readonly meeting: Meeting;
      readonly plan: string;
      /** The plan of which that plenum passed the proposal. */
      readonly right: string;
      readonly edit: Edit;
    })
  /** 2026年是实施“十四五”规划的关键之年 */
  | (At & {
      readonly kind: 'plan-outside';
      readonly plan: Plan;
      readonly figure: DatePart;
      /** The plan of that year. */
      readonly running: Plan | undefined;
    })
  /** 2025年是“十五五”开局之年; with 今年 there is no figure, and `source` shows the document's date. */
  | (At & {
      readonly kind: 'plan-edge';
      readonly plan: string;
      readonly edge: string;
      readonly year: number;
      readonly figure?: DatePart;
      readonly right: number;
      readonly source?: Source;
    })
  /** 喜迎党的二十大胜利召开 in a text of 2026: an event that came in `year`. */
  | (At & { readonly kind: 'awaited'; readonly year: number; readonly source: Source })
  /** 为全面完成“十三五”规划目标任务而努力奋斗 in a text of 2026; `opens` where a good start is asked for. */
  | (At & {
      readonly kind: 'plan-over';
      readonly plan: Plan;
      readonly opens: boolean;
      /** The plan of that year. */
      readonly running: Plan | undefined;
      readonly source: Source;
    })
  /** 2026年是中国共产党成立106周年; with 今年, `year` is undefined and `source` shows the document's date. */
  | (At & {
      readonly kind: 'anniversary';
      readonly event: string;
      readonly base: number;
      readonly stated: Written;
      readonly year: number;
      readonly source?: Source;
    })
  /** 定于3月1日召开, in a notice signed on 5 March. */
  | (At & { readonly kind: 'past'; readonly phrase: string; readonly source: OwnDate })
  /** 定于2026年4月22日召开, in a notice signed on 15 April 2025. */
  | (At & { readonly kind: 'far-ahead'; readonly phrase: string; readonly source: OwnDate })
  /** 5月11日…进行了, in a text signed on 8 May. */
  | (At & { readonly kind: 'told-later'; readonly source: OwnDate })
  /** 9月11日教师节: `right` is its month and day. */
  | (At & {
      readonly kind: 'festival';
      readonly name: string;
      readonly month: DatePart;
      readonly day: DatePart;
      readonly right: readonly [number, number];
      readonly fact: string;
    })
  /** 2026年…第17个全国防灾减灾日: the first was in 2009. */
  | (At & {
      readonly kind: 'observance';
      readonly name: string;
      readonly first: number;
      readonly stated: Written;
      readonly right: number;
      readonly year: number;
      readonly fact: string;
      /** The document's date, where no year stands beside the day. */
      readonly source?: Source;
    })
  /** 会议时间：11月13日, in a notice that has said 定于11月12日召开. */
  | (At & { readonly kind: 'meeting-day'; readonly source: Source })
  /** 第八次全体会议 in the title, 第九次 in the line below it. */
  | (At & {
      readonly kind: 'session';
      readonly stated: Written;
      readonly right: number;
      readonly source: Source;
    })
  /** （1918—1836） */
  | (At & { readonly kind: 'life-order'; readonly first: DatePart; readonly last: DatePart })
  /** （1918—1936年）…享年55岁 */
  | (At & { readonly kind: 'life-age'; readonly years: Years; readonly age: number; readonly length: number })
  /** 18周岁以上、35周岁以下（1991年3月至2007年3月出生）: `length` by the ages, `apart` by the years. */
  | (At & {
      readonly kind: 'birth-years';
      readonly range: Range;
      readonly length: number;
      readonly apart: number;
    })
  /** 1982年6月参加工作，2022年6月退休，工龄45年 */
  | (At & { readonly kind: 'service'; readonly years: Years; readonly age: number; readonly length: number })
  /** 1985年6月出生，现年45岁, in a text of March 2026. */
  | (At & { readonly kind: 'age'; readonly said: StatedAge; readonly right: number; readonly source: Source })
  /** 第三阶段（4月15日至5月31日）, where the second ends on 30 April. */
  | (At & { readonly kind: 'stage'; readonly source: Source })
  /** 第三阶段（4月1日至5月10日）, where the second begins on 1 June. */
  | (At & { readonly kind: 'stage-order'; readonly source: Source })
  /** （2025年12月1日—31日）, behind a stage of 2026: the year was kept. */
  | (At & { readonly kind: 'stage-year'; readonly source: Source })
  /** 2022年11月受到党内警告处分, for what was done in 2023. */
  | (At & { readonly kind: 'punished-early'; readonly act: Range })
  /** 请于3月10日前将参会名单报, for a meeting on 5 March. */
  | (At & { readonly kind: 'deadline'; readonly source: Source })
  /** 投标截止时间3月5日, where the papers are to be had until 7 March. */
  | (At & { readonly kind: 'step'; readonly source: Source })
  /** 2024年春季防火工作 under a title of 2025, 2025年，我局将… under a heading of 2026. */
  | (At & {
      readonly kind: 'title-year';
      readonly year: number;
      readonly right: number;
      readonly source: Source;
    })
  /** 去年（2022年）, in a text of 2024. */
  | (At & { readonly kind: 'relative'; readonly implied: number; readonly source: Source });

export interface Placed {
  readonly paragraph: Paragraph;
  readonly fault: DateFault;
}

export type FaultKind = DateFault['kind'];
export type Fault<K extends FaultKind> = Extract<DateFault, { readonly kind: K }>;
