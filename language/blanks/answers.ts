/**
 * What speaks against an answer to a question. It is said and never refuses: the writer may know better than what was read.
 */
import { ONE_TO_TEN } from '../text/numerals.ts';
import { dateParts } from './date-answers.ts';
import type { Question } from './questions.ts';

/** The text on either side of the first place that the answer goes to. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Slots that hold a figure. */
const FIGURES: ReadonlySet<string> = new Set([
  'number',
  'percent',
  'money',
  'ordinal',
  'session',
  'document-number',
  'road-number',
]);

const SOME_FIGURE = new RegExp(String.raw`[\d０-９〇零${ONE_TO_TEN}百千万亿两几数半]`);

/** In Chinese, the gravest first; empty where nothing speaks against it. */
export function doubtsAbout(
  { slot, constraints }: Pick<Question, 'slot' | 'constraints'>,
  answer: string,
  around: Surroundings,
): string[] {
  const value = answer.trim();
  if (value === '') return [];
  return [...ofSlot(slot, value), ...ofBounds(constraints, value), ...ofSurroundings(slot, value, around)];
}

function ofSlot(slot: string, value: string): string[] {
  if (FIGURES.has(slot)) return SOME_FIGURE.test(value) ? [] : [`此处一般填数字，“${value}”不含数字`];
  switch (slot) {
    case 'year':
      return /^(?:(?:19|20)\d\d|[一二][〇零九0][〇零一二三四五六七八九]{2})年?$/.test(value)
        ? []
        : [`年份一般写四位数字，如“2025”`];
    case 'month':
      return isWithin(value.replace(/月$/, ''), 12) ? [] : ['月份应为1至12'];
    case 'day':
      return isWithin(value.replace(/[日号]$/, ''), 31) ? [] : ['日应为1至31'];
    case 'date':
      return ofDate(value);
    default:
      return [];
  }
}

function ofDate(value: string): string[] {
  const [month, day] = dateParts(value, ['month', 'day']) ?? [];
  const known = month !== undefined || dateParts(value, ['year', 'month']) !== undefined;
  if (!known) return ['不是“2025年3月5日”这样的日期，将原样替换整个日期'];
  const wrong = (month !== undefined && !isWithin(month, 12)) || (day !== undefined && !isWithin(day, 31));
  return wrong ? [`没有“${month}月${day}日”这一天`] : [];
}

/** 3, 03, 十二; figures and short numerals. */
function isWithin(value: string, most: number): boolean {
  const number = /^\d{1,2}$/.test(value) ? Number(value) : hanNumber(value);
  return number >= 1 && number <= most;
}

/** Up to 三十一; 0 for what is no such numeral. */
function hanNumber(value: string): number {
  const m = /^([二三])?(十)?([一二三四五六七八九])?$/.exec(value);
  if (!m || value === '') return 0;
  const [, tens, ten, ones] = m;
  const digit = (han: string | undefined) => (han === undefined ? 0 : ONE_TO_TEN.indexOf(han) + 1);
  if (ten === undefined) return tens === undefined ? digit(ones) : ones === undefined ? digit(tens) : 0;
  return (tens === undefined ? 1 : digit(tens)) * 10 + digit(ones);
}

/** What the text itself says against a figure: `10个重点项目，仍有×个` cannot be 12. */
function ofBounds(constraints: Question['constraints'], value: string): string[] {
  const m = /^\d+(?:\.\d+)?/.exec(value.replace(/[,，](?=\d{3})/g, ''));
  if (!m) return [];
  const number = Number(m[0]);
  return constraints
    .filter(({ min, max }) => (min !== undefined && number < min) || (max !== undefined && number > max))
    .map(({ reason }) => reason);
}

/** 榆林市 for ×市 would read 榆林市市; 第3 for 第× would read 第第3. */
function ofSurroundings(slot: string, value: string, { before, after }: Surroundings): string[] {
  if ((slot === 'ordinal' || slot === 'session') && before.endsWith('第') && value.startsWith('第'))
    return ['前面已有“第”，填入后重复'];
  for (let length = Math.min(value.length - 1, after.length, MOST_DOUBLED); length > 0; length--) {
    const tail = value.slice(-length);
    if (after.startsWith(tail) && /[\u4e00-\u9fff%％‰]/.test(tail)) return [`后面已有“${tail}”，填入后重复`];
  }
  return [];
}

/** Units of an answer's end that are looked for behind the gap. */
const MOST_DOUBLED = 8;
