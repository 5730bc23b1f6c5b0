import { lexicon, oneOf } from '../../../scripts/tables.mjs';

export default {
  'words.lexicon.tsv': lexicon(
    oneOf(
      'han-year',
      'duration',
      'plenum',
      'plenum-name',
      'congress-name',
      'npc',
      'cppcc',
      'anniversary',
      'year-of',
      'plan',
      'quarter',
      'deadline',
      'relative',
      'half',
      'festival',
      'age',
    ),
  ),
};
