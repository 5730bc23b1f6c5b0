/** Brackets and quotations with nothing in them: （　）人, 〔2024〕（　）号, 〔20　〕, 【　】, 围绕“　　”主题, ……（略）, （几次？）. */
import type { Scan } from '../../engine/language.ts';
import { Token } from '../text/scan.ts';
import { doubtful } from './company.ts';
import { isOwnNumber } from './forms.ts';
import type { Line, Mark } from './line.ts';
import { slotBehind } from './masked-numbers.ts';

/** Empty brackets, 〔20　〕, ……（略）. `i`: the token that opens. */
export function readBracket(line: Line, scan: Scan, i: number): Mark | undefined {
  const { text } = line;
  const start = scan.start(i);
  const next = scan.kind(i + 1);
  if (/^[（(]略/.test(text.slice(start, start + 2)) && next === Token.Close)
    return readLeftOut(text, start, scan.start(i + 1));
  // (20 分): Han characters make no tokens.
  const isHalf =
    next === Token.Digits &&
    scan.kind(i + 2) === Token.Space &&
    scan.kind(i + 3) === Token.Close &&
    scan.start(i + 3) === scan.end(i + 2);
  if (isHalf) return readHalfYear(line, start, scan.end(i + 2));
  if (text[start] === '“') return readEmptyQuotes(line, scan, i);
  const blank = next === Token.Space;
  const close = blank ? i + 2 : i + 1;
  // Han characters make no tokens: the blank stands right behind the bracket that opens, unlike that of 《办公室通知 》.
  if (blank && scan.start(i + 1) !== start + 1) return undefined;
  if (scan.kind(close) !== Token.Close || scan.start(close) !== (blank ? scan.end(i + 1) : start + 1))
    return undefined;
  return readEmptyBrackets(line, start, scan.end(close), blank);
}

/** 做法如下：, 主要存在以下不足：. */
const ANNOUNCED = /(?:如下|以下[^，。；：]{0,8})：$/;

/** ……（略）, 做法如下：（略）: a passage that is still to come. */
function readLeftOut(text: string, open: number, close: number): Mark | undefined {
  let start = open;
  while (text[start - 1] === '…') start--;
  const announced =
    ANNOUNCED.test(text.slice(Math.max(0, open - 12), open)) &&
    /^(?:[。；]|$)/.test(text.slice(open + 3, open + 4));
  return (start < open || announced || isNameLeftOut(text, open)) && close === open + 2
    ? { start, end: open + 3, certainty: 'likely' }
    : undefined;
}

/**
 * 委托广东 (略) 编制, 《(略)人民政府关于…》: a name that whoever printed the text has left out; the sentence goes on. With no blank
 * beside it the bracket may say that a part is left out (有关情况（略）和数据).
 */
function isNameLeftOut(text: string, open: number): boolean {
  const isApart =
    text[open - 1] === ' '
      ? /[\u4e00-\u9fff《“]/.test(text[open - 2] ?? '')
      : /[《“]/.test(text[open - 1] ?? '');
  return isApart && /^ ?[\u4e00-\u9fff]{2}/.test(text.slice(open + 3, open + 6));
}

/** 〔20　〕: the year's first half is there. */
function readHalfYear(line: Line, start: number, end: number): Mark | undefined {
  const isYear = /^[〔［[(（](?:19|20)\d?\s+$/.test(line.text.slice(start, end));
  return isYear && !isOwnNumber(line)
    ? { start: start + 1, end, certainty: 'sure', masked: true }
    : undefined;
}

/** 围绕“　　”主题: a name that is still to come; 在“　”内打√ speaks of a place to write in. */
function readEmptyQuotes({ text, paragraph }: Line, scan: Scan, i: number): Mark | undefined {
  const start = scan.start(i) + 1;
  // 被评为“”。, 把“”作为重中之重: nothing at all between them.
  if (text[start] === '”') return readNothingQuoted(text, start);
  const end = scan.end(i + 1);
  // Han characters make no tokens: the blanks stand right behind the mark, and fill the quotation.
  if (scan.kind(i + 1) !== Token.Space || scan.start(i + 1) !== start || text[end] !== '”') return undefined;
  if (end - start > MOST_BLANKS || paragraph.role === 'table') return undefined;
  if (SPOKEN_OF.test(text.slice(Math.max(0, start - 5), start - 1))) return undefined;
  // 主题是“　　”。
  const isValue = IS_CALLED.test(text.slice(Math.max(0, start - 6), start - 1));
  const goesOn = /^(?![中内里处号符栏前后上下]|位置)[\u4e00-\u9fff]/.test(text.slice(end + 1, end + 3));
  if (!goesOn && !(isValue && /^[，。；]/.test(text.slice(end + 1, end + 2)))) return undefined;
  return { start, end, certainty: 'sure' };
}
/** @param at of the mark that closes */
function readNothingQuoted(text: string, at: number): Mark | undefined {
  const left = text.slice(Math.max(0, at - 6), at - 1);
  if (SPOKEN_OF.test(left)) return undefined;
  const isNamed = /(?:评为|荣获|授予|称号|获得)$/.test(left) || IS_CALLED.test(left);
  // 认真实施“”干部培训规划, 一是“”“超额完成任务: in the middle of a sentence.
  const isInside = /[\u4e00-\u9fff]$/.test(left) && /^[\u4e00-\u9fff“]/.test(text.slice(at + 1, at + 2));
  return isInside || (isNamed && /^[，。；]/.test(text.slice(at + 1, at + 2)))
    ? { start: at - 1, end: at + 1, certainty: 'likely' }
    : undefined;
}
const IS_CALLED = /(?:主题|题目|名称|口号|标题)(?:是|为|：)?$/;
const MOST_BLANKS = 16;
const SPOKEN_OF = /(?:引号|符号|标点|空格|括号|字符|[用加打填]|[改换][为成])$/;

/** （　）人, 第（　）次, 【　】, 〔　〕号. @param blank whether there is white space in it */
function readEmptyBrackets(line: Line, start: number, end: number, blank: boolean): Mark | undefined {
  const { text } = line;
  const open = text[start]!;
  if (!'（(〔【《［['.includes(open)) return undefined;
  const left = text.slice(Math.max(0, start - 8), start);
  const right = text.slice(end, end + 8);
  if (/[A-Za-z0-9_\]]$/.test(left) || isOwnNumber(line) || EXPLAINED.test(right)) return undefined;
  if (open === '〔' || open === '《') {
    // The brackets stay, what goes between them is asked for.
    return blank ? { start: start + 1, end: end - 1, certainty: 'sure' } : { start, end, certainty: 'sure' };
  }
  const slot = slotBehind(line, end);
  const dated = /^[月日]/.test(right);
  const told = dated || slot !== undefined || left.endsWith('第');
  // [ ] alone is a box to tick, [] a sign of programmers.
  if (open === '[' && !dated && (slot === undefined || !/[\u4e00-\u9fff，。、]$/.test(left)))
    return undefined;
  const certainty = open === '【' || told ? 'sure' : certaintyUntold(text, left, right);
  if (certainty === undefined)
    return QUESTION.test(line.paragraph.content) ? undefined : doubtful(text, start, end);
  // 3.预备期为（　）年。: a question, or an item of a draft.
  const asks = open !== '【' && /[为是有指]$/.test(left) && QUESTION.test(line.paragraph.content);
  return { start, end, certainty: asks ? 'possible' : certainty };
}

/** 经（　）研究, 〔2024〕（　）号: how sure brackets are left open that no word beside them says what belongs into; undefined where they are not. */
function certaintyUntold(text: string, left: string, right: string): 'sure' | 'likely' | undefined {
  const numbered = /^号/.test(right) && /[〕］\])）]$/.test(left);
  if (isPartOfForm(text, left, right, numbered)) return undefined;
  if (numbered) return 'sure';
  return /[\u4e00-\u9fff，、]$/.test(left) && /^[\u4e00-\u9fff，、]/.test(right) ? 'likely' : undefined;
}

