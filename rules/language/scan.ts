/**
 * The one pass over a paragraph. Readers of facts start from its tokens and lexicon hits and look at the text only
 * around them: nothing else walks the text from end to end.
 */
import { type Hit, lexicon } from './lexicon.ts';

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

/** One token per unit; the others run on over units of their class (Blank: over the same character). */
const SINGLE = new Uint8Array(16);
for (const t of [Token.Open, Token.Close, Token.Stop, Token.Comma, Token.Other]) SINGLE[t] = 1;

/** Tokens and hits of one paragraph. Offsets are relative to it. */
export class Scan {
  /** `kind, start, end` triples of all tokens other than Han, in text order. */
  readonly tokens: readonly number[];
  /** Bit by bit the kinds among the tokens. */
  readonly #kinds: number;
  readonly #entries: readonly number[];
  /** Bit by bit the categories among the entries. */
  readonly #categories: number;
  #byCategory: (readonly Hit[])[] | undefined;

  constructor(tokens: readonly number[], kinds: number, entries: readonly number[]) {
    this.tokens = tokens;
    this.#kinds = kinds;
    this.#entries = entries;
    this.#categories = entries.length === 0 ? 0 : lexicon.categoriesOf(entries);
  }

  get count(): number {
    return this.tokens.length / 3;
  }
  kind(i: number): Token {
    return this.tokens[i * 3]! as Token;
  }
  start(i: number): number {
    return this.tokens[i * 3 + 1]!;
  }
  end(i: number): number {
    return this.tokens[i * 3 + 2]!;
  }

  /** Whether there is a token of the kind: asked before the tokens are gone over, for most paragraphs have none. */
  has(kind: Token): boolean {
    return (this.#kinds & (1 << kind)) !== 0;
  }

  /** Lexicon hits of a category in text order. Overlapping hits are all given; longer first at one start. */
  hits(category: string): readonly Hit[] {
    if (this.#categories === 0) return NO_HITS;
    const number = lexicon.categoryNumber(category);
    if ((this.#categories & (1 << number)) === 0) return NO_HITS;
    this.#byCategory ??= [];
    this.#byCategory[number] ??= lexicon.hitsOf(number, this.#entries);
    return this.#byCategory[number];
  }
}

const NO_HITS: readonly Hit[] = [];
const NO_ENTRIES: readonly number[] = [];
const NOTHING = new Scan([], 0, NO_ENTRIES);

// Reused between calls: a paragraph's tokens are copied out at the end. Plain arrays: a typed array costs more to make
// than most lines have tokens.
const buffer: number[] = [];

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** By unit: the token class in the low bits, the lexicon's symbol above. One look at a table for each unit. */
const CLASS_BITS = 4;
const CLASS_MASK = (1 << CLASS_BITS) - 1;
const units = Uint32Array.from(lexicon.alphabet, (symbol, code) => (symbol << CLASS_BITS) | classes[code]!);

/**
 * Scans one paragraph: classes and the lexicon's automaton in one walk, since to walk the text twice costs half as much again.
 * Never throws; linear in the text.
 */
export function scan(text: string): Scan {
  const length = text.length;
  if (length === 0) return NOTHING;
  const { base, check, fail, output } = lexicon;
  let found: number[] | undefined;
  let state = 0;
  let n = 0;
  let kinds = 0;
  /** The unit and class of the run that goes on; class 0 (Han) when none does. */
  let runCode = 0;
  let runKind = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const unit = units[code]!;
    const symbol = unit >> CLASS_BITS;
    if (symbol === 0) state = 0;
    else {
      let next = base[state]! + symbol;
      while (check[next] !== state) {
        if (state === 0) {
          next = 0;
          break;
        }
        state = fail[state]!;
        next = base[state]! + symbol;
      }
      state = next;
      if (output[state] !== 0) {
        found ??= [];
        lexicon.collect(state, i + 1, found);
      }
    }
    let kind = unit & CLASS_MASK;
    if (kind === Token.Han) {
      runKind = Token.Han;
      if (code < 0xd800 || code > 0xdfff) continue;
      // A pair: a rare ideograph (U+20000 and above) or an emoji; neither is a token.
      if (code <= 0xdbff ? isLow(text.charCodeAt(i + 1)) : isHigh(text.charCodeAt(i - 1))) continue;
      kind = Token.Invisible;
      kinds |= 1 << kind;
    } else if (kind === runKind && (kind !== Token.Blank || code === runCode)) {
      buffer[n - 1] = i + 1;
      continue;
    } else {
      kinds |= 1 << kind;
      // A lone half of a pair is a token of its own.
      runKind = SINGLE[kind] === 0 ? kind : Token.Han;
      runCode = code;
    }
    buffer[n] = kind;
    buffer[n + 1] = i;
    buffer[n + 2] = i + 1;
    n += 3;
  }
  return new Scan(buffer.slice(0, n), kinds, found ?? NO_ENTRIES);
}
