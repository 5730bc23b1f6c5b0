/** The drafts of a set, by the globs that a configuration file names them with. */
import { globSync } from 'tinyglobby';
import { hasDraftName, MOST_IN_SET, NO_DRAFTS } from '../config/draft-files.ts';
import { fromFolder } from '../config/globs.ts';

/** Absolute paths with slashes, sorted. */
export function listDrafts(folder: string, globs: readonly string[]): readonly string[] {
  return globSync(globs.map(fromFolder), {
    cwd: folder,
    absolute: true,
    ignore: [...NO_DRAFTS],
    expandDirectories: false,
  })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(hasDraftName)
    .sort()
    .slice(0, MOST_IN_SET);
}
