/** Judges days that have a name: 9月11日教师节. Eves, holidays and what is done around the day may bear any date. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/figures-festivals.ts';
import { type CalendarDate, dates, datesWithin, dateWords } from '../../../language/dates/dates.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import type { DateFault } from './faults.ts';
import { severityOf } from './verified.ts';

const byName = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.name, row]));

/** Between the date and its name: 9月10日是我国第41个|教师节. */
const IS = new RegExp(
  [
    '^[，,]?(?:也|正|恰)?(?:是|为|系|正值|恰逢|迎来)?',
    String.raw`(?:我国|全国)?(?:第[\d${ONE_TO_TEN}百]{1,4}个)?(?:的|国际|中国)?`,
    // “三八”国际妇女节
    '[“"]?(?:[三五六八十][八四一·一]{1,2})?[”"]?(?:国际)?$',
  ].join(''),
);
/** 教师节前夕, 国庆节期间: not the day itself. */
const AROUND = /^[”"]?(?:前|后|期间|假期|放假|小长假|慰问|系列|晚会|活动周|宣传[周月]|来临|将至)/;
/** How far before the name its date may end. */
const REACH = 24;

export function festivalFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  for (const hit of paragraph.fact(dateWords)) {
    if (hit.entry.value !== 'festival' || AROUND.test(text.slice(hit.end, hit.end + 4))) continue;
    const right = byName.get(hit.entry.word)!;
    const list = paragraph.fact(dates);
    const date = [...datesWithin(list, hit.start - REACH, hit.start)].findLast(
      (d) => d.end <= hit.start && IS.test(text.slice(d.end, hit.start)),
    );
    if (!date?.month || !date.day || date.lunar || isRange(list, date)) continue;
    if (date.month.value === Number(right.month) && date.day.value === Number(right.day)) continue;
    found.push({
      kind: 'festival',
      severity: severityOf(right.source, 'warning'),
      start: date.start,
      end: hit.end,
      name: right.name,
      month: date.month,
      day: date.day,
      right: [Number(right.month), Number(right.day)],
      fact: right.source,
    });
  }
}

function isRange(list: readonly CalendarDate[], date: CalendarDate): boolean {
  return (
    date.rangeTo !== undefined || list.some(({ rangeTo }) => rangeTo !== undefined && list[rangeTo] === date)
  );
}
