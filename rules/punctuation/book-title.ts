import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { titleSpans } from '../../language/punctuation/titles.ts';

interface BookTitle extends Match {
  /** （试行） outside, or a meeting, campaign, certificate … in book-title marks. */
  readonly edition: boolean;
}

/** Book-title marks: what belongs inside them and what does not. GB/T 15834—2011 A.13.1, A.13.4. */
export const bookTitle = defineParagraphRule<BookTitle>({
  id: 'punctuation/book-title',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 A.13',

  reads: titleSpans,
  *find(paragraph) {
    for (const { start, end, edition, misused } of paragraph.fact(titleSpans)) {
      if (edition) yield { start: end - 1, end: edition.end, edition: true };
      else if (misused) yield { start, end, edition: false, severity: 'info' };
    }
  },

  explain({ start, end, edition }, { text }) {
    const said = text.slice(start, end);
    return edition
      ? { message: `“${said.slice(1)}”是名称的一部分，放在书名号内`, basis: 'GB/T 15834—2011 附录 A.13.4' }
      : {
          message: `${said}：会议、活动、证照、奖项、课程等的名称不用书名号，可用引号`,
          basis: 'GB/T 15834—2011 附录 A.13.1',
        };
  },

  fix({ start, end, edition }, { text }) {
    if (edition)
      return [
        {
          title: `移到书名号内`,
          edits: [{ start, end, text: `${text.slice(start + 1, end)}》` }],
          safe: false,
        },
      ];
    return [
      {
        title: '书名号改为引号',
        edits: [
          { start, end: start + 1, text: '“' },
          { start: end - 1, end, text: '”' },
        ],
        safe: false,
      },
      {
        title: '删去书名号',
        edits: [
          { start, end: start + 1, text: '' },
          { start: end - 1, end, text: '' },
        ],
        safe: false,
      },
    ];
  },
});
