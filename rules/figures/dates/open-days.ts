/**
 * Judges days between which something is open: 报名时间：5月6日至10日, in a notice signed on the 12th · 公示期为4月6日至10日，期满后将于|4月8日|开会研究.
 * Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, completed, dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { documentKind, layout } from '../../../language/layout/layout.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import { ownDate } from './sources.ts';

const OPEN = '报名 报到 申报 考试 笔试 面试 比赛 培训 投标 开标 征集 申请 缴费 选课 参观 展览';
/** 报名时间：, 申报期限为 */
const LABEL = new RegExp(`(?<![原由])${anyOf(OPEN)}(?:起止|截止)?(?:时间|日期|期限)[：:为]{1,2}$`);
const LABEL_REACH = 12;
/** Of what is over: what is told of it is done. */
const OVER = /公示|结果|成绩|名单|延期|延长|变更|更正|补充|中标|成交|总结|通报|情况|纪要|批复|报告/;

/** A range of days that a label opens, with its last. */
interface Open {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

const openDays = defineFact<readonly Open[]>('days of entry', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  return list.flatMap((first): Open[] => {
    if (!first.year || !first.month || !first.day || first.lunar) return [];
    if (!LABEL.test(text.slice(Math.max(0, first.start - LABEL_REACH), first.start))) return [];
    const last = first.rangeTo === undefined ? first : completed(first, list[first.rangeTo]!);
    return last.year && last.month && last.day ? [{ first, last }] : [];
  });
});

/** What a notice calls for, and was over when it was signed. */
export function* openDayFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(openDays);
  if (paragraphs.length === 0) return;
  const written = document.model(documentDate);
  if (written?.place !== 'signing' || !written.month || !written.day) return;
  if (document.model(documentKind) !== 'official') return;
  if (OVER.test(document.model(layout).title?.content ?? '')) return;
  const own = dayNumber(written.year, written.month, written.day);
  for (const paragraph of paragraphs)
    for (const { first, last } of paragraph.fact(openDays)) {
      if (dayOf(last) >= own) continue;
      const { start } = first;
      const phrase = paragraph.text.slice(start, last.end);
      const source = ownDate(written);
      yield { paragraph, fault: { kind: 'past', severity: 'warning', start, end: last.end, phrase, source } };
    }
}

/** 公示期为|4月6日至4月10日|，公示期满后，将于|4月8日 */
const SHOWN = /(?:公示|公告|公布)(?:期|时间|期限)[：:为是自]{0,2}$/;
const EXPIRED = /期满(?:后|无异议|之后)[^。；]{0,24}$/;

interface Expiry {
  readonly last: CalendarDate;
  readonly after: CalendarDate;
}

const expiries = defineFact<readonly Expiry[]>('days after a term', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  if (list.length < 3) return [];
  return list.flatMap((first, i): Expiry[] => {
    const after = list[i + 2];
    if (first.rangeTo !== i + 1 || !after?.month || !after.day) return [];
    const last = completed(first, list[i + 1]!);
    const led = SHOWN.test(text.slice(Math.max(0, first.start - LABEL_REACH), first.start));
    return led && EXPIRED.test(text.slice(last.end, after.start)) ? [{ last, after }] : [];
  });
});

/** What is to be done when a term has expired, on a day within it. */
export function* expiryFaults(document: Document): Generator<Placed> {
  for (const paragraph of document.paragraphsWith(expiries))
    for (const { last, after } of paragraph.fact(expiries)) {
      if (!last.month || !last.day || dayOf(after, last.year?.value) > dayOf(last, after.year?.value))
        continue;
      const { start, end } = after;
      const at = paragraph.start + last.start;
      const text = paragraph.text.slice(last.start, last.end);
      const source = { kind: 'step-before', start: at, end: at + text.length, text } as const;
      yield { paragraph, fault: { kind: 'step', severity: 'warning', start, end, source } };
    }
}

function dayOf({ year, month, day }: CalendarDate, other?: number): number {
  return dayNumber(year?.value ?? other ?? ANY_YEAR, month!.value, day!.value);
}
/** Without a year on either side both are of one. */
const ANY_YEAR = 2023;
