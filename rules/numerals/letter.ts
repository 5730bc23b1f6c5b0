import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS, LETTERS } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

interface Letter extends Match {
  readonly becomes: string;
}

const FIGURES = new Characters(DIGITS);
const PARTS = new Characters(DIGITS, 'OoОlI.．');
const CODE = new Characters(LETTERS, '-/_.');
const UNITS = new Characters('年月日%％万亿元个人户吨亩名家项公米平千件次处座套所台辆头只条');

/** Letters O and l in numbers: 1O%, 2O24年. */
export const letter = defineParagraphRule<Letter>({
  id: 'numerals/letter',
  since: '0.2.0',
  severity: 'error',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    let done = 0;
    for (const { start: at } of figuresOf(paragraph, 'letter')) {
      if (at < done) continue;
      let start = at;
      while (start > at - 3 && PARTS.at(text, start - 1)) start--;
      let end = at;
      while (end < at + 12 && PARTS.at(text, end)) end++;
      done = end;
      if (!isNumber(text, start, end)) continue;
      const number = text.slice(start, end);
      yield { start, end, becomes: number.replace(/[OoО]/g, '0').replace(/[lI]/g, '1').replace('．', '.') };
    }
  },

  explain: ({ start, end, becomes }, { text }) => ({
    message: `“${text.slice(start, end)}”里混入了字母（${lettersOf(text.slice(start, end))}），应为“${becomes}”`,
  }),

  fix: ({ start, end, becomes }) => [
    { title: `改为“${becomes}”`, edits: [{ start, end, text: becomes }], safe: true },
  ],
});

/** Whether a run of figures and letters is a number: a code has letters of its own, H2O has one before; a number has a unit behind. */
function isNumber(text: string, start: number, end: number): boolean {
  if (!UNITS.at(text, end) || CODE.at(text, start - 1) || !FIGURES.isIn(text, start, end)) return false;
  if (!isHan(text.charCodeAt(start - 1)) && !/[\s，。、；：“（]/.test(text[start - 1] ?? ' ')) return false;
  const number = text.slice(start, end);
  // O2O平台: online to offline.
  return /\d/.test(number) && !/^O2O$/i.test(number) && /^[\dOoОlI]+(?:[.．][\dOoО]+)?$/.test(number);
}

function lettersOf(number: string): string {
  return [...new Set(number.replace(/[\d.．]/g, ''))].join('、');
}
