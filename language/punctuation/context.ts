/**
 * Whether a mark stands in Chinese prose. Half-width marks are right in English sentences, in references and in code, and
 * blanks are right in tables and forms.
 */
import { isBlank, type Paragraph } from '../../engine/paragraph.ts';
import { Characters } from '../text/characters.ts';
import { isHan, isHanRun, kindSet, Token, tokenOf } from '../text/scan.ts';

/** Full-width marks: their neighbours are Chinese text as much as Han characters are. */
const WIDE_MARKS = new Characters('，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—％．～·');
const CODE = new Characters('{}<>=\\|@#$&/');

/** How far to either side the script of a sentence is asked for. */
const REACH = 30;

/** Whether a Han character or a full-width mark stands at the offset. */
export function isWideAt(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at)) || WIDE_MARKS.at(text, at);
}

/**
 * Whether the text around an offset is Chinese: more Han characters than letters, and nothing of a program, an address or a
 * formula. Looks at no more than 60 characters.
 */
export function isChineseAround(text: string, at: number): boolean {
  const from = Math.max(0, at - REACH);
  const to = Math.min(text.length, at + REACH);
  let han = 0;
  let latin = 0;
  for (let i = from; i < to; i++) {
    const kind = tokenOf(text.charCodeAt(i));
    if (kind === Token.Han) han++;
    else if (kind === Token.Latin) latin++;
  }
  return han > latin && !CODE.isIn(text, Math.max(0, at - 2), at + 3);
}

const REFERENCE = /\[(?:[JMCDNRSPG]|EB\/OL|J\/OL|M\/OL|DB\/OL)\]/;

/** A reference of a bibliography (GB/T 7714), whose marks are half-width by its own standard: 张三.治理研究[J].… */
export function isReference({ text, scan }: Paragraph): boolean {
  return scan.has(Token.Latin) && text.includes('[') && REFERENCE.test(text);
}

const SPACES = kindSet(Token.Space);

/** A line laid out with blanks: cells of a table, a form to fill in, a row of signatures. */
export function isLaidOut(paragraph: Paragraph): boolean {
  const { scan, text, contentStart, contentEnd, role } = paragraph;
  if (role === 'table') return true;
  for (let i = scan.next(SPACES, 0); i < scan.count; i = scan.next(SPACES, i + 1)) {
    const start = scan.start(i);
    const end = scan.end(i);
    if (start <= contentStart || end >= contentEnd) continue;
    if (text[start] === '\t') return true;
    if (end - start >= 2 && !isSlip(paragraph, start, end)) return true;
    if (text[start] === '　' && !isInSentence(text, start, contentStart, contentEnd)) return true;
  }
  return false;
}

const POINTS = new Characters('，。、；');
/** Blanks that were typed by mistake are few. */
const FEW = 3;
/** So much of a line is looked at on either side of blanks within a word. */
const WORD = 6;

/** 落到实处  。and 认真组  织，: no layout has blanks between a character and the point behind it, or within a word. */
function isSlip({ text, language }: Paragraph, start: number, end: number): boolean {
  if (end - start > FEW || !isHan(text.charCodeAt(start - 1))) return false;
  if (POINTS.at(text, end)) return true;
  const before = text.slice(Math.max(0, start - WORD), start);
  const behind = text.slice(end, end + WORD);
  return (
    POINTS.isIn(text, end, text.length) &&
    isHanRun(before, Math.max(0, before.length - 2), before.length) &&
    behind.length > 1 &&
    isHanRun(behind, 0, 2) &&
    !language.words.isBoundary(before + behind, before.length)
  );
}

const GOES_ON = new Characters('的了过和与及地得着');

const MARKS = new Characters('，。；：、？！（）“”《》');
/** A heading that runs on in its line is shorter. */
const CLAUSE = 8;

/**
 * A wide blank is a slip of the hand before a particle (为中心　的发展思想), and in a clause that is too long for a heading which its text
 * follows on the line (坚持把党的领导　贯穿全过程。).
 */
function isInSentence(text: string, at: number, from: number, to: number): boolean {
  if (!isHan(text.charCodeAt(at - 1)) || !isHan(text.charCodeAt(at + 1))) return false;
  if (GOES_ON.at(text, at + 1)) return true;
  const clause = MARKS.behindLast(text, from, at);
  return text[to - 1] === '。' && at - clause >= (clause > from ? CLAUSE / 2 : CLAUSE);
}

/** The next character that is no space, at or behind the offset, a mask among them; the end of the text where there is none. */
export function behindSpaces(text: string, at: number): number {
  let i = at;
  while (i < text.length && isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== 0) i++;
  return i;
}
