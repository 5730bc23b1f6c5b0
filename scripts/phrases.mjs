/** The tables of `english/phrases/`: what rules say, in Chinese and English. See `english/phrasebook.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTable, TableError, table, text } from './tables.mjs';

const COLUMNS = table({ chinese: text, english: text });

/**
 * By family, those of all families under `''`.
 * @param {string} root @returns {Record<string, [string, string][]>}
 * @throws TableError where a phrase has other gaps in English than in Chinese
 */
export function readPhrases(root) {
  const folder = join(root, 'english/phrases');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const file = `english/phrases/${name}`;
        const rows = readTable(file, readFileSync(join(folder, name), 'utf8'), COLUMNS);
        for (const { chinese, english } of rows) {
          if (gaps(chinese) !== gaps(english))
            throw new TableError(`${file}: “${chinese}” has other gaps in English: “${english}”`);
        }
        const family = basename(name, '.tsv');
        return [family === 'common' ? '' : family, rows.map(({ chinese, english }) => [chinese, english])];
      }),
  );
}

function gaps(/** @type {string} */ phrase) {
  return [...phrase.matchAll(/\{~?(\d)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();
}
