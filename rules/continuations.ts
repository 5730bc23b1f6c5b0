/** How a text may go on at a place: the next mark of a list, the rest of a fixed expression. Offered, never put in unasked. */
import type { Document } from '../engine/document.ts';
import { restOfFixed } from './figures/lists/rest-of-fixed.ts';
import { nextMarks } from './numbering/edit/next-marks.ts';

export interface Continuation {
  /** What of the text stands there already, before the place. */
  readonly typed: string;
  /** All of it. */
  readonly text: string;
  /** Whether to show it to a writer who has not asked. */
  readonly likely: boolean;
}

/** The likeliest first; none in ordinary prose. Offsets are UTF-16 units of the document. */
export function continuationsAt(document: Document, offset: number): Continuation[] {
  const marks = nextMarks(document, offset);
  const { text, start } = document.paragraphAt(offset);
  const [left, right] = [text.slice(0, offset - start), text.slice(offset - start)];
  // In the middle of a sentence the rest may stand there already.
  const rest = /^(?:[”"）)。；，]|$)/.test(right) ? restOfFixed(left) : undefined;
  return rest === undefined ? marks : [{ typed: '', text: rest, likely: true }, ...marks];
}
