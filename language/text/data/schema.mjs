import { integer, matching, maybe, table, text } from '../../../scripts/tables.mjs';

export default {
  'syllables.tsv': table({ syllable: matching(/[a-z]+/, 'a syllable'), characters: text, source: text }),
  // Compiled into the dictionary, see scripts/build-words.mjs.
  'user-words.tsv': table({
    word: text,
    tag: matching(/[a-z]{1,2}/, 'a part of speech'),
    freq: maybe(integer),
    comment: text,
  }),
};
