// Compiles the word dictionaries at build time.
//
//   dist/words.bin   the segmenter's dictionary: nodejieba's own words and our official vocabulary as one
//                    double-array trie, read at run time by language/text/words.ts
//   dist/names/      the dictionaries with which names/worker.ts loads nodejieba itself
//
// The same inputs give the same bytes on every machine. Formats: docs/development/words-and-names.md.
// Long for a file here: writing the double array is one algorithm with one set of arrays, and the build alone runs it.
// Run by itself (`node scripts/build-words.mjs`) or through `buildWords` from the bundler's script.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const USER_WORDS = join(ROOT, 'language/text/data/user-words.tsv');
/** Lists that names/worker.ts reads beside the dictionaries. */
const NAMES_LISTS = ['places.tsv', 'not-names.tsv'].map((name) => join(ROOT, 'names/data', name));

/** nodejieba's files that we compile, with the SHA-256 of the version pinned in package.json. */
const SOURCES = {
  'jieba.dict.utf8': '3043b77068e09c9904f27cad82f12b6ebe9dbdb5aeff3b25e45ab7f9c1122b55',
  'hmm_model.utf8': 'f17790586ac86dd048c8adffed052c4bd2b28ed0682972c1275e59040c0589a7',
};
const DICTIONARY_FOLDER = 'submodules/cppjieba/dict';

/** The characters at which cppjieba cuts before it looks at words; no word can contain one. */
const SEPARATORS = /[ \t\n，。]/u;

/** Layout of words.bin; language/text/words.ts reads the same numbers. */
const MAGIC = 'GWWORDS1';
const FORMAT_VERSION = 1;
const HEADER_BYTES = 64;

/**
 * Slots tried for a family of the trie before the next one of its size starts where it was put. More packs
 * better and takes longer: 2,000 save 7 % of the file and double the time.
 */
const PATIENCE = 64;

/** How many of the most frequent words nodejieba gets for recognising names. */
const NAMES_COMMON_WORDS = 80_000;
/**
 * People, places and organisations are kept beyond that from this frequency on; 3 is what jieba gives to
 * words that it has never counted.
 */
const NAMES_RARE_FREQUENCY = 4;

// ---------------------------------------------------------------------------------------------------------
// Face

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
  writeNames(namesDir, base, user, sources['hmm_model.utf8'], digest);
  const fill = Math.round((100 * trie.nodes) / trie.slots);
  log(
    `words: ${dictionary.words.length} words (${user.length} of ours) in ${(bytes.length / 1e6).toFixed(1)} MB, ` +
      `${fill} % full, ${Math.round(performance.now() - started)} ms`,
  );
  return { skipped: false, outFile, namesDir };
}

// ---------------------------------------------------------------------------------------------------------
// Freshness

/** One digest over all that determines the output: this script, our words and (by their pinned sums) jieba's. */
function inputDigest(userText) {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update('\0').update(userText);
  for (const list of NAMES_LISTS) hash.update('\0').update(readFileSync(list));
  return hash.digest();
}

function isFresh(outFile, namesDir, digest) {
  try {
    const header = readFileSync(outFile).subarray(0, HEADER_BYTES);
    const { inputs } = JSON.parse(readFileSync(join(namesDir, 'manifest.json'), 'utf8'));
    return header.subarray(48, 64).equals(digest.subarray(0, 16)) && inputs === digest.toString('hex');
  } catch {
    return false;
  }
}

/** Writes under another name first, so that a reader or an interrupted build never meets half a file. */
function writeWhole(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, file);
}

// ---------------------------------------------------------------------------------------------------------
// nodejieba's files

/**
 * nodejieba's dictionary files: from node_modules, or, where its addon did not compile (npm then leaves the
 * optional package out), from its npm tarball, kept in the user's cache.
 *
 * @returns {Record<keyof typeof SOURCES, Buffer>}
 */
function readSources(log) {
  const installed = join(ROOT, 'node_modules/nodejieba', DICTIONARY_FOLDER);
  const version = pinnedVersion();
  const cached = join(cacheFolder(), `nodejieba-${version}`);
  let folder = installed;
  if (!hasSources(installed)) {
    folder = cached;
    if (!hasSources(cached)) {
      log(`words: nodejieba is not installed here; taking its dictionary from the npm package ${version}`);
      fetchSources(version, cached);
    }
  }
  const files = {};
  for (const [name, expected] of Object.entries(SOURCES)) {
    const content = readFileSync(join(folder, name));
    const actual = createHash('sha256').update(content).digest('hex');
    if (actual !== expected) {
      throw new Error(
        `words: ${join(folder, name)} is not the file of nodejieba ${version} (SHA-256 ${actual}, expected ` +
          `${expected}). Reinstall nodejieba, or, after a wanted upgrade, update SOURCES in scripts/build-words.mjs.`,
      );
    }
    files[name] = content;
  }
  return files;
}

