/** Judges what is to be sent in for a meeting against its day: 定于3月5日召开会议，请于3月10日前将参会名单报办公室. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

interface Appointed {
  readonly is: 'meeting' | 'deadline';
  /** 会议时间：, rather than 定于. */
  readonly labelled: boolean;
  /** At the head of its line, which may stand below a heading that says 会议时间. */
  readonly below?: true;
  readonly date: CalendarDate;
}

/** 定于|3月5日|（星期四）上午9时在县政府召开, 会议时间：|3月5日. */
const FIXED = /(?:定于|会议时间[：:为]?|开会时间[：:为]?)$/;
const HELD = /^[^，。；]{0,24}?(?:召开|举行|举办)/;
/** 请于|3月10日|下班前将参会回执报: only what must be known before the meeting. */
const ASKED = /(?:请|务必|须|要求)[^，。；]{0,8}[于在]$/;
const SENT = new RegExp(
  [
    // 前将参会名单报
    '^[^，。；]{0,10}前[^。；]{0,24}(?:参会|参加人员|与会|名单|回执|报名|请假)[^。；]{0,20}(?:报|送|反馈|提交|发|传)',
    // 前报名
    '|^[^，。；]{0,10}前[^。；]{0,10}(?:报名|反馈参会)',
  ].join(''),
);
const REACH = 16;
/** 2026年1月15日（星期四）|上午9:00 */
const AT_HOUR = /^[）)]?(?:上午|下午|晚上?)?\d{1,2}[:：时点]/;
const HEADED = /(?:会议|开会|培训|召开)时间[：:]?$/;

const appointed = defineFact<readonly Appointed[]>('appointed days', { facts: [dates] }, (paragraph) => {
  const { text } = paragraph;
  const found: Appointed[] = [];
  for (const date of paragraph.fact(dates)) {
    if (!date.month || !date.day || date.lunar || date.rangeTo !== undefined) continue;
    const before = text.slice(Math.max(0, date.start - REACH), date.start);
    const after = text.slice(date.weekday ? date.weekday.end : date.end, date.end + 70);
    if (FIXED.test(before) && (before.includes('时间') || HELD.test(after)))
      found.push({ is: 'meeting', date, labelled: before.includes('时间') });
    else if (date.start === paragraph.contentStart && AT_HOUR.test(after))
      found.push({ is: 'meeting', date, labelled: true, below: true });
    else if (ASKED.test(before) && SENT.test(after)) found.push({ is: 'deadline', date, labelled: false });
  }
  return found;
});

/** Deadlines behind the day of the one meeting that the document is about. */
export function* deadlineFaults(document: Document): Generator<Placed> {
  const placed = document
    .paragraphsWith(appointed)
    .flatMap((paragraph) => paragraph.fact(appointed).map((one) => ({ ...one, paragraph })))
    .filter(({ below, paragraph }) => !below || HEADED.test(document.lineBefore(paragraph)?.content ?? ''));
  const meetings = placed.filter(({ is }) => is === 'meeting');
  const [meeting] = meetings;
  if (!meeting || meetings.length > 2) return;
  const own = meeting.date.year?.value ?? document.model(documentDate)?.year;
  if (own === undefined) return;
  const held = dayOf(meeting.date, own);
  const other = meetings[1];
  if (other && dayOf(other.date, own) !== held) {
    // Of one meeting, said first where it is called and then where its time is given.
    if (meeting.labelled || !other.labelled) return;
    const { start, end } = other.date;
    yield {
      paragraph: other.paragraph,
      fault: { kind: 'meeting-day', severity: 'warning', start, end, source: sourceOf(meeting) },
    };
    return;
  }
  for (const { is, date, paragraph } of placed) {
    if (is !== 'deadline' || dayOf(date, own) <= held) continue;
    const { start, end } = date;
    const source = sourceOf(meeting);
    yield { paragraph, fault: { kind: 'deadline', severity: 'warning', start, end, source } };
  }
}

function sourceOf({ paragraph, date }: Appointed & { readonly paragraph: Paragraph }): Source {
  const { start } = paragraph;
  const text = paragraph.text.slice(date.start, date.end);
  return { kind: 'meeting', start: start + date.start, end: start + date.end, text };
}

function dayOf({ year, month, day }: CalendarDate, own: number): number {
  return dayNumber(year?.value ?? own, month!.value, day!.value);
}
