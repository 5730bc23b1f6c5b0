import { lexicon, matching, oneOf, table, text, wordRules } from '../../../scripts/tables.mjs';

const outdated = wordRules();

export default {
  'season.lexicon.tsv': lexicon(matching(/^[春夏秋冬] \d{1,2} \d{1,2}$/, 'a season and two months: 春 2 5')),
  'key-expressions.lexicon.tsv': lexicon(text),
  'levels.lexicon.tsv': lexicon(oneOf('县', '镇', '乡', '市', '区')),
  'look-alikes.tsv': table({ characters: text, source: text }),
  'expressions.words.tsv': wordRules('expression', 'doubled'),
  'documents.tsv': table(
    { title: text, kind: oneOf('judicial', 'document'), source: text },
    { packed: true },
  ),
  'laws.tsv': table({ title: text, source: text }, { packed: true }),
  'outdated.words.tsv': {
    ...outdated,
    columns: {
      ...outdated.columns,
      kind: matching(/(?:since|cue) (?:19|20)\d\d-(?:0[1-9]|1[0-2])/, 'a kind and a month: since 2018-03'),
    },
  },
  'place-roles.tsv': table(
    {
      word: text,
      stands: oneOf('before', 'behind', 'sentence'),
      says: oneOf('own', 'likely', 'other'),
      source: text,
    },
    { key: ['word', 'stands'] },
  ),
  'places.lexicon.tsv': lexicon(text),
  'addresses.lexicon.tsv': lexicon(),
  'posts.lexicon.tsv': lexicon(),
};
