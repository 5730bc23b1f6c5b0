/**
 * Tables as people keep them: CSV as spreadsheets save it, tab-separated text, the tables of a Markdown page. A row of no cells is
 * a line that belongs to no table and parts one from the next. Offsets are UTF-16 units of the file.
 */

export interface TableCell {
  /** Without blanks at its ends; of CSV without quotation marks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TableRow {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly TableCell[];
}

/** @param path its ending tells the form: .csv, .md; all else is tab-separated */
export function readTable(path: string, text: string): TableRow[] {
  if (/\.csv$/i.test(path)) return readSeparated(text, ',');
  return /\.(?:md|markdown)$/i.test(path) ? readMarkdown(text) : readSeparated(text, '\t');
}

/** Lines that begin with # are remarks. With quoted cells, which may hold the separator, line breaks, and quotation marks written twice. */
function readSeparated(text: string, separator: string): TableRow[] {
  const rows: TableRow[] = [];
  let cells: TableCell[] = [];
  let rowStart = 0;
  let at = 0;
  while (at < text.length) {
    if (at === rowStart && text[at] === '#') {
      at = behindBreak(text, lineEnd(text, at));
      rowStart = at;
      continue;
    }
    const { cell, next } = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, separator);
    cells.push(cell);
    at = next;
    if (text[at] === separator) {
      at++;
      // The separator that ends a line has an empty cell behind it.
      if (at === text.length || '\r\n'.includes(text[at]!)) cells.push({ text: '', start: at, end: at });
      else continue;
    }
    // What stands behind a quoted cell belongs to nothing.
    const end = lineEnd(text, at);
    rows.push({ start: rowStart, end, cells: cells.some(({ text: said }) => said !== '') ? cells : [] });
    cells = [];
    at = behindBreak(text, end);
    rowStart = at;
  }
  return rows;
}

function bareCell(text: string, from: number, separator: string): { cell: TableCell; next: number } {
  let next = from;
  while (next < text.length && text[next] !== separator && !'\r\n'.includes(text[next]!)) next++;
  return { cell: trimmed(text, from, next), next };
}

function quotedCell(text: string, from: number): { cell: TableCell; next: number } {
  let value = '';
  let at = from + 1;
  for (; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[at++];
    else break;
  }
  const end = Math.min(at + 1, text.length);
  return { cell: { text: value.trim(), start: from, end }, next: end };
}

/** Rows are lines between pipes; the rule below a head is none. */
function readMarkdown(text: string): TableRow[] {
  const rows: TableRow[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const isRow = /^\s*\|/.test(line);
    if (!isRow || !/^[\s|:-]+$/.test(line))
      rows.push({ start, end, cells: isRow ? pipedCells(text, start, end) : [] });
    start = Math.max(end + 1, behindBreak(text, end));
  }
  return rows;
}

function pipedCells(text: string, start: number, end: number): TableCell[] {
  const cells: TableCell[] = [];
  let from = text.indexOf('|', start) + 1;
  for (let at = from; at <= end; at++) {
    if (at < end && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    const cell = trimmed(text, from, at);
    // What follows the last pipe is no cell.
    if (at < end || cell.text !== '') cells.push(cell);
    from = at + 1;
  }
  return cells;
}

function trimmed(text: string, from: number, to: number): TableCell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { text: text.slice(start, end), start, end };
}

function behindBreak(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return end < text.length ? end + 1 : end;
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !'\r\n'.includes(text[end]!)) end++;
  return end;
}
