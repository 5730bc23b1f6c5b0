/** Asterisks for a blank: *月*日, 处分**人, 县长　**. */
import { isSurname } from '../names/surnames.ts';
import { Characters } from '../text/characters.ts';
import { isHanRun } from '../text/scan.ts';
import { doubtful } from './company.ts';
import { emphases } from './emphasis.ts';
import { Around, isProduct, isSign, MARKED } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import { FIGURES, isMaskedData, NUMERIC, readFigure, readOfficePhone, slotBehind } from './masked-numbers.ts';
import { endsInOffice } from './slots.ts';
import { isWithheld } from './withheld.ts';

/** What a date goes on with. */
const DATE_PARTS = new Characters('年月日');

/** Reads a run of asterisks; those of Markdown, of notes and of products are none. */
export function readAsterisk(line: Line, start: number, end: number): Mark | undefined {
  const office = readOfficePhone(line, start, end);
  if (office) return office;
  if (isMaskedData(line, start, end)) return undefined;
  if (line.paragraph.fact(emphases).some((e) => e.start === start || e.end === end)) return undefined;
  const around = Around.exact(line.paragraph, start, end);
  if (isSign(around) || isNoteMark(around)) return undefined;
  const { text } = line;
  const between = FIGURES.at(text, start - 1) && FIGURES.at(text, end);
  if (end - start > 1 || !between) {
    if (end - start === 1 && isProduct(Around.visible(line.paragraph, start, end))) return undefined;
    const figure = readFigure(line, start, end);
    if (figure) return figure;
  }
  const mark =
    readDatePart(line, start, end, around) ??
    (end - start === 1 ? readOneAsterisk(line, start, end, around) : readAsterisks(line, start, end, around));
  // 患者刘**: withheld. 处分**人 is not.
  const withheld = mark && isSurname(text[start - 1]) && isWithheld(line, start, end);
  return withheld ? { ...mark, certainty: 'possible' } : mark;
}

/** GDP增速*为初步核算数, **为预计数, 带*的条款, *为必填项: the mark of a note or of a requirement. */
function isNoteMark({ left, right }: Around): boolean {
  return (
    /^为[^，。；]{0,8}(?:数|值|口径|核算|数据)/.test(right) ||
    (left.endsWith('“') && /^”(?:为|的|者)/.test(right)) ||
    (MARKED.test(left) && !(left.endsWith('有') && /^[、，]/.test(right))) ||
    /^[”）)]?(?:为[必选可核实]|项为|号(?:岗|题|项|条款))/.test(right)
  );
}

/** *月*日, 2025年*月: a day, a month or a year. */
function readDatePart(line: Line, start: number, end: number, { left, right }: Around): Mark | undefined {
  if (!DATE_PARTS.at(line.text, end)) return undefined;
  if (end - start === 1 && /[\dA-Za-z）)]\s*$/.test(left)) return undefined;
  if (!/[月年]$/.test(left) && !/^[年月]/.test(right)) return undefined;
  return { start, end, certainty: slotBehind(line, end) === undefined ? 'likely' : 'sure' };
}

/** 王*同志, 荣获*奖. */
function readOneAsterisk(line: Line, start: number, end: number, { left, right }: Around): Mark | undefined {
  // 张*明: a name that is masked on purpose.
  if (isSurname(left.slice(-1)) && /^[\u4e00-\u9fff](?:[、，。；,;\s（(等的]|同[志学]|$)/.test(right))
    return undefined;
  // Bullet, footnote mark, product.
  const first = start === line.paragraph.contentStart;
  if (first && /^[\s注]/.test(right)) return undefined;
  if (/[\dA-Za-z）)]\s*$/.test(left) && !/年$/.test(left)) return undefined;
  if (isProduct(Around.visible(line.paragraph, start, end)) || /^\s*[\dA-Za-z（(]/.test(right))
    return undefined;
  const { text } = line;
  const slot = slotBehind(line, end);
  // *本办法由…: a note, at the head of a line; *个片区… is none.
  if (slot !== undefined && !(first && NUMERIC.has(slot) && right.startsWith('本')))
    return { start, end, certainty: 'sure' };
  const inside =
    /[\u4e00-\u9fff“，、]\s?$/.test(left) &&
    (/^(?:[\u4e00-\u9fff”]|[—-]{1,2}[*＊])/.test(right) ||
      (/“[^”]{1,6}$/.test(left) && /^[、，][^“”]{1,10}”/.test(right)));
  // 好局面。*的工作: whose it is, at the head of a sentence.
  const owns = /[。；]$/.test(left) && right.startsWith('的');
  if (inside || owns || isOneOfNamed(line, start, end)) return { start, end, certainty: 'likely' };
  return first || /[（(]$/.test(left) || /^[，。；、]/.test(right) ? undefined : doubtful(text, start, end);
}

/** 一心（*新城）、五路（沙秀公路、*大道）: a name in brackets, where another is masked likewise. */
function isOneOfNamed({ text, paragraph }: Line, start: number, end: number): boolean {
  if (!OPENED.at(text, start - 1)) return false;
  const close = CLOSED.next(text, end, Math.min(text.length, end + LONGEST_NAME));
  if (close === end + LONGEST_NAME || !isHanRun(text, end, close) || close - end < 2) return false;
  const { contentStart, contentEnd } = paragraph;
  return text.slice(contentStart, start).includes('*') || text.slice(close, contentEnd).includes('*');
}
const OPENED = new Characters('（(');
const CLOSED = new Characters('）)');
const LONGEST_NAME = 8;

/** 处分**人, 在***的领导下. */
function readAsterisks(line: Line, start: number, end: number, { left, right }: Around): Mark | undefined {
  if (/[A-Za-z0-9]$/.test(left) || /^[A-Za-z]/.test(right)) return undefined;
  if (slotBehind(line, end) !== undefined || end - start > 3) return { start, end, certainty: 'sure' };
  // 联系人：*** 电话：…
  if (/(?:人|姓名|组长|成员|领导|电话|手机|地址|邮箱|单位)[：:]$/.test(left) && /^(?:\s|$)/.test(right))
    return { start, end, certainty: 'sure' };
  // ***，女，回族，…: of whom the line tells.
  if (left.trim() === '' && /^，[男女]，/.test(right)) return { start, end, certainty: 'sure' };
  // 县长　**: who speaks.
  if (right === '' && endsInOffice(left.trimEnd())) return { start, end, certainty: 'sure' };
  const inside =
    /[\u4e00-\u9fff“”《，、。；：！？—〕]$/.test(left) && /^[\u4e00-\u9fff“”，、。；\d]/.test(right);
  if (inside || (left.trim() === '' && /^[\u4e00-\u9fff]/.test(right)))
    return { start, end, certainty: 'likely' };
  return undefined;
}
