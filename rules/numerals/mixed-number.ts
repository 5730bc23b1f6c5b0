import type { Edit } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

interface MixedNumber extends Match {
  readonly becomes: string;
  readonly edits: readonly Edit[];
}

const FIGURES = new Characters(DIGITS);
/** What is counted behind 百, 千, 十 where these multiply: 3百人; not 5千克, 3百分, 2十三. */
const COUNTED = new Characters('万元人个名户家件亩斤吨余多只头台套所座条次册份');
const ZEROS: Readonly<Record<string, string>> = { 十: '0', 百: '00', 千: '000' };

/** Numbers half in Arabic, half in Chinese numerals: 2百多, 4千元, 3亿5千万. Only 万 and 亿 may stand so. GB/T 15835—2011 5.3. */
export const mixedNumber = defineParagraphRule<MixedNumber>({
  id: 'numerals/mixed-number',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15835—2011 5.3',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of figuresOf(paragraph, 'mixed')) {
      if (PERCENT.isAt(text, start - 3)) {
        yield ofHundred(text, start, end);
        continue;
      }
      const summed = ofTerms(text, start, end);
      if (summed) {
        yield summed;
        continue;
      }
      const unit = text[end]!;
      const zeros = ZEROS[unit];
      if (zeros === undefined) {
        const found = withThousands(text, start, end);
        if (found) yield found;
      } else if (!isPartOfNumber(text, start) && text[start - 1] !== '.' && COUNTED.at(text, end + 1)) {
        yield {
          start,
          end: end + 1,
          becomes: text.slice(start, end) + zeros,
          edits: [{ start: end, end: end + 1, text: zeros }],
          // 5千个: published texts of all sorts have it.
          ...(unit === '千' && text[end + 1] !== '元' ? { severity: 'info' as const } : {}),
        };
      }
    }
  },

  explain: ({ start, end, becomes }, { text }) => ({
    message: `“${text.slice(start, end)}”阿拉伯数字与汉字混写，应为“${becomes}”：除“万”“亿”外不与阿拉伯数字连用`,
  }),

  fix: ({ becomes, edits, severity }) => [{ title: `改为“${becomes}”`, edits, safe: severity !== 'info' }],
});

/** 3亿5千万 → 3亿5000万, 5万3千 → 5万3000. */
function withThousands(text: string, start: number, end: number): MixedNumber | undefined {
  let to = end + 1;
  while (FIGURES.at(text, to)) to++;
  if (text[to] !== '千' || to - end > 2) return undefined;
  const ofTenThousands = text[end] === '亿' && text[to + 1] === '万';
  if (!ofTenThousands && !(text[end] === '万' && COUNTED.at(text, to + 1))) return undefined;
  const last = ofTenThousands ? to + 2 : to + 1;
  return {
    start,
    end: last,
    becomes: `${text.slice(start, to)}000${text.slice(to + 1, last)}`,
    edits: [{ start: to, end: to + 1, text: '000' }],
  };
}

/** 1千2百万, 3百5十: terms whose units go down by tens. */
function ofTerms(text: string, start: number, end: number): MixedNumber | undefined {
  let total = 0;
  let terms = 0;
  let at = start;
  let unit = Infinity;
  for (let to = end; to - at <= 2; ) {
    const worth = TENS[text[to]!];
    if (worth === undefined || worth >= unit) break;
    total += Number(text.slice(at, to)) * worth;
    unit = worth;
    terms++;
    at = to + 1;
    if (!FIGURES.at(text, at)) break;
    to = at + 1;
  }
  if (terms < 2 || isPartOfNumber(text, start) || !(COUNTED.at(text, at) || GREAT.at(text, at)))
    return undefined;
  const becomes = String(total);
  return { start, end: at, becomes, edits: [{ start, end: at, text: becomes }] };
}

const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GREAT = new Characters('万亿');
const PERCENT = new ShortList(['百分之']);

/** 百分之35 → 35%. */
function ofHundred(text: string, start: number, end: number): MixedNumber {
  const becomes = `${text.slice(start, end)}%`;
  return { start: start - 3, end, becomes, edits: [{ start: start - 3, end, text: becomes }] };
}

const BEFORE_REST = new Characters('亿万千百');

/** The second half of 3亿5千万 is told with the first. */
function isPartOfNumber(text: string, start: number): boolean {
  return BEFORE_REST.at(text, start - 1);
}
