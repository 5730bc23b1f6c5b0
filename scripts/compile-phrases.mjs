/**
 * Phrases by how they sound, as `rules/wording/words/sound-alikes.ts` looks them up: which hashes of four syllables phrases begin with,
 * and the phrases bucket by bucket of such hashes.
 */

/** More than the greatest number of a syllable. */
const SYLLABLES = 512;
/** These and the hash must agree with those in `sound-alikes.ts`. */
const HASH_BITS = 18;
const BUCKET_BITS = 15;

/** Of two pairs of syllables, each as one number. */
function hashOf(first, second) {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - HASH_BITS);
}

/**
 * By unit the number of its syllable; 0 for what has none.
 * @param {{characters: string}[]} rows of `syllables.tsv`
 */
export function compileSyllables(rows) {
  const syllables = new Uint16Array(0x10000);
  for (const [i, { characters }] of rows.entries()) {
    for (const char of characters) syllables[char.charCodeAt(0)] = i + 1;
  }
  return syllables;
}

/**
 * @param {{phrases: string}[]} rows of `phrases.tsv`
 * @param {Uint16Array} syllables
 * @returns {{text: string, tables: Parameters<typeof import('./pack.mjs').pack>[0]}} `text`: all phrases, one behind the other
 */
export function compilePhrases(rows, syllables) {
  const sounds = (phrase) => phrase.split('').every((char) => syllables[char.charCodeAt(0)] !== 0);
  const syllableAt = (phrase, at) => syllables[phrase.charCodeAt(at)];
  const pairAt = (phrase, at) => syllableAt(phrase, at) * SYLLABLES + syllableAt(phrase, at + 1);
  const charactersAt = (phrase, at) => phrase.charCodeAt(at) | (phrase.charCodeAt(at + 1) << 16);
  const bucketOf = (hash) => hash >> (HASH_BITS - BUCKET_BITS);
  const phrases = rows
    .flatMap((row) => row.phrases.split(' '))
    .filter(sounds)
    .map((phrase) => ({ phrase, hash: hashOf(pairAt(phrase, 0), pairAt(phrase, 2)) }))
    // Those of a bucket in the order of the table.
    .sort((a, b) => bucketOf(a.hash) - bucketOf(b.hash));
  const hashes = new Int32Array(1 << (HASH_BITS - 5));
  const buckets = new Int32Array((1 << BUCKET_BITS) + 1);
  const starts = new Int32Array(phrases.length + 1);
  for (const [i, { phrase, hash }] of phrases.entries()) {
    hashes[hash >> 5] |= 1 << (hash & 31);
    buckets[bucketOf(hash) + 1]++;
    starts[i + 1] = starts[i] + phrase.length;
  }
  for (let i = 1; i < buckets.length; i++) buckets[i] += buckets[i - 1];
  return {
    text: phrases.map(({ phrase }) => phrase).join(''),
    tables: {
      'phrases.hashes': hashes,
      'phrases.buckets': buckets,
      'phrases.halves': Int32Array.from(
        phrases.flatMap(({ phrase }) => [charactersAt(phrase, 0), charactersAt(phrase, 2)]),
      ),
      'phrases.starts': starts,
    },
  };
}
