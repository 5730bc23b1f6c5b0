import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, type WordMatch } from '../../language/text/word-rules.ts';
import { expressions, expressionsOf } from './words/expressions.ts';

/** 以人民为核心 for 以人民为中心. Pointed at only: what a political expression should be is for its writer to settle. */
export const expression = defineParagraphRule<WordMatch>({
  id: 'terms/expression',
  severity: 'warning',
  kinds: { law: 'hint' },

  reads: expressions,
  find: (paragraph) => expressionsOf(paragraph, 'expression'),

  explain: (match) => ({ message: explainWord(match) }),
});
