import { defineDocumentRule } from '../../engine/rule.ts';
import { wrongCells } from './statements/table-columns.ts';
import type { WrongCell } from './statements/wrong-cell.ts';

interface ColumnMatch {
  readonly start: number;
  readonly end: number;
  readonly severity?: 'info';
  readonly wrong: WrongCell;
}

/** Growth, change, share, completion and balance columns of a table against the columns they follow from. */
export const tableColumns = defineDocumentRule<ColumnMatch>({
  id: 'figures/table-columns',
  severity: 'warning',

  *find(document) {
    for (const wrong of wrongCells(document)) {
      const { start } = wrong.paragraph;
      yield {
        start: start + wrong.cell.start,
        end: start + wrong.cell.end,
        wrong,
        ...(wrong.doubtful ? { severity: 'info' } : {}),
      };
    }
  },

  explain({ wrong: { cell, name, expected, formula, sources } }) {
    return {
      message: `“${name}”应为${written(middle(expected), cell.text)}，表中为${cell.text}（${formula}）`,
      evidence: sources.map(({ paragraph, cell: source }) => ({
        start: paragraph.start + source.start,
        end: paragraph.start + source.end,
        message: `算式中的 ${source.text}`,
      })),
    };
  },

  fix({ start, end, wrong: { paragraph, cell, expected, other } }) {
    const text = written(middle(expected), cell.text);
    const fixes = [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
    if (!other || !Number.isFinite(other.value)) return fixes;
    const from = paragraph.start + other.cell.start;
    const value = written(other.value, other.cell.text);
    return [
      ...fixes,
      {
        title: `把“${other.cell.text}”改为“${value}”`,
        edits: [{ start: from, end: from + other.cell.text.length, text: value }],
        safe: false,
      },
    ];
  },
});

function middle({ low, high }: { low: number; high: number }): number {
  return (low + high) / 2;
}

/** In the decimals of the cell as it stands, with its % if it has one. */
function written(value: number, like: string): string {
  const percent = /[%％]$/.exec(like)?.[0] ?? '';
  const decimals = /\.(\d+)/.exec(like)?.[1]?.length ?? 0;
  return `${value.toFixed(decimals)}${percent}`.replace(/^-(0(?:\.0*)?)(?=[%％]?$)/, '$1');
}
