import { oneOf, table, text } from '../../../scripts/tables.mjs';

export default {
  'alike.tsv': table({ characters: text }),
  'surnames.tsv': table({
    surname: text,
    use: oneOf('masked', 'named', 'both', 'certain'),
    word: oneOf('', 'word', 'rather-name'),
  }),
};
