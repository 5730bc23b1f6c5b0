/**
 * Words of two characters with what is written for them by mistake, and phrases by how they sound, as `rules/wording/words/slips.ts`
 * looks them up.
 */
import {
  aroundSlot,
  BEGINS,
  BUCKET_BITS,
  bucketOf,
  FIRST_HALF,
  FIXED_BITS,
  GOES_ON,
  hashOfPhrase,
  LAST_HALF,
  LOST_BEFORE,
  LOST_BEHIND,
  mixed,
  PAIR_MARK_BITS,
  PHRASE_BITS,
  PLACE_BITS,
  pairOfCharacters,
  pairOfSounds,
  SLIP,
  SYLLABLE_BITS,
  SYLLABLES,
  WORD,
} from '../rules/wording/words/near-miss-keys.mjs';
import { FULLEST, startsOf, textBytes } from './pack.mjs';

/** What stands by itself so seldom that the table does not have it. */
const HARDLY_EVER = 5;

/**
 * What two characters may come to that stand by themselves so often that they meet by chance: for pairs that look like a word, and for
 * words turned round (问提 for 问题, 达下 for 下达). In steps of `lone-characters.tsv`, of both together and of each.
 */
const BY_SHAPE = 19;
const TURNED = 17;
const EACH = 10;

/** @typedef {import('./pack.mjs').Tables} Tables */

/**
 * By unit the number of its syllable; 0 for what has none.
 * @param {{characters: string}[]} rows of `syllables.tsv`
 */
export function compileSyllables(rows) {
  if (rows.length >= SYLLABLES) throw new RangeError('more syllables than there is room for');
  const syllables = new Uint16Array(0x10000);
  for (const [i, { characters }] of rows.entries()) {
    for (const char of characters) syllables[char.charCodeAt(0)] = i + 1;
  }
  return syllables;
}

/**
 * @param {object} rows
 * @param {{words: string}[]} rows.words of `office-words.tsv`
 * @param {{character: string, mistaken: string}[]} rows.shapes of `shapes.tsv`
 * @param {{step: string, characters: string}[]} rows.lone of `lone-characters.tsv`
 * @param {{phrases: string}[]} rows.phrases of `phrases.tsv`
 * @param {{slots: string, phrases: string}[]} rows.fixed of `fixed-phrases.tsv`
 * @param {string[]} rows.threes of `threes.tsv`
 * @param {Uint16Array} syllables
 * @returns {Tables}
 */
export function compileNearMisses(rows, syllables) {
  const soundAt = (text, at) =>
    pairOfSounds(syllables[text.charCodeAt(at)], syllables[text.charCodeAt(at + 1)]);
  const words = rows.words.flatMap((row) => row.words.split(' '));
  const lone = loneTable(rows.lone);
  const slips = slipsOf(words, rows.shapes, lone);
  const phrases = compilePhrases(rows.phrases, syllables, soundAt);
  const sounds = new Uint8Array(SYLLABLES * SYLLABLES);
  for (const word of words) sounds[soundAt(word, 0)] |= WORD;
  for (const phrase of phrases.list) {
    sounds[soundAt(phrase, 0)] |= BEGINS;
    sounds[soundAt(phrase, 2)] |= GOES_ON;
  }
  // Those that sound alike in the order of the table.
  const bySound = words.map((word) => ({ word, sound: soundAt(word, 0) })).sort((a, b) => a.sound - b.sound);
  return {
    'near-misses.units': lone.map((step, code) => (step << SYLLABLE_BITS) | syllables[code]),
    'near-misses.sounds': sounds,
    'near-misses.pairs': marksOfPairs(slips.keys(), rows.fixed, lostBetween(rows.threes, words)),
    'near-misses.sound-keys': Uint32Array.from(bySound, ({ sound }) => sound),
    'near-misses.sound-words': Uint32Array.from(bySound, ({ word }) => pairOf(word)),
    'near-misses.by-first': Uint32Array.from(words, pairOf).sort(),
    'near-misses.by-last': Uint32Array.from(words, (word) => pairOf(word[1] + word[0])).sort(),
    ...pairTable(words, slips),
    ...phrases.tables,
    'phrases.fixed': fixedTable(rows.fixed),
  };
}

/** What two characters may be, by their hash. */
function marksOfPairs(slips, fixed, lost) {
  const marks = new Uint8Array(1 << PAIR_MARK_BITS);
  const mark = (pair, as) => {
    marks[mixed(pairOf(pair)) >>> (32 - PAIR_MARK_BITS)] |= as;
  };
  for (const slip of slips) mark(slip, SLIP);
  for (const [pair, as] of lost) mark(pair, as);
  for (const { slots, phrases } of fixed) {
    for (const phrase of phrases.split(' ')) {
      if (/[12]/.test(slots)) mark(phrase.slice(2), LAST_HALF);
      if (/[34]/.test(slots)) mark(phrase.slice(0, 2), FIRST_HALF);
    }
  }
  return marks;
}

