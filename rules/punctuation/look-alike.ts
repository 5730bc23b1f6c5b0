import type { Fix } from '../../engine/finding.ts';
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
  '．': '。',
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
  '〝': '“',
  '〞': '”',
  '〟': '”',
  '､': '、',
  '｡': '。',
  '｢': '“',
  '｣': '”',
};
/** The characters of which these radicals are the form: Unicode names them, yet does not take one for the other. */
const RADICAL_OF: Readonly<Record<string, string>> = Object.fromEntries(
  '⺟母 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟'
    .split(' ')
    .map((pair) => [pair[0], pair[1]]),
);
/** Quotation marks of vertical text, by the closing one: what opens them, and the pair that horizontal text has. */
const CORNERS: Readonly<Record<string, readonly [open: string, right: string]>> = {
  '」': ['「', '“”'],
  '』': ['『', '‘’'],
};
const FIGURES = new Characters(DIGITS);

/** Small and vertical forms of marks, and radicals for characters, which look like these and are found by no search. GB/T 15834—2011 4, 5.1. */
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
    const corner = CORNERS[said];
    if (corner)
      return {
        message: `横排文字的引号用${corner[1]}，不用${corner[0]}${said}`,
        basis: 'GB/T 15834—2011 4.8.2',
      };
    const kind = isRadical(said) ? '字典部首的符号，不是汉字' : '形近的符号';
    return {
      message: `“${said}”（U+${said.charCodeAt(0).toString(16).toUpperCase()}）是${kind}，应为“${right(text, start, end)}”`,
    };
  },

  fix({ start, end }, { text }) {
    const corner = CORNERS[text[start]!];
    if (corner) return fixCorner(text, start, ...corner);
    const becomes = right(text, start, end);
    return [{ title: `改为“${becomes}”`, edits: [{ start, end, text: becomes }], safe: becomes !== '。' }];
  },
});

function fixCorner(text: string, at: number, open: string, [first, last]: string): Fix[] {
  const from = text.lastIndexOf(open, at);
  if (from < 0) return [];
  const edits = [
    { start: from, end: from + 1, text: first! },
    { start: at, end: at + 1, text: last! },
  ];
  return [{ title: `改为${first}${last}`, edits, safe: true }];
}

/** ⼒ for 力: what stands in no font of a printer’s, and is found by no search. */
const isRadical = (said: string) => RIGHT[said] === undefined;

/** Behind the number of an item the point is no full stop, between figures the colon is the sign of a ratio; Unicode itself says of which character a radical is the form. */
function right(text: string, start: number, end: number): string {
  const said = text[start]!;
  const becomes = isRadical(said) ? (RADICAL_OF[said] ?? said.normalize('NFKC')) : RIGHT[said]!;
  if (said === '﹒' && isInTitle(text, start, end)) return '·';
  const isBehindFigure = FIGURES.at(text, start - 1);
  if (becomes === '。' && isBehindFigure) return '.';
  return becomes === '：' && isBehindFigure && FIGURES.at(text, end) ? '∶' : becomes;
}

/** “家乡美﹒幸福年”: two names side by side in a quotation with no other mark. */
function isInTitle(text: string, start: number, end: number): boolean {
  const from = OUTSIDE.behindLast(text, Math.max(0, start - TITLE), start);
  const to = OUTSIDE.next(text, end, Math.min(text.length, end + TITLE));
  return OPENS.at(text, from - 1) && CLOSES.at(text, to);
}
/** Half of such a name is no longer. */
const TITLE = 12;
const OPENS = new Characters('“《');
const CLOSES = new Characters('”》');
const OUTSIDE = new Characters('“”《》，。、；：');
