/**
 * The span of time that words name, so that 2025年上半年, 今年上半年 and 2025年1—6月 compare: a year, and what part of it. What holds at a
 * year's end (2025年底) is of that year.
 */

/** `2025`, `2025 1-6`; two spans are the same if their strings are. */
export type Span = string;

const YEAR = /((?:19|20)\d\d)年?/;
/** Counted from the year that the document is of. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/今年|本年|当年/, 0],
  [/去年|上年|上一年/, -1],
  [/前年/, -2],
  [/明年|次年/, 1],
];
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/上半年/, '1-6'],
  [/下半年/, '7-12'],
  [/前三季度/, '1-9'],
  [/一季度/, '1-3'],
  [/二季度/, '4-6'],
  [/三季度/, '7-9'],
  [/四季度/, '10-12'],
];
const MONTHS = /(\d{1,2})(?:月?[—－–~至-]{1,2}(\d{1,2}))?月/;

/**
 * @param words 2025年上半年, 去年, 1—6月; what is no time in them is passed over
 * @param own the year that the document is of: of 今年, and of a part without a year
 * @returns undefined where the words name no span, or one that only `own` could tell
 */
export function spanOf(words: string, own: number | undefined): Span | undefined {
  const said = YEAR.exec(words)?.[1];
  const relative = RELATIVE.find(([pattern]) => pattern.test(words))?.[1];
  const months = MONTHS.exec(words);
  const part = months
    ? `${Number(months[1])}-${Number(months[2] ?? months[1])}`
    : PARTS.find(([pattern]) => pattern.test(words))?.[1];
  if (said === undefined && relative === undefined && part === undefined) return undefined;
  const year = said === undefined ? own && own + (relative ?? 0) : Number(said);
  if (year === undefined) return undefined;
  return part === undefined ? `${year}` : `${year} ${part}`;
}
