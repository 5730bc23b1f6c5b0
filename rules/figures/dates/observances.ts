/** Judges days that are kept by number: 2026年5月12日是我国第17个全国防灾减灾日. */
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/figures-observances.ts';
import { dates } from '../../../language/dates/dates.ts';
import { ONE_TO_TEN, readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import { IN_YEAR } from './anniversaries.ts';
import type { DateFault, Written } from './faults.ts';

/** By each of its names, the longest first. */
const OBSERVANCES = rows
  .flatMap((row) => row.name.split('|').map((name) => ({ name, first: Number(row.first), fact: row.source })))
  .sort((a, b) => b.name.length - a.name.length);

/** How far behind its year the number stands. */
const REACH = 30;
const NUMBER = new RegExp(
  `第(?<number>[0-9]{1,3}|[${ONE_TO_TEN}百]{1,5})(?:个|届|次)(?:我国|全国性|全国|国家级)?[“"]?`,
);

/** A day kept by number, of the document's own year: 第41个教师节. */
export interface NumberedDay extends Range {
  readonly name: string;
  readonly first: number;
  readonly stated: Written;
  readonly fact: string;
}

const NUMBER_BEFORE = new RegExp(`${NUMBER.source}$`);
const NUMBER_REACH = 12;
/** 2024年9月10日是第40个: a year of its own, which {@link observanceFaults} judges; 上一个, 去年的第39个 are of another. */
const OWN_YEAR = /(?:\d{4}年|去年|前年|上年|明年)[^。；]{0,24}$/;

/** The day whose name stands at `start`, where no year is told before its number. */
export function numberedDay(text: string, start: number, end: number): NumberedDay | undefined {
  const match = NUMBER_BEFORE.exec(text.slice(Math.max(0, start - NUMBER_REACH), start));
  if (!match) return undefined;
  const from = start - match[0].length;
  if (OWN_YEAR.test(text.slice(Math.max(0, from - REACH), from))) return undefined;
  const observance = OBSERVANCES.find(({ name }) => text.startsWith(name, start));
  if (!observance) return undefined;
  const digits = match.groups!.number!;
  const { name, first, fact } = observance;
  return { start: from, end, name, first, fact, stated: numberIn(digits, from + 1) };
}

function numberIn(digits: string, start: number): Written {
  const han = !/[0-9]/.test(digits);
  const value = han ? (readHanNumber(digits, 0)?.value ?? 0) : readDigits(digits);
  return { start, end: start + digits.length, value, han };
}

export function observanceFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  for (const { year, end } of paragraph.fact(dates)) {
    const match = year && NUMBER.exec(text.slice(end, end + REACH));
    if (!match || !IN_YEAR.test(text.slice(end, end + match.index))) continue;
    const behind = end + match.index + match[0].length;
    const observance = OBSERVANCES.find(({ name }) => text.startsWith(name, behind));
    if (!observance) continue;
    const start = end + match.index + 1;
    const stated = numberIn(match.groups!.number!, start);
    const right = year.value - observance.first + 1;
    if (stated.value === right || right < 1) continue;
    found.push({
      kind: 'observance',
      severity: 'warning',
      start: start - 1,
      end: behind + observance.name.length,
      name: observance.name,
      first: observance.first,
      stated,
      right,
      year: year.value,
      fact: observance.fact,
    });
  }
}
