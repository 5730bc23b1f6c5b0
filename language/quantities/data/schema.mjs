import { decimal, lexicon, oneOf, table, text } from '../../../scripts/tables.mjs';

const KINDS = [
  'percent',
  'point',
  'times',
  'doubling',
  'money',
  'area',
  'volume',
  'length',
  'mass',
  'power',
  'energy',
  'other',
  'duration',
  'people',
  'count',
  'place',
  'han-count',
  'rank',
];

export default {
  'han.lexicon.tsv': lexicon(),
  'units.tsv': table({ unit: text, kind: oneOf(...KINDS), dimension: text, factor: decimal }),
};
