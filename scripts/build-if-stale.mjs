/**
 * Builds `dist/` where a source is newer than the last build, so that `npx mocha` works on a fresh clone and never tests what was
 * built before an edit. Required by mocha before any test file is loaded.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = [
  'config',
  'engine',
  'language',
  'rules',
  'server',
  'client',
  'cli',
  'names',
  'docx',
  'english',
  'host',
  'report',
  'l10n',
  'scripts',
  'esbuild.mjs',
  'package.json',
];

const built = statSync(join(root, 'dist', 'built'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (SOURCES.some((source) => newest(join(root, source)) > built)) {
  const { status } = spawnSync(process.execPath, [join(root, 'esbuild.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The latest time stamp in a file or folder. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
