import { defineParagraphRule } from '../../engine/rule.ts';
import { broken, explainRelation, fixRelation, type RelationMatch, relations } from './relations/fact.ts';

/** Shares: part against whole, more than the whole, shares and ratios that do not make 100. */
export const share = defineParagraphRule<RelationMatch>({
  id: 'figures/share',
  severity: 'error',
  reads: relations,
  find: (paragraph) => broken(paragraph, 'share'),
  explain: explainRelation,
  fix: fixRelation,
});
