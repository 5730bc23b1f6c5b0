import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { type Question, questions } from '../../language/punctuation/questions.ts';

/** A question that ends with a full stop. GB/T 15834—2011 4.2.1. */
export const questionMark = defineParagraphRule<Question & Match>({
  id: 'punctuation/question-mark',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.2.1',

  reads: questions,
  find: (paragraph) => paragraph.fact(questions),

  explain: ({ word }) => ({ message: `有“${word}”的是问句，句末用问号` }),

  fix: ({ start, end }) => [{ title: '句号改为问号', edits: [{ start, end, text: '？' }], safe: false }],
});
