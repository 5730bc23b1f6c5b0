import { defineDocumentRule } from '../../engine/rule.ts';
import { type ConflictMatch, conflicts, explainConflict, fixConflict } from './conflict.ts';

/** One statement with the same digits in 万元 and in 亿元. */
export const magnitude = defineDocumentRule<ConflictMatch>({
  id: 'figures/magnitude',
  severity: 'warning',
  kinds: { law: 'off' },
  find: (document) => conflicts(document, true),
  explain: (match) => explainConflict(match, '同一事项前后相差一万倍，疑“万”“亿”误写'),
  fix: fixConflict,
});
