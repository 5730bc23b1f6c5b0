/** Slips of the pen: a figure that is another one but for a digit, or for two digits the other way round. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { decimalsOf } from './relation.ts';

/** Whether of two figures one is a slip of the other: 1234.5 and 1243.5. */
export function isPenSlip(a: Quantity, b: Quantity): boolean {
  return a.scale === b.scale && decimalsOf(a) === decimalsOf(b) && isPenSlipOf(a.value, b);
}

/** Whether a figure is a slip of this value, written as the figure is: two neighbouring digits turned round, or one of four and more. */
export function isPenSlipOf(value: number, written: Quantity): boolean {
  const [x, y] = [value, written.value].map((v) =>
    (v / written.scale).toFixed(decimalsOf(written)).replace('.', ''),
  ) as [string, string];
  if (x.length !== y.length || x.length < 3) return false;
  const off = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i, j] = off;
  if (off.length === 1) return x.length >= 4 && i! > 0;
  return off.length === 2 && j === i! + 1 && x[i!] === y[j] && x[j] === y[i!];
}
