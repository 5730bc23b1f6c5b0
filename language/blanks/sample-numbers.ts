/**
 * Numbers that nobody has: 13800000000, 0000-0000000, 123456 behind 邮编. Whoever writes a model types them where the real one
 * belongs.
 */
import { Characters, DIGITS } from '../text/characters.ts';
import type { Certainty, Line, Mark } from './line.ts';
import { sampleAt } from './withheld.ts';

/** What such a number is made of, and no longer than this. */
const NUMBER = new Characters(DIGITS, '-—－');
const LONGEST = 24;

/** 13800000000, 0000-1234567, 0543-0000000: no exchange has them. */
const NOBODYS = /^1[3-9]\d0{8}$|^0{3,4}[-—－]\d{7,8}$|^0\d{2,3}[-—－]0{7,8}$/;
/** 13912345678, 0531-12345678: perhaps somebody's, who likes them. */
const ODD = /^1[3-9]\d12345678$|^0\d{2,3}[-—－]12345678?$/;
/** Digits in a row or one digit again and again: a number only where a label asks for one. */
const LABELS: readonly { readonly label: RegExp; readonly number: RegExp; readonly certainty: Certainty }[] =
  [
    {
      label: /(?:电话|手机|号码|热线|传真|联系方式|座机|账号|帐号|身份证号码?|信用代码)[：:为是]?\s?$/,
      number: /^(?:0{6,18}|1{7,12})$/,
      certainty: 'sure',
    },
    {
      label: /(?:电话|手机|号码|传真|联系方式|座机|账号|帐号|身份证号码?)[：:为是]?\s?$/,
      number: /^(?:1234567(?:8(?:90?)?)?|13800138000)$/,
      certainty: 'possible',
    },
    { label: /(?:邮编|邮政编码)[：:为是]?\s?$/, number: /^(?:0{6}|123456)$/, certainty: 'likely' },
  ];
const LABEL_LENGTH = 8;

/** The whole number around a few of its digits, if it is nobody's. */
export function readSampleNumber(line: Line, at: number): Mark | undefined {
  const { text } = line;
  let start = at;
  while (at - start < LONGEST && NUMBER.at(text, start - 1)) start--;
  let end = at;
  while (end - at < LONGEST && NUMBER.at(text, end)) end++;
  if (/[A-Za-z.．〔第]/.test(text[start - 1] ?? '') || /[A-Za-z.．%元万亿]/.test(text[end] ?? ''))
    return undefined;
  const number = text.slice(start, end);
  const certainty = certaintyOf(number, text.slice(Math.max(0, start - LABEL_LENGTH), start));
  if (!certainty || SHOWN.test(text.slice(Math.max(0, start - SHOWN_REACH), start))) return undefined;
  if (sampleAt(line, start, end)) return undefined;
  return { start, end, certainty };
}

/** 投资000万元, 惠及00个村: noughts in the place of a number; not 500个, 10:00, 007. */
export function readZeros({ text, paragraph }: Line, at: number): Mark | undefined {
  let start = at;
  while (at - start < LONGEST && text[start - 1] === '0') start--;
  if (paragraph.role === 'table' || !/[\u4e00-\u9fff，、]/.test(text[start - 1] ?? '')) return undefined;
  let end = at;
  while (text[end] === '0') end++;
  return { start, end, certainty: 'likely' };
}

function certaintyOf(number: string, left: string): Certainty | undefined {
  if (NOBODYS.test(number)) return 'sure';
  if (ODD.test(number)) return 'possible';
  return LABELS.find((known) => known.label.test(left) && known.number.test(number))?.certainty;
}

/** 如13800000000, 示例：…: the text shows how one is written. */
const SHOWN = /(?:[例比譬]如|如|示例|样例|格式[为是：:])[：:]?[^，。；]{0,6}$/;
const SHOWN_REACH = 12;
