/**
 * Numbers that announce or sum up a list: 讲三点意见, 抓好以下八项工作：, 四场攻坚战, 做到“四个坚持”：, 以上五项.
 * A fact of one paragraph; whether a list follows, and how long it is, is a question for the structure.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { ANNOUNCEMENT_STOPS, boundAfter, STATEMENT_STOPS } from '../text/bounds.ts';
import { Characters, lastOf, ShortList } from '../text/characters.ts';
import { longestHits } from '../text/hits.ts';
import { lexicon, wordList } from '../text/lexicon.ts';
import { ONE_TO_TEN, readDigits, readHanNumber } from '../text/numerals.ts';
import { anyOf, wordsOf } from '../text/pattern.ts';
import { isHan, kindSet, Token } from '../text/scan.ts';
import { wideTextOf } from '../text/wide.ts';
import { countsNone, isOfLeaders, isPartOfNumber } from './not-counted.ts';
import { isStructural, seriesMarks } from './series-marks.ts';

const COUNT_WORDS = wordList('structure.count');
/** What the words of the list say, read once. */
const COUNTS = new Map(
  lexicon.entriesOf(COUNT_WORDS).map((entry) => {
    const [value, measure = ''] = entry.value.split(' ') as [string, string?];
    return [entry, { value: Number(value), measure }];
  }),
);
const FIGURES = kindSet(Token.Digits);
const OPENING = kindSet(Token.Open);

export interface DeclaredCount {
  /** The whole claim, `四场攻坚战`. Relative to the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly value: number;
  readonly arabic: boolean;
  readonly measure: string;
  /** What is counted: 攻坚战, 意见; empty in 讲三点。 */
  readonly noun: string;
  /**
   * Which way it points: `ahead` to a list that follows (以下 如下 讲…意见), `back` to one before (以上 上述),
   * `none`: only its place and the list itself can tell.
   */
  readonly points: 'ahead' | 'back' | 'none';
  /** Offset behind the 。 or ： that ends its sentence; the paragraph's end if none does. */
  readonly sentenceEnd: number;
  /** The list is announced by a colon (or a comma that serves for one) straight behind the claim (or its closing quotation mark). */
  readonly colon: boolean;
  /** In quotation marks, at their beginning or behind another number: “四个坚持”. */
  readonly quoted: boolean;
  /** The noun does not say what is counted: 三个方面, 五项工作. */
  readonly general: boolean;
  /** It stands in the heading that the paragraph begins with. */
  readonly inHeading: boolean;
  /** 新建三支队伍。: things that one can touch, and no colon: a list behind it is of something else, unless its members name them. */
  readonly things: boolean;
  /** Where a list would have to begin: at a mark straight behind the sentence, or behind the paragraph; else −1. */
  readonly leadsTo: number;
}

/** A claim's noun is read up to so many characters. */
const NOUN = 12;
/** A sentence that announces a list ends soon behind the number. */
const SENTENCE = 60;

export const declaredCounts = defineFact<readonly DeclaredCount[]>(
  'declared counts',
  { tokens: [Token.Digits, Token.Open], words: [COUNT_WORDS] },
  (paragraph) => {
    if (paragraph.role === 'table') return [];
    const claims: DeclaredCount[] = [];
    for (const { start, end, entry } of longestHits(paragraph.hits(COUNT_WORDS))) {
      const { value, measure } = COUNTS.get(entry)!;
      // 原因有三： has no measure word: its number stands between the 有 and the mark.
      const [from, to] = measure === '' ? [start + 1, end - 1] : [start, end];
      const claim = readClaim(paragraph, {
        start: from,
        numberEnd: to - measure.length,
        measureEnd: to,
        value,
        measure,
        arabic: false,
      });
      if (claim) claims.push(claim);
    }
    const { scan } = paragraph;
    const text = wideTextOf(paragraph);
    readNames(paragraph, claims);
    for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
      const at = scan.end(i);
      if (at - scan.start(i) > 2) continue;
      const measure = MEASURES.wordAt(text, at);
      if (measure === undefined) continue;
      const value = readDigits(text.slice(scan.start(i), at));
      const claim = readClaim(paragraph, {
        start: scan.start(i),
        numberEnd: at,
        measureEnd: at + measure.length,
        value,
        measure,
        arabic: true,
      });
      if (claim) claims.push(claim);
    }
    return claims.length > 1 ? claims.sort((a, b) => a.start - b.start) : claims;
  },
);

