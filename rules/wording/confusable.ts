import { defineParagraphRule } from '../../engine/rule.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

/** 疫情爆发 for 疫情暴发: two words that sound alike, told apart by what stands beside them. */
export const confusable = defineParagraphRule<Fault>({
  id: 'wording/confusable',
  severity: 'hint',

  reads: faults,
  find: (paragraph) => faultsOf(paragraph, 'confusable'),

  explain: (fault, { text }) => ({ message: explainFault(fault, text) }),

  fix: (fault) => fixFault(fault, false),
});
