import { lexicon, oneOf } from '../../../scripts/tables.mjs';

export default {
  'words.lexicon.tsv': lexicon(
    oneOf(
      'han-year',
      'duration',
      'plenum',
      'plenum-name',
      'congress-name',
      'of-the-party',
      'local-congress',
      'session-of',
      'bare-plenum',
      'npc',
      'cppcc',
      'anniversary',
      'year-of',
      'plan',
      'quarter',
      'fifth-quarter',
      'deadline',
      'relative',
      'half',
      'festival',
      'kept-by-number',
      'age',
    ),
  ),
};
