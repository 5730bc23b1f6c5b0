/** Which characters public documents have beside each other, and what is written for what, as `rules/wording/words/out-of-place.ts` looks them up. */
import {
  FIRST_HAN,
  hashOfThree,
  LAST_HAN,
  mixed,
  PAIR_BITS,
  pairOfCharacters,
  SYLLABLES,
  THREE_BITS,
  THREE_MARK_BITS,
} from '../rules/wording/words/near-miss-keys.mjs';
import { FULLEST, startsOf } from './pack.mjs';

/** Characters that stand beside anything: no more than chance tells that one of them was meant. */
const ANYWHERE =
  '的地得了着是在一有为人和与于以而其这及就也都将从并或中上下不大小个年月日时后前到要会能可之所又再更已曾则';

/** @typedef {import('./pack.mjs').Tables} Tables */

/**
 * @param {object} rows
 * @param {{first: string, seconds: string}[]} rows.pairs of `pairs.tsv`
 * @param {{pair: string, thirds: string}[]} rows.threes of `threes.tsv`
 * @param {{character: string, mistaken: string}[]} rows.shapes of `shapes.tsv` and `glyphs.tsv`
 * @param {{syllable: string}[]} rows.spelling of `syllables.tsv`
 * @param {Uint16Array} syllables
 * @returns {Tables}
 */
export function compileNeighbours({ pairs, threes, shapes, spelling }, syllables) {
  const seen = new Int32Array(1 << (PAIR_BITS - 5));
  for (const { first, seconds } of pairs) {
    for (const second of seconds) {
      const hash = mixed(pairOfCharacters(first.charCodeAt(0), second.charCodeAt(0))) >>> (32 - PAIR_BITS);
      seen[hash >> 5] |= 1 << (hash & 31);
    }
  }
  const { table, characters } = compileThrees(threes);
  return {
    'neighbours.pairs': seen,
    'neighbours.threes': table,
    ...soundsOf(characters, syllables, nearSyllables(spelling)),
    ...shapesOf(shapes),
  };
}

/** The threes of `threes.tsv`, and the power of two of how often each comes. */
export function* threesOf(/** @type {{pair: string, thirds: string}[]} */ rows) {
  for (const { pair, thirds } of rows) {
    for (const cell of thirds.split(' ')) {
      const power = Number.parseInt(cell, 10);
      for (const third of cell.slice(String(power).length)) yield { three: pair + third, power };
    }
  }
}

/** Three characters by their hash: above how often they come, below that what tells them from others with this hash. */
function compileThrees(/** @type {{pair: string, thirds: string}[]} */ rows) {
  const table = new Uint16Array(1 << THREE_BITS);
  const characters = new Set();
  let count = 0;
  for (const { three, power } of threesOf(rows)) {
    const hash = hashOfThree(three.charCodeAt(0), three.charCodeAt(1), three.charCodeAt(2));
    let place = hash >>> (32 - THREE_BITS);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = (power << THREE_MARK_BITS) | (hash & ((1 << THREE_MARK_BITS) - 1));
    count++;
    for (const character of three) characters.add(character);
  }
  if (count > table.length * FULLEST)
    throw new RangeError(`${count} times three: more than there is room for`);
  return { table, characters };
}

/**
 * The characters that may be meant, by the syllable of what is written, those of syllables that many do not tell from it behind its own:
 * `starts` tells where those of each begin.
 */
function soundsOf(
  /** @type {Set<string>} */ characters,
  /** @type {Uint16Array} */ syllables,
  /** @type {number[][]} */ near,
) {
  const bySyllable = Array.from({ length: SYLLABLES }, () => /** @type {number[]} */ ([]));
  for (const character of characters) {
    const syllable = syllables[character.charCodeAt(0)];
    // What has no syllable sounds like nothing.
    if (syllable !== 0 && !ANYWHERE.includes(character)) bySyllable[syllable].push(character.charCodeAt(0));
  }
  const sounds = bySyllable.map((own, syllable) => [
    ...own,
    ...(near[syllable] ?? []).flatMap((other) => bySyllable[other]),
  ]);
  return {
    'neighbours.sounds': Uint16Array.from(sounds.flat()),
    'neighbours.sounds.starts': startsOf(sounds),
  };
}

/** Initials and finals that speakers of many places do not tell apart, as the one and the other begin or end a syllable. */
const NEAR_INITIALS = /** @type {const} */ ([
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['l', 'n'],
]);
const NEAR_FINALS = ['an', 'en', 'in'];

/** By the number of a syllable those of the syllables that are hardly told from it. @param {{syllable: string}[]} rows */
function nearSyllables(rows) {
  const numbers = new Map(rows.map(({ syllable }, i) => [syllable, i + 1]));
  const near = Array.from({ length: SYLLABLES }, () => /** @type {number[]} */ ([]));
  const join = (one, other) => {
    const [first, second] = [numbers.get(one), numbers.get(other)];
    if (first === undefined || second === undefined) return;
    near[first].push(second);
    near[second].push(first);
  };
  for (const { syllable } of rows) {
    for (const [one, other] of NEAR_INITIALS)
      if (syllable.startsWith(one)) join(syllable, other + syllable.slice(one.length));
    for (const final of NEAR_FINALS) if (syllable.endsWith(final)) join(syllable, `${syllable}g`);
  }
  return near;
}

/** The characters that may be meant, by what is written because it looks like them. */
function shapesOf(/** @type {{character: string, mistaken: string}[]} */ rows) {
  const byWritten = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, () => /** @type {number[]} */ ([]));
  for (const { character, mistaken } of rows) {
    for (const written of mistaken)
      byWritten[written.charCodeAt(0) - FIRST_HAN].push(character.charCodeAt(0));
  }
  return {
    'neighbours.shapes': Uint16Array.from(byWritten.flat()),
    'neighbours.shapes.starts': startsOf(byWritten),
  };
}
