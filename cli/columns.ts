/** Columns of a terminal, where a Han character takes two. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Letters of one column, and Han characters with their marks, which take two: nearly all that is printed. */
const PLAIN = /^[\x20-\x7e“”‘’—…\u3000-\u3029\u3030-\u303e\u4e00-\u9fff\uff01-\uff60]*$/;
const WIDE = /[\u3000-\u3029\u3030-\u303e\u4e00-\u9fff\uff01-\uff60]/g;

/** In columns. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length + (text.match(WIDE)?.length ?? 0);
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** Of one character; a pair of emoji that some terminals show as one counts as two. */
function columnsOf(character: string): number {
  // Made when it is first asked: what Unicode says of properties takes V8 longer to read than a draft takes to check.
  const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]$/u;
  return unseen.test(character) ? 0 : eastAsianWidth(character.codePointAt(0)!);
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