const hasSources = (folder) => Object.keys(SOURCES).every((name) => existsSync(join(folder, name)));

function pinnedVersion() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = manifest.optionalDependencies?.nodejieba;
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) {
    throw new Error(`words: package.json must pin nodejieba to one exact version; it says ${version}`);
  }
  return version;
}

function cacheFolder() {
  const root = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache');
  return join(root, 'gongwen-lint');
}

/** Takes the files out of the npm tarball. `npm pack` runs no script of the package and builds nothing. */
function fetchSources(version, folder) {
  const download = `${folder}.download-${process.pid}`;
  mkdirSync(download, { recursive: true });
  try {
    execFileSync('npm', ['pack', `nodejieba@${version}`, '--ignore-scripts', '--silent'], {
      cwd: download,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32', // npm is a .cmd there
    });
    const [archive] = readdirSync(download).filter((name) => name.endsWith('.tgz'));
    const wanted = Object.keys(SOURCES);
    mkdirSync(folder, { recursive: true });
    for (const { path, content } of tarEntries(gunzipSync(readFileSync(join(download, archive))))) {
      const name = wanted.find((each) => path === `package/${DICTIONARY_FOLDER}/${each}`);
      if (name) writeWhole(join(folder, name), content);
    }
    if (!hasSources(folder)) throw new Error(`the tarball lacks ${wanted.join(' or ')}`);
  } catch (error) {
    const detail = String(error.stderr ?? '').trim() || error.message;
    throw new Error(
      `words: could not get the dictionary of nodejieba ${version} with npm pack: ${detail}\n` +
        `Install nodejieba, or put ${Object.keys(SOURCES).join(' and ')} of that version into ${folder}.`,
    );
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}

/** The regular files of a ustar archive. npm's tarballs need neither long names nor links. */
function* tarEntries(archive) {
  const field = (block, from, to) => block.toString('latin1', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length; ) {
    const header = archive.subarray(at, at + 512);
    const name = field(header, 0, 100);
    if (!name) return;
    const prefix = field(header, 345, 500);
    const size = Number.parseInt(field(header, 124, 136).trim() || '0', 8);
    const type = field(header, 156, 157);
    const path = prefix ? `${prefix}/${name}` : name;
    if (type === '' || type === '0') yield { path, content: archive.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

// ---------------------------------------------------------------------------------------------------------
// Words

/**
 * @typedef {{ word: string, frequency: number, tag: string }} Entry
 * @typedef {{ entries: Map<string, Entry>, total: number, least: number }} Base
 *   `total`: sum of all frequencies, to which jieba relates each; `least`: the smallest, which jieba gives
 *   to characters it does not know
 */

/** @returns {Base} */
function parseDictionary(content) {
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
function parseUserWords(text, base) {
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
function mergeWords(base, user) {
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

/**
 * The natural logarithm, correctly rounded. `Math.log` and C's `log` differ in the last bit between engines
 * and platforms; jieba decides ties between equally frequent words by that bit, and the file should come out
 * the same everywhere. 160-bit fixed point leaves no doubt about the rounding of a 53-bit result.
 */
export function naturalLogarithm(x) {
  const BITS = 160n;
  const ONE = 1n << BITS;
  // 2·artanh(p/q) = 2·(z + z³/3 + z⁵/5 + …) with z = p/q
  const twiceArtanh = (p, q) => {
    const z = (p << BITS) / q;
    const square = (z * z) >> BITS;
    let sum = 0n;
    for (let power = z, k = 1n; power !== 0n && power !== -1n; power = (power * square) >> BITS, k += 2n) {
      sum += power / k;
    }
    return 2n * sum;
  };
  // x = mantissa·2^exponent with 0.7 < mantissa ≤ 1.4, so that the series converges fast; all steps exact
  let mantissa = x;
  let exponent = 0;
  for (; mantissa <= 0.7; mantissa *= 2) exponent--;
  for (; mantissa > 1.4; mantissa /= 2) exponent++;
  const scaled = BigInt(mantissa * 2 ** 60);
  const unit = 1n << 60n;
  const sum = twiceArtanh(scaled - unit, scaled + unit) + BigInt(exponent) * twiceArtanh(1n, 3n);
  return Number(sum) / Number(ONE);
}

// ---------------------------------------------------------------------------------------------------------
// The double-array trie

/**
 * Packs the trie of all words into cells of two 32-bit numbers:
 *
 *   cells[2·s]      where the children of slot s begin (0: it has none)
 *   cells[2·s + 1]  high half: the code of the unit that leads into slot s (0: the slot is free);
 *                   low half: the value of the word that ends there (0: none)
 *
 * A child by code c stands at slot base + c. No two slots have the same base, so the code alone tells whose
 * child a slot is, and it fits into 16 bits beside the value where a parent’s number would not. The children
 * of the root stand at slots 1…alphabet, where nothing else may, so the first step needs no check.
 */
function packTrie({ words, valueOfWord }) {
  const { alphabet, codeOf } = countAlphabet(words);
  const nodes = trieNodes(words, valueOfWord, codeOf);
  const rootEnd = alphabet.length + 1;

  const capacity = rootEnd + nodes.count * 2 + 0x10000;
  const cells = new Int32Array(2 * capacity);
  const baseTaken = new Uint8Array(capacity);
  const slotOf = new Int32Array(nodes.count);
  // Free slots as a list: nextFree[s] is the free slot after s, so that full regions are never walked again.
  const nextFree = new Int32Array(capacity + 1);
  for (let s = 0; s <= capacity; s++) nextFree[s] = s + 1;
  const isFree = new Uint8Array(capacity).fill(1, rootEnd);

  let slots = rootEnd;
  const put = (node, base) => {
    for (let child = nodes.first[node]; child < nodes.end[node]; child++) {
      const slot = base + nodes.code[child];
      slotOf[child] = slot;
      isFree[slot] = 0;
      cells[2 * slot + 1] = (nodes.code[child] << 16) | nodes.value[child];
      if (slot >= slots) slots = slot + 1;
    }
  };
  put(0, 0);

  // The largest families first, while there is room; single children fill the gaps at the end.
  const parents = [];
  for (let node = 1; node < nodes.count; node++) if (nodes.end[node] > nodes.first[node]) parents.push(node);
  const family = (node) => nodes.end[node] - nodes.first[node];
  parents.sort((a, b) => family(b) - family(a) || a - b);

  let head = rootEnd; // no free slot stands before it
  let hint = rootEnd; // where the search for a family of the current size begins
  let size = 0;
  const bases = new Int32Array(nodes.count);
  for (const node of parents) {
    if (family(node) !== size) {
      size = family(node);
      hint = head;
    }
    const first = nodes.first[node];
    const end = nodes.end[node];
    const leastCode = nodes.code[first];
    let tried = 0;
    let before = -1; // the first free slot met
    for (let slot = hint; ; slot = nextFree[slot]) {
      // Take slots that have been filled meanwhile out of the list.
      while (!isFree[nextFree[slot]] && nextFree[slot] < capacity) nextFree[slot] = nextFree[nextFree[slot]];
      if (!isFree[slot]) continue;
      if (before < 0) before = slot;
      const base = slot - leastCode;
      tried++;
      if (base < 1 || baseTaken[base]) continue;
      let child = first + 1;
      while (child < end && isFree[base + nodes.code[child]]) child++;
      if (child < end) continue;
      baseTaken[base] = 1;
      bases[node] = base;
      put(node, base);
      // Single children fit anywhere; a larger family that has met many misfits leaves them to smaller ones.
      hint = tried > PATIENCE && size > 1 ? slot : before;
      break;
    }
    while (!isFree[head] && head < capacity) head = nextFree[head];
  }
  for (const node of parents) cells[2 * slotOf[node]] = bases[node];

  // A reader adds any code to any base, so the array goes on for one alphabet beyond the last base.
  slots = Math.max(slots, bases.reduce((most, base) => Math.max(most, base), 0) + rootEnd);
  return { alphabet, cells: cells.subarray(0, 2 * slots), slots, nodes: nodes.count - 1 };
}

/** UTF-16 units in use, the most frequent first: with small codes, families are narrow and pack well. */
function countAlphabet(words) {
  const counts = new Uint32Array(0x10000);
  for (const word of words) for (let i = 0; i < word.length; i++) counts[word.charCodeAt(i)]++;
  const alphabet = [];
  counts.forEach((count, unit) => {
    if (count) alphabet.push(unit);
  });
  alphabet.sort((a, b) => counts[b] - counts[a] || a - b);
  const codeOf = new Uint16Array(0x10000);
  alphabet.forEach((unit, index) => {
    codeOf[unit] = index + 1;
  });
  return { alphabet, codeOf };
}

/** The trie, level by level, as flat arrays: the children of a node lie side by side, in order of their codes. */
function trieNodes(words, valueOfWord, codeOf) {
  const most = words.reduce((sum, word) => sum + word.length, 1);
  const code = new Uint16Array(most);
  const value = new Uint16Array(most);
  const first = new Int32Array(most);
  const end = new Int32Array(most);
  const from = new Int32Array(most); // the words below a node are words[from … to)
  const to = new Int32Array(most);
  const depth = new Uint8Array(most);
  to[0] = words.length;
  let count = 1;
  for (let node = 0; node < count; node++) {
    let w = from[node];
    const level = depth[node];
    if (words[w].length === level) value[node] = valueOfWord[w++]; // the shortest word comes first
    const children = [];
    while (w < to[node]) {
      const unit = words[w].charCodeAt(level);
      const start = w;
      while (w < to[node] && words[w].charCodeAt(level) === unit) w++;
      children.push({ code: codeOf[unit], from: start, to: w });
    }
    children.sort((a, b) => a.code - b.code);
    first[node] = count;
    for (const child of children) {
      code[count] = child.code;
      from[count] = child.from;
      to[count] = child.to;
      depth[count] = level + 1;
      count++;
    }
    end[node] = count;
  }
  return { count, code, value, first, end };
}

/** The bytes of words.bin; the layout is described in docs/development/words-and-names.md. */
function encode({ words, values, tags }, { alphabet, cells, slots }, digest) {
  const tagNames = Buffer.from(tags.join('\n'), 'latin1');
  const weightsAt = HEADER_BYTES;
  const cellsAt = weightsAt + 8 * values.length;
  const alphabetAt = cellsAt + 8 * slots;
  const valueTagsAt = alphabetAt + 2 * alphabet.length;
  const tagNamesAt = valueTagsAt + values.length;
  const size = Math.ceil((tagNamesAt + tagNames.length) / 8) * 8;

  const bytes = Buffer.alloc(size);
  bytes.write(MAGIC, 0, 'latin1');
  const fields = [
    FORMAT_VERSION,
    0,
    size,
    words.length,
    values.length,
    slots,
    alphabet.length,
    tagNames.length,
  ];
  fields.forEach((field, index) => {
    bytes.writeUInt32LE(field, 8 + 4 * index);
  });
  digest.copy(bytes, 48, 0, 16);

  values.forEach(({ weight, tag }, index) => {
    bytes.writeDoubleLE(weight, weightsAt + 8 * index);
    bytes[valueTagsAt + index] = tag;
  });
  for (let i = 0; i < cells.length; i++) bytes.writeInt32LE(cells[i], cellsAt + 4 * i);
  alphabet.forEach((unit, index) => {
    bytes.writeUInt16LE(unit, alphabetAt + 2 * index);
  });
  tagNames.copy(bytes, tagNamesAt);
  bytes.writeUInt32LE(checksum(bytes), 12);
  return bytes;
}

/** FNV-1a over the 32-bit numbers after the header. */
function checksum(bytes) {
  let sum = 0x811c9dc5;
  for (let at = HEADER_BYTES; at < bytes.length; at += 4)
    sum = Math.imul(sum ^ bytes.readInt32LE(at), 0x01000193);
  return sum >>> 0;
}

// ---------------------------------------------------------------------------------------------------------
// Dictionaries for recognising names

/** Words that jieba tags as people (nr, nrt, nrfg), places (ns) and organisations (nt). */
const NAME_TAG = /^n[rst]/;

/**
 * nodejieba loads a hash map per trie node, twice: 349,000 words take a second and 240 MB. The frequent ones
 * and the names do for recognising names, in a fraction of both.
 */
function writeNames(folder, base, user, hmmModel, digest) {
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

// ---------------------------------------------------------------------------------------------------------

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    // Lines on stdout are what this command is for.
    buildWords({ force: process.argv.includes('--force'), log: (line) => console.log(line) });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
