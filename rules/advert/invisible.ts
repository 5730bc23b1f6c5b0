import { defineFact } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { isHan, kindSet, Token, tokenOf } from '../../language/text/scan.ts';

type Kind = 'zero-width' | 'control' | 'line-break' | 'private' | 'replacement' | 'nbsp';

interface InvisibleMatch extends Match {
  readonly kind: Kind;
}

const unseen = defineFact<readonly InvisibleMatch[]>(
  'invisible characters',
  { tokens: [Token.Invisible, Token.Space] },
  ({ scan, text }) => {
    const found: InvisibleMatch[] = [];
    const kinds = text.includes('\u00a0') ? INVISIBLE_OR_SPACE : INVISIBLE;
    for (let i = scan.next(kinds, 0), n = scan.count; i < n; i = scan.next(kinds, i + 1)) {
      const start = scan.start(i);
      const end = scan.end(i);
      if (scan.kind(i) === Token.Invisible) readRun(text, start, end, found);
      else if (
        isOnlyNbsp(text, start, end) &&
        isHan(text.charCodeAt(start - 1)) &&
        isHan(text.charCodeAt(end))
      )
        found.push({ start, end, kind: 'nbsp' });
    }
    return found;
  },
);

const INVISIBLE = kindSet(Token.Invisible);
const INVISIBLE_OR_SPACE = kindSet(Token.Invisible, Token.Space);

/** Characters that nobody sees and every later processing trips over. */
export const invisible = defineParagraphRule<InvisibleMatch>({
  id: 'advert/invisible',
  severity: 'warning',

  reads: unseen,
  find: (paragraph) => paragraph.fact(unseen),

  explain({ start, end, kind }, { text }) {
    const codes = [...new Set(codePoints(text.slice(start, end)))].join('、');
    return { message: MESSAGES[kind](codes) };
  },

  fix({ start, end, kind }, paragraph) {
    return FIXES[kind].map(({ title, text, safe }) => ({
      title,
      edits: [{ start, end, text: text(paragraph, end - start) }],
      safe,
    }));
  },
});

const MESSAGES: Readonly<Record<Kind, (codes: string) => string>> = {
  'zero-width': (codes) => `此处有看不见的零宽字符（${codes}），会妨碍查找、比对和排版`,
  control: (codes) => `此处有控制字符（${codes}），不能印出`,
  'line-break': (codes) => `此处有非常规的换行字符（${codes}），多数软件不作换行处理`,
  private: (codes) => `此处是私用区字符（${codes}），换一种字体即不显示：原为特殊符号或生僻字，须查原文改回`,
  replacement: (codes) => `此处的字符在转码时丢失（${codes}），须查原文补上`,
  nbsp: (codes) => `汉字之间有不间断空格（${codes}），为网页复制的残留`,
};

interface Replacement {
  readonly title: string;
  /** What takes the place of a run of `length` characters. */
  readonly text: (paragraph: Paragraph, length: number) => string;
  readonly safe: boolean;
}

/** What is lost or not known (私用区, �) only the writer can put back. */
const FIXES: Readonly<Record<Kind, readonly Replacement[]>> = {
  'zero-width': [{ title: '删去零宽字符', text: () => '', safe: true }],
  control: [{ title: '删去控制字符', text: () => '', safe: true }],
  'line-break': [{ title: '改为正常换行', text: (p) => p.break || '\n', safe: true }],
  private: [],
  replacement: [],
  nbsp: [
    // Some blanks between Han are wanted (第一章 总则): the look stays, the odd character goes.
    { title: '换成普通空格', text: (_, length) => ' '.repeat(length), safe: true },
    { title: '删去空格', text: () => '', safe: false },
  ],
};

/** A run of invisible characters, cut where the kind changes; what a visible neighbour needs is no finding. */
function readRun(text: string, from: number, to: number, found: InvisibleMatch[]): void {
  let start = from;
  while (start < to) {
    const kind = kindAt(text, start);
    let end = start + 1;
    while (end < to && kindAt(text, end) === kind) end++;
    if (kind) found.push({ start, end, kind });
    start = end;
  }
}

function kindAt(text: string, i: number): Kind | undefined {
  const code = text.charCodeAt(i);
  if (code === 0x0b || code === 0x85 || code === 0x2028 || code === 0x2029) return 'line-break';
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return 'control';
  if (code >= 0xe000 && code <= 0xf8ff) return 'private';
  if (code === 0xfffd || code === 0xfffc || (code >= 0xd800 && code <= 0xdfff)) return 'replacement';
  // Joiners and variation selectors are parts of emoji (after a surrogate) and of symbols such as ☎️.
  const joins = code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
  if (joins && i > 0 && isSymbol(text.charCodeAt(i - 1))) return undefined;
  // Variants of a Han character are chosen by the first selectors.
  if (code >= 0xfe00 && code <= 0xfe0d) return undefined;
  return 'zero-width';
}

/** What a joiner or selector can belong to: half of an emoji, a symbol, another selector. */
function isSymbol(code: number): boolean {
  const token = tokenOf(code);
  return (
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    token === Token.Other ||
    token === Token.Blank
  );
}

function isOnlyNbsp(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== 0xa0) return false;
  return true;
}

function codePoints(text: string): string[] {
  return Array.from(text, (char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}
