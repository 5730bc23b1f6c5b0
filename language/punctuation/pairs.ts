/**
 * Brackets, quotation marks and book-title marks (标号) of a paragraph in their pairs, and what is wrong with them. In a paragraph
 * where all pairs stand as they should nothing is found.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Scan } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Characters, ShortList } from '../text/characters.ts';
import { isHan, kindSet, Token, tokenOf } from '../text/scan.ts';
import { isChineseAround, isWideAt } from './context.ts';

/** One opening or closing mark. */
export interface Sign extends Range {
  /** The pair it belongs to by its shape: an index into {@link PAIRS}, or {@link STRAIGHT}. */
  readonly pair: number;
  /** Always true of a straight quotation mark, which does not say. */
  readonly opens: boolean;
}

export type PairTrouble =
  /** No partner in its paragraph. */
  | { readonly kind: 'loose'; readonly sign: Sign }
  /** Two signs of one shape that make a pair when those of `signs` are turned: ”质量“, “质量“. */
  | { readonly kind: 'turned'; readonly signs: readonly Sign[]; readonly start: number; readonly end: number }
  /** A pair right inside another of its own shape: “坚持“两个毫不动摇”方针”. */
  | { readonly kind: 'nested'; readonly outer: Range; readonly inner: Range; readonly pair: number }
  /** 〈〉 or <> around the name of a document and no 《》 around them, or ‘’ and no “” around these. */
  | { readonly kind: 'outer'; readonly pair: number; readonly start: number; readonly end: number }
  /** A pair of brackets in Chinese text with a half-width one: (含预备). */
  | { readonly kind: 'half'; readonly start: number; readonly end: number }
  /**
   * Straight quotation marks in Chinese text: a pair ("质量"), one that closes what a curved one has opened (“质量"), or one alone.
   * Without a second one, `end` is that of the first.
   */
  | {
      readonly kind: 'straight';
      readonly start: number;
      readonly end: number;
      readonly as: 'pair' | 'close' | 'alone';
    };

/** The pairs by shape; half-width brackets are brackets of their shape. */
export const PAIRS = ['“”', '‘’', '《》', '〈〉', '（）', '〔〕', '【】', '「」', '『』'] as const;
export const DOUBLE_QUOTES = 0;
export const SINGLE_QUOTES = 1;
export const TITLES = 2;
export const SINGLE_TITLES = 3;
export const BRACKETS = 4;
/** The number of straight quotation marks, which are of no pair: each may open or close. */
const STRAIGHT = PAIRS.length;

/** By character: the number of its pair times two, one more for a closing mark, and one more again; 0 where it is of no pair. */
const signs = new Uint8Array(0x10000);
for (const [i, [open, close]] of PAIRS.entries()) {
  signs[open!.charCodeAt(0)] = i * 2 + 1;
  signs[close!.charCodeAt(0)] = i * 2 + 2;
}
for (const [char, like] of ['(（', ')）', '〝“', '〞”', '<〈', '>〉', '＜〈', '＞〉'] as const)
  signs[char!.charCodeAt(0)] = signs[like!.charCodeAt(0)]!;
for (const char of '"\'＂＇') signs[char.charCodeAt(0)] = STRAIGHT * 2 + 1;

/** Straight quotation marks, 〝〞 and <> are no brackets to the scan. */
const SIGNS = kindSet(Token.Open, Token.Close, Token.Other);

/** What is wrong with the pairs of a paragraph, in no particular order. */
export const pairTroubles = defineFact<readonly PairTrouble[]>(
  'pair troubles',
  { tokens: [Token.Open, Token.Close, Token.Other] },
  (paragraph) => (isBalanced(paragraph.scan, paragraph.text) ? [] : new PairReader(paragraph).read()),
);

const stack: number[] = [];
/** What stands around an opening sign for the inside, by their numbers in {@link signs}. */
const AROUND: Readonly<Record<number, number>> = {
  [SINGLE_TITLES * 2 + 1]: TITLES * 2 + 1,
  [SINGLE_QUOTES * 2 + 1]: DOUBLE_QUOTES * 2 + 1,
};

