/** Places of one kind in a paragraph as findings: a text that is wrong throughout is told once a paragraph. */
import type { Evidence, Range } from '../../engine/finding.ts';

/** From so many on they are one finding. */
const MANY = 3;
/** Other places that are shown with the first. */
const SHOWN = 20;

/** Each place by itself; where there are many, all in one. */
export function gather<T>(places: readonly T[]): readonly (readonly T[])[] {
  if (places.length === 0) return [];
  return places.length < MANY ? places.map((place) => [place]) : [places];
}

/** The places of a finding after the first, as its evidence. */
export function alsoHere(places: readonly Range[]): readonly Evidence[] {
  return places.slice(1, SHOWN).map(({ start, end }) => ({ start, end, message: '此处同' }));
}
