import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { swaps } from './words/swaps.ts';

/**
 * 根底设施 for 基础设施: what a program put for a word of the original when a site rewrote the text (洗稿). The phrases in which it shows
 * are rows of `data/swaps.words.tsv`.
 */
export const swapped = defineParagraphRule<WordMatch>({
  id: 'wording/swapped',
  since: '0.8.0',
  severity: 'warning',
  kinds: { law: 'hint' },

  reads: swaps,
  find: (paragraph) => paragraph.fact(swaps),

  explain: (match) => ({ message: `${explainWord(match)}：像是网站改写稿子时换上的近义词` }),

  fix: (match) => fixWord(match, false),
});
