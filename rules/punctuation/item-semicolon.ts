import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { seriesMarks } from '../../language/structure/series-marks.ts';

interface ItemSemicolon extends Match {
  readonly stop: number;
}

/** An item of a list that has a full stop in it and ends with a semicolon. GB/T 15834—2011 A.5. */
export const itemSemicolon = defineParagraphRule<ItemSemicolon>({
  id: 'punctuation/item-semicolon',
  since: '0.2.0',
  severity: 'hint',
  kinds: { law: 'off' },
  basis: 'GB/T 15834—2011 附录 A.5',

  reads: seriesMarks,
  find(paragraph) {
    const { text, contentEnd } = paragraph;
    const [first] = paragraph.fact(seriesMarks);
    if (text[contentEnd - 1] !== '；' || !first?.lead) return [];
    const stop = text.indexOf('。', first.end);
    if (stop < 0 || text[stop + 1] === '”' || text[stop + 1] === '）') return [];
    return [{ start: contentEnd - 1, end: contentEnd, stop }];
  },

  explain: ({ stop }) => ({
    message: '本项里已经用了句号，项末就不能再用分号，各项末尾都用句号',
    evidence: [{ start: stop, end: stop + 1, message: '项内的句号' }],
  }),

  fix: ({ start, end }) => [{ title: '分号改为句号', edits: [{ start, end, text: '。' }], safe: false }],
});
