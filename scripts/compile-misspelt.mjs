/**
 * Words of two characters and what is written for them by mistake, as `rules/wording/words/misspelt.ts` looks them up. Two characters
 * are one number: the code of the first in the high half.
 */

/** More than the greatest number of a syllable. */
const SYLLABLES = 512;
/** What stands by itself so seldom that the table does not have it. */
const HARDLY_EVER = 5;
/** Few of the pairs that no slip makes may have the hash of one that does. */
const SLIP_BITS = 18;

/**
 * What two characters may come to that stand by themselves so often that they meet by chance: for pairs that look like a word, and for
 * words turned round (问提 for 问题, 达下 for 下达). In steps of `lone-characters.tsv`, of both together and of each.
 */
const BY_SHAPE = 19;
const TURNED = 17;
const EACH = 10;

/** Of two characters as one number; must agree with the one in `misspelt.ts`. */
const hashOf = (pair) => Math.imul(pair, 0x9e3779b1) >>> (32 - SLIP_BITS);

/**
 * @param {{words: string}[]} wordRows of `office-words.tsv`
 * @param {{character: string, mistaken: string}[]} shapeRows of `shapes.tsv`
 * @param {{step: string, characters: string}[]} loneRows of `lone-characters.tsv`
 * @param {Uint16Array} syllables
 * @returns {Parameters<typeof import('./pack.mjs').pack>[0]}
 */
export function compileMisspelt(wordRows, shapeRows, loneRows, syllables) {
  const words = wordRows.flatMap((row) => row.words.split(' '));
  const lone = loneTable(loneRows);
  const slips = slipsOf(words, shapeRows, lone);
  const bits = new Int32Array(1 << (SLIP_BITS - 5));
  for (const [pair] of slips) {
    const hash = hashOf(pair);
    bits[hash >> 5] |= 1 << (hash & 31);
  }
  const sounds = new Int32Array((SYLLABLES * SYLLABLES) / 32);
  // Those that sound alike in the order of the table.
  const bySound = words
    .map((word) => ({
      word,
      sound: syllables[word.charCodeAt(0)] * SYLLABLES + syllables[word.charCodeAt(1)],
    }))
    .sort((a, b) => a.sound - b.sound);
  for (const { sound } of bySound) sounds[sound >> 5] |= 1 << (sound & 31);
  return {
    'misspelt.lone': lone,
    'misspelt.slips': bits,
    'misspelt.sounds': sounds,
    'misspelt.sound-keys': Uint32Array.from(bySound, ({ sound }) => sound),
    'misspelt.sound-words': Uint32Array.from(bySound, ({ word }) => codeOf(word)),
    'misspelt.slip-keys': Uint32Array.from(slips, ([code]) => code),
    'misspelt.slip-words': Uint32Array.from(slips, ([, word]) => codeOf(word)),
  };
}

const codeOf = (word) => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1);

/** By unit, how often a character stands by itself; 0 for what is no Han character. */
function loneTable(rows) {
  const lone = new Uint8Array(0x10000).fill(HARDLY_EVER, 0x4e00, 0xa000);
  for (const { step, characters } of rows) {
    for (const char of characters) lone[char.charCodeAt(0)] = Number(step);
  }
  return lone;
}

/** What is written, and what is meant, sorted by what is written: words with a character that looks like the right one, and words turned round. */
function slipsOf(words, shapeRows, lone) {
  const right = new Set(words);
  const mistaken = new Map(shapeRows.map((row) => [row.character, row.mistaken]));
  /** @type {Map<number, string>} */
  const slips = new Map();
  const add = (wrong, word, most) => {
    const [first, second] = [lone[wrong.charCodeAt(0)], lone[wrong.charCodeAt(1)]];
    if (first > EACH || second > EACH || first + second > most || right.has(wrong)) return;
    slips.set(codeOf(wrong), word);
  };
  for (const word of words) add(word[1] + word[0], word, TURNED);
  for (const word of words) {
    for (const other of mistaken.get(word[0]) ?? '') add(other + word[1], word, BY_SHAPE);
    for (const other of mistaken.get(word[1]) ?? '') add(word[0] + other, word, BY_SHAPE);
  }
  return [...slips].sort(([a], [b]) => a - b);
}
