/**
 * How much a line, a sentence in it or a bracket in a sentence looks like a leftover, by what it is made of (`traits.ts`). A line is
 * judged as a whole where all its sentences may be leftovers, else sentence by sentence.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { UTTERANCE_END, UTTERANCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isAuthors, isBare, isLong, isRuling, isWrittenAsLeftover } from './bare-lines.ts';
import { chrome } from './chrome.ts';
import { isInRegister } from './register.ts';
import { isApposed, isSoliciting, solicitations } from './solicitation.ts';
import { isSpoken } from './spoken.ts';
import { traitsOf } from './traits.ts';
import { PLACE_WEIGHTS, scoreOf, type Trait, weightOf } from './weights.ts';
import { COMMON_WORDS, isTelling, mostOf, SIGNAL_WORDS, TRAIT_WORDS } from './word-traits.ts';

/** A stretch that looks like a leftover. Offsets relative to the paragraph. */
export interface Reading extends Range {
  /** Whether it is the whole line. */
  readonly whole: boolean;
  /** Logarithm of the odds that it is a leftover, its place apart. */
  readonly score: number;
  readonly traits: readonly Trait[];
  /** Whether it has a word that official texts hardly ever have. */
  readonly telling: boolean;
  /** Whether that is the only one, beside words that they have as well. */
  readonly lone: boolean;
}

/** Longer lines are taken apart, longer sentences are the author's: UTF-16 units. */
const LINE_LENGTH = 160;
/** Odds (logarithm) from which a line in the body of a text is a leftover by what it is made of. */
export const LIKELY_IN_BODY = 0.8;
/** The same for a sentence, or a bracket in one. */
export const LIKELY_INSIDE = 1;
/** What is asked for beyond that where but one word of it tells: 不准抄袭他人论文, 提供药品信息服务 are a rule and a task of the author's. */
export const LONE_INSIDE = 1.5;
/** Below this a stretch is not worth remembering, at the place where it scores most. */
const FAINT = -1;
/** A sentence below this is the author's, whatever the line around it looks like. */
const AUTHORS = -4;
/** The most that a line without a telling word scores beside its words. */
const BARE_MOST = 1;

export const readings = defineFact<readonly Reading[]>('readings', (paragraph) => {
  if (paragraph.role === 'table' || !isWorthReading(paragraph)) return [];
  const { text, contentStart, contentEnd } = paragraph;
  const line = { start: contentStart, end: contentEnd };
  const hits = hitsOf(paragraph);
  const parts = partsOf(text, line, hits);
  if (contentEnd - contentStart <= LINE_LENGTH && !holdsAuthors(parts)) {
    const [only] = parts;
    const whole =
      parts.length === 1 && only!.traits.length > 0
        ? { ...only!, ...line, whole: true }
        : read(text, line, hits, true);
    if (whole.score + MOST_PLACE >= FAINT) return isSpoken(text, whole, whole.traits) ? [] : [whole];
  }
  return parts.filter(
    (part) =>
      part.telling && part.score + PLACE_WEIGHTS.inside >= FAINT && !isSpoken(text, part, part.traits),
  );
});

/** Whether a line has words, characters or a shape that could be a leftover's; nearly all are the author's, and without a telling word. */
function isWorthReading(paragraph: Paragraph): boolean {
  const isTold = () => solicitsAlone(paragraph) || isRuling(paragraph);
  if (paragraph.has(TRAIT_WORDS)) return !isTold();
  if (isLong(paragraph)) return false;
  const written = isWrittenAsLeftover(paragraph);
  if (!written && isAuthors(paragraph)) return false;
  if (isTold()) return false;
  const hits = hitsOf(paragraph);
  // <strong>一、总体要求</strong>: the code of a page is told of by itself.
  if (hits.length === 0) return (written || isBare(paragraph)) && paragraph.fact(chrome).length === 0;
  return written || mostOf(hits) + BARE_MOST >= FAINT;
}

/** Whether one of several parts is the author's: by what it is made of, or because it has no word of ours beside a sure one. */
function holdsAuthors(parts: readonly Reading[]): boolean {
  if (parts.length < 2) return false;
  const sure = parts.some(({ score }) => score + PLACE_WEIGHTS.inside >= LIKELY_INSIDE);
  return parts.some(({ score, traits }) => score < AUTHORS || (sure && traits.length === 0));
}

