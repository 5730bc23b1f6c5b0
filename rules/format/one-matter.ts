import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';

/** 请示应当一文一事: a request that says itself that it has several. */
export const oneMatter = defineDocumentRule<Match & { readonly written: string }>({
  id: 'format/one-matter',
  severity: 'hint',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: '《党政机关公文处理工作条例》第十五条（四）',

  *find(document) {
    const { genre, closing: lines } = document.model(official);
    if (genre !== '请示') return;
    for (const { start, contentStart, content } of lines) {
      const seen = /(?:以上|上述)[两二三四五2-5]?(?:项|件|个)(?:事项|请示|请求)/.exec(content);
      if (!seen) continue;
      const from = start + contentStart + seen.index;
      yield { start: from, end: from + seen[0].length, written: seen[0] };
    }
  },

  explain: ({ written }) => ({ message: `请示应当一文一事，“${written}”说的不止一件，可分别行文` }),
});
