import { integer, lexicon, matching, pairRules, table, text, wordRules } from '../../../scripts/tables.mjs';

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
  'particle-got.lexicon.tsv': lexicon(),
  'phrases.tsv': table({ phrases: text, source: text }),
  'fixed-phrases.tsv': table(
    { slots: matching(/1?2?3?4?/, 'numbers of characters: 1234'), phrases: text, source: text },
    { key: ['phrases'] },
  ),
  'office-words.tsv': table({ words: text, source: text }),
  'lone-characters.tsv': table({ step: integer, characters: text, source: text }),
  'set-expressions.tsv': table({ expressions: text, source: text }),
  'pairs.tsv': table({ first: text, seconds: text }),
  'threes.tsv': table({ pair: text, thirds: text }),
  'by-chance.tsv': table({ forms: text, source: text }),
  'glyphs.tsv': table({ character: text, mistaken: text }),
  'shapes.tsv': table({ character: text, mistaken: text, source: text }),
  'near-misses.words.tsv': wordRules('near-miss'),
  'swaps.words.tsv': wordRules('swapped'),
  'frames.pairs.tsv': pairRules('collocation', 'redundant'),
};