/** Whether every pair is closed in its turn, full-width, not inside another of its shape and, if it is of 〈〉 or ‘’, inside of 《》 or “”: true of nearly all paragraphs. */
function isBalanced(scan: Scan, text: string): boolean {
  stack.length = 0;
  for (let i = scan.next(SIGNS, 0), n = scan.count; i < n; i = scan.next(SIGNS, i + 1)) {
    const code = text.charCodeAt(scan.start(i));
    const sign = signs[code]!;
    if (sign === 0) continue;
    if (code < 0x80) return false;
    const top = stack[stack.length - 1];
    if (sign & 1) {
      if (top === sign) return false;
      const around = AROUND[sign];
      if (around !== undefined && !stack.includes(around)) return false;
      stack.push(sign);
    } else if (top === sign - 1) stack.pop();
    else return false;
  }
  return stack.length === 0;
}

class PairReader {
  readonly #text: string;
  readonly #signs: Sign[] = [];
  /** Those that may be of 1) and a) instead, with whether the next bracket that cannot closes one. */
  readonly #marks = new Map<Sign, boolean>();
  readonly #open: Sign[] = [];
  readonly #loose: Sign[] = [];
  /** Pairs inside an open one of their shape, which may prove loose. */
  readonly #nested: { readonly around: Sign; readonly inner: Range }[] = [];
  /** Pairs for the inside with no open one for the outside before them, which may stand in an earlier line. */
  readonly #outer: (Range & { readonly pair: number })[] = [];
  readonly #troubles: PairTrouble[] = [];

