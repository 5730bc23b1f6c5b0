/** `--resume`: what a run of `--format jsonl` that was cut off has done already. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBytes } from './text-file.ts';

/**
 * @param file the output of that run
 * @returns the names that have no result in it yet, how many have, and whether its last line was cut off
 * @throws TextFileError where it cannot be read
 */
export function readResults(
  file: string,
  names: readonly string[],
): { readonly left: readonly string[]; readonly resumed: number; readonly isCutOff: boolean } {
  // The first run of a script that always resumes has nothing to go on with.
  const text = existsSync(file) ? readBytes(file).toString('utf8') : '';
  const done = new Set(text.split('\n').flatMap(pathIn));
  const left = names.filter((name) => !done.has(resolve(name)));
  return { left, resumed: names.length - left.length, isCutOff: text !== '' && !text.endsWith('\n') };
}

/** The draft that a line is about; none for a line that is not whole. */
function pathIn(line: string): readonly string[] {
  try {
    const { filePath } = JSON.parse(line) as { filePath?: unknown };
    return typeof filePath === 'string' ? [filePath] : [];
  } catch {
    return [];
  }
}
