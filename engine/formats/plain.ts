import type { FormatReader, LineState } from './format.ts';

const PROSE: LineState = {
  role: 'prose',
  prose: true,
  contentStart: 0,
  headingLevel: 0,
  open: '',
  closedAt: 0,
};
const ROW: LineState = { ...PROSE, role: 'table' };

/** Plain text is all prose, but for the rows of tables that are drawn with pipes: | 1 | 东门 | 5月10日 |. */
export const plain: FormatReader = {
  read: (line) => (line.includes('|') && isRow(line) ? ROW : PROSE),
  mask: (line) => line,
  carries: false,
};

/** A pipe at either end, and one at least between. */
function isRow(line: string): boolean {
  const row = line.trim();
  if (row.length < 3 || row[0] !== '|' || row[row.length - 1] !== '|') return false;
  const between = row.indexOf('|', 1);
  return between < row.length - 1;
}
