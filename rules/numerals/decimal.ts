import type { Edit } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

const FAULTS = {
  'no zero': '小于 1 的小数写出小数点前的 0',
  'odd point': '小数点用半角的下脚点',
  comma: '一位小数的小数点误作逗号',
  'no digit': '小数点后没有数字',
} as const;

interface Decimal extends Match {
  readonly becomes: string;
  readonly fault: keyof typeof FAULTS;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

const FIGURES = new Characters(DIGITS);
/** What follows a figure that is measured. */
const UNITS = new Characters('%％万亿元个倍吨米公平千克度');
const SIGNS = new Characters('，。、；：（“长降达为至约近超高低占增减均');

/** Decimal points: .5 lacks its 0, ． and · are no points, 98.% has no digit behind its point. GB/T 15835—2011 5.1.2. */
export const decimal = defineParagraphRule<Decimal>({
  id: 'numerals/decimal',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15835—2011 5.1.2',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    let wide: (Decimal & { readonly edits: Edit[] }) | undefined;
    for (const { start, end } of figuresOf(paragraph, 'point')) {
      const found = judge(text, start, end);
      if (!found) continue;
      // A full-width point is a matter of looks, and where there is one there are many: the first stands for all.
      if (text[end] !== '．') yield found;
      else if (wide) wide.edits.push(...found.edits);
      else wide = { ...found, edits: [...found.edits], severity: 'info' };
    }
    for (const { start, end } of figuresOf(paragraph, 'grouped')) {
      const found = withComma(text, start, end);
      if (found) yield found;
    }
    if (wide) yield wide;
  },

  explain: ({ start, end, becomes, fault, edits }, { text }) => ({
    message: `“${text.slice(start, end)}”应为“${becomes}”：${FAULTS[fault]}${edits.length > 1 ? `，本段共 ${edits.length} 处` : ''}`,
  }),

  fix: ({ becomes, edits, safe }) => [
    { title: edits.length > 1 ? '改为半角小数点' : `改为“${becomes}”`, edits, safe },
  ],
});

function judge(text: string, start: number, end: number): Decimal | undefined {
  if (text[start - 1] === '.') return withoutZero(text, start, end);
  return text[end] === '.' ? withoutDigit(text, start, end) : withOddPoint(text, start, end);
}

/** What a figure stands behind where it numbers a part: 附件1.亩均论英雄. */
const NUMBERED = new Characters('件表图第章节题例注录');

/** 98.%, 35.万元: behind words, as what numbers a part stands behind a mark. */
function withoutDigit(text: string, start: number, end: number): Decimal | undefined {
  if (!isHan(text.charCodeAt(start - 1)) || NUMBERED.at(text, start - 1)) return undefined;
  return {
    start,
    end: end + 1,
    becomes: text.slice(start, end),
    fault: 'no digit',
    edits: [{ start: end, end: end + 1, text: '' }],
    // A digit may have been lost.
    safe: false,
  };
}

/** 25,6亿元: one digit behind the comma, and a unit of money or a rate behind that. */
function withComma(text: string, start: number, end: number): Decimal | undefined {
  const to = end + 2;
  const isOne = !FIGURES.at(text, to) && isHan(text.charCodeAt(start - 1));
  if (!isOne || !/^(?:[万亿]元|[%％])/.test(text.slice(to, to + 2))) return undefined;
  return {
    start,
    end: to,
    becomes: `${text.slice(start, end)}.${text[end + 1]}`,
    fault: 'comma',
    edits: [{ start: end, end: end + 1, text: '.' }],
    safe: false,
  };
}

function withoutZero(text: string, start: number, end: number): Decimal | undefined {
  if (!UNITS.at(text, end) || !(isHan(text.charCodeAt(start - 2)) || SIGNS.at(text, start - 2)))
    return undefined;
  return {
    start: start - 1,
    end,
    becomes: `0.${text.slice(start, end)}`,
    fault: 'no zero',
    edits: [{ start: start - 1, end: start - 1, text: '0' }],
    // The digits before the point may have been lost: 增长.46%.
    safe: false,
  };
}

/** 3．5%, 3·5%, 3。5%. */
function withOddPoint(text: string, start: number, end: number): Decimal | undefined {
  let to = end + 1;
  while (FIGURES.at(text, to)) to++;
  // 1．2020年: a mark that numbers. 6·13: a date. 96。5个: a sentence has ended, as far as one can tell.
  if (!UNITS.at(text, to) || to - end > 5) return undefined;
  if (text[end] === '·' && text[to] !== '%' && text[to] !== '％') return undefined;
  // 完成18。6亿元: so few digits behind the mark and a unit of money.
  const isMoney =
    to - end <= 3 && /[万亿]元/.test(text.slice(to, to + 2)) && isHan(text.charCodeAt(start - 1));
  if (text[end] === '。' && text[to] !== '%' && text[to] !== '％' && !isMoney) return undefined;
  if (start === 0 || text[start - 1] === '　' || text[start - 1] === ' ') return undefined;
  return {
    start,
    end: to,
    becomes: `${text.slice(start, end)}.${text.slice(end + 1, to)}`,
    fault: 'odd point',
    edits: [{ start: end, end: end + 1, text: '.' }],
    safe: text[end] === '．',
  };
}