/** Whether words alone show the line to be an advert: it need not be read further. */
function solicitsAlone(paragraph: Paragraph): boolean {
  const list = paragraph.fact(solicitations);
  return list.length > 0 && isSoliciting(paragraph, list, false);
}

/** Whether a line by itself, wherever it stands, is more likely a leftover than the author's. */
export function isLeftover(paragraph: Paragraph): boolean {
  if (solicitsAlone(paragraph)) return true;
  const [reading] = paragraph.fact(readings);
  return reading?.whole === true && reading.score >= LIKELY_IN_BODY;
}

/** A paragraph of the author's that says 您 to the reader: of a letter, of the terms of a service. */
const addressing = defineFact<readonly true[]>('addressing', { words: [TRAIT_WORDS] }, (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (contentEnd - contentStart < ADDRESS_LENGTH || !READER.isIn(text, contentStart, contentEnd)) return [];
  return isLeftover(paragraph) ? [] : [true];
});
const ADDRESS_LENGTH = 20;
const READER = new Characters('您');

/** So many of its paragraphs make a text one that speaks to a reader: the reply to a letter, the terms of a service. */
const SPEAKING = 2;
export const speaksToReader = (document: Document): boolean =>
  document.paragraphsWith(addressing).length >= SPEAKING;

/** Who left it: the page, somebody who offers or signs, a language model. */
export type LeftBy = 'advert' | 'page' | 'machine';

/** Whom the traits of a reading speak of for the most part. */
export function leftBy({ traits }: Reading): LeftBy {
  const sums = { page: 0, advert: 0, machine: 0 };
  const has = (name: string) => traits.some(({ trait }) => trait === name);
  // Nobody but a program prints the time to the minute before what it says.
  if (has('clock')) return 'page';
  // 回复“述职”，领取电子版: who tells the reader what to do for a text gives it away.
  if (has('act') && has('follow')) return 'advert';
  for (const { trait, amount } of traits) {
    const { side, weight } = weightOf(trait);
    // Words that official texts have as well say less of it.
    const share = trait.endsWith('-common') ? 0.5 : 1;
    if (side in sums) sums[side as LeftBy] += Math.max(0, share * amount * weight);
  }
  if (sums.machine > sums.advert && sums.machine > sums.page) return 'machine';
  return sums.advert > sums.page ? 'advert' : 'page';
}

const MOST_PLACE = Math.max(...Object.values(PLACE_WEIGHTS));

/** What a stretch is read as, by itself. */
export function read(text: string, range: Range, hits: readonly Hit[], whole: boolean): Reading {
  const traits = traitsOf(text, range, hits);
  return {
    start: range.start,
    end: range.end,
    whole,
    traits,
    telling: hits.some(isTelling),
    lone: isLone(hits),
    score: scoreOf(traits),
  };
}

/** Whether but one word tells, none solicits and none is what a button says. */
function isLone(hits: readonly Hit[]): boolean {
  const telling = hits.filter(isTelling);
  const [first] = telling;
  return (
    first !== undefined &&
    telling.every(({ start, end }) => start >= first.start && end <= first.end) &&
    !hits.some(({ entry }) => entry.category === SIGNALS || entry.value === 'button')
  );
}

/** The words of all lists, by start, longer first. */
export function hitsOf(paragraph: Paragraph): readonly Hit[] {
  let found: readonly Hit[] | undefined;
  for (const list of LISTS) {
    if (!paragraph.has(list)) continue;
    const hits = paragraph.hits(list);
    found = found ? [...found, ...hits].sort((a, b) => a.start - b.start || b.end - a.end) : hits;
  }
  return found ?? [];
}

const SIGNALS = 'advert.signal';
const LISTS = [TRAIT_WORDS, COMMON_WORDS, SIGNAL_WORDS];

const SKIPPED = new Characters(UTTERANCE_END, ' \t　');
/** 【刷新】 is a button, and part of what the page says. */
const ROUND = new Characters('（(');
const OPENS = new Characters('（(【[［〔「〖');
const CLOSES = new Characters('）)】]］〕」〗');
/** A bracket longer than this is the author's, and one shorter a word of his: （全文）, （范本）. */
const BRACKET_LENGTH = 100;
const BRACKET_LEAST = 10;
/** Square ones are set around names and buttons: 【老秘书整理】. */
const SQUARE_LEAST = 6;
const TORN_LENGTH = 20;
const EXAMPLES = /^(?:例如|比如|如|含|包括|注[：:])(?!果|有|需|要)/;
/** What stands between two semicolons is one of a list, not a sentence, if it is this short: 辐射；盗用；窃听. */
const ITEM_LENGTH = 4;

