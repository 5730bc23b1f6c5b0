import { lexicon, text } from '../../../scripts/tables.mjs';

export default { 'pair.lexicon.tsv': lexicon(text, { note: text }) };
