/**
 * The one pass over a paragraph. Readers of facts start from its tokens and lexicon hits and look at the text only
 * around them: nothing else walks the text from end to end.
 */
import { isHighSurrogate, isLowSurrogate } from '../../engine/characters.ts';
import type { Hit, Scan, WordList } from '../../engine/language.ts';
import { NONE } from '../../engine/lists.ts';
import { lexicon } from './lexicon.ts';
import { traditionalCodes } from './traditional.ts';

/** What a token other than Han text is. Han characters make no tokens; the lexicon finds the words among them. */
export const Token = {
  Han: 0,
  /** A run of digits, ASCII or full-width. `12.5` is Digits, Stop, Digits: numerals are read by `quantities`. */
  Digits: 1,
  /** A run of letters, ASCII or full-width or any other alphabet. */
  Latin: 2,
  /** A run of blanks: space, tab, NBSP, ideographic space. */
  Space: 3,
  /** Opening bracket or quotation mark, one unit. */
  Open: 4,
  /** Closing bracket or quotation mark, one unit. */
  Close: 5,
  /** `。！？；…` and half-width `!?;`, one unit. */
  Stop: 6,
  /** `，、：` and half-width `,:`, one unit. */
  Comma: 7,
  /** A run of one mark that drafts use for a blank: × ✕ ☆ ★ ○ ● □ ■ △ * _ ＿ ※ … */
  Blank: 8,
  /** Any other visible character, one unit: % － — ～ · / + = # @ . … */
  Other: 9,
  /** Zero-width, control, private-use, replacement character; lone surrogate. A run. */
  Invisible: 10,
  /** A mask: text that is not prose. A run. */
  Mask: 11,
  /** A traditional character: makes no token, as Han characters make none, but {@link Scan.has} knows of it. */
  Traditional: 12,
} as const;
export type Token = (typeof Token)[keyof typeof Token];

const classes = new Uint8Array(0x10000);

function assign(token: Token, characters: string): void {
  for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] = token;
}
function assignRange(token: Token, from: number, to: number): void {
  classes.fill(token, from, to + 1);
}

classes.fill(Token.Other);
assignRange(Token.Han, 0x3400, 0x4dbf);
assignRange(Token.Han, 0x4e00, 0x9fff);
assignRange(Token.Han, 0xf900, 0xfaff);
// Supplementary ideographs come as surrogate pairs; `scan` looks at lone ones.
assignRange(Token.Han, 0xd800, 0xdfff);
assign(Token.Han, '々〆〇');
assignRange(Token.Latin, 0xc0, 0x24f);
assignRange(Token.Latin, 0x370, 0x52f);
for (const base of [0, 0xfee0]) {
  assignRange(Token.Digits, 0x30 + base, 0x39 + base);
  assignRange(Token.Latin, 0x41 + base, 0x5a + base);
  assignRange(Token.Latin, 0x61 + base, 0x7a + base);
}
assign(Token.Other, '×÷');
assign(Token.Space, ' \t\u00a0\u3000\u2002\u2003\u2009');
assign(Token.Open, '（(“‘《〈「『【〔［[{｛〖﹝«＜');
assign(Token.Close, '）)”’》〉」』】〕］]}｝〗﹞»＞');
assign(Token.Stop, '。！？；!?;…');
assign(Token.Comma, '，、：,:');
assign(Token.Blank, '×✕✖☓╳⨯☆★○◯●◎□■△▲*＊_＿※◇◆');
assignRange(Token.Invisible, 0x00, 0x08);
assignRange(Token.Invisible, 0x0b, 0x1f);
assignRange(Token.Invisible, 0x7f, 0x9f);
assignRange(Token.Invisible, 0x200b, 0x200f);
assignRange(Token.Invisible, 0x202a, 0x202e);
assignRange(Token.Invisible, 0x2060, 0x206f);
assignRange(Token.Invisible, 0xe000, 0xf8ff);
assignRange(Token.Invisible, 0xfe00, 0xfe0f);
assign(Token.Invisible, '\u00ad\ufeff\ufff9\ufffa\ufffb\ufffc\ufffd\u2028\u2029\u0085');
assign(Token.Mask, '\u0000');

/** The token class of one UTF-16 unit. */
export function tokenOf(code: number): Token {
  return classes[code]! as Token;
}

/** Whether the unit is a Han character (or half of one). */
export function isHan(code: number): boolean {
  return classes[code] === Token.Han;
}

/** Whether a stretch holds Han characters only. */
export function isHanRun(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}

/** Several kinds as one number, for {@link Scan.next}. */
export function kindSet(...kinds: readonly Token[]): number {
  return kinds.reduce<number>((set, kind) => set | (1 << kind), 0);
}

