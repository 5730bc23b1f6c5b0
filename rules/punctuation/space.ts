import type { Range } from '../../engine/finding.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { isLaidOut } from '../../language/punctuation/context.ts';
import { isOfSeriesMark } from '../../language/punctuation/elsewhere.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS, LETTERS, ShortList } from '../../language/text/characters.ts';
import { isHan, isHanRun } from '../../language/text/scan.ts';

type Where = 'before-mark' | 'after-mark' | 'after-sentence' | 'word' | 'sentence' | 'quote' | 'figure';

interface Spaces extends Match {
  readonly where: Where;
  readonly places: readonly Range[];
}

/** What a blank is never before, and what it is never behind, within a sentence. */
const NOT_BEFORE = new Characters('，。、；：？！');
const NOT_BEHIND = new Characters('，、；');
const SENTENCE_ENDS = new Characters('。！？：');
const OPENINGS = new Characters('“‘《（');
const CLOSINGS = new Characters('”’》）');
const HALF_POINTS = new Characters(',;:?!');
const SENTENCE = new Characters('，。；、');
const FIGURES = new Characters(DIGITS);
const LATIN = new Characters(LETTERS);

const SAYS: Readonly<Record<Where, string>> = {
  'before-mark': '标点前有多余的空格',
  'after-mark': '标点后有多余的空格',
  'after-sentence': '句子之间有空格：多余，或者此处本应分段',
  word: '词语中间有多余的空格',
  sentence: '句子中间有空格：多余，或者丢了标点',
  quote: '引号、括号、书名号旁有多余的空格',
  figure: '汉字与数字、字母之间不加空格',
};

/** Blanks inside sentences. Indents, tables, forms, spaced names and the blank behind 第一章 are none of its business. */
export const space = defineParagraphRule<Spaces>({
  id: 'punctuation/space',
  since: '0.2.0',
  severity: 'warning',

  reads: places,
  among: ofKind('space'),
  *find(paragraph) {
    const all = placesOf(paragraph, 'space');
    if (all.length === 0 || isLaidOut(paragraph)) return;
    const { text } = paragraph;
    const inSentences = SENTENCE.isIn(text, 0, text.length);
    const byWhere = new Map<Where, Range[]>();
    for (const place of all) {
      const where = judge(paragraph, place, inSentences);
      if (where === undefined || isOfSeriesMark(paragraph, place)) continue;
      if ((where === 'sentence' || where === 'quote') && isHeadline(text)) continue;
      const list = byWhere.get(where);
      if (list) list.push(place);
      else byWhere.set(where, [place]);
    }
    for (const [where, list] of byWhere) {
      for (const places of gather(list)) {
        const severity = LEVELS[where];
        yield {
          start: places[0]!.start,
          end: places[0]!.end,
          where,
          places,
          ...(severity ? { severity } : {}),
        };
      }
    }
  },

  explain: ({ where, places }) => ({
    message: places.length === 1 ? SAYS[where] : `${SAYS[where]}，本段共 ${places.length} 处`,
    evidence: alsoHere(places, '此处同'),
  }),

  fix: ({ where, places }) => [
    {
      title: '删去空格',
      edits: places.map(({ start, end }) => ({ start, end, text: '' })),
      safe: SAFE.has(where),
    },
  ],
});

/** A headline is no longer. */
const HEADLINE = 100;
const CLAUSES = new Characters('，。；：！？');

/** 万众一心、砥砺前行 确保“十五五”开好局: two halves of a headline, which has neither a comma nor an end. */
const isHeadline = (text: string) => text.length <= HEADLINE && !CLAUSES.isIn(text, 0, text.length);

const LEVELS: Readonly<Partial<Record<Where, 'info' | 'hint'>>> = {
  'after-sentence': 'hint',
  sentence: 'info',
  figure: 'hint',
};
/** Where a mark or a line break may have been lost, the blank is all that shows it. */
const SAFE: ReadonlySet<Where> = new Set(['before-mark', 'after-mark', 'word', 'quote']);

/** 新华社北京5月30日电 （记者…）: agencies part who reports from where by a blank. */
const DATELINE = new ShortList([
  '（记者',
  '（通讯员',
  '（见习记者',
  '（特约记者',
  '（实习记者',
  '（本报记者',
]);
const DATELINE_ENDS = new Characters('电讯');

function judge(paragraph: Paragraph, { start, end }: Range, inSentences: boolean): Where | undefined {
  const { text } = paragraph;
  if (isForOthers(text, start, end)) return undefined;
  if (NOT_BEFORE.at(text, end)) return 'before-mark';
  if (NOT_BEHIND.at(text, start - 1)) return 'after-mark';
  if (!inSentences) return undefined;
  if (SENTENCE_ENDS.at(text, start - 1)) return 'after-sentence';
  const before = isHan(text.charCodeAt(start - 1));
  const behind = isHan(text.charCodeAt(end));
  if (before && behind) return betweenHan(paragraph, start, end);
  if ((before && isPairAt(text, end)) || (behind && isPairAt(text, start - 1))) {
    if (isQuoted(text, start)) return undefined;
    return OPENINGS.at(text, end) && beginsSentence(text, end) ? 'sentence' : 'quote';
  }
  if ((before && isFigureAt(text, end)) || (behind && isFigureAt(text, start - 1))) return 'figure';
  return undefined;
}

