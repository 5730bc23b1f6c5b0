import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { dateWords } from '../../language/dates/dates.ts';
import { Characters } from '../../language/text/characters.ts';
import { HAN_DIGITS } from '../../language/text/numerals.ts';
import { kindSet, Token } from '../../language/text/scan.ts';

interface YearZero extends Match {
  readonly becomes: string;
  /** ○ (U+25CB), which old input methods gave for 〇. */
  readonly circle: boolean;
}

const ZEROS = new Characters('零○OＯ0oО〇');
const WRONG = new Characters('零○OＯ0oО');
const NUMERALS = new Characters(HAN_DIGITS);
const STARTS = new Characters('一二');
const OTHER_ZEROS = kindSet(Token.Digits, Token.Latin, Token.Blank);

/** Years in Chinese numerals: four places that stand together before 年. */
const hanYears = defineFact<readonly Range[]>(
  'years with a doubtful zero',
  { facts: [dateWords], tokens: [Token.Digits, Token.Latin, Token.Blank] },
  (paragraph) => {
    const { scan, text } = paragraph;
    let starts: Set<number> | undefined;
    for (const { start, entry } of paragraph.fact(dateWords))
      if (entry.value === 'han-year' && isDoubtful(text, start)) starts = (starts ?? new Set()).add(start);
    for (let i = scan.next(OTHER_ZEROS, 0), n = scan.count; i < n; i = scan.next(OTHER_ZEROS, i + 1)) {
      const at = scan.start(i);
      if (!WRONG.at(text, at) || scan.end(i) - at > 2) continue;
      for (let start = at - 3; start < at; start++)
        if (isDoubtful(text, start)) starts = (starts ?? new Set()).add(start);
    }
    return starts ? Array.from(starts, (start) => ({ start, end: start + 4 })).sort(byStart) : [];
  },
);

const byStart = (a: Range, b: Range) => a.start - b.start;

/** Whether a year begins at the offset in which a zero is not 〇. */
function isDoubtful(text: string, start: number): boolean {
  return isYear(text, start) && WRONG.isIn(text, start, start + 4);
}

/** Zero in a year written with Chinese numerals: 〇 (U+3007), not 零, ○, O, 0. GB/T 15835—2011 5.2.5. */
export const yearZero = defineParagraphRule<YearZero>({
  id: 'numerals/year-zero',
  since: '0.2.0',
  severity: 'error',
  basis: 'GB/T 15835—2011 5.2.5',

  reads: hanYears,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of paragraph.fact(hanYears)) {
      const becomes = Array.from(text.slice(start, end), (char) => (WRONG.at(char, 0) ? '〇' : char)).join(
        '',
      );
      const circle = !/[零OＯ0oО]/.test(text.slice(start, end));
      yield { start, end: end + 1, becomes, circle, ...(circle ? { severity: 'info' as const } : {}) };
    }
  },

  explain: ({ start, end, becomes, circle }, { text }) => ({
    message: `“${text.slice(start, end)}”应为“${becomes}年”：年份里的零写作“〇”${circle ? '（U+3007），不用形近的圆圈“○”' : ''}`,
  }),

  fix: ({ start, end, becomes }) => [
    { title: `改为“${becomes}年”`, edits: [{ start, end: end - 1, text: becomes }], safe: true },
  ],
});

/** Four numerals and 年, not part of a longer row of them. */
function isYear(text: string, start: number): boolean {
  if (!STARTS.at(text, start) || text[start + 4] !== '年' || NUMERALS.at(text, start - 1)) return false;
  for (let i = start + 1; i < start + 4; i++) if (!NUMERALS.at(text, i) && !ZEROS.at(text, i)) return false;
  return true;
}
