import type { Edit } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';

interface QuoteEnd extends Match {
  readonly why: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

const QUOTES = new Characters('”’');
const STOPS = new Characters('。！？');
const PAUSES = new Characters('，、；');
const POINTS = new Characters('，。、；：');
/** Who is quoted comes behind the quotation: “这件事，”他说，“要办好。” */
const SPEAKERS = new ShortList(['说', '道', '指出', '强调', '问', '答', '写道', '表示', '告诉', '回忆']);
const SPEAKER_REACH = 12;
/** What makes the quotation a part of the sentence. */
const GOES_ON = new ShortList(['的', '等', '这一', '之']);

/** Points at the end of a quotation, inside and outside. GB/T 15834—2011 B.2.1. */
export const quoteEnd = defineParagraphRule<QuoteEnd>({
  id: 'punctuation/quote-end',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 B.2.1',

  reads: places,
  *find(paragraph) {
    for (const { start, end } of placesOf(paragraph, 'closing')) {
      const found = judge(paragraph.text, start, end);
      if (found) yield found;
    }
  },

  explain: ({ why }) => ({ message: why }),
  fix: ({ title, edits, safe }) => [{ title, edits, safe }],
});

/** @param end behind the quotation mark, which stands behind the point at `start` */
function judge(text: string, start: number, end: number): QuoteEnd | undefined {
  if (!QUOTES.at(text, end - 1)) return undefined;
  const inside = text[start]!;
  const outside = text[end];
  const drop = (from: number): readonly Edit[] => [{ start: from, end: from + 1, text: '' }];
  if (STOPS.at(text, start)) {
    if (outside === '。')
      return {
        start,
        end: end + 1,
        why: `引文末尾已有“${inside}”，引号外不再用句号`,
        title: '删去引号外的句号',
        edits: drop(end),
        safe: true,
      };
    if (inside !== '。') return undefined;
    if (PAUSES.at(text, end) || GOES_ON.isAt(text, end))
      return {
        start,
        end,
        why: '引文是句子的一部分，句末的句号不放在引号内',
        title: '删去引号内的句号',
        edits: drop(start),
        safe: false,
      };
    return undefined;
  }
  if (POINTS.at(text, end))
    return {
      start,
      end: end + 1,
      why: `引号内外都有点号：“${inside}”与“${outside}”只留引号外的`,
      title: `删去引号内的“${inside}”`,
      edits: drop(start),
      safe: true,
    };
  if (inside === '，' && SPEAKERS.isIn(text, end, end + SPEAKER_REACH)) return undefined;
  return {
    start,
    end,
    why: `引号内不以“${inside}”收尾，停顿的点号放在引号外`,
    title: `把“${inside}”移到引号外`,
    edits: [{ start, end, text: text[end - 1]! + inside }],
    safe: false,
  };
}