/** What a sentence without a word of ours scores: it is the author's, unless all around it is not. */
const UNREAD = AUTHORS;
/** What no sentence of a leftover is as long as scores. */
const TOO_LONG = AUTHORS - 1;

/** The sentences of a stretch, and the brackets that stand in them with a word of ours. */
export function partsOf(text: string, { start, end }: Range, hits: readonly Hit[]): Reading[] {
  const parts: Reading[] = [];
  let h = 0;
  for (let from = start; from < end; ) {
    let to = UTTERANCE_STOPS.next(text, from, end);
    while (to < end && SKIPPED.at(text, to)) to++;
    // “……吗？”——窗口服务: what stands behind a dash belongs to what it explains.
    if (text[to] === '—') to = UTTERANCE_STOPS.next(text, to, end);
    const first = h;
    while (h < hits.length && hits[h]!.start < to) h++;
    addSentence(text, { start: from, end: to }, hits.slice(first, h), end - start > LINE_LENGTH, parts);
    from = to;
  }
  return parts;
}

function addSentence(
  text: string,
  sentence: Range,
  hits: readonly Hit[],
  inParagraph: boolean,
  parts: Reading[],
): void {
  let end = sentence.end;
  while (end > sentence.start && ' \t　'.includes(text[end - 1]!)) end--;
  const range = { start: sentence.start, end };
  const unread = (score: number) =>
    parts.push({ ...range, whole: false, traits: [], telling: false, lone: false, score });
  // In a paragraph only a telling word makes a sentence worth the reading.
  if (inParagraph ? !hits.some(isTelling) : hits.length === 0 && !isInRegister(text, range)) {
    unread(UNREAD);
    return;
  }
  const rest = readBrackets(text, range, hits, parts);
  if (end - sentence.start > LINE_LENGTH) unread(TOO_LONG);
  else if ((rest.length === 0 && hits.length > 0) || (inParagraph && end - sentence.start <= ITEM_LENGTH))
    unread(UNREAD);
  else parts.push(read(text, range, rest, false));
}

/** Adds the brackets of a sentence that have a word of ours; returns the words that the sentence itself says. */
function readBrackets(text: string, sentence: Range, hits: readonly Hit[], parts: Reading[]): Hit[] {
  const rest: Hit[] = [];
  let h = 0;
  for (const bracket of bracketsOf(text, sentence)) {
    while (h < hits.length && hits[h]!.start < bracket.start) rest.push(hits[h++]!);
    const inside: Hit[] = [];
    while (h < hits.length && hits[h]!.start < bracket.end) inside.push(hits[h++]!);
    // 即时通讯软件（如QQ等）: what the sentence speaks of, by its names.
    if (inside.length === 0 || EXAMPLES.test(text.slice(bracket.start + 1, bracket.end))) continue;
    const isRound = ROUND.at(text, bracket.start);
    if (bracket.end - bracket.start >= (isRound ? BRACKET_LEAST : SQUARE_LEAST))
      parts.push(read(text, bracket, inside, false));
    // 压实责任（文库独家）到岗到人。: what a bracket says is not said by the sentence around it.
    else if (!isRound || !UTTERANCE_STOPS.at(text, sentence.end - 1)) rest.push(...inside);
  }
  while (h < hits.length) rest.push(hits[h++]!);
  return rest;
}

/** Brackets of bounded length within a sentence, outermost, the sentence itself not being one. */
function bracketsOf(text: string, { start, end }: Range): Range[] {
  const brackets: Range[] = [];
  for (let i = OPENS.next(text, start, end); i < end; i = OPENS.next(text, i, end)) {
    const close = CLOSES.next(text, i, Math.min(end, i + BRACKET_LENGTH));
    // 报告(仅供学习: torn off at the end of the line.
    if (close === end && end - i <= TORN_LENGTH && i > start) brackets.push({ start: i, end });
    if (!CLOSES.at(text, close)) {
      i++;
      continue;
    }
    if ((i > start || close + 1 < end) && !isApposed(text, i)) brackets.push({ start: i, end: close + 1 });
    i = close + 1;
  }
  return brackets;
}
