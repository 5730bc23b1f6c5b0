// Compiles the word dictionaries at build time.
//
//   dist/words.bin   the segmenter's dictionary: nodejieba's own words and our official vocabulary as one
//                    double-array trie, read at run time by language/text/words.ts
//   dist/names/      the dictionaries with which names/worker.ts loads nodejieba itself
//
// The same inputs give the same bytes on every machine. Formats: docs/development/words-and-names.md.
// Each step is a file of `words/`: where the words come from, what each is worth, the trie, the bytes.
// Run by itself (`node scripts/build-words.mjs`) or through `buildWords` from the bundler's script.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packTrie } from './words/double-array.mjs';
import { NAMES_LISTS, writeNames } from './words/names-files.mjs';
import { readSources } from './words/sources.mjs';
import { mergeWords, parseDictionary, parseUserWords } from './words/vocabulary.mjs';
import { encode, isMadeFrom } from './words/words-file.mjs';
import { writeWhole } from './write-whole.mjs';

const SCRIPTS = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(SCRIPTS, '..');
const USER_WORDS = join(ROOT, 'language/text/data/user-words.tsv');

/**
 * Builds `outFile` and, beside it, the folder `names/`; does nothing when they are there already and were
 * made from the same inputs.
 *
 * @param {{ outFile?: string, namesDir?: string, force?: boolean, log?: (line: string) => void }} [options]
 * @returns {{ skipped: boolean, outFile: string, namesDir: string }}
 * @throws {Error} with a message to show when the dictionary cannot be found, fetched or trusted
 */
export function buildWords(options = {}) {
  const outFile = resolve(options.outFile ?? join(ROOT, 'dist/words.bin'));
  const namesDir = resolve(options.namesDir ?? join(dirname(outFile), 'names'));
  const log = options.log ?? (() => {});

  const userText = readFileSync(USER_WORDS, 'utf8');
  const digest = inputDigest(userText);
  if (!options.force && isFresh(outFile, namesDir, digest)) {
    log('words: up to date');
    return { skipped: true, outFile, namesDir };
  }

  const started = performance.now();
  const sources = readSources(log);
  const base = parseDictionary(sources['jieba.dict.utf8']);
  const user = parseUserWords(userText, base);
  const dictionary = mergeWords(base, user);
  const trie = packTrie(dictionary);
  const bytes = encode(dictionary, trie, digest);

  writeWhole(outFile, bytes);
  writeNames(namesDir, { base, user, hmmModel: sources['hmm_model.utf8'], digest });
  const fill = Math.round((100 * trie.nodes) / trie.slots);
  log(
    `words: ${dictionary.words.length} words (${user.length} of ours) in ${(bytes.length / 1e6).toFixed(1)} MB, ` +
      `${fill} % full, ${Math.round(performance.now() - started)} ms`,
  );
  return { skipped: false, outFile, namesDir };
}

/** One digest over all that determines the output: the steps, our words and (by their pinned sums) jieba's. */
function inputDigest(userText) {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(SCRIPTS, 'build-words.mjs')));
  for (const step of readdirSync(join(SCRIPTS, 'words')).sort()) {
    hash.update('\0').update(readFileSync(join(SCRIPTS, 'words', step)));
  }
  hash.update('\0').update(userText);
  for (const list of NAMES_LISTS) hash.update('\0').update(readFileSync(list));
  return hash.digest();
}

function isFresh(outFile, namesDir, digest) {
  try {
    const { inputs } = JSON.parse(readFileSync(join(namesDir, 'manifest.json'), 'utf8'));
    return isMadeFrom(readFileSync(outFile), digest) && inputs === digest.toString('hex');
  } catch {
    return false;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    // Lines on stdout are what this command is for.
    buildWords({ force: process.argv.includes('--force'), log: (line) => console.log(line) });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
