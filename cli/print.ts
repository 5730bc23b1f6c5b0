/** `--outline`, `--readings`, `--ledger` of a text. */
import { type Document, ledgerTable, printOutline, printReadings } from '../rules/index.ts';
import type { View } from './options.ts';
import { visible, visibleLines } from './terminal.ts';

/** The view as it is printed, ending in a line break unless it is empty. */
export function print(view: Exclude<View, 'text'>, document: Document): string {
  switch (view) {
    case 'outline':
      return visibleLines(printOutline(document));
    case 'ledger':
      return visibleLines(ledgerTable(document));
    case 'readings':
      return Array.from(printReadings(document), (line) => `${visible(line)}\n`).join('');
  }
}
