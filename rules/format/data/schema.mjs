import { lexicon } from '../../../scripts/tables.mjs';

export default {
  'self-naming.lexicon.tsv': lexicon(),
};
