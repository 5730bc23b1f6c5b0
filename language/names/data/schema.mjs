import { lexicon, matching, oneOf, table, text } from '../../../scripts/tables.mjs';

export default {
  'place-names.lexicon.tsv': lexicon(
    matching(/(?:(?:province|city|county) -?[^ |-]+\|?)+/, 'levels, each with the end of the full name'),
  ),
  'alike.tsv': table({ characters: text }),
  'surnames.tsv': table({
    surname: text,
    use: oneOf('masked', 'named', 'both', 'certain'),
    word: oneOf('', 'word', 'rather-name'),
  }),
};
