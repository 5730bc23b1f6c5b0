import type { Range } from '../../engine/finding.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { middle, rounded, written } from './relations/relation.ts';
import { type ListedShare, wrongListedShares } from './statements/listed-shares.ts';
import { type Place, rangeOf } from './statements/listed-sums.ts';

interface ShareMatch extends Range {
  readonly listed: ListedShare;
}

/** A share whose whole stands in a line before: 新建公园40个。⏎其中社区公园18个，占比55%. */
export const listedShare = defineDocumentRule<ShareMatch>({
  id: 'figures/listed-share',
  severity: 'warning',
  since: '0.5.0',

  *find(document) {
    for (const listed of wrongListedShares(document)) yield { ...rangeOf(listed.share), listed };
  },

  explain({ listed: { whole, part, share, expected } }) {
    const [all, some] = [wordsOf(whole), wordsOf(part)];
    const right = `${rounded(middle(expected), share.figure)}%`;
    return {
      message: `${some}占前文${all}的比例应为${right}，此处为${wordsOf(share)}（${some}÷${all}）`,
      evidence: [whole, part].map((place) => ({ ...rangeOf(place), message: `算式中的 ${wordsOf(place)}` })),
    };
  },

  fix({ listed: { whole, part, share, expected } }) {
    const values = [
      { place: share, value: middle(expected) },
      { place: part, value: (whole.figure.value * share.figure.value) / 100 },
    ];
    return values.map(({ place, value }) => {
      const { paragraph, figure } = place;
      const { start, end } = figure.digits;
      const text = rounded(value, figure);
      return {
        title: `把“${wordsOf(place)}”改为“${text}${paragraph.text.slice(end, figure.unitEnd)}”`,
        edits: [{ start: paragraph.start + start, end: paragraph.start + end, text }],
        safe: false,
      };
    });
  },
});

function wordsOf({ paragraph, figure }: Place): string {
  return written(paragraph.text, figure);
}
