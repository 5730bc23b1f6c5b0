import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { layout } from '../../language/layout/layout.ts';

interface SignerMatch extends Match {
  readonly fault: 'colon' | 'comma';
}

/** 签发人：张三　李四 at the end of the line that has the document's number. */
const SIGNER = /^签发人([：:]?)([\s　]{0,8}[\u4e00-\u9fff·][\u4e00-\u9fff·\s　、，,]{0,24})$/;
const BETWEEN = /[\s　]{0,4}[、，,][\s　]{0,4}/g;

/** 签发人: a full-width colon behind it, blanks between the names. */
export const signer = defineDocumentRule<SignerMatch>({
  id: 'format/signer',
  since: '0.5.0',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.2.6',

  *find(document) {
    const { docket } = document.model(layout);
    if (docket) yield* faultsOf(docket);
  },

  explain: ({ fault }) => ({
    message: fault === 'colon' ? '“签发人”之后用全角冒号，再写姓名' : '几位签发人的姓名之间空一字，不用标点',
  }),

  fix: ({ start, end, fault }) => [
    fault === 'colon'
      ? { title: '加全角冒号', edits: [{ start, end, text: '签发人：' }], safe: true }
      : { title: '改为空格', edits: [{ start, end, text: '　' }], safe: true },
  ],
});

function* faultsOf({ text, start, contentEnd }: Paragraph): Iterable<SignerMatch> {
  const from = text.lastIndexOf('签发人', contentEnd);
  const seen = from < 0 ? null : SIGNER.exec(text.slice(from, contentEnd));
  if (!seen) return;
  const [, colon = '', names = ''] = seen;
  const at = start + from;
  const blanks = names.length - names.trimStart().length;
  const label = '签发人'.length + colon.length;
  if (colon !== '：') yield { start: at, end: at + label + (colon ? 0 : blanks), fault: 'colon' };
  for (const mark of names.matchAll(BETWEEN)) {
    const from = at + label + mark.index;
    yield { start: from, end: from + mark[0].length, fault: 'comma' };
  }
}
