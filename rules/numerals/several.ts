import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { readDigits, writeHanNumber } from '../../language/text/numerals.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

/** 几 of 几乎, 几何 belongs to what follows. */
const NOT_SEVERAL = new Characters('乎何内率');

interface Several extends Match {
  readonly becomes: string;
}

/** Digits before 几: 10几个 is 十几个. GB/T 15835—2011 4.2.2. */
export const several = defineParagraphRule<Several>({
  id: 'numerals/several',
  since: '0.2.0',
  severity: 'error',
  basis: 'GB/T 15835—2011 4.2.2',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of figuresOf(paragraph, 'several')) {
      const value = readDigits(text.slice(start, end));
      if (NOT_SEVERAL.at(text, end + 1) || value < 10 || value % 10 !== 0) continue;
      yield { start, end: end + 1, becomes: writeHanNumber(value) };
    }
  },

  explain: ({ start, end, becomes }, { text }) => ({
    message: `“${text.slice(start, end)}”应为“${becomes}几”：含“几”的概数用汉字`,
  }),

  fix: ({ start, end, becomes }) => [
    {
      title: `改为“${becomes}几”`,
      edits: [{ start, end: end - 1, text: becomes }],
      safe: becomes !== '' && !/\d/.test(becomes),
    },
  ],
});
