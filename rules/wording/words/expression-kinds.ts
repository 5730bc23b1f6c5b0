/** What an expression of four characters is made of. */
import type { Words } from '../../../engine/language.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';

/** `word`: 统筹兼顾, one word of the dictionary; `two`: 排查|化解; `led`: 的|排头兵, a word of three that a grammatical character leads in. */
export type ExpressionKind = 'word' | 'two' | 'led';

/** Characters that stand beside anything, grammatical ones and numbers: what they are put in the place of makes other expressions. */
export const GRAMMATICAL = new Characters(
  `的了和在是可由所以等如为对与及或也都就将把被从向于而其之这那该此我你他她它们不有要能会再又还更最很太只仅并但且则即若至到着过给让使得地个些次种项条件第各每某另几两${ONE_TO_TEN}百千万亿年月日时后前中上下内外里`,
);
/** What joins words, and numbers: expressions with these are parts of sentences. */
const JOINING = new Characters(`的了和在是与及或${ONE_TO_TEN}两`);

/** Undefined for what is no expression. */
export function expressionKind(four: string, words: Words): ExpressionKind | undefined {
  if (words.has(four)) return 'word';
  if (words.has(four.slice(0, 2)) && words.has(four.slice(2)))
    return JOINING.isIn(four, 0, four.length) ? undefined : 'two';
  return GRAMMATICAL.at(four, 0) && words.has(four.slice(1)) ? 'led' : undefined;
}
