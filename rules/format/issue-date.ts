import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { dates } from '../../language/dates/dates.ts';
import { isSignature, official, type SigningDate } from '../../language/layout/official.ts';
import { HAN_DIGITS, ONE_TO_NINE, ONE_TO_TEN } from '../../language/text/numerals.ts';
import { dockets } from './cited/dockets.ts';

type DateFault =
  /** 二〇二四年, 2024.5.8: what it should be. */
  | { readonly is: 'form'; readonly right: string }
  /** The year that the document's own number bears. */
  | { readonly is: 'docket'; readonly number: string }
  /** A document of a later year that the text cites. */
  | { readonly is: 'cited'; readonly number: string }
  /** 截至6月30日已完成…, after the day of signing. */
  | { readonly is: 'as-of'; readonly on: Range; readonly written: string }
  /** It was printed before it was signed. */
  | { readonly is: 'printed'; readonly on: Range; readonly written: string }
  /** 2026年1月: the day is missing. */
  | { readonly is: 'day' }
  /** A mark behind it. */
  | { readonly is: 'mark'; readonly mark: string };

interface DateMatch extends Match {
  readonly written: string;
  readonly fault: DateFault;
}

/** Before it, dates of documents were written in Chinese numerals. */
const STANDARD = 2013;

/** 成文日期: in Arabic numerals, and of the year that the document's number bears. */
export const issueDate = defineDocumentRule<DateMatch>({
  id: 'format/issue-date',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.3.5.4',

  *find(document) {
    yield* endMark(document);
    const { date, docket } = document.model(official);
    if (!date) {
      yield* figuresAlone(document);
      return;
    }
    const fault = faultOf(document, date, docket);
    const { start, end } = date;
    if (fault) yield { start, end, written: document.slice(start, end), fault };
  },

  explain({ written, fault }) {
    switch (fault.is) {
      case 'day':
        return { message: `成文日期“${written}”缺日：年、月、日要标全` };
      case 'mark':
        return { message: `成文日期之后不加标点“${fault.mark}”` };
      case 'cited':
        return {
          message: `成文日期“${written}”早于文中引用的文件${fault.number}，请核对`,
          basis: '《党政机关公文处理工作条例》第九条（十二）',
        };
      case 'docket':
        return {
          message: `成文日期“${written}”与发文字号的年份〔${fault.number}〕不符`,
          basis: 'GB/T 9704—2012 7.2.5',
        };
      case 'printed':
        return {
          message: `成文日期“${written}”晚于印发日期“${fault.written}”，请核对`,
          basis: 'GB/T 9704—2012 7.4.3',
          evidence: [{ ...fault.on, message: '印发日期' }],
        };
      case 'as-of':
        return {
          message: `成文日期“${written}”早于正文所说的“${fault.written}”，请核对`,
          basis: '《党政机关公文处理工作条例》第九条（十二）',
          evidence: [{ ...fault.on, message: `正文统计到“${fault.written}”` }],
        };
      case 'form':
        return { message: `成文日期用阿拉伯数字将年、月、日标全：“${written}”应作“${fault.right}”` };
    }
  },

  fix({ start, end, fault }) {
    if (fault.is === 'mark') return [{ title: '删去标点', edits: [{ start, end, text: '' }], safe: true }];
    if (fault.is !== 'form') return [];
    const { right } = fault;
    return [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: true }];
  },
});

/** A number of so many years before or after may be that of another document. */
const FAR = 3;

function faultOf(
  document: Document,
  date: SigningDate,
  docket: Paragraph | undefined,
): DateFault | undefined {
  const { start, end, year } = date;
  const written = document.slice(start, end);
  const number = docket && /〔((?:19|20)\d\d)〕/.exec(docket.content)?.[1];
  if (number && Number(number) !== year && Math.abs(Number(number) - year) <= FAR)
    return { is: 'docket', number };
  if (year >= STANDARD && /[〇零○一二三四五六七八九十]/.test(written))
    return { is: 'form', right: arabic(written) };
  const cited = laterDocument(document, date);
  if (cited !== undefined) return { is: 'cited', number: cited };
  return countedLater(document, date) ?? printedBefore(document, date);
}

/** Behind 截至6月30日: what had been done by then. */
const DONE = /^[^。；未]{0,40}?(?:已|共|累计|完成|达)/;
const UNTIL = /截[至止](?:今年)?$/;

/** A report counts up to a day that comes after its own date. */
function countedLater(document: Document, date: SigningDate): DateFault | undefined {
  const { genre } = document.model(official);
  if ((genre !== '报告' && genre !== '通报') || !date.month || !date.day) return undefined;
  for (const paragraph of document.paragraphsWith(dates)) {
    if (paragraph.start > date.start) return undefined;
    for (const { start, end, year, month, day } of paragraph.fact(dates)) {
      const { text } = paragraph;
      if (!month || !day || (year && year.value !== date.year)) continue;
      if (!UNTIL.test(text.slice(Math.max(0, start - 4), start)) || !DONE.test(text.slice(end, end + 44)))
        continue;
      if (inOrder(date.year, month.value, day.value) <= inOrder(date.year, date.month, date.day)) continue;
      const on = { start: paragraph.start + start, end: paragraph.start + end };
      return { is: 'as-of', on, written: text.slice(start, end) };
    }
  }
  return undefined;
}

