import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 人材 for 人才: a form that the standard does not recommend. */
export const variant = defineParagraphRule<Fault>({
  id: 'wording/variant',
  severity: 'info',
  kinds: { law: 'hint' },

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'variant'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, false),
});
