/** Stretches of a line, asked for overlaps: a line may hold thousands. */
import type { Range } from '../../../engine/finding.ts';
import { lowerBound } from '../../../engine/lists.ts';

/**
 * A question: does a range overlap one of these? Asked in the time of a binary search.
 * @param ranges none of which overlaps another, in any order
 */
export function overlapWith(ranges: readonly Range[]): (range: Range) => boolean {
  if (ranges.length === 0) return () => false;
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    const firstBehind = sorted[lowerBound(sorted, start + 1, (range) => range.end)];
    return firstBehind !== undefined && firstBehind.start < end;
  };
}
