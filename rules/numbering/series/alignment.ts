/**
 * Which members of a series are numbered wrongly. Of all ways to read the numbers, the one with the fewest mistakes:
 * 一、二、七、四、五、 has one wrong number, 一、二、四、五、六、 has one gap, not three wrong numbers.
 */

export interface Break {
  /** Place in the list of values. */
  readonly at: number;
  /** What stands there, and what would go on with the members before. */
  readonly value: number;
  readonly expected: number;
  /**
   * `wrong`: this number alone is wrong, the next ones go on as if it were right; `gap` and `repeat`: the next ones go
   * on from here; `swapped`: it and the next one have changed places.
   */
  readonly how: 'wrong' | 'gap' | 'repeat' | 'swapped';
}

interface Reading {
  readonly cost: number;
  /** The number this member counts as. */
  readonly position: number;
  readonly previous: Reading | undefined;
}

/** Readings kept per member; more never win in practice. */
const WIDTH = 8;

/** @param values the ordinal numbers as written, 0 for a member that fits anywhere (最后)
 * @param first the number the series should begin with */
export function findBreaks(values: readonly number[], first = 1): readonly Break[] {
  if (values.every((value, i) => value === first + i || value === 0)) return [];
  let readings: Reading[] = [{ cost: 0, position: first - 1, previous: undefined }];
  for (const value of values) {
    const next = new Map<number, Reading>();
    const offer = (cost: number, position: number, previous: Reading) => {
      const known = next.get(position);
      if (!known || cost < known.cost) next.set(position, { cost, position, previous });
    };
    for (const reading of readings) {
      const counted = reading.position + 1;
      const fits = value === counted || value === 0;
      offer(reading.cost + (fits ? 0 : 1), counted, reading);
      if (!fits) offer(reading.cost + 1, value, reading);
    }
    readings = [...next.values()].sort((a, b) => a.cost - b.cost || a.position - b.position).slice(0, WIDTH);
  }
  const positions: number[] = [];
  for (let r: Reading | undefined = readings[0]; r?.previous; r = r.previous) positions.push(r.position);
  return readBreaks(values, positions.reverse(), first);
}

function readBreaks(values: readonly number[], positions: readonly number[], first: number): Break[] {
  const breaks: Break[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const expected = (positions[i - 1] ?? first - 1) + 1;
    if (value === expected || value === 0) continue;
    // At the end nothing goes on behind the two, and they cost the same in any reading.
    const last = i + 2 === values.length;
    if (
      value === expected + 1 &&
      values[i + 1] === expected &&
      (last || (positions[i] === expected && positions[i + 1] === value))
    ) {
      breaks.push({ at: i, value, expected, how: 'swapped' });
      i++;
    } else {
      // At the end nothing tells a wrong number from a gap: a larger number is called a gap.
      const goesOn = positions[i] === value || (i === values.length - 1 && value > expected);
      breaks.push({ at: i, value, expected, how: goesOn ? (value > expected ? 'gap' : 'repeat') : 'wrong' });
    }
  }
  return breaks;
}
