/** The tables of `english/phrases/`: what rules say, in Chinese and English. See `english/phrasebook.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTable, table, text } from './tables.mjs';

const COLUMNS = table({
  chinese: text,
  english: (english, { chinese }) => text(english) ?? otherPlaces(chinese, english),
});

/**
 * By family, those of all families under `''`.
 * @param {string} root @returns {Record<string, [string, string][]>}
 * @throws TableError where a phrase has other places in English than in Chinese
 */
export function readPhrases(root) {
  const folder = join(root, 'english/phrases');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const file = `english/phrases/${name}`;
        const rows = readTable(file, readFileSync(join(folder, name), 'utf8'), COLUMNS);
        const family = basename(name, '.tsv');
        return [family === 'common' ? '' : family, rows.map(({ chinese, english }) => [chinese, english])];
      }),
  );
}

/** What is wrong where the one has places (`{1}`) that the other does not have. */
function otherPlaces(chinese, english) {
  const [wanted, found] = [chinese, english].map(placesIn);
  return wanted === found ? undefined : `has ${found || 'no place {1}'}, the Chinese has ${wanted || 'none'}`;
}

/** `{1} {2}`: what a phrase leaves open, however the English puts it (`{~1}`). */
function placesIn(/** @type {string} */ phrase) {
  return [...phrase.matchAll(/\{~?(\d)\}/g)]
    .map(([, number]) => `{${number}}`)
    .sort()
    .join(' ');
}
