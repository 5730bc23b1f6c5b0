/** Places of a document as other files see them. */
import type { Companion } from './document.ts';
import type { Elsewhere, Range } from './finding.ts';

/** A range of a companion, which lies in one paragraph. Offsets are the companion's. */
export function placeIn({ path, document }: Companion, { start, end }: Range): Elsewhere {
  const paragraph = document.paragraphAt(start);
  return { path, line: paragraph.index, start: start - paragraph.start, end: end - paragraph.start };
}
