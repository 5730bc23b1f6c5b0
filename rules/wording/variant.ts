import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { forms, formsOf } from './words/forms.ts';

/** 人材 for 人才: a form that the standard does not recommend. */
export const variant = defineParagraphRule<WordMatch>({
  id: 'wording/variant',
  severity: 'info',
  kinds: { law: 'hint' },

  reads: forms,
  find: (paragraph) => formsOf(paragraph, 'variant'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, false),
});
