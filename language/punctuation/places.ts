/**
 * Where marks stand that may be out of place: the one walk over the tokens of a paragraph that all rules on punctuation share.
 * A place is told by its neighbours alone, so that in a clean paragraph nothing is found; what it means, the rules judge.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { isBlank, type Paragraph } from '../../engine/paragraph.ts';
import { Characters, DIGITS, ShortList } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { isHan, kindSet, Token } from '../text/scan.ts';
import { behindSpaces, isChineseAround, isWideAt } from './context.ts';

/** What a place is to be looked at for. */
export type PlaceKind =
  /** One of `, ; : ? ! .` beside Chinese text. */
  | 'half-point'
  /** Two or more points in a row, and ellipses of every make but a clean `……`. */
  | 'run'
  /** Blanks within the line beside Chinese text. */
  | 'space'
  /** `，` between two digits, and a blank between digits or beside the point of a decimal. */
  | 'figure'
  /** A dash or hyphen of any make but `——` and a single `—` between words. */
  | 'dash'
  /** A dot between words of any make, and `·` between numerals. */
  | 'dot'
  /** A small or vertical form of a mark, and a radical in the place of a character. */
  | 'look-alike'
  /** `、` before a word that takes none, or behind one. */
  | 'pause'
  /** `、` between two Chinese numerals of one character, or two digits that stand by themselves. */
  | 'numerals'
  /** A point inside of a closing mark, at its end. */
  | 'closing'
  /** A point right before an opening bracket. */
  | 'opening'
  /** `，` between two quotations. */
  | 'quoted'
  /** `。` before a word that goes on with the sentence, and `，` behind a place (内). */
  | 'severed'
  /** `。` behind a particle that asks. */
  | 'question'
  /** A colon within what another colon of the sentence announces. */
  | 'colon'
  /** A point or closing mark with which the line begins. */
  | 'lead';

export interface Place extends Range {
  readonly kind: PlaceKind;
}

const WALKED = kindSet(Token.Space, Token.Close, Token.Comma, Token.Stop, Token.Other);

/** The places of a paragraph, in text order but for `lead`, which is first. */
export const places = defineFact<readonly Place[]>(
  'punctuation places',
  { tokens: [Token.Space, Token.Close, Token.Comma, Token.Stop, Token.Other] },
  (paragraph) => {
    const { text, scan, contentStart } = paragraph;
    const found: Place[] = [];
    const add = (kind: PlaceKind | undefined, start: number, end: number) => {
      if (kind !== undefined) found.push({ kind, start, end });
    };
    if (NEVER_FIRST.at(text, contentStart) && isFirst(paragraph)) add('lead', contentStart, contentStart + 1);
    let done = 0;
    /** Whether a colon of this sentence was seen. */
    let announced = false;
    for (let i = scan.next(WALKED, 0), n = scan.count; i < n; i = scan.next(WALKED, i + 1)) {
      const start = scan.start(i);
      if (start < done) continue;
      const kind = scan.kind(i);
      if (kind === Token.Space) {
        announced = false;
        add(blankKind(paragraph, start, scan.end(i)), start, scan.end(i));
      } else if (kind === Token.Close) {
        const close = closeKind(text, start);
        add(close, close === 'closing' ? start - 1 : start, start + 1);
      } else if (kind === Token.Other && text.charCodeAt(start) !== FULL_STOP) {
        done = Math.max(start + 1, DASHES.behind(text, start), DOTS.behind(text, start));
        const sign = signKind(paragraph, start, done);
        add(sign, start, sign === 'dot' ? start + 1 : done);
      } else {
        done = POINTS.behind(text, start);
        add(pointKind(text, start, done, announced), start, done);
        announced = isAnnouncedBehind(text, start, done, announced);
      }
    }
    return found;
  },
);

