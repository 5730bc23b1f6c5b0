/**
 * A format says which lines, and which stretches of a line, are prose. One interface for all: a line is read given the state that
 * the line before it left, so that a keystroke re-reads one line.
 */

/** Stands for each unit of text that is not prose, so that offsets stay those of the source. */
export const MASK = '\u0000';

export type Role =
  | 'prose'
  | 'heading'
  | 'list-item'
  | 'quote'
  | 'table'
  | 'code'
  | 'comment'
  | 'front-matter';

/** What a line is and in what state it leaves the next one. Compared by value to stop re-reading early. */
export interface LineState {
  readonly role: Role;
  /** False for a line that holds no prose at all. */
  readonly prose: boolean;
  /** Where prose begins, behind marks of the format (`## `, `- `); UTF-16 offset in the line. */
  readonly contentStart: number;
  /** 1–9 for a heading of the format, 1 the highest; else 0. */
  readonly headingLevel: number;
  /** Inside what the *next* line begins; `''` outside of anything. Its values are the format's. */
  readonly open: string;
  /** What was open before this line ends at this offset; prose begins there. */
  readonly closedAt: number;
}

export interface FormatReader {
  /** Reads one line given the `open` of the line before (`''` before the first) and its place among the lines, from 0. */
  read(line: string, open: string, index: number): LineState;
  /** The line with what is not prose replaced by {@link MASK}, unit for unit. Asked only of lines with prose. */
  mask(line: string, state: LineState): string;
  /** Whether one line may change how the next is read. */
  readonly carries: boolean;
}
