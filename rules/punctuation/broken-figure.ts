import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { isLaidOut } from '../../language/punctuation/context.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';

interface BrokenFigure extends Match {
  /** `months`: the dash between two months has become a blank. */
  readonly by: 'comma' | 'blank' | 'months';
  /** The figure from its first digit to its last. */
  readonly figure: { readonly start: number; readonly end: number };
}

const NUMBER = new Characters(DIGITS);
const PARTS = new Characters(DIGITS, '.，,');
const SENTENCE = new Characters('，。；、');
/** What is counted or measured in figures that are long enough to be grouped. */
const UNITS = new ShortList(
  '万 亿 元 % ％ 公里 千米 平方 立方 公顷 亩 吨 公斤 千克 千瓦 人次 户 个百分点 余人 多人 名 人'.split(' '),
);
/** 附件1 26.8亿元: the number of a thing, and a figure behind it. */
const NUMBERED = new Characters('第件表图号栏项步条款例组队班');
/** Digits of a group where commas or thin spaces part them (GB/T 15835—2011 5.1.2). */
const GROUP = 3;
/** So far from the break the figure is looked at. */
const REACH = 12;

/** `，` as a thousands mark (2，356万元), and a blank inside of a figure (35 .6亿元, 1 26.8亿). GB/T 15834—2011 5.1, GB/T 15835—2011 5.1. */
export const brokenFigure = defineParagraphRule<BrokenFigure>({
  id: 'punctuation/broken-figure',
  since: '0.5.0',
  severity: 'warning',
  basis: 'GB/T 15835—2011 5.1.2',

  reads: places,
  among: ofKind('figure'),
  *find(paragraph) {
    const { text } = paragraph;
    // Asked once: a line of figures alone may have many thousands of such places.
    if (!SENTENCE.isIn(text, 0, text.length) || isLaidOut(paragraph)) return;
    for (const place of placesOf(paragraph, 'figure')) {
      const { start, end } = place;
      const figure = { start: runBefore(PARTS, text, start), end: runBehind(PARTS, text, end) };
      if (SENTENCE.at(text, figure.end - 1)) figure.end--;
      const before = text[figure.start - 1] === ' ' ? figure.start - 2 : figure.start - 1;
      if (NUMBERED.at(text, before)) continue;
      const by = breaks(text, place, figure, before);
      if (by) yield { start, end, by, figure };
    }
  },

  explain({ by, figure, start, end }, { text }) {
    const said = text.slice(figure.start, figure.end);
    const [left, right] = [text.slice(figure.start, start), text.slice(end, figure.end)];
    if (by === 'comma')
      return { message: `“${said}”：千分位不用全角逗号，应为“${left},${right}”，或者不分节` };
    if (by === 'months')
      return {
        message: `“${said}月”：两个月份之间的连接号丢了，应为“${left}—${right}月”`,
        basis: 'GB/T 15834—2011 4.13.3',
      };
    return {
      message: mayBePoint(left + right)
        ? `“${said}”：数字中间有空格，小数点可能丢了，是否“${left}.${right}”或“${left}${right}”`
        : `“${said}”：数字中间有空格，是否“${left}${right}”`,
    };
  },

  fix({ by, figure, start, end }, { text }) {
    const put = (title: string, mark: string) => ({
      title,
      edits: [{ start, end, text: mark }],
      safe: false,
    });
    if (by === 'comma') return [put('改为半角逗号', ','), put('删去逗号', '')];
    if (by === 'months') return [put('补“—”', '—')];
    const without = put('删去空格', '');
    const isPoint = mayBePoint(text.slice(figure.start, start) + text.slice(end, figure.end));
    return isPoint ? [put('补“.”', '.'), without] : [without];
  },
});

/** Whether a figure is broken at a place, and how. `before`: the offset of what stands before the figure. */
function breaks(
  text: string,
  place: Place,
  figure: BrokenFigure['figure'],
  before: number,
): BrokenFigure['by'] | undefined {
  const { start } = place;
  if (text[start] !== '，' && isMonths(text, place, figure) && before >= 0) return 'months';
  if (!isHan(text.charCodeAt(before)) || !UNITS.isAt(text, figure.end)) return undefined;
  if (text[start] === '，') return isThousands(text, start) ? 'comma' : undefined;
  return isCut(text, place) ? 'blank' : undefined;
}

/** 1 4月: two months, the later behind the earlier. */
function isMonths(text: string, { start, end }: Place, figure: BrokenFigure['figure']): boolean {
  if (text[figure.end] !== '月') return false;
  const [first, last] = [Number(text.slice(figure.start, start)), Number(text.slice(end, figure.end))];
  return first >= 1 && first < last && last <= MONTHS;
}
const MONTHS = 12;

/** 5 9亿元: no point stands in it, which may be what was lost. */
const mayBePoint = (figure: string) => !figure.includes('.');

/** Where the run of such characters begins that ends at an offset. */
function runBefore(characters: Characters, text: string, at: number): number {
  let i = at;
  while (i > at - REACH && characters.at(text, i - 1)) i--;
  return i;
}

/** Where the run of such characters ends that begins at an offset. */
function runBehind(characters: Characters, text: string, at: number): number {
  let i = at;
  while (i < at + REACH && characters.at(text, i)) i++;
  return i;
}

/** 2，356万元: a group behind the comma and no more than one before it. */
function isThousands(text: string, comma: number): boolean {
  return (
    comma - runBefore(NUMBER, text, comma) <= GROUP &&
    runBehind(NUMBER, text, comma + 1) - comma - 1 === GROUP
  );
}

/** 35 .6, 1 26.8: beside the point, or where no group ends (1 280 is written so on purpose). */
function isCut(text: string, { start, end }: Place): boolean {
  if (text[start - 1] === '.' || text[end] === '.') return true;
  return start - runBefore(NUMBER, text, start) <= GROUP && runBehind(NUMBER, text, end) - end < GROUP;
}
