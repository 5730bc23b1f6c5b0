import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { behindBlanks } from '../../language/text/neighbours.ts';
import { isHan, kindSet, Token } from '../../language/text/scan.ts';

interface NumberMatch extends Match {
  readonly written: string;
  readonly right: string;
  readonly faults: readonly Fault[];
}

type Fault = 'brackets' | 'ordinal' | 'zeros' | 'year';

const SAID: Readonly<Record<Fault, string>> = {
  brackets: '年份用六角括号“〔〕”括入',
  ordinal: '顺序号前不加“第”',
  zeros: '顺序号不编虚位',
  year: '年份标全四位',
};

const DIGITS = kindSet(Token.Digits);
const OPEN = new Characters('〔[［【(（﹝〖');
const CLOSE = new Characters('〕]］】)）﹞〗');
const ROUND = new Characters('(（');
/** The last character of an organ's code, which a year in round brackets must have before it: case numbers begin with theirs. */
const CODE = new Characters(
  '发函字办令电任呈规政委党会文通请报复议审教财社卫监改农交建环纪组宣统法综工团妇水林司民急消市税统科商旅体档信保安',
);
/** Orders and announcements have numbers of their own kind: 公告〔2024〕第5号. */
const OTHER = new Characters('告令');

const numbers = defineFact<readonly NumberMatch[]>(
  'document numbers',
  { tokens: [Token.Digits] },
  ({ text, scan }) => {
    const found: NumberMatch[] = [];
    for (let i = scan.next(DIGITS, 0); i < scan.count; i = scan.next(DIGITS, i + 1)) {
      const open = scan.start(i) - 1;
      const close = scan.end(i);
      const isShort = close - open === 3 && text[open] === '〔';
      if (!(close - open === 5 || isShort) || !OPEN.at(text, open) || !CLOSE.at(text, close)) continue;
      if (!isHan(text.charCodeAt(open - 1)) || OTHER.at(text, open - 1)) continue;
      if (ROUND.at(text, open) && !CODE.at(text, open - 1)) continue;
      const year = (isShort ? '20' : '') + text.slice(open + 1, close);
      if (!/^(?:19|20)/.test(year)) continue;
      const number = readNumber(text, close + 1);
      if (!number) continue;
      const faults: Fault[] = [];
      if (text[open] !== '〔' || text[close] !== '〕') faults.push('brackets');
      if (number.ordinal) faults.push('ordinal');
      if (number.digits.startsWith('0')) faults.push('zeros');
      if (isShort) faults.push('year');
      if (faults.length === 0) continue;
      found.push({
        start: open,
        end: number.end,
        written: text.slice(open, number.end),
        right: `〔${year}〕${number.digits.replace(/^0+(?=\d)/, '')}号`,
        faults,
      });
    }
    return found;
  },
);

/** 5号, 第005号 at an offset. */
function readNumber(text: string, from: number) {
  let at = behindBlanks(text, from);
  const ordinal = text[at] === '第';
  if (ordinal) at = behindBlanks(text, at + 1);
  let end = at;
  while (end - at < 5 && text[end]! >= '0' && text[end]! <= '9') end++;
  const digits = text.slice(at, end);
  end = behindBlanks(text, end);
  return digits !== '' && text[end] === '号' ? { ordinal, digits, end: end + 1 } : undefined;
}

/** 国发[2024]第05号 for 国发〔2024〕5号. */
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

  fix: ({ start, end, right, faults }) => [
    { title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: !faults.includes('year') },
  ],
});
