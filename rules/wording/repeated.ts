import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { type Doubled, doubledClauses, doubledWords } from './words/doubled.ts';
import { explainFault, type Fault, faultsOf, fixFault } from './words/faults.ts';
import { saidAgain } from './words/said-again.ts';

const repetitions = defineFact<readonly (Fault | Doubled)[]>('repetitions', (paragraph) => {
  const rows = faultsOf(paragraph, 'repeated');
  const doubled = [...doubledWords(paragraph), ...doubledClauses(paragraph), ...saidAgain(paragraph)];
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

  explain(fault, { text }) {
    if ('row' in fault) return { message: explainFault(fault, text) };
    return {
      message:
        fault.first === undefined
          ? `“${fault.word}”接连写了两遍`
          : `这一句前面已有“${fault.word}”，后面又写了一遍`,
    };
  },

  fix(fault) {
    if ('row' in fault) return fixFault(fault, true);
    const { start, end, word, first } = fault;
    const from = first === undefined ? start + word.length : start;
    return [{ title: `删去一个“${word}”`, edits: [{ start: from, end, text: '' }], safe: false }];
  },
});
