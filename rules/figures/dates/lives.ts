/** Judges the years of a life: （1918—1836）, （1918—1936年）…享年55岁, 1985年6月出生…现年45岁. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type DatePart, partOf } from '../../../language/dates/dates.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';
import type { DateFault } from './faults.ts';

/** Two years in brackets: those of a life, or of whatever else begins and ends. */
export interface Years extends Range {
  readonly first: DatePart;
  readonly last: DatePart;
}

const OPENING = kindSet(Token.Open);
const OF_A_LIFE = String.raw`1[5-9]\d\d|20\d\d`;
/** 1908年|5月12日 */
const DAY = String.raw`(?:(?<=年)\d{1,2}月(?:\d{1,2}日)?)?`;
const YEARS = new RegExp(
  String.raw`[（(](?<first>${OF_A_LIFE})年?${DAY}\s?(?:——?|[–－\-～~])\s?(?<last>${OF_A_LIFE})年?${DAY}[）)]`,
  'dy',
);

/** （1918—1936）, as written. */
export const bracketedYears = defineFact<readonly Years[]>(
  'bracketed years',
  { tokens: [Token.Open] },
  ({ scan, text }) => {
    if (!scan.has(Token.Digits)) return [];
    const found: Years[] = [];
    for (let i = scan.next(OPENING, 0); i < scan.count; i = scan.next(OPENING, i + 1)) {
      if (scan.kind(i + 1) !== Token.Digits || scan.start(i + 1) !== scan.end(i)) continue;
      YEARS.lastIndex = scan.start(i);
      const match = YEARS.exec(text);
      if (!match) continue;
      const [first, last] = [partOf(match, 'first')!, partOf(match, 'last')!];
      found.push({ start: match.index, end: YEARS.lastIndex, first, last });
    }
    return found;
  },
);

/** How far behind the years the age may be said, and before them what is said of. */
const REACH = 40;
const AGE_AT_DEATH = /(?:享年|终年|年仅|牺牲时年?仅?)(\d{1,3})岁/;

export function lifeFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  ageFaults(text, found);
  serviceFaults(text, found);
  beginningFaults(text, found);
  birthYearFaults(text, found);
  deathFaults(text, found);
  for (const years of paragraph.fact(bracketedYears)) {
    const { first, last, start, end } = years;
    const length = last.value - first.value;
    if (length < 0) {
      if (/电话[：:]?$/.test(text.slice(Math.max(0, start - 3), start))) continue;
      // With 年 behind both it is a range of dates, which the calendar judges.
      if (!/年\s?[^\d]{1,2}\s?\d{4}年/.test(text.slice(start, end)))
        found.push({ kind: 'life-order', severity: 'error', start, end, first, last });
      continue;
    }
    const said = AGE_AT_DEATH.exec(text.slice(end, boundAfter(text, end, STATEMENT_STOPS, REACH)));
    if (!said) continue;
    const age = Number(said[1]);
    // 虚岁 counts one more; before the birthday it is one less.
    if (Math.abs(age - length) <= 1) continue;
    const at = end + said.index;
    found.push({
      kind: 'life-age',
      severity: 'warning',
      start: at,
      end: at + said[0].length,
      years,
      age,
      length,
    });
  }
}

const SERVED = '工龄';
/** 1982年6月参加工作，2022年6月退休，工龄|45年. */
const STARTED = /((?:19|20)\d\d)年(?:\d{1,2}月)?参加工作/;

function serviceFaults(text: string, found: DateFault[]): void {
  for (let at = text.indexOf(SERVED); at >= 0; at = text.indexOf(SERVED, at + 1)) {
    const said = /^(?:为|达|满)?(\d{1,2})年/.exec(text.slice(at + 2, at + 8));
    const from = boundBefore(text, at, SENTENCE_STOPS, AGE_REACH);
    const before = text.slice(from, at);
    const start = STARTED.exec(before);
    const last = [...before.matchAll(YEAR)].at(-1);
    if (!said || !start || !last || last.index <= start.index) continue;
    const [begun, ended] = [Number(start[1]), Number(last[0])];
    const [length, age] = [ended - begun, Number(said[1])];
    if (Math.abs(age - length) <= 1) continue;
    const first = { start: from + start.index, end: from + start.index + 4, value: begun };
    const end = from + last.index + 4;
    const years = { start: first.start, end: end + 1, first, last: { start: end - 4, end, value: ended } };
    found.push({
      kind: 'service',
      severity: 'warning',
      start: at,
      end: at + 2 + said[0].length,
      years,
      age,
      length,
    });
  }
}

