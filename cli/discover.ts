/**
 * The drafts that arguments name: files as they are, folders with all drafts below them, globs, and lists of names. What `.gitignore`
 * and `.gongwenignore` leave out is left out of folders and globs; a file that is named is always checked.
 */
import { realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { NO_DRAFTS } from '../config/draft-files.ts';
import { IgnoreFiles } from '../host/ignore-files.ts';

/** What is taken for a draft in a folder. */
const DRAFTS = '**/*.{txt,md,markdown,docx}';

/**
 * Paths in a stable order, each once, however often it is named (`*.txt 讲话稿.txt`): its findings would count twice.
 * @param names as given; one that is neither there nor a glob is handed on as it is, to be told of
 */
export function draftsOf(names: readonly string[]): string[] {
  const known = new Set<string>();
  const ignored = new IgnoreFiles();
  return names.flatMap(expand(ignored)).filter((path) => {
    // An empty name is not the folder one is in.
    const name = path && identityOf(path);
    return !known.has(name) && known.add(name);
  });
}

/** What a path stands for, so that a file to which links lead, or a loop of them, is one file. */
function identityOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The names in a list, one a line; of standard input for `-`. Blank lines and a byte order mark mean nothing. */
export function namesIn(list: string): string[] {
  return list
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

function expand(ignored: IgnoreFiles): (name: string) => string[] {
  return (name) => {
    const kind = kindOf(name);
    if (kind === 'folder') return below(name, DRAFTS, ignored);
    if (kind === 'file' || !/[*?[\]{}]/.test(name)) return [name];
    const found = below('.', name.replaceAll('\\', '/'), ignored);
    return found.length > 0 ? found : [name];
  };
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Undefined for what is not there, or cannot be looked at: whoever reads it is told why. */
function kindOf(name: string): 'file' | 'folder' | undefined {
  try {
    return statSync(name).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Sorted, so that a run is the same on every machine. */
function below(folder: string, pattern: string, ignored: IgnoreFiles): string[] {
  const found = globSync(pattern, {
    cwd: folder,
    ignore: [...NO_DRAFTS],
    dot: false,
    expandDirectories: false,
  });
  return found
    .map((path) => (folder === '.' ? path : join(folder, path)))
    .filter((path) => !ignored.has(resolve(path)))
    .sort();
}
