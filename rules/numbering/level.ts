import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import type { MarkKind } from '../../language/structure/series-marks.ts';
import { LEVELS } from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';

/** A member under one that it should not stand under. */
interface Misplacement {
  readonly inner: Member;
  readonly outer: Member;
  readonly how: 'inverted' | 'skipped';
}

type Misplaced = Match & Misplacement;

const ORDER_CLAUSE = 'GB/T 15834—2011 附录 B.3.8';

/** Levels out of order: a higher mark under a lower one, or a level left out. The standards advise, they do not demand. */
export const level = defineDocumentRule<Misplaced>({
  id: 'numbering/level',
  severity: 'hint',
  kinds: { law: 'off' },

  *find(document) {
    for (const found of document.model(misplacements).found.values())
      yield { start: found.inner.start, end: found.inner.markEnd, ...found };
  },

  explain({ inner, outer, how }) {
    const line = outer.paragraph.index + 1;
    return {
      ...(how === 'inverted'
        ? {
            message: `“${outer.label}”之下又用了更高一层的“${inner.label}”：层次序数依次用“一、”“（一）”“1.”“（1）”`,
            basis: `${ORDER_CLAUSE}；GB/T 9704—2012 7.3.3`,
          }
        : { message: `“${outer.label}”之下直接用“${inner.label}”，跳过了中间层次`, basis: ORDER_CLAUSE }),
      evidence: [
        { start: outer.start, end: outer.markEnd, message: `上一层“${outer.label}”（第${line}行）` },
      ],
    };
  },
});

/** 一、 → （一） → 1. → （1） → ①. */
const CHAIN: readonly MarkKind[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket', 'circled'];

function isHeading(series: Series): boolean {
  return series.first.mark.lead && CHAIN.includes(series.kind) && series.first.paragraph.role !== 'heading';
}

/** By the marks alone, which say level and number. */
const misplacements = definePerSeries<Misplacement>('misplaced headings', (series) =>
  isHeading(series) ? (inverted(series) ?? skipped(series)) : undefined,
);

/**
 * （一）（二）一、…（三）: the list of lower marks goes on below a higher mark, so this stands inside it. Also a higher mark
 * that the structure placed inside a lower one.
 */
function inverted(series: Series): Misplacement | undefined {
  const { parent } = series;
  if (!parent) return undefined;
  if (isHeading(parent.series) && LEVELS[series.kind]! < LEVELS[parent.mark.kind]!)
    return { inner: series.first, outer: parent, how: 'inverted' };
  const earlier = series.continues;
  const higher = parent.series;
  if (!earlier || !isHeading(higher) || !isHeading(earlier) || earlier.parent !== higher.parent)
    return undefined;
  if (LEVELS[higher.kind]! >= LEVELS[earlier.kind]!) return undefined;
  return { inner: higher.first, outer: earlier.last, how: 'inverted' };
}

/** （一） → （1）: 1. is left out. 一、 → 1. is common and accepted. */
function skipped(series: Series): Misplacement | undefined {
  const outer = series.parent;
  if (!outer || !isHeading(outer.series)) return undefined;
  const from = CHAIN.indexOf(outer.mark.kind);
  const to = CHAIN.indexOf(series.kind);
  if (to - from < 2 || (outer.mark.kind === 'han' && series.kind === 'arabic')) return undefined;
  return { inner: series.first, outer, how: 'skipped' };
}
