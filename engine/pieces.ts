/**
 * A text as stretches of the original and insertions: many rounds of edits come out as edits of the original, touching nothing
 * that stays.
 */
import { isHighSurrogate, isLowSurrogate } from './characters.ts';
import type { Edit } from './finding.ts';

/** A stretch of the original text that is still there, or text that was put in (`start` and `end` are not used then). */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

export class Pieces {
  #pieces: Piece[];

  constructor(length: number) {
    this.#pieces = [{ start: 0, end: length }];
  }

  /** What can be edited further without changing this. */
  copy(): Pieces {
    const copy = new Pieces(0);
    copy.#pieces = [...this.#pieces];
    return copy;
  }

  /** Edits of the text as it now is; must not overlap. */
  apply(edits: readonly Edit[]): void {
    const rest = this.#pieces.values();
    let piece = rest.next().value;
    const pieces: Piece[] = [];
    let at = 0;
    /** Goes on to an offset of the present text, keeping or dropping what lies before it. */
    const advance = (to: number, keep: boolean) => {
      while (piece && at < to) {
        const [head, tail] = split(piece, to - at);
        if (keep) pieces.push(head);
        at += lengthOf(head);
        piece = tail ?? rest.next().value;
      }
    };
    for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      advance(start, true);
      advance(end, false);
      if (text !== '') pieces.push({ start: 0, end: 0, text });
    }
    advance(Number.POSITIVE_INFINITY, true);
    this.#pieces = pieces;
  }

  /** Where an offset of the present text stands in the original; inside of what was put in, where it was put. */
  origin(offset: number): number {
    let at = 0;
    let last = 0;
    for (const piece of this.#pieces) {
      const length = lengthOf(piece);
      if (piece.text === undefined) {
        if (offset < at + length) return piece.start + (offset - at);
        last = piece.end;
      } else if (offset < at + length) return last;
      at += length;
    }
    return last;
  }

  /** Edits of the original text. */
  edits(original: string): Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    let inserted = '';
    const close = (end: number) => {
      const edit = trim({ start: at, end, text: inserted }, original);
      if (edit.start < edit.end || edit.text !== '') edits.push(edit);
      inserted = '';
    };
    for (const { start, end, text } of this.#pieces) {
      if (text !== undefined) inserted += text;
      else {
        close(start);
        at = end;
      }
    }
    close(original.length);
    return edits;
  }
}

function lengthOf({ start, end, text }: Piece): number {
  return text?.length ?? end - start;
}

function split(piece: Piece, at: number): [Piece, Piece?] {
  if (lengthOf(piece) <= at) return [piece];
  const { start, end, text } = piece;
  if (text !== undefined) {
    return [
      { start: 0, end: 0, text: text.slice(0, at) },
      { start: 0, end: 0, text: text.slice(at) },
    ];
  }
  return [
    { start, end: start + at },
    { start: start + at, end },
  ];
}

/** Without what is the same before and after, at either end. Does not cut surrogate pairs. */
function trim({ start, end, text }: Edit, original: string): Edit {
  let head = 0;
  while (start + head < end && head < text.length && original[start + head] === text[head]) head++;
  if (head > 0 && isHighSurrogate(text.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    start + head < end - tail &&
    head < text.length - tail &&
    original[end - tail - 1] === text[text.length - tail - 1]
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(original.charCodeAt(end - tail))) tail--;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}
