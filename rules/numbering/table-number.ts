import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Edit, Evidence } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Cell, isRule, type Row, tableRow, tables } from '../../language/layout/tables.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { type Break, findBreaks } from './series/alignment.ts';

const SERIALS = wordList('numbering.serial');
const SERIAL = /^(?:序\s*号|编号|排名|名次|位次)$/;
/** Places in a ranking: two may share one, and the next is then left out. */
const RANK = /名|位次/;

/** The rows that name a column 序号 or 排名. */
const serialHeads = defineFact<readonly true[]>('serial heads', { words: [SERIALS] }, (paragraph) =>
  paragraph.fact(tableRow).some((cells) => cells.some(({ text }) => SERIAL.test(text))) ? IS_HEAD : [],
);
const IS_HEAD: readonly true[] = [true];

/** The head, and two rows. */
const LEAST = 3;
/** A title may stand in the row above the head. */
const HEADS = 2;

interface Numbered {
  readonly row: Row;
  readonly cell: Cell;
  readonly value: number;
}

/** Rows from one number on, and what their column is called. */
interface Run {
  readonly name: string;
  readonly rows: readonly Numbered[];
}

interface Misnumbered extends Match {
  readonly name: string;
  readonly rows: readonly Numbered[];
  readonly broken: Break;
}

/** The column 序号 of a table: a number left out, one that comes twice, two that have changed places; 排名: a place left out. */
export const tableNumber = defineDocumentRule<Misnumbered>({
  id: 'numbering/table-number',
  since: '0.5.0',
  severity: 'warning',
  kinds: { law: 'off' },

  *find(document) {
    if (document.paragraphsWith(serialHeads).length === 0) return;
    for (const { name, rows } of numberedRows(document)) {
      const values = rows.map(({ value }) => value);
      const breaks = findBreaks(values, values[0]);
      // Rows chosen from a longer table keep their numbers; several rows of one entry have the same.
      const most = values[0] === 1 ? values.length / 3 : values.length / 6;
      if (breaks.length > most || (RANK.test(name) && breaks.some(({ how }) => how !== 'gap'))) continue;
      for (const broken of breaks) {
        if (broken.how === 'repeat' && isSameEntry(rows, broken.at)) continue;
        const { row, cell } = rows[broken.at]!;
        yield {
          start: row.paragraph.start + cell.start,
          end: row.paragraph.start + cell.end,
          name,
          rows,
          broken,
        };
      }
    }
  },

  explain({ name, rows, broken: { at, value, expected, how } }) {
    const previous = rows[at - 1]!.value;
    const evidence = [rows[at - 1], rows[at + 1]].filter((r) => r !== undefined).map((r) => placeOf(r, name));
    if (how === 'swapped')
      return { message: `表内${name}“${value}”与“${rows[at + 1]!.value}”次序颠倒`, evidence };
    if (how === 'gap' && value > expected) {
      const missing = value - expected === 1 ? `“${expected}”` : `“${expected}”至“${value - 1}”`;
      return { message: `表内${name}“${previous}”之后是“${value}”，缺${missing}`, evidence };
    }
    const repeated = rows.slice(0, at).some((r) => r.value === value);
    return {
      message: `表内${name}${repeated ? `“${value}”重复` : `“${previous}”之后是“${value}”`}，应为“${expected}”`,
      evidence,
    };
  },

  fix({ name, rows }) {
    // Who has which place only the writer knows.
    if (RANK.test(name)) return [];
    const [first] = rows;
    const edits: Edit[] = [];
    for (const [i, { row, cell, value }] of rows.entries()) {
      const right = first!.value + i;
      if (value === right) continue;
      const by = row.paragraph.start;
      edits.push({ start: by + cell.start, end: by + cell.end, text: String(right) });
    }
    return edits.length === 0 ? [] : [{ title: '表内序号依次重排', edits, safe: false }];
  },
});

/** The numbers of each table, from one to the next place where it begins anew. */
function* numberedRows(document: Document): Generator<Run> {
  for (const table of tables(document, LEAST)) {
    const at = table.slice(0, HEADS).findIndex(({ cells }) => cells.some(({ text }) => SERIAL.test(text)));
    if (at < 0) continue;
    const head = table[at]!.cells;
    const column = head.findIndex(({ text }) => SERIAL.test(text));
    const rows = table.slice(at + 1).filter((row) => !isRule(row));
    const runs = runsOf(rows.map((row) => numberOf(row, column, head.length)));
    const name = head[column]!.text.replace(/\s/g, '');
    for (const run of runs) if (run.length >= LEAST) yield { name, rows: run };
  }
}

function runsOf(rows: readonly ReturnType<typeof numberOf>[]): Numbered[][] {
  const runs: Numbered[][] = [[]];
  for (const read of rows) {
    if (read === 'empty') continue;
    // 合计, and rows that head what follows: the next number may be any.
    if (read === undefined || read.value === 1) runs.push([]);
    if (read) runs.at(-1)!.push(read);
  }
  return runs;
}

/** The number of the row; `empty` where its cell is, as it is below one that spans several rows; undefined for any other row. */
function numberOf(row: Row, column: number, width: number): Numbered | 'empty' | undefined {
  // Where cells are missing only the first is known to be what it was.
  if (row.cells.length !== width && column > 0) return undefined;
  const cell = row.cells[column]!;
  if (cell.text === '') return 'empty';
  if (!/^[1-9]\d{0,2}$/.test(cell.text)) return undefined;
  return { row, cell, value: Number(cell.text) };
}

/** Whether the row has the same name as the one before: both belong to one entry. */
function isSameEntry(rows: readonly Numbered[], at: number): boolean {
  const [name, before] = [rows[at]!, rows[at - 1]!].map(
    ({ row, cell }) => row.cells[row.cells.indexOf(cell) + 1]?.text,
  );
  return name !== undefined && name === before;
}

function placeOf({ row, cell, value }: Numbered, name: string): Evidence {
  const by = row.paragraph.start;
  return {
    start: by + cell.start,
    end: by + cell.end,
    message: `${name}“${value}”`,
  };
}
