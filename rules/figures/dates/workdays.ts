/** Judges working days: 公示时间为2025年3月3日至3月7日（7个工作日）, where there are five from Monday to Friday. */
import { dayNumber, weekdayOf } from '../../../language/dates/calendar.ts';
import type { CalendarDate } from '../../../language/dates/dates.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import type { DateFault } from './faults.ts';

const NUMBER = String.raw`[\d一二两三四五六七八九十]{1,3}`;
/** ，共|7个工作日, （|7个工作日, behind a range or before it. */
const BEHIND = new RegExp(
  [
    '^(?:止)?[，,、（(]?(?:公示期|公示|为期|时限|期限|共计|共|计|合计)?(?:为|共|计)?',
    `(?=${NUMBER}个工作日)`,
  ].join(''),
);
const BEFORE = new RegExp(
  [
    String.raw`(?<number>\d{1,2}|[一二两三四五六七八九十]{1,3})个工作日`,
    '[，,（(：:]?(?:公示)?(?:时间)?(?:为|自|从|即)?$',
  ].join(''),
);
const BEFORE_REACH = 14;
const DIGITS = /\d{1,2}/y;

/** From the first to the last day, where both have their year; months without one of the year before it. */
export function workdayFaults(text: string, from: CalendarDate, to: CalendarDate, found: DateFault[]): void {
  const stated = statedBehind(text, to.end) ?? statedBefore(text, from.start);
  if (!stated || !from.year || !from.month || !from.day || !to.month || !to.day) return;
  const first = dayNumber(from.year.value, from.month.value, from.day.value);
  const last = dayNumber(to.year?.value ?? from.year.value, to.month.value, to.day.value);
  if (last < first || last - first > LONGEST) return;
  const weekday = weekdayOf(from.year.value, from.month.value, from.day.value);
  let length = 0;
  for (let day = 0; day <= last - first; day++)
    if ((weekday + day) % 7 > 0 && (weekday + day) % 7 < 6) length++;
  const { value, start, end } = stated;
  // The first day may not count, and on holidays nobody works.
  if (value === length || value === length - 1 || (value < length && hasHoliday(from, to))) return;
  found.push({
    kind: 'workdays',
    severity: 'warning',
    start,
    end,
    stated: value,
    length,
    range: { start: from.start, end: to.end },
  });
}

const LONGEST = 60;

interface Stated {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const UNIT = '个工作日';

function statedBehind(text: string, end: number): Stated | undefined {
  const lead = BEHIND.exec(text.slice(end, end + 14));
  return lead ? readAt(text, end + lead[0].length) : undefined;
}

function statedBefore(text: string, start: number): Stated | undefined {
  const from = Math.max(0, start - BEFORE_REACH);
  const before = BEFORE.exec(text.slice(from, start));
  return before ? readAt(text, from + before.index) : undefined;
}

function readAt(text: string, start: number): Stated | undefined {
  DIGITS.lastIndex = start;
  const digits = DIGITS.exec(text)?.[0];
  const read = digits
    ? { value: readDigits(digits), end: start + digits.length }
    : readHanNumber(text, start);
  return read && text.startsWith(UNIT, read.end)
    ? { start, end: read.end + UNIT.length, value: read.value }
    : undefined;
}

/** Stretches of the year with a holiday of some year in them, by month and day. */
const HOLIDAYS: readonly (readonly [number, number])[] = [
  [101, 104],
  [120, 228],
  [402, 407],
  [427, 507],
  [525, 626],
  [907, 1012],
  [1229, 1231],
];

function hasHoliday(from: CalendarDate, to: CalendarDate): boolean {
  const [first, last] = [from, to].map(({ month, day }) => month!.value * 100 + day!.value) as [
    number,
    number,
  ];
  return last < first || HOLIDAYS.some(([begin, end]) => first <= end && last >= begin);
}
