import { decimal, lexicon, oneOf, table, text } from '../../../scripts/tables.mjs';

/** What a unit measures; the type `QuantityKind` is made of these. */
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
  // 大 者 性: counted only in Chinese characters (三大攻坚战).
  'han-count',
  'rank',
];

export default {
  'han.lexicon.tsv': lexicon(),
  'units.tsv': table({ unit: text, kind: oneOf(...KINDS), dimension: text, factor: decimal }),
};
