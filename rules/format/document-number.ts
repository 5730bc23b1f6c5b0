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

type Fault = 'brackets' | 'ordinal' | 'zeros' | 'year' | 'unit' | 'wrapped' | 'joint';

const SAID: Readonly<Record<Fault, string>> = {
  brackets: '年份用六角括号“〔〕”括入',
  ordinal: '顺序号前不加“第”',
  zeros: '顺序号不编虚位',
  year: '年份标全四位',
  unit: '顺序号后加“号”',
  wrapped: '顺序号不加括号',
  joint: '联合行文只用主办机关的发文字号',
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
      const number =
        misprinted(text, start, end) ??
        second(text, start, end) ??
        runTogether(text, start, end) ??
        unbracketed(text, start, end);
      if (number) found.push(number);
    }
    return found;
  },
);

/** 公（刑）鉴（法）字[2015]第047号鉴定书: acts of courts, of the police and of experts have numbers of their own kind as well. */
const ACTS = '鉴定 检验报告 价格认定 认定[书结] 裁决书 判决书 裁定书 起诉书 许可证';
const OF_A_CASE = new RegExp(`^《?[\\u4e00-\\u9fff]{0,10}${anyOf(ACTS)}`);

/** （2014）第115号合同: parties number theirs as they like. */
const OF_A_CONTRACT = /^(?:借款|贷款|买卖|施工|租赁|保证|抵押)?(?:合同|协议|保函|保单)/;

/** 商评字[2019]第19869号: the code of a board or a bureau of experts. */
const CASE_CODE = /[评鉴认裁诉许]字?$|国用$|[房土]权?证?字?$|集用$/;

function isOfCase(text: string, open: number, { ordinal, end }: { ordinal: boolean; end: number }): boolean {
  const code = ordinal ? text.slice(Math.max(0, open - 2), open) : '';
  const right = text.slice(end, end + 20);
  return CASE_CODE.test(code) || OF_A_CASE.test(right) || OF_A_CONTRACT.test(right);
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
  const { digits, noUnit, end } = number;
  const faults: Fault[] = text[open] === '〔' && text[close] === '〕' ? [] : ['brackets'];
  faults.push(...faultsOf(number));
  if (isShort) faults.push('year');
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

function faultsOf({ ordinal, digits, noUnit, wrapped }: NonNullable<ReturnType<typeof readNumber>>): Fault[] {
  const said = { ordinal, zeros: digits.startsWith('0'), unit: noUnit, wrapped };
  return (Object.keys(said) as (keyof typeof said)[]).filter((fault) => said[fault]);
}

/** 〔2026〕第18号 on a line of its own, below the name of a series: minutes, bulletins. */
const standsAlone = (text: string, open: number) => text[open] === '〔' && text.slice(0, open).trim() === '';

/** 永财发〔2026〕3号　永教发〔2026〕5号: a line of two numbers and nothing else. */
const ONE = String.raw`[^\s，。；〔]{2,12}〔20\d\d〕\d{1,4}号`;
const JOINT = new RegExp(String.raw`^\s{0,9}(${ONE})[\s、，]{1,9}(?=${ONE}\s*$)`);
const LONGEST_JOINT = 60;

/** The second of two numbers that a joint document has; the year is the one whose digits these are. GB/T 9704—2012 7.2.5. */
function second(text: string, start: number, end: number): NumberMatch | undefined {
  if (text.length > LONGEST_JOINT || text[start - 1] !== '〔' || text[end] !== '〕') return undefined;
  const first = JOINT.exec(text);
  if (!first || start < first[0].length) return undefined;
  const at = first[0].length;
  const written = text.slice(at).trimEnd();
  return {
    start: at,
    end: at + written.length,
    written,
    right: first[1]!,
    faults: ['joint'],
    severity: 'warning',
  };
}

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

/** 永财字2026第7号, between the brackets behind a title: the year stands bare. */
function unbracketed(text: string, start: number, end: number): NumberMatch | undefined {
  const year = text.slice(start, end);
  if (!/^20[0-3]\d$/.test(year)) return undefined;
  const number = readNumber(text, text[end] === '年' ? end + 1 : end, false);
  if (!number || !CLOSE.at(text, number.end)) return undefined;
  let open = start;
  while (open > start - LONGEST_CODE && isHan(text.charCodeAt(open - 1))) open--;
  if (open === start || !OPEN.at(text, open - 1) || text[open - 2] !== '》') return undefined;
  if (!CODE_ENDS.at(text, start - 1)) return undefined;
  return {
    start,
    end: number.end,
    written: text.slice(start, number.end),
    right: `〔${year}〕${number.digits.replace(/^0+(?=\d)/, '')}号`,
    faults: number.ordinal ? ['brackets', 'ordinal'] : ['brackets'],
    severity: 'warning',
  };
}
/** What the code of an organ ends in; announcements have the year bare: 公告2026年第7号. */
const CODE_ENDS = new Characters('发函字办政通请报文');

/** A line that holds a document's number only ends by then. */
const LONGEST_LINE = 24;

/** 5号, 第005号 at an offset. */
function readNumber(text: string, from: number, mayStandAlone: boolean) {
  let at = behindBlanks(text, from);
  const ordinal = text[at] === '第';
  if (ordinal) at = behindBlanks(text, at + 1);
  const wrapped = OPEN.at(text, at);
  if (wrapped) at++;
  let end = at;
  while (end - at < 5 && text[end]! >= '0' && text[end]! <= '9') end++;
  const digits = text.slice(at, end);
  if (digits === '' || (wrapped && !CLOSE.at(text, end))) return undefined;
  const unit = behindBlanks(text, wrapped ? end + 1 : end);
  if (text[unit] === '号') return { ordinal, digits, wrapped, noUnit: false, end: unit + 1 };
  if (wrapped) return undefined;
  // （国发〔2024〕5）, and a line that is a number and nothing else; cells of a table may end so.
  const isCut = text[end] === '）' || (unit === text.length && from < LONGEST_LINE);
  return mayStandAlone && isCut && !text.includes('\t')
    ? { ordinal, digits, wrapped, noUnit: true, end }
    : undefined;
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
    message: faults.includes('joint')
      ? `联合行文只用主办机关的发文字号，这里有“${right}”“${written}”两个`
      : `发文字号“${written}”应作“${right}”：${faults.map((fault) => SAID[fault]).join('，')}`,
  }),

  fix({ start, end, written, right, faults }) {
    if (faults.includes('joint')) return [];
    const safe = !faults.includes('year') && !faults.includes('wrapped') && OPEN.at(written, 0);
    return [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe }];
  },
});
