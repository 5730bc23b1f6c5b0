import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { expressions, expressionsOf } from './words/expressions.ts';

/** 浙江省省委书记 for 浙江省委书记. */
export const doubledLevel = defineParagraphRule<WordMatch>({
  id: 'terms/doubled-level',
  severity: 'warning',

  reads: expressions,
  find: (paragraph) => expressionsOf(paragraph, 'doubled'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, true),
});
