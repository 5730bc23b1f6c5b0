import { defineDocumentRule } from '../../engine/rule.ts';
import { rounded, written } from './relations/relation.ts';
import { type ListedSum, type Place, rangeOf, wrongListedSums } from './statements/listed-sums.ts';

interface ListMatch {
  readonly start: number;
  readonly end: number;
  readonly sum: ListedSum;
}

/** A total that the lines listed below it do not add up to. */
export const listSum = defineDocumentRule<ListMatch>({
  id: 'figures/list-sum',
  severity: 'warning',
  since: '0.4.0',

  *find(document) {
    for (const sum of wrongListedSums(document)) yield { ...rangeOf(sum.total), sum };
  },

  explain({ sum: { total, parts, expected } }) {
    const values = parts.map(({ paragraph, figure }) => written(paragraph.text, figure));
    const { paragraph, figure } = total;
    return {
      message: `其下所列${parts.length}项之和应为${shown(total, expected)}，此处为${written(paragraph.text, figure)}（${values.join('＋')}）`,
      evidence: parts.map((part, i) => ({ ...rangeOf(part), message: `分项 ${values[i]}` })),
    };
  },

  fix({ start, sum: { total, parts, expected } }) {
    const { paragraph, figure } = total;
    const { digits } = figure;
    const sum = rounded(middle(expected), figure);
    const unit = paragraph.text.slice(digits.end, figure.unitEnd);
    const end = start + digits.end - digits.start;
    const fixes = [{ title: `总数改为“${sum}${unit}”`, edits: [{ start, end, text: sum }], safe: false }];
    // The last part as it would have to be, if the total is right.
    const last = parts.at(-1)!;
    const value = last.figure.value + figure.value - middle(expected);
    if (value <= 0) return fixes;
    const text = rounded(value, last.figure);
    const from = last.paragraph.start + last.figure.digits.start;
    const to = last.paragraph.start + last.figure.digits.end;
    const said = written(last.paragraph.text, last.figure);
    return [
      ...fixes,
      { title: `“${said}”改为“${text}”`, edits: [{ start: from, end: to, text }], safe: false },
    ];
  },
});

function middle({ low, high }: { low: number; high: number }): number {
  return (low + high) / 2;
}

function shown({ paragraph, figure }: Place, expected: { low: number; high: number }): string {
  return rounded(middle(expected), figure) + paragraph.text.slice(figure.digits.end, figure.unitEnd);
}
