import { lexicon, matching, oneOf, text } from '../../../scripts/tables.mjs';

export default {
  'agenda.lexicon.tsv': lexicon(matching(/\d+/, 'a number'), {}),
  'pair.lexicon.tsv': lexicon(text, { note: text }),
  'speakers.lexicon.tsv': lexicon(oneOf('speech'), {}),
  'serial.lexicon.tsv': lexicon(undefined, {}),
};
