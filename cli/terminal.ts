/**
 * Text of others as a terminal may show it. A draft or a file name can hold what drives a terminal: escape sequences (which
 * move the cursor, rewrite the title, fill the clipboard), the 8-bit forms of them, line breaks that forge lines, and controls
 * that turn the direction of what follows.
 */
import { unitIn } from '../host/unit-ranges.ts';

const CONTROLS = unitIn(
  {
    'C0 but the tab': [
      [0x00, 0x08],
      [0x0a, 0x1f],
    ],
    'DEL and C1': [[0x7f, 0x9f]],
    'separators of lines': [[0x2028, 0x2029]],
    directions: [[0x061c], [0x200e, 0x200f], [0x202a, 0x202e], [0x2066, 0x2069]],
  },
  'g',
);

/** One line in which each control is shown by its code: `\u001b`. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Several lines, each as {@link visible} shows it. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
