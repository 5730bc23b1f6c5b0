import { defineParagraphRule } from '../../engine/rule.ts';
import { broken, explainRelation, fixRelation, type RelationMatch, relations } from './relations/fact.ts';

/** A total and its parts in one sentence: 共30件，其中甲12件、乙10件、丙9件. */
export const sum = defineParagraphRule<RelationMatch>({
  id: 'figures/sum',
  awaitsMore: true,
  severity: 'error',
  reads: relations,
  find: (paragraph) => broken(paragraph, 'sum'),
  explain: explainRelation,
  fix: fixRelation,
});
