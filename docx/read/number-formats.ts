/**
 * Numbers as Word writes them: `w:numFmt` (ISO/IEC 29500-1 17.18.59; where Word goes its own way, [MS-OI29500] 2.1.540, with the first
 * numbers of each format in [MS-DOCX] 2.4). What is not known here is written in Arabic digits, as Word does with values beyond
 * a format's reach.
 *
 *     formatNumber(11, 'chineseCounting') = '十一'     formatNumber(3, 'decimalEnclosedCircle') = '③'
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const HAN = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ZERO = '○';

/** Digits and the words for ten, hundred, thousand and ten thousand. */
interface HanNumerals {
  readonly digits: string;
  readonly units: readonly [ten: string, hundred: string, thousand: string, tenThousand: string];
  /** Said once for all places left out: 一百〇一; empty where they are not told: 百一. */
  readonly zero: string;
  /** One before a unit: never (百), or by its place: 十 alone at the beginning, 一百. */
  readonly one: 'never' | 'not before ten' | 'always';
}

const COUNTING: HanNumerals = {
  digits: HAN,
  units: ['十', '百', '千', '万'],
  zero: '〇',
  one: 'not before ten',
};
const JAPANESE: HanNumerals = { digits: HAN, units: ['十', '百', '千', '万'], zero: '', one: 'never' };
const LEGAL: HanNumerals = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['拾', '佰', '仟', '万'],
  zero: '零',
  one: 'always',
};
const LEGAL_TRADITIONAL: HanNumerals = {
  digits: '零壹貳參肆伍陸柒捌玖',
  units: ['拾', '佰', '仟', '萬'],
  zero: '零',
  one: 'always',
};
const TAIWANESE: HanNumerals = { ...COUNTING, units: ['十', '百', '千', '萬'], zero: '零' };
const JAPANESE_LEGAL: HanNumerals = {
  digits: '〇壱弐参四伍六七八九',
  units: ['拾', '百', '阡', '萬'],
  zero: '',
  one: 'always',
};

const FORMATS: Readonly<Record<string, (n: number, language: string) => string | undefined>> = {
  none: () => '',
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  numberInDash: (n) => `- ${n} -`,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => oneOf(n, 0x2488, 20),
  decimalEnclosedParen: (n) => oneOf(n, 0x2474, 20),
  // In brackets in Word, ㈠, whatever the name says.
  ideographEnclosedCircle: (n) => oneOf(n, 0x3220, 10),
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  koreanDigital2: (n) => digits(n).replaceAll('〇', '零'),
  taiwaneseDigital: (n) => digits(n).replaceAll('〇', ZERO),
  chineseCounting: (n) => (n < 100 ? words(n, COUNTING) : digits(n).replaceAll('〇', ZERO)),
  taiwaneseCounting: (n) => (n < 100 ? words(n, TAIWANESE) : digits(n).replaceAll('〇', ZERO)),
  chineseCountingThousand: (n) => words(n, COUNTING),
  taiwaneseCountingThousand: (n) => words(n, TAIWANESE),
  japaneseCounting: (n) => words(n, JAPANESE),
  chineseLegalSimplified: (n) => words(n, LEGAL),
  ideographLegalTraditional: (n) => words(n, LEGAL_TRADITIONAL),
  japaneseLegal: (n) => words(n, JAPANESE_LEGAL),
  ideographTraditional: (n) => STEMS[n - 1],
  ideographZodiac: (n) => BRANCHES[n - 1],
  ideographZodiacTraditional: (n) =>
    n > 0 && n <= 60 ? `${STEMS[(n - 1) % 10]}${BRANCHES[(n - 1) % 12]}` : undefined,
  upperLetter: letters,
  lowerLetter: (n) => letters(n)?.toLowerCase(),
  upperRoman: roman,
  lowerRoman: (n) => roman(n)?.toLowerCase(),
  ordinal: (n, language) => `${n}${/^en\b/i.test(language) ? ordinalEnding(n) : '.'}`,
  cardinalText: (n, language) => (/^zh\b/i.test(language) ? words(n, COUNTING) : undefined),
  ordinalText: (n, language) => (/^zh\b/i.test(language) ? `第${words(n, COUNTING) ?? n}` : undefined),
  hex: (n) => n.toString(16).toUpperCase(),
};

export interface NumberOptions {
  /** `w:format` of `w:numFmt w:val="custom"`: `001, 002, 003, …` */
  readonly custom?: string | undefined;
  /** Of the document, for what is said in words. */
  readonly language?: string | undefined;
}

export function formatNumber(
  n: number,
  format: string,
  { custom = '', language = 'en-US' }: NumberOptions = {},
): string {
  if (format === 'custom') return String(n).padStart(/^0*\d/.exec(custom)?.[0].length ?? 1, '0');
  return FORMATS[format]?.(n, language) ?? String(n);
}

function fullWidth(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function oneOf(n: number, first: number, count: number): string | undefined {
  return n >= 1 && n <= count ? String.fromCharCode(first + n - 1) : undefined;
}

/** ① to ㊿, which stand in three rows of Unicode. */
function circled(n: number): string | undefined {
  return oneOf(n, 0x2460, 20) ?? oneOf(n - 20, 0x3251, 15) ?? oneOf(n - 35, 0x32b1, 15);
}

function digits(n: number): string {
  return String(n).replace(/\d/g, (digit) => HAN[Number(digit)]!);
}

/** A…Z, AA, BB, … as Word counts on. */
function letters(n: number): string | undefined {
  return n >= 1 && n <= 26 * 30 ? LETTERS[(n - 1) % 26]!.repeat(Math.ceil(n / 26)) : undefined;
}

function roman(n: number): string | undefined {
  if (n < 1 || n > 3999) return undefined;
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let out = '';
  for (const [value, sign] of signs) {
    for (; n >= value; n -= value) out += sign;
  }
  return out;
}

function ordinalEnding(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

/** 一百〇一, 壹佰零壹, 百一. Undefined for 0 and beyond 99,999,999. */
function words(n: number, numerals: HanNumerals): string | undefined {
  if (n < 1 || n > 99_999_999) return undefined;
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  if (high === 0) return belowTenThousand(low, numerals, true);
  const gap = low > 0 && low < 1000 ? numerals.zero : '';
  const rest = low === 0 ? '' : belowTenThousand(low, numerals, false);
  return `${belowTenThousand(high, numerals, true)}${numerals.units[3]}${gap}${rest}`;
}

function belowTenThousand(n: number, { digits, units, zero, one }: HanNumerals, first: boolean): string {
  let out = '';
  let skipped = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      skipped ||= out !== '';
      continue;
    }
    if (skipped) out += zero;
    skipped = false;
    const silent =
      digit === 1 &&
      place > 0 &&
      (one === 'never' || (one === 'not before ten' && place === 1 && out === '' && first));
    out += `${silent ? '' : digits[digit]}${place > 0 ? units[place - 1] : ''}`;
  }
  return out;
}
