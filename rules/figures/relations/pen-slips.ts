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
  if (x.length < 3) return false;
  const slip = slipBetween(x, y);
  return slip !== undefined && (slip.turned || (x.length >= 4 && slip.at > 0));
}

/** Where two rows of digits differ, at one digit or at two neighbours that are turned round; undefined where they do otherwise, or not at all. */
export function slipBetween(x: string, y: string): { at: number; turned: boolean } | undefined {
  if (x.length !== y.length) return undefined;
  const off = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [at, next] = off;
  if (at === undefined || off.length > 2) return undefined;
  if (next === undefined) return { at, turned: false };
  return next === at + 1 && x[at] === y[next] && x[next] === y[at] ? { at, turned: true } : undefined;
}