/** “四清”, “五提升”: a number, and what each of so many does or is. “三查三改” counts twice. */
const NAME = new RegExp(`“([二两三四五六七八九十])((?!一)[^${ONE_TO_TEN}两，。：；、“”\\d]{1,3})”`, 'y');

const BACK_TO_NAME = /(?:这|以上|上述)$/;

function readNames(paragraph: Paragraph, claims: DeclaredCount[]): void {
  const { scan } = paragraph;
  const text = wideTextOf(paragraph);
  const counted = claims.length;
  for (let i = scan.next(OPENING, 0), n = scan.count; i < n; i = scan.next(OPENING, i + 1)) {
    NAME.lastIndex = scan.start(i);
    const number = NAME.exec(text)?.[1];
    if (number === undefined) continue;
    const start = scan.start(i) + 1;
    // “三个到位” has its measure word.
    if (claims.slice(0, counted).some((claim) => claim.start === start)) continue;
    const { value } = readHanNumber(number, 0)!;
    const counts = { start, numberEnd: start + 1, measureEnd: start + 1, value, measure: '', arabic: false };
    const claim = readClaim(paragraph, counts);
    // 做到这“三早”, …: told before.
    const points = BACK_TO_NAME.test(text.slice(Math.max(0, start - 4), start - 1)) ? 'back' : 'none';
    if (claim) claims.push({ ...claim, points });
  }
}

/** Those whose place may tie them to a list: few of all the numbers in a text. */
export const placedCounts = defineFact<readonly DeclaredCount[]>(
  'placed counts',
  { facts: [declaredCounts] },
  (paragraph) => {
    const all = paragraph.fact(declaredCounts);
    const placed = (count: DeclaredCount) => isPlaced(count, paragraph);
    return all.some(placed) ? all.filter(placed) : [];
  },
);

function isPlaced(count: DeclaredCount, { contentEnd }: Paragraph): boolean {
  const { points, leadsTo, inHeading, general, noun, end } = count;
  if (points !== 'none' || leadsTo >= 0 || contentEnd - end <= FORE) return true;
  return !general && noun.length >= 2 && inHeading;
}

/** How far before a list the number may stand if each member names what it counts. */
export const FORE = 150;

/** Nouns that do not say what is counted. */
const GENERAL =
  /^(?:方面)?的?(?:具体|重点|主要|重要)?(?:方面|工作|问题|意见|建议|要求|任务|措施|内容|情况|要点|重点|环节|事|话|部分)?$/;
const MEASURES = new ShortList([
  ...[
    '个方面',
    '个',
    '项',
    '点',
    '条',
    '件',
    '场',
    '大',
    '种',
    '类',
    '步',
    '道',
    '句',
    '方面',
    '处',
    '起',
    '例',
  ],
]);

const CASES = new ShortList(['起', '例']);

/** What counts things that one can touch. */
const THINGS = new Characters('张把支本');

/** A number with its measure word (empty: 有三：), as it stands in the text. */
interface Counted {
  readonly start: number;
  readonly numberEnd: number;
  readonly measureEnd: number;
  readonly value: number;
  readonly measure: string;
  readonly arabic: boolean;
}

/** The claim that a number makes; undefined where it belongs to a longer one, or counts no list. */
function readClaim(paragraph: Paragraph, counted: Counted): DeclaredCount | undefined {
  const { start, numberEnd, measureEnd, value, measure, arabic } = counted;
  const { contentEnd } = paragraph;
  const text = wideTextOf(paragraph);
  if (value < 2 || isPartOfNumber(text, start, measureEnd)) return undefined;
  const { noun, end } = nounAt(text, measureEnd, contentEnd);
  // 三项工作等
  if (noun.endsWith('等') || noun.startsWith('等')) return undefined;
  if (countsNone(text, counted, end)) return undefined;
  const announced = announcementBehind(paragraph, end, measure);
  if (!announced) return undefined;
  const { sentenceEnd, colon } = announced;
  if (isQuoted(text, start) && !colon && isOfLeaders(text, start)) return undefined;
  const points = direction(text, start, measureEnd, sentenceEnd);
  // 发生3起事故。一是…: cases are told one by one where that is said.
  if (CASES.isAt(measure, 0) && points !== 'ahead') return undefined;
  return {
    start,
    end,
    numberStart: start,
    numberEnd,
    value,
    arabic,
    measure,
    noun,
    points,
    sentenceEnd,
    colon,
    quoted: isQuoted(text, start),
    general: GENERAL.test(noun),
    inHeading: standsInHeading(paragraph, start),
    things: THINGS.at(measure, 0) && !colon,
    leadsTo: whereListBegins(paragraph, sentenceEnd),
  };
}

