import { table, text } from '../../../scripts/tables.mjs';

export default {
  'alike.tsv': table({ characters: text }),
};