/** What a closing mark is to be looked at for. */
function closeKind(text: string, start: number): PlaceKind | undefined {
  if (CORNERS.at(text, start)) return 'look-alike';
  return ENDS.at(text, start - 1) && CLOSINGS.at(text, start) ? 'closing' : undefined;
}

/** Whether a colon of the sentence stands before what follows a point; one before a quotation announces that alone. */
function isAnnouncedBehind(text: string, start: number, end: number, announced: boolean): boolean {
  if (text[start] === '：' && end - start === 1) return text[end] !== '“';
  return announced && !BREAKS.at(text, start);
}

/** What blanks are to be looked at for. */
function blankKind(paragraph: Paragraph, start: number, end: number): PlaceKind | undefined {
  if (isInFigure(paragraph.text, start, end)) return 'figure';
  return isInnerSpace(paragraph, start, end) ? 'space' : undefined;
}

/** What a sign that is no point, or a run of dashes or dots, is to be looked at for. */
function signKind(paragraph: Paragraph, start: number, end: number): PlaceKind | undefined {
  const { text } = paragraph;
  if (DASHES.at(text, start)) return isOddDash(paragraph, start, end) ? 'dash' : undefined;
  if (!DOTS.at(text, start)) return LOOK_ALIKES.at(text, start) ? 'look-alike' : undefined;
  if (end - start >= LEAST_ELLIPSIS) return isOddRun(text, start, end) ? 'run' : undefined;
  if (isStopOfTwo(text, start, end)) return 'look-alike';
  return isOddDot(text, start) ? 'dot' : undefined;
}

/** What a point, or a run of points, is to be looked at for. @param announced whether a colon stands before it in the sentence */
function pointKind(text: string, start: number, end: number, announced: boolean): PlaceKind | undefined {
  const point = text[start]!;
  if (end - start > 1 || point === '…') return isOddRun(text, start, end) ? 'run' : undefined;
  if (isInQuotedNumber(text, start)) return 'dot';
  if (HALF_POINTS.at(text, start)) return isInChinese(text, start) ? 'half-point' : undefined;
  if (point === '、') return pauseKind(text, start, end);
  if (point === '：') return announced && end < text.length ? 'colon' : undefined;
  if (OPENINGS.at(text, end)) return point === '。' ? undefined : 'opening';
  if (point === '，') return commaKind(text, start, end);
  return point === '。' ? stopKind(text, start, end) : undefined;
}

/** “7.20”: a point between figures at the head of a quotation, which may be a date. */
function isInQuotedNumber(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== FULL_STOP || !NUMBER.at(text, at - 1) || !NUMBER.at(text, at + 1)) return false;
  return text[at - 2] === '“' || (NUMBER.at(text, at - 2) && text[at - 3] === '“');
}

function pauseKind(text: string, start: number, end: number): PlaceKind | undefined {
  if (HAN_DIGITS.at(text, start - 1) && HAN_DIGITS.at(text, end)) return 'numerals';
  if (isDigitAlone(text, start - 1) && isDigitAlone(text, end)) return 'numerals';
  return mayTakeNone(text, start, end) ? 'pause' : undefined;
}

/** Whether a digit stands by itself: not in 12, 3.5. */
function isDigitAlone(text: string, at: number): boolean {
  return NUMBER.at(text, at) && !IN_FIGURE.at(text, at - 1) && !IN_FIGURE.at(text, at + 1);
}

function commaKind(text: string, start: number, end: number): PlaceKind | undefined {
  if (text[end] === '“' && text[start - 1] === '”') return 'quoted';
  if (NUMBER.at(text, end) && NUMBER.at(text, start - 1)) return 'figure';
  return INSIDE.at(text, start - 1) ? 'severed' : undefined;
}

function stopKind(text: string, start: number, end: number): PlaceKind | undefined {
  if (ASKING.at(text, start - 1)) return 'question';
  return goesOn(text, end) || (text[start - 1] === '是' && isHan(text.charCodeAt(end)))
    ? 'severed'
    : undefined;
}

