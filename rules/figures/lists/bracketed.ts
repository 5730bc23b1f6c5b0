/** The list before its number in a bracket: 市财政局、市商务局、市统计局（共3家）. */
import { listBefore } from '../../../language/quantities/enumerations.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { ShortList } from '../../../language/text/characters.ts';
import type { CountedList, Line } from './counted.ts';

const IN_ALL = new ShortList(['（共计', '(共计', '（共', '(共', '（计', '(计']);
/** 家）, 个单位）: what closes the bracket behind the measure word. */
const CLOSED = /^[\u4e00-\u9fff]{0,4}[）)]/;
/** Two may have been named for many. */
const LEAST = 3;
/** A roster of more is broken up into lines. */
const REACH = 3;

/** The list that ends where the bracket opens, if it is all that its line, or what follows the label before it, has. */
export function listBeforeBracket(line: Line, figure: Quantity): CountedList | undefined {
  const { text, contentStart } = line;
  const open = openBefore(text, figure.start);
  if (open === undefined || !CLOSED.test(text.slice(figure.unitEnd, figure.unitEnd + 6))) return undefined;
  const list = listBefore(text, open, line.language.words);
  if (!list || list.open || list.items.length < LEAST) return undefined;
  // …，参加的有财政局、商务局…: the first member has more before it.
  if (list.start !== contentStart && text[list.start - 1] !== '：') return undefined;
  const stated = { start: figure.digits.start, end: figure.unitEnd };
  return { tie: 'summed', count: figure.value, stated, figure, list, even: true };
}

function openBefore(text: string, at: number): number | undefined {
  for (let open = at - REACH; open < at; open++) {
    const word = IN_ALL.wordAt(text, open);
    if (word !== undefined && open + word.length === at) return open;
  }
  return undefined;
}
