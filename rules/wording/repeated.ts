import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { type Doubled, doubledClauses, doubledWords } from './words/doubled.ts';
import { explainFault, type Fault, faultsOf, fixFault } from './words/faults.ts';

const repetitions = defineFact<readonly (Fault | Doubled)[]>('repetitions', (paragraph) => {
  const rows = faultsOf(paragraph, 'repeated');
  const doubled = [...doubledWords(paragraph), ...doubledClauses(paragraph)];
  if (doubled.length === 0) return rows;
  const told = (a: Doubled) => rows.some((b) => a.start < b.end && b.start < a.end);
  return [...rows, ...doubled.filter((one) => !told(one))];
});

/** 约定的的权利, 群众群众的: a word typed twice. */
export const repeated = defineParagraphRule<Fault | Doubled>({
  id: 'wording/repeated',
  severity: 'warning',

  reads: repetitions,
  find: (paragraph) => paragraph.fact(repetitions),

  explain: (fault, { text }) => ({
    message: 'row' in fault ? explainFault(fault, text) : `“${fault.word}”接连写了两遍`,
  }),

  fix(fault) {
    if ('row' in fault) return fixFault(fault, true);
    const { start, end, word } = fault;
    return [
      { title: `删去一个“${word}”`, edits: [{ start: start + word.length, end, text: '' }], safe: false },
    ];
  },
});
