import { lexicon, matching, optional } from '../../../scripts/tables.mjs';

/** Kind of mark (see MarkKind), its number (0: whichever comes last), the word of its series. */
const MARK = matching(
  /(?:verb|ordinal|qi|first-next|sides) \d+(?: \S+)?/,
  'kind, number and word of a mark, such as “verb 1 是”',
);

export default {
  'count.lexicon.tsv': lexicon(matching(/\d+(?: \S+)?/, 'a number and a measure word, such as “3 个方面”'), {
    note: optional,
  }),
  'order.lexicon.tsv': lexicon(MARK, { note: optional }),
};
