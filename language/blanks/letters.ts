/** Letters for a blank: XX局, 20XX年, N项, OO同志; a single one is read by `one-letter.ts`, initials by `initials.ts`. */
import { Characters, DIGITS, LETTERS } from '../text/characters.ts';
import { Around, isFactor } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import {
  CODE_LEFT,
  endsNumber,
  FIGURES,
  isMaskedData,
  LONGEST_FIGURE,
  NUMERIC,
  readFigure,
  readPhone,
  slotBehind,
} from './masked-numbers.ts';
import { readOneLetter } from './one-letter.ts';
import { headOf, type Slot, slotOfHead } from './slots.ts';
import { isWithheld, sampleAt } from './withheld.ts';

const DATE_CODE = /(?:19|20)[\dxX]{2}([-/])[\dxX]{1,2}\1[\dxX]{1,2}(?![-/\w])/y;

/** x X XX xxx and N. */
export function readLetters(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const letters = text.slice(start, end);
  if (isNumberOfN(text, letters, end)) return readUnknownNumber(line, start, end);
  if (RINGS.test(letters)) return readRings(line, start, end);
  if (!/^[xXｘＸ]+$/.test(letters)) return undefined;
  const bracketed = readBracketed(line, start, end);
  if (bracketed) return bracketed;
  // 百分之X, in words.
  if (text.endsWith('百分之', start)) return { start, end, certainty: 'sure' };
  const coded =
    readAddress(line, start, end) ?? readDateCode(line, start, end) ?? readPhone(line, start, end);
  if (coded) return coded;
  if (isPartOfFraction(text, start, end)) return { start, end, certainty: 'sure' };
  if (end - start >= 4 && isMaskedData(line, start, end)) return undefined;
  const range = isRange(line, start, end) || isPeriod(text, start, end);
  if (!range && isInCode(text, start, end)) return undefined;
  if (IN_WORDS.test(text.slice(end, end + 4))) return undefined;
  const shown = sampleAt(line, start, end);
  if (shown === 'pattern' || isNameOrVariable(line, start, end)) return undefined;
  const mark = readBareLetters(line, start, end, range);
  const isDoubtful = shown || (end - start > 1 && isWithheld(line, start, end));
  return isDoubtful ? doubted(mark) : mark;
}

/** X妆准字XXXXXXXX, XX-200X, N of a calculation. */
const isNameOrVariable = (line: Line, start: number, end: number) =>
  isLicence(line, start, end) || isModel(line.text, start, end) || isVariable(line, start, end);

/** XX-200X, XX-2000型: the two halves of what a product is called. */
function isModel(text: string, start: number, end: number): boolean {
  return (
    /^-\d{1,4}[A-Z]?(?![\dxX号年亿万])/.test(text.slice(end, end + 6)) ||
    /[A-Z]{2}-\d{1,4}$/.test(text.slice(Math.max(0, start - 8), start))
  );
}

/** 设某村有N户，每户用水量为x立方米: a letter of a calculation, which is said at its beginning. */
function isVariable(line: Line, start: number, end: number): boolean {
  if (end - start > 1) return false;
  const { contentStart } = line.paragraph;
  return SUPPOSES.test(line.text.slice(Math.max(contentStart, start - SUPPOSED), start));
}
const SUPPOSES = /(?:^|[。；，])(?:假?设|已知)(?![备施立置计区想定])[\u4e00-\u9fff]{1,8}/;
const SUPPOSED = 60;

function doubted(mark: Mark | undefined): Mark | undefined {
  return mark && { ...mark, certainty: 'possible' };
}

/** NN, and n where something is counted by it: n个. */
function isNumberOfN(text: string, letters: string, end: number): boolean {
  return /^[NＮ]{1,6}$/.test(letters) || (letters === 'n' && MANY.at(text, end));
}

/** 接近全市的1/X. */
function isPartOfFraction(text: string, start: number, end: number): boolean {
  return FRACTION.test(text.slice(Math.max(0, start - 3), start)) && !/[\w/]/.test(text[end] ?? '');
}

function isInCode(text: string, start: number, end: number): boolean {
  return !isJoined(text, start, end) && isPartOfCode(text, start, end);
}

/** 完成投资[X]亿元, 造成【X】人受伤: a letter in brackets of its own, and behind them what tells what belongs there. */
function readBracketed(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (!OPENED.at(text, start - 1) || !CLOSED.at(text, end)) return undefined;
  if (!GOES_BEFORE.test(text[start - 2] ?? '') || slotBehind(line, end + 1) === undefined) return undefined;
  return sampleAt(line, start, end) ? undefined : { start: start - 1, end: end + 1, certainty: 'sure' };
}

const FRACTION = /[\u4e00-\u9fff]\d\/$/;
const OPENED = new Characters('[【［');
const CLOSED = new Characters(']】］');
const GOES_BEFORE = /[\u4e00-\u9fff，、；：。“]/;

