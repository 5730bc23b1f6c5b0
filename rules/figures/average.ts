import { defineParagraphRule } from '../../engine/rule.ts';
import { broken, explainRelation, fixRelation, type RelationMatch, relations } from './relations/fact.ts';

/** Quotients and products: 3000亩 of 500户 is 6亩 each, 3000元 for each of 120户 is 36万元. */
export const average = defineParagraphRule<RelationMatch>({
  id: 'figures/average',
  severity: 'warning',
  reads: relations,
  find: (paragraph) => broken(paragraph, 'average'),
  explain: explainRelation,
  fix: fixRelation,
});
