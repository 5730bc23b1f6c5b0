/**
 * Writes `generated/`: what the engine holds as data. Run by everything that needs it (build, check, tests); takes a moment, and
 * leaves alone what has not changed.
 *
 * - `families.ts`  the rules of every family: each folder of `rules/` that has an `index.ts`
 * - `pages.ts`     the rule pages
 * - `lexicon.ts`   the automaton over all `data/*.lexicon.tsv` and `data/*.words.tsv` of `language/` and `rules/`
 * - `<room>-<list>.ts`   the rules of every `data/<list>.words.tsv`, whose wrong forms join the automaton as the list `<room>.<list>`
 * - `<room>-<table>.ts`  the rows of every other `data/<table>.tsv`
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicon } from './compile-lexicon.mjs';
import { families, readRulePages } from './rule-pages.mjs';
import { readTables } from './tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tables that have a compiler of their own. */
const NOT_ROWS = new Set(['user-words']);

/** @throws TableError for a table that does not fit its schema */
export async function generate() {
  const out = join(root, 'generated');
  mkdirSync(out, { recursive: true });
  const previous = new Set(readdirSync(out));
  const write = (name, content) => {
    // Unchanged files keep their time stamp, for watchers.
    if (previous.delete(name) && readFileSync(join(out, name), 'utf8') === content) return;
    writeFileSync(join(out, name), content);
  };

  const words = [];
  for (const { room, name, file, rows } of await readTables(root)) {
    if (NOT_ROWS.has(name)) continue;
    if (name.endsWith('.words')) {
      // Found by the automaton, which gives the number of the row; what only tests and editors of the table read stays out.
      const list = name.slice(0, -'.words'.length);
      for (const [i, { wrong }] of rows.entries())
        words.push({ word: wrong, category: `${room}.${list}`, value: String(i) });
      const kept = rows.map(({ source, flag, keep, ...row }) =>
        Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
      );
      write(
        `${room}-${list}.ts`,
        `// Generated from ${file}\nimport type { WordRow } from '../language/text/word-rules.ts';\n\nexport const rows: readonly WordRow[] = ${JSON.stringify(kept)};\n`,
      );
    } else if (name.endsWith('.lexicon')) {
      const category = `${room}.${name.slice(0, -'.lexicon'.length)}`;
      for (const row of rows) words.push({ word: row.word, category, value: row.value });
    } else {
      write(
        `${room}-${name}.ts`,
        `// Generated from ${file}\nexport const rows = ${JSON.stringify(rows)} as const;\n`,
      );
    }
  }
  write(
    'lexicon.ts',
    `import type { CompiledLexicon } from '../language/text/lexicon.ts';\n\nexport const compiled: CompiledLexicon = ${JSON.stringify(compileLexicon(words))};\n`,
  );
  const pages = readRulePages(root).map(({ ruleId, title, summary, markdown }) => ({
    ruleId,
    title,
    summary,
    markdown,
  }));
  write(
    'pages.ts',
    `import type { RulePage } from '../rules/pages.ts';\n\nexport const pages: readonly RulePage[] = ${JSON.stringify(pages)};\n`,
  );
  const all = families(root);
  write(
    'families.ts',
    `import type { Rule } from '../engine/rule.ts';\n${all.map((name) => `import { rules as ${name} } from '../rules/${name}/index.ts';\n`).join('')}
export const families: Readonly<Record<string, readonly Rule[]>> = { ${all.join(', ')} };\n`,
  );
  for (const name of previous) rmSync(join(out, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generate().catch((error) => {
    if (error.name !== 'TableError') throw error;
    console.error(error.message);
    process.exit(1);
  });
}
