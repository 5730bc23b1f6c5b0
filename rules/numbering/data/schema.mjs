import { lexicon, matching, text } from '../../../scripts/tables.mjs';

export default {
  'agenda.lexicon.tsv': lexicon(matching(/\d+/, 'a number'), {}),
  'pair.lexicon.tsv': lexicon(text, { note: text }),
  'serial.lexicon.tsv': lexicon(undefined, {}),
};
