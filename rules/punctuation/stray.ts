import { defineFact } from '../../engine/facts.ts';
import type { Scan } from '../../engine/language.ts';
import { NONE } from '../../engine/lists.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan, kindSet, Token } from '../../language/text/scan.ts';
import type { Words } from '../../language/text/words.ts';

interface Stray extends Match {
  /** The number of a note that stands no more under the text; an ornament, which might stand for something. */
  readonly kind?: 'note' | 'ornament';
}

/** What no Chinese sentence has: left by a site that breaks copies, or by a key struck in passing. */
const STRAY = new Characters('`^´¨¦');
/** Ornaments that a site sets into words: 推★进. */
const SET_IN = new Characters('★☆◆◇●■▲◎');
const STRAYS = kindSet(Token.Other, Token.Blank);
const DIGITS = kindSet(Token.Digits);

const strays = defineFact<readonly Stray[]>(
  'stray characters',
  { tokens: [Token.Other, Token.Blank, Token.Digits] },
  ({ text, scan, language }) => {
    const found: Stray[] = [];
    const inWords: Stray[] = [];
    for (let i = scan.next(STRAYS, 0); i < scan.count; i = scan.next(STRAYS, i + 1)) {
      const [start, end] = [scan.start(i), scan.end(i)];
      if (end - start > 1) continue;
      if (SET_IN.at(text, start) && partsWord(text, start, language.words))
        inWords.push({ start, end, kind: 'ornament' });
      if (!STRAY.at(text, start)) continue;
      if (isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end))) found.push({ start, end });
    }
    // `代码`: in pairs they set something apart.
    const others = [...inWords, ...noteNumbers(text, scan)];
    return found.length % 2 === 0 ? others : [...found, ...others];
  },
);

/** 各县☆镇: a name is left out. */
const NAMED = new Characters('省市县区州镇乡村街路局级项的为者');

/** 推★进: both sides are one word. */
const partsWord = (text: string, at: number, words: Words) =>
  isHan(text.charCodeAt(at - 1)) &&
  isHan(text.charCodeAt(at + 1)) &&
  !NAMED.at(text, at + 1) &&
  words.has(text[at - 1]! + text[at + 1]!) &&
  !words.isBoundary(text.slice(0, at) + text.slice(at + 1), at);

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
    if (isApart || (text[start - 1] === '”' && text[end] === '的')) found.push({ start, end, kind: 'note' });
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

  explain: ({ start, end, kind }, { text }) => ({
    message:
      kind === 'note'
        ? `引号后面多出“${text.slice(start, end)}”，像是复制时带进来的注释序号`
        : `汉字之间多出一个“${text[start]}”，是误按或网页防复制留下的`,
  }),

  fix: ({ start, end, kind }, { text }) => [
    { title: `删去“${text.slice(start, end)}”`, edits: [{ start, end, text: '' }], safe: kind === undefined },
  ],
});
