/** The drafts of a set, by the globs that a configuration file names them with. */
import { globSync } from 'tinyglobby';
import { hasDraftName, MOST_IN_SET } from '../config/draft-files.ts';

/** Absolute paths with slashes, sorted; a glob without a slash is about names in all folders below. */
export function listDrafts(folder: string, globs: readonly string[]): readonly string[] {
  const patterns = globs.map((glob) => (glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`));
  return globSync(patterns, {
    cwd: folder,
    absolute: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/~$*'],
    expandDirectories: false,
  })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(hasDraftName)
    .sort()
    .slice(0, MOST_IN_SET);
}
