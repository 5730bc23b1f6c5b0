import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { forms, formsOf } from './words/forms.ts';

/** 目的是为了: two words that say the same. */
export const redundant = defineParagraphRule<WordMatch>({
  id: 'wording/redundant',
  severity: 'warning',
  kinds: { law: 'off' },

  reads: forms,
  find: (paragraph) => formsOf(paragraph, 'redundant'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, false),
});
