/** `.gitignore` and `.gongwenignore`: what is left out of folders that are checked whole. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const NAMES = ['.gitignore', '.gongwenignore'];

/** Ignore files from a path upward to the top of its repository, or to the root where there is none; each read once. */
export class IgnoreFiles {
  readonly #byFolder = new Map<string, Ignore | undefined>();

  /** Whether a file is left out. @param path absolute */
  has(path: string): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const rules = this.#rulesOf(folder);
      if (rules?.ignores(relative(folder, path).split(sep).join('/'))) return true;
      if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return false;
    }
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) {
      const texts = NAMES.map((name) => join(folder, name)).filter((file) => existsSync(file));
      const rules = texts.length > 0 ? ignore() : undefined;
      for (const file of texts) rules!.add(readFileSync(file, 'utf8'));
      this.#byFolder.set(folder, rules);
    }
    return this.#byFolder.get(folder);
  }
}
