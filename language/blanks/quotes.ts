/** Quotations around a mark. */

const OPENING_QUOTE = '“';
export const CLOSING_QUOTE = '”';
/** How far before a mark the quotation that it stands in may begin. */
export const QUOTED = 40;

/** Where the quotation begins that an offset stands in, −1 outside of quotations. */
export function quoteBefore(text: string, offset: number): number {
  for (let i = offset - 1; i >= 0 && offset - i <= QUOTED; i--) {
    const char = text[i];
    if (char === OPENING_QUOTE) return i;
    if (char === CLOSING_QUOTE) return -1;
  }
  return -1;
}
