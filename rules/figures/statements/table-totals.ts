/** The totals that tables state. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Cell, isRule, type Row, tables } from '../../../language/layout/tables.ts';
import { type Interval, meets, sumOf } from '../../../language/text/interval.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { FARTHEST, isNear } from '../relations/sums.ts';

export interface TableSum {
  readonly paragraph: Paragraph;
  /** The total. */
  readonly cell: Cell;
  readonly parts: readonly { readonly paragraph: Paragraph; readonly cell: Cell }[];
  /** What the parts come to. */
  readonly expected: Interval;
}

const TOTALS = String.raw`合\s*计 总\s*计 共\s*计 总\s*数 总\s*和 全年合计 全年总计 [上下]半年合计 全[省市县区]合计 全[省市县区]总计`;
export const TOTAL = new RegExp(`^(?:[${ONE_TO_TEN}]、)?${anyOf(TOTALS)}(?:（[^）]*）)?$`);
const PART_TOTAL = /小\s*计|其中|合\s*计|总\s*计/;
/** Columns that do not add up. */
export const NOT_ADDITIVE = /率|比|均|增|降|价|速|序号|编号|年份|年度|排名|名次|指数|日期|时间|%|％|得分/;

/** A head and one row. */
const HEAD_AND_ROW = 2;
/** A head, two rows and their total. */
const HEAD_ROWS_AND_TOTAL = 4;

/** The totals of all tables that do not agree with their parts. */
export function* wrongTotals(document: Document): Generator<TableSum> {
  for (const table of tables(document, HEAD_AND_ROW)) {
    if (table.length >= HEAD_ROWS_AND_TOTAL) {
      yield* wrongRows(table);
      yield* wrongColumns(table);
    } else yield* wrongLine(table);
  }
}

/** The row 合计 against the rows above it, or below it when it comes first. */
function* wrongRows(table: readonly Row[]): Generator<TableSum> {
  const head = table[0]!;
  const body = table.slice(1).filter((row) => !isRule(row));
  const at = body.findIndex(({ cells }) => TOTAL.test(cells[0]!.text) || TOTAL.test(cells[1]?.text ?? ''));
  if (at < 0) return;
  const parts = at === 0 ? body.slice(1) : body.slice(0, at);
  // Subtotals would count twice.
  if (
    parts.length < 2 ||
    parts.some(({ cells }) => PART_TOTAL.test(cells[0]!.text) || PART_TOTAL.test(cells[1]?.text ?? ''))
  )
    return;
  const total = body[at]!;
  if (
    parts.some(({ cells }) => cells.length !== total.cells.length) ||
    head.cells.length !== total.cells.length
  )
    return;
  for (let column = 1; column < total.cells.length; column++) {
    const stated = total.cells[column]!;
    if (!stated.value || stated.empty || NOT_ADDITIVE.test(head.cells[column]!.text)) continue;
    yield* compare(
      total.paragraph,
      stated,
      parts.map(({ paragraph, cells }) => ({ paragraph, cell: cells[column]! })),
    );
  }
}

/** The column 合计 against the others, where most rows show that it is their sum. */
function* wrongColumns(table: readonly Row[]): Generator<TableSum> {
  const head = table[0]!;
  const column = head.cells.findIndex(({ text }, i) => i > 0 && (TOTAL.test(text) || /^小\s*计$/.test(text)));
  if (column < 0 || head.cells.some(({ text }, i) => i > 0 && NOT_ADDITIVE.test(text))) return;
  const wrong: TableSum[] = [];
  let right = 0;
  for (const { paragraph, cells } of table.slice(1)) {
    if (cells.length !== head.cells.length || !cells[column]!.value || cells[column]!.empty) continue;
    const parts = cells.filter((_, i) => i > 0 && i !== column).map((c) => ({ paragraph, cell: c }));
    if (parts.some(({ cell: c }) => !c.value)) continue;
    const found = [...compare(paragraph, cells[column]!, parts)];
    if (found.length === 0) right++;
    wrong.push(...found);
  }
  if (right > wrong.length) yield* wrong;
}

/** One row below its head, with 合计 in the last column: no other row shows that it is their sum, but what misses it by so little. */
function* wrongLine(table: readonly Row[]): Generator<TableSum> {
  const [head, row, ...more] = table.filter((r) => !isRule(r));
  if (!head || !row || more.length > 0 || row.cells.length !== head.cells.length) return;
  const last = head.cells.length - 1;
  if (last < LEAST_PARTS || !TOTAL.test(head.cells[last]!.text)) return;
  if (head.cells.some(({ text }) => NOT_ADDITIVE.test(text) || PART_TOTAL.test(text.replace(TOTAL, ''))))
    return;
  const stated = row.cells[last]!;
  const parts = row.cells.slice(1, last).map((cell) => ({ paragraph: row.paragraph, cell }));
  if (!stated.value || parts.some(({ cell }) => !cell.value)) return;
  for (const sum of compare(row.paragraph, stated, parts))
    if (isNear(sum.expected.low, { value: stated.value.low }, FARTHEST.bare)) yield sum;
}
/** Of two a total would say little. */
const LEAST_PARTS = 3;

function* compare(paragraph: Paragraph, stated: Cell, parts: TableSum['parts']): Generator<TableSum> {
  const values = parts.map((p) => p.cell.value);
  if (values.filter((v) => v && v.number !== 0).length < 2 || !values.every((v) => v !== undefined)) return;
  const expected = sumOf(values);
  if (!meets(expected, stated.value!)) yield { paragraph, cell: stated, parts, expected };
}
