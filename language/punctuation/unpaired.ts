/**
 * Marks whose partner stands in no paragraph: a quotation of several paragraphs opens in each and closes in the last (GB/T
 * 15834—2011 4.8.3.5), and a line broken in the middle has its partner in the next.
 */
import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { DOUBLE_QUOTES, pairTroubles, SINGLE_QUOTES, type Sign } from './pairs.ts';

export interface LooseSign {
  readonly paragraph: Paragraph;
  readonly sign: Sign;
}

/** Paragraphs that a quotation may run over, and lines that a bracket or title may. */
const QUOTATION = 60;
const LINES = 12;

/** The marks of the document without partner, in order. */
export const looseSigns = defineModel<readonly LooseSign[]>('loose signs', (document) => {
  const loose: LooseSign[] = [];
  /** Opened in earlier paragraphs, by pair. */
  const open = new Map<number, LooseSign[]>();
  for (const paragraph of document.paragraphsWith(pairTroubles)) {
    for (const trouble of paragraph.fact(pairTroubles)) {
      if (trouble.kind !== 'loose') continue;
      const { sign } = trouble;
      const one = { paragraph, sign };
      const waiting = waitingFor(open, sign.pair);
      if (sign.opens) waiting.push(one);
      else if (!closes(one, waiting)) loose.push(one);
    }
  }
  for (const one of [...open.values()].flat())
    if (!goesOn(document, one.paragraph, one.sign)) loose.push(one);
  return loose.sort((a, b) => a.paragraph.index - b.paragraph.index || a.sign.start - b.sign.start);
});

function waitingFor(open: Map<number, LooseSign[]>, pair: number): LooseSign[] {
  let waiting = open.get(pair);
  if (!waiting) {
    waiting = [];
    open.set(pair, waiting);
  }
  return waiting;
}

/** Whether a mark closes the last of those that wait, which then no longer does. */
function closes({ paragraph, sign }: LooseSign, waiting: LooseSign[]): boolean {
  const reach = sign.pair === DOUBLE_QUOTES || sign.pair === SINGLE_QUOTES ? QUOTATION : LINES;
  const last = waiting.at(-1);
  if (!last || paragraph.index - last.paragraph.index > reach) return false;
  waiting.pop();
  return true;
}

/** Items and other paragraphs may stand between the paragraphs of a quotation. */
const BETWEEN = 8;

/** Whether a paragraph soon after goes on with a quotation: it opens it again at its beginning. */
function goesOn({ paragraphs }: Document, { index, text }: Paragraph, { start, pair }: Sign): boolean {
  if (pair !== DOUBLE_QUOTES && pair !== SINGLE_QUOTES) return false;
  for (let i = index + 1; i < paragraphs.length && i <= index + BETWEEN; i++) {
    const next = paragraphs[i]!;
    if (next.text[next.contentStart] === text[start]) return true;
  }
  return false;
}
