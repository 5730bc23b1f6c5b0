/**
 * The blanks of a paragraph, as they stand in the text. Reading starts from the scan's tokens (runs of × ☆ ○ * _, letters x X N,
 * empty brackets, white space in dates and document numbers) and from the list `blanks.han-marks`; each is given to
 * the file that knows its kind.
 */
import type { Scan } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Characters } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { kindSet, Token } from '../text/scan.ts';
import { readAsked, readBracket } from './brackets.ts';
import { doubtful, inCompany } from './company.ts';
import {
  readBracketDots,
  readCountDots,
  readDateDots,
  readHolderDots,
  readItemDots,
  readNameDots,
  readTitleDots,
} from './dots.ts';
import { FOLLOW_A_PERSON, readGap, readPersonGap } from './gaps.ts';
import {
  readExampleDots,
  readGovernedDots,
  readGovernedGap,
  readTitleGap,
  readValueGap,
} from './governed.ts';
import { readInitials } from './initials.ts';
import { readEmptyLabel, readEmptyMail, readLabel, readLabelDots } from './labels.ts';
import { readLetters } from './letters.ts';
import { Line, type Mark } from './line.ts';
import { readLost } from './lost-figures.ts';
import { slotBehind } from './masked-numbers.ts';
import { readCountQuery, readDateQuery, readQuery } from './queries.ts';
import { readDashes, readHashes, readNamedRow, readRow } from './rows.ts';
import { readSampleNumber, readZeros } from './sample-numbers.ts';
import { readRing } from './shapes.ts';
import { readStockName } from './stock-names.ts';
import { readSymbol } from './symbols.ts';
import { readSomeone } from './withheld.ts';

export const HAN_MARKS = wordList('blanks.han-marks');
/** The tokens that a blank begins with, its Han forms apart. */
export const BLANK_TOKENS = [Token.Blank, Token.Latin, Token.Open, Token.Space];
const BLANK_KINDS = kindSet(...BLANK_TOKENS);
/** What a run of letters for a blank begins with. */
const BLANK_LETTERS = new Characters('xXｘＸnNＮoOｏＯ');
/** Longer runs of x are rules or samples of a format. */
const LONGEST_LETTERS = 20;
/** What initials for a name stand before: YY县, A书记. */
const PLACES = new Characters(
  '省市县镇乡村书区局组部单街企公主院校处科同河江湖山岛水新畈坪沟寨屯湾坡岭桥塘垸冲坝庄店铺集堡',
);
/** What blanks for a figure stand before. */
const DATED = new Characters('号年月日次届期批名位个份例章条');
/** What the measure words begin with that are looked for behind a gap. */
const MEASURED = new Characters(
  '余多%％‰个万亿元人平公亩吨名户件次处座家期份项条场位所支台票栋幢辆套间盏眼级篇门张起批册株头米天',
);
/** What the words begin with that a person is named before. */
const PERSONS = new Characters(FOLLOW_A_PERSON);
/** What a value stands before. */
const CLOSED = new Characters('，；。');
/** What a label ends in. */
const LABELLED = new Characters('：:');
/** Letters that some sites put in the place of 党, of names and of 政治. */
const CENSORED_LETTERS = new Characters('DXZ');

/** The blanks in text order, none within another. */
export function readMarks(paragraph: Paragraph): readonly Mark[] {
  const line = new Line(paragraph);
  const found = inCompany(line.text, readAll(line));
  // 于2013年×月×日在××市×1区: what a judgment has withheld, whatever it is.
  if (found.length === 0) return found;
  const isJudgment = line.isJudgment;
  return found.map((mark) => {
    const isMasked = isJudgment && WITHHELD.test(line.text.slice(mark.start, mark.end));
    return isMasked || isCardNumber(line.text, mark) ? { ...mark, certainty: 'possible' } : mark;
  });
}

/** 账号为62×××98: the figures that were given stand on both sides. */
function isCardNumber(text: string, { start, end }: Mark): boolean {
  return CARD.test(text.slice(Math.max(0, start - CARD_REACH), Math.min(text.length, end + 3)));
}
const CARD = /(?:卡|[卡账帐]号)[^，。；]{0,4}62[×✕xX*]{3,}\d\d/;
const CARD_REACH = 12;
const WITHHELD = /^[\d.－-]*[×✕✖xXｘＸ*＊][\d×✕✖xXｘＸ*＊.－-]*$/;

