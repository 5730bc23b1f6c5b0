/** Columns of a terminal, where a Han character takes two. */
import stringWidth from 'string-width';

/** Letters of one column, and Han characters with their marks, which take two: nearly all that is printed. */
const PLAIN = /^[\x20-\x7e“”‘’—…\u3000-\u3029\u3030-\u303e\u4e00-\u9fff\uff01-\uff60]*$/;
const WIDE = /[\u3000-\u3029\u3030-\u303e\u4e00-\u9fff\uff01-\uff60]/g;

/** In columns. The library takes a while to begin with: it is asked only about what needs it. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth(text);
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
