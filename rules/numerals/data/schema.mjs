import { lexicon } from '../../../scripts/tables.mjs';

export default {
  'two.lexicon.tsv': lexicon(),
};
