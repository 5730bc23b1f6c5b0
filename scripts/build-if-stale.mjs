/**
 * Builds `dist/` where a source is newer than the last build, so that `npx mocha` works on a fresh clone and never tests what was
 * built before an edit. Required by mocha before any test file is loaded. Tests that read sources, tables and pages only do not wait
 * for the bundles.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLOORS, FRONT_ENDS } from './draw-rooms.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = [...FLOORS, ...FRONT_ENDS, 'l10n', 'scripts', 'esbuild.mjs', 'package.json'];
/** What `generated/` is made of, the dictionary aside: tables, pages and which rules there are. */
const TABLES = ['english', 'language', 'rules', 'scripts'];
const IS_TABLE = /\.(?:tsv|md|mjs)$|[/\\]index\.ts$/;
/** These load no bundle. They are what a rule is written with. */
const WITHOUT_BUNDLES = /test[/\\]unit[/\\](?:rule-pages|english|layering|data-not-words)\.test\.ts$/;

const asked = process.argv.filter((argument) => argument.endsWith('.test.ts'));
const needsBundles = asked.length === 0 || !asked.every((file) => WITHOUT_BUNDLES.test(file));
if (needsBundles || builtAt('words.bin') === 0) {
  if (SOURCES.some((source) => newest(join(root, source)) > builtAt('built'))) run('esbuild.mjs');
} else if (TABLES.some((source) => newest(join(root, source), IS_TABLE) > builtAt('tables'))) {
  run('esbuild.mjs', '--tables');
}

/** When a file of `dist/` was written; 0 where there is none. */
function builtAt(name) {
  return statSync(join(root, 'dist', name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function run(script, ...options) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * The latest time stamp of a file, or below a folder: of folders, too, as one changes with what is taken away, unless only files with
 * such names count.
 */
function newest(path, names) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return names && !names.test(path) ? 0 : stat.mtimeMs;
  const below = readdirSync(path).map((name) => newest(join(path, name), names));
  return Math.max(names ? 0 : stat.mtimeMs, ...below);
}
