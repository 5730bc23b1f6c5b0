/**
 * Of each Chinese character how much it speaks for a leftover: the logarithm of how often the leftovers have it over how often they
 * would if they were written like the author's texts, each count with one more, so that a character seen once says little.
 */

/** A text and how much it counts. @typedef {{text: string, weight: number}} Weighed */

const HAN = /[\u4e00-\u9fff]/g;
/** Weights are kept in steps, and those that say less than one of them are not. */
const STEPS = 4;

/**
 * @param {readonly Weighed[]} leftovers
 * @param {readonly (readonly Weighed[])[]} authors kinds of texts of authors, each of which counts as much as the others
 * @returns {Map<string, number>}
 */
export function learnCharacters(leftovers, authors) {
  const left = countCharacters(leftovers);
  const own = authors.map(countCharacters);
  const all = new Set([left, ...own].flatMap(({ counts }) => [...counts.keys()]));
  const weights = new Map();
  for (const character of all) {
    const rate =
      own.reduce((sum, { counts, total }) => sum + (counts.get(character) ?? 0) / total, 0) / own.length;
    const odds = Math.log(((left.counts.get(character) ?? 0) + 1) / (left.total * rate + 1));
    const weight = Math.round(odds * STEPS) / STEPS;
    if (weight !== 0) weights.set(character, weight);
  }
  return weights;
}

/** @param {readonly Weighed[]} texts */
function countCharacters(texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let total = 0;
  for (const { text, weight } of texts) {
    for (const [character] of text.matchAll(HAN)) {
      counts.set(character, (counts.get(character) ?? 0) + weight);
      total += weight;
    }
  }
  return { counts, total };
}

/** The rows of `characters.tsv`: a weight and the characters that have it. @param {Map<string, number>} weights */
export function rowsOfCharacters(weights) {
  /** @type {Map<number, string[]>} */
  const byWeight = new Map();
  for (const [character, weight] of weights)
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), character]);
  return [...byWeight]
    .sort(([a], [b]) => b - a)
    .map(([weight, characters]) => [weight.toFixed(2), characters.sort().join('')]);
}