/** Pairs between which a character may be lost: the three are usual, and it makes a word with the first or the last. */
function* lostBetween(threes, words) {
  const isWord = new Set(words);
  for (const three of threes) {
    if (isWord.has(three.slice(0, 2))) yield [three[0] + three[2], LOST_BEHIND];
    if (isWord.has(three.slice(1))) yield [three[0] + three[2], LOST_BEFORE];
  }
}

const pairOf = (word) => pairOfCharacters(word.charCodeAt(0), word.charCodeAt(1));

function bitsOf(numbers, width) {
  const bits = new Int32Array(1 << (width - 5));
  for (const number of numbers) bits[number >> 5] |= 1 << (number & 31);
  return bits;
}

/** By unit, how often a character stands by itself; 0 for what is no Han character. */
function loneTable(rows) {
  const lone = new Uint16Array(0x10000).fill(HARDLY_EVER, 0x4e00, 0xa000);
  for (const { step, characters } of rows) {
    for (const char of characters) lone[char.charCodeAt(0)] = Number(step);
  }
  return lone;
}

/** By what is written the word that is meant: words with a character that looks like the right one, and words turned round. */
function slipsOf(words, shapeRows, lone) {
  const right = new Set(words);
  const mistaken = new Map(shapeRows.map((row) => [row.character, row.mistaken]));
  /** @type {Map<string, string>} */
  const slips = new Map();
  const add = (wrong, word, most) => {
    const [first, second] = [lone[wrong.charCodeAt(0)], lone[wrong.charCodeAt(1)]];
    if (first > EACH || second > EACH || first + second > most || right.has(wrong)) return;
    slips.set(wrong, word);
  };
  for (const word of words) add(word[1] + word[0], word, TURNED);
  for (const word of words) {
    for (const other of mistaken.get(word[0]) ?? '') add(other + word[1], word, BY_SHAPE);
    for (const other of mistaken.get(word[1]) ?? '') add(word[0] + other, word, BY_SHAPE);
  }
  return slips;
}

/** Where each pair is found from its place on; what is meant by it: itself, if it is a word. */
function pairTable(words, slips) {
  const written = new Uint32Array(1 << PLACE_BITS);
  const meant = new Uint32Array(1 << PLACE_BITS);
  if (words.length + slips.size > written.length * FULLEST)
    throw new RangeError(`${words.length + slips.size} words and slips: more than there is room for`);
  for (const [pair, word] of [...words.map((word) => [word, word]), ...slips]) {
    let place = mixed(pairOf(pair)) >>> (32 - PLACE_BITS);
    while (written[place] !== 0) place = (place + 1) & (written.length - 1);
    written[place] = pairOf(pair);
    meant[place] = pairOf(word);
  }
  return { 'near-misses.written': written, 'near-misses.meant': meant };
}

/** By what stands around it, each fixed character of an expression: in the high half the lowest bits of that, in the low the character. */
function fixedTable(rows) {
  const table = new Uint32Array(1 << FIXED_BITS);
  const wanted = rows.reduce((sum, { slots, phrases }) => sum + slots.length * phrases.split(' ').length, 0);
  if (wanted > table.length * FULLEST)
    throw new RangeError(`${wanted} fixed characters: more than there is room for`);
  for (const { slots, phrases } of rows) {
    for (const phrase of phrases.split(' ')) {
      for (const slot of Array.from(slots, (number) => number - 1)) {
        const other = slot ^ 1;
        const around = aroundSlot(pairOf(phrase.slice(slot < 2 ? 2 : 0)), phrase.charCodeAt(other), slot);
        let place = around >>> (32 - FIXED_BITS);
        while (table[place] !== 0) place = (place + 1) & (table.length - 1);
        table[place] = ((around << 16) | phrase.charCodeAt(slot)) >>> 0;
      }
    }
  }
  return table;
}

/** `list`: those that can be spoken, in the order in which they are laid out. */
function compilePhrases(rows, syllables, soundAt) {
  const isSpoken = (phrase) => phrase.split('').every((char) => syllables[char.charCodeAt(0)] !== 0);
  const phrases = rows
    .flatMap((row) => row.phrases.split(' '))
    .filter(isSpoken)
    .map((phrase) => ({ phrase, hash: hashOfPhrase(soundAt(phrase, 0), soundAt(phrase, 2)) }))
    // Those of a bucket in the order of the table.
    .sort((a, b) => bucketOf(a.hash) - bucketOf(b.hash));
  const buckets = new Int32Array((1 << BUCKET_BITS) + 1);
  for (const { hash } of phrases) buckets[bucketOf(hash) + 1]++;
  for (let i = 1; i < buckets.length; i++) buckets[i] += buckets[i - 1];
  const list = phrases.map(({ phrase }) => phrase);
  return {
    list,
    tables: {
      'phrases.hashes': bitsOf(
        phrases.map(({ hash }) => hash),
        PHRASE_BITS,
      ),
      'phrases.buckets': buckets,
      'phrases.halves': Uint32Array.from(
        phrases.flatMap(({ phrase }) => [pairOf(phrase), pairOf(phrase.slice(2))]),
      ),
      'phrases.text': textBytes(list.join('')),
      'phrases.starts': startsOf(list),
    },
  };
}
