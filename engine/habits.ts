/** What a text writes wrong throughout is told once, with its other places: half-width brackets, 1、 for 1. */
import { type Evidence, MOST_EVIDENCE, type Range } from './finding.ts';

/** From so many on they are one finding. */
const MANY = 3;

/** Each place by itself; where there are many, all in one. */
export function gather<T>(places: readonly T[]): readonly (readonly T[])[] {
  if (places.length === 0) return [];
  return places.length < MANY ? places.map((place) => [place]) : [places];
}

/**
 * The places of a finding after the first, as its evidence.
 * @param message what is said of each
 */
export function alsoHere(places: readonly Range[], message: string): readonly Evidence[] {
  return places.slice(1, 1 + MOST_EVIDENCE).map(({ start, end }) => ({ start, end, message }));
}
