/** The words of the dictionary: jieba's own and ours, with the weight and tag of each. */
import { naturalLogarithm } from './logarithm.mjs';

/** The characters at which cppjieba cuts before it looks at words; no word can contain one. */
const SEPARATORS = /[ \t\n，。]/u;

/**
 * @typedef {{ word: string, frequency: number, tag: string }} Entry
 * @typedef {{ entries: Map<string, Entry>, total: number, least: number }} Base
 *   `total`: sum of all frequencies, to which jieba relates each; `least`: the smallest, which jieba gives
 *   to characters it does not know
 */

/** @returns {Base} */
export function parseDictionary(content) {
  const entries = new Map();
  let total = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const line of content.toString('utf8').split('\n')) {
    if (!line) continue;
    const [word, count, tag] = line.split(' ');
    const frequency = Number(count);
    if (!word || !(frequency > 0) || !tag) throw new Error(`words: strange dictionary line: ${line}`);
    entries.set(word, { word, frequency, tag }); // of doubled words the last one counts, as in cppjieba
    total += frequency;
    least = Math.min(least, frequency);
  }
  return { entries, total, least };
}

/**
 * Our words with their frequencies.
 * @param {Base} base
 * @returns {Entry[]}
 */
export function parseUserWords(text, base) {
  const tags = new Set([...base.entries.values()].map(({ tag }) => tag));
  const rows = [];
  const seen = new Set();
  text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim() || line.startsWith('#')) return;
    const [word = '', tag = '', count = ''] = line.split('\t').map((cell) => cell.trim());
    if (word === 'word' && tag === 'tag') return;
    const fail = (why) => {
      throw new Error(`words: language/text/data/user-words.tsv, line ${index + 1}: ${why}: ${line}`);
    };
    if ([...word].length < 2) fail('a word has two characters or more');
    if (SEPARATORS.test(word)) fail('a word cannot contain spaces, ， or 。');
    if (!tags.has(tag)) fail('the tag is none of the main dictionary’s');
    if (count && !/^[1-9]\d*$/.test(count)) fail('the frequency is a whole number above 0, or blank');
    if (seen.has(word)) fail('the word is there twice');
    seen.add(word);
    rows.push({ word, tag, frequency: Number(count) });
  });

  // Blank frequencies, shorter words first: a longer word must outweigh the shorter ones that it contains.
  const known = new Map([...base.entries].map(([word, { frequency }]) => [word, frequency]));
  rows.sort((a, b) => a.word.length - b.word.length || (a.word < b.word ? -1 : 1));
  for (const row of rows) {
    row.frequency ||= leastFrequencyOfOneWord(row.word, known, base);
    known.set(row.word, row.frequency);
  }
  return rows;
}

/**
 * The smallest frequency at which `word`, standing alone, is one word rather than its likeliest pieces: what
 * jieba calls `suggest_freq`. Never below the frequency that the dictionary has for it already.
 */
function leastFrequencyOfOneWord(word, known, { total, least }) {
  const characters = [...word];
  const n = characters.length;
  // best[i]: the largest product of relative frequencies over all ways to cut what follows character i
  const best = new Float64Array(n + 1);
  best[n] = 1;
  for (let from = n - 1; from >= 0; from--) {
    for (let to = from + 1; to <= n; to++) {
      if (to - from === n) continue; // the word itself
      const frequency = known.get(characters.slice(from, to).join('')) ?? (to === from + 1 ? least : 0);
      best[from] = Math.max(best[from], (frequency / total) * best[to]);
    }
  }
  return Math.max(Math.floor(best[0] * total) + 1, known.get(word) ?? 0);
}

/**
 * All words in order of their UTF-16 units, each with the number of its value: a pair of weight and tag, of
 * which there are few. Value 0 is that of a character which is no word.
 *
 * @param {Base} base
 * @param {Entry[]} user
 */
export function mergeWords(base, user) {
  const entries = new Map(base.entries);
  for (const entry of user) entries.set(entry.word, entry);
  const words = [...entries.keys()].sort();

  const keyOf = ({ frequency, tag }) => `${frequency} ${tag}`;
  const distinct = new Map();
  for (const entry of entries.values()) distinct.set(keyOf(entry), entry);
  // By frequency: the values of common words then share cache lines.
  const sorted = [...distinct.values()].sort(
    (a, b) => b.frequency - a.frequency || (a.tag < b.tag ? -1 : Number(a.tag > b.tag)),
  );
  if (sorted.length >= 0xffff) throw new Error('words: too many pairs of weight and tag for 16 bits');
  const numberOf = new Map(sorted.map((entry, index) => [keyOf(entry), index + 1]));

  const tags = ['x', ...new Set(sorted.map(({ tag }) => tag).filter((tag) => tag !== 'x'))];
  const unknown = { frequency: base.least, tag: 'x' };
  const values = [unknown, ...sorted].map(({ frequency, tag }) => ({
    weight: naturalLogarithm(frequency / base.total),
    tag: tags.indexOf(tag),
  }));
  const valueOfWord = words.map((word) => numberOf.get(keyOf(entries.get(word))));
  return { words, valueOfWord, values, tags };
}
