/** The dictionaries with which names/worker.ts loads nodejieba itself. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../write-whole.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Lists that names/worker.ts reads beside the dictionaries. */
export const NAMES_LISTS = ['places.tsv', 'not-names.tsv'].map((name) => join(ROOT, 'names/data', name));

/** How many of the most frequent words nodejieba gets for recognising names. */
const NAMES_COMMON_WORDS = 80_000;
/**
 * People, places and organisations are kept beyond that from this frequency on; 3 is what jieba gives to
 * words that it has never counted.
 */
const NAMES_RARE_FREQUENCY = 4;

/** Words that jieba tags as people (nr, nrt, nrfg), places (ns) and organisations (nt). */
const NAME_TAG = /^n[rst]/;

/**
 * nodejieba loads a hash map per trie node, twice: 349,000 words take a second and 240 MB. The frequent ones
 * and the names do for recognising names, in a fraction of both.
 */
export function writeNames(folder, { base, user, hmmModel, digest }) {
  const byFrequency = [...base.entries.values()].sort(
    (a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1),
  );
  const kept = byFrequency.filter(
    ({ frequency, tag }, index) =>
      index < NAMES_COMMON_WORDS || (NAME_TAG.test(tag) && frequency >= NAMES_RARE_FREQUENCY),
  );
  const line = ({ word, frequency, tag }) => `${word} ${frequency} ${tag}\n`;
  const files = {
    'jieba.dict.utf8': kept.map(line).join(''),
    'hmm_model.utf8': hmmModel,
    'user.dict.utf8': user.map(line).join(''),
    // Only keyword extraction reads these two. cppjieba aborts the process when one of them is empty.
    'idf.utf8': '的 1.0\n',
    'stop_words.utf8': '的\n',
  };
  for (const [name, content] of Object.entries(files)) writeWhole(join(folder, name), content);
  for (const list of NAMES_LISTS) writeWhole(join(folder, basename(list)), readFileSync(list));
  const manifest = { inputs: digest.toString('hex'), words: kept.length, userWords: user.length };
  writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
