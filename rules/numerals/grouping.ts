import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS } from '../../language/text/characters.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

interface Grouping extends Match {
  readonly year: boolean;
  readonly becomes: string;
}

const PARTS = new Characters(DIGITS, ',，.');
const UNITS = new Characters('元人户吨亩家个件项平公万亿');

/** Commas in numbers that are in the wrong place: 2,026年, 12,34,567元. GB/T 15835—2011 5.1.1, 5.1.4. */
export const grouping = defineParagraphRule<Grouping>({
  id: 'numerals/grouping',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15835—2011 5.1.1',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const figure of figuresOf(paragraph, 'grouped')) {
      const { start } = figure;
      if (PARTS.at(text, start - 1)) continue;
      let end = figure.end;
      while (end < start + LONGEST && PARTS.at(text, end)) end++;
      const number = text.slice(start, end);
      if (/^(?:1[89]|20)\d\d$/.test(number.replace(/[,，]/, '')) && /^\d[,，]\d{3}$/.test(number)) {
        if (text[end] === '年')
          yield { start, end, year: true, becomes: number.replace(/[,，]/, ''), severity: 'error' };
        continue;
      }
      // A list of figures has commas, too: only what is grouped by threes but for one place is a number.
      if (
        !UNITS.at(text, end) ||
        !/^\d{1,3}(?:,\d{2,4})+$/.test(number) ||
        /^\d{1,3}(?:,\d{3})+$/.test(number)
      )
        continue;
      if (!/,\d{3}(?:,|$)/.test(number)) continue;
      yield { start, end, year: false, becomes: number.replaceAll(',', '') };
    }
  },

  explain: ({ start, end, year, becomes }, { text }) => ({
    message: year
      ? `“${text.slice(start, end)}年”应为“${becomes}年”：年份不分节`
      : `“${text.slice(start, end)}”分节有误：从个位起每三位一节，或者不分节（${becomes}）`,
    basis: year ? 'GB/T 15835—2011 5.1.4' : 'GB/T 15835—2011 5.1.1',
  }),

  fix: ({ start, end, becomes, year }) => [
    { title: `改为“${becomes}”`, edits: [{ start, end, text: becomes }], safe: year },
  ],
});

const LONGEST = 30;
