/**
 * Words of two characters and what is written for them by mistake, as `rules/wording/words/misspelt.ts` looks them up. Two characters
 * are one number: the code of the first in the high half.
 */

/** More than the greatest number of a syllable. */
const SYLLABLES = 512;
/** What stands by itself so seldom that the table does not have it. */
const HARDLY_EVER = 5;
const SHAPE_BITS = 16;

/** Of two characters as one number; must agree with the one in `misspelt.ts`. */
const hashOf = (pair) => Math.imul(pair, 0x9e3779b1) >>> (32 - SHAPE_BITS);

/**
 * @param {{words: string}[]} wordRows of `office-words.tsv`
 * @param {{character: string, mistaken: string}[]} shapeRows of `shapes.tsv`
 * @param {{step: string, characters: string}[]} loneRows of `lone-characters.tsv`
 * @param {Uint16Array} syllables
 * @returns {Parameters<typeof import('./pack.mjs').pack>[0]}
 */
export function compileMisspelt(wordRows, shapeRows, loneRows, syllables) {
  const words = wordRows.flatMap((row) => row.words.split(' '));
  const mistaken = new Map(shapeRows.map((row) => [row.character, row.mistaken]));
  const lone = new Uint8Array(0x10000).fill(HARDLY_EVER, 0x4e00, 0xa000);
  for (const { step, characters } of loneRows) {
    for (const char of characters) lone[char.charCodeAt(0)] = Number(step);
  }
  const codeOf = (word) => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1);
  const soundOf = (word) => syllables[word.charCodeAt(0)] * SYLLABLES + syllables[word.charCodeAt(1)];
  const sounds = new Int32Array((SYLLABLES * SYLLABLES) / 32);
  const shapes = new Int32Array(1 << (SHAPE_BITS - 5));
  /** By what is written, what is meant. */
  const byShape = new Map();
  for (const word of words) {
    const sound = soundOf(word);
    sounds[sound >> 5] |= 1 << (sound & 31);
    for (const [place, char] of [...word].entries()) {
      for (const other of mistaken.get(char) ?? '') {
        const pair = codeOf(place === 0 ? other + word[1] : word[0] + other);
        const hash = hashOf(pair);
        shapes[hash >> 5] |= 1 << (hash & 31);
        byShape.set(pair, word);
      }
    }
  }
  // Those that sound alike in the order of the table.
  const bySound = words.map((word) => ({ word, sound: soundOf(word) })).sort((a, b) => a.sound - b.sound);
  const shapeSlips = [...byShape].sort(([a], [b]) => a - b);
  return {
    'misspelt.lone': lone,
    'misspelt.shapes': shapes,
    'misspelt.sounds': sounds,
    'misspelt.sound-keys': Uint32Array.from(bySound, ({ sound }) => sound),
    'misspelt.sound-words': Uint32Array.from(bySound, ({ word }) => codeOf(word)),
    'misspelt.shape-keys': Uint32Array.from(shapeSlips, ([code]) => code),
    'misspelt.shape-words': Uint32Array.from(shapeSlips, ([, word]) => codeOf(word)),
  };
}
