import { lexicon, oneOf } from '../../../scripts/tables.mjs';

export default {
  'questions.lexicon.tsv': lexicon(oneOf('rhetorical', 'opens', 'ends', 'either', 'clause', 'alone')),
};
