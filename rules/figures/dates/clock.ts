/** Judges hours of one day: 14:00—11:30. A watch may last through the night, so only the middle of the day is judged. */
import { defineFact } from '../../../engine/facts.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
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

function isTime({ kind }: Quantity): boolean {
  return kind === 'time';
}
