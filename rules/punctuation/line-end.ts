import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { seriesMarks } from '../../language/structure/series-marks.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';

/** How a line of several sentences or clauses ends: whole, with a mark that has more to come, or with none. */
type LineEnd = 'whole' | 'going-on' | 'bare';

interface Unended extends Match {
  readonly end: number;
  readonly how: 'going-on' | 'bare';
}

/** A line that is a paragraph of its own and ends with 、 or ，, or with no mark at all. GB/T 15834—2011 4.1.3.1. */
export const lineEnd = defineDocumentRule<Unended>({
  id: 'punctuation/line-end',
  awaitsMore: true,
  since: '0.6.0',
  severity: 'warning',
  kinds: { law: 'off' },
  basis: 'GB/T 15834—2011 4.1.3.1',

  *find(document) {
    const lines = document.paragraphsWith(lineEnds);
    const unended = lines.filter((line) => line.fact(lineEnds)[0] !== 'whole');
    // Texts whose lines were broken for the page's sake end many lines in the middle.
    if (unended.length === 0 || unended.length * MOST > lines.length) return;
    for (const line of unended) {
      if (!isParagraph(line, document)) continue;
      const how = line.fact(lineEnds)[0] === 'going-on' ? 'going-on' : 'bare';
      const end = line.start + line.contentEnd;
      yield { start: end - 1, end, how };
    }
  },

  explain: ({ how, start }, document) => ({
    message:
      how === 'going-on'
        ? `段末是“${document.slice(start, start + 1)}”：后面的话可能丢失，或者应为句号`
        : '段末没有标点：后面的话可能丢失，或者漏了句号',
  }),

  fix({ start, end, how }) {
    const edit = how === 'going-on' ? { start, end, text: '。' } : { start: end, end, text: '。' };
    return [{ title: how === 'going-on' ? '改为句号' : '补上句号', edits: [edit], safe: false }];
  },
});

/** Of so many lines at most one is cut off. */
const MOST = 6;
/** Shorter lines are titles, names, dates. */
const SHORTEST = 16;
const WHOLE = new Characters('。！？…：；”’）》】〉—');

/** How a line ends that is prose: it has a full stop inside, or several commas. */
const lineEnds = defineFact<readonly LineEnd[]>('line ends', ({ text, role, contentStart, contentEnd }) => {
  if (contentEnd - contentStart < SHORTEST || (role !== 'prose' && role !== 'list-item')) return [];
  const last = text.charCodeAt(contentEnd - 1);
  if (WHOLE.at(text, contentEnd - 1)) return ['whole'];
  if (text[contentEnd - 1] === '、' || text[contentEnd - 1] === '，') return ['going-on'];
  if (!isHan(last)) return [];
  const stop = text.lastIndexOf('。', contentEnd - 1);
  // 审议通过了决定。　　张三 · 。（单位：万元）
  if (stop < 0 || contentEnd - stop < 8 || /[\s　]/.test(text.slice(stop + 1, contentEnd))) return [];
  return ['bare'];
});

/** Whether the line ends its paragraph: an empty line follows, an indented one, or one that begins an item. */
function isParagraph(line: Paragraph, { paragraphs }: Document): boolean {
  const next = paragraphs[line.index + 1];
  if (!next) return false;
  if (next.blank) return true;
  const [mark] = next.fact(seriesMarks);
  if (mark?.lead) return true;
  return next.contentStart > 0 && next.contentStart >= line.contentStart && line.contentStart > 0;
}
