import { defineDocumentRule, type Match } from '../engine/rule.ts';
import { BARE_WORD, isStructural } from '../language/series-marks.ts';
import { type Member, type Series, structure, titleOf } from '../language/structure.ts';

interface Duplicate extends Match {
  readonly title: string;
  readonly member: Member;
  readonly earlier: Member;
}

/** The same heading twice among the members of one series. */
export const duplicateHeading = defineDocumentRule<Duplicate>({
  id: 'numbering/duplicate-heading',
  severity: 'warning',

  *find(document) {
    for (const series of document.model(structure).series) {
      if (series.kind === 'article' || series.first.mark.word === BARE_WORD) continue;
      if (isStructural(series.kind) && series.first.mark.lead) yield* duplicatesIn(series);
    }
  },

  explain({ title, member, earlier }) {
    const line = earlier.paragraph.index + 1;
    return {
      message: `标题“${title}”重复：第${line}行“${earlier.label}”与此处“${member.label}”同题`,
      evidence: [
        {
          start: earlier.start,
          end: earlier.paragraph.end,
          message: `“${earlier.label}”（第${line}行）同题`,
        },
      ],
    };
  },
});

/** Shorter titles (说明, 其他) may come back. */
const SHORTEST = 4;

function* duplicatesIn(series: Series): Generator<Duplicate> {
  const seen = new Map<string, Member>();
  for (const member of series.members) {
    const title = titleOf(member);
    if (title.length < SHORTEST) continue;
    const earlier = seen.get(title);
    if (!earlier) seen.set(title, member);
    else {
      const { start, markEnd, paragraph, mark } = member;
      const end = markEnd + paragraph.text.indexOf(title, mark.end) - mark.end + title.length;
      yield { start, end, title, member, earlier };
    }
  }
}