/** Tells the places of some kinds. */
export function ofKind(...kinds: readonly PlaceKind[]): (place: Place) => boolean {
  const [only, ...others] = kinds;
  return others.length === 0 ? ({ kind }) => kind === only : ({ kind }) => kinds.includes(kind);
}

/** The places of one kind. */
export function placesOf(paragraph: Paragraph, kind: PlaceKind): readonly Place[] {
  return paragraph.fact(places).filter((place) => place.kind === kind);
}

/** Characters that come in runs. */
class RunOf extends Characters {
  /** Behind the last of those that follow each other from an offset on. */
  behind(text: string, from: number): number {
    let end = from;
    while (end < text.length && this.at(text, end)) end++;
    return end;
  }
}

const FULL_STOP = 0x2e;
const POINTS = new RunOf('，。、；：？！…,;:?!.');
const HALF_POINTS = new Characters(',;:?!.');
const DASHES = new RunOf('-－–—―─~');
const DOTS = new RunOf('·•・‧∙･．');
/** The radicals of dictionaries (U+2F00 and on), which copies out of PDF files have for characters; those above them that are forms of whole ones. */
const RADICALS = Array.from({ length: 0xd6 }, (_, i) => String.fromCharCode(0x2f00 + i));
const MORE_RADICALS = '⺟⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳';
const LOOK_ALIKES = new Characters(
  '︰﹐﹑﹔﹕﹖﹗﹒﹙﹚︐︑︒︓︔︕︖ː˸꞉〝〞〟､｡｢｣',
  ...RADICALS,
  MORE_RADICALS,
);
const CORNERS = new Characters('」』');
const NEVER_FIRST = new Characters('，。、；：？！”’）》〉】〕．');
/** First characters of the words that take no `、` before them; the rule knows the words. */
const NO_PAUSE_BEFORE = new Characters(
  '等的和及与以但而因所是从不如虽尽于否特并然即就才更却仍这他我大致导使让取形实体标无只都决绝应已最也一现制结同各全广务圆顺成有较超率基为对凝确切进大坚逐严统继加力杜防真尽发鼓营培保必需希没可还目特重我用何主关尤比例换每集公县市把由将要依经逾届鉴截旨方预连先多始亲立迅随第会',
);
/** Last characters of the words that take none behind them, and of what is said of a subject (到位, 得力, 明显改善). */
const NO_PAUSE_BEHIND = new Characters(
  '此时外之而是来以中如见述底日月年前调出求为定步上说看计解悉究明下神来位力确好实显序利弱足够切厚薄变善高强升晰会议',
);
const BREAKS = new Characters('。；？！');
const ENDS = new Characters('。！？，、；：');
const CLOSINGS = new Characters('”’）》');
const OPENINGS = new Characters('（');
const INSIDE = new Characters('内里中');
/** What ends a sentence beside Han. */
const SENTENCE_MAY_END = new Characters('%％‰”》');
const ASKING = new Characters('吗呢');
const HAN_DIGITS = new Characters('一二两三四五六七八九');
const NUMBER = new Characters(DIGITS);
const IN_FIGURE = new Characters(DIGITS, '.．,，');
const NUMERALS = new Characters(ONE_TO_TEN, DIGITS);

/** Whether the prose begins the line: inline code or an image before it is text as well. */
function isFirst({ source, contentStart }: Paragraph): boolean {
  return contentStart === 0 || isBlank(source.charCodeAt(contentStart - 1));
}

/** Whether the words beside a `、` may be such as take none; 二是 begins a clause. */
function mayTakeNone(text: string, start: number, end: number): boolean {
  return (
    NO_PAUSE_BEFORE.at(text, end) ||
    NO_PAUSE_BEHIND.at(text, start - 1) ||
    (HAN_DIGITS.at(text, end) && text[end + 1] === '是')
  );
}

