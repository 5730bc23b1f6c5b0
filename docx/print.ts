/** The document as it is read, for people who want to see what is checked: `gongwen-lint --text`. */
import type { StoryKind, WordDocument } from './document.ts';
import type { Line } from './read/reading.ts';

/** What stands before the text of a story other than the body. */
export const TITLES: Record<Exclude<StoryKind, 'body'>, string> = {
  header: '【页眉】',
  footer: '【页脚】',
  footnote: '【脚注】',
  endnote: '【尾注】',
};

/**
 * A line for each paragraph: its number, a tab, its text; a row of a table is a line with tabs between its cells. Line breaks
 * inside a paragraph are U+000B. Headers, footers and notes follow under a line that names them.
 */
export function printText({ stories }: WordDocument): string {
  let out = '';
  for (const { kind, reading } of stories) {
    const { text, lines } = reading;
    if (kind !== 'body') {
      if (text.trim() === '') continue;
      out += `${TITLES[kind]}\n`;
    }
    for (const line of lines) out += `${printLine(line, text)}\n`;
  }
  return out;
}

function printLine({ start, end, placed, row }: Line, text: string): string {
  const number = placed[0]?.paragraph.number;
  if (row || !number) return text.slice(start, end);
  return `${number.text}\t${text.slice(placed[0]!.start, end)}`;
}
