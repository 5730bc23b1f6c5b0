import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { isHan } from '../../language/text/scan.ts';

const FAULTS = {
  single: '引出副标题或分项的破折号占两个字',
  long: '占两个字，不多不少',
  hyphens: '不用连字符或减号代替',
} as const;

interface Dash extends Match {
  readonly fault: keyof typeof FAULTS;
}

/** Dashes (破折号) that are not `——`. GB/T 15834—2011 4.10.2. */
export const dash = defineParagraphRule<Dash>({
  id: 'punctuation/dash',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.10.2',

  reads: places,
  among: ofKind('dash'),
  *find(paragraph) {
    for (const { start, end } of placesOf(paragraph, 'dash')) {
      const fault = judge(paragraph, start, end);
      if (fault !== undefined) yield { start, end, fault };
    }
  },

  explain: ({ start, end, fault }, { text }) => ({
    message: `“${text.slice(start, end)}”应为破折号“——”：${FAULTS[fault]}`,
  }),

  fix: ({ start, end }) => [{ title: '改为“——”', edits: [{ start, end, text: '——' }], safe: true }],
});

function judge({ text, contentStart }: Paragraph, start: number, end: number): Dash['fault'] | undefined {
  const length = end - start;
  const behind = isHan(text.charCodeAt(end)) || text[end] === '“' || text[end] === '《';
  const before = isHan(text.charCodeAt(start - 1)) || text[start - 1] === '”' || text[start - 1] === '》';
  if (length === 1) return text[start] === '—' && behind ? 'single' : undefined;
  // Longer rows are lines to write on, or drawn.
  if (length > 4 || !behind || !(before || start === contentStart)) return undefined;
  if (text[start] === '~' || text[start] === '～') return undefined;
  return length === 3 && text.slice(start, end) === '———' ? 'long' : 'hyphens';
}
