/** What a reader sees of a line: letters, digits and Han, without marks and blanks. */
import { isHan, Token, tokenOf } from '../../../language/text/scan.ts';

/** How many of them stand in `text[from, to)`. */
export function visibleIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const token = tokenOf(code);
    if (isHan(code) || token === Token.Digits || token === Token.Latin) count++;
  }
  return count;
}

/** Whether a letter stands at an offset: what begins with one there may be the end of another word. */
export function isLatinAt(text: string, at: number): boolean {
  return at >= 0 && tokenOf(text.charCodeAt(at)) === Token.Latin;
}
