/**
 * A total in the line that announces a table, against the column below: 全年完成投资52.6亿元，见下表： over | 项目 | 投资额（亿元） | without a row of
 * totals; 现有敬老院5所，名单如下： over five numbered rows.
 */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Cell, isRule, type Row, tables } from '../../../language/layout/tables.ts';
import { measures, type Quantity, unitCalled } from '../../../language/quantities/quantities.ts';
import { sharesPair } from '../../../language/text/characters.ts';
import { type Interval, meets, scale, sumOf } from '../../../language/text/interval.ts';
import { middle } from '../relations/relation.ts';
import { lead } from '../relations/sentences.ts';
import { adds, FARTHEST, isNear } from '../relations/sums.ts';
import { NOT_ADDED, type Place } from './listed-sums.ts';
import { NOT_ADDITIVE, TOTAL } from './table-totals.ts';

/** A total and the cells below it that should come to it. */
export interface TableBelow {
  readonly total: Place;
  /** 投资额（亿元）; of a roll what its rows are. */
  readonly name: string;
  readonly cells: readonly { readonly paragraph: Paragraph; readonly cell: Cell }[];
  readonly expected: Interval;
  /** The rows are counted, not added up. */
  readonly counted: boolean;
}

/** What ends a line that announces the table below it. */
const ANNOUNCES =
  /(?:如下|见下表|如下表|见附表|详见表|如表\d{0,2}|见表\d{0,2})(?:所示)?(?:表)?(?:[）)])?[。：:]?$/;
/** The rows are what is counted. */
const ROLL = /(?:名单|清单|一览表|目录)/;
/** A caption or a unit may stand between. */
const ABOVE = 4;
const CAPTION = 30;
const LEAST = 3;
const NUMBERED = /^(?:序号|编号)$/;

export function* wrongTextOverTables(document: Document): Generator<TableBelow> {
  for (const table of tables(document, LEAST)) {
    const line = lineOver(document, table[0]!.paragraph);
    if (!line) continue;
    const rows = table.slice(1).filter((row) => !isRule(row));
    const head = table[0]!.cells;
    if (rows.length < 2 || rows.some(({ cells }) => cells.length !== head.length)) continue;
    const sums = rows.filter(isTotal);
    if (sums.length > 1 || rows.some(({ cells }) => /小\s*计|其中/.test(cells[0]!.text))) continue;
    const parts = rows.filter((row) => !sums.includes(row));
    const rolled = ROLL.test(line.content) || isOfWhatIsCounted(line, head);
    const read =
      (rolled && rowsOf(line, head, parts)) || columnOf(line, head, sums.length > 0 ? sums : parts);
    if (read && !meets(read.expected, read.total.figure)) yield read;
  }
}

function isTotal({ cells }: Row): boolean {
  return cells.slice(0, 2).some(({ text }) => TOTAL.test(text));
}

/** The line that announces the table, over its caption. */
function lineOver({ paragraphs }: Document, first: Paragraph): Paragraph | undefined {
  for (let i = first.index - 1; i >= 0 && i >= first.index - ABOVE; i--) {
    const line = paragraphs[i]!;
    if (line.blank) continue;
    if (ANNOUNCES.test(line.content)) return line;
    if (line.content.length > CAPTION || /[。；]/.test(line.content)) return undefined;
  }
  return undefined;
}

/** What the line says there is of something, the last time; undefined where it is a goal, a rate, a part. */
function totals(line: Paragraph): readonly Quantity[] {
  return line
    .fact(measures)
    .filter(
      (q) => adds(q) && q.approximation === 'exact' && q.value > 0 && !NOT_ADDED.test(lead(line.text, q)),
    );
}

/** 在建项目5个，见下表： over | 序号 | 项目名称 |: what the rows are called is what the line counts. */
function isOfWhatIsCounted(line: Paragraph, head: readonly Cell[]): boolean {
  const named = head[1]?.text;
  if (named === undefined || !NUMBERED.test(head[0]!.text)) return false;
  const counts = totals(line);
  const [figure, more] = counts;
  if (!figure || more) return false;
  const behind = line.text.slice(figure.unitEnd, figure.unitEnd + NOUN);
  return (
    sharesPair(named, lead(line.text, figure)) || (sharesPair(named, behind) && !SOME.test(line.content))
  );
}
/** 5个|重点项目进展通报如下: what is counted may stand behind its number. */
const NOUN = 8;
/** 120家企业，部分企业情况如下 */
const SOME = /部分|其中|主要|例如|典型|代表/;

/** 敬老院|5所|，名单如下: numbered rows, as many as there are. */
function rowsOf(line: Paragraph, head: readonly Cell[], rows: readonly Row[]): TableBelow | undefined {
  if (!NUMBERED.test(head[0]!.text) || !rows.every(({ cells }, i) => Number(cells[0]!.text) === i + 1))
    return undefined;
  const counts = totals(line).filter(({ kind }) => kind === 'count' || kind === 'people' || kind === 'place');
  const [figure] = counts;
  if (!figure || counts.length > 1 || !isNear(rows.length, figure, FARTHEST.table)) return undefined;
  return {
    total: { paragraph: line, figure },
    name: head[1]?.text ?? '',
    cells: rows.map(({ paragraph, cells }) => ({ paragraph, cell: cells[0]! })),
    expected: { low: rows.length, high: rows.length },
    counted: true,
  };
}

/** The one column that is of what the line tells: told in the same unit, and called alike. */
function columnOf(line: Paragraph, head: readonly Cell[], rows: readonly Row[]): TableBelow | undefined {
  for (const figure of totals(line)) {
    const said = lead(line.text, figure) + line.text.slice(figure.digits.end, figure.unitEnd);
    for (const [column, { text }] of head.entries()) {
      if (column === 0 || NOT_ADDITIVE.test(text)) continue;
      const factor = factorOf(text, figure);
      if (factor === undefined || !sharesPair(nameOf(text), said)) continue;
      const values = rows.map(({ cells }) => cells[column]!);
      if (values.some(({ value, empty }) => !value || empty)) continue;
      const expected = scale(sumOf(values.map(({ value }) => value!)), factor);
      if (!isNear(middle(expected), figure, FARTHEST.table)) continue;
      return {
        total: { paragraph: line, figure },
        name: text,
        cells: rows.map(({ paragraph, cells }) => ({ paragraph, cell: cells[column]! })),
        expected,
        counted: false,
      };
    }
  }
  return undefined;
}

/** What one of a column's figures is worth in the dimension of the total: 投资额（亿元）, 培训人次; undefined for another unit. */
function factorOf(head: string, { dimension, unit }: Quantity): number | undefined {
  const bracket = /[（(]([^（）()]{1,8})[）)]$/.exec(head)?.[1];
  const called = bracket === undefined ? undefined : unitCalled(bracket);
  if (called) return called.dimension === dimension ? called.factor : undefined;
  return (bracket === undefined && head.endsWith(`${unit}数`)) || head.endsWith(unit) ? 1 : undefined;
}

/** 投资额 of 投资额（亿元）. */
function nameOf(head: string): string {
  const open = head.search(/[（(]/);
  return open < 0 ? head : head.slice(0, open);
}
