/** How Node hosts read configuration files and lists of ignores. */
import { readFileSync } from 'node:fs';

/** The text without its byte order mark; undefined where there is no file. Throws where there is one that cannot be read. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
