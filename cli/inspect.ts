/** `--outline`, `--readings`: what the checks make of a text, without the checks. */
import { type Document, printOutline, printReadings } from '../rules/index.ts';
import type { View } from './options.ts';

/** The view as it is printed, ending in a line break unless it is empty. */
export function inspect(view: View, document: Document): string {
  switch (view) {
    case 'outline':
      return printOutline(document);
    case 'readings':
      return Array.from(printReadings(document), (line) => `${line}\n`).join('');
  }
}
