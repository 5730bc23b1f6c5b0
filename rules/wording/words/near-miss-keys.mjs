/**
 * How near misses are looked up, shared by those who look (`slips.ts`) and the build that lays out the tables
 * (`scripts/compile-near-misses.mjs`).
 */

/** More than the greatest number of a syllable. */
export const SYLLABLES = 408;

/** A unit of text as one number: its syllable, and how often it stands by itself above that. */
export const SYLLABLE_BITS = 9;

/** What two syllables together may be, bit by bit: a word of the table, the beginning of a phrase, and what stands behind that. */
export const WORD = 1;
export const BEGINS = 2;
export const GOES_ON = 4;

/**
 * What two characters together may be, bit by bit: what is written for a word that looks like it or is it turned round, and the
 * first or the last half of an expression one of whose other two characters is fixed; what makes a usual three with a character between
 * them, and a word in daily use of that and the first, or of that and the last.
 */
export const SLIP = 1;
export const FIRST_HALF = 2;
export const LAST_HALF = 4;
export const LOST_BEHIND = 8;
export const LOST_BEFORE = 16;
/** Of the hash by which they are looked for: so many bits that few pairs have the hash of one. */
export const PAIR_MARK_BITS = 17;

/** Two syllables as one number. @type {(first: number, second: number) => number} */
export const pairOfSounds = (first, second) => first * SYLLABLES + second;

/** Two characters as one number. @type {(first: number, second: number) => number} */
export const pairOfCharacters = (first, second) => ((first << 16) | second) >>> 0;

/** Mixes the bits of a pair of characters; a hash of n bits are the n highest. @type {(pair: number) => number} */
export const mixed = (pair) => Math.imul(pair, 0x9e3779b1);

/** Of the table of words and slips: so many places that nearly all stand where they are looked for first. */
export const PLACE_BITS = 16;

/** Of the hash by which a phrase is looked for: so many bits that few places where no phrase stands have the hash of one … */
export const PHRASE_BITS = 18;
/** … and so many that few phrases share a bucket. */
export const BUCKET_BITS = 15;

/** Of the first four syllables of a phrase, two and two. @type {(first: number, second: number) => number} */
export const hashOfPhrase = (first, second) =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PHRASE_BITS);

/** @type {(hash: number) => number} */
export const bucketOf = (hash) => hash >> (PHRASE_BITS - BUCKET_BITS);

/** Of the table of fixed characters: so many places that nearly all stand where they are looked for first. */
export const FIXED_BITS = 16;

/**
 * What stands around one character of an expression of four, as one number: by its highest bits it is looked for, by its lowest told
 * from others. @type {(pair: number, third: number, slot: number) => number}
 * @param pair the half that does not have the character
 * @param third the other of the half that has it
 * @param slot of the character, from 0
 */
export const aroundSlot = (pair, third, slot) => {
  const mix = Math.imul(pair ^ Math.imul((third << 2) | slot, 0x85ebca6b), 0x9e3779b1);
  return mix ^ (mix >>> 15);
};

/** Of the hash by which pairs that documents have are told from others: so many bits that few others have the hash of one. */
export const PAIR_BITS = 22;

/** Of the table of threes: so many places that nearly all stand close to where they are looked for first … */
export const THREE_BITS = 18;
/** … and so many bits of the hash by which those that stand there are told apart. */
export const THREE_MARK_BITS = 12;

/** Of three characters, in 32 bits. @type {(first: number, second: number, third: number) => number} */
export const hashOfThree = (first, second, third) =>
  hashOfPairs(mixed(pairOfCharacters(first, second)), mixed(pairOfCharacters(second, third)));

/** The same of the mixed bits of the first two and of the last two. @type {(first: number, last: number) => number} */
export const hashOfPairs = (first, last) => (first + ((last << 7) | (last >>> 25))) | 0;

/** The Han characters that tables go by. */
export const FIRST_HAN = 0x4e00;
export const LAST_HAN = 0x9fff;

/** Characters that stand beside anything: put in or left out they make other phrases. */
export const ANYWHERE = '在再是式另令向由和与及的地得了着为也有又个其于以一二两三十不各该';
