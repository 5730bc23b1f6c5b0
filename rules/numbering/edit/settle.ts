/**
 * Numbers that are put right may show how the marks belong together, and that others are wrong: ③ and ④ that seemed to run on from
 * another list begin one of their own. Numbering goes on until it changes nothing any more, and is one step all the same.
 */
import { Document } from '../../../engine/document.ts';
import type { Edit } from '../../../engine/finding.ts';
import { applyEdits } from '../../../engine/fixes.ts';
import type { Change } from './renumber.ts';

interface Numbered {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** Nearly always the second time changes nothing; the third is for what no one has seen. */
const MOST_ROUNDS = 3;

/** @param number numbers a document once; edits in order; undefined where nothing changes */
export function settle<N extends Numbered>(
  document: Document,
  number: (document: Document) => N | undefined,
): Numbered | undefined {
  let sum: Numbered | undefined = number(document);
  for (let round = 1; sum && round < MOST_ROUNDS; round++) {
    const text = applyEdits(document.text, sum.edits);
    const more = number(new Document(text, document.format, document.language));
    if (!more) break;
    sum = joined(sum, more);
  }
  return sum;
}

/** Both in one step, in the offsets of the text before the first. Each edit replaces the number of one mark or reference. */
function joined(first: Numbered, second: Numbered): Numbered {
  const back = backThrough(first.edits);
  const replaced = new Set(second.edits.map(({ start }) => back(start)));
  const told = new Map(first.changes.map((change) => [change.start, change]));
  const again = second.changes.map((change) => {
    const start = back(change.start);
    const before = told.get(start);
    return { ...change, start, end: before?.end ?? back(change.end), from: before?.from ?? change.from };
  });
  const anew = new Set(again.map(({ start }) => start));
  const edits = second.edits.map(({ start, end, text }) => ({ start: back(start), end: back(end), text }));
  return {
    edits: inOrder([...first.edits.filter(({ start }) => !replaced.has(start)), ...edits]),
    changes: inOrder([...first.changes.filter(({ start }) => !anew.has(start)), ...again]).filter(
      ({ from, to }) => from !== to,
    ),
  };
}

/** Where a place behind edits was before them; the end of what replaced something is the end of that. */
function backThrough(edits: readonly Edit[]): (offset: number) => number {
  return (offset) => {
    let by = 0;
    for (const { start, end, text } of edits) {
      if (start + by + text.length > offset) break;
      by += text.length - (end - start);
    }
    return offset - by;
  };
}

function inOrder<T extends { readonly start: number }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.start - b.start);
}
