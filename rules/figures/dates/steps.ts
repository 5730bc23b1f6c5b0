/**
 * Judges steps that follow each other: tenders are handed in when the papers are no longer to be had (招标文件获取至3月7日, 投标截止时间3月5日), and nobody sits an
 * examination before all have entered (报名时间：3月1日至10日, 笔试时间：3月8日).
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, completed, dates } from '../../../language/dates/dates.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';

const IS = '[：:为是于自从]{0,2}$';
const PAPERS = '(?:招标|采购|磋商|谈判|询价|比选)文件';
const GOT = anyOf('获取 领取 发售 购买 下载');
const TENDERS = '(?:投标文件|响应文件|投标|响应|递交|提交|开标)';
const ASIDE = '(?:[（(][^（）()]{1,10}[）)])?';

const DUE = `${TENDERS}[^，。；]{0,8}(?:截止|开标)(?:时间|日期)`;
const OPENED = '(?:开标|开启|评标)(?:时间|日期)';

/** The time of what is named by one of some words. */
const timeOf = (words: string) => new RegExp(`${anyOf(words)}(?:起止)?(?:时间|日期)${ASIDE}${IS}`);

interface Order {
  /** What must be over, by the words before its date or behind it. */
  readonly first: RegExp;
  readonly behind?: RegExp;
  /** What may begin then. */
  readonly next: RegExp;
  /** What comes first may be told with its one day. */
  readonly single?: true;
  /** What comes next may begin while it lasts: the first entries are looked through before the last come. */
  readonly meanwhile?: true;
}

const STEPS: readonly Order[] = [
  {
    first: new RegExp(`${PAPERS}的?${GOT}(?:起止)?(?:时间|期限)?${IS}`),
    // 3月7日，每日9时至12时，登录平台|下载招标文件
    behind: new RegExp(`^[^。；]{0,50}${GOT}${PAPERS}`),
    next: new RegExp(`${DUE}${ASIDE}${IS}`),
  },
  {
    first: new RegExp(`(?:投标|响应|报价)[^，。；]{0,8}截止(?:时间|日期)${ASIDE}${IS}`),
    next: new RegExp(`${OPENED}${ASIDE}${IS}`),
    single: true,
  },
  { first: timeOf('报名'), next: timeOf('考试 笔试 比赛 开赛 竞赛') },
  { first: timeOf('报名'), next: timeOf('资格审查 资格初审 资格复审'), single: true, meanwhile: true },
  { first: timeOf('资格审查 资格初审'), next: timeOf('笔试 考试'), single: true },
  { first: timeOf('笔试'), next: timeOf('面试 资格复审'), single: true },
  { first: timeOf('面试'), next: timeOf('体检 考察'), single: true },
];
const BEFORE = 30;
const BEHIND = 66;

/** 时间（第一批）：, 截止日期为 */
const LABELLED = /[间期限][^，。；\d]{0,16}$/;

interface Step {
  readonly of: number;
  readonly is: 'first' | 'then';
  readonly date: CalendarDate;
  /** The year that the other end of its range has, where its own has none. */
  readonly year: number | undefined;
}

const steps = defineFact<readonly Step[]>('steps with a day', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  return list.flatMap((date): Step[] => {
    if (!date.month || !date.day || date.lunar) return [];
    const before = text.slice(Math.max(0, date.start - BEFORE), date.start);
    const last = date.rangeTo === undefined ? date : completed(date, list[date.rangeTo]!);
    const after = text.slice(last.weekday?.end ?? last.end, last.end + BEHIND);
    const year = last.year?.value ?? date.year?.value;
    if (!LABELLED.test(before) && !STEPS[0]!.behind!.test(after)) return [];
    return STEPS.flatMap(({ first, behind, next, single, meanwhile }, of): Step[] => {
      if (next.test(before)) return [{ of, is: 'then', date, year: date.year?.value }];
      if (date.rangeTo === undefined && !single) return [];
      if (!first.test(before) && !behind?.test(after)) return [];
      const over = meanwhile || !last.month || !last.day ? date : last;
      return [{ of, is: 'first', date: over, year }];
    });
  });
});

/** 4月20日|前完成自查，|4月18日|前将整改情况报县教育局: what is done, and what is reported of it. */
const DONE_BY =
  /^(?:日|底)?前(?:全面|全部|务必|必须)?(?:完成|做好|结束|整改到位)[^。；]{0,24}[，,][^。；\d]{0,8}$/;
const REPORTED_BY =
  /^前[^，。；]{0,6}[将把][^，。；]{0,10}(?:情况|结果|报告|总结|台账|清单)[^，。；]{0,8}(?:报|送|反馈|提交)/;

interface Report {
  readonly date: CalendarDate;
  readonly done: CalendarDate;
}

const reports = defineFact<readonly Report[]>('reports of what is done', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  return list.flatMap((date, i): Report[] => {
    const done = list[i - 1];
    if (
      !done?.month ||
      !done.day ||
      !date.month ||
      !date.day ||
      !REPORTED_BY.test(text.slice(date.end, date.end + REPORT))
    )
      return [];
    return DONE_BY.test(text.slice(done.end, date.start)) ? [{ date, done }] : [];
  });
});
const REPORT = 40;

/** What is to be reported before it is to be done. */
export function* reportFaults(document: Document): Generator<Placed> {
  for (const paragraph of document.paragraphsWith(reports))
    for (const { date, done } of paragraph.fact(reports)) {
      if (dayIn(date, done.year?.value) >= dayIn(done, date.year?.value)) continue;
      const { start, end } = date;
      const source = { kind: 'step-before', ...placeOf({ paragraph, date: done }) } as const;
      yield { paragraph, fault: { kind: 'step', severity: 'warning', start, end, source } };
    }
}

/** A step that is told once, before the day on which the one before it, told once too, is over. */
export function* stepFaults(document: Document): Generator<Placed> {
  const all = document
    .paragraphsWith(steps)
    .flatMap((paragraph) => paragraph.fact(steps).map((step) => ({ ...step, paragraph })));
  for (const of of STEPS.keys()) {
    const [first, ...others] = all.filter((step) => step.of === of && step.is === 'first');
    const [then, ...more] = all.filter((step) => step.of === of && step.is === 'then');
    if (!first || !then || others.length > 0 || more.length > 0) continue;
    if (dayIn(then.date, then.year ?? first.year) >= dayIn(first.date, first.year ?? then.year)) continue;
    const { start, end } = then.date;
    const source = { kind: 'step-before', ...placeOf(first) } as const;
    yield { paragraph: then.paragraph, fault: { kind: 'step', severity: 'warning', start, end, source } };
  }
}

function dayIn({ year, month, day }: CalendarDate, other: number | undefined): number {
  return dayNumber(year?.value ?? other ?? ANY_YEAR, month!.value, day!.value);
}
/** Without a year on either side both are of one. */
const ANY_YEAR = 2023;

function placeOf({ paragraph, date }: { readonly paragraph: Paragraph; readonly date: CalendarDate }) {
  const text = paragraph.text.slice(date.start, date.end);
  return { start: paragraph.start + date.start, end: paragraph.start + date.end, text };
}
