/**
 * Where the sentence, the statement or the clause around an offset begins and ends. What ends one depends on what is asked:
 * every set of stops has its name here. Offsets are UTF-16 units; a stop belongs to what it ends.
 */
import { Characters } from './characters.ts';

const SENTENCE_END = '。！？!?\t';
const STATEMENT_END = `${SENTENCE_END}；;`;
/** The characters of {@link UTTERANCE_STOPS}, for sets that hold more. */
export const UTTERANCE_END = `${STATEMENT_END}…`;
const CLAUSE_END = `${STATEMENT_END}，,：:`;

/** Ends what figures are told in together: a question or an exclamation among them parts nothing. */
export const FULL_STOP = new Characters('。');
/** End a sentence; what semicolons part is one. */
export const SENTENCE_STOPS = new Characters(SENTENCE_END);
/** End a statement: a sentence, or one of several parted by semicolons. */
export const STATEMENT_STOPS = new Characters(STATEMENT_END);
/** End what somebody says: a statement, or what trails off. */
export const UTTERANCE_STOPS = new Characters(UTTERANCE_END);
/** End what announces something: a statement, or what a colon ends. */
export const ANNOUNCEMENT_STOPS = new Characters(STATEMENT_END, '：:');
/** End a clause; what 、 parts is one. */
export const CLAUSE_STOPS = new Characters(CLAUSE_END);
/** Part the smallest stretches: a member of a list, the text in brackets, what stands behind a colon. */
export const PHRASE_STOPS = new Characters(CLAUSE_END, '、（(');

/** How far a bound is looked for unless told: lists run long, prose does not. */
const REACH = 400;

/** Where what holds `at` begins: behind the last of the stops before it, or `reach` units back. */
export function boundBefore(text: string, at: number, stops: Characters, reach = REACH): number {
  return stops.behindLast(text, Math.max(0, at - reach), at);
}

/** Where what holds `at` ends: at the first of the stops from there on, or `reach` units ahead. */
export function boundAfter(text: string, at: number, stops: Characters, reach = REACH): number {
  return stops.next(text, at, Math.min(text.length, at + reach));
}

const OPENING = '（(“‘《〈【〔[「『';
const CLOSING = '）)”’》〉】〕]」』';

/** What a character does to a clause: one look-up for each, as lists are followed often. */
const ROLES = new Uint8Array(0x10000);
export const OPENS = 1;
export const CLOSES = 2;
const ENDS = 3;
for (const char of OPENING) ROLES[char.charCodeAt(0)] = OPENS;
for (const char of CLOSING) ROLES[char.charCodeAt(0)] = CLOSES;
for (const char of CLAUSE_END) ROLES[char.charCodeAt(0)] = ENDS;

/** Whether the character at an offset {@link OPENS} or {@link CLOSES} a bracket or quotation; 0 or another number if neither. */
export function roleAt(text: string, at: number): number {
  return ROLES[text.charCodeAt(at) | 0]!;
}

/** Where the clause that holds `at` begins, 、 and whole brackets and quotations in it: 深化“放管服，一网办”、|审批. */
export function clauseStart(text: string, at: number): number {
  let depth = 0;
  const limit = Math.max(0, at - REACH);
  for (let i = at - 1; i >= limit; i--) {
    const role = ROLES[text.charCodeAt(i)];
    if (role === CLOSES) depth++;
    else if (role === OPENS) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (role === ENDS && depth === 0) return i + 1;
  }
  return limit;
}

/** Where the bracket or quotation that closes at an offset opens, or the one that opens there closes. */
export function mateOf(text: string, at: number): number | undefined {
  const back = roleAt(text, at) === CLOSES;
  const own = text[at]!;
  const mate = back ? OPENING[CLOSING.indexOf(own)]! : CLOSING[OPENING.indexOf(own)]!;
  const step = back ? -1 : 1;
  let depth = 0;
  for (let i = at; i >= 0 && i < text.length && Math.abs(i - at) < REACH; i += step) {
    if (text[i] === own) depth++;
    else if (text[i] === mate && --depth === 0) return i;
  }
  return undefined;
}
