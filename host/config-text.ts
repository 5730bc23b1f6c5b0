/** How Node hosts read configuration files, lists of ignores, tables of the house, and drafts that are not open. */
import { readFileSync } from 'node:fs';
import { decodeText } from './encoding.ts';

/**
 * The text without its byte order mark, in whatever encoding it is: spreadsheets save tables in GB18030. Undefined where there is no
 * file. Throws where there is one that cannot be read, or that is no text.
 */
export function readIfThere(path: string): string | undefined {
  const bytes = bytesIfThere(path);
  return bytes && decodeText(bytes).text;
}

/** Undefined where there is no file. Throws where there is one that cannot be read. */
export function bytesIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