/** 注：〔　〕内为累计数: the note explains what the brackets of a table hold. */
const EXPLAINED = /^[内中里]的?(?:数|为|是|均|系|指)/;

/** 1. …, （　）…: the number or the place for the answer of a question. */
const QUESTION = /^(?:\d{1,3}\s?[.．、]|[（(]\s*[）)])/;

/** 同意（　）不同意（　）, questions ending in （　）。: forms. */
function isPartOfForm(text: string, left: string, right: string, numbered: boolean): boolean {
  if (/^[\s。；;]*$/.test(right) || /^[内中里]/.test(right) || /[。？?：:\s]$/.test(left)) return true;
  const others = text.slice(0, FORM_REACH).match(/[（(]\s*[）)]/g);
  return !numbered && others !== null && others.length > 1;
}

/** Other brackets of a form are looked for among so many characters. */
const FORM_REACH = 400;

/** 共召开推进会（几次？）: what colleagues ask each other. `at`: the bracket. */
export function readAsked({ text }: Line, at: number): Mark | undefined {
  const asked = /^[（(](?:几|多少|哪)[^（）()。；]{0,8}[？?][）)]/.exec(text.slice(at, at + 14))?.[0];
  return asked === undefined ? undefined : { start: at, end: at + asked.length, certainty: 'sure' };
}
