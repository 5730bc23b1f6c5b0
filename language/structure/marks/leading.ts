/** Marks that only begin a paragraph: 第一章, 附件1, 1.1, 1 总则, A., 甲、, a heading of Markdown or Word. */
import { Characters, DIGITS, firstOf, LETTERS, WIDE_DIGITS } from '../../text/characters.ts';
import { ONE_TO_TEN, readCircled, readDigits, readHanNumber } from '../../text/numerals.ts';
import { readArabic, readDashed, readFormal } from './characters.ts';
import type { Drafts } from './draft.ts';
import { BARE_WORD, type MarkKind, STEMS } from './mark.ts';
import { NAMES, readNamed } from './named.ts';

/** What the forms begin with: 第 of 第一章, 附 of 附件1 … */
const LEADS = new Characters('第笫附（(', firstOf(NAMES), STEMS, DIGITS, WIDE_DIGITS, LETTERS);

/** Whether one of the forms may begin the paragraph. */
export function mayLead({ paragraph, text, begin }: Drafts): boolean {
  return paragraph.role === 'heading' || LEADS.at(text, begin);
}

/** In this order; the first that finds its form in the text is the one. */
const READERS: readonly ((drafts: Drafts, at: number) => boolean)[] = [
  readUnit,
  readAttachment,
  readDecimal,
  readBare,
  readLetter,
  readStem,
  readNamed,
  readHeading,
];

export function readLeading(drafts: Drafts): void {
  const at = drafts.begin;
  for (const read of READERS) if (read(drafts, at)) return;
}

const UNIT_KINDS: Readonly<Record<string, MarkKind>> = {
  编: 'part',
  篇: 'part',
  部: 'part',
  分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** 第一编, 第一部分, 第一章, 第一节, 第一条. */
function readUnit(drafts: Drafts, at: number): boolean {
  const { text } = drafts;
  // 笫 is 第 misprinted.
  if (text[at] !== '第' && text[at] !== '笫') return false;
  const number =
    readDashed(text, at + 1) ??
    readHanNumber(text, at + 1) ??
    readArabic(text, at + 1) ??
    readFormal(text, at + 1);
  const unit = number && text[number.end];
  const kind = unit === undefined ? undefined : UNIT_KINDS[unit];
  if (!number || unit === undefined || !kind || !isUnit(text, number.end)) return false;
  const end = number.end + (unit === '部' || unit === '分' ? 2 : 1);
  // 第三条之一: an article put in by an amendment has the number of the one before.
  if (text[end] === '之') return true;
  // 第二章第1.1款 alone on its line refers to a clause.
  if (text[end] === '第' && REFERRED.test(text.slice(end, end + LONGEST_REFERENCE))) return true;
  const mark = drafts.add(kind, at, end, number.value);
  mark.numberStart = at + 1;
  mark.numberEnd = number.end;
  mark.word = unit;
  mark.firm = drafts.paragraph.role === 'heading' || standsAsHeading(text, end, kind);
  return true;
}

const REFERRED = new RegExp(String.raw`^第[\d.．（()）${ONE_TO_TEN}]{1,12}[款项条节目]\s?$`);
const LONGEST_REFERENCE = 16;

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
  return kind !== 'article' && text.length - end < LONGEST_HEADING && !/[，。；]/.test(text.slice(end));
}

/**
 * 附件1 alone on its line, or with its title; 附件：1.… is the list of attachments. 附件1.任务清单 is either: soft, and what
 * follows it tells.
 */
function readAttachment(drafts: Drafts, at: number): boolean {
  const { text, paragraph } = drafts;
  if (text[at] !== '附' || text[at + 1] !== '件') return false;
  const number = readArabic(text, at + 2) ?? readHanNumber(text, at + 2);
  const end = number?.end ?? at + 2;
  const rest = paragraph.contentEnd - end;
  const pointed = rest > 0 && ATTACHMENT_POINTS.at(text, end);
  if (
    rest >= LONGEST_ATTACHMENT_TITLE ||
    (rest !== 0 && (number === undefined || !(pointed || /[\s　：:]/.test(text[end]!))))
  )
    return false;
  if (/[。；，]/.test(text.slice(end + (pointed ? 1 : 0), paragraph.contentEnd))) return false;
  const mark = drafts.add('attachment', at, end, number?.value ?? 0);
  mark.numberStart = at + 2;
  mark.firm = !pointed || rest === 1;
  return true;
}

const ATTACHMENT_POINTS = new Characters('.．、');

const DECIMAL = /[\d０-９]{1,2}(?:[.．] ?[\d０-９]{1,2}){1,4}/y;

