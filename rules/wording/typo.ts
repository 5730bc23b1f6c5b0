import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { forms, formsOf } from './words/forms.ts';

/** 布署 for 部署: forms that are no words. */
export const typo = defineParagraphRule<WordMatch>({
  id: 'wording/typo',
  severity: 'error',
  kinds: { law: 'info' },

  reads: forms,
  find: (paragraph) => formsOf(paragraph, 'typo'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, true),
});
