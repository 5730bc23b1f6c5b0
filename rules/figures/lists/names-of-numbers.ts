/**
 * Lists of a quoted name that is made of numbers: “123”工作思路：“1”就是一条主线，“2”就是两个平台 · “三二一”工程，即引进三个项目、新建两栋厂房.
 */

import type { Range } from '../../../engine/finding.ts';
import { listOf } from '../../../language/quantities/clause-lists.ts';
import { boundAfter } from '../../../language/text/bounds.ts';
import { Characters, DIGITS } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, worthAt } from '../../../language/text/numerals.ts';
import type { CountedList } from './counted.ts';

const DIGIT = `[1-9${ONE_TO_TEN}]`;
/** “1234”工作思路, “1+3+5”布局, and what leads to the parts. */
const NAME = new RegExp(
  String.raw`“(${DIGIT}(?:[+＋]?${DIGIT}){2,5})”[\u4e00-\u9fff]{0,10}(?:[：（]|，?(?:即|就是)：?|。|，(?=“))`,
  'g',
);
/** “1”就是一条主线, “三”即三个基地. */
const GLOSS = new RegExp(`“(${DIGIT})”(?:，?即|，?就?是|指|为|代表|：)`, 'g');
/** How far behind the name the last of its numbers may be told. */
const REACH = 400;

/** Adds the lists of all such names. */
export function readNamesOfNumbers(text: string, found: CountedList[]): void {
  if (!text.includes('“')) return;
  for (const { index, 0: head, 1: name } of text.matchAll(NAME)) {
    const numbers = numbersOf(name!);
    const at = index + head.length;
    const parts = glossesFrom(text, at) ?? (isRow(numbers) ? partsFrom(text, at) : undefined);
    if (!parts || !isSlip(numbers, parts)) continue;
    found.push({
      tie: 'numbers',
      count: numbers.length,
      stated: { start: index, end: index + name!.length + 2 },
      figure: undefined,
      list: { ...listOf(parts[0]!.start, parts), closed: true },
      even: true,
    });
  }
}

const worthOf = (digit: string) => (DIGITS.includes(digit) ? Number(digit) : worthAt(digit, 0));
const numbersOf = (name: string): readonly number[] => [...name.replaceAll(/[+＋]/g, '')].map(worthOf);

/** 一二三四, 4321: each is the next. 12345 and 110 are not made of the numbers of anything for that alone. */
function isRow(numbers: readonly number[]): boolean {
  const step = numbers[1]! - numbers[0]!;
  return Math.abs(step) === 1 && numbers.every((number, i) => i === 0 || number - numbers[i - 1]! === step);
}

interface Part extends Range {
  readonly value: number;
}

/** “1”就是…；“2”就是…: as many as the paragraph explains. */
function glossesFrom(text: string, at: number): readonly Part[] | undefined {
  const parts = [...text.slice(at, at + REACH).matchAll(GLOSS)].map(({ index, 0: gloss, 1: number }) => {
    const start = at + index;
    return { start, end: start + gloss.length, value: worthOf(number!) };
  });
  return parts.length > 1 ? parts : undefined;
}

/** 引进三个项目、新建两栋厂房: what the sentence lists, where each part has a number. */
function partsFrom(text: string, at: number): readonly Part[] | undefined {
  const end = boundAfter(text, at, SENTENCE_ENDS, REACH);
  const marks = MARKS.find((mark) => mark.isIn(text, at, end));
  if (!marks) return undefined;
  const parts: Part[] = [];
  for (let start = at; start < end; ) {
    const stop = boundAfter(text, start, marks, end - start);
    const [, number] = COUNTED.exec(text.slice(start, stop)) ?? [];
    if (number === undefined) return undefined;
    parts.push({ start, end: stop, value: worthOf(number) });
    start = stop + 1;
  }
  return parts.length > 1 ? parts : undefined;
}
const SENTENCE_ENDS = new Characters('。！？）');
/** The highest of the marks parts the list. */
const MARKS = ['；', '、', '，'].map((mark) => new Characters(mark));
/** 突出|一|条主线, |三|天内答复; no sums and no years. */
const COUNTED = new RegExp(
  `^(?:[^，。；：]{1,10}?(?=[${ONE_TO_TEN}两\\d][^亿万千百十年月日元%余多]))?(${DIGIT}|两)`,
);

/** Whether one of the two is the other with a number or two left out. */
function isSlip(numbers: readonly number[], parts: readonly Part[]): boolean {
  const values = parts.map(({ value }) => value);
  if (values.length === numbers.length) return false;
  return values.length < numbers.length ? isWithin(values, numbers) : isWithin(numbers, values);
}

/** Whether all of the fewer stand among the others, in their order. */
function isWithin(fewer: readonly number[], others: readonly number[]): boolean {
  let at = 0;
  for (const other of others) if (other === fewer[at]) at++;
  return at === fewer.length;
}
