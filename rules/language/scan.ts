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
  readonly tokens: Int32Array;
  readonly #entries: Int32Array;
  #byCategory: Map<string, Hit[]> | undefined;

  constructor(tokens: Int32Array, entries: Int32Array) {
    this.tokens = tokens;
    this.#entries = entries;
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

  /** Lexicon hits of a category in text order. Overlapping hits are all given; longer first at one start. */
  hits(category: string): readonly Hit[] {
    if (this.#entries.length === 0) return NO_HITS;
    this.#byCategory ??= lexicon.group(this.#entries);
    return this.#byCategory.get(category) ?? NO_HITS;
  }
}

const NO_HITS: readonly Hit[] = [];
const NOTHING = new Scan(new Int32Array(0), new Int32Array(0));

// Reused between calls: a paragraph's tokens are copied out at the end.
let buffer = new Int32Array(3 * 1024);

/** Scans one paragraph. Never throws; linear in the text. */
export function scan(text: string): Scan {
  const length = text.length;
  if (length === 0) return NOTHING;
  let n = 0;
  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    const kind = classes[code]!;
    if (kind === Token.Han) {
      if (code < 0xd800 || code > 0xdfff) {
        i++;
        continue;
      }
      const next = text.charCodeAt(i + 1);
      if (code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
        // A pair: a rare ideograph (U+20000 and above) or an emoji; neither is a token.
        i += 2;
        continue;
      }
    }
    if (n + 3 > buffer.length) {
      const larger = new Int32Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    const start = i++;
    if (SINGLE[kind] === 0) {
      if (kind === Token.Blank) while (i < length && text.charCodeAt(i) === code) i++;
      else if (kind !== Token.Han) while (i < length && classes[text.charCodeAt(i)] === kind) i++;
    }
    buffer[n] = kind === Token.Han ? Token.Invisible : kind;
    buffer[n + 1] = start;
    buffer[n + 2] = i;
    n += 3;
  }
  return new Scan(buffer.slice(0, n), lexicon.match(text));
}
