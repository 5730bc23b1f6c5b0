import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS } from '../../language/text/characters.ts';

const RIGHT: Readonly<Record<string, string>> = {
  '︰': '：',
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '﹖': '？',
  '﹗': '！',
  '﹒': '。',
  '﹙': '（',
  '﹚': '）',
  '︐': '，',
  '︑': '、',
  '︒': '。',
  '︓': '：',
  '︔': '；',
  '︕': '！',
  '︖': '？',
  ː: '：',
  '˸': '：',
  '꞉': '：',
};
const FIGURES = new Characters(DIGITS);

/** Small and vertical forms of marks, which look like marks and are found by no search. GB/T 15834—2011 4, 5.1. */
export const lookAlike = defineParagraphRule<Place & Match>({
  id: 'punctuation/look-alike',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 5.1',

  reads: places,
  among: ofKind('look-alike'),
  find: (paragraph) => placesOf(paragraph, 'look-alike'),

  explain({ start, end }, { text }) {
    const said = text[start]!;
    return {
      message: `“${said}”（U+${said.charCodeAt(0).toString(16).toUpperCase()}）是形近的符号，应为“${right(text, start, end)}”`,
    };
  },

  fix({ start, end }, { text }) {
    const becomes = right(text, start, end);
    return [{ title: `改为“${becomes}”`, edits: [{ start, end, text: becomes }], safe: becomes !== '。' }];
  },
});

/** Between figures the colon is the sign of a ratio. */
function right(text: string, start: number, end: number): string {
  const becomes = RIGHT[text[start]!]!;
  return becomes === '：' && FIGURES.at(text, start - 1) && FIGURES.at(text, end) ? '∶' : becomes;
}
