/**
 * `npm run neighbours -- DIR…`: writes `rules/wording/data/pairs.tsv` and `threes.tsv`, which characters public documents put beside each
 * other, two and three of them. Run again when there are more documents to count in; DIR are folders of plain text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsBelow } from './texts-below.mjs';

const DATA = join(dirname(fileURLToPath(import.meta.url)), '../rules/wording/data');

/** What stands once may be a slip of its own. */
const LEAST_PAIR = 2;
/** Three are usual where so many documents have them. */
const LEAST_DOCUMENTS = 5;
/** A line that comes again in another document is counted once, if it is so long that it was copied. */
const COPIED = 20;

const FIRST = 0x4e00;
const BASE = 0x8000;

/** The runs of Han characters of all documents, each with the number of its document. @type {[run: string, document: number][]} */
const runs = [];
const lines = new Set();
for (const [document, file] of process.argv
  .slice(2)
  .flatMap((path) => [...textsBelow(path)])
  .entries()) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.length > COPIED && lines.has(line)) continue;
    lines.add(line);
    for (const [run] of line.matchAll(/[\u4e00-\u9fff]{2,}/g)) runs.push([run, document]);
  }
}

/** So many characters in a row, how often and in how many documents: by the characters. @param {number} length */
function* counted(length) {
  const places = runs.reduce((sum, [run]) => sum + Math.max(0, run.length - length + 1), 0);
  const all = new Float64Array(places);
  let number = 0;
  for (const [run, document] of runs) {
    for (let at = 0; at + length <= run.length; at++) {
      let key = 0;
      for (let i = 0; i < length; i++) key = key * BASE + run.charCodeAt(at + i) - FIRST;
      // Documents are told apart as far as it matters here.
      all[number++] = key * 256 + (document & 255);
    }
  }
  all.sort();
  for (let at = 0; at < places; ) {
    const key = Math.floor(all[at] / 256);
    let [times, documents, last] = [0, 0, -1];
    for (; at < places && Math.floor(all[at] / 256) === key; at++, times++) {
      if (all[at] !== last) documents++;
      last = all[at];
    }
    const characters = Array.from({ length }, (_, i) =>
      String.fromCharCode(FIRST + (Math.floor(key / BASE ** (length - 1 - i)) % BASE)),
    );
    yield { characters: characters.join(''), times, documents };
  }
}

/** @template Key @param {Map<Key, string>} map @param {Key} key @param {string} characters */
const append = (map, key, characters) => map.set(key, (map.get(key) ?? '') + characters);

/** @type {Map<string, string>} */
const seconds = new Map();
for (const { characters, times } of counted(2)) {
  if (times >= LEAST_PAIR) append(seconds, characters[0], characters[1]);
}
write(
  'pairs.tsv',
  'Characters that public documents have beside each other: one, and all that stand behind it.',
  ['first\tseconds', ...[...seconds].map((row) => row.join('\t'))],
);

/** By the first two of three characters, those behind them by how often they stand there. @type {Map<string, Map<number, string>>} */
const thirds = new Map();
for (const { characters, times, documents } of counted(3)) {
  if (documents < LEAST_DOCUMENTS) continue;
  const pair = characters.slice(0, 2);
  if (!thirds.has(pair)) thirds.set(pair, new Map());
  append(thirds.get(pair), Math.round(Math.log2(times)), characters[2]);
}
const byPower = (/** @type {Map<number, string>} */ map) =>
  [...map].map(([power, all]) => power + all).join(' ');
write(
  'threes.tsv',
  'Three characters that public documents have in a row: two, and those behind them, which come so many times (a power of two).',
  ['pair\tthirds', ...[...thirds].map(([pair, map]) => `${pair}\t${byPower(map)}`)],
);

/** @param {string} name @param {string} title @param {string[]} rows */
function write(name, title, rows) {
  writeFileSync(
    join(DATA, name),
    `# Made by scripts/neighbours.mjs: not written by hand.\n# ${title}\n${rows.join('\n')}\n`,
  );
  console.log(name, rows.length - 1);
}
