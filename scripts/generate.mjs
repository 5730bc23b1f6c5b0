/**
 * Writes `generated/`: what the engine holds as data. Run by everything that needs it (build, check, tests); takes a moment, and
 * leaves alone what has not changed.
 *
 * - `families.ts`  the rules of every family: each folder of `rules/` that has an `index.ts`
 * - `pages.ts`     the rule pages, and those of the rules about Word documents; `pages.json` is the same for bundles that read a file
 * - `english.json` the English of what rules are called and of what they say, for `english/phrasebook.ts`
 * - `lexicon.ts`   the lists of words: all `data/*.lexicon.tsv`, `data/*.words.tsv` and `data/*.pairs.tsv` of `language/` and `rules/`
 * - `packed.ts`    these words, the automaton over them, and other tables as they are used; `packed.bin` is the same for bundles that
 *   read a file, `layout.ts` says where each begins
 * - `<room>-<list>.ts`   the rules of every `data/<list>.words.tsv`, whose wrong forms join the automaton as the list `<room>.<list>`;
 *   their rows are packed, as those of other long tables are (`packed` in a schema)
 * - `<room>-<table>.ts`  the rows of every other `data/<table>.tsv`
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicon } from './compile-lexicon.mjs';
import { compileNearMisses, compileSyllables } from './compile-near-misses.mjs';
import { compileNeighbours, threesOf } from './compile-neighbours.mjs';
import { compileTraditional } from './compile-traditional.mjs';
import { pack, packRows } from './pack.mjs';
import { readPhrases } from './phrases.mjs';
import { families, readDocumentPages, readRulePages } from './rule-pages.mjs';
import { readTables } from './tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tables that have a compiler of their own. */
const COMPILED = new Set([
  'syllables',
  'phrases',
  'fixed-phrases',
  'office-words',
  'shapes',
  'glyphs',
  'lone-characters',
  'set-expressions',
  'pairs',
  'threes',
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
  writePages(write);
  writeFamilies(write);
  writeEnglish(write);
  for (const name of previous) rmSync(join(out, name));
}

/** @typedef {(name: string, content: string | Uint8Array) => void} Write  writes a file of `generated/` */

/** The rows of all tables, and the automaton over the words among them. @param {Write} write */
async function writeTables(write) {
  const words = [];
  const compiled = {};
  const tables = {};
  for (const { room, name, file, schema, rows } of await readTables(root)) {
    if (COMPILED.has(name)) compiled[name] = rows;
    if (NOT_ROWS.has(name)) continue;
    const list = name.replace(/\.\w+$/, '');
    const category = `${room}.${list}`;
    for (const [word, value] of wordsIn(name, rows)) words.push({ word, category, value });
    if (name.endsWith('.lexicon')) continue;
    const module = `${room}-${list}.ts`;
    if (schema.packed) {
      Object.assign(tables, packRows(category, rows.map(withoutNotes)));
      write(module, packedRows(file, category, schema));
    } else
      write(module, `// Generated from ${file}\nexport const rows = ${JSON.stringify(rows)} as const;\n`);
  }
  const lexicon = compileLexicon(words);
  write(
    'lexicon.ts',
    `import type { Lists } from '../language/text/lexicon.ts';\n\nexport const lists: Lists = ${JSON.stringify(lexicon.lists)};\n`,
  );
  const syllables = compileSyllables(compiled.syllables);
  const nearMisses = compileNearMisses(
    {
      words: compiled['office-words'],
      shapes: compiled.shapes,
      lone: compiled['lone-characters'],
      phrases: compiled.phrases,
      fixed: compiled['fixed-phrases'],
      threes: Array.from(threesOf(compiled.threes), ({ three }) => three),
    },
    syllables,
  );
  writePacked(write, {
    ...lexicon.tables,
    'text.syllables': syllables,
    ...nearMisses,
    ...compileNeighbours(
      {
        pairs: compiled.pairs,
        threes: compiled.threes,
        shapes: [...compiled.shapes, ...compiled.glyphs],
        spelling: compiled.syllables,
      },
      syllables,
    ),
    ...compileTraditional(root),
    ...tables,
  });
}

/**
 * What the automaton looks for of a table, word and value. Rules that are rows are found by it too, by their numbers; what only tests
 * and editors read stays out.
 * @returns {Iterable<[string, string]>}
 */
function wordsIn(name, rows) {
  if (name.endsWith('.words')) return rows.map(({ wrong }, i) => [wrong, String(i)]);
  if (name.endsWith('.pairs')) return wordsOfPairs(rows);
  return name.endsWith('.lexicon') ? rows.map(({ word, value }) => [word, value]) : [];
}

/** Columns that people and tests read, and nobody else. */
const NOTES = new Set(['source', 'flag', 'keep']);

/** A row without them, and without its empty cells. */
function withoutNotes(row) {
  return Object.fromEntries(Object.entries(row).filter(([name, cell]) => !NOTES.has(name) && cell !== ''));
}

/** A module with rows that are among the packed tables. */
function packedRows(file, name, { columns, row }) {
  const type =
    row?.name ??
    `Readonly<Record<${Object.keys(columns)
      .filter((column) => !NOTES.has(column))
      .map((column) => `'${column}'`)
      .join(' | ')}, string>>`;
  const imported = row ? `import type { ${row.name} } from '${row.from}';\n` : '';
  return `// Generated from ${file}\nimport { PackedRows } from '../language/text/packed.ts';\n${imported}\nexport const rows = new PackedRows<${type}>('${name}');\n`;
}

/** @param {Write} write @param {import('./pack.mjs').Tables} tables */
function writePacked(write, tables) {
  const { bytes, layout } = pack(tables);
  write('packed.bin', bytes);
  write(
    'packed.ts',
    `export const packed = Uint8Array.from(atob('${bytes.toString('base64')}'), (char) => char.charCodeAt(0));\n`,
  );
  write(
    'layout.ts',
    `export const layout = ${JSON.stringify(layout)} as const;\nexport const size = ${bytes.length};\n`,
  );
}

/** @param {Write} write */
function writePages(write) {
  const asTold = (pages) =>
    pages.map(({ ruleId, title, summary, markdown }) => ({ ruleId, title, summary, markdown }));
  const rules = asTold(readRulePages(root));
  const documents = asTold(readDocumentPages(root));
  write('pages.json', JSON.stringify({ rules, documents }));
  write(
    'pages.ts',
    `import type { AllPages } from '../rules/pages.ts';\n\n// A function, so that nothing is read before a page is asked for.\nexport const pages = (): AllPages => (${JSON.stringify({ rules, documents })});\n`,
  );
}

/** @param {Write} write */
function writeEnglish(write) {
  const rules = Object.fromEntries(
    [...readRulePages(root), ...readDocumentPages(root)].map(({ ruleId, english }) => [
      ruleId,
      [english.title, english.summary],
    ]),
  );
  write('english.json', JSON.stringify({ rules, phrases: readPhrases(root) }));
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