/** 2026年5月8日印发 in the last lines. */
const PRINTED = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日印发$/;

function printedBefore({ paragraphs }: Document, date: SigningDate): DateFault | undefined {
  if (date.month === undefined || date.day === undefined) return undefined;
  for (const { text, start, contentEnd, index } of paragraphs.slice(-LAST_LINES)) {
    if (index <= date.paragraph.index || !text.startsWith('印发', contentEnd - 2)) continue;
    const [written = '', year, month, day] = PRINTED.exec(text.slice(0, contentEnd)) ?? [];
    if (
      written === '' ||
      inOrder(Number(year), Number(month), Number(day)) >= inOrder(date.year, date.month, date.day)
    )
      continue;
    const on = { start: start + contentEnd - written.length, end: start + contentEnd };
    return { is: 'printed', on, written: written.slice(0, -2) };
  }
  return undefined;
}

const inOrder = (year: number, month: number, day: number) => (year * 100 + month) * 100 + day;

/** 〔2026〕6号 cited above a date of 2025; undefined where all that is cited was there by then. */
function laterDocument(
  document: Document,
  date: { readonly start: number; readonly year: number },
): string | undefined {
  for (const paragraph of document.paragraphsWith(dockets)) {
    if (paragraph.start > date.start) return undefined;
    for (const { start, end, year } of paragraph.fact(dockets))
      if (year > date.year) return paragraph.text.slice(start, end);
  }
  return undefined;
}

/** How many of the last lines a date may stand in, and how long the issuer above it is. */
const LAST_LINES = 8;
const ISSUER = 24;
const FIGURES = /^((?:19|20)\d\d)[.．/-](0?[1-9]|1[0-2])[.．/-](0?[1-9]|[12]\d|3[01])$/;

/** How far from the end a signature may stand, where attachments follow it. */
const SIGNED = 30;

/** 2024.5.8 below an issuer: a date without 年, 月, 日. */
function* figuresAlone({ paragraphs }: Document): Iterable<DateMatch> {
  for (let i = paragraphs.length - 1; i > Math.max(0, paragraphs.length - SIGNED); i--) {
    const line = paragraphs[i]!;
    const issuer = paragraphs[i - 1]!;
    const other = isSignature(issuer) ? otherForm(line) : undefined;
    if (other) {
      yield other;
      return;
    }
    const [written, year, month, day] = FIGURES.exec(line.content) ?? [];
    const isSigned =
      i > paragraphs.length - LAST_LINES
        ? issuer.content.length <= ISSUER && /[\u4e00-\u9fff]$/.test(issuer.content)
        : isSignature(issuer);
    if (written === undefined || !isSigned) continue;
    const start = line.start + line.contentStart;
    const right = `${year}年${Number(month)}月${Number(day)}日`;
    yield { start, end: start + written.length, written, fault: { is: 'form', right } };
    return;
  }
}

const MONTH = /^(?:19|20)\d\d年\d{1,2}月$/;
/** 二〇二六年元月九日, which no calendar reads. */
const FIRST_MONTH = new RegExp(`^([〇零○${ONE_TO_NINE}]{4}年)元月([${ONE_TO_TEN}]{1,3}日)$`);

function otherForm({ content, start, contentStart }: Paragraph): DateMatch | undefined {
  const range = { start: start + contentStart, end: start + contentStart + content.length, written: content };
  if (MONTH.test(content)) return { ...range, fault: { is: 'day' } };
  const [, year = '', day = ''] = FIRST_MONTH.exec(content) ?? [];
  return year === '' ? undefined : { ...range, fault: { is: 'form', right: arabic(`${year}一月${day}`) } };
}

const MARKED = /^(?:19|20)\d\d年\d{1,2}月\d{1,2}日([。．，；、.,;])$/;

/** 2024年5月8日。 below an issuer. */
function* endMark({ paragraphs }: Document): Iterable<DateMatch> {
  for (let i = paragraphs.length - 1; i > Math.max(0, paragraphs.length - LAST_LINES); i--) {
    const line = paragraphs[i]!;
    const mark = MARKED.exec(line.content)?.[1];
    const issuer = paragraphs[i - 1]!;
    if (mark === undefined || issuer.content.length > ISSUER || !/[\u4e00-\u9fff]$/.test(issuer.content))
      continue;
    const end = line.start + line.contentEnd;
    yield { start: end - 1, end, written: line.content, fault: { is: 'mark', mark } };
    return;
  }
}

/** 二〇二四年五月二十一日 as 2024年5月21日. */
function arabic(written: string): string {
  return written.replace(/[〇零○一二三四五六七八九十]+/g, (numeral) => {
    const digits = numeral.replace(/[零○]/g, '〇');
    if (!digits.includes('十')) return [...digits].map((digit) => HAN_DIGITS.indexOf(digit)).join('');
    const [tens = '', ones = ''] = digits.split('十');
    return String(
      (tens === '' ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones)),
    );
  });
}
