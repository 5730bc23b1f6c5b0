import { defineFact } from '../../engine/facts.ts';
import type { Scan } from '../../engine/language.ts';
import { NONE } from '../../engine/lists.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan, kindSet, Token } from '../../language/text/scan.ts';

interface Stray extends Match {
  /** The number of a note that stands no more under the text. */
  readonly note?: true;
}

/** What no Chinese sentence has: left by a site that breaks copies, or by a key struck in passing. */
const STRAY = new Characters('`^´¨¦');
const OTHER = kindSet(Token.Other);
const DIGITS = kindSet(Token.Digits);

const strays = defineFact<readonly Stray[]>(
  'stray characters',
  { tokens: [Token.Other, Token.Digits] },
  ({ text, scan }) => {
    const found: Stray[] = [];
    for (let i = scan.next(OTHER, 0); i < scan.count; i = scan.next(OTHER, i + 1)) {
      const [start, end] = [scan.start(i), scan.end(i)];
      if (!STRAY.at(text, start) || end - start > 1) continue;
      if (isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end))) found.push({ start, end });
    }
    // `代码`: in pairs they set something apart.
    const notes = noteNumbers(text, scan);
    return found.length % 2 === 0 ? notes : [...found, ...notes];
  },
);

/** “安全第一，预防为主”1的思想: no figure stands before 的. */
function noteNumbers(text: string, scan: Scan): readonly Stray[] {
  const found: Stray[] = [];
  for (let i = scan.next(DIGITS, 0); i < scan.count; i = scan.next(DIGITS, i + 1)) {
    const [start, end] = [scan.start(i), scan.end(i)];
    if (end - start > NOTE) continue;
    // 8000多万党员 1 的大党: set apart, as the converter of a print does.
    const isApart =
      text[start - 1] === ' ' &&
      text[end] === ' ' &&
      text[end + 1] === '的' &&
      isHan(text.charCodeAt(start - 2));
    if (isApart || (text[start - 1] === '”' && text[end] === '的')) found.push({ start, end, note: true });
  }
  return found.length === 0 ? NONE : found;
}
/** The number of a note has so many digits at most. */
const NOTE = 2;

/** 营造良好的`宣传氛围: a character that no sentence has, between two others; and the number of a note, “……”1的. */
export const stray = defineParagraphRule<Stray>({
  id: 'punctuation/stray',
  since: '0.9.0',
  severity: 'warning',

  reads: strays,
  find: (paragraph) => paragraph.fact(strays),

  explain: ({ start, end, note }, { text }) => ({
    message: note
      ? `引号后面多出“${text.slice(start, end)}”，像是复制时带进来的注释序号`
      : `汉字之间多出一个“${text[start]}”，是误按或网页防复制留下的`,
  }),

  fix: ({ start, end, note }, { text }) => [
    { title: `删去“${text.slice(start, end)}”`, edits: [{ start, end, text: '' }], safe: note === undefined },
  ],
});
