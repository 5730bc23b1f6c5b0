/**
 * What is addressed to the visitor of a site instead of the audience: stretches of a paragraph in which words that
 * sell, recruit or sign (`data/signal.lexicon.tsv`) add up. No single word decides: 公众号, 会员 and 整理 are all at home
 * in official writing.
 */

import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { MASK } from '../../../engine/formats/index.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as excuseRows } from '../../../generated/advert-excuses.ts';
import { boundAfter, boundBefore, UTTERANCE_END, UTTERANCE_STOPS } from '../../../language/text/bounds.ts';
import { BLANKS, Characters, ShortList } from '../../../language/text/characters.ts';
import { isHan } from '../../../language/text/scan.ts';
import { bracketBefore, bracketBehind, closingAfter } from './brackets.ts';
import { chrome } from './chrome.ts';
import { namesIn } from './namings.ts';
import { isHelpDesk, namesOffice, tellsOfService } from './offices.ts';
import { overlapWith } from './overlap.ts';
import { paywalls } from './paywall-notice.ts';
import { mostOf, NAME_WEIGHT, readSignals, SIGNALS, type Signal, totalWeight } from './signals.ts';
import { visibleIn } from './visible.ts';

/** A stretch of one or more clauses that carry signals. Offsets relative to the paragraph. */
export interface Solicitation extends Range {
  /** Sum of the weights of its signals, less what speaks for a genuine sentence. */
  readonly score: number;
  /** The signals, for the message. */
  readonly signals: readonly Signal[];
  /** Names that the stretch gives to whoever solicits: 酷乐文行 in 酷乐文行整理. */
  readonly names: readonly string[];
  /** Length of what stands before the first signal: a name, a few words – or the end of the author's sentence. */
  readonly lead: number;
  /** Visible characters of the paragraph outside of this and its other solicitations. */
  readonly rest: number;
}

/** What each word that speaks for a genuine sentence takes off. */
const EXCUSE_WEIGHT = 3;
/** Below this a stretch is ordinary text with an ordinary word in it: 整理档案, 关注民生. */
const FAINT = 2;
/** Lines up to this length, UTF-16 units, hold an advert or none, not both an advert and a sentence. */
const SHORT = 40;
/** A sentence longer than this on one side of a signal is not looked at further. */
const REACH = 80;
/** A credit or a notice of this weight, with at most so many units before it, takes its whole sentence. */
const SPEAKS = 5;
const SALUTE = 8;

export const solicitations = defineFact<readonly Solicitation[]>(
  'solicitations',
  { words: [SIGNALS] },
  (paragraph) => {
    const hits = paragraph.hits(SIGNALS);
    // Nearly always: one ordinary word, which no other and no name can lift.
    if (mostOf(hits) < FAINT) return [];
    const cuts = paragraph.fact(paywalls);
    const parts = paragraph.fact(chrome);
    const taken: readonly Range[] = cuts.length === 0 ? parts : [...cuts, ...parts];
    let signals = readSignals(paragraph, hits);
    if (taken.length > 0) {
      const isTaken = overlapWith(taken);
      signals = signals.filter((signal) => !isTaken(signal));
    }
    if (signals.length === 0) return [];
    // In a short line every word counts; in a paragraph the author's 整理 does not begin the advert.
    const short = paragraph.contentEnd - paragraph.contentStart <= SHORT;
    const stretches = groupBySentence(paragraph.text, signals).map((group) =>
      stretch(paragraph.text, short ? group : withoutStrays(paragraph.text, group)),
    );
    const isHeard = (s: Stretch) => s.score >= FAINT;
    const found = stretches.every(isHeard) ? stretches : stretches.filter(isHeard);
    if (found.length === 0) return [];
    const rest = countVisible(paragraph.text, taken.length === 0 ? stretches : [...stretches, ...taken]);
    for (const s of found) s.rest = rest;
    return found;
  },
);

