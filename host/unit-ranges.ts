/** Sets of UTF-16 units, by the ranges they are made of and what these are called. */

/** From the first to the last unit, or a single one. */
type Range = readonly [number, number] | readonly [number];

/**
 * A pattern of one unit that lies in any of the ranges.
 * @example unitIn({ digits: [[0x30, 0x39]] }).test('7') // true
 */
export function unitIn(ranges: Readonly<Record<string, readonly Range[]>>, flags = ''): RegExp {
  const escaped = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;
  const all = Object.values(ranges).flat();
  return new RegExp(`[${all.map((range) => range.map(escaped).join('-')).join('')}]`, flags);
}
