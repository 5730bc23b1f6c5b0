import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 资金取向 for 资金投向, 加大…工作: words that do not go together. */
export const collocation = defineParagraphRule<Fault>({
  id: 'wording/collocation',
  severity: 'warning',
  kinds: { law: 'off' },

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'collocation'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, false),
});
