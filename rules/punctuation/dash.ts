import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { places, placesOf } from '../../language/punctuation/places.ts';
import { isHan } from '../../language/text/scan.ts';

interface Dash extends Match {
  readonly why: string;
}

/** Dashes (破折号) that are not `——`. GB/T 15834—2011 4.10.2. */
export const dash = defineParagraphRule<Dash>({
  id: 'punctuation/dash',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.10.2',

  reads: places,
  *find(paragraph) {
    for (const { start, end } of placesOf(paragraph, 'dash')) {
      const why = judge(paragraph, start, end);
      if (why !== undefined) yield { start, end, why };
    }
  },

  explain: ({ start, end, why }, { text }) => ({
    message: `“${text.slice(start, end)}”应为破折号“——”：${why}`,
  }),

  fix: ({ start, end }) => [{ title: '改为“——”', edits: [{ start, end, text: '——' }], safe: true }],
});

function judge({ text, contentStart }: Paragraph, start: number, end: number): string | undefined {
  const length = end - start;
  const behind = isHan(text.charCodeAt(end)) || text[end] === '“' || text[end] === '《';
  const before = isHan(text.charCodeAt(start - 1)) || text[start - 1] === '”' || text[start - 1] === '》';
  if (length === 1) return text[start] === '—' && behind ? '引出副标题或分项的破折号占两个字' : undefined;
  // Longer rows are lines to write on, or drawn.
  if (length > 4 || !behind || !(before || start === contentStart)) return undefined;
  if (text[start] === '~' || text[start] === '～') return undefined;
  return length === 3 && text.slice(start, end) === '———' ? '占两个字，不多不少' : '不用连字符或减号代替';
}
