import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { tableSays } from '../../language/house/evidence.ts';
import { type TermHit, wrongTerms } from '../../language/house/names.ts';

interface TermMatch extends Match {
  readonly hit: TermHit;
}

/** A form that the house's table puts another in place of. */
export const houseTerm = defineDocumentRule<TermMatch>({
  id: 'terms/house-term',
  since: '0.3.0',
  severity: 'warning',

  *find(document) {
    for (const [{ start: by }, hits] of wrongTerms(document))
      for (const hit of hits) yield { start: by + hit.start, end: by + hit.end, hit };
  },

  explain(match) {
    const { written, term } = match.hit;
    return {
      message: `“${written}”应写作“${term.right}”${term.note && `：${term.note}`}`,
      evidence: [tableSays(match, term.at, `${term.right}（不写作${term.wrong.join('、')}）`)],
    };
  },

  fix: ({ start, end, hit: { term } }) => [
    { title: `改为“${term.right}”`, edits: [{ start, end, text: term.right }], safe: false },
  ],
});
