/** Numbers that are one character with their point, brackets or circle: ⑴ ⒈ ㈠ ❶ Ⅰ. ① has its own kind and is read as such. */
import type { MarkKind } from './mark.ts';

export interface Sign {
  readonly kind: MarkKind;
  /** Unit of the sign for one; the others follow it. */
  readonly first: number;
  /** The largest number there is a sign for. */
  readonly last: number;
  /** It is a mark only with a point behind it: Ⅰ、, not Ⅱ级. */
  readonly pointed: boolean;
}

const SIGNS: readonly Sign[] = [
  { kind: 'part', first: 0x2160, last: 12, pointed: true }, // Ⅰ
  { kind: 'letter', first: 0x2170, last: 12, pointed: true }, // ⅰ
  { kind: 'arabic-bracket', first: 0x2474, last: 20, pointed: false }, // ⑴
  { kind: 'arabic', first: 0x2488, last: 20, pointed: false }, // ⒈
  { kind: 'circled', first: 0x2776, last: 10, pointed: false }, // ❶
  { kind: 'circled', first: 0x278a, last: 10, pointed: false }, // ➊
  { kind: 'han-bracket', first: 0x3220, last: 10, pointed: false }, // ㈠
  { kind: 'circled', first: 0x3280, last: 10, pointed: false }, // ㊀
];
const FIRST = 0x2160;
const LAST = 0x3289;

/** The sign that a unit is one of. */
export function signAt(code: number): Sign | undefined {
  if (code < FIRST || code > LAST) return undefined;
  return SIGNS.find(({ first, last }) => code >= first && code < first + last);
}

/** The sign whose series have the word: that for one, ⑴ or ㈠. */
export function signOf(word: string): Sign | undefined {
  return word === '' ? undefined : SIGNS.find(({ first }) => first === word.charCodeAt(0));
}
