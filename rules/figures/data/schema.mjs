import {
  date,
  integer,
  lexicon,
  maybe,
  oneOf,
  optional,
  table,
  text,
  year,
} from '../../../scripts/tables.mjs';

export default {
  'anniversaries.tsv': table({ event: text, year, day: maybe(text), source: text }),
  'complements.tsv': table({ parts: text, source: text }, { key: ['parts'] }),
  'congresses.tsv': table({ number: integer, year, source: text }),
  'congresses-plenums.tsv': table(
    { term: integer, session: integer, year, opens: maybe(date), source: text },
    { key: ['term', 'session'] },
  ),
  'congresses-sessions.tsv': table(
    { body: oneOf('npc', 'cppcc'), term: integer, first: year, sessions: integer, source: text },
    { key: ['body', 'term'] },
  ),
  'festivals.tsv': table({ name: text, month: integer, day: integer, source: text }),
  'fixed-expressions.tsv': table({
    name: text,
    count: integer,
    members: optional,
    order: oneOf('strict', 'loose', ''),
    slip: optional,
    source: text,
  }),
  'fixed.lexicon.tsv': lexicon(oneOf('stem', 'name')),
  'group.lexicon.tsv': lexicon(),
  'numbered.lexicon.tsv': lexicon(text),
  'observances.tsv': table({ name: text, first: year, source: text }),
  'plans.tsv': table({ name: text, first: year, last: year, proposed: optional, source: text }),
};