/** The class over which a token runs on (Blank: over the same character); Han for those that are one unit each. */
const RUNS_ON = Uint8Array.from({ length: 16 }, (_, kind) => kind);
for (const t of [Token.Open, Token.Close, Token.Stop, Token.Comma, Token.Other]) RUNS_ON[t] = Token.Han;

/** Tokens and hits of one paragraph, as numbers in a block. */
class BlockScan implements Scan {
  // `kind, start, end` triples of the tokens, then `entry, start, end` triples of the hits, in a block shared with others.
  readonly #block: Int32Array;
  readonly #from: number;
  readonly #hits: number;
  readonly #to: number;
  /** Bit by bit the kinds among the tokens; the bit of Han always. */
  readonly kinds: number;
  /** Bit by bit the word lists among the hits. The shift wraps round: every 32nd list has the same bit. */
  readonly lists: number;

  constructor(block: Int32Array, from: number, hits: number, to: number, kinds: number, lists: number) {
    this.#block = block;
    this.#from = from;
    this.#hits = hits;
    this.#to = to;
    this.kinds = kinds;
    this.lists = lists;
  }

  /** The number of tokens other than Han, which are numbered from 0 in text order. */
  get count(): number {
    return (this.#hits - this.#from) / 3;
  }
  /** What the token is; Han, which no token is, for a number out of range. */
  kind(i: number): Token {
    const at = this.#from + i * 3;
    return at < this.#hits ? (this.#block[at]! as Token) : Token.Han;
  }
  start(i: number): number {
    return this.#block[this.#from + i * 3 + 1]!;
  }
  end(i: number): number {
    return this.#block[this.#from + i * 3 + 2]!;
  }

  /** Whether there is a token of the kind: asked before the tokens are gone over, for most paragraphs have none. */
  has(kind: Token): boolean {
    return (this.kinds & (1 << kind)) !== 0;
  }

  /**
   * Whether there may be a token of one of the kinds, or a word of one of the lists, both bit by bit. Where it says no
   * there is none; a yes may be due to another list with the same bit. Every text has the bit of Han.
   */
  hasAny(kinds: number, lists: number): boolean {
    return ((this.kinds & kinds) | (this.lists & lists)) !== 0;
  }

  /** The first token from number `i` on that is of one of the kinds (of {@link kindSet}); `count` where there is none. */
  next(kinds: number, i: number): number {
    const block = this.#block;
    let at = this.#from + i * 3;
    if ((this.kinds & kinds) === 0) at = this.#hits;
    while (at < this.#hits && (kinds & (1 << block[at]!)) === 0) at += 3;
    return (at - this.#from) / 3;
  }

  /** Whether there is a word of the list. */
  hasWord(list: WordList): boolean {
    return this.#mayHave(list) && lexicon.isAmong(list, this.#block, this.#hits, this.#to);
  }

  #mayHave(list: WordList): boolean {
    return (this.lists & (1 << list)) !== 0;
  }

  /**
   * Hits of a word list in text order, made anew at each call. Overlapping hits are all given; longer first at one start.
   */
  hits(list: WordList): readonly Hit[] {
    return this.#mayHave(list) ? lexicon.hitsOf(list, this.#block, this.#hits, this.#to) : NONE;
  }
}

/**
 * Scans are kept in blocks of numbers that many paragraphs share: an array for each would be more than half of what a
 * paragraph weighs, and the collector would carry all of them about. A block goes when the last of its scans has gone, so it is
 * small: where one paragraph is typed in again and again, its last scan holds the block of those before.
 */
const BLOCK = 1 << 12;
let block = new Int32Array(BLOCK);
let used = 0;

/** Room for so many numbers, at {@link used} in {@link block}. */
function reserve(length: number): void {
  if (used + length <= block.length) return;
  block = new Int32Array(Math.max(BLOCK, length));
  used = 0;
}

/** Of Han characters without a word of a list. */
const NOTHING = new BlockScan(block, 0, 0, 0, 1 << Token.Han, 0);

// What a scan finds before it is known how much it is. Reused between calls.
const tokens: number[] = [];
const found: number[] = [];

const CLASS_BITS = 4;
const CLASS_MASK = (1 << CLASS_BITS) - 1;
/**
 * By unit: the token class in the low bits, the lexicon's symbol above. One look at a table for each unit, and a small table:
 * most of what the scan waits for is the memory behind it.
 */
const units = unitTable(lexicon.alphabet);

function unitTable(alphabet: Uint16Array): Uint16Array {
  const table = new Uint16Array(classes);
  for (const code of traditionalCodes()) table[code] = Token.Traditional;
  let most = 0;
  for (let i = 0; i < alphabet.length; i += 2) {
    const symbol = alphabet[i + 1]!;
    if (symbol > most) most = symbol;
    table[alphabet[i]!]! |= symbol << CLASS_BITS;
  }
  if (most >> (16 - CLASS_BITS) !== 0)
    throw new RangeError('more characters in word lists than bits for them');
  return table;
}

const { states, seconds, outputs, lengths, listOf } = lexicon;
const root = states[0]!;

/**
 * Scans one paragraph: classes and the lexicon's automaton in one walk, since to walk the text twice costs half as much again.
 * Never throws; linear in the text.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: every character of every text comes by here, and a call for each would be felt
export function scan(text: string): Scan {
  const { length } = text;
  let state = 0;
  /** Numbers in `tokens` and in `found`. */
  let n = 0;
  let m = 0;
  let kinds: number = 1 << Token.Han;
  let lists = 0;
  /** The unit and class of the run that goes on; class 0 (Han) when none does. */
  let runCode = 0;
  let runKind = 0;
  let ahead = length > 0 ? text.charCodeAt(0) : 0;
  let unitAhead = units[ahead]!;
  for (let i = 0; i < length; i++) {
    const code = ahead;
    const unit = unitAhead;
    const symbol = unit >> CLASS_BITS;
    ahead = i + 1 < length ? text.charCodeAt(i + 1) : 0;
    unitAhead = units[ahead]!;
    // Many characters begin some word, few with the one that follows: nothing is looked up for the others.
    const begins = (seconds[symbol]! & (1 << ((unitAhead >> CLASS_BITS) & 31))) !== 0;
    if (state !== 0 || begins) {
      state = stateAfter(state, symbol, begins);
      const output = states[state * 4 + 3]!;
      if (output !== 0) {
        const known = m;
        m = addHits(output, i + 1, m);
        lists |= listsOf(known, m);
      }
    }
    let kind = unit & CLASS_MASK;
    if (kind === Token.Han) {
      runKind = Token.Han;
      if (code < 0xd800 || code > 0xdfff || isPaired(text, i, code, ahead)) continue;
      kind = Token.Invisible;
    } else if (kind === Token.Traditional) {
      kinds |= 1 << kind;
      runKind = Token.Han;
      continue;
    } else if (kind === runKind && (kind !== Token.Blank || code === runCode)) {
      tokens[n - 1] = i + 1;
      continue;
    } else {
      runKind = RUNS_ON[kind]!;
      runCode = code;
    }
    kinds |= 1 << kind;
    tokens[n] = kind;
    tokens[n + 1] = i;
    tokens[n + 2] = i + 1;
    n += 3;
  }
  return n === 0 && m === 0 && kinds === 1 << Token.Han ? NOTHING : kept(n, m, kinds, lists);
}

/** The state of the automaton behind one more symbol. @param begins whether a word may begin with it */
function stateAfter(before: number, symbol: number, begins: boolean): number {
  let state = before;
  while (state !== 0) {
    const next = states[state * 4]! + symbol;
    if (states[next * 4 + 1] === state) return next;
    state = states[state * 4 + 2]!;
  }
  return begins ? root + symbol : 0;
}

/** Puts the words that end at `end` behind `count` numbers in `found`; returns how many numbers there are then. */
function addHits(output: number, end: number, count: number): number {
  let at = count;
  for (let next = output, entry = outputs[next]!; entry >= 0; entry = outputs[++next]!) {
    found[at] = entry;
    found[at + 1] = end - lengths[entry]!;
    found[at + 2] = end;
    at += 3;
  }
  return at;
}

/** The lists of some hits in `found`, bit by bit. */
function listsOf(from: number, to: number): number {
  let lists = 0;
  for (let i = from; i < to; i += 3) lists |= 1 << listOf[found[i]!]!;
  return lists;
}

/** Whether half of a character has its other half beside it: a rare ideograph (U+20000 and above) or an emoji, neither a token. */
function isPaired(text: string, at: number, code: number, ahead: number): boolean {
  return code <= 0xdbff ? isLowSurrogate(ahead) : isHighSurrogate(text.charCodeAt(at - 1));
}

/** A scan of the first numbers in `tokens` and `found`. */
function kept(n: number, m: number, kinds: number, lists: number): Scan {
  reserve(n + m);
  const from = used;
  for (let i = 0; i < n; i++) block[used++] = tokens[i]!;
  for (let i = 0; i < m; i++) block[used++] = found[i]!;
  // A line of millions of characters does not leave its room behind.
  if (tokens.length > BLOCK * 16) tokens.length = 0;
  if (found.length > BLOCK * 16) found.length = 0;
  return new BlockScan(block, from, from + n, used, kinds, lists);
}
