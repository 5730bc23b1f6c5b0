/** Globs as configuration files write them: relative to the folder they stand in, with slashes. */
import picomatch from 'picomatch';
import { parentOf } from './paths.ts';

/** Whether a document's path fits one of the globs, which are relative to the folder of the file they stand in. */
export function matches(globs: readonly string[], config: string, path: string): boolean {
  const folder = parentOf(config) ?? '/';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  if (globs.length === 0 || !path.startsWith(prefix)) return false;
  return fits(globs, path.slice(prefix.length));
}

/** Whether a name, relative to the folder that the globs are about, fits one of them. */
export function fits(globs: readonly string[], name: string): boolean {
  return globs.some((glob) => matcher(glob)(name));
}

const matchers = new Map<string, (path: string) => boolean>();

/** The glob as libraries read it: one without a slash is about names in all folders, as in `.gitignore`. */
export function fromFolder(glob: string): string {
  return glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`;
}

function matcher(glob: string): (path: string) => boolean {
  let match = matchers.get(glob);
  if (!match) {
    match = picomatch(fromFolder(glob), { dot: true, posixSlashes: true });
    matchers.set(glob, match);
  }
  return match;
}