/** A whole line whose words weigh this much is an advert wherever it stands. */
const LINE = 4;
/** Before the title less is enough. */
const LINE_ON_COVER = 3;
/** So many visible characters outside the soliciting clauses still belong to the advert, by place. */
const REST = 4;
const REST_ON_COVER = 12;
/** Longer words before the first signal may be the author's. */
const LEAD_OF_LINE = 14;
/** Longest advert line, UTF-16 units: longer ones are taken apart. */
const LINE_LENGTH = 120;
const WEAK_LENGTH = 60;

/** Whether the solicitations of a line make it an advert as a whole. */
export function isSoliciting(
  { contentStart, contentEnd }: Paragraph,
  list: readonly Solicitation[],
  cover: boolean,
): boolean {
  let score = 0;
  for (const solicitation of list) score += solicitation.score;
  return (
    score >= (cover ? LINE_ON_COVER : LINE) &&
    list[0]!.rest <= (cover ? REST_ON_COVER : REST) &&
    (cover || list[0]!.lead <= LEAD_OF_LINE) &&
    contentEnd - contentStart <= LINE_LENGTH
  );
}

/** Whether a line has a signal and little else. */
export function isWeak(paragraph: Paragraph): boolean {
  const list = paragraph.fact(solicitations);
  return (
    list.length > 0 &&
    list[0]!.rest <= REST_ON_COVER &&
    paragraph.contentEnd - paragraph.contentStart <= WEAK_LENGTH
  );
}

/** What stands between two sentences. */
const SENTENCE_GAP = new Characters(UTTERANCE_END, BLANKS);

/** Signals of the same sentence together; so are sentences that follow each other directly. */
function groupBySentence(text: string, signals: readonly Signal[]): Signal[][] {
  const groups: Signal[][] = [];
  let first = 0;
  let until = -1;
  for (let i = 0; i < signals.length; i++) {
    const signal = signals[i]!;
    if (i > first && (signal.start > until || isBracketed(text, signals[i - 1]!, signal))) {
      groups.push(signals.slice(first, i));
      first = i;
    }
    until = sentenceEnd(text, signal.end);
    // The next sentence belongs to the group when it begins with a signal clause.
    while (SENTENCE_GAP.at(text, until)) until++;
    until = clauseEnd(text, until);
  }
  groups.push(signals.slice(first));
  return groups;
}

/** Whether a signal stands in a bracket that closes before the next: what lies between is the author's. */
function isBracketed(text: string, signal: Signal, next: Signal): boolean {
  const open = bracketBefore(text, signal.start, clauseStart(text, signal.start));
  if (open < 0) return false;
  const close = closingAfter(text, signal.end, text[open]!);
  return close > 0 && close < next.start && isHan(text.charCodeAt(close));
}

/** A group without the weak signals at its ends that stand in a clause of their own: 整理好台账，加微信……。 */
function withoutStrays(text: string, group: readonly Signal[]): readonly Signal[] {
  const isStray = (signal: Signal, next: Signal) => {
    if (signal.weight > 1) return false;
    const [a, b] = signal.start < next.start ? [signal, next] : [next, signal];
    // 某某整理，咨询QQ…: a credit ends its clause.
    return clauseEnd(text, a.end) < b.start && clauseEnd(text, signal.end) > signal.end;
  };
  let from = 0;
  let to = group.length - 1;
  while (from < to && isStray(group[from]!, group[from + 1]!)) from++;
  while (from < to && isStray(group[to]!, group[to - 1]!)) to--;
  return group.slice(from, to + 1);
}

/** Part clauses: stops, commas, blanks, and what is masked. */
const SEAMS = `${UTTERANCE_END}，、,${BLANKS}${MASK}`;
const CLAUSE_OPENS = new Characters(SEAMS, '：:');
/** What follows a colon belongs to what stands before: 公众号：某某. */
const CLAUSE_ENDS = new Characters(SEAMS);

const sentenceStart = (text: string, from: number) => boundBefore(text, from, UTTERANCE_STOPS, REACH);
const sentenceEnd = (text: string, from: number) => boundAfter(text, from, UTTERANCE_STOPS, REACH);
const clauseStart = (text: string, from: number) => boundBefore(text, from, CLAUSE_OPENS, REACH);
const clauseEnd = (text: string, from: number) => boundAfter(text, from, CLAUSE_ENDS, REACH);

