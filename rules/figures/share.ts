import { defineParagraphRule } from '../../engine/rule.ts';
import { broken, explainRelation, type RelationMatch, relations, repairRelation } from './relations/fact.ts';

/** Shares: part against whole, more than the whole, shares and ratios that do not make 100. */
export const share = defineParagraphRule<RelationMatch>({
  id: 'figures/share',
  severity: 'error',
  reads: relations,
  find: (paragraph) => broken(paragraph, 'share'),
  explain: explainRelation,
  fix: repairRelation,
});
