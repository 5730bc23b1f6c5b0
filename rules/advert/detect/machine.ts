/** Strings that no one types: what forums sow between the lines so that nobody copies them (`* V. h) l- j! b0 a&`). */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { isHan, Token } from '../../../language/text/scan.ts';

/** So many bits, set apart by blanks, make a string; most of them are one letter with a mark or digit. */
const BITS = 4;
const BIT_LENGTH = 4;
const MEAN_LENGTH = 2.6;
/** Different letters, small and capital ones among them. */
const LETTERS = 3;
/** The bits are read in stretches of at most so many units. */
const REACH = 400;

export const machineStrings = defineFact<readonly Range[]>(
  'machine strings',
  { tokens: [Token.Latin] },
  ({ text, scan }) => {
    const found: Range[] = [];
    let until = 0;
    for (let i = scan.next(1 << Token.Latin, 0); i < scan.count; i = scan.next(1 << Token.Latin, i + 1)) {
      const start = scan.start(i);
      if (start < until || scan.end(i) - start > 2) continue;
      let from = start;
      while (from > until && start - from < REACH && isTyped(text.charCodeAt(from - 1))) from--;
      until = start;
      while (until < text.length && until - start < REACH && isTyped(text.charCodeAt(until))) until++;
      const range = garbage(text, from, until);
      if (range) found.push(range);
    }
    return found;
  },
);

/** ASCII, visible or a blank. */
const isTyped = (code: number) => code >= 0x20 && code <= 0x7e;

/** What the author's sentence ends with where the garbage begins, and what goes on behind it: 各位老师|:|7 s# …|2.|主送机关, …|,|争当先锋. */
const ENDS = /^[,;:!?)]/;
const GOES_ON = /(?:\(?\d{1,2}[.)]|[,;:!?])$/;
const COUNTED = /\d{1,4}$/;
const UNITS = /^[年月日%个万亿名项户次届元]/;

/** The garbage without the author's own marks and figures, which are typed in the same characters. */
function withoutAuthors(text: string, start: number, end: number): Range {
  const behind = text.slice(end, end + 1);
  const from = isHan(text.charCodeAt(start - 1)) && ENDS.test(text[start]!) ? start + 1 : start;
  const last = text.slice(from, end);
  let own = 0;
  if (isHan(text.charCodeAt(end))) own = GOES_ON.exec(last)?.[0].length ?? 0;
  if (own === 0 && UNITS.test(behind)) own = COUNTED.exec(last)?.[0].length ?? 0;
  return { start: from, end: end - own };
}

/** The bits of `text[from, to)`, if they are garbage; a sentence's own stop or number before them is none of it. */
function garbage(text: string, from: number, to: number): Range | undefined {
  const bits = text
    .slice(from, to)
    .split(' ')
    .filter((bit) => bit !== '');
  if (bits.length < BITS || bits.some((bit) => bit.length > BIT_LENGTH)) return undefined;
  const said = text.slice(from, to);
  const odd = bits.filter(
    (bit) => /[^A-Za-z0-9]/.test(bit) || /[A-Za-z][0-9]|[0-9][A-Za-z]/.test(bit),
  ).length;
  const letters = new Set(said.replace(/[^A-Za-z]/g, ''));
  const visible = said.length - said.split(' ').length + 1;
  if (odd * 2 < bits.length || visible > bits.length * MEAN_LENGTH) return undefined;
  if (letters.size < LETTERS || !/[a-z]/.test(said) || !/[A-Z]/.test(said) || !/[^\w\s.,=-]/.test(said))
    return undefined;
  let start = from;
  let end = to;
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return withoutAuthors(text, start, end);
}
