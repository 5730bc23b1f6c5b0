import { lexicon, oneOf, table, text } from '../../../scripts/tables.mjs';

export default {
  'commonplace-names.tsv': table({ name: text }),
  'dropped.lexicon.tsv': lexicon(
    oneOf(
      'area',
      'length',
      'divisions',
      'people',
      'casualties',
      'money',
      'share',
      'members',
      'clause',
      'tail',
      'pair',
      'name',
      'list',
      'place',
      'harm',
    ),
    {},
  ),
  'reminders.lexicon.tsv': lexicon(oneOf('pending', 'here', 'please', 'code', 'what', 'bare', 'adapt'), {}),
};
