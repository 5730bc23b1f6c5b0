/** Names and titles that changed, and how late a text must be for them to be outdated in it. */
import type { Document } from '../../../engine/document.ts';
import { defineModel, sameFields } from '../../../engine/facts.ts';
import { rows } from '../../../generated/terms-outdated.ts';
import { dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { defineWordRules, type WordRow } from '../../../language/text/word-rules.ts';

export const outdatedNames = defineWordRules('outdated names', wordList('terms.outdated'), rows);

/** A month in the order of time: 2018-03 is 201803. */
export type Month = number;

/** The month of a row: from then on the name is outdated, or so late at least is a text that has the word. */
export function monthOf({ kind }: WordRow): Month {
  return Number(kind.slice(-7).replace('-', ''));
}

export const isCue = ({ kind }: WordRow) => kind.startsWith('cue');

/** How old a document may be at most, and what says so. */
export interface Age {
  readonly since: Month;
  /** The date of the document, or the word that tells (党的二十大). */
  readonly by: string;
}

/** The latest year that the text names, in figures; undefined where it names none. */
export const latestYear = defineModel<number | undefined>('latest year', (document: Document) => {
  let latest: number | undefined;
  for (const paragraph of document.paragraphsWith(dates)) {
    for (const { year } of paragraph.fact(dates)) {
      if (year && year.value > (latest ?? 0)) latest = year.value;
    }
  }
  return latest;
});

/** Undefined where nothing tells. The document's own date goes before what its words tell. */
export const age = defineModel<Age | undefined>(
  'age',
  (document: Document) => {
    const date = document.model(documentDate);
    if (date) return { since: date.year * 100 + (date.month ?? 1), by: document.slice(date.start, date.end) };
    let latest: Age | undefined;
    for (const paragraph of document.paragraphsWith(outdatedNames)) {
      for (const { row } of paragraph.fact(outdatedNames)) {
        if (isCue(row) && monthOf(row) > (latest?.since ?? 0))
          latest = { since: monthOf(row), by: row.wrong };
      }
    }
    return latest;
  },
  sameFields,
);
