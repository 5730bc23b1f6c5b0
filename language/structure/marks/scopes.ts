/** Brackets and quotation marks around marks: a series does not cross them. */

import { lowerBound } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { kindSet, Token } from '../../text/scan.ts';
import type { Draft } from './draft.ts';

const OPENING = kindSet(Token.Open);
const BRACKETS = kindSet(Token.Open, Token.Close);

/** Tells the marks, which stand in text order, the innermost brackets around them. */
export function placeInScopes(paragraph: Paragraph, marks: readonly Draft[]): void {
  const { scan } = paragraph;
  // Nearly always the one mark leads the paragraph, and nothing can be open around it.
  const open = scan.next(OPENING, 0);
  if (open === scan.count || scan.start(open) >= marks[marks.length - 1]!.start) return;
  const scopes = readPairs(paragraph);
  for (const mark of marks) {
    const around = pairAround(scopes, mark.start);
    if (!around) continue;
    mark.scope = around.start;
    mark.scopeEnd = around.end;
  }
}

interface Pair {
  readonly start: number;
  readonly end: number;
}

/** The pairs of brackets and quotation marks, in the order of their ends. */
function readPairs({ scan, text }: Paragraph): Pair[] {
  const open: number[] = [];
  const pairs: Pair[] = [];
  let reversed = false;
  for (let i = scan.next(BRACKETS, 0), n = scan.count; i < n; i = scan.next(BRACKETS, i + 1)) {
    const at = scan.start(i);
    if (scan.kind(i) === Token.Open) open.push(at);
    else if (!closePair(text, at, open, pairs) && text[at] === '”') reversed = true;
  }
  // Where a closing quotation mark has no partner (”…“), what looks like pairs is the text between quotations.
  return reversed ? pairs.filter((pair) => text[pair.start] !== '“') : pairs;
}

const PARTNER: Readonly<Record<string, string>> = {
  '）': '（(',
  ')': '（(',
  '”': '“',
  '’': '‘',
  '》': '《',
  '」': '「',
  '】': '【',
  '〕': '〔',
  ']': '[',
  '］': '［',
};

/** Brackets that stand open inside each other; more are not looked through. */
const DEEPEST = 8;

/** Takes the partner of the closing mark from the open ones; what stood open inside it had no partner. */
function closePair(text: string, at: number, open: number[], pairs: Pair[]): boolean {
  const partners = PARTNER[text[at]!];
  if (partners === undefined) return false;
  for (let i = open.length - 1; i >= 0 && i >= open.length - DEEPEST; i--) {
    if (!partners.includes(text[open[i]!]!)) continue;
    pairs.push({ start: open[i]!, end: at + 1 });
    open.length = i;
    return true;
  }
  return false;
}

/** The innermost pair around an offset. Marks are few; pairs stand in the order of their ends. */
function pairAround(pairs: readonly Pair[], at: number): Pair | undefined {
  const next = lowerBound(pairs, at + 1, ({ end }) => end);
  // The first pair that ends behind `at` and begins before it is the innermost.
  return pairs.slice(next, next + DEEPEST).find(({ start }) => start < at);
}
