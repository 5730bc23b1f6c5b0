import { defineParagraphRule } from '../../engine/rule.ts';
import { broken, explainRelation, fixRelation, type RelationMatch, relations } from './relations/fact.ts';

/** Two ends and what is said of the way between them: 由50亿元增至60亿元，增长25%. */
export const growth = defineParagraphRule<RelationMatch>({
  id: 'figures/growth',
  severity: 'error',
  reads: relations,
  find: (paragraph) => broken(paragraph, 'growth'),
  explain: explainRelation,
  fix: fixRelation,
});
