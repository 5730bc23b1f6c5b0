import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { forms, formsOf } from './words/forms.ts';

/** 资金取向 for 资金投向: words that do not go together. */
export const collocation = defineParagraphRule<WordMatch>({
  id: 'wording/collocation',
  severity: 'warning',
  kinds: { law: 'off' },

  reads: forms,
  find: (paragraph) => formsOf(paragraph, 'collocation'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, false),
});
