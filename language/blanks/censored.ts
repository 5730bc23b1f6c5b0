/** The word 党, which some sites put a letter in the place of. */
import { rows } from '../../generated/blanks-censored.ts';
import { ShortList } from '../text/characters.ts';

/** What follows 党. */
const CENSORED = new ShortList(rows.map(({ word }) => word).sort((a, b) => b.length - a.length));

/** Whether what stands behind a letter is what follows 党: X建引领, D员干部, X的二十大, 学习D史. */
export function isCensored(right: string): boolean {
  // The end of the text closes a sentence too.
  return CENSORED.isAt(right.length < CENSORED_REACH ? `${right}。` : right, 0);
}

const CENSORED_REACH = 16;