/** Whether a blank is of something else: a half-width mark's goes with the mark, an empty bracket's is to be filled in, a dateline's is usual. */
function isForOthers(text: string, start: number, end: number): boolean {
  return (
    HALF_POINTS.at(text, start - 1) ||
    (OPENINGS.at(text, start - 1) && CLOSINGS.at(text, end)) ||
    (DATELINE.isAt(text, end) && DATELINE_ENDS.at(text, start - 1))
  );
}

function isPairAt(text: string, at: number): boolean {
  return OPENINGS.at(text, at) || CLOSINGS.at(text, at);
}

/** 办好民生实事 “民之所忧，我必念之。”: what is quoted is a sentence, so that a stop, or the end of a heading, may be lost before it. */
function beginsSentence(text: string, open: number): boolean {
  if (text[open] !== '“') return false;
  const close = text.indexOf('”', open);
  return close > 0 && close - open < QUOTED_SENTENCE && QUOTE_STOPS.at(text, close - 1);
}
const QUOTED_SENTENCE = 200;
const QUOTE_STOPS = new Characters('。！？；');

function isFigureAt(text: string, at: number): boolean {
  return FIGURES.at(text, at) || LATIN.at(text, at);
}

/** Han on each side as far as they are asked about. */
const REACH = 6;

const OF_DATES = new Characters('年月日时分');

/** A clause of so many Han beside the blank is none of a list of names. */
const CLAUSE = 3;

/** Between Han: within a word the blank is wrong beyond doubt, else only where it stands inside a sentence. */
function betweenHan({ text, language }: Paragraph, start: number, end: number): Where | undefined {
  const quoted = isQuoted(text, start) && !ABOUT.isAt(text, start - 2);
  if (quoted && !isBesideQuote(text, start, end)) return undefined;
  // No-break spaces between Han are advert/invisible's.
  if (text.slice(start, end).includes('\u00a0')) return undefined;
  const { from, to } = hanAround(text, start, end);
  if (isByline(text, start, end, to) || isJointIssuer(text, start, end)) return undefined;
  const joined = text.slice(from, start) + text.slice(end, to);
  const isOneWord = !language.words.isBoundary(joined, start - from);
  // 张 三, 总 则: names and headings are spaced out; 2024年 月 is to be filled in.
  if (quoted) return isOneWord ? 'word' : undefined;
  if (start - from < 2 || to - end < 2) {
    if (!isOneWord || OF_DATES.at(text, end)) return undefined;
    return isCutOff(text, { from, start, end, to }) ? 'word' : undefined;
  }
  return isOneWord ? 'word' : 'sentence';
}

/** How far Han go on both sides, as far as they are asked about. */
function hanAround(text: string, start: number, end: number): { from: number; to: number } {
  let from = start;
  while (from > start - REACH && isHan(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < end + REACH && isHan(text.charCodeAt(to))) to++;
  return { from, to };
}

/** A name behind a blank has so many characters. */
const LONGEST_NAME = 4;
const BRACKETS = new Characters('（(）)');

/** （记者 王晓明）, （作者：市委党校副校长 李华）: what somebody is and his name, in a bracket that ends with it. */
function isByline(text: string, start: number, end: number, to: number): boolean {
  if (to - end > LONGEST_NAME || !/[）)]/.test(text[to] ?? '')) return false;
  const from = Math.max(0, start - QUOTED);
  const opening = BRACKETS.behindLast(text, from, start) - 1;
  return opening >= from && /[（(]/.test(text[opening]!);
}

const PARTY_ORGANS = /(?:中共中央|[省市县区旗州]委)(?:办公[厅室])?$/;
const GOVERNMENTS = /^(?:国务院|中央军委|全国人大|(?:[省市县区旗州]|自治区)?人民政府|[省市县区旗州]政府)/;

/** 中共中央 国务院: authorities that issue together are parted by a blank, as in the heads of documents. */
function isJointIssuer(text: string, start: number, end: number): boolean {
  return (
    PARTY_ORGANS.test(text.slice(Math.max(0, start - REACH), start)) &&
    GOVERNMENTS.test(text.slice(end, end + REACH))
  );
}

/** Whether a character alone beside a blank is the end, or the beginning, of a clause beside it. `from` and `to`: how far Han go. */
function isCutOff(text: string, { from, start, end, to }: Range & { from: number; to: number }): boolean {
  return start - from >= CLAUSE || FIGURES.at(text, from - 1)
    ? SENTENCE.at(text, to) || FIGURES.at(text, to)
    : to - end >= CLAUSE && SENTENCE.at(text, from - 1);
}

/** What a title goes on behind: 《关于 加强…的意见》. */
const ABOUT = new ShortList(['关于', '印发', '转发']);

/** “马上就办、真抓实 干”: a character by itself at the mark, the rest of what is quoted on the other side; halves are of one length. */
function isBesideQuote(text: string, start: number, end: number): boolean {
  const isHanBefore = (length: number) => isHanRun(text, Math.max(0, start - length), start);
  return (
    (CLOSINGS.at(text, end + 1) && isHanBefore(CLAUSE)) ||
    (OPENINGS.at(text, start - 2) && isHanRun(text, end, end + CLAUSE))
  );
}

/** How far back a quotation or a title is looked for. */
const QUOTED = 40;

/** Within quotation marks and titles a blank parts two halves: 《携手合作 共同发展》, 《“一国两制” 新篇章》. */
function isQuoted(text: string, at: number): boolean {
  let closed = 0;
  for (let i = at - 1; i >= 0 && i > at - QUOTED; i--) {
    if (text[i] === '”' || text[i] === '》') closed++;
    else if ((text[i] === '“' || text[i] === '《') && closed-- === 0) return true;
  }
  return false;
}
