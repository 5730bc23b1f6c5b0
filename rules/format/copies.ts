import { cutsCharacter } from '../../engine/characters.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { labelledLine, official } from '../../language/layout/official.ts';

interface CopyMatch extends Match {
  readonly fault: 'end' | 'repeated';
  readonly organ?: string;
}

/** 抄送: a full stop at its end, and nobody to whom the document is addressed already. */
export const copies = defineDocumentRule<CopyMatch>({
  id: 'format/copies',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.4.2',

  *find(document) {
    const addressed = new Set(organs(document.model(official).addressees?.content ?? ''));
    for (const paragraph of document.paragraphsWith(labelledLine)) {
      const { label, end } = paragraph.fact(labelledLine)[0]!;
      if (label !== 'copy') continue;
      const { text, start, contentEnd } = paragraph;
      for (const organ of organs(text.slice(end, contentEnd))) {
        if (!addressed.has(organ)) continue;
        const at = start + text.indexOf(organ, end);
        yield { start: at, end: at + organ.length, fault: 'repeated', organ };
      }
      const next = document.paragraphs[paragraph.index + 1];
      // A list that runs over lines ends on a later one.
      const goesOn = next !== undefined && !next.blank && /^[　 ]{3,}/.test(next.source);
      const last = contentEnd - (cutsCharacter(text, contentEnd - 1) ? 2 : 1);
      if (text[last] !== '。' && !goesOn && contentEnd > end)
        yield { start: start + last, end: start + contentEnd, fault: 'end' };
    }
  },

  explain: ({ fault, organ }) => ({
    message: fault === 'end' ? '抄送机关的最后一个之后用句号' : `“${organ}”已是主送机关，不再抄送`,
  }),

  fix: ({ fault, end }, document) => {
    if (fault !== 'end') return [];
    const replaced = /[，、；,;.]/.test(document.slice(end - 1, end));
    return [{ title: '加句号', edits: [{ start: replaced ? end - 1 : end, end, text: '。' }], safe: true }];
  },
});

/** The organs of a list; what brackets add to one is cut off with them. */
function organs(list: string): string[] {
  return list.split(/[、，,；;。：:（）\s]/).filter((name) => name.length > 1);
}
