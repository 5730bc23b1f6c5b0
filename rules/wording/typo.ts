import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 布署 for 部署: forms that are no words. */
export const typo = defineParagraphRule<Fault>({
  id: 'wording/typo',
  severity: 'error',
  kinds: { law: 'info' },

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'typo'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, true),
});
