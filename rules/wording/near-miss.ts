import { defineParagraphRule } from '../../engine/rule.ts';
import { rows } from '../../generated/wording-near-misses.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { defineWordRules, fixWord, type WordMatch } from '../../language/text/word-rules.ts';

const nearMisses = defineWordRules('near misses', wordList('wording.near-misses'), rows);

/** 不确订性 for 不确定性: no word, but one character away from a frequent one. */
export const nearMiss = defineParagraphRule<WordMatch>({
  id: 'wording/near-miss',
  severity: 'info',

  reads: nearMisses,
  find: (paragraph) => paragraph.fact(nearMisses),

  explain: ({ row: { wrong, right } }) => ({
    message: `没有“${wrong}”这个词，是否“${right}”之误`,
  }),

  fix: (match) => fixWord(match, false),
});
