import { lexicon, matching, oneOf, table, text } from '../../../scripts/tables.mjs';

const SLOTS = [
  'surname',
  'person',
  'place',
  'road',
  'road-number',
  'organisation',
  'number',
  'name',
  'money',
  'percent',
];

export default {
  'case.lexicon.tsv': lexicon(oneOf('all', 'person', 'report', 'all report', 'person report'), {}),
  'form.lexicon.tsv': lexicon(undefined, {}),
  'formula.lexicon.tsv': lexicon(oneOf('equation', 'tick'), {}),
  'han-marks.lexicon.tsv': lexicon(
    oneOf(
      'ring',
      'cross',
      'word',
      'query',
      'date-query',
      'query-count',
      'hash',
      'century',
      'person',
      'number',
      'dots',
      'title-dots',
      'row',
      'governed-dots',
      'bracket-dots',
      'holder-dots',
      'count-dots',
      'name-dots',
      'asked',
      'empty-label',
      'dashes',
    ),
    {},
  ),
  'naming.lexicon.tsv': lexicon(undefined, {}),
  'censored.tsv': table({ word: text }),
  'slot-words.tsv': table({
    word: text,
    slot: oneOf(...SLOTS),
    label: text,
    key: matching(/\S+/, 'one word'),
  }),
};
