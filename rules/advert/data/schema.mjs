import { among, lexicon, matching, oneOf, table, text } from '../../../scripts/tables.mjs';

const WHY = { note: text };

export default {
  'treated.lexicon.tsv': lexicon(undefined, {}),
  'ai.lexicon.tsv': lexicon(
    oneOf(
      'i',
      'model',
      'write',
      'alone',
      'you',
      'ask',
      'adapt',
      'template',
      'swap',
      'cite',
      'bold',
      'text',
      'cannot',
    ),
    WHY,
  ),
  'characters.tsv': table({ weight: matching(/-?\d+(?:\.\d+)?/, 'a number'), characters: text }),
  'chrome.lexicon.tsv': lexicon(
    oneOf(
      'pages',
      'sure',
      'code',
      'field',
      'style',
      'length',
      'sample',
      'tag',
      'price',
      'counts',
      'account',
      'site',
      'credit',
      'collection',
      'many',
      'suffix',
    ),
    WHY,
  ),
  'contact.lexicon.tsv': lexicon(oneOf('qq', 'wechat', 'url', 'host', 'hidden'), WHY),
  'excuses.tsv': table({
    word: text,
    trait: oneOf('excuse', 'colophon', 'office', 'duty', 'limit'),
    note: text,
  }),
  'paywall.lexicon.tsv': lexicon(oneOf('1', '2', '3'), WHY),
  'signal.lexicon.tsv': lexicon(
    matching(
      /(?:trade|join|id|follow|credit|rights|site) [1-5]/,
      'a kind of signal and its weight, such as “trade 4”',
    ),
    WHY,
  ),
  'common.lexicon.tsv': lexicon(among('weights.tsv', 'trait'), {}),
  'traits.lexicon.tsv': lexicon(among('weights.tsv', 'trait'), {}),
  'weights.tsv': table({
    trait: text,
    side: oneOf('page', 'advert', 'machine', 'author', 'shape'),
    weight: matching(/-?\d+(?:\.\d+)?/, 'a number'),
    name: text,
  }),
};
