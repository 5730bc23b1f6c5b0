/** How Node hosts read configuration files, lists of ignores, tables of the house, and drafts that are not open. */
import { readFileSync } from 'node:fs';

/**
 * The text without its byte order mark, of UTF-8 or, as spreadsheets save tables, of GB18030; undefined where there is no file. Throws
 * where there is one that cannot be read.
 */
export function readIfThere(path: string): string | undefined {
  const bytes = bytesIfThere(path);
  return bytes && decode(bytes);
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

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
