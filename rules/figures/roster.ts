import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { writeHanNumber } from '../../language/text/numerals.ts';
import { type Roster, type RosterHead, rosterBelow, rosterHeads } from './lists/rosters.ts';

interface RosterMatch extends Match {
  readonly head: RosterHead;
  readonly roster: Roster;
}

/** 优秀共产党员（15名） over fourteen names. */
export const roster = defineDocumentRule<RosterMatch>({
  id: 'figures/roster',
  severity: 'warning',
  awaitsMore: true,
  since: '0.14.0',

  *find(document) {
    for (const paragraph of document.paragraphsWith(rosterHeads)) {
      const below = rosterBelow(document, paragraph);
      const [head] = paragraph.fact(rosterHeads);
      if (!below || below.count === head!.count) continue;
      const start = paragraph.start + head!.start;
      yield { start, end: paragraph.start + head!.end, head: head!, roster: below };
    }
  },

  explain({ head: { count, measure }, roster: { count: listed, first, last } }) {
    return {
      message: `标题写明${count}${measure}，其下名单列出${listed}${measure}`,
      evidence: [{ ...contentOf(first), end: contentOf(last).end, message: `列出${listed}${measure}` }],
    };
  },

  fix({ start, end, head: { digits, measure }, roster: { count } }) {
    const number = /\d/.test(digits) ? `${count}` : writeHanNumber(count);
    const text = number + measure;
    return [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
  },
});

function contentOf({ start, contentStart, contentEnd }: Paragraph): { start: number; end: number } {
  return { start: start + contentStart, end: start + contentEnd };
}
