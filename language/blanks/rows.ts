/** Rows of other signs for a blank: ##日报, 生产总值---亿元, 〃〃局, 由县委副书记~~~同志任组长. */
import type { Line, Mark } from './line.ts';
import { slotBehind } from './masked-numbers.ts';

/** So many in a row still stand for something. */
const LONGEST = 4;

/** 大##书写人生, ##日报: not ## at the head of a line, which Markdown has, nor the tags #甲##乙#. */
export function readHashes(line: Line, start: number): Mark | undefined {
  const { text } = line;
  const hash = text[start]!;
  let end = start;
  while (text[end] === hash) end++;
  if (text[start - 1] === hash || end - start > 3) return undefined;
  if (
    start === line.paragraph.contentStart &&
    (text[end] === ' ' || (slotBehind(line, end) === undefined && !isProse(line)))
  )
    return undefined;
  if (
    !/[\u4e00-\u9fff“《，。；、（：]/.test(text[start - 1] ?? '。') ||
    !/[\u4e00-\u9fff”、，。]/.test(text[end] ?? '') ||
    text[end] === '号' ||
    KEYED.test(text.slice(Math.max(0, start - 2), start))
  )
    return undefined;
  if (
    /#[^#\s]{1,20}$/.test(text.slice(Math.max(0, start - 21), start)) &&
    /^[^#\s]{1,20}#(?!#)/.test(text.slice(end, end + 22))
  )
    return undefined;
  return { start, end, certainty: slotBehind(line, end) === undefined ? 'likely' : 'sure' };
}

/** ##图书馆建馆六十周年之际，…。: no heading is a sentence with commas. */
function isProse({ text, paragraph: { contentEnd } }: Line): boolean {
  return /[。！；]$/.test(text.slice(contentEnd - 1, contentEnd)) && text.includes('，');
}

/** 按##键, 再输入##结束: the key of a telephone. */
const KEYED = /(?:[按拨]|输入|键入)$/;

/** 生产总值---亿元, 增长--%: hyphens where a figure belongs. `at`: the last two of them. */
export function readDashes({ text, paragraph }: Line, at: number): Mark | undefined {
  let start = at;
  while (text[start - 1] === text[at] && at - start < LONGEST) start--;
  if (paragraph.role === 'table' || !/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) return undefined;
  if (DASHED_DATE.test(text.slice(at + 2, at + 3)))
    return /[\d年自至]$|[\d—-]月$/.test(text.slice(Math.max(0, start - 2), start))
      ? { start, end: at + 2, certainty: 'sure' }
      : undefined;
  if (!DASHED_COUNT.test(text.slice(at + 2, at + 6))) return undefined;
  // 增长--%（基数为0，不可比）: none can be given.
  if (NONE_GIVEN.test(text.slice(at + 2, at + 16))) return undefined;
  // ——3个 begins an aside; one that ends before a measure word leaves the number out.
  if (text[at] === '—' && !ENDS_COUNTING.test(text.slice(Math.max(0, start - 4), start))) return undefined;
  return { start, end: at + 2, certainty: 'likely' };
}

/** Why a rate is left open. */
const NONE_GIVEN = /^[%％][（(](?:[^（）()]{0,8}(?:基数为|不可比|无法比|无可比|上年无|上年为)|无)/;

/** 5月--日. */
const DASHED_DATE = /^[年月日号]/;
const DASHED_COUNT = /^(?:周年|届|[万亿]?元|[%％]|万?[亩吨]|公里|[个人户项家件次处名场][，。；、])/;
/** What a number follows: 植树造林——亩. */
const ENDS_COUNTING = /[\u4e00-\u9fff]{2}$/;

/** 由县委副书记~~~同志任组长, 〃〃局: signs that stand for nothing else before what wants a name or a number. */
export function readRow(line: Line, start: number): Mark | undefined {
  const { text } = line;
  let end = start;
  while (text[end] === text[start] && end - start <= LONGEST) end++;
  if (text[start - 1] === text[start] || end - start > LONGEST) return undefined;
  if (!/[\u4e00-\u9fff，。；、]/.test(text[start - 1] ?? '。')) return undefined;
  const slot = slotBehind(line, end);
  return slot === undefined || slot === 'name' ? undefined : { start, end, certainty: 'likely' };
}

/** 尊敬的----领导, ---村, 我乡是....县: hyphens or dots where the name before a word like this belongs. `at`: one of them. */
export function readNamedRow({ text, paragraph }: Line, at: number, wordEnd: number): Mark | undefined {
  let start = at;
  while (text[start - 1] === text[at] && at - start < LONGEST_ROW) start--;
  let end = at;
  while (text[end] === text[at]) end++;
  const least = LEADS_TO_NAME.test(text.slice(Math.max(0, start - 2), start)) ? LEAST_LED : LEAST_ROW;
  if (end - start < least || paragraph.role === 'table' || wordEnd <= end) return undefined;
  const begins = start === paragraph.contentStart;
  const led = (text[at] === '-' ? BEFORE_DASHES : BEFORE_DOTS).test(text[start - 1] ?? '');
  return begins || led ? { start, end, certainty: 'likely' } : undefined;
}

const LEAST_ROW = 3;
/** 关于印发--镇工作方案的通知, 在--街张贴: two are enough where a name must follow. */
const LEAST_LED = 2;
const LEADS_TO_NAME = /(?:印发|成立|组建|制定|位于|我是|[在《到赴向])$/;
const LONGEST_ROW = 12;
const BEFORE_DASHES = /[\u4e00-\u9fff，。；、\s]/;
/** Behind other words dots are an ellipsis. */
const BEFORE_DOTS = /[是在于由向到]/;
