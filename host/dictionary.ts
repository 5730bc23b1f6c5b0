/** The compact dictionary, which lies beside the bundle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWords, type Words } from '../rules/index.ts';

export function dictionary(): Words {
  return loadWords(readFileSync(join(__dirname, 'words.bin')));
}