function readAll(line: Line): readonly Mark[] {
  const { paragraph } = line;
  const { scan } = paragraph;
  const hits = paragraph.hits(HAN_MARKS);
  const found: Mark[] = [];
  for (let i = scan.next(BLANK_KINDS, 0), n = scan.count; i < n; i = scan.next(BLANK_KINDS, i + 1)) {
    const mark = readToken(line, scan, i);
    if (mark && mark.start >= (found.at(-1)?.end ?? 0)) found.push(mark);
  }
  if (hits.length === 0) return found;
  for (const { start, end, entry } of hits) {
    const mark = READERS[entry.value]!(line, start, end, entry.word);
    if (mark) found.push(mark);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** ××, xx, （　）, 　年: the blank that begins with a token. */
function readToken(line: Line, scan: Scan, i: number): Mark | undefined {
  switch (scan.kind(i)) {
    case Token.Blank:
      return readSymbol(line, scan.start(i), scan.end(i));
    case Token.Latin:
      return readLatin(line, scan.start(i), scan.end(i));
    case Token.Open: {
      // Most brackets hold words.
      const next = scan.kind(i + 1);
      const mayBeEmpty = next === Token.Close || next === Token.Space || next === Token.Digits;
      return mayBeEmpty ? readBracket(line, scan, i) : undefined;
    }
    case Token.Space:
      return readSpace(line, scan.start(i), scan.end(i));
    default:
      return undefined;
  }
}

/** XX个, YY县, A书记 */
function readLatin(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const letters =
    BLANK_LETTERS.at(text, start) && end - start <= LONGEST_LETTERS
      ? readLetters(line, start, end)
      : undefined;
  if (letters) return letters;
  return PLACES.at(text, end) || CENSORED_LETTERS.at(text, start)
    ? readInitials(line, start, end)
    : undefined;
}

/** 2025年  月, 联系人：  , 完成  公里, 由  书记作报告: by what stands around the gap. */
function readSpace(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  let mark = readSplitYear(line, start, end);
  if (!mark && DATED.at(text, end)) mark = readGap(line, start, end);
  if (!mark && LABELLED.at(text, start - 1)) mark = readLabel(line, start, end);
  if (!mark && MEASURED.at(text, end)) mark = readLost(line, start, end);
  if (!mark && PERSONS.at(text, end)) mark = readPersonGap(line, start, end);
  if (!mark && CLOSED.at(text, end)) mark = readValueGap(line, start, end);
  return mark ?? readTitleGap(line, start, end) ?? readGovernedGap(line, start, end);
}

/** 20 5年: a figure of the year is gone. */
function readSplitYear({ text }: Line, start: number, end: number): Mark | undefined {
  if (end - start > 2 || !FIGURE_BEHIND.test(text.slice(end, end + 2))) return undefined;
  return CENTURY.test(text.slice(Math.max(0, start - 3), start))
    ? { start: start - 2, end: end + 1, certainty: 'likely', masked: true }
    : undefined;
}
const FIGURE_BEHIND = /^\d年/;
const CENTURY = /(?:^|[^\d.])20$/;

/** Reads the mark at a word of the list; `end` lies behind the word. */
type Reader = (line: Line, start: number, end: number, word: string) => Mark | undefined;

/** By the form that the list gives for a word. */
const READERS: Readonly<Record<string, Reader>> = {
  'date-query': readDateQuery,
  ring: readRings,
  cross: readCrossLike,
  word: readWord,
  number: readSampleNumber,
  dots: readLabelDots,
  asked: readAsked,
  'name-dots': readNameDots,
  'count-dots': (line, _, end) => readCountDots(line, end - 1),
  'governed-dots': (line, start) => readGovernedDots(line, line.text.indexOf('…', start)),
  'example-dots': (line, start) => readExampleDots(line, line.text.indexOf('…', start)),
  'bracket-dots': readBracketDots,
  'holder-dots': (line, start, _, word) => readHolderDots(line, line.text.indexOf(word[2]!, start)),
  'date-dots': readDateDots,
  'item-dots': (line, start, _, word) => readItemDots(line, start + word.length - 1),
  'last-item': (line, start, _, word) => readExampleDots(line, start + word.length - 1),
  'title-dots': readTitleDots,
  'empty-label': readEmptyLabel,
  'empty-mail': (line, _, end) => readEmptyMail(line, end),
  dashes: readDashes,
  'named-row': readNamedRow,
  'query-count': readCountQuery,
  row: readRow,
  person: readStockName,
  query: readQuery,
  hash: readHashes,
  'day-hash': (_, start, end) => ({ start, end, certainty: 'sure' }),
  century: readCentury,
  zeros: readZeros,
  garbled: readGarbled,
};

/** 〇〇 and what rings follow them. */
function readRings(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (text[start - 1] === '〇') return undefined;
  let behind = end;
  while (text[behind] === '〇') behind++;
  return readRing(line, start, behind);
}

/** 乂 for ×: 乂局长, but not 乂安. */
function readCrossLike(line: Line, start: number, end: number): Mark | undefined {
  return slotBehind(line, end) !== undefined && line.text[end] !== '安'
    ? { start, end, certainty: 'likely' }
    : undefined;
}

/** 某局, 若干（待填） */
function readWord(line: Line, start: number, _: number, word: string): Mark | undefined {
  if (word === '某') return readSomeone(line, start);
  const note = /^若干[（(](?:待|请|需)[^（）()]{0,8}[）)]/.exec(line.text.slice(start, start + 16));
  return note ? { start, end: start + note[0].length, certainty: 'sure' } : undefined;
}

/** 鬃同志, 鬃县: ×× of Western letters, read as Chinese ones; not 马鬃, 鬃毛. */
function readGarbled(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (/[马猪鬣棕]/.test(text[start - 1] ?? '') || /[毛刷丝狮岩]/.test(text[end] ?? '')) return undefined;
  const slot = slotBehind(line, end);
  if (slot === undefined || slot === 'name') return doubtful(text, start, end);
  return { start, end, certainty: 'sure' };
}

/** NN年, 20——年, 202？年 */
function readCentury({ text }: Line, start: number, end: number, word: string): Mark | undefined {
  const before = text[start - 1] ?? '';
  if (word === 'NN年') return /[\w]/.test(before) ? undefined : { start, end: end - 1, certainty: 'sure' };
  return text[end] === '年' && !/\d/.test(before)
    ? { start, end, certainty: 'sure', masked: true }
    : undefined;
}
