import type { Edit } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';

interface BracketPoint extends Match {
  readonly why: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

const PAUSES = new Characters('，、；：');
const SENTENCE_ENDS = new Characters('。！？…”）');
const POINTS = new Characters('，。、；：？！');
const OPEN = new Characters('（');
const CLOSE = new Characters('）');
const STOP = new Characters('。');
/** With these a bracket explains the word before it. */
const EXPLAINS = new ShortList(['以下简称', '以下统称', '下称', '简称', '不含', '含', '包括']);
/** How far back the beginning of a bracket is looked for. */
const LONGEST = 200;

/** Points before, in and behind brackets within a sentence. GB/T 15834—2011 A.8, B.2.2. */
export const bracketPoint = defineParagraphRule<BracketPoint>({
  id: 'punctuation/bracket-point',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 A.8；B.2.2',

  reads: places,
  *find(paragraph) {
    const { text, contentStart } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'opening')) {
      if (!EXPLAINS.isAt(text, end + 1)) continue;
      const point = text[start]!;
      const close = CLOSE.next(text, end, Math.min(text.length, end + LONGEST));
      if (text[close] !== '）') continue;
      const edits: Edit[] = [{ start, end, text: '' }];
      if (!POINTS.at(text, close + 1)) edits.push({ start: close + 1, end: close + 1, text: point });
      yield {
        start,
        end: end + 1,
        why: `括号紧贴被注释的词语，前面的“${point}”移到括号后`,
        title: `把“${point}”移到括号后`,
        edits,
        safe: false,
      };
    }
    for (const { start, end } of placesOf(paragraph, 'closing')) {
      if (text[end - 1] !== '）') continue;
      const inside = text[start]!;
      if (PAUSES.at(text, start)) {
        yield {
          start,
          end,
          why: `括号内不以“${inside}”收尾`,
          title: `删去“${inside}”`,
          edits: [{ start, end: start + 1, text: '' }],
          safe: inside !== '：',
        };
        continue;
      }
      if (inside !== '。') continue;
      const open = OPEN.behindLast(text, Math.max(contentStart, start - LONGEST), start) - 1;
      // A bracket behind a sentence, or on a line of its own, holds sentences.
      if (open <= contentStart || text[open] !== '（' || SENTENCE_ENDS.at(text, open - 1)) continue;
      if (STOP.isIn(text, open, start)) continue;
      yield {
        start,
        end,
        why: '句内括号里的话末尾不用句号，句号在括号外',
        title: '删去括号内的句号',
        edits: [{ start, end: start + 1, text: '' }],
        safe: false,
        severity: 'info',
      };
    }
  },

  explain: ({ why }) => ({ message: why }),
  fix: ({ title, edits, safe }) => [{ title, edits, safe }],
});
