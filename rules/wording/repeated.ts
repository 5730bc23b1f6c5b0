import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 约定的的权利: a word typed twice. */
export const repeated = defineParagraphRule<Fault>({
  id: 'wording/repeated',
  severity: 'warning',

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'repeated'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, true),
});
