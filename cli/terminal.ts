/**
 * Text of others as a terminal may show it. A draft or a file name can hold what drives a terminal: escape sequences (which
 * move the cursor, rewrite the title, fill the clipboard), the 8-bit forms of them, line breaks that forge lines, and controls
 * that turn the direction of what follows.
 */

/** C0 but the tab, DEL and C1; the separators of lines; the controls of direction. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line in which each control is shown by its code: `\u001b`. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Several lines, each as {@link visible} shows it. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
