/** Masked figures (20××, 1XX32, ×0%), and what a number or a name is told by that follows a blank. */
import type { Range } from '../../engine/finding.ts';
import { Characters, DIGITS } from '../text/characters.ts';
import type { Line, Mark } from './line.ts';
import { headOf, type Slot, slotOfHead } from './slots.ts';

/** Figures of a number on either side of its mask. */
export const LONGEST_FIGURE = 12;
/** What a number goes on with, in figures. */
export const FIGURES = new Characters(DIGITS);
const BLANKS_X = new Characters('xXｘＸ');
const POINTS = new Characters('.．');
const PER_CENT = new Characters('%％‰');
export const CODE_LEFT = /(?:代码|编号|型号|代号|编码|序列号|货号|批号)[为是：:]?$/;
/** The number of an identity card or a telephone with its middle masked, and how near to it a name is masked with it. */
const MASKED_RUN = 4;
const MASKED_REACH = 48;
const MASKED_NUMBER = /\d{3}[*＊×]{4,18}[\dXx]/;
/** Slots that take a number: nobody withholds one. */
export const NUMERIC: ReadonlySet<string> = new Set<Slot>(['number', 'percent', 'money']);

/**
 * A number of which some figures are given: 20××, 1XX32, 21.X%, ×0%, x.x%. Taken whole, with its per cent sign, as it
 * is replaced whole.
 */
export function readFigure(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  let from = start;
  let to = end;
  while (start - from < LONGEST_FIGURE && (isPart(line, from - 1, start) || isPoint(line, from - 1, start)))
    from--;
  while (to - end < LONGEST_FIGURE && (isPart(line, to, start) || isPoint(line, to, start))) to++;
  if (from === start && to === end) return undefined;
  const right = text.slice(to, to + 16).trimStart();
  const figure = text.slice(from, to);
  const isYear = /^(?:(?:19|20)\d?\D{1,2}|20\D\d)$/.test(figure) && figure.length === 4;
  if (!isYear && !endsNumber(line, right)) return undefined;
  // 1.××同志: the number of a list, not of the figure.
  if (/^\d{1,2}[.．]\D/.test(figure) && from === line.paragraph.contentStart && !/^[%％]/.test(right))
    return undefined;
  // A model (KD-20X), not the second half of a range: 20xx—20xx年.
  if (/[A-WYZa-wyz][-—·]?$|[xX]$/.test(text.slice(Math.max(0, from - 2), from))) return undefined;
  // X8017次中欧班列: a train.
  if (/^X\d{2,5}$/.test(figure) && /^次[^，。；]{0,8}(?:列|车|班)/.test(right)) return undefined;
  if (/^[xX]\d/.test(figure) && isModel(text, from, to)) return undefined;
  // 产品代码XX01: the samples of codes begin with their letters.
  if (CODE_LEFT.test(text.slice(Math.max(0, from - 6), from))) return undefined;
  if (PER_CENT.at(text, to)) to++;
  return { start: from, end: to, certainty: 'sure', masked: true };
}

