/** Stretches of a line, asked for overlaps: a line may hold thousands. */
import type { Range } from '../../../engine/finding.ts';

/**
 * A question: does a range overlap one of these? Asked in the time of a binary search.
 * @param ranges none of which overlaps another, in any order
 */
export function overlapWith(ranges: readonly Range[]): (range: Range) => boolean {
  if (ranges.length === 0) return () => false;
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    // The first that ends behind the start.
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    return low < sorted.length && sorted[low]!.start < end;
  };
}
