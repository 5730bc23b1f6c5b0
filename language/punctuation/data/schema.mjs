import { lexicon, oneOf } from '../../../scripts/tables.mjs';

export default {
  'questions.lexicon.tsv': lexicon(
    oneOf('rhetorical', 'opens', 'how', 'ends', 'either', 'clause', 'alone', 'why', 'wonder', 'choice'),
  ),
};
