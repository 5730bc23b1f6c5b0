/** How what two documents of a set say is put: both places, each in its own words and its own file. */
import type { Companion, Document } from '../../engine/document.ts';
import { placeIn } from '../../engine/elsewhere.ts';
import type { Range } from '../../engine/finding.ts';
import type { Explanation } from '../../engine/rule.ts';

/** What two documents say, each at a place (an absolute range) of its own. */
interface Contradiction {
  readonly document: Document;
  readonly here: Range;
  readonly companion: Companion;
  readonly there: Range;
}

/** @param what it is said of: 会议日期 */
export function saidElsewhere(
  { document, here, companion, there }: Contradiction,
  what: string,
): Explanation {
  const mine = document.slice(here.start, here.end);
  const theirs = companion.document.slice(there.start, there.end);
  const file = companion.path.slice(companion.path.lastIndexOf('/') + 1);
  return {
    message: `${what}与同一套材料不一致：此处为“${mine}”，《${file}》中为“${theirs}”`,
    evidence: [
      {
        start: here.start,
        end: here.end,
        message: `${what}：“${theirs}”`,
        elsewhere: placeIn(companion, there),
      },
    ],
  };
}
