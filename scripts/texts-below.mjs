/** The texts in a folder and those below it, in the order of their names. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The path itself if it is a file. */
export function* textsBelow(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    const inside = join(path, name);
    if (statSync(inside).isDirectory()) yield* textsBelow(inside);
    else if (/\.(?:txt|md)$/i.test(name)) yield inside;
  }
}
