import type { Fix } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isStructural } from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';
import { writeHanNumber } from '../../language/text/numerals.ts';
import { countsBarely } from './series/bare.ts';
import { labelLike, listMembers, memberEvidence } from './series/describe.ts';

interface Mixed extends Match {
  readonly series: Series;
  readonly member: Member;
}

/** 首先 … 其次 … 第三: one series counted in the words of two. Reported once, at the first member that leaves the form. */
export const mixedSeries = defineDocumentRule<Mixed>({
  id: 'numbering/mixed-series',
  severity: 'warning',

  *find(document) {
    for (const [series, strangers] of document.model(mixed).found) {
      const [member] = strangers;
      if (member) yield { start: member.start, end: member.start + member.label.length, series, member };
    }
    for (const [series, member] of document.model(bare).found)
      yield { start: member.start, end: member.start + member.label.length, series, member };
  },

  explain({ series, member }) {
    if (series.first === member) {
      return { message: `前面用“一”“二”分列，这里却用“${member.label}”，两套序次语混用`, evidence: [] };
    }
    return {
      message: `“${series.first.label}”开头的一组列举中出现“${member.label}”，两套序次语混用：${listMembers(series.members, member.paragraph)}`,
      evidence: memberEvidence(series.members),
    };
  },

  fix({ series, member }) {
    if (series.first === member) return [];
    if (isStructural(series.kind)) return [likeTheOthers(series)];
    if (series.kind === 'verb') return unifyVerbs(series);
    const { length } = series.members;
    const sequential = sequentialWords(length);
    const numbered = series.members.map((_, i) => `第${writeHanNumber(i + 1)}`);
    const manners = [...(sequential ? [rename(series, sequential)] : []), rename(series, numbered)];
    // The fewer words change, the more likely they are the wrong ones.
    return series.kind === 'ordinal' && series.members.length > 2 ? manners.reverse() : manners;
  },
});

/** The members that leave the first form. */
const mixed = definePerSeries<readonly Member[]>('mixed series', (series) =>
  series.mixed ? series.members.filter(({ mark }) => mark.key !== series.key) : undefined,
);

/** 一树…。二造…。三建立…。四是…: the items before the first mark have numbers alone. */
const bare = definePerSeries<Member>('barely counted items', ({ kind, first }) =>
  kind === 'verb' && countsBarely(first) ? first : undefined,
);

/** 一、 （二） 三、: the odd ones are written like the first. */
function likeTheOthers({ key, members }: Series): Fix {
  const [first] = members;
  const odd = members.filter(({ mark }) => mark.key !== key);
  const edits = odd.map((member) => ({
    start: member.start,
    end: member.markEnd,
    text: labelLike(first!, member.mark.value),
  }));
  return { title: `“${odd[0]!.label}”改为“${edits[0]!.text}”`, edits, safe: false };
}

/** 一要 … 二是: either verb for all; the sentences behind them may have to follow. */
function unifyVerbs(series: Series): Fix[] {
  const verbs = new Set(series.members.map((m) => m.mark.word).filter((word) => word !== ''));
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

/** Gives each member its word; those that have it already are left alone. 一是 has no comma behind it, 第一 has. */
function rename(series: Series, words: readonly string[]): Fix {
  const verbs = series.kind === 'verb';
  const edits = series.members.flatMap((member, i) => {
    if (member.label === words[i]) return [];
    const strange = (member.mark.kind === 'verb') !== verbs;
    const end = strange ? member.markEnd : member.start + member.label.length;
    return [{ start: member.start, end, text: strange && !verbs ? `${words[i]}，` : words[i]! }];
  });
  return { title: `统一为“${words.join('、')}”`, edits, safe: false };
}
