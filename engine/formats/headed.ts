import type { FormatReader } from './format.ts';

/**
 * A format whose text does not say which of its lines are headings, with what is known of them from elsewhere: a Word document's
 * styles. The text must stay as it is: the levels are those of its lines.
 *
 *     headed(plain, [1, 0, 0, 2]) : the first line is a heading, the fourth one below it
 *
 * @param levels of each line, 0 for what is none; lines behind the last are none
 */
export function headed(format: FormatReader, levels: readonly number[]): FormatReader {
  return {
    ...format,
    read(line, open, index) {
      const state = format.read(line, open, index);
      const headingLevel = levels[index] ?? 0;
      return headingLevel > 0 && state.prose ? { ...state, role: 'heading', headingLevel } : state;
    },
  };
}