/** A solicitation whose paragraph is still being read. */
type Stretch = Omit<Solicitation, 'rest'> & { rest: number };

/** A stretch that is being bounded. */
interface Bounded {
  start: number;
  end: number;
  /** Where the bracket opens that holds it, −1 where none does. */
  readonly open: number;
}

/** From the clause of the first signal to that of the last, with the brackets around and the stop behind. */
function stretch(text: string, group: readonly Signal[]): Stretch {
  const first = group[0]!;
  const last = group[group.length - 1]!;
  const bounded = clausesOf(text, first, last);
  const { open } = bounded;
  if (open < 0 && speaks(group, 'credit', 'rights')) spreadOverSentence(text, first, last, bounded);
  // Behind a number the author's sentence may go on: what it says is no excuse for the advert, but for a bracket that says
  // whom the number is for: QQ群：87654321（仅限申报企业加入）.
  const said = last.closed ? bracketBehind(text, bounded.end) : sentenceEnd(text, last.end);
  const handed = handedOnIn(text.slice(bounded.start, bounded.end));
  // 把学习作为|本文来自…: where the author's words run into it.
  if (handed && open < 0 && bounded.start + handed.index <= first.start) bounded.start += handed.index;
  // 本文来源于“秘书帮”推动…: they go on where the name in quotation marks ends.
  const named = open < 0 && handed ? /[”」】]$|——$/.test(handed[0]) : false;
  if (handed && named) bounded.end = bounded.start + handed[0].length;
  // A bracket that signs says nothing of the sentence around it; 关注公众号回复“会议”，获取会议材料 offers what it names.
  const offers = speaks(group, 'follow');
  const rest = sentenceEnd(text, last.end);
  if (offers && open < 0 && rest - bounded.end <= OFFERED && rest + 1 >= text.length)
    bounded.end = text.length;
  const { start, end } = bounded;
  const excused =
    handed && (named || open >= 0) ? { start, end } : { start: sentenceStart(text, first.start), end: said };
  const excuses = offers ? 0 : EXCUSES.countDistinct(text, excused.start, excused.end);
  const names = namesIn(text.slice(start, end));
  const own = totalWeight(group) + (handed ? HANDED_WEIGHT : 0) - EXCUSE_WEIGHT * excuses;
  const score =
    own +
    weightOfNames(text, { start, end }, names, group) -
    (open >= 0 ? weightOfApposition(text, open) : 0);
  return { start, end, score, lead: first.start - start, rest: 0, signals: group, names };
}

/** What the names within a stretch add to its score. */
function weightOfNames(
  text: string,
  { start, end }: Range,
  names: readonly string[],
  group: readonly Signal[],
): number {
  // 欢迎关注“清河文旅”公众号: what an organ says of its own.
  const rest = text.slice(start, sentenceEnd(text, end));
  const isOffice =
    namesOffice(text.slice(start, end)) ||
    tellsOfService(rest) ||
    isHelpDesk(text.slice(Math.max(0, start - REACH), end));
  const office = isOffice ? 2 * EXCUSE_WEIGHT : 0;
  return (names.length > 0 && speaks(group, 'credit', 'follow') ? NAME_WEIGHT : 0) - office;
}

function weightOfApposition(text: string, open: number): number {
  return isApposed(text, open) ? 2 * EXCUSE_WEIGHT : 0;
}

/** The clauses of the signals; a bracket that opens in them and closes behind the last, or the reverse, as a whole. */
function clausesOf(text: string, first: Signal, last: Signal): Bounded {
  const start = clauseStart(text, first.start);
  const end = last.closed ? last.end : clauseEnd(text, last.end);
  const open = bracketBefore(text, first.start, start);
  if (open < 0) return { start, end: behindStops(text, end, last.end + REACH), open };
  const close = closingAfter(text, last.end, text[open]!);
  return { start: open, end: close > 0 ? close : end, open };
}

