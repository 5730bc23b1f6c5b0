import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Label, labelledLine, official } from '../../language/layout/official.ts';

interface ObsoleteMatch extends Match {
  readonly label: Label | 'urgent';
}

const SAID: Partial<Record<ObsoleteMatch['label'], string>> = {
  urgent: '紧急程度只分“特急”“加急”',
  keywords: '公文不再标注主题词',
  'no-text': '不用“此页无正文”，调整行距、字距使印章与正文同处一面',
  open: '附注（此件公开发布等）用圆括号括起来，居左空二字编排在成文日期下一行',
  contact: '附注（联系人、电话）用圆括号括起来，居左空二字编排在成文日期下一行',
};

/** 急件 and the like, above the title; the lines looked at for it. */
const URGENT = /^(?:急件|急|紧急|火急|十万火急|特别紧急|紧急件)$/;
const HEAD = 5;

/** What the standard of 2012 left out: 主题词, 此页无正文; a note without its brackets. */
export const obsolete = defineDocumentRule<ObsoleteMatch>({
  id: 'format/obsolete',
  severity: 'info',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 前言、7.3.5.5、7.3.6',

  *find(document) {
    const { date } = document.model(official);
    for (const line of document.paragraphs.slice(0, HEAD))
      if (URGENT.test(line.content))
        yield { start: line.start + line.contentStart, end: line.start + line.contentEnd, label: 'urgent' };
    for (const paragraph of document.paragraphsWith(labelledLine)) {
      const { label } = paragraph.fact(labelledLine)[0]!;
      // 联系人 below the date is a note; in the body it is a line of the text.
      const note =
        date && paragraph.index > date.paragraph.index && paragraph.index <= date.paragraph.index + 2;
      if (!SAID[label] || ((label === 'contact' || label === 'open') && !note)) continue;
      yield {
        start: paragraph.start + paragraph.contentStart,
        end: paragraph.start + paragraph.contentEnd,
        label,
      };
    }
  },

  explain: ({ label }) => ({ message: SAID[label]! }),
});
