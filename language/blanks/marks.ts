/**
 * The blanks of a paragraph, as they stand in the text. Reading starts from the scan's tokens (runs of × ☆ ○ * _, letters x X N,
 * empty brackets, white space in dates and document numbers) and from the list `placeholder.han-marks`; each is given to
 * the file that knows its kind.
 */
import type { LexiconEntry } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Characters } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { kindSet, Token } from '../text/scan.ts';
import {
  FOLLOW_A_PERSON,
  readAsked,
  readBracket,
  readBracketDots,
  readCountDots,
  readDots,
  readEmptyLabel,
  readGap,
  readHolderDots,
  readLabel,
  readLost,
  readNameDots,
  readPersonGap,
  readTitleDots,
} from './gaps.ts';
import { readGovernedDots, readGovernedGap } from './governed.ts';
import { readInitials, readLetters } from './letters.ts';
import { Line, type Mark } from './line.ts';
import { slotBehind } from './masked-numbers.ts';
import { readSampleNumber } from './sample-numbers.ts';
import { readStockName } from './stock-names.ts';
import {
  readCountQuery,
  readDashes,
  readDateQuery,
  readHashes,
  readQuery,
  readRing,
  readRow,
  readSymbol,
} from './symbols.ts';
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
const DATED = new Characters('号年月日次届期批名位');
/** What the measure words begin with that are looked for behind a gap. */
const MEASURED = new Characters(
  '余多%％‰个万亿元人平公亩吨名户件次处座家期份项条场位所支台票栋幢辆套间盏眼级',
);
/** What the words begin with that a person is named before. */
const PERSONS = new Characters(FOLLOW_A_PERSON);
/** What a label ends in. */
const LABELLED = new Characters('：:');
/** Letters that some sites put in the place of 党, and of names. */
const CENSORED_LETTERS = new Characters('DX');

/** The blanks in text order, none within another. */
export function readMarks(paragraph: Paragraph): readonly Mark[] {
  const { scan, text } = paragraph;
  const hits = paragraph.hits(HAN_MARKS);
  const found: Mark[] = [];
  const line = new Line(paragraph);
  for (let i = scan.next(BLANK_KINDS, 0), n = scan.count; i < n; i = scan.next(BLANK_KINDS, i + 1)) {
    const start = scan.start(i);
    let mark: Mark | undefined;
    switch (scan.kind(i)) {
      case Token.Blank:
        mark = readSymbol(line, start, scan.end(i));
        break;
      case Token.Latin:
        if (BLANK_LETTERS.at(text, start) && scan.end(i) - start <= LONGEST_LETTERS)
          mark = readLetters(line, start, scan.end(i));
        if (PLACES.at(text, scan.end(i)) || CENSORED_LETTERS.at(text, start))
          mark ??= readInitials(line, start, scan.end(i));
        break;
      case Token.Open: {
        // Most brackets hold words.
        const next = scan.kind(i + 1);
        if (next === Token.Close || next === Token.Space || next === Token.Digits)
          mark = readBracket(line, scan, i);
        break;
      }
      case Token.Space:
        if (DATED.at(text, scan.end(i))) mark = readGap(line, start, scan.end(i));
        else if (LABELLED.at(text, start - 1)) mark = readLabel(line, start, scan.end(i));
        if (!mark && MEASURED.at(text, scan.end(i))) mark = readLost(line, start, scan.end(i));
        if (!mark && PERSONS.at(text, scan.end(i))) mark = readPersonGap(line, start, scan.end(i));
        mark ??= readGovernedGap(line, start, scan.end(i));
        break;
    }
    if (mark && mark.start >= (found.at(-1)?.end ?? 0)) found.push(mark);
  }
  if (hits.length === 0) return found;
  for (const { start, end, entry } of hits) {
    const mark = readHan(line, start, end, entry);
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

/** 〇〇, 乂, 某, 若干（待填）: marks that are Han characters. */
function readHan(line: Line, start: number, end: number, { word, value }: LexiconEntry): Mark | undefined {
  const { text } = line;
  if (value === 'date-query') return readDateQuery(line, start);
  if (word === '〇〇') {
    if (text[start - 1] === '〇') return undefined;
    while (text[end] === '〇') end++;
    return readRing(line, start, end);
  }
  if (word === '乂') {
    const slot = slotBehind(line, end);
    return slot !== undefined && text.slice(end, end + 1) !== '安'
      ? { start, end, certainty: 'likely' }
      : undefined;
  }
  if (word === '某') return readSomeone(line, start);
  if (value === 'number') return readSampleNumber(line, start);
  if (value === 'dots') return readDots(line, start);
  if (value === 'asked') return readAsked(line, start);
  if (value === 'name-dots') return readNameDots(line, start);
  if (value === 'count-dots') return readCountDots(line, end - 1);
  if (value === 'governed-dots') return readGovernedDots(line, text.indexOf('…', start));
  if (value === 'bracket-dots') return readBracketDots(line, start);
  if (value === 'holder-dots') return readHolderDots(line, text.indexOf(word.at(-1)!, start));
  if (value === 'title-dots') return readTitleDots(line, start);
  if (value === 'empty-label') return readEmptyLabel(line, start);
  if (value === 'dashes') return readDashes(line, start);
  if (value === 'query-count') return readCountQuery(line, start);
  if (value === 'row') return readRow(line, start);
  if (value === 'person') return readStockName(line, start, end);
  if (value === 'query') return readQuery(line, start, end);
  if (word === '##' || word === '＃＃') return readHashes(line, start);
  if (word === 'NN年')
    return /[\w]/.test(text[start - 1] ?? '') ? undefined : { start, end: end - 1, certainty: 'sure' };
  if (word.startsWith('20'))
    return text[end] === '年' && !/\d/.test(text[start - 1] ?? '')
      ? { start, end, certainty: 'sure', masked: true }
      : undefined;
  const note = /^若干[（(](?:待|请|需)[^（）()]{0,8}[）)]/.exec(text.slice(start, start + 16));
  return note ? { start, end: start + note[0].length, certainty: 'sure' } : undefined;
}
