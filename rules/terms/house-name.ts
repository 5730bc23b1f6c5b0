import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { tableSays } from '../../language/house/evidence.ts';
import { type NameSlip, nameSlips } from '../../language/house/names.ts';

interface SlipMatch extends Match {
  readonly slip: NameSlip;
}

/** 青河县 in a draft of 清河县, 青河县教育和体育局 for 教育局: the house's own name with one character put for another. */
export const houseName = defineDocumentRule<SlipMatch>({
  id: 'terms/house-name',
  since: '0.3.0',
  severity: 'warning',

  *find(document) {
    for (const [{ start: by }, slips] of nameSlips(document))
      for (const slip of slips) yield { start: by + slip.start, end: by + slip.end, slip };
  },

  explain(match) {
    const { written, right, name } = match.slip;
    return {
      message: `“${written}”与本单位的“${right}”差一字，请核对`,
      evidence: [tableSays(match, name.at, name.full)],
    };
  },

  fix: ({ start, end, slip: { right } }) => [
    { title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false },
  ],
});
