/**
 * The marks that number parts of a text (序次语): 第一章, 一、, （一）, 1., （1）, ①, 一是, 一要, 第一，, 首先, 其一, 一方面.
 * Read from one paragraph by itself; `structure` makes series of them.
 *
 * A mark is *firm* where its form and place leave no other reading, else *soft*: 第三 in 居全国第三, 一看 in 一看就懂.
 * Soft marks number something only if their neighbours say so, which only the structure can see.
 */

import { defineFact } from '../../engine/facts.ts';
import type { Hit } from '../../engine/language.ts';
import { isBlank, type Paragraph } from '../../engine/paragraph.ts';
import { Characters, DIGITS, firstOf, LETTERS, WIDE_DIGITS } from '../text/characters.ts';
import { lexicon, wordList } from '../text/lexicon.ts';
import { readCircled, readDigits, readHanNumber, writeCircled, writeHanNumber } from '../text/numerals.ts';
import { isHan, kindSet, Token } from '../text/scan.ts';

const ORDER_WORDS = wordList('structure.order');

/** Kinds of marks, by the form of their number. */
export type MarkKind =
  /** A Markdown heading without a number. */
  | 'heading'
  /** 附件1, above an attachment. */
  | 'attachment'
  /** 第一编 第一章 第一节 第一条 …: the unit is the mark's `word`. */
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  /** 一、 */
  | 'han'
  /** （一） */
  | 'han-bracket'
  /** 1. */
  | 'arabic'
  /** 1.1: the components before the last are the mark's `word`. */
  | 'decimal'
  /** （1） */
  | 'arabic-bracket'
  /** 1） */
  | 'arabic-half'
  /** ① */
  | 'circled'
  /** A. a. */
  | 'letter'
  /** 甲、 （甲） */
  | 'stem'
  /** 第一，: clause-initial. 第一步， and 第一个问题， have what they count as the mark's `word`. */
  | 'ordinal'
  /** 首先 其次 再次 最后 */
  | 'first-next'
  /** 其一 其二 */
  | 'qi'
  /** 一是 二要 三靠: the verb is the mark's `word`. */
  | 'verb'
  /** 一方面 另一方面 */
  | 'sides';

/** How marks that head a paragraph nest where the text itself does not show it; smaller is higher. */
export const LEVELS: Readonly<Partial<Record<MarkKind, number>>> = {
  heading: 0,
  attachment: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  han: 5,
  'han-bracket': 6,
  stem: 6.5,
  arabic: 7,
  decimal: 7.5,
  'arabic-bracket': 8,
  'arabic-half': 8.5,
  circled: 9,
  letter: 10,
};

export interface SeriesMark {
  readonly kind: MarkKind;
  /** The ordinal number; 0 for 最后 and for headings without a number. */
  readonly value: number;
  /** The whole mark, with brackets and the point behind it. Relative to the paragraph. */
  readonly start: number;
  readonly end: number;
  /** The part that says the number, and changes when the member is renumbered. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** What else tells series of a kind apart: the verb of 一是, the unit of 第一章, the case of a letter. */
  readonly word: string;
  /** Kind and word: what series that can stand inside each other are told apart by. */
  readonly key: string;
  /** It begins the paragraph. */
  readonly lead: boolean;
  readonly firm: boolean;
  /** Start of the innermost brackets or quotation marks around it, −1 in plain text. Series do not cross them. */
  readonly scope: number;
  /** Where those brackets end; 0 in plain text. */
  readonly scopeEnd: number;
}

