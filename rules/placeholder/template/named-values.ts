/** Values that a template names in words, without a bracket: 约具体人数人, 村名村位于…. Offsets are relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Match } from '../../../engine/rule.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';

const VALUES = wordList('placeholder.named-values');

export interface NamedValue extends Match {
  readonly name: string;
}

/** 具体|村民小组|数量个: what is counted stands between the two. */
const EXACT = /具体[\u4e00-\u9fff]{0,6}$/;
const REACH = 8;
const UNIT = /(?:平方公里|平方米|公里|公顷|万亩|[万亿]?元|.)$/;
/** 人数人均: the unit is the beginning of a word. */
const GOES_ON = new Characters('均员口次月年旦');
const HEADS = new Characters('，。；：《“');
/** What is said of a place. */
const PLACED = /^(?:位于|地处|现有|共有|辖|党|支|委|始终|坚持|全|总|距|由|是|[，、20])/;

export const namedValues = defineFact<readonly NamedValue[]>(
  'named values',
  { words: [VALUES] },
  (paragraph) => {
    const { text, contentStart } = paragraph;
    return readHits(paragraph.hits(VALUES), ({ start, end, entry: { word, value } }) => {
      if (value === 'name') {
        const to = start + word.indexOf('名') + 1;
        const heads = start === contentStart || HEADS.at(text, start - 1);
        return heads && PLACED.test(text.slice(end, end + 2)) ? named(text, start, to) : undefined;
      }
      const exact = EXACT.exec(text.slice(Math.max(0, start - REACH), start))?.[0];
      if (exact === undefined || GOES_ON.at(text, end)) return undefined;
      return named(text, start - exact.length, end - UNIT.exec(word)![0].length);
    });
  },
);

const named = (text: string, start: number, end: number): NamedValue => ({
  start,
  end,
  name: text.slice(start, end),
});
