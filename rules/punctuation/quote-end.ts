import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { mateOf } from '../../language/text/bounds.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';

interface QuoteEnd extends Match {
  /**
   * `twice`: a full stop behind a quotation that has ended its sentence; `part`: a full stop in one that is part of a sentence; `both`:
   * points on either side; `inside`: a pause that belongs outside.
   */
  readonly fault: 'twice' | 'part' | 'both' | 'inside';
  /** Where the point inside stands; the quotation mark is right behind it. */
  readonly at: number;
}

const QUOTES = new Characters('”’');
const STOPS = new Characters('。！？');
const PAUSES = new Characters('，、；');
const POINTS = new Characters('，。、；：');
/** Who is quoted comes behind the quotation: “这件事，”他说，“要办好。” */
const SPEAKERS = new ShortList([
  ...[
    '说',
    '道',
    '指出',
    '强调',
    '问',
    '答',
    '写道',
    '表示',
    '告诉',
    '回忆',
    '描述',
    '介绍',
    '感慨',
    '坦言',
    '解释',
    '认为',
    '形容',
    '评价',
    '透露',
    '补充',
    '笑言',
    '总结',
    '鼓励',
    '提醒',
  ],
]);
/** Who speaks may have a long title: the verb stands in the clause behind the quotation. */
const SPEAKER_REACH = 30;
const PAUSED = new Characters('，。；！？：');
/** What makes the quotation a part of the sentence. */
const GOES_ON = new ShortList(['的', '等', '这一', '之']);
/** What begins a sentence of its own: “……逼出来的。”的确，… */
const BEGINS = new ShortList([
  '的确',
  '等到',
  '等我',
  '等他',
  '等你',
  '之后',
  '之前',
  '之所以',
  '这一天',
  '这一次',
]);

/** Points at the end of a quotation, inside and outside. GB/T 15834—2011 B.2.1. */
export const quoteEnd = defineParagraphRule<QuoteEnd>({
  id: 'punctuation/quote-end',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 B.2.1',

  reads: places,
  among: ofKind('closing'),
  *find(paragraph) {
    for (const { start, end } of placesOf(paragraph, 'closing')) {
      const found = judge(paragraph.text, start, end);
      if (found) yield found;
    }
  },

  explain({ fault, at }, { text }) {
    const inside = text[at]!;
    switch (fault) {
      case 'twice':
        return { message: `引文末尾已有“${inside}”，引号外不再用句号` };
      case 'part':
        return { message: '引文是句子的一部分，句末的句号不放在引号内' };
      case 'both':
        return { message: `引号内外都有点号：“${inside}”与“${text[at + 2]}”只留引号外的` };
      case 'inside':
        return { message: `引号内不以“${inside}”收尾，停顿的点号放在引号外` };
    }
  },

  fix({ fault, at }, { text }) {
    const inside = text[at]!;
    const drop = (from: number) => [{ start: from, end: from + 1, text: '' }];
    switch (fault) {
      case 'twice':
        return [{ title: '删去引号外的句号', edits: drop(at + 2), safe: true }];
      case 'part':
        return [{ title: '删去引号内的句号', edits: drop(at), safe: false }];
      case 'both':
        return [{ title: `删去引号内的“${inside}”`, edits: drop(at), safe: true }];
      case 'inside': {
        const edits = [{ start: at, end: at + 2, text: text[at + 1]! + inside }];
        return [{ title: `把“${inside}”移到引号外`, edits, safe: false }];
      }
    }
  },
});

const INTERRUPTED = /^[^，。；！？“”]{2,24}[，：]“/;
const AMENDED = /(?:改为|作)：?$/;

/** What stands before the quotation that ends with the mark at `close`. */
function openedBehind(text: string, close: number): string {
  const open = mateOf(text, close);
  return open === undefined ? '' : text.slice(Math.max(0, open - 4), open);
}

/** 修改为：“…规定如下：”, or that quotation as a line of its own: the head of what a decision puts for another. */
function isHeadOfOther(text: string, end: number): boolean {
  const isLine = text.trim().length === end - (mateOf(text, end - 1) ?? end);
  return isLine || AMENDED.test(openedBehind(text, end - 1));
}

/** @param end behind the quotation mark, which stands behind the point at `start` */
function judge(text: string, start: number, end: number): QuoteEnd | undefined {
  // “、”: the point itself is spoken of.
  if (!QUOTES.at(text, end - 1) || mateOf(text, end - 1) === start - 1) return undefined;
  const through = (to: number, fault: QuoteEnd['fault']): QuoteEnd => ({ start, end: to, fault, at: start });
  if (STOPS.at(text, start)) {
    if (text[end] === '。') return through(end + 1, 'twice');
    const goesOn = PAUSES.at(text, end) || (GOES_ON.isAt(text, end) && !BEGINS.isAt(text, end));
    return text[start] === '。' && goesOn ? through(end, 'part') : undefined;
  }
  if (POINTS.at(text, end)) return through(end + 1, 'both');
  if (
    text[start] === '，' &&
    SPEAKERS.isIn(text, end, PAUSED.next(text, end, Math.min(text.length, end + SPEAKER_REACH)) + 1)
  )
    return undefined;
  // “这件事，”王教授承诺，“要办好。”: who speaks goes on.
  if (text[start] === '，' && INTERRUPTED.test(text.slice(end, end + SPEAKER_REACH))) return undefined;
  if (text[start] === '：' && isHeadOfOther(text, end)) return undefined;
  // 修改为：“…业务的；”: an item of a statute, quoted as it stands.
  if (text[start] === '；' && text.trimEnd().length === end) return undefined;
  return through(end, 'inside');
}
