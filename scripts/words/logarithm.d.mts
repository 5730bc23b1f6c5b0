/** The natural logarithm of a positive number, correctly rounded on every platform. */
export function naturalLogarithm(x: number): number;
