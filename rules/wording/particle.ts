import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 修的再宽 for 修得再宽: 的, 地 and 得 where the words around leave no choice. */
export const particle = defineParagraphRule<Fault>({
  id: 'wording/particle',
  severity: 'warning',

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'particle'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, true),
});