/** What is counted, and where it ends: 三项|工作, 三点的|意见, 四个|“一体化”. */
function nounAt(
  text: string,
  at: number,
  contentEnd: number,
): { readonly noun: string; readonly end: number } {
  const limit = Math.min(at + NOUN, contentEnd);
  const quoted = text[at] === '“' ? hanEnd(text, at + 1, limit) : at;
  if (quoted > at && text[quoted] === '”') return { noun: text.slice(at + 1, quoted), end: quoted + 1 };
  const end = hanEnd(text, at, limit);
  return { noun: text.slice(text[at] === '的' ? at + 1 : at, end), end };
}

function hanEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isHan(text.charCodeAt(end))) end++;
  return end;
}

/** Where the sentence ends that a number stands in, and whether it announces the list as with a colon. */
interface Announcement {
  readonly sentenceEnd: number;
  readonly colon: boolean;
}

/** What stands behind the noun that is counted; undefined where nothing ends the sentence in time. @param end of the noun */
function announcementBehind(paragraph: Paragraph, end: number, measure: string): Announcement | undefined {
  const { contentEnd } = paragraph;
  const text = wideTextOf(paragraph);
  const closed = text[end] === '”' ? end + 1 : end;
  // 三条原则，一是……: a comma serves for the colon.
  const comma =
    text[closed] === '，' &&
    paragraph.fact(seriesMarks).some((mark) => mark.start === closed + 1 && mark.value === 1);
  if (comma) return { sentenceEnd: closed + 1, colon: true };
  if (measure === '' && text[end] === '，') return undefined;
  // 共列出七类问题，包括：一是…: what leads to the list is a clause of its own.
  const leading = text[end] === '，' ? LEADING.exec(text.slice(end, end + 8))?.[0].length : undefined;
  const stop =
    leading === undefined ? boundAfter(text, end, ANNOUNCEMENT_STOPS, SENTENCE) : end + leading - 1;
  const ends = ANNOUNCEMENT_STOPS.at(text, stop);
  if (!ends && contentEnd - end > SENTENCE) return undefined;
  const colon = leading !== undefined || text[closed] === '：';
  return { sentenceEnd: ends ? stop + 1 : contentEnd, colon };
}

/** “四个坚持”, and the second of “八个坚持、八个反对”. */
const isQuoted = (text: string, at: number) =>
  text[at - 1] === '“' || QUOTED_BEFORE.test(text.slice(Math.max(0, at - 12), at));
const QUOTED_BEFORE = /“[\u4e00-\u9fff\d]{2,10}[、和与及]$/;

/** ，包括：, ，分别是：. */
const LEADING = /^，(?:主要|具体)?(?:包括|分别是|分别为|是|为|有|即|表现为|体现为)：/;

function standsInHeading(paragraph: Paragraph, at: number): boolean {
  const mark = paragraph.fact(seriesMarks)[0];
  if (!mark?.lead || !isStructural(mark.kind) || at < mark.end || at - mark.end > HEADING) return false;
  return !STATEMENT_STOPS.isIn(wideTextOf(paragraph), mark.end, at);
}

function whereListBegins(paragraph: Paragraph, sentenceEnd: number): number {
  const { contentEnd } = paragraph;
  const text = wideTextOf(paragraph);
  let at = sentenceEnd;
  while (at < contentEnd && text[at] === ' ') at++;
  if (at >= contentEnd) return contentEnd;
  return paragraph.fact(seriesMarks).some((mark) => mark.start === at) ? at : -1;
}

/** A heading has so many characters at most. */
const HEADING = 60;

