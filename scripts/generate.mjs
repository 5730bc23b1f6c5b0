/**
 * Writes `rules/generated/`: what the engine holds as data. Run by the build and before the tests.
 *
 * - `pages.ts`    the rule pages
 * - `lexicon.ts`  the automaton over all `rules/<family>/data/*.lexicon.tsv`
 * - `<family>-<name>.ts`  the rows of every other `rules/<family>/data/<name>.tsv`
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicon } from './compile-lexicon.mjs';
import { readRulePages } from './rule-pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const rules = join(root, 'rules');
const out = join(rules, 'generated');

/** Big dictionaries that have a compiler of their own. */
const NOT_ROWS = new Set(['user-words.tsv']);

/** Rows of a TSV file as objects keyed by the header. Lines that begin with `#` are comments. */
function readTsv(file) {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const header = lines.shift()?.split('\t') ?? [];
  return lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length > header.length)
      throw new Error(`${file}: row ${i + 2} has more cells than the header: ${line}`);
    return Object.fromEntries(header.map((name, c) => [name, cells[c] ?? '']));
  });
}

export function generate() {
  const previous = new Set(listFiles(out));
  const written = new Set();
  mkdirSync(out, { recursive: true });
  const write = (name, content) => {
    const file = join(out, name);
    written.add(file);
    // Unchanged files keep their time stamp, for watchers.
    if (previous.has(file) && readFileSync(file, 'utf8') === content) return;
    writeFileSync(file, content);
  };

  const words = [];
  for (const family of readdirSync(rules, { withFileTypes: true }).filter((d) => d.isDirectory())) {
    for (const file of listFiles(join(rules, family.name, 'data')).filter((f) => f.endsWith('.tsv'))) {
      const name = basename(file, '.tsv');
      if (NOT_ROWS.has(basename(file))) continue;
      const rows = readTsv(file);
      if (name.endsWith('.lexicon')) {
        const category = `${family.name}.${name.slice(0, -'.lexicon'.length)}`;
        for (const row of rows) words.push({ word: row.word, category, value: row.value ?? '' });
      } else {
        write(
          `${family.name}-${name}.ts`,
          `// Generated from rules/${family.name}/data/${name}.tsv\nexport const rows = ${JSON.stringify(rows)} as const;\n`,
        );
      }
    }
  }
  const empty = words.find(({ word }) => !word);
  if (empty) throw new Error(`an empty word in list ${empty.category}`);
  write(
    'lexicon.ts',
    `import type { CompiledLexicon } from '../language/lexicon.ts';\n\nexport const compiled: CompiledLexicon = ${JSON.stringify(compileLexicon(words))};\n`,
  );
  const pages = readRulePages(root).map(({ ruleId, title, summary, markdown }) => ({
    ruleId,
    title,
    summary,
    markdown,
  }));
  write(
    'pages.ts',
    `import type { RulePage } from '../pages.ts';\n\nexport const pages: readonly RulePage[] = ${JSON.stringify(pages)};\n`,
  );
  for (const file of previous) if (!written.has(file)) rmSync(file);
}

function listFiles(folder) {
  try {
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .sort();
  } catch {
    return [];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
