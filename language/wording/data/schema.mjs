import { lexicon, oneOf, table, text } from '../../../scripts/tables.mjs';

export default {
  'particles.lexicon.tsv': lexicon(
    oneOf('manner', 'adverb', 'quality', 'spirit', 'degree', 'bare', 'got', 'again', 'vivid', 'changed'),
  ),
  'acts.tsv': table({ act: text, source: text }),
};
