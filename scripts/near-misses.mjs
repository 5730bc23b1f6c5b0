/**
 * `node scripts/near-misses.mjs`: writes `rules/wording/data/near-misses.words.tsv`, frequent words with one character put in the
 * place of another that is often mistaken for it. Run again when the misspellings of `forms.words.tsv` or the dictionary change.
 *
 * Which characters are mistaken for which is read from the misspellings themselves (布署 for 部署: 布 for 部), which words are
 * frequent from jieba's dictionary. Left out is what the dictionary has or may cut into words, and what comes about by chance.
 *
 * Of the expressions in `set-expressions.tsv` it writes what is left when a character is lost, and what becomes of them when two
 * neighbours change places.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ANYWHERE as BESIDE_ANYTHING } from '../rules/wording/words/near-miss-keys.mjs';
import { compileSyllables } from './compile-near-misses.mjs';
import { readTables } from './tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(root, 'rules/wording/data/near-misses.words.tsv');
const DICTIONARY = join(root, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8');

/** How often jieba has counted a word that is worth the room, by its length. Of two characters there are too many by chance. */
const FREQUENT = { 3: 300, 4: 60 };
/** Expressions of so many characters at least are told of when one of them is lost. */
const LOSES = 5;
/** Expressions of so many are several words, in each of which two characters may change places: they are left to those. */
const LONG = 9;
/** What stands beside anything: put in by mistake it makes other words. */
const ANYWHERE = '在再的地得了其一二十是不己已人';
/** Tags of names. */
const NAME = /^n[rstz]/;
/** A part of a word that is a word itself from this frequency on, so that the near miss may be two words. */
const COMMON = 100;

const tables = await readTables(root);
const forms = tables.find(({ room, name }) => room === 'wording' && name === 'forms.words').rows;

/** By character: those that stand for it in misspellings. */
const mistaken = new Map();
for (const { wrong, right, kind } of forms) {
  if (kind !== 'typo' || wrong.length !== right.length) continue;
  const apart = [...wrong].flatMap((char, i) => (char === right[i] ? [] : [i]));
  if (apart.length !== 1) continue;
  const of = right[apart[0]];
  mistaken.set(of, (mistaken.get(of) ?? new Set()).add(wrong[apart[0]]));
}

const words = new Map();
for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
  const [word, frequency, tag] = line.split(' ');
  if (word) words.set(word, { frequency: Number(frequency), tag });
}
const isCommon = (part) => (words.get(part)?.frequency ?? 0) >= COMMON;

const listOf = (table, column) =>
  tables
    .find(({ room, name }) => room === 'wording' && name === table)
    .rows.flatMap((row) => row[column].split(' '));
const byChance = new Set(listOf('by-chance', 'forms'));
/** What only sounds like a phrase of this table is found without a row. */
const phrases = new Set(listOf('phrases', 'phrases'));
const syllables = compileSyllables(tables.find(({ name }) => name === 'syllables').rows);
const soundAlike = (a, b) =>
  syllables[a.charCodeAt(0)] !== 0 &&
  syllables[a.charCodeAt(0)] === syllables[b.charCodeAt(0)] &&
  !BESIDE_ANYTHING.includes(a) &&
  !BESIDE_ANYTHING.includes(b);
const known = forms.map(({ wrong }) => wrong);
const rows = new Map();
for (const [word, { frequency, tag }] of words) {
  if (!(frequency >= FREQUENT[word.length]) || NAME.test(tag) || !/^[\u4e00-\u9fff]+$/.test(word)) continue;
  for (let i = 0; i < word.length; i++) {
    for (const char of mistaken.get(word[i]) ?? []) {
      const wrong = word.slice(0, i) + char + word.slice(i + 1);
      if (phrases.has(word) && soundAlike(char, word[i])) continue;
      if (ANYWHERE.includes(char) || words.has(wrong) || byChance.has(wrong)) continue;
      if (known.some((form) => wrong.includes(form))) continue;
      const halves = wrong.length === 4 && words.has(wrong.slice(0, 2)) && words.has(wrong.slice(2));
      const rest = i === 0 ? wrong.slice(1) : i === wrong.length - 1 ? wrong.slice(0, -1) : '';
      if (halves || (wrong.length === 3 && isCommon(rest))) continue;
      rows.set(wrong, { right: word });
    }
  }
}

/** By what common words begin with: the characters that go on; by what they end with: those before it. */
const onward = new Map();
const ahead = new Map();
for (const word of words.keys()) {
  if (!isCommon(word)) continue;
  for (let i = 1; i < word.length; i++) {
    add(onward, word.slice(0, i), word[i]);
    add(ahead, word.slice(i), word[i - 1]);
  }
}
function add(map, part, char) {
  map.set(part, (map.get(part) ?? new Set()).add(char));
}

const expressions = listOf('set-expressions', 'expressions');
const right = [...expressions, ...byChance];
for (const expression of expressions) {
  for (let i = 0; i < expression.length; i++) {
    const [before, char, next, behind] = [
      expression.slice(0, i),
      expression[i],
      expression[i + 1],
      expression.slice(i + 2),
    ];
    if (next !== undefined && expression.length < LONG) consider(before + next + char + behind, expression);
    // What is left of the first and the last character may belong to a neighbour, and a word left out to the writer.
    if (i > 0 && next !== undefined && expression.length >= LOSES)
      consider(before + next + behind, expression);
  }
}

/** Enters a wrong form, unless words make it up: such a one is no slip. */
function consider(wrong, expression) {
  if (!isMadeOfWords(wrong) && !right.some((other) => other.includes(wrong)))
    rows.set(wrong, { right: expression, level: 'warning', unless: neighbours(wrong).join('|') });
}

/** The neighbourhoods in which words make it up, of which the first begins before it or the last ends behind it: 把招商引资作|为要务, 健|全从严治党. */
function neighbours(text) {
  const found = [];
  for (let from = 0; from < text.length; from++) {
    const before = from === 0 ? '' : oneOf(ahead.get(text.slice(0, from)));
    for (let to = text.length; to > from; to--) {
      const behind = to === text.length ? '' : oneOf(onward.get(text.slice(to)));
      if (before !== undefined && behind !== undefined && isMadeOfWords(text.slice(from, to)))
        found.push(`${before}～${behind}`);
    }
  }
  return found;
}
function oneOf(characters) {
  const han = [...(characters ?? [])].filter((char) => /[\u4e00-\u9fff]/.test(char));
  return han.length > 0 ? `[${han.sort().join('')}]` : undefined;
}

/** Whether words of two characters and more make it up. */
function isMadeOfWords(text) {
  if (text === '') return true;
  for (let length = 2; length <= text.length; length++)
    if (words.has(text.slice(0, length)) && isMadeOfWords(text.slice(length))) return true;
  return false;
}

const COLUMNS = 'wrong right kind level only unless note source flag keep'.split(' ');
const lines = [...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([wrong, said]) => {
    const row = { wrong, ...said, kind: 'near-miss', source: 'scripts/near-misses.mjs' };
    return COLUMNS.map((column) => row[column] ?? '').join('\t');
  });
writeFileSync(
  OUT,
  `# Made by scripts/near-misses.mjs: not written by hand.\n${COLUMNS.join('\t')}\n${lines.join('\n')}\n`,
);
console.log(`${rows.size} near misses`);
