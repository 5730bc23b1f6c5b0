/** Judges days that are kept by number: 2026年5月12日是我国第17个全国防灾减灾日. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/figures-observances.ts';
import { dates } from '../../../language/dates/dates.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import { IN_YEAR } from './anniversaries.ts';
import type { DateFault } from './faults.ts';

/** By each of its names, the longest first. */
const OBSERVANCES = rows
  .flatMap((row) => row.name.split('|').map((name) => ({ name, first: Number(row.first), fact: row.source })))
  .sort((a, b) => b.name.length - a.name.length);

/** How far behind its year the number stands. */
const REACH = 30;
const NUMBER = /第(?<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})(?:个|届|次)(?:我国|全国性|国家级)?/;

export function observanceFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  for (const { year, end } of paragraph.fact(dates)) {
    const match = year && NUMBER.exec(text.slice(end, end + REACH));
    if (!match || !IN_YEAR.test(text.slice(end, end + match.index))) continue;
    const behind = end + match.index + match[0].length;
    const observance = OBSERVANCES.find(({ name }) => text.startsWith(name, behind));
    if (!observance) continue;
    const digits = match.groups!.number!;
    const han = !/[0-9]/.test(digits);
    const value = han ? (readHanNumber(digits, 0)?.value ?? 0) : readDigits(digits);
    const right = year.value - observance.first + 1;
    if (value === right || right < 1) continue;
    const start = end + match.index + 1;
    found.push({
      kind: 'observance',
      severity: 'warning',
      start: start - 1,
      end: behind + observance.name.length,
      name: observance.name,
      first: observance.first,
      stated: { start, end: start + digits.length, value, han },
      right,
      year: year.value,
      fact: observance.fact,
    });
  }
}
