import type { Edit } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import { isHanNumeralAt, readHanNumber } from '../../language/text/numerals.ts';
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
    let last = -1;
    for (const { start, end } of figuresOf(paragraph, 'mixed')) {
      // What stands before a figure and what stands behind it may both be looked at.
      const found = start === last ? undefined : judge(text, start, end);
      if (found) yield found;
      last = start;
    }
  },

  explain: ({ start, end, becomes }, { text }) => ({
    message: `“${text.slice(start, end)}”阿拉伯数字与汉字混写，应为“${becomes}”：除“万”“亿”外不与阿拉伯数字连用`,
  }),

  fix: ({ becomes, edits, severity }) => [{ title: `改为“${becomes}”`, edits, safe: severity !== 'info' }],
});

function judge(text: string, start: number, end: number): MixedNumber | undefined {
  const sign = SIGN_OF_PARTS[text.slice(start - 3, start)];
  if (sign) return ofParts(text, start, end, sign);
  const summed = behindHan(text, start, end) ?? ofTerms(text, start, end);
  return summed ?? (text[end]! in ZEROS ? ofUnit(text, start, end) : withThousands(text, start, end));
}

/** 2百多, 4千元. */
function ofUnit(text: string, start: number, end: number): MixedNumber | undefined {
  if (isPartOfNumber(text, start) || text[start - 1] === '.' || !COUNTED.at(text, end + 1)) return undefined;
  const unit = text[end]!;
  const zeros = ZEROS[unit]!;
  return {
    start,
    end: end + 1,
    becomes: text.slice(start, end) + zeros,
    edits: [{ start: end, end: end + 1, text: zeros }],
    // 5千个: published texts of all sorts have it.
    ...(unit === '千' && text[end + 1] !== '元' ? { severity: 'info' as const } : {}),
  };
}

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
const SIGN_OF_PARTS: Readonly<Record<string, string>> = { 百分之: '%', 千分之: '‰' };

const POINT = new Characters('.．');
const SIGN = new Characters('%％‰');
/** 百分之2.5个点: said of points. */
const OF_POINTS = new ShortList(['个点', '个百分点', '点']);

/** 百分之35 → 35%, 百分之3.5% → 3.5%, 千分之3 → 3‰. */
function ofParts(text: string, start: number, end: number, sign: string): MixedNumber | undefined {
  let to = end;
  if (POINT.at(text, to) && FIGURES.at(text, to + 1)) to = behindFigures(text, to + 1);
  const becomes = `${text.slice(start, to)}${sign}`;
  if (SIGN.at(text, to)) to++;
  if (OF_POINTS.isAt(text, to)) return undefined;
  return { start: start - 3, end: to, becomes, edits: [{ start: start - 3, end: to, text: becomes }] };
}

function behindFigures(text: string, from: number): number {
  let to = from;
  while (FIGURES.at(text, to)) to++;
  return to;
}

const LONGEST_HEAD = 8;

/** 六百50亿元, 十5分钟: the rest of a number that began in Chinese numerals. */
function behindHan(text: string, start: number, end: number): MixedNumber | undefined {
  const unit = TENS[text[start - 1]!];
  // 二千3百人: another unit below the one before.
  const below = TENS[text[end]!];
  const to = below === undefined ? end : end + 1;
  const rest = Number(text.slice(start, end)) * (below ?? 1);
  if (unit === undefined || rest === 0 || rest >= unit || text[start] === '0') return undefined;
  if (!COUNTED.at(text, to) && !GREAT.at(text, to) && text[to] !== '分') return undefined;
  let from = start - 1;
  while (start - from < LONGEST_HEAD && isHanNumeralAt(text, from - 1)) from--;
  const head = readHanNumber(text, from);
  if (head?.end !== start) return undefined;
  const becomes = String(head.value + rest);
  return { start: from, end: to, becomes, edits: [{ start: from, end: to, text: becomes }] };
}

const BEFORE_REST = new Characters('亿万千百');

/** The second half of 3亿5千万 is told with the first. */
function isPartOfNumber(text: string, start: number): boolean {
  return BEFORE_REST.at(text, start - 1);
}
