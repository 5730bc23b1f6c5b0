/**
 * Builds `dist/` where a source is newer than the last build, so that `npx mocha` works on a fresh clone and never tests what was
 * built before an edit. Required by mocha before any test file is loaded. Tests that load no bundle do not wait for one: they get
 * the tables and pages; and that of the layers, which reads sources only, gets nothing, so that it can tell why a build fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLOORS, FRONT_ENDS } from './draw-rooms.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = [...FLOORS, ...FRONT_ENDS, 'l10n', 'scripts', 'esbuild.mjs', 'package.json'];
/** What `generated/` is made of, the dictionary aside: tables, pages and which rules there are. */
const TABLES = ['english', 'language', 'rules', 'scripts'];
const IS_TABLE = /\.(?:tsv|md|mjs)$|[/\\]index\.ts$/;
const READS_SOURCES = /test[/\\]unit[/\\]layering\.test\.ts$/;
/** A path below `dist/` that is no bundle: `--tables` makes the dictionary too. */
const BUNDLE = /\bdist\b(?!\/words\.bin)/;

/** Mocha's arguments that are test files, or folders of them. */
const asked = process.argv
  .slice(2)
  .map((argument) => resolve(argument))
  .filter((path) => `${path}${sep}`.startsWith(join(root, 'test') + sep) && !/\.c?js$/.test(path))
  .filter((path) => existsSync(path));
if (asked.length === 0 || !asked.every((path) => READS_SOURCES.test(path))) {
  if (asked.length === 0 || asked.some((path) => loadsBundles(path))) {
    if (SOURCES.some((source) => newest(join(root, source)) > builtAt('built'))) run('esbuild.mjs');
  } else if (TABLES.some((source) => newest(join(root, source), IS_TABLE) > builtAt('tables'))) {
    run('esbuild.mjs', '--tables');
  }
}

/** Whether a test names a bundle, or what it imports of the tests beside it; a folder of tests may. */
function loadsBundles(path, seen = new Set()) {
  if (!path.endsWith('.ts')) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  const source = readFileSync(path, 'utf8');
  return (
    BUNDLE.test(source) ||
    [...source.matchAll(/ from '(\.[^']+\.ts)'/g)]
      .map(([, imported]) => join(dirname(path), imported))
      .some((file) => file.startsWith(join(root, 'test')) && existsSync(file) && loadsBundles(file, seen))
  );
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
 * The latest time stamp of a file, or below a folder: of files with such names only, if there are names. A folder changes with what
 * is taken away from it.
 */
function newest(path, names) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return names && !names.test(path) ? 0 : stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name), names)));
}