  constructor({ scan, text }: Paragraph) {
    this.#text = text;
    for (let i = scan.next(SIGNS, 0), n = scan.count; i < n; i = scan.next(SIGNS, i + 1)) {
      const start = scan.start(i);
      const sign = signs[text.charCodeAt(start)]!;
      if (sign === 0 || isNoSign(text, start)) continue;
      const one = { start, end: start + 1, pair: (sign - 1) >> 1, opens: (sign & 1) === 1 };
      this.#signs.push(one);
      if (mayBeOfMark(text, start)) this.#marks.set(one, false);
    }
    if (this.#marks.size > 0) this.#lookAhead();
  }

  #lookAhead(): void {
    let closes = false;
    for (let i = this.#signs.length - 1; i >= 0; i--) {
      const sign = this.#signs[i]!;
      if (this.#marks.has(sign)) this.#marks.set(sign, closes);
      else if (sign.pair === BRACKETS) closes = !sign.opens;
    }
  }

  read(): readonly PairTrouble[] {
    for (const sign of this.#withoutStraight()) {
      if (this.#isNoTitle(sign) || this.#isOfMark(sign)) continue;
      if (sign.opens) this.#open.push(sign);
      else this.#close(sign);
    }
    for (const sign of this.#open) this.#loose.push(sign);
    const loose = new Set(this.#loose);
    for (const { around, inner } of this.#nested) {
      if (!loose.has(around))
        this.#troubles.push({ kind: 'nested', pair: around.pair, outer: around, inner });
    }
    this.#readOuter();
    this.#readLoose(this.#loose.sort((a, b) => a.start - b.start));
    return this.#troubles;
  }

  /** What stands outermost and should not, where no mark that is loose or straight may be what belongs around it. */
  #readOuter(): void {
    const hasStraight = this.#troubles.some(({ kind }) => kind === 'straight');
    for (const { pair, start, end } of this.#outer) {
      const isOfQuotes = pair === SINGLE_QUOTES;
      const around = isOfQuotes ? DOUBLE_QUOTES : TITLES;
      const isInDoubt = this.#loose.some((sign) => sign.pair === around || sign.pair === pair);
      if (!isInDoubt && !(isOfQuotes && hasStraight))
        this.#troubles.push({ kind: 'outer', pair, start, end });
    }
  }

  /** Whether a double quotation mark is the innermost that is open. */
  #isQuoted(): boolean {
    return this.#open[this.#open.length - 1]?.pair === DOUBLE_QUOTES;
  }

  /**
   * Whether the straight mark closes the quotation it stands in: no curved one does before the next begins, and straight ones
   * do not go together in pairs until then.
   */
  #closes(from: number): boolean {
    let i = from;
    while (this.#signs[i]?.pair === STRAIGHT) i++;
    const next = this.#signs[i];
    return (i - from) % 2 === 1 && !(next?.pair === DOUBLE_QUOTES && !next.opens);
  }

  /**
   * Whether the bracket is that of a mark, 1) or a): nothing is open that it closes, or something after it does. That of
   * （甲A、B） is none, that of （包括：1)甲；2)乙） is one.
   */
  #isOfMark(sign: Sign): boolean {
    if (!this.#marks.has(sign)) return false;
    if (!this.#open.some(({ pair }) => pair === BRACKETS)) return true;
    return this.#marks.get(sign)!;
  }

  /** < and > stand for 〈〉 inside of 《》, and for 《》 around the name of a document. */
  #isNoTitle({ start, end, opens, pair }: Sign): boolean {
    const text = this.#text;
    if (!ANGLES.at(text, start)) return false;
    if (this.#open[this.#open.length - 1]?.pair === (opens ? TITLES : pair)) return false;
    if (!opens || this.#open.length > 0) return true;
    const close = ANGLES.next(text, end, Math.min(text.length, end + LONGEST_TITLE));
    return !isHan(text.charCodeAt(end)) || !isDocument(text, end, close);
  }

  /** Closes the innermost open pair of its shape; what was opened within that is loose. */
  #close(sign: Sign): void {
    const open = this.#open;
    const lowest = Math.max(0, open.length - DEEPEST);
    let at = open.length - 1;
    while (at >= lowest && open[at]!.pair !== sign.pair) at--;
    if (at < lowest) {
      this.#loose.push(sign);
      return;
    }
    this.#loose.push(...open.splice(at + 1));
    const opening = open.pop()!;
    const range = { start: opening.start, end: sign.end };
    if (isOutermost(this.#text, opening, sign, open)) this.#outer.push({ ...range, pair: sign.pair });
    else if (isHalf(this.#text, opening.start, sign.start)) this.#troubles.push({ kind: 'half', ...range });
    // Only the pair right around it: 《…〈…《…》…〉…》 is right.
    const around = open[open.length - 1];
    if (around?.pair === sign.pair)
      this.#nested.push({ around, inner: { start: opening.start, end: sign.end } });
  }

  /** Loose signs of which two make a pair when they are turned, and the others. */
  #readLoose(loose: readonly Sign[]): void {
    for (let i = 0; i < loose.length; i++) {
      const first = loose[i]!;
      const second = loose[i + 1];
      if (second && makesPair(this.#text, first, second)) {
        const wrong = [...(first.opens ? [] : [first]), ...(second.opens ? [second] : [])];
        this.#troubles.push({ kind: 'turned', signs: wrong, start: first.start, end: second.end });
        i++;
      } else if (!HALF.at(this.#text, first.start) || isOfChinese(this.#text, first))
        this.#troubles.push({ kind: 'loose', sign: first });
    }
  }

  /**
   * The signs but for the straight ones. A straight one goes with the next quotation mark of its clause, which may be an opening
   * one (‘两个确保“ from a conversion gone wrong).
   */
  *#withoutStraight(): Iterable<Sign> {
    const text = this.#text;
    for (let i = 0; i < this.#signs.length; i++) {
      const sign = this.#signs[i]!;
      if (sign.pair !== STRAIGHT) {
        yield sign;
        continue;
      }
      const next = this.#signs[i + 1];
      if (this.#isQuoted() && this.#closes(i)) {
        this.#troubles.push({ kind: 'straight', start: sign.start, end: sign.end, as: 'close' });
        yield { ...sign, pair: DOUBLE_QUOTES, opens: false };
        continue;
      }
      const closed =
        next !== undefined &&
        (text[next.start] === text[sign.start] ||
          (next.pair <= SINGLE_QUOTES && next.start - sign.end <= QUOTED));
      const end = closed ? next.end : sign.end;
      if (closed) i++;
      const chinese = isWideAt(text, sign.start - 1) || isWideAt(text, sign.end) || isWideAt(text, end);
      if (chinese && isChineseAround(text, sign.start))
        this.#troubles.push({ kind: 'straight', start: sign.start, end, as: closed ? 'pair' : 'alone' });
    }
  }
}

/** No text has more pairs inside of each other. */
const DEEPEST = 20;
const ANGLES = new Characters('<>＜＞');

/** How the names of documents end; 〈国情咨文〉 and 〈无为而治〉 are marked so by the custom of other places. */
const DOCUMENTS = new ShortList(
  '条例 法 办法 规定 通知 意见 决定 细则 方案 纲要 规划 计划 报告 请示 批复 标准 规则 准则 规程 章程 清单 （试行） （暂行）'.split(
    ' ',
  ),
);
/** Shorter ones may be of poems and of sayings. */
const NAME = 5;

/** Whether what stands between two places is the name of a document. */
const isDocument = (text: string, start: number, end: number): boolean =>
  end - start >= NAME && [1, 2, 4].some((length) => DOCUMENTS.wordAt(text, end - length)?.length === length);

/** The longest name that < and > are taken to stand around. */
const LONGEST_TITLE = 50;

/** Whether a pair for the inside has none for the outside around it: 〈〉 of the name of a document, ‘’ of Chinese words. */
function isOutermost(text: string, opening: Sign, closing: Sign, around: readonly Sign[]): boolean {
  if (opening.pair === SINGLE_TITLES)
    return isDocument(text, opening.end, closing.start) && !around.some(({ pair }) => pair === TITLES);
  return (
    opening.pair === SINGLE_QUOTES &&
    isHan(text.charCodeAt(opening.end)) &&
    !around.some(({ pair }) => QUOTES.includes(pair))
  );
}

/** “”, ‘’, 「」 and 『』. */
const QUOTES: readonly number[] = [DOUBLE_QUOTES, SINGLE_QUOTES, 7, 8];

/** The longest quotation that two marks turned the wrong way are taken to stand around. */
const QUOTED = 30;
/** A quotation mark that is turned stands around a few words, not around sentences. */
const BREAKS = new Characters('。；！？');

/** Whether two loose signs are a pair of quotation marks one or both of which are turned. */
function makesPair(text: string, first: Sign, second: Sign): boolean {
  if (first.pair !== second.pair || first.pair > SINGLE_QUOTES || (first.opens && !second.opens))
    return false;
  const length = second.start - first.end;
  if (length === 0 || length > QUOTED || BREAKS.isIn(text, first.end, second.start)) return false;
  return isHan(text.charCodeAt(first.end)) && isHan(text.charCodeAt(second.start - 1));
}

const HALF = new Characters('()<>＜＞');
const NUMBER_OR_LETTER = kindSet(Token.Digits, Token.Latin);

function isNumberOrLetterAt(text: string, at: number): boolean {
  return at >= 0 && (NUMBER_OR_LETTER & (1 << tokenOf(text.charCodeAt(at)))) !== 0;
}

/** What looks like a sign and is none: the apostrophe of don’t and of 5', the inches of 15". */
function isNoSign(text: string, at: number): boolean {
  const char = text[at]!;
  if (char === '’' || char === "'")
    return isNumberOrLetterAt(text, at - 1) && (char === "'" || isNumberOrLetterAt(text, at + 1));
  if (char === '"') return tokenOf(text.charCodeAt(at - 1)) === Token.Digits && text.indexOf('"') === at;
  return false;
}

/** What stands before a mark: nothing, a space, the end of a sentence or clause. */
const BEFORE_MARK = new Characters(' \t\u3000。；：，、！？;:,!?');

/** Whether a bracket may be that of 1) or a): behind a number or a letter at the beginning of a clause. That of (gov.cn) and of （5mg/L） is none. */
function mayBeOfMark(text: string, at: number): boolean {
  if (text[at] !== ')' && text[at] !== '）') return false;
  let from = at;
  while (from > at - 3 && isNumberOrLetterAt(text, from - 1)) from--;
  if (from === at) return false;
  return (
    from === 0 ||
    BEFORE_MARK.at(text, from - 1) ||
    (text[from - 1] === '.' && isHan(text.charCodeAt(from - 2)))
  );
}

/** Whether a half-width sign stands at a Chinese word: others are of formulas, codes and garbage. */
function isOfChinese(text: string, { start, end }: Sign): boolean {
  return (isWideAt(text, start - 1) || isWideAt(text, end)) && isChineseAround(text, start);
}

/** Half-width brackets around Chinese or in a Chinese sentence, and pairs of which one is half-width. */
function isHalf(text: string, open: number, close: number): boolean {
  const half = (HALF.at(text, open) ? 1 : 0) + (HALF.at(text, close) ? 1 : 0);
  if (half < 2 || ANGLES.at(text, open)) return half > 0;
  for (let i = open + 1; i < close; i++) if (isHan(text.charCodeAt(i))) return isChineseAround(text, open);
  return isWideAt(text, open - 1) && (isWideAt(text, close + 1) || close + 1 === text.length);
}
