import { defineDocumentRule } from '../../engine/rule.ts';
import { type TableSum, wrongTotals } from './statements/table-totals.ts';

interface TableMatch {
  readonly start: number;
  readonly end: number;
  readonly sum: TableSum;
}

/** A total in a table that its rows or columns do not add up to. */
export const tableSum = defineDocumentRule<TableMatch>({
  id: 'figures/table-sum',
  severity: 'error',

  *find(document) {
    for (const sum of wrongTotals(document)) {
      const { start } = sum.paragraph;
      yield { start: start + sum.cell.start, end: start + sum.cell.end, sum };
    }
  },

  explain({ sum: { cell, parts, expected } }) {
    const shown = parts.filter((p) => !p.cell.empty);
    const sum = shown.length <= 8 ? shown.map((p) => p.cell.text).join('＋') : `${shown.length} 项之和`;
    return {
      message: `表中合计应为${format(expected, cell.text)}，文中为${cell.text}（${sum}）`,
      evidence: shown.map(({ paragraph, cell: part }) => ({
        start: paragraph.start + part.start,
        end: paragraph.start + part.end,
        message: `分项 ${part.text}`,
      })),
    };
  },

  fix({ start, end, sum: { cell, expected } }) {
    const text = format(expected, cell.text);
    return [{ title: `合计改为“${text}”`, edits: [{ start, end, text }], safe: false }];
  },
});

/** In the decimals of the total as it stands. */
function format({ low, high }: { low: number; high: number }, like: string): string {
  return ((low + high) / 2).toFixed(like.split('.')[1]?.length ?? 0);
}
