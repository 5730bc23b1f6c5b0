/**
 * Text of a draft on surfaces of VS Code that render more than text: input boxes and notifications make `[文](command:…)` a link
 * that runs a command, lists and labels make `$(sync~spin)` an icon, controls of direction turn round what follows.
 */

/** What begins a link, an icon or an address. */
const RENDERED = /\](?=\()|\$(?=\()|:(?=\/\/)|(?<=\bwww)\./gi;
/** What turns directions, and halves of characters that an excerpt has cut. */
const UNSHOWN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
/** Has no width, and parts nothing. */
const WORD_JOINER = '\u2060';

/** The same to the eye, and nothing but text to VS Code. For labels only: never put back into a draft. */
export function plainText(text: string): string {
  return text.replace(UNSHOWN, '').replace(RENDERED, `$&${WORD_JOINER}`);
}
