/** Columns of a terminal, where a Han character takes two. */
import stringWidth from 'string-width';

export function widthOf(text: string): number {
  return stringWidth(text);
}

/** With blanks behind it, to so many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** With blanks before it, to so many columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** As much of it as fits one row. */
export function rowOf(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let row = '';
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns - 1) return `${row}…`;
    row += character;
  }
  return row;
}
