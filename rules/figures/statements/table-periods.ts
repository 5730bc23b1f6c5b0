/**
 * Periods in the head or the first column of a table: 一季度 and 二季度 make up 上半年, and what a year grew by follows from the year above it.
 */

import type { Row } from '../../../language/layout/tables.ts';
import { divide, meets, scale, subtract, sumOf, widen } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { MADE_UP_OF } from '../relations/complements.ts';
import type { WrongCell } from './wrong-cell.ts';

const MONTHS = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}月`);
const LONGER: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ...MADE_UP_OF,
  ['上半年', MONTHS(1, 6)],
  ['全年', MONTHS(1, 12)],
];

/** What stands at one time, is a rate or an average does not add up over time. */
const NOT_ADDED = new RegExp(
  anyOf('率 比 均 价 余额 存量 在册 人口 指数 增 降 % ％ 得分 分数 排名 名次 末 底 保有 累计 单产 强度 速'),
);
const PERIOD =
  /^第?(?<period>[一二三四]季度|[上下]半年|前三季度|全年|\d{1,2}月)(?:[（(][^（）()]{0,8}[）)])?$/;

/** A cell with the line it stands in. */
type Place = WrongCell['sources'][number];

interface Periods {
  /** As the table names it. */
  readonly name: string;
  readonly total: Place;
  readonly parts: readonly Place[];
}

export function* wrongPeriods(head: readonly string[], rows: readonly Row[]): Generator<WrongCell> {
  yield* wrongSums(acrossColumns(head, rows));
  yield* wrongSums(downRows(head, rows));
  yield* wrongYears(head, rows);
}

/** | 项目 | 一季度 | 二季度 | 上半年 | */
function acrossColumns(head: readonly string[], rows: readonly Row[]): Periods[] {
  const columns = head.map((name) => PERIOD.exec(name)?.groups?.period);
  return madeUp(columns).flatMap(({ name, whole, parts }) =>
    rows.flatMap(({ paragraph, cells }) => {
      const label = cells.slice(0, Math.min(whole, ...parts));
      if (label.some(({ text }) => NOT_ADDED.test(text))) return [];
      const at = (column: number): Place => ({ paragraph, cell: cells[column]! });
      return { name, total: at(whole), parts: parts.map(at) };
    }),
  );
}

/** | 时期 | 受理量 | over 一季度, 二季度, 上半年 */
function downRows(head: readonly string[], rows: readonly Row[]): Periods[] {
  const labels = rows.map(({ cells }) => PERIOD.exec(cells[0]!.text.replace(/\s/g, ''))?.groups?.period);
  return madeUp(labels).flatMap(({ name, whole, parts }) =>
    head.flatMap((column, c) => {
      if (c === 0 || NOT_ADDED.test(column)) return [];
      const at = (row: number): Place => ({ paragraph: rows[row]!.paragraph, cell: rows[row]!.cells[c]! });
      return { name, total: at(whole), parts: parts.map(at) };
    }),
  );
}

/** Where a period and all that make it up stand among names. */
function madeUp(names: readonly (string | undefined)[]) {
  return LONGER.flatMap(([name, periods]) => {
    const whole = names.indexOf(name);
    const parts = periods.map((period) => names.indexOf(period));
    return whole < 0 || parts.includes(-1) ? [] : [{ name, whole, parts }];
  });
}

/** A sum that is farther off, or no more than its greatest part, is no sum: a stock, an average. */
const MOST_OFF = 0.3;

function* wrongSums(all: readonly Periods[]): Generator<WrongCell> {
  let right = 0;
  const wrong: WrongCell[] = [];
  for (const { name, total, parts } of all) {
    const values = parts.map(({ cell }) => cell.value);
    const stated = total.cell.value;
    if (!stated || total.cell.empty || values.some((v) => !v) || parts.some(({ cell }) => cell.empty))
      continue;
    const expected = sumOf(values.map((value) => value!));
    if (meets(expected, stated)) {
      right++;
      continue;
    }
    const numbers = values.map((v) => v!.number);
    const sum = numbers.reduce((a, b) => a + b, 0);
    if (stated.number <= Math.max(...numbers) || Math.abs(stated.number - sum) > sum * MOST_OFF) continue;
    wrong.push({
      ...total,
      name,
      sources: parts,
      expected,
      formula: parts.map(({ cell }) => cell.text).join('＋'),
      doubtful: false,
      other: lastPart(total, parts, stated.number - sum),
    });
  }
  if (wrong.length === 1 || right >= wrong.length) yield* wrong;
}

/** The last part as it would have to be, where it stands in the line of the total. */
function lastPart(total: Place, parts: readonly Place[], by: number): WrongCell['other'] {
  const { paragraph, cell } = parts.at(-1)!;
  return paragraph === total.paragraph ? { cell, value: cell.value!.number + by } : undefined;
}

const GROWTH = /^(?:比上年|较上年|同比|年度)?(?:增长|增幅|增速|增长率)(?:[（(]?[±+-]?[%％]?[)）]?)$/;
const YEAR = /^((?:19|20)\d\d)年?$/;
const ONE = { low: 1, high: 1 };

/** | 年份 | 余额 | 比上年增长（%） |: the rate beside each year, from the year above. */
function* wrongYears(head: readonly string[], rows: readonly Row[]): Generator<WrongCell> {
  const years = rows.map(({ cells }) => Number(YEAR.exec(cells[0]!.text)?.[1]));
  for (const [column, name] of head.entries()) {
    if (column < 2 || !GROWTH.test(name)) continue;
    let right = 0;
    const wrong: WrongCell[] = [];
    for (let i = 1; i < rows.length; i++) {
      if (years[i] !== years[i - 1]! + 1) continue;
      const [from, to] = [rows[i - 1]!.cells[column - 1]!, rows[i]!.cells[column - 1]!];
      const { rate } = rows[i]!.cells[column]!;
      const ratio = rate && from.value && to.value && from.value.low > 0 && divide(to.value, from.value);
      if (!ratio) continue;
      const expected = scale(subtract(ratio, ONE), 100);
      if (meets(expected, widen(rate, (rate.high - rate.low) / 2))) {
        right++;
        continue;
      }
      wrong.push({
        paragraph: rows[i]!.paragraph,
        cell: rows[i]!.cells[column]!,
        name,
        sources: [
          { paragraph: rows[i - 1]!.paragraph, cell: from },
          { paragraph: rows[i]!.paragraph, cell: to },
        ],
        expected,
        formula: `(${to.text}−${from.text})÷${from.text}`,
        doubtful: false,
        other: { cell: to, value: from.value!.number * (1 + rate.number / 100) },
      });
    }
    if (right > 0 && right >= wrong.length) yield* wrong;
  }
}
