import { defineParagraphRule } from '../../engine/rule.ts';
import { expressionsOf } from './words/expressions.ts';
import { type Garbled, garbledExpressions, type Slip } from './words/key-expressions.ts';

const SAID: Readonly<Record<Slip, (written: string) => string>> = {
  missing: (written) => `少了“${written}”`,
  extra: (written) => `多了“${written}”`,
  other: (written) => `“${written}”有误`,
  swapped: (written) => `“${written}”次序颠倒`,
};

/** A fixed expression with a character missing, doubled, wrong or in the wrong place: 新时代特色社会主义思想. */
export const garbled = defineParagraphRule<Garbled>({
  id: 'terms/garbled',
  severity: 'warning',
  since: '0.3.0',
  kinds: { law: 'hint' },

  reads: garbledExpressions,
  find(paragraph) {
    const found = paragraph.fact(garbledExpressions);
    if (found.length === 0) return found;
    // 绿水青山也是金山银山: one finding is enough, and a row that knows the form tells more.
    const known = expressionsOf(paragraph, 'expression');
    return found.filter(({ start, end }) => !known.some((other) => other.start < end && start < other.end));
  },

  explain: ({ slip, written, right }) => ({ message: `${SAID[slip](written)}，固定表述是“${right}”` }),

  fix: ({ start, end, right }) => [
    { title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false },
  ],
});