/** 下面是小编整理的总结，欢迎阅读。: who speaks to the visitor from the first word does so to the last. */
function spreadOverSentence(text: string, first: Signal, last: Signal, bounded: Bounded): void {
  const { start } = bounded;
  if (start !== sentenceStart(text, first.start) || first.start - start > SALUTE) return;
  bounded.end = behindStops(text, Math.max(bounded.end, sentenceEnd(text, last.end)), text.length);
}

/** Behind the stops that begin at an offset, and before `limit`. */
function behindStops(text: string, from: number, limit: number): number {
  let at = from;
  while (at < text.length && at < limit && UTTERANCE_STOPS.at(text, at)) at++;
  return at;
}

/** Whether one of the signals speaks to the visitor, and is of one of these kinds. */
function speaks(group: readonly Signal[], ...kinds: readonly string[]): boolean {
  return group.some((s) => s.weight >= SPEAKS && kinds.includes(s.kind));
}

/** Where an advert says who hands the text on. */
function handedOnIn(advert: string): RegExpExecArray | undefined {
  for (const words of HANDED_ON) {
    const match = words.exec(advert);
    if (match) return match;
  }
  return undefined;
}

const TEXTS = '[本此](?:文|稿|篇|材料|资料|文档|文章|模板)';
const SIGNED = '(?:整理|发布|首发|分享|上传|收集|投稿|原创|贡献|独家)';
const NO_OFFICE = '[^，。；局委办部厅院科室处会站心组社校人员们志者授师]';
/** What shops of texts call themselves by, at the end of their names; 来自基层的调研 has none of it. */
const SHOP = '(?:网|号|圈|库|坊|屋|帮|斋|汇|阁|轩|之家)';
/** 本文由材料通分享, 本资料来源于秘书圈, 【砚边小屋整理】: who hands a text on; 本材料由县统计局提供 is signed by an office. */
const HANDED_ON = [
  `${TEXTS}由(?![省市县区镇乡州])${NO_OFFICE}{2,14}?${SIGNED}`,
  `${TEXTS}(?:来源于|来自|转自|选自|摘自)${NO_OFFICE}{1,9}?${SHOP}(?=$|[，。；（])`,
  `${TEXTS}(?:来源于|来自|转自|选自|摘自)[“「【]${NO_OFFICE}{1,9}?${SHOP}[”」】]`,
  `^[【［〖]${NO_OFFICE}{2,10}?${SIGNED}[】］〗]$`,
  // 更多乡村振兴材料请关注公众号, ——公众号：某某笔记——
  `更多[^，。；]{0,10}(?:材料|范文|稿件|文稿|公文|资料|干货|素材|讲话稿)(?:敬?请|可|欢迎)?(?:关注|搜索|添?加微?)`,
  '——(?:微信)?公众号[：:][^，。；—]{2,12}——',
  `——${NO_OFFICE}{2,10}?(?:独家|首发|原创|整理|出品|发布|分享)——`,
  '^(?:来源|稿源|转自|摘自)[：:][^，。；]{0,10}(?:资料|文库|范文|公文|材料|文秘|写作|素材|秘书)网',
].map((words) => new RegExp(words));
const HANDED_WEIGHT = 4;
/** What is offered at the end of a line has so many units at most. */
const OFFERED = 16;

/** 政务新媒体（微信公众号：清河发布）: the bracket names what stands before it. */
const APPOSED = /(?:媒体|平台|账号|公众号|微博|矩阵|阵地|渠道|栏目|单位|协会|中心|医院|学校|公司)$/;

/** Whether the bracket that opens at an offset names what stands before it. */
export function isApposed(text: string, open: number): boolean {
  return APPOSED.test(text.slice(Math.max(0, open - 4), open));
}

const EXCUSES = new ShortList(excuseRows.filter((row) => row.trait === 'excuse').map((row) => row.word));

/** Letters, digits and Han outside of the ranges. */
function countVisible(text: string, ranges: readonly Range[]): number {
  const ordered = ranges.length < 2 ? ranges : [...ranges].sort((a, b) => a.start - b.start);
  let count = 0;
  let at = 0;
  for (const { start, end } of ordered) {
    count += visibleIn(text, at, start);
    at = Math.max(at, end);
  }
  return count + visibleIn(text, at, text.length);
}
