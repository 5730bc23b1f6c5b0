import { lexicon, pairRules, table, text, wordRules } from '../../../scripts/tables.mjs';

export default {
  'forms.words.tsv': wordRules(
    'typo',
    'particle',
    'repeated',
    'redundant',
    'collocation',
    'confusable',
    'variant',
    'traditional',
    'regional',
  ),
  'list-ends.lexicon.tsv': lexicon(),
  'phrases.tsv': table({ phrases: text, source: text }),
  'near-misses.words.tsv': wordRules('near-miss'),
  'frames.pairs.tsv': pairRules('collocation', 'redundant'),
};
