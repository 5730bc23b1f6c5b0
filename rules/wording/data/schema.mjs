import { wordRules } from '../../../scripts/tables.mjs';

export default {
  'forms.words.tsv': wordRules('typo', 'repeated', 'redundant', 'collocation', 'confusable', 'variant'),
};