/** How far before the number the words may begin that point to its list. */
const POINTING = 10;
/** 50毫米|以下的3个: below a measure, and not below on the page. */
const BELOW_MEASURE = String.raw`(?<![\d%][万亿]?(?:毫米|公里|平方米|[米亩元岁年分级吨人户天度%℃])?)以下`;
const AHEAD_BEFORE = new RegExp(`(?:${BELOW_MEASURE}|下列|如下|下面|下述)[^，。；：！？]{0,4}$`);
const AHEAD_AFTER = /^[^。；：！？]{0,8}(?:如下|是)[：。]$/;
/** 4起|违反中央八项规定精神典型问题通报如下： */
const REPORTED = /^[^。；，：！？]{0,30}(?:通报|公布|发布|曝光|介绍)如下[：。]$/;
const ANNOUNCERS = [
  ...['讲', '谈', '提', '提出', '说', '强调', '汇报', '报告', '通报', '明确', '建议', '交代', '交流'],
];
const HOW = ['以下', '如下', '这么', '这样', '出'];
const ANNOUNCE = new RegExp(`(?:${ANNOUNCERS.join('|')})(?:${HOW.join('|')})?$`);
const ANNOUNCE_ENDS = new Characters(lastOf(ANNOUNCERS), lastOf(HOW));
const ANNOUNCED = new RegExp(
  [
    '^(?:的?(?:具体)?(?:意见|建议|要求|想法|看法|体会|感受|希望|认识|问题|情况|工作|内容|话))?',
    // ，供大家参考
    '(?:，(?:供|与|和|请|不当)[^，。：；]{2,12}){0,2}[。：]?$',
  ].join(''),
);
/** 这四个方面相辅相成，缺一不可。 对这三方面的问题，… 做到了这四点，…: at the head of a sentence that leads to no list of its own. */
function resumes(text: string, start: number, measureEnd: number, sentenceEnd: number): boolean {
  if (text[start - 1] !== '这' || text[sentenceEnd - 1] === '：') return false;
  if (!RESUMED.test(text.slice(measureEnd, measureEnd + RESUMED_REACH))) return false;
  const of = ABOUT.exec(text.slice(Math.max(0, start - 3), start - 1))?.[0].length ?? 0;
  if (start < 2 + of || STATEMENT_STOPS.at(text, start - 2 - of)) return true;
  return DONE.test(text.slice(Math.max(0, start - DONE_REACH), start));
}

/** 做到了|这四点，群众就会满意: what was told before comes to something. */
const DONE =
  /(?:^|[。；])(?:同志们，)?只?要?能?(?:做到|做好|抓好|抓住|把握|记住|落实|坚持|办好|完成|解决)(?:好|住|了)?这$/;
const DONE_REACH = 16;

/** 针对|这四个问题，… */
const ABOUT = /(?:针对|对于|围绕|[对就])$/;

/** What so many points are called, and what is said of all of them. */
const POINTS = wordsOf(
  '方面 工作 问题 环节 任务 措施 要求 重点 阶段 意见 建议 原则 体会 经验 启示 感受 变化 原因 关键 到位 不适应 底线 教训 特点 优势 压力 挑战 机遇 短板 差距 瓶颈 难题 困难 风险 矛盾',
);
const RESUMED = new RegExp(
  [
    `^${anyOf(POINTS)}?的?(?:工作|问题|不足|任务|内容|要求)?[，相是都既互缺紧环没必]`,
    // 这四笔|账一笔都不能少
    String.raw`^[\u4e00-\u9fff]{0,3}(?:一.[都也]不能|缺一不可)`,
  ].join('|'),
);
const RESUMED_REACH = 7;

/** 以上, 前述: what points to a list before; 亿元以上5个项目 sums nothing up. */
const BACK =
  /(?:(?<![^，。；：、！？“（\s　除对就把将按好到住了绕])以上|上述|前述|上面)(?:所说|所讲|讲|说|提出)?(?:的)?这?$/;
/** One of these stands in all that {@link BACK} and {@link AHEAD_BEFORE} match. */
const UP_OR_DOWN = new Characters('上前下');

function direction(
  text: string,
  start: number,
  measureEnd: number,
  sentenceEnd: number,
): DeclaredCount['points'] {
  const points = UP_OR_DOWN.isIn(text, start - POINTING, start);
  const announces = ANNOUNCE_ENDS.at(text, start - 1);
  if (points || announces) {
    const before = text.slice(Math.max(0, start - POINTING), start);
    if (BACK.test(before)) return 'back';
    if (AHEAD_BEFORE.test(before)) return 'ahead';
    if (announces && ANNOUNCE.test(before) && ANNOUNCED.test(text.slice(measureEnd, sentenceEnd)))
      return 'ahead';
  }
  const behind = text.slice(measureEnd, sentenceEnd);
  if (AHEAD_AFTER.test(behind) || REPORTED.test(behind)) return 'ahead';
  return resumes(text, start, measureEnd, sentenceEnd) ? 'back' : 'none';
}
