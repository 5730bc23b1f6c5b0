/** Which findings give way to others: what is no text of the author's is not judged for how it is written. */
import type { Finding } from './finding.ts';

export interface Precedence {
  /** Whether what the rule finds is a whole stretch that goes, as an advert is. */
  readonly covers: (ruleId: string) => boolean;
  /** Whether the rule judges how something is written: it is silent within such a stretch. */
  readonly yields: (ruleId: string) => boolean;
  /** The rule of which a finding of this one stands for every finding; undefined for most. */
  readonly sumsUp?: (ruleId: string) => string | undefined;
}

/**
 * Without the findings that lie in a stretch that goes, with all they point at: one finding may stand for many places of a
 * paragraph.
 *
 * @param findings in order
 * @returns the same list where nothing gives way
 */
export function withoutCovered(
  findings: readonly Finding[],
  { covers, yields, sumsUp }: Precedence,
): readonly Finding[] {
  const summed = new Set(sumsUp ? findings.map(({ ruleId }) => sumsUp(ruleId)) : []);
  // A stretch stands before all that is in it: it begins earlier, or ends later, or its rule comes first.
  let stretch: Finding | undefined;
  const kept = findings.filter((finding) => {
    if (summed.has(finding.ruleId)) return false;
    if (covers(finding.ruleId)) {
      if (!stretch || finding.end > stretch.end) stretch = finding;
      return true;
    }
    return !(stretch && finding.end <= stretch.end && yields(finding.ruleId) && liesIn(stretch, finding));
  });
  return kept.length === findings.length ? findings : kept;
}

function liesIn({ start, end }: Finding, { evidence }: Finding): boolean {
  return evidence.every((place) => place.start >= start && place.end <= end);
}
