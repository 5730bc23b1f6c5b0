import type { Fix } from '../../engine/finding.ts';
import { defineDocumentRule, type Explanation } from '../../engine/rule.ts';
import { middle, rounded, written } from './relations/relation.ts';
import {
  type ListedSum,
  type Place,
  rangeOf,
  wrongListedSums,
  wrongTotalLines,
} from './statements/listed-sums.ts';
import { wrongSummedUp } from './statements/summed-up.ts';
import { type TableBelow, wrongTextOverTables } from './statements/text-over-table.ts';

interface ListMatch {
  readonly start: number;
  readonly end: number;
  readonly sum: ListedSum | TableBelow;
}

/** A total that the lines or the table below it, or the sentences before it, do not add up to. */
export const listSum = defineDocumentRule<ListMatch>({
  id: 'figures/list-sum',
  severity: 'warning',
  since: '0.4.0',

  *find(document) {
    for (const sum of wrongListedSums(document)) yield { ...rangeOf(sum.total), sum };
    for (const sum of wrongTotalLines(document)) yield { ...rangeOf(sum.total), sum };
    for (const sum of wrongSummedUp(document)) yield { ...rangeOf(sum.total), sum };
    for (const sum of wrongTextOverTables(document)) yield { ...rangeOf(sum.total), sum };
  },

  explain({ sum }) {
    return 'cells' in sum ? explainTable(sum) : explainList(sum);
  },

  fix({ start, sum }) {
    const { paragraph, figure } = sum.total;
    const { digits } = figure;
    const right = rounded(middle(sum.expected), figure);
    const unit = paragraph.text.slice(digits.end, figure.unitEnd);
    const end = start + digits.end - digits.start;
    const fix = { title: `总数改为“${right}${unit}”`, edits: [{ start, end, text: right }], safe: false };
    return 'cells' in sum ? [fix] : [fix, ...lastPartOf(sum)];
  },
});

function explainList({ total, parts, expected, above }: ListedSum): Explanation {
  const values = parts.map(({ paragraph, figure }) => written(paragraph.text, figure));
  const { paragraph, figure } = total;
  return {
    message: `${above ? '其前' : '其下'}所列${parts.length}项之和应为${shown(total, expected)}，此处为${written(paragraph.text, figure)}（${values.join('＋')}）`,
    evidence: parts.map((part, i) => ({ ...rangeOf(part), message: `分项 ${values[i]}` })),
  };
}

/** More cells than these are only counted. */
const MOST_NAMED = 8;

function explainTable({ total, name, cells, expected, counted }: TableBelow): Explanation {
  const said = written(total.paragraph.text, total.figure);
  const values = cells.slice(0, MOST_NAMED).map(({ cell }) => cell.text);
  const sum = values.join('＋') + (cells.length > MOST_NAMED ? '＋…' : '');
  return {
    message: counted
      ? `其下表中列有${cells.length}行，此处为${said}`
      : `其下表中“${name}”一列${cells.length > 1 ? '之和' : '合计'}为${shown(total, expected)}，此处为${said}（${sum}）`,
    evidence: cells.slice(0, MOST_NAMED).map(({ paragraph, cell }) => ({
      start: paragraph.start + cell.start,
      end: paragraph.start + cell.end,
      message: `表中 ${cell.text}`,
    })),
  };
}

/** The last part as it would have to be, if the total is right. */
function lastPartOf({ total, parts, expected }: ListedSum): Fix[] {
  const last = parts.at(-1)!;
  const value = last.figure.value + total.figure.value - middle(expected);
  if (value <= 0) return [];
  const text = rounded(value, last.figure);
  const start = last.paragraph.start + last.figure.digits.start;
  const end = last.paragraph.start + last.figure.digits.end;
  const said = written(last.paragraph.text, last.figure);
  return [{ title: `“${said}”改为“${text}”`, edits: [{ start, end, text }], safe: false }];
}

function shown({ paragraph, figure }: Place, expected: { low: number; high: number }): string {
  return rounded(middle(expected), figure) + paragraph.text.slice(figure.digits.end, figure.unitEnd);
}
