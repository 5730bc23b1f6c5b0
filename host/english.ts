/** The English of what rules say, which lies beside the bundle: read for who does not read Chinese, and for nobody else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Phrasebook } from '../english/phrasebook.ts';

let read: Phrasebook | undefined;

/** The same at every call. */
export function phrasebook(): Phrasebook {
  read ??= new Phrasebook(JSON.parse(readFileSync(join(__dirname, 'english.json'), 'utf8')));
  return read;
}
