/** How Node hosts read configuration files, lists of ignores, tables of the house and drafts of a set. */
import { readFileSync } from 'node:fs';

/**
 * The text without its byte order mark, of UTF-8 or, as spreadsheets save tables, of GB18030; undefined where there is no file. Throws
 * where there is one that cannot be read.
 */
export function readIfThere(path: string): string | undefined {
  try {
    return decode(readFileSync(path));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
