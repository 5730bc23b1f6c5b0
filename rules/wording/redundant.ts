import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 目的是为了: two words that say the same. */
export const redundant = defineParagraphRule<Fault>({
  id: 'wording/redundant',
  severity: 'warning',
  kinds: { law: 'off' },

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'redundant'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, false),
});
