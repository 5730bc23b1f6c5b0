import { defineParagraphRule } from '../../engine/rule.ts';
import { broken, explainRelation, fixRelation, type RelationMatch, relations } from './relations/fact.ts';

/** A part larger than its whole: 共30家，其中国企45家. */
export const subset = defineParagraphRule<RelationMatch>({
  id: 'figures/subset',
  severity: 'error',
  reads: relations,
  find: (paragraph) => broken(paragraph, 'subset'),
  explain: explainRelation,
  fix: fixRelation,
});
