import type { Document } from '../../engine/document.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { look } from '../../language/layout/layout.ts';
import { official } from '../../language/layout/official.ts';
import { dockets } from './cited/dockets.ts';

interface DateMatch extends Match {
  readonly written: string;
  readonly right?: string;
  readonly docket?: string;
  /** A document of a later year that the text cites. */
  readonly cited?: string;
  /** A mark behind it. */
  readonly mark?: string;
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
    const { start, end, year } = date;
    const written = document.slice(start, end);
    const number =
      docket && /〔((?:19|20)\d\d)〕/.exec(docket.fact(look).length > 0 ? docket.content : '')?.[1];
    if (number && Number(number) !== year && Math.abs(Number(number) - year) <= 3)
      yield { start, end, written, docket: number };
    else if (year >= STANDARD && /[〇零○一二三四五六七八九十]/.test(written))
      yield { start, end, written, right: arabic(written) };
    else {
      const cited = laterDocument(document, date);
      if (cited) yield { start, end, written, cited };
    }
  },

  explain: ({ written, right, docket, cited, mark }) => {
    if (mark) return { message: `成文日期之后不加标点“${mark}”` };
    if (cited)
      return {
        message: `成文日期“${written}”早于文中引用的文件${cited}，请核对`,
        basis: '《党政机关公文处理工作条例》第九条（十二）',
      };
    return docket
      ? { message: `成文日期“${written}”与发文字号的年份〔${docket}〕不符`, basis: 'GB/T 9704—2012 7.2.5' }
      : { message: `成文日期用阿拉伯数字将年、月、日标全：“${written}”应作“${right}”` };
  },

  fix: ({ start, end, right, mark }) =>
    mark
      ? [{ title: '删去标点', edits: [{ start, end, text: '' }], safe: true }]
      : right
        ? [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: true }]
        : [],
});

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

/** 2024.5.8 below an issuer: a date without 年, 月, 日. */
function* figuresAlone({ paragraphs }: Document): Iterable<DateMatch> {
  for (let i = paragraphs.length - 1; i > Math.max(0, paragraphs.length - LAST_LINES); i--) {
    const line = paragraphs[i]!;
    const [written, year, month, day] = FIGURES.exec(line.content) ?? [];
    const issuer = paragraphs[i - 1]!;
    const isSigned = issuer.content.length <= ISSUER && /[\u4e00-\u9fff]$/.test(issuer.content);
    if (written === undefined || !isSigned) continue;
    const start = line.start + line.contentStart;
    const right = `${year}年${Number(month)}月${Number(day)}日`;
    yield { start, end: start + written.length, written, right };
    return;
  }
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
    yield { start: end - 1, end, written: line.content, mark };
    return;
  }
}

const NUMERALS = '〇一二三四五六七八九';

/** 二〇二四年五月二十一日 as 2024年5月21日. */
function arabic(written: string): string {
  return written.replace(/[〇零○一二三四五六七八九十]+/g, (numeral) => {
    const digits = numeral.replace(/[零○]/g, '〇');
    if (!digits.includes('十')) return [...digits].map((digit) => NUMERALS.indexOf(digit)).join('');
    const [tens = '', ones = ''] = digits.split('十');
    return String(
      (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones)),
    );
  });
}
