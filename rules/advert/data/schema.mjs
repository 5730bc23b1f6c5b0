import { lexicon, matching, oneOf, table, text } from '../../../scripts/tables.mjs';

const WHY = { note: text };

export default {
  'ai.lexicon.tsv': lexicon(
    oneOf('i', 'model', 'write', 'alone', 'you', 'ask', 'adapt', 'cite', 'bold', 'text', 'cannot'),
    WHY,
  ),
  'chrome.lexicon.tsv': lexicon(
    oneOf(
      'label',
      'web-label',
      'button',
      'heading',
      'trail',
      'pages',
      'sure',
      'code',
      'line',
      'editor',
      'tags',
      'style',
      'length',
      'stamp',
      'part',
    ),
    WHY,
  ),
  'contact.lexicon.tsv': lexicon(oneOf('qq', 'wechat', 'url'), WHY),
  'excuses.tsv': table({ word: text, note: text }),
  'paywall.lexicon.tsv': lexicon(oneOf('1', '2', '3'), WHY),
  'signal.lexicon.tsv': lexicon(
    matching(
      /(?:trade|join|id|follow|credit|rights|site) [1-5]/,
      'a kind of signal and its weight, such as “trade 4”',
    ),
    WHY,
  ),
};
