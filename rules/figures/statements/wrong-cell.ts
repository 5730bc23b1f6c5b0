import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Cell } from '../../../language/layout/tables.ts';
import type { Interval } from '../../../language/text/interval.ts';

/** A cell that others of its table do not bear out. */
export interface WrongCell {
  readonly paragraph: Paragraph;
  readonly cell: Cell;
  /** As its head names it: 增长（%）. */
  readonly name: string;
  readonly sources: readonly { readonly paragraph: Paragraph; readonly cell: Cell }[];
  readonly expected: Interval;
  /** (1500−1200)÷1200 */
  readonly formula: string;
  /** No other row shows that the columns are read rightly. */
  readonly doubtful: boolean;
  /** What the last source would be if this cell were right. */
  readonly other: { readonly cell: Cell; readonly value: number } | undefined;
}
