/**
 * The headings of a story, as the rules see them: paragraphs with an outline level, by a style (标题 1) or by themselves.
 *
 * Writers give the style of a heading to whole paragraphs too, whose first sentence is the heading, and to what stands big on the page
 * (各位代表：). These are text to the rules, as they are in the plain text.
 */
import type { Reading } from './read/reading.ts';

/** Longest line that is a heading. */
const LONGEST = 60;
const SENTENCE = /[。；]|[，、：:]$/;

/** Outline levels by the offset at which their paragraphs begin: those of paragraphs that are lines, and are checked. */
export function outlineOf({ lines }: Reading): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  for (const { start, placed, row, unchecked } of lines) {
    const level = placed[0]?.paragraph.outline;
    if (level !== undefined && !row && !unchecked) levels.set(start, level);
  }
  return levels;
}

/**
 * The level of each line of a text, 0 for what is no heading.
 * @param levelAt the outline level of the paragraph that begins at an offset
 */
export function headingsOf(text: string, levelAt: (offset: number) => number | undefined): readonly number[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const level = levelAt(at) ?? 0;
    at += line.length + 1;
    return line.trim() === '' || line.length > LONGEST || SENTENCE.test(line.trimEnd()) ? 0 : level;
  });
}
