/**
 * Interval arithmetic. A figure in a text stands for all values that its digits may have been rounded from: `4.8%`
 * is anything from 4.75% to 4.85%. What follows from figures is computed with both ends, so that the tolerance of a
 * check comes out of the digits written and is never a fixed epsilon.
 */

/** All values from `low` to `high`, both included; `high` may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** Of none it is nought. */
export function sumOf(intervals: Iterable<Interval>): Interval {
  let sum: Interval = { low: 0, high: 0 };
  for (const interval of intervals) sum = add(sum, interval);
  return sum;
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function scale(a: Interval, factor: number): Interval {
  return factor < 0
    ? { low: a.high * factor, high: a.low * factor }
    : { low: a.low * factor, high: a.high * factor };
}

/** For quantities that are not negative. Undefined where the divisor may be nought. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0) return undefined;
  const low = Math.min(a.low / b.low, a.low / b.high);
  const high = Math.max(a.high / b.low, a.high / b.high);
  return { low: b.high === Infinity ? Math.min(0, low) : low, high };
}

/** The `n`-th root, for average rates over years. */
export function root(a: Interval, n: number): Interval {
  return { low: Math.max(0, a.low) ** (1 / n), high: a.high ** (1 / n) };
}

/** Relative slack for the binary fractions: 0.1 + 0.2 must meet 0.3. */
const ROUNDING = 1e-9;

/** Whether the two have a value in common. */
export function meets(a: Interval, b: Interval): boolean {
  const slack = ROUNDING * Math.max(1, Math.abs(a.low), Math.abs(b.low), Math.abs(b.high) || 0);
  const finite = Number.isFinite(slack) ? slack : ROUNDING;
  return a.low <= b.high + finite && b.low <= a.high + finite;
}

/** Whether every value of `a` lies above every value of `b`. */
export function above(a: Interval, b: Interval): boolean {
  return a.low > b.high && !meets(a, b);
}

/** The interval widened at both ends. */
export function widen(a: Interval, by: number): Interval {
  return { low: a.low - by, high: a.high + by };
}
