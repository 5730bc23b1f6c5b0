/**
 * Judges hours of one day: 14:00—11:30. A watch may last through the night, so only the middle of the day is judged. And how many hours lie between two that have their
 * days: 15日20时启动响应，至16日8时已持续12小时.
 */
import { defineFact } from '../../../engine/facts.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { boundBefore } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import type { DateFault } from './faults.ts';

/** Between these hours nothing begins that ends in the next morning. */
const EARLIEST_END = 7;
const LATEST_START = 15;
const NEXT_DAY = /次日|翌日|第二天|当晚|值班|值守|轮班|倒班/;
const NEAR = 20;

/** The hours of a paragraph: most have none. */
export const clocks = defineFact<readonly Quantity[]>('clocks', { facts: [quantities] }, (paragraph) => {
  const all = paragraph.fact(quantities);
  return all.some(isTime) ? all.filter(isTime) : NONE;
});

/** All such faults of a paragraph. */
export function clockFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  const figures = paragraph.fact(quantities);
  for (let i = 0; i + 3 < figures.length; i++) {
    const [hour, minute, endHour, endMinute] = figures.slice(i, i + 4) as [
      Quantity,
      Quantity,
      Quantity,
      Quantity,
    ];
    if (minute.rangeWith !== i + 2 || ![hour, minute, endHour, endMinute].every(isTime)) continue;
    const [from, to] = [hour.value + minute.value / 60, endHour.value + endMinute.value / 60];
    if (to >= from || from > LATEST_START || to < EARLIEST_END) continue;
    const { start } = hour.digits;
    const { end } = endMinute.digits;
    if (NEXT_DAY.test(text.slice(Math.max(0, start - NEAR), end + NEAR))) continue;
    const first = { start, end: minute.digits.end };
    const last = { start: endHour.digits.start, end };
    found.push({ kind: 'clock-order', severity: 'warning', start, end, first, last });
  }
}

const HOUR = String.raw`(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?<hour>\d{1,2})[时点]`;
const BEGUN = new RegExp(HOUR, 'g');
/** ，至|16日8时|已持续|12|小时 */
const LASTED = new RegExp(
  [
    HOUR,
    String.raw`(?:[，,](?:共|已|前后)?|[^，。；\d每]{0,6})(?:持续|历时|超过|达|经过)了?`,
    String.raw`(?<length>\d{1,3})个?小时(?![以之]?[前内外])`,
  ].join(''),
);
const FULL_STOP = new Characters('。；');
const REACH = 80;
const HOURS = 24;

/** Hours told as passed between two times of neighbouring days, or of one. */
export function hoursFaults({ text }: Paragraph, found: DateFault[]): void {
  for (let at = text.indexOf('小时'); at >= 0; at = text.indexOf('小时', at + 1)) {
    const from = boundBefore(text, at, FULL_STOP, REACH);
    const said = text.slice(from, at + 4);
    const end = LASTED.exec(said);
    const begin = end && [...said.slice(0, end.index).matchAll(BEGUN)].at(-1);
    if (!begin) continue;
    const [a, b] = [begin.groups!, end.groups!].map(({ month, day, hour }) => ({
      month,
      hours: Number(day) * HOURS + Number(hour),
    })) as [Told, Told];
    const length = b.hours - a.hours;
    if ((b.month !== undefined && b.month !== a.month) || length <= 0) continue;
    if (Math.abs(length - Number(end.groups!.length)) < 1) continue;
    const start = from + end.index + end[0].lastIndexOf(end.groups!.length!);
    const range = { start: from + begin.index, end: from + end.index + end[0].search(/[时点]/) + 1 };
    const place = { start, end: start + end.groups!.length!.length + 2 };
    found.push({ kind: 'elapsed', severity: 'warning', ...place, unit: '小时', range, length });
  }
}

interface Told {
  readonly month: string | undefined;
  readonly hours: number;
}

function isTime({ kind }: Quantity): boolean {
  return kind === 'time';
}
