/** UTF-16 stores rare ideographs in pairs of units: text is never cut within one. */

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Whether an offset lies between the two units of one character. */
export function cutsCharacter(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1));
}

/** The text without halves of characters: an excerpt may have been cut within one, and no strict reader takes it then. */
export function wholeCharacters(text: string): string {
  return HALF.test(text) ? text.replace(HALVES, '') : text;
}

const HALF = /\p{Cs}/u;
const HALVES = /\p{Cs}/gu;

/**
 * The same string, with characters of its own: joining makes a copy. V8 reads a slice by way of what it was cut from, and a concatenation
 * by way of its parts, so that each look at a character takes a third longer; of a full lint that is some hundredths.
 */
export function ownString(text: string): string {
  return text.length < 2 ? text : [text[0], text.slice(1)].join('');
}
