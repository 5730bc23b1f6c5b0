import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { forms, formsOf } from './words/forms.ts';

/** 约定的的权利: a word typed twice. */
export const repeated = defineParagraphRule<WordMatch>({
  id: 'wording/repeated',
  severity: 'warning',

  reads: forms,
  find: (paragraph) => formsOf(paragraph, 'repeated'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, true),
});
