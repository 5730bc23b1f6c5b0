/**
 * The natural logarithm, correctly rounded. `Math.log` and C's `log` differ in the last bit between engines
 * and platforms; jieba decides ties between equally frequent words by that bit, and the file should come out
 * the same everywhere. 160-bit fixed point leaves no doubt about the rounding of a 53-bit result.
 */
export function naturalLogarithm(x) {
  const BITS = 160n;
  const ONE = 1n << BITS;
  // 2·artanh(p/q) = 2·(z + z³/3 + z⁵/5 + …) with z = p/q
  const twiceArtanh = (p, q) => {
    const z = (p << BITS) / q;
    const square = (z * z) >> BITS;
    let sum = 0n;
    for (let power = z, k = 1n; power !== 0n && power !== -1n; power = (power * square) >> BITS, k += 2n) {
      sum += power / k;
    }
    return 2n * sum;
  };
  // x = mantissa·2^exponent with 0.7 < mantissa ≤ 1.4, so that the series converges fast; all steps exact
  let mantissa = x;
  let exponent = 0;
  for (; mantissa <= 0.7; mantissa *= 2) exponent--;
  for (; mantissa > 1.4; mantissa /= 2) exponent++;
  const scaled = BigInt(mantissa * 2 ** 60);
  const unit = 1n << 60n;
  const sum = twiceArtanh(scaled - unit, scaled + unit) + BigInt(exponent) * twiceArtanh(1n, 3n);
  return Number(sum) / Number(ONE);
}