/** Whether the mark's kind nests by a level of its own. */
export function isStructural(kind: MarkKind): boolean {
  return LEVELS[kind] !== undefined;
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const UNIT_KINDS: Readonly<Record<string, MarkKind>> = {
  编: 'part',
  篇: 'part',
  部: 'part',
  分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** Larger numbers in front of `、` or `.` are years, quantities and codes. */
const LARGEST = 199;

/**
 * The number of a mark in the writing of its kind; undefined where the kind has no such number.
 *
 * @param like the number that it takes the place of: 第2章 stays in digits
 */
export function writeNumber(
  mark: Pick<SeriesMark, 'kind' | 'word'>,
  value: number,
  like = '',
): string | undefined {
  if (value < 1) return undefined;
  switch (mark.kind) {
    case 'heading':
      return undefined;
    case 'attachment':
    case 'arabic':
    case 'decimal':
    case 'arabic-bracket':
    case 'arabic-half':
      return String(value);
    case 'circled':
      return value <= 50 ? writeCircled(value) : undefined;
    case 'letter':
      return value <= 26 ? String.fromCharCode(mark.word.charCodeAt(0) + value - 1) : undefined;
    case 'stem':
      return STEMS[value - 1];
    case 'first-next':
      return ['首先', '其次', '再次'][value - 1];
    case 'sides':
      return ['一方面', '另一方面'][value - 1];
    default:
      return isDigit(like.charCodeAt(0)) ? String(value) : writeHanNumber(value);
  }
}

/** The marks of a paragraph in text order. */
export const seriesMarks = defineFact<readonly SeriesMark[]>('series marks', (paragraph) => {
  if (paragraph.blank || paragraph.role === 'table' || isTableRow(paragraph)) return NONE;
  return new MarkReader(paragraph).read();
});

const NONE: readonly SeriesMark[] = [];

type Draft = { -readonly [K in keyof SeriesMark]: SeriesMark[K] };

const POINTED = kindSet(Token.Close, Token.Space, Token.Comma, Token.Stop, Token.Other);
const OPENING = kindSet(Token.Open);
const BRACKETS = kindSet(Token.Open, Token.Close);

/** What the words of the list say, read once. */
const ORDERS = new Map(
  lexicon.entriesOf(ORDER_WORDS).map((entry) => {
    const [kind, value, word = ''] = entry.value.split(' ') as [MarkKind, string, string?];
    return [entry, { kind, value: Number(value), word }];
  }),
);

/** Walks the tokens and hits of one paragraph once. */
class MarkReader {
  readonly #paragraph: Paragraph;
  readonly #text: string;
  readonly #marks: Draft[] = [];

  constructor(paragraph: Paragraph) {
    this.#paragraph = paragraph;
    this.#text = paragraph.text;
  }

  read(): readonly SeriesMark[] {
    const { scan, contentStart, role } = this.#paragraph;
    if (role === 'heading' || LEADS.at(this.#text, contentStart)) this.#readLead();
    if (scan.hasAny(POINTED, 0)) this.#readTokens();
    if (scan.hasWord(ORDER_WORDS)) this.#readWords(scan.hits(ORDER_WORDS));
    if (this.#marks.length === 0) return NONE;
    const marks = withoutOverlaps(withoutQuantities(inOrder(this.#marks)));
    return marks.length === 0 ? NONE : this.#withScopes(marks);
  }

  /**
   * A firm mark whose number is all of it but what the caller says. Marks come from here for all to have one shape: what
   * asks them again and again need not tell shapes apart.
   */
  #add(kind: MarkKind, start: number, end: number, value: number): Draft {
    const lead = start === this.#paragraph.contentStart;
    const mark: Draft = {
      kind,
      value,
      start,
      end,
      numberStart: start,
      numberEnd: end,
      word: '',
      key: kind,
      lead,
      firm: true,
      scope: -1,
      scopeEnd: 0,
    };
    this.#marks.push(mark);
    return mark;
  }

  #withScopes(marks: readonly Draft[]): readonly SeriesMark[] {
    const { scan } = this.#paragraph;
    for (const mark of marks) if (mark.word !== '') mark.key = `${mark.kind} ${mark.word}`;
    // Nearly always the one mark leads the paragraph, and nothing can be open around it.
    const open = scan.next(OPENING, 0);
    if (open === scan.count || scan.start(open) >= marks[marks.length - 1]!.start) return marks;
    const scopes = this.#readPairs();
    for (const mark of marks) {
      const around = pairAround(scopes, mark.start);
      if (!around) continue;
      mark.scope = around.start;
      mark.scopeEnd = around.end;
    }
    return marks;
  }

  /** Forms that are marks only at a paragraph's start: 第一章, 附件1, 1.1, A., 甲、, a Markdown heading. */
  #readLead(): void {
    const text = this.#text;
    const at = this.#paragraph.contentStart;
    const heading = this.#paragraph.role === 'heading';
    const first = text[at]!;
    if (first === '第') {
      const number = readHanNumber(text, at + 1) ?? readArabic(text, at + 1);
      const unit = number && text[number.end];
      const kind = unit === undefined ? undefined : UNIT_KINDS[unit];
      if (number && unit !== undefined && kind && isUnit(text, number.end)) {
        const end = number.end + (unit === '部' || unit === '分' ? 2 : 1);
        // 第三条之一: an article put in by an amendment has the number of the one before.
        if (text[end] === '之') return;
        const mark = this.#add(kind, at, end, number.value);
        mark.numberStart = at + 1;
        mark.numberEnd = number.end;
        mark.word = unit;
        mark.firm = heading || standsAsHeading(text, end, kind);
        return;
      }
    }
    if (first === '附' && text[at + 1] === '件') {
      const number = readArabic(text, at + 2) ?? readHanNumber(text, at + 2);
      const end = number?.end ?? at + 2;
      const rest = this.#paragraph.contentEnd - end;
      // 附件1 alone on its line, or with its title; 附件：1.… is the list of attachments.
      if (rest < 40 && (rest === 0 || (number !== undefined && /[\s　：:]/.test(text[end]!)))) {
        if (!/[。；，]/.test(text.slice(end, this.#paragraph.contentEnd))) {
          this.#add('attachment', at, end, number?.value ?? 0).numberStart = at + 2;
          return;
        }
      }
    }
    DECIMAL.lastIndex = at;
    const decimal = DECIMAL.exec(text);
    if (decimal) {
      const components = decimal[0].split(/[.．]/);
      const last = components.pop()!;
      const end = at + decimal[0].length;
      if (
        /^[\s　]{0,4}[A-Za-z\u4e00-\u9fff《“（]/.test(text.slice(end, end + 5)) &&
        !/[万亿千百个元倍吨米公亩户人名家度年%]/.test(text[end]!)
      ) {
        const mark = this.#add('decimal', at, end, readDigits(last));
        mark.numberStart = end - last.length;
        mark.word = components.map(readDigits).join('.');
        mark.firm = false;
        return;
      }
    }
    BARE.lastIndex = at;
    const bare = this.#paragraph.contentEnd - at < 24 ? BARE.exec(text) : null;
    if (bare) {
      const mark = this.#add('arabic', at, at + bare[1]!.length, readDigits(bare[1]!));
      mark.word = BARE_WORD;
      mark.firm = false;
      return;
    }
    LETTER.lastIndex = at;
    const letter = LETTER.exec(text);
    if (letter) {
      const word = letter[0][0]! >= 'a' ? 'a' : 'A';
      const value = letter[0].charCodeAt(0) - word.charCodeAt(0) + 1;
      const mark = this.#add('letter', at, at + letter[0].length, value);
      mark.numberEnd = at + 1;
      mark.word = word;
      mark.firm = false;
      return;
    }
    STEM.lastIndex = at;
    const stem = STEM.exec(text);
    if (stem) {
      const open = stem[1] ? 1 : 0;
      const mark = this.#add('stem', at, at + stem[0].length, STEMS.indexOf(text[at + open]!) + 1);
      mark.numberStart = at + open;
      mark.numberEnd = at + open + 1;
      mark.word = open ? '（' : '';
      mark.firm = open === 1;
      return;
    }
    if (heading && !this.#startsWithNumber(at)) {
      this.#add('heading', at, at, 0).word = headingLevel(this.#paragraph);
    }
  }

  /** Whether one of the forms that `#readTokens` reads stands here. */
  #startsWithNumber(at: number): boolean {
    const text = this.#text;
    return /^[（(]?\s?[一二三四五六七八九十\d]{1,3}\s?[)）、.．，。]|^[①-⑳]|^(?:第[一二三四五六七八九十]+[，,]|首先|其一|一是)/.test(
      text.slice(at, at + 8),
    );
  }

  /** Forms with a point or bracket behind the number. */
  #readTokens(): void {
    const { scan, contentStart } = this.#paragraph;
    const text = this.#text;
    for (let i = scan.next(POINTED, 0), n = scan.count; i < n; i = scan.next(POINTED, i + 1)) {
      const at = scan.start(i);
      switch (scan.kind(i)) {
        case Token.Close:
          if (ROUND_CLOSES.at(text, at) && NUMERALS.at(text, at - 1)) this.#readClosed(at);
          break;
        case Token.Space:
          if (text[scan.end(i)] === '第') this.#readArticleInside(at, scan.end(i));
          break;
        case Token.Comma:
        case Token.Stop:
          // 一，and 1。 are marks only where they lead.
          if (BEFORE_POINT.at(text, at - 1) && (text[at] === '、' || at <= contentStart + LONGEST_POINTED)) {
            if (POINTS.at(text, at)) this.#readPointed(at);
          }
          break;
        default:
          if (FULL_STOPS.at(text, at)) {
            if (BEFORE_POINT.at(text, at - 1)) this.#readPointed(at);
          } else if (readCircled(text.charCodeAt(at)) > 0) this.#readCircled(at);
      }
    }
  }

  /** The pairs of brackets and quotation marks. */
  #readPairs(): Pair[] {
    const { scan } = this.#paragraph;
    const text = this.#text;
    const open: number[] = [];
    const pairs: Pair[] = [];
    let reversed = false;
    for (let i = scan.next(BRACKETS, 0), n = scan.count; i < n; i = scan.next(BRACKETS, i + 1)) {
      const at = scan.start(i);
      if (scan.kind(i) === Token.Open) open.push(at);
      else if (!closePair(text, at, open, pairs) && text[at] === '”') reversed = true;
    }
    // Where a closing quotation mark has no partner (”…“), what looks like pairs is the text between quotations.
    return reversed ? pairs.filter((pair) => text[pair.start] !== '“') : pairs;
  }

  /** `point` is the 、 of 一、 or the . of 1. */
  #readPointed(point: number): void {
    const text = this.#text;
    const mark = text[point]!;
    const next = text[point + 1];
    if (next === undefined) return;
    const numberEnd = text[point - 1] === ' ' ? point - 1 : point;
    let start = numberEnd;
    while (start > 0 && numberEnd - start < LONGEST_NUMBER && isDigit(text.charCodeAt(start - 1))) start--;
    const arabic = start < numberEnd;
    if (!arabic) while (numberEnd - start < LONGEST_NUMBER && isHanNumberAt(text, start - 1)) start--;
    if (start === numberEnd) return;
    const place = this.#placeOf(start);
    const lead = place === 'lead';
    if (arabic) {
      const value = readDigits(text.slice(start, numberEnd));
      // 1.5, 2、3月, 10，000
      if (value < 1 || value > LARGEST || isDigit(text.charCodeAt(point + 1))) return;
      // 1。 is 1. typed with the wrong point; 15。 ends a sentence.
      if (mark === '。' && !(lead && value <= 30 && isHan(text.charCodeAt(point + 1)))) return;
      if (mark === '，' && !lead) return;
      if (mark === '、' && isHanNumberAt(text, point + 1)) return;
      if (place === 'inside' && NUMBERED_THINGS.at(text, start - 1)) return;
      const added = this.#add('arabic', start, point + 1, value);
      added.numberEnd = numberEnd;
      added.firm = mark !== '，' && mark !== '。' && place !== 'inside';
      return;
    }
    const number = readHanNumber(text, start);
    if (number?.end !== numberEnd || number.value > LARGEST) return;
    // 一、二、三产业; 一、二等奖; but 一、二〇二五年工作回顾 and 一、三年来的工作 open a part.
    const follows = isHanNumberAt(text, point + 1) || '两几多'.includes(next);
    if (follows && (place === 'inside' || '、等级类产线'.includes(text[point + 2] ?? '、'))) return;
    const pages = mark === '、' && this.#behindPageNumber(start);
    if (mark !== '、' && !(lead && mark !== '。')) return;
    const added = this.#add('han', start, point + 1, number.value);
    added.numberEnd = numberEnd;
    added.lead ||= pages;
    added.firm = mark === '、' && !pages && (lead || (!follows && place !== 'inside'));
  }

  /** 15三、: text taken from a PDF puts the page number in front of the heading. */
  #behindPageNumber(start: number): boolean {
    const { contentStart } = this.#paragraph;
    if (start === contentStart || start - contentStart > 3) return false;
    for (let i = contentStart; i < start; i++) if (!isDigit(this.#text.charCodeAt(i))) return false;
    return true;
  }

  /** A number stands before the closing bracket: （一）, （1）, (1), or 1） with nothing before it. */
  #readClosed(close: number): void {
    const text = this.#text;
    let open = close - 1;
    while (close - open < LONGEST_BRACKETED && NUMERALS.at(text, open)) open--;
    if (text[open] === '（' || text[open] === '(') this.#readBracketed(open, close);
    else if (close - this.#paragraph.contentStart <= 3) this.#readHalfBracketed(close);
  }

  #readBracketed(open: number, close: number): void {
    const text = this.#text;
    const place = this.#placeOf(open);
    if (place !== 'lead' && this.#isReference(open, close)) return;
    const number = readHanNumber(text, open + 1) ?? readArabic(text, open + 1);
    if (number?.end !== close || number.value > LARGEST) return;
    const kind = isHan(text.charCodeAt(open + 1)) ? 'han-bracket' : 'arabic-bracket';
    const point = POINTS_BEHIND.at(text, close + 1) ? 1 : 0;
    const mark = this.#add(kind, open, close + 1 + point, number.value);
    mark.numberStart = open + 1;
    mark.numberEnd = close;
    mark.firm = place !== 'inside';
  }

  /** （一）项, （一）至（三）, （一）、（二）: the text speaks of a member and does not open it. */
  #isReference(open: number, close: number): boolean {
    const text = this.#text;
    if (text[open - 1] === '第') return true;
    const next = text[close + 1];
    if (next === undefined) return false;
    if ('项款目'.includes(next)) return true;
    return '、和及至到或'.includes(next) && '（(第'.includes(text[close + 2] ?? '');
  }

  /** 1）: the closing bracket has no partner. */
  #readHalfBracketed(close: number): void {
    const text = this.#text;
    const { contentStart } = this.#paragraph;
    for (let i = contentStart; i < close; i++) if (!isDigit(text.charCodeAt(i))) return;
    const value = readDigits(text.slice(contentStart, close));
    this.#add('arabic-half', contentStart, close + 1, value).numberEnd = close;
  }

  /** ` 第三十二条 ` between blanks: an article whose line break was lost. Soft: it only fills its place. */
  #readArticleInside(blank: number, at: number): void {
    if (blank <= this.#paragraph.contentStart) return;
    const number = readHanNumber(this.#text, at + 1);
    if (!number || this.#text[number.end] !== '条' || !/[\s　]/.test(this.#text[number.end + 1] ?? ''))
      return;
    const mark = this.#add('article', at, number.end + 1, number.value);
    mark.numberStart = at + 1;
    mark.numberEnd = number.end;
    mark.word = '条';
    mark.firm = false;
  }

  #readCircled(at: number): void {
    const point = POINTS_BEHIND.at(this.#text, at + 1) ? 1 : 0;
    const mark = this.#add('circled', at, at + 1 + point, readCircled(this.#text.charCodeAt(at)));
    mark.numberEnd = at + 1;
    mark.firm = this.#placeOf(at) !== 'inside';
  }

  #readWords(hits: readonly Hit[]): void {
    const text = this.#text;
    let covered = -1;
    for (const { start, end, entry } of hits) {
      if (start < covered) continue;
      covered = end;
      // 第一是, 十一是, 二〇二〇一是: the number goes on to the left.
      if (text[start - 1] === '第' || isHanNumberAt(text, start - 1)) continue;
      const { kind, value, word } = ORDERS.get(entry)!;
      const lead = start === this.#paragraph.contentStart;
      const opens = lead || opensClause(text, start);
      switch (kind) {
        case 'verb': {
          // 一是一、二是二; 三要素 and the like are words of their own.
          if (word === '要' && '素件点义求'.includes(text[end] ?? ' ')) break;
          const point = opens && PAUSES.at(text, end) && text[end] !== ',' ? 1 : 0;
          const mark = this.#add(kind, start, end + point, value);
          mark.numberEnd = end - word.length;
          mark.word = word;
          // 十一是 begins with a holiday as often as with a number.
          mark.firm = opens && (word === '是' || word === '要') && value <= 10 && !isHanNumberAt(text, end);
          break;
        }
        case 'ordinal': {
          COUNTED.lastIndex = end;
          const counted = COUNTED_BEGINS.at(text, end) ? COUNTED.exec(text)?.[0] : undefined;
          if (counted !== undefined) {
            const behind = end + counted.length;
            if (!opens || !COUNTED_OPENS.test(text.slice(behind, behind + 2))) break;
            const point = PAUSES.at(text, behind) && text[behind] !== '、' ? 1 : 0;
            const mark = this.#add(kind, start, behind + point, value);
            mark.numberStart = start + 1;
            mark.numberEnd = end;
            mark.word = counted;
            // The first of them needs its second: 第一步 may be all there is to say.
            mark.firm = value > 1 && (lead || opensSentence(text, start));
            break;
          }
          const pointed = PAUSES.at(text, end);
          if (isHanNumberAt(text, end)) break;
          if (pointed && (end + 1 === text.length || isHanNumberAt(text, end + 1) || text[end + 1] === '第'))
            break;
          if (!pointed && !/^(?:是|要|就是|必须|坚持|个是)/.test(text.slice(end, end + 2))) break;
          const mark = this.#add(kind, start, end + (pointed ? 1 : 0), value);
          mark.numberStart = start + 1;
          mark.numberEnd = end;
          mark.word = word;
          mark.firm = lead || opensSentence(text, start);
          break;
        }
        case 'first-next': {
          const pointed = PAUSES.at(text, end);
          if (!opens || (!pointed && !/^(?:是|要|就是|必须|应)/.test(text.slice(end, end + 2)))) break;
          const mark = this.#add(kind, start, end + (pointed ? 1 : 0), value);
          mark.numberEnd = end;
          mark.word = word;
          // 最后 also tells what happened (最后，×市长作了总结): only a series can make a mark of it.
          mark.firm = pointed && value > 0 && opensSentence(text, start);
          break;
        }
        case 'qi': {
          const pointed = PAUSES.at(text, end);
          if (!opens || !(pointed || text[end] === '是' || text[end] === '要')) break;
          const mark = this.#add(kind, start, end + (pointed ? 1 : 0), value);
          mark.numberStart = start + 1;
          mark.numberEnd = end;
          mark.word = word;
          mark.firm = opensSentence(text, start) || lead;
          break;
        }
        default: {
          // 这一方面, 某一方面: a side, not the first of two.
          if (!opens && ONE_SIDE.at(text, start - 1)) break;
          const pointed = text[end] === '，' || text[end] === '、';
          const mark = this.#add(kind, start, end + (pointed ? 1 : 0), value);
          mark.numberEnd = end;
          mark.word = word;
          mark.firm = opens && value === 1;
        }
      }
    }
  }

  /** Where a mark written with signs stands: first, after the end of a sentence, or inside one. */
  #placeOf(start: number): 'lead' | 'clause' | 'inside' {
    if (start === this.#paragraph.contentStart) return 'lead';
    return opensSentence(this.#text, start) ? 'clause' : 'inside';
  }
}

/** By start, the longer first. Nearly always they are found so. */
function inOrder(marks: Draft[]): Draft[] {
  for (let i = 1; i < marks.length; i++) {
    const before = marks[i - 1]!;
    const mark = marks[i]!;
    if (before.start > mark.start || (before.start === mark.start && before.end < mark.end))
      return marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  return marks;
}

/** What begins within a mark is none. The list is a copy, and no longer than it need be. */
function withoutOverlaps(marks: Draft[]): readonly Draft[] {
  let end = -1;
  let n = 0;
  for (const mark of marks) {
    if (mark.start < end) continue;
    end = mark.end;
    marks[n++] = mark;
  }
  return marks.slice(0, n);
}

/**
 * A number behind text that does not end a sentence is nearly always a quantity. 备注3、 between the 2、 and the 4、 of its
 * line is not: a blank or a stop before it was lost.
 */
function withoutQuantities(marks: Draft[]): Draft[] {
  if (!marks.some(isInside)) return marks;
  const kept: Draft[] = [];
  let waiting: Draft[] = [];
  let before = 0;
  for (const mark of marks) {
    if (isInside(mark)) waiting.push(mark);
    else if (mark.kind === 'arabic' && mark.firm) {
      for (const one of waiting) if (one.value === before + 1 && one.value === mark.value - 1) kept.push(one);
      kept.push(mark);
      waiting = [];
      before = mark.value;
    } else kept.push(mark);
  }
  return inOrder(kept);
}

function isInside({ kind, firm, lead, value }: SeriesMark): boolean {
  return kind === 'arabic' && !firm && !lead && value > 1;
}

const SPACES = kindSet(Token.Space);

/** A row of a table typed with tabs or wide blanks: its numbers are cells. */
function isTableRow({ scan, text, contentStart, contentEnd }: Paragraph): boolean {
  let gaps = 0;
  for (let i = scan.next(SPACES, 0); i < scan.count && gaps < 2; i = scan.next(SPACES, i + 1)) {
    const start = scan.start(i);
    if (start <= contentStart || scan.end(i) >= contentEnd) continue;
    if (scan.end(i) - start >= 4 || text[start] === '\t') gaps++;
  }
  return gaps >= 2 && contentEnd - contentStart < 400;
}

const COUNTED_NOUNS = [
  ...[
    '问题',
    '方面',
    '阶段',
    '环节',
    '层面',
    '层次',
    '特点',
    '关键词',
    '故事',
    '板块',
    '要点',
    '步骤',
    '原因',
  ],
  ...['任务', '建议'],
];
/** What 第一 counts where it is a part of the text: 第一步, 第一个问题. */
const COUNTED = new RegExp(`个?(?:${COUNTED_NOUNS.join('|')})|[步块]|句话|件事`, 'y');
const COUNTED_BEGINS = new Characters('个步块句件', firstOf(COUNTED_NOUNS));
const COUNTED_OPENS = /^(?:[，,：:（\s　“]|是[^第]|就是|要|则是)/;
const HAN_NUMBER = '一二三四五六七八九十百〇零';
const HAN_NUMBERS = new Characters(HAN_NUMBER);
/** All that a number is written with. */
const NUMERALS = new Characters(HAN_NUMBER, '两千万', DIGITS, WIDE_DIGITS);
/** Characters of a number before 、 or a point, and with its brackets. */
const LONGEST_NUMBER = 4;
const LONGEST_BRACKETED = LONGEST_NUMBER + 1;
/** What stands before the point of 1. and 一、: the number, perhaps with a blank behind it. */
const BEFORE_POINT = new Characters(HAN_NUMBER, DIGITS, WIDE_DIGITS, ' ');
const LONGEST_POINTED = LONGEST_NUMBER + 1;
const POINTS = new Characters('、，。');
const FULL_STOPS = new Characters('.．');
/** A second point behind ① or （一）. */
const POINTS_BEHIND = new Characters('、.．，');
const PAUSES = new Characters('，,、：:');
const ROUND_CLOSES = new Characters('）)');
/** 图1、 年1、: the number of something named. */
const NUMBERED_THINGS = new Characters('图表件号第年月');
/** 这一方面 and its like are no first side. */
const ONE_SIDE = new Characters('这那哪某每任另单各');
const DECIMAL = /[\d０-９]{1,2}(?:[.．][\d０-９]{1,2}){1,4}/y;
/** 1 总则, over 1.1: the headings of plans and technical standards. */
const BARE = /([1-9]\d?)[ 　]{1,4}(?![年月日个项次]\S)[\u4e00-\u9fff][^，。；：、…·.]{0,20}$/y;
/** The word of such a mark. */
export const BARE_WORD = 'bare';
const LETTER = /[A-Za-z][.．、](?=[\s　\u4e00-\u9fff])/y;
const STEM = new RegExp(`(（)?[${STEMS}](?:(?<=（.)）|、)`, 'y');
/** What all that only leads a paragraph begins with: 第 of 第一章, 附 of 附件1, and what {@link DECIMAL} to {@link STEM} begin with. */
const LEADS = new Characters('第附（', STEMS, DIGITS, WIDE_DIGITS, LETTERS);

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function isHanNumberAt(text: string, at: number): boolean {
  return HAN_NUMBERS.at(text, at);
}

function readArabic(text: string, at: number): { value: number; end: number } | undefined {
  let end = at;
  while (end < at + 4 && end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end === at ? undefined : { value: readDigits(text.slice(at, end)), end };
}

/** 部分, 分编: units of two characters. */
function isUnit(text: string, at: number): boolean {
  if (text[at] === '部') return text[at + 1] === '分';
  if (text[at] === '分') return text[at + 1] === '编';
  return true;
}

/** 第一章 stands over its part when a blank, a colon or nothing follows; 第三条路 does not. */
function standsAsHeading(text: string, end: number, kind: MarkKind): boolean {
  const next = text[end];
  if (next === undefined || /[\s　：:、]/.test(next)) return true;
  // Old prints leave the blank out after 第×章.
  return kind !== 'article' && text.length - end < 20 && !/[，。；]/.test(text.slice(end));
}

function headingLevel(paragraph: Paragraph): string {
  return String(/^ {0,3}(#{1,6})/.exec(paragraph.source)?.[1]?.length ?? 1);
}

const BEFORE_SENTENCE = new Characters('。；：！？…;:!?“‘（');
const CLOSES_SENTENCE = new Characters('”’）');
const SENTENCE_STOPS = new Characters('。！？；');
const BEFORE_CLAUSE = new Characters('，、,—');

/** Behind 。；：！？…, a closing quotation mark of a sentence, or a wide blank. */
function opensSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  if (before < 0 || BEFORE_SENTENCE.at(text, before)) return true;
  return CLOSES_SENTENCE.at(text, before) && SENTENCE_STOPS.at(text, before - 1);
}

/** The same, or behind ，、—. */
function opensClause(text: string, at: number): boolean {
  return BEFORE_CLAUSE.at(text, at - 1) || opensSentence(text, at);
}

interface Pair {
  readonly start: number;
  readonly end: number;
}

const PARTNER: Readonly<Record<string, string>> = {
  '）': '（(',
  ')': '（(',
  '”': '“',
  '’': '‘',
  '》': '《',
  '」': '「',
  '】': '【',
  '〕': '〔',
  ']': '[',
  '］': '［',
};

/** Takes the partner of the closing mark from the open ones; what stood open inside it had no partner. */
function closePair(text: string, at: number, open: number[], pairs: Pair[]): boolean {
  const partners = PARTNER[text[at]!];
  if (partners === undefined) return false;
  for (let i = open.length - 1; i >= 0 && i >= open.length - 8; i--) {
    if (!partners.includes(text[open[i]!]!)) continue;
    pairs.push({ start: open[i]!, end: at + 1 });
    open.length = i;
    return true;
  }
  return false;
}

/** The innermost pair around an offset. Marks are few; pairs stand in the order of their ends. */
function pairAround(pairs: readonly Pair[], at: number): Pair | undefined {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  // The first pair that ends behind `at` and begins before it is the innermost.
  for (let i = low; i < pairs.length && i < low + 64; i++) if (pairs[i]!.start < at) return pairs[i];
  return undefined;
}
