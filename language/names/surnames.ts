/** Family names: what makes a character before 某 or before a given name one. */
import { rows } from '../../generated/names-surnames.ts';

type Row = (typeof rows)[number];

const those = (holds: (row: Row) => boolean): ReadonlySet<string> =>
  new Set(rows.filter(holds).map(({ surname }) => surname));

const MASKED = those(({ use }) => use === 'masked' || use === 'both');

/** Of one character or two, with which the name of a person may begin. */
export const SURNAMES = those(({ use }) => use === 'named' || use === 'both');

/** More than {@link SURNAMES} has: for where a person's name is certain. */
export const COMPOUND_SURNAMES = those(({ surname }) => surname.length > 1);

/** Alone before a name they are more often a word: 向雷锋同志学习. */
export const WORD_SURNAMES = those(({ word }) => word !== '');

/** Of these the character is the surname all the same when a given name follows: 于洪波局长. */
export const SURNAMES_RATHER = those(({ word }) => word === 'rather-name');

/** The characters that are a family name even before a mask: 李某, 王×. */
export const MASKED_SURNAMES = [...MASKED].join('');

/** Whether a character is a family name that a mask or 某 may follow; false without a character. */
export function isSurname(char: string | undefined): boolean {
  return char !== undefined && MASKED.has(char);
}