const BEGAN = '参加工作';

/** 1978年出生，1976年参加工作: nobody works before being born. */
function beginningFaults(text: string, found: DateFault[]): void {
  for (let at = text.indexOf(BEGAN); at >= 0; at = text.indexOf(BEGAN, at + 1)) {
    const from = boundBefore(text, at, SENTENCE_STOPS, AGE_REACH);
    const before = text.slice(from, at + BEGAN.length);
    const births = [...before.matchAll(BORN)];
    const work = STARTED.exec(before);
    const [birth] = births;
    if (!birth || births.length > 1 || !work || work.index < birth.index) continue;
    if (Number(work[1]) >= Number(birth[1])) continue;
    const part = (index: number, value: number) => ({ start: from + index, end: from + index + 4, value });
    const [first, last] = [part(birth.index, Number(birth[1])), part(work.index, Number(work[1]))];
    found.push({ kind: 'life-order', severity: 'error', start: last.start, end: last.end + 1, first, last });
  }
}

/** 18周岁以上、35周岁以下（即|1991年3月10日至2007年3月10日|期间出生）: as many years apart as the ages, or one more for 35 not being over. */
const BORN_BETWEEN = new RegExp(
  [
    String.raw`(?<low>\d{2})周岁[^，。；\d]{0,6}以上[、，]?(?<high>\d{2})周岁[^，。；\d]{0,6}以下[（(，]?即?`,
    String.raw`(?<years>(?<first>(?:19|20)\d\d)年[^，。；）)]{0,20}?[至—－–~-]{1,2}(?<last>(?:19|20)\d\d)年)[^，。；]{0,16}出生`,
  ].join(''),
  'dg',
);
const OF_AGE = '周岁';

function birthYearFaults(text: string, found: DateFault[]): void {
  if (!text.includes(OF_AGE)) return;
  for (const { groups, indices } of text.matchAll(BORN_BETWEEN)) {
    const { low, high, first, last } = groups!;
    const length = Number(high) - Number(low);
    const apart = Number(last) - Number(first);
    if (apart === length || apart === length + 1) continue;
    const at = indices!.groups!;
    const [[start], [, end]] = [at.low!, at.high!];
    const [from, to] = at.years!;
    const range = { start: from, end: to };
    found.push({ kind: 'birth-years', severity: 'warning', start, end, length, range, apart });
  }
}

/** 生于1940年，卒于2012年 · 1915年生，1911年牺牲 */
const BIRTH =
  '(?:出?生于(?<in>(?:1[5-9]|20)\\d\\d)年(?:\\d{1,2}月)?(?:\\d{1,2}日)?|(?<then>(?:1[5-9]|20)\\d\\d)年(?:\\d{1,2}月)?(?:出?生))';
const DEATHS = '(?:病逝|逝世|去世|离世|辞世|谢世|过世|仙逝|卒|牺牲|就义|殉职|遇难)';
const DIED = new RegExp(
  `${BIRTH}[^。；\\d]{0,16}(?:(?:${DEATHS}于)(?<on>(?:1[5-9]|20)\\d\\d)年|(?<at>(?:1[5-9]|20)\\d\\d)年(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^，。；\\d]{0,6}${DEATHS})`,
  'dg',
);
const OF_DEATH = ['卒于', '逝', '世', '牺牲', '就义', '殉职', '遇难'];

