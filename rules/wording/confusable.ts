import { defineParagraphRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { forms, formsOf } from './words/forms.ts';

/** 疫情爆发 for 疫情暴发: two words that sound alike, told apart by what stands beside them. */
export const confusable = defineParagraphRule<WordMatch>({
  id: 'wording/confusable',
  severity: 'hint',

  reads: forms,
  find: (paragraph) => formsOf(paragraph, 'confusable'),

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, false),
});
