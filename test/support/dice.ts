/** mulberry32: the same draws at every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Random choices that a seed repeats. */
export class Dice {
  readonly random: () => number;
  constructor(seed: number) {
    this.random = randomOf(seed);
  }
  int(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }
  /** With the given number of decimals. */
  fixed(low: number, high: number, decimals: number): number {
    return Number((low + this.random() * (high - low)).toFixed(decimals));
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }
  /** Different members, in random order. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    return Array.from({ length: count }, () => rest.splice(this.int(0, rest.length - 1), 1)[0]!);
  }
}
