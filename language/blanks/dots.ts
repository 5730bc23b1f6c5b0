/** Dots for what is still to be written: 向……同志学习, 县委书记……、, 《……条例》, 达到……以上, 一是……二是……. */
import type { Line, Mark } from './line.ts';
import { quoteBefore } from './quotes.ts';
import { endsInOffice, LONGEST_OFFICE } from './slots.ts';

/** 先后承办了（……）等活动: dots alone in a bracket within a sentence. `at`: the bracket. */
export function readBracketDots({ text }: Line, at: number): Mark | undefined {
  const dots = /^[（(【]…{1,2}[）)】]/.exec(text.slice(at, at + 4))?.[0];
  if (dots === undefined || !/[\u4e00-\u9fff]/.test(text[at - 1] ?? '')) return undefined;
  const end = at + dots.length;
  return /[\u4e00-\u9fff，。、]/.test(text[end] ?? '') && quoteBefore(text, at) < 0
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

/** 县委书记……、县长王浩: dots, or a dash, where the name of who holds an office belongs. `at`: the first of them. */
export function readHolderDots({ text }: Line, at: number): Mark | undefined {
  const dots = /^(?:…{1,2}|\.{3,6}|——)/.exec(text.slice(at, at + 6))?.[0];
  if (dots === undefined || !endsInOffice(text.slice(Math.max(0, at - LONGEST_OFFICE), at))) return undefined;
  const end = at + dots.length;
  return /^(?:[、，。；]|同志|作|致|讲话|出席|主持|宣读)/.test(text.slice(end, end + 2))
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

const DOTS = String.raw`(?:…{1,2}|\.{3,6})`;
/** ……；二是……；三是……。 */
const EMPTY_ITEMS = new RegExp(
  String.raw`^${DOTS}(?:[，；。]?[ \u3000]{0,2}(?:[二三四五六七八](?:是|要)|其次|再次|最后)${DOTS}){1,8}`,
);
const ITEMS_REACH = 80;

/** 一是……二是……三是……: the items of a list, with nothing in any of them. `at`: the first of the dots. */
export function readItemDots({ text }: Line, at: number): Mark | undefined {
  const items = EMPTY_ITEMS.exec(text.slice(at, at + ITEMS_REACH))?.[0];
  return items === undefined || quoteBefore(text, at) >= 0
    ? undefined
    : { start: at, end: at + items.length, certainty: 'likely' };
}

/** 《……条例》, 根据《……》: whose name is left out. `at`: the mark that opens. */
export function readTitleDots({ text }: Line, at: number): Mark | undefined {
  let end = at + 1;
  while (text[end] === '…') end++;
  if (text[end] === '》')
    return CITES.test(text.slice(Math.max(0, at - 3), at))
      ? { start: at + 1, end, certainty: 'likely' }
      : undefined;
  return /^[\u4e00-\u9fff]{0,6}(?:条例|办法|规定|细则|意见|通知|方案|规划|决定)》/.test(
    text.slice(end, end + 9),
  )
    ? { start: at + 1, end, certainty: 'likely' }
    : undefined;
}

/** What cites a document, or one beside another. */
const CITES = /(?:根据|按照|依照|依据|对照|落实|贯彻|印发|出台|下发|学习|[》及][和、]?)$/;

/** 普及率达到……以上: dots where a figure belongs. `at`: the first of them. 增长……亿元 has lost its number: placeholder/dropped-number. */
export function readCountDots({ text }: Line, at: number): Mark | undefined {
  let end = at;
  while (text[end] === '…') end++;
  return /^(?:以[上下]|左右)/.test(text.slice(end, end + 2))
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

/** 向……同志学习: dots where a name belongs; what leads to it stands right before. `at`: the first of them. */
export function readNameDots({ text }: Line, at: number): Mark | undefined {
  let start = at;
  while (text[start - 1] === '…') start--;
  return /[向由请对给把与和为]/.test(text[start - 1] ?? '')
    ? { start, end: at + 1, certainty: 'likely' }
    : undefined;
}

/** ……年……月……日: a date of which nothing is given. `at`: the last dot before 年. */
export function readDateDots({ text }: Line, at: number): Mark | undefined {
  let start = at;
  while (text[start - 1] === '…') start--;
  const date = /^…{1,2}年…{1,2}月(?:…{1,2}日)?/.exec(text.slice(start, start + 10))?.[0];
  return date === undefined || quoteBefore(text, start) >= 0
    ? undefined
    : { start, end: start + date.length, certainty: 'likely' };
}
