/** Judges the day of a meeting that its minutes tell twice: 时间：2026年3月18日 over 3月17日下午，李明主持召开专题会议. Offsets are relative to the paragraph. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

interface MeetingDay {
  readonly is: 'labelled' | 'told';
  readonly date: CalendarDate;
}

/** 时间：|3月18日, 会议时间：|3月18日. */
const LABEL = /^[\s　]*(?:会议)?时[\s　]{0,4}间[：:][\s　]*$/;
/** 3月17日|下午，李明主持召开专题会议，研究…。现纪要如下. */
const TOLD = /^[^。；]{0,60}召开[^。；]{0,40}会/;
const MINUTES = /纪要|会议(?:研究|听取|指出|议定|认为|强调)/;

const meetingDays = defineFact<readonly MeetingDay[]>(
  'days of a meeting',
  { facts: [dates] },
  (paragraph) => {
    const date = paragraph.fact(dates)[0];
    if (!date?.month || !date.day || date.lunar || date.rangeTo !== undefined) return [];
    const { text, contentEnd } = paragraph;
    if (LABEL.test(text.slice(0, date.start))) return [{ is: 'labelled', date }];
    const told = date.start === paragraph.contentStart && TOLD.test(text.slice(date.end, contentEnd));
    return told && MINUTES.test(text) ? [{ is: 'told', date }] : [];
  },
);

/** The label stands among the first lines of minutes. */
const FIRST_LINES = 8;

export function* minutesDayFaults(document: Document): Generator<Placed> {
  const [first, second] = document.paragraphsWith(meetingDays);
  if (!first || !second || first.index >= FIRST_LINES) return;
  const [label] = first.fact(meetingDays);
  const [told] = second.fact(meetingDays);
  if (label!.is !== 'labelled' || told!.is !== 'told' || isSameDay(label!.date, told!.date)) return;
  const { start, end } = told!.date;
  const source = sourceOf(first, label!.date);
  yield { paragraph: second, fault: { kind: 'meeting-day', severity: 'warning', start, end, source } };
}

function isSameDay(one: CalendarDate, other: CalendarDate): boolean {
  return one.month!.value === other.month!.value && one.day!.value === other.day!.value;
}

function sourceOf({ start, text }: Paragraph, date: CalendarDate): Source {
  return {
    kind: 'labelled-day',
    start: start + date.start,
    end: start + date.end,
    text: text.slice(date.start, date.end),
  };
}
