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
import { Characters, DIGITS } from '../../../language/text/characters.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';
import { POSTED } from './shapes.ts';
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
/** A line without a word of ours is looked at if it is this short and begins as programs begin theirs. */
const BARE_LENGTH = 60;

const BEGINNINGS = new Characters(DIGITS, '-—–－·|/pP');
/** A date or time as programs print it, a size, a page of pages, a telephone number; behind a list mark anything. */
const BARE_FORMS = [
  '^[-·|/]',
  // —— 3
  String.raw`^[—–－]{1,2}\s?\d`,
  String.raw`^page\s?\d`,
  // 2024-05
  String.raw`\d{4}[-/.]\d{1,2}`,
  String.raw`\d\s?[KM]B`,
  // 3/12
  String.raw`^\d{1,3}\s?\/`,
  // 138****0000
  String.raw`\d[-*]{1,4}\d{3}`,
  String.raw`^\d{1,8}\s?[次人页篇+]`,
];
const BARE = new RegExp(BARE_FORMS.join('|'), 'i');
/** A line without a word of ours that ends as the names of files and of collections do: 工作计划.docx, 工作报告6篇. */
const ENDINGS = /\.(?:docx?|pdf|pptx?|wps|txt)$|\d{1,3}\s?篇$|_第\d{1,4}页$/i;
/** 主页 » 材料中心 » 组织人事: a trail of at least two steps. */
const TRAIL = /^[^，。；<]{2,14}\s?[»›＞>]\s?[^，。；<]{2,14}\s?[»›＞>]/;
/** Share this page, PDF | Print | Email: letters alone, at least two words of them. */
const LATIN_WORD = '[A-Za-z]{2,20}';
const SIGN = String.raw`[\x20-\x7e©®·•|»›–—]`;
const FOREIGN = new RegExp(`^${SIGN}{0,4}${LATIN_WORD}${SIGN}{1,4}${LATIN_WORD}${SIGN}{0,60}$`);
const THE_END = /^[-—–=~·*\s]{0,6}(?:the\s)?end[-—–=~·*\s!！]{0,6}$/i;
const ENDS_OF_NAMES = new Characters('cCxXfFtTsS篇页');

/** The most that a line without a telling word scores beside its words. */
const BARE_MOST = 1;

export const readings = defineFact<readonly Reading[]>(
  'readings',
  { tokens: [Token.Digits, Token.Latin, Token.Other], words: [TRAIT_WORDS, COMMON_WORDS, SIGNAL_WORDS] },
  (paragraph) => {
    const { text, contentStart, contentEnd, role } = paragraph;
    const length = contentEnd - contentStart;
    // Nearly always: a paragraph of the author's without a telling word.
    const telling = paragraph.has(TRAIT_WORDS);
    if (role === 'table' || (!telling && isAuthors(paragraph))) return [];
    if (solicitsAlone(paragraph) || RULING.test(paragraph.content) || WHOLE_ROW.test(paragraph.content))
      return [];
    const hits = hitsOf(paragraph);
    if (hits.length === 0 && !isBare(paragraph)) return [];
    if (!telling && mostOf(hits) + BARE_MOST < FAINT) return [];
    const line = { start: contentStart, end: contentEnd };
    const parts = partsOf(text, line, hits);
    if (length <= LINE_LENGTH && !holdsAuthors(parts)) {
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
  },
);

/** Of a line without a telling word: whether it is long, a row of a table, or a sentence without a number, a letter or a bar that a program could have set. */
function isAuthors({ text, contentStart, contentEnd, content, scan }: Paragraph): boolean {
  if (contentEnd - contentStart > BARE_LENGTH) return true;
  if (SENTENCE_END.at(text, contentEnd - 1) && !scan.hasAny(MECHANICAL, 0)) return true;
  return TABLE_ROW.test(content);
}

/** A line drawn between two parts of a text, which in Markdown is a mark of its own. */
const RULING = /^[-—–*_=~·.…\s]+$/;
/** | 1 | 建设人才公寓 | 县住建局 |: a row of a table as Markdown draws it. */
const TABLE_ROW = /^\|[^|]{0,80}\|[^|]{0,80}\|/;
/** The same with no more than what a heading and its cell say. */
const WHOLE_ROW = /^\|[^|]{1,80}\|[^|]{8,80}\|$/;
const SENTENCE_END = new Characters('。；');
const MECHANICAL = kindSet(Token.Digits, Token.Latin, Token.Other);

const POSTED_FIRST = new Characters(DIGITS, '昨今前');

/** Whether a line without a word of ours begins or ends as programs begin and end theirs. */
function isBare({ text, contentStart, contentEnd, content }: Paragraph): boolean {
  return (
    TRAIL.test(content) ||
    (POSTED_FIRST.at(text, contentStart) && POSTED.test(content)) ||
    FOREIGN.test(content) ||
    THE_END.test(content) ||
    (BEGINNINGS.at(text, contentStart) && BARE.test(content)) ||
    (ENDS_OF_NAMES.at(text, contentEnd - 1) && ENDINGS.test(content))
  );
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
  // Nobody but a program prints the time to the minute before what it says.
  if (traits.some(({ trait }) => trait === 'clock')) return 'page';
  for (const { trait, amount } of traits) {
    const { side, weight } = weightOf(trait);
    if (side in sums) sums[side as LeftBy] += Math.max(0, amount * weight);
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
  if (hits.length === 0 || (inParagraph && !hits.some(isTelling))) {
    unread(UNREAD);
    return;
  }
  const rest = readBrackets(text, range, hits, parts);
  if (end - sentence.start > LINE_LENGTH) unread(TOO_LONG);
  else if (rest.length === 0 || (inParagraph && end - sentence.start <= ITEM_LENGTH)) unread(UNREAD);
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