/** X1、X5和X6, X5-200: names of models; 龙芯、飞腾、X86: what processors are called. */
function isModel(text: string, start: number, end: number): boolean {
  const figure = text.slice(start, end);
  if (/^[xX]\d{1,3}$/.test(figure) && /^-\d/.test(text.slice(end, end + 2))) return true;
  if (figure.length !== 2) return PROCESSOR.test(figure);
  return (
    /^[、和与及]\s?(?:[xX]\d|\d系)/.test(text.slice(end, end + 4)) ||
    /[xX]\d[、和与及]$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

const PROCESSOR = /^[xX](?:86|64)$/;

/** Whether a figure, or the mark at `mark` once more, stands at an offset. */
function isPart(line: Line, i: number, mark: number): boolean {
  const { text } = line;
  if (FIGURES.at(text, i)) return true;
  // Beyond the text there is no mark: NaN is not equal to itself.
  if (text.charCodeAt(i) === text.charCodeAt(mark)) return true;
  return BLANKS_X.at(text, i) && BLANKS_X.at(text, mark);
}

function isPoint(line: Line, i: number, mark: number): boolean {
  return POINTS.at(line.text, i) && isPart(line, i - 1, mark) && isPart(line, i + 1, mark);
}

/** Whether a number may end before this: a unit, a date part, a punctuation mark. */
export function endsNumber(line: Line, right: string): boolean {
  if (right === '' || /^[%％‰年月日，。；、）)~～—-]/.test(right)) return true;
  const head = headOf(right, line.words);
  return head !== undefined && NUMERIC.has(slotOfHead(head));
}

/** What belongs into a blank by the word behind it, which ends at `end`; undefined without such a word. */
export function slotBehind({ text, words }: Pick<Line, 'text' | 'words'>, end: number): Slot | undefined {
  const head = headOf(text.slice(end, end + 16).replace(/^[ \u3000]/, ''), words);
  return head === undefined ? undefined : slotOfHead(head);
}

/** 138****5678, 3201××××××××1234, 苏A·×××××: masked on purpose, to protect whom it belongs to. */
export function isMaskedData(line: Line, start: number, end: number): boolean {
  const { text } = line;
  // 陕A·××123, 冀FG××××: the number plate of a car.
  if (
    end - start >= 2 &&
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{0,3}$/.test(
      text.slice(Math.max(0, start - 6), start),
    )
  )
    return true;
  // 尾号为****1234
  if (ENDING.test(text.slice(Math.max(0, start - 8), start)) && FIGURES.at(text, end)) return true;
  // 赵**，身份证号3401**********1234，住**小区: who publishes a masked number masks what stands with it.
  if (end - start < MASKED_RUN) {
    const near = text.slice(Math.max(0, start - MASKED_REACH), end + MASKED_REACH);
    const stands = near.includes(text[start]!.repeat(MASKED_RUN)) && MASKED_NUMBER.test(near);
    if (stands && !NUMERIC.has(slotBehind(line, end) ?? '')) return true;
  }
  if (end - start < 3) return false;
  // 6222 **** **** 1188
  if (isGroupOfCard(text, start, end)) return true;
  const before = text.slice(Math.max(0, start - LONGEST_FIGURE), start);
  if (/[\u4e00-\u9fff][A-Z]·?$/.test(before) && end - start > 3) return true;
  return /\d{3}$/.test(before) && /^[\dXx]{2}/.test(text.slice(end, end + 2)) && !endsNumberAt(line, end);
}

/** Groups of four, the first and the last of which are shown. */
const isGroupOfCard = (text: string, start: number, end: number) =>
  GROUPS_BEFORE.test(text.slice(Math.max(0, start - LONGEST_FIGURE), start)) &&
  GROUPS_BEHIND.test(text.slice(end, end + LONGEST_FIGURE));
const GROUPS_BEFORE = /\d{4}[ -](?:[*×xX]{4}[ -]){0,3}$/;
const GROUPS_BEHIND = /^[ -](?:[*×xX]{4}[ -]){0,3}\d{3,4}/;

/** Whether the figures behind a mask lead to a unit: 3×××50元. */
function endsNumberAt(line: Line, end: number): boolean {
  const behind = /^[\dXx]{1,12}/.exec(line.text.slice(end, end + LONGEST_FIGURE))?.[0].length ?? 0;
  return slotBehind(line, end + behind) !== undefined;
}

/** What is shown of an account or a card. */
const ENDING = /(?:尾号|账号|帐号|卡号|账户|证号|号码)[为是：:]{0,2}\s?$/;

const PHONE_LABEL = /(?:电话|手机|手机号|手机号码|号码|热线|传真|联系方式)[：:为是]?\s?$/;
const LONGEST_PHONE = 20;
/** A local number without its area. */
const LEAST_PHONE = 7;

/** 联系电话：0XXX-XXXXXXX: a number nobody has filled in. 138****5678 hides the middle of one. */
export function readPhone({ text }: Line, start: number, end: number): Mark | undefined {
  const phone = phoneAround(text, start, end, PHONE_LABEL);
  if (!phone) return undefined;
  const given = text.slice(phone.start, phone.end).replace(/\D/g, '').length;
  return given * 2 < phone.end - phone.start ? { ...phone, certainty: 'sure' } : undefined;
}

/** Telephones of an office, which nobody masks to protect somebody. */
const OFFICE_PHONE = /(?:值班|咨询|举报|监督|报名|服务|投诉|会务|办公|报送)(?:电话|热线|手机)[：:]\s?$/;

/** 值班电话：138****0000: nobody can call a number of which figures are missing. */
export function readOfficePhone({ text }: Line, start: number, end: number): Mark | undefined {
  const phone = end - start < 3 ? undefined : phoneAround(text, start, end, OFFICE_PHONE);
  return phone && { ...phone, certainty: 'likely' };
}

/** The whole number around its mask, if it is as long as one and the label stands before it. */
function phoneAround(text: string, start: number, end: number, label: RegExp): Range | undefined {
  let from = start;
  while (start - from < LONGEST_PHONE && PHONE.at(text, from - 1)) from--;
  let to = end;
  while (to - end < LONGEST_PHONE && PHONE.at(text, to)) to++;
  const isLabelled = to - from >= LEAST_PHONE && label.test(text.slice(Math.max(0, from - LABEL), from));
  return isLabelled ? { start: from, end: to } : undefined;
}

/** Longest label of a number, in units. */
const LABEL = 8;

const PHONE = new Characters(DIGITS, 'xXｘＸ×*＊-—');