/** 生于1940年，卒于2012年，享年82岁: the years of a life, told in words. */
function deathFaults(text: string, found: DateFault[]): void {
  if (!OF_DEATH.some((word) => text.includes(word))) return;
  for (const match of text.matchAll(DIED)) {
    const at = match.indices!.groups!;
    const years = [at.in ?? at.then!, at.on ?? at.at!].map(([start, end]) => ({
      start,
      end,
      value: Number(text.slice(start, end)),
    }));
    const [first, last] = years as [DatePart, DatePart];
    const length = last.value - first.value;
    if (length < 0) {
      found.push({
        kind: 'life-order',
        severity: 'error',
        start: last.start,
        end: last.end + 1,
        first,
        last,
      });
      continue;
    }
    const end = match.index + match[0].length;
    const said = AGE_AT_DEATH.exec(text.slice(end, boundAfter(text, end, STATEMENT_STOPS, REACH)));
    if (!said || Math.abs(Number(said[1]) - length) <= 1) continue;
    const till = end + said.index + said[0].length;
    // 1950年3月出生，2023年8月逝世，享年78岁: told already by the last year before it.
    if (found.some((fault) => fault.kind === 'life-age' && fault.end === till)) continue;
    const range = { start: first.start, end: last.end + 1, first, last };
    const age = Number(said[1]);
    found.push({
      kind: 'life-age',
      severity: 'warning',
      start: end + said.index + said[0].search(/\d/),
      end: till,
      years: range,
      age,
      length,
    });
  }
}

const YEARS_OLD = '岁';
/** 时年|65, 任现职时|46, 年满|60周, 享年|78: the age at the time that the words before name. */
const THEN = /(?:时(?:年|已|为|是|仅)?|[年已]满|享年|终年)(\d{1,3})周?$/;
const YEAR = /(?:19|20)\d\d(?=年)/g;

/** 1962年3月出生，2022年3月退休，时年65岁: the age that someone had in the last year named before it. */
function ageFaults(text: string, found: DateFault[]): void {
  for (let at = text.indexOf(YEARS_OLD); at >= 0; at = text.indexOf(YEARS_OLD, at + 1)) {
    const said = THEN.exec(text.slice(Math.max(0, at - 7), at));
    const from = boundBefore(text, at, SENTENCE_STOPS, AGE_REACH);
    const before = text.slice(from, at);
    const [birth, other] = before.matchAll(BORN);
    const last = [...before.matchAll(YEAR)].at(-1);
    if (!said || !birth || other || !last || last.index <= birth.index) continue;
    const [born, then] = [Number(birth[1]), Number(last[0])];
    const length = then - born;
    const age = Number(said[1]);
    if (Math.abs(age - length) <= 1) continue;
    const first = { start: from + birth.index, end: from + birth.index + 4, value: born };
    const end = from + last.index + 4;
    const years = { start: first.start, end: end + 1, first, last: { start: end - 4, end, value: then } };
    found.push({
      kind: 'life-age',
      severity: 'warning',
      start: at - said[0].length + said[0].search(/\d/),
      end: at + 1,
      years,
      age,
      length,
    });
  }
}

/** The years of a life stand in one sentence with it. */
const AGE_REACH = 100;

/** 1985年6月出生，现年45岁: judged by the document's date. */
export interface StatedAge extends Range {
  readonly age: number;
  readonly born: { readonly year: number; readonly month: number | undefined };
  readonly birth: Range;
}

const BORN = /((?:19|20)\d\d)年(?:(\d{1,2})月|[正冬腊]月)?(?:\d{1,2}日)?(?:出?生|生人)/g;
const BIRTH_REACH = 60;

/** The age that is said behind 现年, with the birth said before it. */
export function statedAge(text: string, start: number, end: number): StatedAge | undefined {
  const age = /^\d{1,3}(?=岁)/.exec(text.slice(end, end + 4))?.[0];
  if (age === undefined) return undefined;
  const from = boundBefore(text, start, SENTENCE_STOPS, BIRTH_REACH);
  const births = [...text.slice(from, start).matchAll(BORN)];
  const birth = births[0];
  // Two people in one sentence.
  if (!birth || births.length > 1) return undefined;
  const at = from + birth.index;
  return {
    start,
    end: end + age.length + 1,
    age: Number(age),
    born: { year: Number(birth[1]), month: birth[2] === undefined ? undefined : Number(birth[2]) },
    birth: { start: at, end: at + birth[0].length },
  };
}
