import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS } from '../../language/text/characters.ts';
import { isHanNumeralAt } from '../../language/text/numerals.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

interface ListStyle extends Match {
  /** The member in Chinese numerals beside it. */
  readonly other: { readonly start: number; readonly end: number };
}

const FIGURES = new Characters(DIGITS);
const MEASURES = new Characters('个项条家名件处座所支张');
/** What parts members of a list. */
const PARTS = new Characters('、，：。；“（');
const REACH = 20;

/** A list whose members count in different writing: 第一、第2, 三个中心、5个站. GB/T 15835—2011 4.3. */
export const listStyle = defineParagraphRule<ListStyle>({
  id: 'numerals/list-style',
  since: '0.2.0',
  severity: 'info',
  basis: 'GB/T 15835—2011 4.3',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of figuresOf(paragraph, 'listed')) {
      const found = text[start - 1] === '第' ? ofOrdinals(text, start, end) : ofCounts(text, start, end);
      if (found) yield found;
    }
  },

  explain: ({ start, end, other }, { text }) => ({
    message: `同一列举里数字写法不一：“${text.slice(other.start, other.end)}”用汉字，“${text.slice(start, end)}”用阿拉伯数字`,
    evidence: [{ ...other, message: '同一列举里用汉字的一项' }],
  }),
});

/** 第一、第2; 第1、第二. */
function ofOrdinals(text: string, start: number, end: number): ListStyle | undefined {
  if (text[end] === '、' && text[end + 1] === '第' && isHanNumeralAt(text, end + 2))
    return { start: start - 1, end, other: { start: end + 1, end: numeralsEnd(text, end + 2) } };
  if (text[start - 2] !== '、') return undefined;
  let from = start - 2;
  while (from > start - 6 && isHanNumeralAt(text, from - 1)) from--;
  return from < start - 2 && text[from - 1] === '第'
    ? { start: start - 1, end, other: { start: from - 1, end: start - 2 } }
    : undefined;
}

/** 三个中心、5个站: the member before counts with the same measure word. */
function ofCounts(text: string, start: number, end: number): ListStyle | undefined {
  if (!MEASURES.at(text, end)) return undefined;
  let from = start - 1;
  while (from > 0 && from > start - REACH && !PARTS.at(text, from - 1)) from--;
  if (FIGURES.isIn(text, from, start - 1)) return undefined;
  while (from < start - 1 && !isHanNumeralAt(text, from)) from++;
  const to = numeralsEnd(text, from);
  if (to >= start - 1 || text[to] !== text[end]) return undefined;
  return { start, end: end + 1, other: { start: from, end: to + 1 } };
}

function numeralsEnd(text: string, from: number): number {
  let to = from;
  while (isHanNumeralAt(text, to)) to++;
  return to;
}
