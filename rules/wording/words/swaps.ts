/** The phrases of `data/swaps.words.tsv` in a line. */
import { rows } from '../../../generated/wording-swaps.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { defineWordRules } from '../../../language/text/word-rules.ts';

export const swaps = defineWordRules('swapped words', wordList('wording.swaps'), rows);
