import type { Fix } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';
import { writeHanNumber } from '../../language/text/numerals.ts';
import { listMembers, memberEvidence } from './series/describe.ts';

interface Mixed extends Match {
  readonly series: Series;
  readonly member: Member;
}

/** 首先 … 其次 … 第三: one series counted in the words of two. Reported at each member that leaves the first form. */
export const mixedSeries = defineDocumentRule<Mixed>({
  id: 'numbering/mixed-series',
  severity: 'warning',

  *find(document) {
    for (const [series, strangers] of document.model(mixed).found) {
      for (const member of strangers)
        yield { start: member.start, end: member.start + member.label.length, series, member };
    }
  },

  explain({ series, member }) {
    return {
      message: `“${series.first.label}”开头的一组列举中出现“${member.label}”，两套序次语混用：${listMembers(series.members)}`,
      evidence: memberEvidence(series.members),
    };
  },

  fix({ series }) {
    if (series.kind === 'verb') return unifyVerbs(series);
    const { length } = series.members;
    const sequential = sequentialWords(length);
    const numbered = series.members.map((_, i) => `第${writeHanNumber(i + 1)}`);
    return [...(sequential ? [rename(series, sequential)] : []), rename(series, numbered)];
  },
});

/** The members that leave the first form. */
const mixed = definePerSeries<readonly Member[]>('mixed series', (series) =>
  series.mixed ? series.members.filter(({ mark }) => mark.key !== series.key) : undefined,
);

/** 一要 … 二是: either verb for all; the sentences behind them may have to follow. */
function unifyVerbs(series: Series): Fix[] {
  const verbs = new Set(series.members.map((m) => m.mark.word));
  return [...verbs].map((verb) =>
    rename(
      series,
      series.members.map((_, i) => `${writeHanNumber(i + 1)}${verb}`),
    ),
  );
}

/** 首先 其次 再次 最后 say at most four members; the last is 最后. */
function sequentialWords(length: number): readonly string[] | undefined {
  if (length < 2 || length > 4) return undefined;
  if (length === 2) return ['首先', '其次'];
  return length === 3 ? ['首先', '其次', '最后'] : ['首先', '其次', '再次', '最后'];
}

/** Gives each member its word; those that have it already are left alone. */
function rename(series: Series, words: readonly string[]): Fix {
  const edits = series.members.flatMap((member, i) =>
    member.label === words[i]
      ? []
      : [{ start: member.start, end: member.start + member.label.length, text: words[i]! }],
  );
  return { title: `统一为“${words.join('、')}”`, edits, safe: false };
}