/** 1.1, 3.2.1, with text behind it that no quantity has. In 8. 2 供应商 a blank was typed behind the point, and one stands behind the number. */
function readDecimal(drafts: Drafts, at: number): boolean {
  const { text } = drafts;
  DECIMAL.lastIndex = at;
  const decimal = DECIMAL.exec(text);
  if (!decimal) return false;
  const components = decimal[0].split(/[.．] ?/);
  const last = components.pop()!;
  const end = at + decimal[0].length;
  if (
    !(decimal[0].includes(' ') ? /^[\s　]{1,4}\S/ : /^[\s　]{0,4}[A-Za-z\u4e00-\u9fff《“（]/).test(
      text.slice(end, end + 5),
    ) ||
    /[万亿千百个元倍吨米公亩户人名家度年%]/.test(text[end]!)
  )
    return false;
  const mark = drafts.add('decimal', at, end, readDigits(last));
  mark.numberStart = end - last.length;
  mark.word = components.map(readDigits).join('.');
  mark.firm = false;
  return true;
}

/** 1 总则, over 1.1: the headings of plans and technical standards. */
const BARE = /([1-9]\d?)[ 　]{1,4}(?![年月日个项次]\S)[\u4e00-\u9fff][^，。；：、…·.]{0,20}$/y;
/** Longest line that is such a heading. */
const LONGEST_BARE = 24;

function readBare(drafts: Drafts, at: number): boolean {
  BARE.lastIndex = at;
  const bare = drafts.paragraph.contentEnd - at < LONGEST_BARE ? BARE.exec(drafts.text) : null;
  if (!bare) return false;
  const mark = drafts.add('arabic', at, at + bare[1]!.length, readDigits(bare[1]!));
  mark.word = BARE_WORD;
  mark.firm = false;
  return true;
}

const LETTER = /([（(]?)([A-Za-z])([.．、)）])(?=[\s　“《\u4e00-\u9fff])/y;

/** A. and a), （a）. Soft: an initial looks the same. */
function readLetter(drafts: Drafts, at: number): boolean {
  LETTER.lastIndex = at;
  const letter = LETTER.exec(drafts.text);
  if (!letter) return false;
  const [whole, open = '', name = '', close = ''] = letter;
  const bracket = /[)）]/.test(close);
  if (open !== '' && !bracket) return false;
  const one = name >= 'a' ? 'a' : 'A';
  const mark = drafts.add('letter', at, at + whole.length, name.charCodeAt(0) - one.charCodeAt(0) + 1);
  mark.numberStart = at + open.length;
  mark.numberEnd = mark.numberStart + 1;
  mark.word = one + (open !== '' ? '(' : bracket ? ')' : '');
  mark.firm = false;
  return true;
}

const STEM = new RegExp(`(（)?[${STEMS}](?:(?<=（.)）|、)`, 'y');

/** 甲、 and （甲）. */
function readStem(drafts: Drafts, at: number): boolean {
  STEM.lastIndex = at;
  const stem = STEM.exec(drafts.text);
  if (!stem) return false;
  const open = stem[1] ? 1 : 0;
  const mark = drafts.add('stem', at, at + stem[0].length, STEMS.indexOf(drafts.text[at + open]!) + 1);
  mark.numberStart = at + open;
  mark.numberEnd = at + open + 1;
  mark.word = open ? '（' : '';
  mark.firm = open === 1;
  return true;
}

/** A heading of Markdown or Word that no number of another form begins. */
function readHeading(drafts: Drafts, at: number): boolean {
  const { paragraph, text } = drafts;
  if (paragraph.role !== 'heading' || startsWithNumber(text, at)) return false;
  drafts.add('heading', at, at, 0).word = String(paragraph.headingLevel);
  return true;
}

/** （一）, 3. */
const SIGNED = new RegExp(String.raw`^[（(]?\s?[${ONE_TO_TEN}\d]{1,3}\s?[)）、.．，。]`);
const WORDED = new RegExp(`^(?:第[${ONE_TO_TEN}]+[，,]|首先|其一|一是)`);

/** Whether one of the forms that signs and words make stands here. */
function startsWithNumber(text: string, at: number): boolean {
  if (readCircled(text.charCodeAt(at)) > 0) return true;
  const beginning = text.slice(at, at + 8);
  return SIGNED.test(beginning) || WORDED.test(beginning);
}

/** Characters behind 第×章 that are its title; behind 附件1, which are longer. */
const LONGEST_HEADING = 20;
const LONGEST_ATTACHMENT_TITLE = 40;
