/**
 * Numbers that announce or sum up a list: 讲三点意见, 抓好以下八项工作：, 四场攻坚战, 做到“四个坚持”：, 以上五项.
 * A fact of one paragraph; whether a list follows, and how long it is, is a question for the structure.
 */
import { defineFact } from '../engine/facts.ts';
import type { Paragraph } from '../engine/paragraph.ts';
import { wordList } from './lexicon.ts';
import { readDigits } from './numerals.ts';
import { isHan, Token } from './scan.ts';
import { isStructural, seriesMarks } from './series-marks.ts';

const COUNT_WORDS = wordList('numbering.count');

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
  /** In quotation marks: “四个坚持”. */
  readonly quoted: boolean;
  /** The noun does not say what is counted: 三个方面, 五项工作. */
  readonly general: boolean;
  /** It stands in the heading that the paragraph begins with. */
  readonly inHeading: boolean;
  /** Where a list would have to begin: at a mark straight behind the sentence, or behind the paragraph; else −1. */
  readonly leadsTo: number;
}

/** A claim's noun is read up to so many characters. */
const NOUN = 12;
/** A sentence that announces a list ends soon behind the number. */
const SENTENCE = 60;

export const declaredCounts = defineFact<readonly DeclaredCount[]>('declared counts', (paragraph) => {
  if (paragraph.blank || paragraph.role === 'table') return NONE;
  const claims: DeclaredCount[] = [];
  let covered = -1;
  for (const { start, end, entry } of paragraph.hits(COUNT_WORDS)) {
    if (start < covered) continue;
    covered = end;
    const [value, measure] = entry.value.split(' ') as [string, string];
    const claim = readClaim(paragraph, start, end - measure.length, end, Number(value), measure, false);
    if (claim) claims.push(claim);
  }
  const { scan, text } = paragraph;
  for (let i = 0; i < scan.count; i++) {
    if (scan.kind(i) !== Token.Digits || scan.end(i) - scan.start(i) > 2) continue;
    const at = scan.end(i);
    const measure = MEASURES.find((word) => text.startsWith(word, at));
    if (measure === undefined) continue;
    const value = readDigits(text.slice(scan.start(i), at));
    const claim = readClaim(paragraph, scan.start(i), at, at + measure.length, value, measure, true);
    if (claim) claims.push(claim);
  }
  return claims.length === 0 ? NONE : claims.sort((a, b) => a.start - b.start);
});

const NONE: readonly DeclaredCount[] = [];

/** Those whose place may tie them to a list: few of all the numbers in a text. */
export const placedCounts = defineFact<readonly DeclaredCount[]>('placed counts', (paragraph) => {
  const placed = paragraph
    .fact(declaredCounts)
    .filter((c) => c.points === 'back' || c.leadsTo >= 0 || (c.inHeading && !c.general));
  return placed.length === 0 ? NONE : placed;
});

/** Nouns that do not say what is counted. */
const GENERAL =
  /^(?:方面)?的?(?:具体|重点|主要|重要)?(?:方面|工作|问题|意见|建议|要求|任务|措施|内容|情况|要点|重点|环节|事|话|部分)?$/;
const MEASURES = ['个方面', '个', '项', '点', '条', '件', '场', '大', '种', '类', '步', '道', '句', '方面'];

/** 第三项, 百分之五点, 1.5个, 二十三项 (its number began before), 每三个, 近三个: not the number of a list. */
const NOT_BEFORE = /[第之一二三四五六七八九十百千万亿两几数\d.．%每近约超达前后逾过—－~～-]$/;
/** 3个至5个, 两到三项: the end of a range. */
const RANGE_BEFORE = /[\d〇一二两三四五六七八九十个项条点种类][至到或]$/;
const NOT_AFTER = /^(?:百分点|多|余|左右|以上|以下|月|小时|工作日|年|亿|万|半|来|省|市|县|区|州)/;

