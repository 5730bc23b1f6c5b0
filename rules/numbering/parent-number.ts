import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';

interface Misplaced {
  readonly series: Series;
  /** The part that the series stands in. */
  readonly part: Member;
}

/** 3.1 and 3.2 under part 4, after part 3 has had its own: the number before the point is that of another part. */
export const parentNumber = defineDocumentRule<Match & Misplaced>({
  id: 'numbering/parent-number',
  severity: 'warning',

  *find(document) {
    for (const misplaced of document.model(underOthers).found.values()) {
      const { first } = misplaced.series;
      yield { start: first.start, end: first.start + first.label.length, ...misplaced };
    }
  },

  explain({ series: { first, before }, part }) {
    const evidence = [{ start: part.start, end: part.markEnd, message: `所在部分“${part.label}”` }];
    if (before) {
      const { start, markEnd: end, label } = before.first;
      evidence.push({ start, end, message: `前面已有“${label}”` });
    }
    return { message: `“${part.label}”之下应为“${part.mark.value}.1”，文中是“${first.label}”`, evidence };
  },

  fix({ series: { members }, part }) {
    const number = String(part.mark.value);
    const edits = members.map(({ start, mark }) => ({ start, end: start + mark.word.length, text: number }));
    return [{ title: `“${members[0]!.label}”等改为“${number}.1”等`, edits, safe: false }];
  },
});

/** By the marks alone: the series before with the same number had its place under the part of that number. */
const underOthers = definePerSeries<Misplaced>('decimals under other parts', (series) => {
  const { kind, first, before, parent } = series;
  if (kind !== 'decimal' || first.mark.value !== 1 || !/^\d+$/.test(first.mark.word)) return undefined;
  if (before?.first.mark.value !== 1 || before.parent?.mark.kind !== 'arabic') return undefined;
  // （三）评标程序 3.1…: of the part that its own heading numbers in another form.
  if (String(parent?.mark.value) === first.mark.word) return undefined;
  const part = parent?.mark.kind === 'arabic' ? parent : currentPart(before.parent.series, series);
  if (!part || part === before.parent || String(part.mark.value) === first.mark.word) return undefined;
  return { series, part };
});

/** The last of the parts that begins before the series. */
function currentPart({ members }: Series, { first }: Series): Member | undefined {
  return members.findLast(
    ({ paragraph, mark }) =>
      paragraph.index < first.paragraph.index ||
      (paragraph === first.paragraph && mark.start < first.mark.start),
  );
}
