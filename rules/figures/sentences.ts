/**
 * The figures of a paragraph by sentence, with what stands between them: the ground on which relations are read.
 */
import { defineFact } from '../engine/facts.ts';
import { isMeasure, type Quantity, quantities } from '../language/quantities.ts';
import { Token } from '../language/scan.ts';

/** A stretch between full stops or semicolons that holds two figures or more. Offsets relative to the paragraph. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The measures in it, in order. */
  readonly figures: readonly Quantity[];
  /** Years written with four digits. */
  readonly years: readonly Quantity[];
}

/** A line of figures without a stop (a table pasted as text) is cut: relations are read between neighbours. */
const MOST = 60;

export const sentences = defineFact<readonly Sentence[]>('figure-sentences', (paragraph) => {
  const all = paragraph.fact(quantities);
  if (all.length < 2) return NONE;
  const { scan, text } = paragraph;
  const { tokens } = scan;
  const found: Sentence[] = [];
  let figures: Quantity[] = [];
  let years: Quantity[] = [];
  let start = 0;
  const close = (end: number) => {
    if (figures.length > 1) found.push({ start, end, figures, years });
    figures = [];
    years = [];
    start = end;
  };
  let t = 0;
  for (const q of all) {
    for (; t < tokens.length && tokens[t + 1]! < q.digits.start; t += 3) {
      if (!ends(text, tokens[t]! as Token, tokens[t + 1]!)) continue;
      close(tokens[t + 1]!);
      start = tokens[t + 2]!;
    }
    if (figures.length >= MOST) close(q.digits.start);
    if (isMeasure(q)) figures.push(q);
    else if (q.kind === 'date' && q.unit === '年') years.push(q);
  }
  while (t < tokens.length && !ends(text, tokens[t]! as Token, tokens[t + 1]!)) t += 3;
  close(t < tokens.length ? tokens[t + 1]! : text.length);
  return found.length === 0 ? NONE : found;
});

/** Full stops, semicolons, and the tab between cells. */
function ends(text: string, token: Token, at: number): boolean {
  return (token === Token.Stop && text[at] !== '…') || (token === Token.Space && text[at] === '\t');
}

const NONE: readonly Sentence[] = [];

/** The text between two figures, without the signs of approximation that belong to them. */
export function between(text: string, a: Quantity, b: Quantity): string {
  return text.slice(a.end, b.start);
}

/** The text before a figure, back to the comma or stop, at most `reach` units. */
export function lead(text: string, q: Quantity, reach = 30): string {
  const from = Math.max(0, q.start - reach);
  const before = text.slice(from, q.start);
  const cut = before.search(/[^，。；、：:,\t（(]*$/);
  return before.slice(cut);
}

/** The same, back over commas to the beginning of the sentence. */
export function leadOfSentence(text: string, q: Quantity, sentence: Sentence): string {
  return text.slice(sentence.start, q.start);
}

/** How deep in brackets the offset lies, counted from `from`. */
export function depthAt(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = from; i < at; i++) {
    if (text[i] === '（' || text[i] === '(') depth++;
    else if (text[i] === '）' || text[i] === ')') depth--;
  }
  return depth;
}