function readClaim(
  paragraph: Paragraph,
  start: number,
  numberEnd: number,
  measureEnd: number,
  value: number,
  measure: string,
  arabic: boolean,
): DeclaredCount | undefined {
  const { text, contentEnd } = paragraph;
  if (value < 2 || NOT_BEFORE.test(text.slice(Math.max(0, start - 1), start))) return undefined;
  if (RANGE_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  if (NOT_AFTER.test(text.slice(measureEnd, measureEnd + 3))) return undefined;
  let end = measureEnd;
  while (end < measureEnd + NOUN && end < contentEnd && isHan(text.charCodeAt(end))) end++;
  const noun = text.slice(measureEnd, end).replace(/^的/, '');
  // 三项工作等
  if (noun.endsWith('等') || noun.startsWith('等')) return undefined;
  const sentence = /[。：！；？]/.exec(text.slice(end, end + SENTENCE));
  if (!sentence && contentEnd - end > SENTENCE) return undefined;
  const after = text.slice(end, end + 2);
  // 三条原则，一是……: a comma serves for the colon.
  const comma =
    after[0] === '，' &&
    paragraph.fact(seriesMarks).some((mark) => mark.start === end + 1 && mark.value === 1);
  const sentenceEnd = comma ? end + 1 : sentence ? end + sentence.index + 1 : contentEnd;
  return {
    start,
    end,
    numberStart: start,
    numberEnd,
    value,
    arabic,
    measure,
    noun,
    points: direction(text, start, measureEnd, sentenceEnd),
    sentenceEnd,
    colon: comma || after[0] === '：' || (after[1] === '：' && after[0] === '”'),
    quoted: text[start - 1] === '“',
    general: GENERAL.test(noun),
    inHeading: standsInHeading(paragraph, start),
    leadsTo: whereListBegins(paragraph, sentenceEnd),
  };
}

function standsInHeading(paragraph: Paragraph, at: number): boolean {
  const [mark] = paragraph.fact(seriesMarks);
  if (!mark?.lead || !isStructural(mark.kind) || at < mark.end || at - mark.end > HEADING) return false;
  return !/[。；]/.test(paragraph.text.slice(mark.end, at));
}

function whereListBegins(paragraph: Paragraph, sentenceEnd: number): number {
  const { text, contentEnd } = paragraph;
  let at = sentenceEnd;
  while (at < contentEnd && text[at] === ' ') at++;
  if (at >= contentEnd) return contentEnd;
  return paragraph.fact(seriesMarks).some((mark) => mark.start === at) ? at : -1;
}

/** A heading has so many characters at most. */
const HEADING = 60;

const AHEAD_BEFORE = /(?:以下|下列|如下|下面|下述)[^，。；：！？]{0,4}$/;
const AHEAD_AFTER = /^[^。；：！？]{0,8}(?:如下|是)[：。]$/;
const ANNOUNCE =
  /(?:讲|谈|提|提出|说|强调|汇报|报告|通报|部署|明确|建议|交代|交流)(?:以下|如下|这么|这样|出)?$/;
const ANNOUNCED =
  /^(?:的?(?:具体)?(?:意见|建议|要求|想法|看法|体会|感受|希望|认识|问题|情况|工作|内容|话))?[。：]$/;
const BACK = /(?:以上|上述|前述|上面)(?:所说|所讲|讲|说|提出)?(?:的)?这?$/;

function direction(
  text: string,
  start: number,
  measureEnd: number,
  sentenceEnd: number,
): DeclaredCount['points'] {
  const before = text.slice(Math.max(0, start - 10), start);
  if (BACK.test(before)) return 'back';
  const rest = text.slice(measureEnd, sentenceEnd);
  if (AHEAD_BEFORE.test(before) || AHEAD_AFTER.test(rest)) return 'ahead';
  if (ANNOUNCE.test(before) && ANNOUNCED.test(rest)) return 'ahead';
  return 'none';
}
