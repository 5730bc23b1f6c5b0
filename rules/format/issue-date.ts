import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { look } from '../../language/layout/layout.ts';
import { official } from '../../language/layout/official.ts';

interface DateMatch extends Match {
  readonly written: string;
  readonly right?: string;
  readonly docket?: string;
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
    const { date, docket } = document.model(official);
    if (!date) return;
    const { start, end, year } = date;
    const written = document.slice(start, end);
    const number =
      docket && /〔((?:19|20)\d\d)〕/.exec(docket.fact(look).length > 0 ? docket.content : '')?.[1];
    if (number && Number(number) !== year && Math.abs(Number(number) - year) <= 3)
      yield { start, end, written, docket: number };
    else if (year >= STANDARD && /[〇零○一二三四五六七八九十]/.test(written))
      yield { start, end, written, right: arabic(written) };
  },

  explain: ({ written, right, docket }) =>
    docket
      ? { message: `成文日期“${written}”与发文字号的年份〔${docket}〕不符`, basis: 'GB/T 9704—2012 7.2.5' }
      : { message: `成文日期用阿拉伯数字：“${written}”应作“${right}”` },

  fix: ({ start, end, right }) =>
    right ? [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: true }] : [],
});

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
