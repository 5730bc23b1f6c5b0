import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { behindBlanks } from '../../language/text/neighbours.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { isHan, kindSet, Token } from '../../language/text/scan.ts';

interface NumberMatch extends Match {
  readonly written: string;
  readonly right: string;
  readonly faults: readonly Fault[];
}

type Fault = 'brackets' | 'ordinal' | 'zeros' | 'year' | 'unit';

const SAID: Readonly<Record<Fault, string>> = {
  brackets: '年份用六角括号“〔〕”括入',
  ordinal: '顺序号前不加“第”',
  zeros: '顺序号不编虚位',
  year: '年份标全四位',
  unit: '顺序号后加“号”',
};

const DIGITS = kindSet(Token.Digits);
const OPEN = new Characters('〔[［【(（﹝〖');
const CLOSE = new Characters('〕]］】)）﹞〗');
/** Orders and announcements have numbers of their own kind: 公告〔2024〕第5号. */
const OTHER = new Characters('告令');

const numbers = defineFact<readonly NumberMatch[]>(
  'document numbers',
  { tokens: [Token.Digits] },
  ({ text, scan }) => {
    const found: NumberMatch[] = [];
    for (let i = scan.next(DIGITS, 0); i < scan.count; i = scan.next(DIGITS, i + 1)) {
      const [start, end] = [scan.start(i), scan.end(i)];
      const number = misprinted(text, start, end) ?? runTogether(text, start, end);
      if (number) found.push(number);
    }
    return found;
  },
);

/** 公（刑）鉴（法）字[2015]第047号鉴定书: acts of courts, of the police and of experts have numbers of their own kind as well. */
const ACTS = '鉴定 检验报告 价格认定 认定[书结] 裁决书 判决书 裁定书 起诉书 许可证';
const OF_A_CASE = new RegExp(`^《?[\\u4e00-\\u9fff]{0,10}${anyOf(ACTS)}`);

/** 商评字[2019]第19869号: the code of a board or a bureau of experts. */
const CASE_CODE = /[评鉴认裁诉许]字?$/;

function isOfCase(text: string, open: number, { ordinal, end }: { ordinal: boolean; end: number }): boolean {
  const code = ordinal ? text.slice(Math.max(0, open - 2), open) : '';
  return CASE_CODE.test(code) || OF_A_CASE.test(text.slice(end, end + 20));
}

/** 国发[|2024|]第05号: the number whose year the digits are, where something is wrong with it. */
function misprinted(text: string, start: number, close: number): NumberMatch | undefined {
  const open = start - 1;
  const isShort = close - start === 2 && text[open] === '〔';
  if (!(close - start === 4 || isShort) || !OPEN.at(text, open) || !CLOSE.at(text, close)) return undefined;
  const isAlone = standsAlone(text, open);
  if ((!isHan(text.charCodeAt(open - 1)) && !isAlone) || OTHER.at(text, open - 1)) return undefined;
  const year = (isShort ? '20' : '') + text.slice(start, close);
  if (!/^(?:19|20)/.test(year)) return undefined;
  const number = readNumber(text, close + 1, text[open] === '〔');
  if (!number || isOfCase(text, open, number)) return undefined;
  const { ordinal, digits, noUnit, end } = number;
  const faults: Fault[] = [];
  if (text[open] !== '〔' || text[close] !== '〕') faults.push('brackets');
  if (ordinal) faults.push('ordinal');
  if (digits.startsWith('0')) faults.push('zeros');
  if (isShort) faults.push('year');
  if (noUnit) faults.push('unit');
  if (faults.length === 0) return undefined;
  return {
    start: open,
    end,
    written: text.slice(open, end),
    right: `〔${year}〕${digits.replace(/^0+(?=\d)/, '')}号`,
    faults,
    ...((noUnit || isAlone) && { severity: 'warning' as const }),
  };
}

/** 〔2026〕第18号 on a line of its own, below the name of a series: minutes, bulletins. */
const standsAlone = (text: string, open: number) => text[open] === '〔' && text.slice(0, open).trim() === '';

/** 》（安委20215号）: year and number without brackets; the code of an organ has no more characters than this. */
const LONGEST_CODE = 8;
/** 编号20215号, 证202118号: no organ. */
const NO_CODE = new Characters('号证卡码');
const YEAR = /^20[0-3]\d(?=[1-9]\d{0,3}$)/;

/** The number whose year has lost its brackets, behind a document's title. */
function runTogether(text: string, start: number, end: number): NumberMatch | undefined {
  const year = text[end] === '号' ? YEAR.exec(text.slice(start, end))?.[0] : undefined;
  if (year === undefined) return undefined;
  let open = start;
  while (open > start - LONGEST_CODE && isHan(text.charCodeAt(open - 1))) open--;
  if (open === start || !OPEN.at(text, open - 1) || text[open - 2] !== '》' || NO_CODE.at(text, start - 1))
    return undefined;
  return {
    start,
    end: end + 1,
    written: text.slice(start, end + 1),
    right: `〔${year}〕${text.slice(start + year.length, end)}号`,
    faults: ['brackets'],
    severity: 'warning',
  };
}

/** A line that holds a document's number only ends by then. */
const LONGEST_LINE = 24;

/** 5号, 第005号 at an offset. */
function readNumber(text: string, from: number, mayStandAlone: boolean) {
  let at = behindBlanks(text, from);
  const ordinal = text[at] === '第';
  if (ordinal) at = behindBlanks(text, at + 1);
  let end = at;
  while (end - at < 5 && text[end]! >= '0' && text[end]! <= '9') end++;
  const digits = text.slice(at, end);
  const unit = behindBlanks(text, end);
  if (digits === '') return undefined;
  if (text[unit] === '号') return { ordinal, digits, noUnit: false, end: unit + 1 };
  // （国发〔2024〕5）, and a line that is a number and nothing else; cells of a table may end so.
  const isCut = text[end] === '）' || (unit === text.length && from < LONGEST_LINE);
  return mayStandAlone && isCut && !text.includes('\t') ? { ordinal, digits, noUnit: true, end } : undefined;
}

/** 国发[2024]第05号, 国发20245号 for 国发〔2024〕5号. */
export const documentNumber = defineParagraphRule<NumberMatch>({
  id: 'format/document-number',
  severity: 'error',
  kinds: { law: 'info' },
  basis: 'GB/T 9704—2012 7.2.5',

  reads: numbers,
  find: (paragraph) => paragraph.fact(numbers),

  explain: ({ written, right, faults }) => ({
    message: `发文字号“${written}”应作“${right}”：${faults.map((fault) => SAID[fault]).join('，')}`,
  }),

  fix: ({ start, end, written, right, faults }) => [
    {
      title: `改为“${right}”`,
      edits: [{ start, end, text: right }],
      safe: !faults.includes('year') && OPEN.at(written, 0),
    },
  ],
});
