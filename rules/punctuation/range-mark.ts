import type { Range } from '../../engine/finding.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS } from '../../language/text/characters.ts';

interface RangeMark extends Match {
  readonly places: readonly Range[];
}

/** Years of four digits at either end: 2021-2025年. */
const YEARS = /^(?:19|20)\d\d[^\d](?:19|20)\d\d年/;

/** 2月3日-10日, 3月-5月. */
const DAYS = /^[日月][^\d]{1,6}\d{1,2}[日月]/;

const FIGURES = new Characters(DIGITS);
const FIGURE_PARTS = new Characters(DIGITS, '.,%年月日时点');
const UNITS = new Characters('年月日时点%％个人名天次家户元万亿米吨里岁倍度小公');
const LETTERS = /[A-Za-z/.\-—:：]/;

/** Hyphens and other lines in ranges of figures and times: GB/T 15834—2011 4.13.3.2 has — and ～ there. Both are right. */
export const rangeMark = defineParagraphRule<RangeMark>({
  id: 'punctuation/range-mark',
  since: '0.2.0',
  severity: 'hint',
  basis: 'GB/T 15834—2011 4.13.3.2',

  reads: places,
  among: ofKind('dash'),
  *find(paragraph) {
    const ranges = placesOf(paragraph, 'dash').filter((place) => isRange(paragraph, place));
    for (const all of gather(ranges)) {
      const { start, end } = all[0]!;
      const isYears = YEARS.test(paragraph.text.slice(start - 4, end + 5));
      const isDays = DAYS.test(paragraph.text.slice(start - 1, end + 3));
      yield { start, end, places: all, ...((isYears || isDays) && { severity: 'info' as const }) };
    }
  },

  explain({ places, start, end }, { text }) {
    return {
      message: `起止之间用一字线“—”或浪纹线“～”，此处是“${text.slice(start, end)}”${places.length > 1 ? `，本段共 ${places.length} 处` : ''}`,
      evidence: alsoHere(places, '此处同'),
    };
  },

  fix: ({ places }) => [
    {
      title: '改为一字线“—”',
      edits: places.map(({ start, end }) => ({ start, end, text: '—' })),
      safe: false,
    },
  ],
});

/** 6月7日----6月20日: hyphens that were typed until the line was long enough. */
function isRowOfHyphens(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_ROW && DATE_ENDS.at(text, start - 1) && !NO_HYPHEN.isIn(text, start, end);
}

const LONGEST_ROW = 6;
const DATE_ENDS = new Characters('年月日时');
const NO_HYPHEN = new Characters('—―─–~');

/** 8:30--17:30: times of the day, whose hyphens were doubled. */
function isBetweenTimes(text: string, start: number, end: number): boolean {
  return (
    end - start === 2 &&
    !NO_HYPHEN.isIn(text, start, end) &&
    TIME_BEFORE.test(text.slice(Math.max(0, start - TIME), start)) &&
    TIME_BEHIND.test(text.slice(end, end + TIME))
  );
}

const TIME = 5;
const TIME_BEFORE = /\d[:：]\d\d$/;
const TIME_BEHIND = /^\d{1,2}[:：]\d\d?/;

/** Two figures that are counted or of the calendar: 2021-2025年, 5%-10%; not a telephone number, a code, a date 2024-05-01. */
function isRange({ text }: Paragraph, { start, end }: Range): boolean {
  if (isBetweenTimes(text, start, end)) return true;
  if (text[start] === '—' || (end - start !== 1 && !isRowOfHyphens(text, start, end))) return false;
  if (!FIGURE_PARTS.at(text, start - 1) || !FIGURES.at(text, end)) return false;
  let to = end;
  while (to < end + 8 && (FIGURES.at(text, to) || text[to] === '.')) to++;
  if (!UNITS.at(text, to)) return false;
  let from = start;
  while (from > start - 8 && FIGURE_PARTS.at(text, from - 1)) from--;
  return from < start && to - end <= 5 && !LETTERS.test(text[from - 1] ?? '');
}
