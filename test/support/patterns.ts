/** The regular expressions of the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { FLOORS, FRONT_ENDS, sources } from '../../scripts/draw-rooms.mjs';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = [...FLOORS, ...FRONT_ENDS];
/**
 * Those written out in the sources.
 * @param mayHave leaves out files by their text: to parse them all takes some seconds
 */
export function writtenPatterns(mayHave: (text: string) => boolean = () => true): Pattern[] {
  return FOLDERS.flatMap((folder) => sources(root, folder)).flatMap((where) => {
    const found: Pattern[] = [];
    const text = readFileSync(join(root, where), 'utf8');
    if (!mayHave(text)) return found;
    const { program } = parseSync(where, text);
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { regex } = node as { regex?: { pattern: string; flags: string } };
      if (regex) found.push({ source: regex.pattern, flags: regex.flags, where });
      for (const child of Object.values(node)) visit(child);
    };
    visit(program);
    return found;
  });
}