/** “XX＋XX”模式, “党建＋XX”: what is joined to what is still to come. A single X may be any number of things: 1+X. */
function isJoined(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  return (
    /(?:[xX]{2}|[\u4e00-\u9fff])[+＋]$/.test(text.slice(Math.max(0, start - 3), start)) ||
    /^[+＋](?:[xX]{2}|[\u4e00-\u9fff]{2})/.test(text.slice(end, end + 3))
  );
}

/** x-ray, xx.com, 1+X, X=3, X/Y: part of an address, an identifier, a formula or the name of a class. */
function isPartOfCode(text: string, start: number, end: number): boolean {
  return (
    /[-_/\\@=+＋<>&#~]$|[A-Za-z]\.[A-Za-z]*$|[+＋]\s$/.test(text.slice(Math.max(0, start - 3), start)) ||
    /^(?:\s?[-_/\\@=+＋<>&]|\.[A-WYZa-wyz])/.test(text.slice(end, end + 3))
  );
}

/** X光, X染色体, X档案: words with a letter; not X线路. */
const IN_WORDS = /^\s?(?:光|射线|线(?!路)|轴|坐标|染色体|波段|形|型|世纪|档案|世代|战警|档)/;

/** xxx@xxx.com, XXXX@163.com: an address that nobody has filled in, told of once. */
function readAddress(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (end - start < 2 || (text[end] !== '@' && text[start - 1] !== '@')) return undefined;
  let from = start;
  while (start - from < LONGEST_ADDRESS && ADDRESS.at(text, from - 1)) from--;
  let to = end;
  while (to - end < LONGEST_ADDRESS && ADDRESS.at(text, to)) to++;
  // x9xx@…: somebody's own.
  if ((text[end] === '@' && from < start) || sampleAt(line, start, end)) return undefined;
  return { start: from, end: to, certainty: 'sure' };
}

const ADDRESS = new Characters(LETTERS, DIGITS, '@._-*');
const LONGEST_ADDRESS = 40;

/** n万户: a small n is a variable elsewhere. */
const MANY = new Characters('万亿');
/** The letter typed for a ring. */
const RINGS = /^[oOｏＯ]{2,4}$/;

/** OO家, OOO同志, ＯＯ县. OO后 are people born after 2000. */
function readRings(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (/[\w“"/＋+.-]/.test(text[start - 1] ?? '') || /[\w]/.test(text[end] ?? '')) return undefined;
  const slot = slotBehind(line, end);
  if (slot === undefined || slot === 'name') return undefined;
  const withheld = sampleAt(line, start, end) || isWithheld(line, start, end);
  return { start, end, certainty: withheld ? 'possible' : 'sure' };
}

/** 2025-XX-XX, 201X/X/XX: a date in figures, told of as a whole where its first mask stands. */
function readDateCode(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (!/[-/]/.test((text[start - 1] ?? '') + (text[end] ?? ''))) return undefined;
  let from = start;
  while (start - from < LONGEST_FIGURE && /[-/\dxX]/.test(text[from - 1] ?? '')) from--;
  DATE_CODE.lastIndex = from;
  const m = DATE_CODE.exec(text);
  return m && DATE_CODE.lastIndex >= end
    ? { start: from, end: DATE_CODE.lastIndex, certainty: 'sure', masked: true }
    : undefined;
}

function readBareLetters(line: Line, start: number, end: number, range: boolean): Mark | undefined {
  const { text } = line;
  const left = text.slice(Math.max(0, start - 4), start);
  if (end - start === 1 && /\d$/.test(left) && /^\d/.test(text.slice(end, end + 1)))
    return readInnerLetter(line, start, end);
  // 产品代码XX01: a sample of a code begins with its letters.
  if (FIGURES.at(text, end) && CODE_LEFT.test(text.slice(Math.max(0, start - 6), start))) return undefined;
  // 商务得分x50%+…, 帐篷x4、: times.
  if (end - start === 1 && isFactor(Around.visible(line.paragraph, start, end))) return undefined;
  const figure = readFigure(line, start, end);
  if (figure) return figure;
  if (!range && /[A-WYZa-wyz][-—]?\d{0,3}$/.test(left)) return undefined;
  if (KARYOTYPE.test(left)) return undefined;
  if (end - start > 1) return { start, end, certainty: 'sure' };
  return readOneLetter(line, { start, end }, range ? 'in a range' : 'alone');
}

/** 46, XX: chromosomes. */
const KARYOTYPE = /46[,，]\s?$/;

/** 2X00人, 20X5年, not 4x100米接力, LXG-200X: no product begins with a nought, and a year has four figures. */
function readInnerLetter(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const masked =
    /^0{1,6}[\u4e00-\u9fff]/.test(text.slice(end, end + 8)) ||
    (/(?<!\d)20$/.test(text.slice(Math.max(0, start - 4), start)) && /^\d年/.test(text.slice(end, end + 2)));
  return masked ? readFigure(line, start, end) : undefined;
}

/** 增速为-X.X%, XX-XX亿元: a sign or a range of figures, all of them masked. */
function isRange(line: Line, start: number, end: number): boolean {
  const { text } = line;
  let from = start;
  let to = end;
  while (start - from < LONGEST_FIGURE && /[-xX\d.]/.test(text[from - 1] ?? '')) from--;
  while (to - end < LONGEST_FIGURE && /[-xX\d.]/.test(text[to] ?? '')) to++;
  if (!/^-?[xX][xX\d.]*(?:-[xX\d.]+)?$/.test(text.slice(from, to))) return false;
  return (
    /[\u4e00-\u9fff，、（]/.test(text[from - 1] ?? '') &&
    endsNumber(line, text.slice(to, to + 16)) &&
    to < text.length
  );
}

/** X妆准字XXXXXXXX: the pattern of a licence number. */
function isLicence(line: Line, start: number, end: number): boolean {
  const { text } = line;
  if (end - start >= 5) {
    // 收入xxxxx元, 打造xxxxxxxx的家园: a long blank; 号xxxxxx, 〔xxxxx a number.
    if (slotBehind(line, end) !== undefined || isSpelt(text, start, end)) return false;
    return /[\u4e00-\u9fffA-Za-z〔（(]/.test(text[start - 1] ?? '');
  }
  return (
    /^[\u4e00-\u9fff]{1,6}(?:第)?[〔（(]?[xXｘＸ\d]{4}[〕）)]?[xXｘＸ\d]{4}/.test(
      text.slice(end, end + 24),
    ) ||
    // 加快xx县xxxxxxx项目, 签约xxx户xxxxx平方米: a place or a number of its own.
    (/^[\u4e00-\u9fff]{1,6}[xXｘＸ]{5}/.test(text.slice(end, end + 16)) &&
      !isPlaceOrNumber(slotBehind(line, end)))
  );
}

const isPlaceOrNumber = (slot: Slot | undefined) => slot === 'place' || NUMERIC.has(slot ?? '');

/** Between two words of a sentence, neither of which is what licences and codes are called. */
function isSpelt(text: string, start: number, end: number): boolean {
  return (
    /[\u4e00-\u9fff，、]/.test(text[start - 1] ?? '') &&
    !/[字号证照备准械妆食药编码第为是]/.test(text[start - 1]!) &&
    /^[\u4e00-\u9fff，。、；]/.test(text.slice(end, end + 1)) &&
    !/^号/.test(text.slice(end, end + 1))
  );
}

/** N项, N个: not 1+N, not N in a formula. */
function readUnknownNumber(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (/[\w+＋×*/=“"（(-]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  if (isVariable(line, start, end)) return undefined;
  const before = text.slice(Math.max(0, start - 2), start);
  if (start !== line.paragraph.contentStart && !/[\u4e00-\u9fff，、；：。]\s?$/.test(before))
    return undefined;
  // 当N个标段同时招标时，…不足N+2家: however many there are.
  if (/[当若]\s?$/.test(before)) return undefined;
  // 1个总体方案、N个专项方案, 一核N点: any number, said on purpose.
  if (
    /(?:[+＋]\s?|[1一](?![季批期年月季])[\u4e00-\u9fff]{0,8}[、，和]?\s?|“[^”]{0,16})N/.test(
      text.slice(Math.max(0, start - 30), end),
    ) ||
    isOneAndMany(text, start, end)
  )
    return undefined;
  const right = text.slice(end, end + 16).trimStart();
  if (/^月N日|^日/.test(right) && /^月|月$/.test(right[0] === '月' ? right : before))
    return { start, end, certainty: 'likely' };
  const head = headOf(right, line.words);
  if (head === undefined || /^(?:次方|倍|级|种|类|层|字|度|个工作日)/.test(right)) return undefined;
  const slot = slotOfHead(head);
  return slot === 'number' || slot === 'money' ? { start, end, certainty: 'likely' } : undefined;
}

/** 建设1套基础平台并搭载N套业务系统: one of them, and as many of the others as there will be, counted alike. */
function isOneAndMany(text: string, start: number, end: number): boolean {
  for (let at = start - 2; at >= Math.max(0, start - ONE_REACH); at--) {
    if ('。；'.includes(text[at]!)) return false;
    if (text[at + 1] === text[end] && '1一'.includes(text[at]!) && !/\d/.test(text[at - 1] ?? ''))
      return true;
  }
  return false;
}
const ONE_REACH = 30;

/** X-X月, 1-X月: the months of a report. */
function isPeriod(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  return (
    (/^[-—][\dxX]{1,2}[月日]/.test(text.slice(end, end + 4)) &&
      /[\u4e00-\u9fff，。（]/.test(text[start - 1] ?? '，')) ||
    (/^[月日号前]/.test(text.slice(end, end + 1)) &&
      /[\dxX][-—]$/.test(text.slice(Math.max(0, start - 2), start)))
  );
}
