/** Brackets in which an advert stands, whole or cut off at an end. */
import { UTTERANCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { Token, tokenOf } from '../../../language/text/scan.ts';

/** How far the other bracket is looked for. */
const REACH = 80;

/** Where the bracket opens that an offset stands in, −1 if in none; looked for in the clause that begins at `clause`, and a little before it. */
export function bracketBefore(text: string, from: number, clause: number): number {
  for (let i = from - 1; i >= Math.max(0, clause - REACH); i--) {
    const code = text.charCodeAt(i);
    if (tokenOf(code) === Token.Close || UTTERANCE_STOPS.at(text, i)) return -1;
    if (OPENING.at(text, i)) return i;
  }
  return -1;
}

const OPENING = new Characters('（(【[［〔「『〖');
const PAIRS: Readonly<Record<string, string>> = {
  '（': '）)',
  '(': ')）',
  '【': '】',
  '[': ']］',
  '［': '］]',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '〖': '〗',
};

const SET_APART = new Characters('（(【[〔［');

/** Whether a stretch begins with its bracket: （更多范文请登录…）. */
export const isBracket = (text: string, start: number): boolean => SET_APART.at(text, start);

/** The end of the bracket that opens at an offset, the offset itself if none does. */
export const bracketBehind = (text: string, at: number) =>
  /[（(]/.test(text[at] ?? '') ? closingAfter(text, at + 1, text[at]!) || at : at;

/** The end of the bracket that was opened by `open`, where one closes behind an offset; 0 if none does. */
export function closingAfter(text: string, from: number, open: string): number {
  for (let i = from; i < text.length && i - from < REACH; i++) {
    if (PAIRS[open]!.includes(text[i]!)) return i + 1;
  }
  return 0;
}