/** Whether a blank parts digits from digits, or from the point of a decimal. */
function isInFigure(text: string, start: number, end: number): boolean {
  if (NUMBER.at(text, start - 1))
    return NUMBER.at(text, end) || (text[end] === '.' && NUMBER.at(text, end + 1));
  return text[start - 1] === '.' && NUMBER.at(text, start - 2) && NUMBER.at(text, end);
}

/** Blanks between Chinese and Chinese, or a figure, a letter, a sign of measure. The blank of `1. 总则` belongs to the mark. */
function isInnerSpace({ text, contentStart, contentEnd }: Paragraph, start: number, end: number): boolean {
  if (start <= contentStart || end >= contentEnd || text[start - 1] === '.') return false;
  return isWideAt(text, start - 1) || isWideAt(text, end);
}

/** `——` is right, and `—` between words; anything else is looked at beside Chinese text or between figures. */
function isOddDash({ text, contentStart }: Paragraph, start: number, end: number): boolean {
  const isEm = text[start] === '—';
  if (isEm && end - start === 2 && text[start + 1] === '—') return false;
  if (isEm && end - start === 1 && text[end] === ' ' && text[start - 1] === ' ')
    return leadsOn(text, start - 1, end + 1);
  if (isEm && end - start === 1)
    return (
      isHan(text.charCodeAt(end)) &&
      (start === contentStart || isSubtitle(text, end) || leadsOn(text, start, end))
    );
  // 主题 -- 奋进新征程.
  const isApart = text[start - 1] === ' ' && text[end] === ' ';
  const before = text.charCodeAt(isApart ? start - 2 : start - 1);
  const behind = text.charCodeAt(isApart ? end + 1 : end);
  if (isHan(before) || isHan(behind)) return true;
  // --2026年1月12日在…: under a title.
  if (start === contentStart && end - start === 2 && NUMBER.at(text, end)) return true;
  return (NUMBER.at(text, start - 1) || text[start - 1] === '%') && NUMBER.at(text, end);
}

/** A clause behind a dash: what begins so is no place to which something leads. */
const CLAUSE_BEGINS = new ShortList(
  '让 把 就是 即是 这 那 为了 坚持 要把 要让 必须 没有 从而 我们 他们 它是 全县 全市 全省 全国 全镇 全区 哪 一个 一条 一座 一种 一项 一支 一批 为人民 为群众'.split(
    ' ',
  ),
);
const CLAUSE_STOPS = new Characters('，。；！？');
/** A clause before a dash has so many characters. */
const LEAST = 4;
/** And so many are looked at behind it for the mark that ends it. */
const CLAUSE = 40;

/** Whether a single dash stands between a clause and another: 目标只有一个—让群众过上更好的日子。 */
export function leadsOn(text: string, start: number, end: number): boolean {
  for (let i = start - 1; i >= start - LEAST; i--) if (!isWideAt(text, i)) return false;
  // 充装—入库—供应: steps.
  if (DASHES.isIn(text, Math.max(0, start - CLAUSE), start)) return false;
  return (
    CLAUSE_BEGINS.isAt(text, end) && CLAUSE_STOPS.isIn(text, end + LEAST, Math.min(text.length, end + CLAUSE))
  );
}

/** What a dash leads to at a title’s end: 高举旗帜—在全县大会上的讲话. */
function isSubtitle(text: string, at: number): boolean {
  return text[at] === '在' && SPEECHES.some((word) => text.endsWith(word));
}

const SPEECHES = ['的讲话', '的报告', '的发言', '的致辞', '的讲话稿'];

/** 就是 and 即 behind a full stop; 即使, 即将 and 就是说 are other words. */
function goesOn(text: string, at: number): boolean {
  if (text[at] === '就') return text[at + 1] === '是' && text[at + 2] !== '说';
  return text[at] === '即' && !EVEN.at(text, at + 1);
}

const EVEN = new Characters('使将便时刻日可');

