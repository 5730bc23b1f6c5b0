import type { Range } from '../../engine/finding.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { explainRelation, fixRelation, rangeOfRelation } from './relations/fact.ts';
import { type Crossing, placed, saidAcross } from './statements/passages.ts';

interface AcrossMatch extends Range {
  readonly crossing: Crossing;
}

/** A figure that those of a paragraph before it do not bear out: 收入总计86亿元。⏎支出总计81亿元。⏎收支相抵，结转下年6亿元. */
export const across = defineDocumentRule<AcrossMatch>({
  id: 'figures/across',
  severity: 'warning',
  since: '0.14.0',

  *find(document) {
    for (const crossing of saidAcross(document)) {
      const { passage, relation } = crossing;
      if (!relation.holds) yield { ...placed(passage, rangeOfRelation(relation)), crossing };
    }
  },

  explain({ crossing: { passage, relation } }) {
    const { message, evidence = [] } = explainRelation({ relation }, passage);
    return { message, evidence: evidence.map((one) => ({ ...one, ...placed(passage, one) })) };
  },

  fix({ crossing: { passage, relation } }) {
    return fixRelation({ relation }, passage).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, ...placed(passage, edit) })),
    }));
  },
});
