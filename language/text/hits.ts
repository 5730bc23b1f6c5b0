/** Going over the hits of a word list: they come in text order, the longer first of two that begin together, and may overlap. */
import type { Range } from '../../engine/finding.ts';
import type { Hit } from '../../engine/language.ts';

/** What hits are read as, none within another: what is read at one covers those that begin inside of it. */
export function readHits<T extends Range>(hits: Iterable<Hit>, read: (hit: Hit) => T | undefined): T[] {
  const found: T[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.start < end) continue;
    const one = read(hit);
    if (!one || one.start < end) continue;
    found.push(one);
    end = one.end;
  }
  return found;
}

/** The hits of the longest words, whatever they are read as: of 四个全面 and 个全面 the first. */
export function* longestHits(hits: readonly Hit[]): Generator<Hit> {
  let end = 0;
  for (const hit of hits) {
    if (hit.start < end) continue;
    yield hit;
    end = hit.end;
  }
}
