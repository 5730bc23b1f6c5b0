import { defineDocumentRule, type Match } from '../engine/rule.ts';
import type { MarkKind } from '../language/series-marks.ts';
import { LEVELS } from '../language/series-marks.ts';
import { type Member, type Series, structure } from '../language/structure.ts';

interface Misplaced extends Match {
  readonly message: string;
  readonly basis: string;
  readonly outer: Member;
}

const ORDER_CLAUSE = 'GB/T 15834—2011 附录 B.3.8';

/** Levels out of order: a higher mark under a lower one, or a level left out. The standards advise, they do not demand. */
export const level = defineDocumentRule<Misplaced>({
  id: 'numbering/level',
  severity: 'hint',
  kinds: { law: 'off' },

  *find(document) {
    for (const series of document.model(structure).series) {
      const found = isHeading(series) ? (inverted(series) ?? skipped(series)) : undefined;
      if (found) yield found;
    }
  },

  explain({ message, basis, outer }) {
    const line = outer.paragraph.index + 1;
    return {
      message,
      basis,
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

/**
 * （一）（二）一、…（三）: the list of lower marks goes on below a higher mark, so this stands inside it. Also a higher mark
 * that the structure placed inside a lower one.
 */
function inverted(series: Series): Misplaced | undefined {
  const { parent } = series;
  if (!parent) return undefined;
  if (isHeading(parent.series) && LEVELS[series.kind]! < LEVELS[parent.mark.kind]!)
    return misplaced(series.first, parent);
  const earlier = series.continues;
  const higher = parent.series;
  if (!earlier || !isHeading(higher) || !isHeading(earlier) || earlier.parent !== higher.parent)
    return undefined;
  if (LEVELS[higher.kind]! >= LEVELS[earlier.kind]!) return undefined;
  return misplaced(higher.first, earlier.last);
}

function misplaced(inner: Member, outer: Member): Misplaced {
  return {
    start: inner.start,
    end: inner.markEnd,
    message: `“${outer.label}”之下又用了更高一层的“${inner.label}”：层次序数依次用“一、”“（一）”“1.”“（1）”`,
    basis: `${ORDER_CLAUSE}；GB/T 9704—2012 7.3.3`,
    outer,
  };
}

/** （一） → （1）: 1. is left out. 一、 → 1. is common and accepted. */
function skipped(series: Series): Misplaced | undefined {
  const outer = series.parent;
  if (!outer || !isHeading(outer.series)) return undefined;
  const from = CHAIN.indexOf(outer.mark.kind);
  const to = CHAIN.indexOf(series.kind);
  if (to - from < 2 || (outer.mark.kind === 'han' && series.kind === 'arabic')) return undefined;
  const { first } = series;
  return {
    start: first.start,
    end: first.markEnd,
    message: `“${outer.label}”之下直接用“${first.label}”，跳过了中间层次`,
    basis: ORDER_CLAUSE,
    outer,
  };
}
