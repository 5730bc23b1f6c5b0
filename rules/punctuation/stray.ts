import { defineFact } from '../../engine/facts.ts';
import { NONE } from '../../engine/lists.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan, kindSet, Token } from '../../language/text/scan.ts';

/** What no Chinese sentence has: left by a site that breaks copies, or by a key struck in passing. */
const STRAY = new Characters('`^´¨¦');
const OTHER = kindSet(Token.Other);

const strays = defineFact<readonly Match[]>(
  'stray characters',
  { tokens: [Token.Other] },
  ({ text, scan }) => {
    const found: Match[] = [];
    for (let i = scan.next(OTHER, 0); i < scan.count; i = scan.next(OTHER, i + 1)) {
      const [start, end] = [scan.start(i), scan.end(i)];
      if (!STRAY.at(text, start) || end - start > 1) continue;
      if (isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end))) found.push({ start, end });
    }
    // `代码`: in pairs they set something apart.
    return found.length % 2 === 0 ? NONE : found;
  },
);

/** 营造良好的`宣传氛围: a character that no sentence has, between two others. */
export const stray = defineParagraphRule<Match>({
  id: 'punctuation/stray',
  since: '0.9.0',
  severity: 'warning',

  reads: strays,
  find: (paragraph) => paragraph.fact(strays),

  explain: ({ start }, { text }) => ({
    message: `汉字之间多出一个“${text[start]}”，是误按或网页防复制留下的`,
  }),

  fix: ({ start, end }, { text }) => [
    { title: `删去“${text[start]}”`, edits: [{ start, end, text: '' }], safe: true },
  ],
});