/** 抓好落实．: the full-width point of figures for 。, at the end of a line, or between two that are long enough for clauses and hardly of a name. */
function isStopOfTwo(text: string, start: number, end: number): boolean {
  if (text[start] !== '．' || end - start > 1 || !isHan(text.charCodeAt(start - 1))) return false;
  const from = NO_CLAUSE.behindLast(text, Math.max(0, start - LONG_NAME), start);
  if (from > start - LONG_NAME) return false;
  if (isLast(text, start)) return true;
  return (
    isHan(text.charCodeAt(end)) &&
    NO_CLAUSE.next(text, end, Math.min(text.length, end + LONG_NAME)) === end + LONG_NAME
  );
}

/** A name with a dot in it has no longer parts. */
const LONG_NAME = 8;
const NO_CLAUSE = new Characters('，。、；：？！…．（）“”《》‘’ 　');

/** `·` is right between the parts of a name; other dots are looked at there, and `·` in numerals of a date. */
function isOddDot(text: string, at: number): boolean {
  if (text[at] === '·') return NUMERALS.at(text, at - 1) && NUMERALS.at(text, at + 1);
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

/** Marks that ask or exclaim may stand together, up to three; leaders of a table of contents are no text. */
function isOddRun(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length === 2 && text[start] === '…' && text[start + 1] === '…')
    return text[start - 1] === '等' || text[end] === '等';
  let asks = true;
  let dots = true;
  for (let i = start; i < end; i++) {
    asks &&= text[i] === '？' || text[i] === '！';
    dots &&= text[i] === '.' || text[i] === '…' || DOTS.at(text, i);
  }
  if (asks) return length > 3;
  if (dots && (length > LEADER || NUMBER.at(text, behindSpaces(text, end)))) return false;
  return isWideAt(text, start) || isWideAt(text, start - 1) || isWideAt(text, end);
}

/** So many dots in a row lead the eye to a page number, as do fewer that stand before it. */
const LEADER = 7;
/** So many middle dots in a row are meant as an ellipsis. */
const LEAST_ELLIPSIS = 3;

/** A half-width point that belongs to Chinese text: to what stands on both sides of it, as far as that tells. */
function isInChinese(text: string, at: number): boolean {
  if (text[at] === '.' && text[at - 1] === ' ') return isLast(text, at) && isHan(text.charCodeAt(at - 2));
  // 1.加强: a mark that numbers; but 98.9%.剩余, “三农”.
  if (text[at] === '.' && !isHan(text.charCodeAt(at - 1)) && !SENTENCE_MAY_END.at(text, at - 1)) return false;
  const before = isWideAt(text, at - 1) || (text[at] === '.' && isLast(text, at));
  // 12%,(其中: a half-width bracket of the same text.
  const next = text[at + 1] === ' ' || text[at + 1] === '(' ? at + 2 : at + 1;
  if (!before && !isWideAt(text, next)) return false;
  return isChineseAround(text, at) && !endsQuotedEnglish(text, at);
}

/** Whether nothing but blanks stands behind an offset. */
const isLast = (text: string, at: number) => behindSpaces(text, at + 1) === text.length;

const CLOSING_QUOTES = new Characters('”’」』');
const OPENING_QUOTES = new Characters('“‘「『');
/** A quoted sentence of another language is looked at this far back: UTF-16 units. */
const QUOTED = 80;

/** 他问：“Are you ready?”: the mark belongs to the English words that are quoted. */
function endsQuotedEnglish(text: string, at: number): boolean {
  if (!CLOSING_QUOTES.at(text, at + 1)) return false;
  let blanks = 0;
  for (let i = at - 1; i >= Math.max(0, at - QUOTED); i--) {
    if (OPENING_QUOTES.at(text, i)) return blanks > 0;
    if (isHan(text.charCodeAt(i))) return false;
    if (text[i] === ' ') blanks++;
  }
  return false;
}
