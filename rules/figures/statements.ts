/**
 * What a document states more than once: the same clause with another figure. The key of a statement is the whole
 * clause before the figure, so that only what is worded alike is ever compared: silence is dearer than recall here.
 */
import type { Document } from '../engine/document.ts';
import { defineFact, defineModel } from '../engine/facts.ts';
import type { Paragraph } from '../engine/paragraph.ts';
import { clauseBefore } from '../language/indicators.ts';
import { above } from '../language/interval.ts';
import { isPlain, type Quantity, quantities } from '../language/quantities.ts';

export interface Statement {
  /** Clause, dimension and what follows: equal for the same statement. */
  readonly key: string;
  readonly figure: Quantity;
  /** The clause before the figure. */
  readonly start: number;
}

/** Words that tell which of several like things is meant, that it is not yet so, or that it is a rule and no fact. */
const LOOSE =
  /其中|分别|增长|增加|提高|下降|减少|新增|新建|新开|改造|每|目标|计划|力争|确保|争取|以上|不低于|左右|将|要|拟|再|又|另|约|近|年均|同比|比|第[一二三四五六七八九十\d]|补助|奖励|罚款|处|标准|最高|最低|不超过|应当|可以|安排|帮助|实施|完成|修复|治理/;
/** When, as far as the clause itself says. */
const PERIOD =
  /(?:\d{4}|[一二]〇[〇一二三四五六七八九]{2})年(?:底|末|上半年|下半年|前三季度)?|今年|去年|上半年|前三季度|[一二三四]季度|截至目前|“[^”]{3}”期间/;
/** All of a kind, counted once. */
const DEFINITE =
  /总人口|总面积|总户数|总投资|总数|总额|总量|总产|总装机|总里程|共有|现有|户籍|常住人口|辖区面积|耕地面积|党员人数/;
/** Whose, directly before a number: 全市10个重点项目. */
const OWNER = /(?:全[省市县区镇乡村州旗校院厂国]|[我本][省市县区镇乡村州旗校院厂])(?:共有|共|有)?$/;

export const statements = defineFact<readonly Statement[]>('statements', (paragraph) => {
  const figures = paragraph.fact(quantities);
  const found: Statement[] = [];
  const { text } = paragraph;
  for (const figure of figures) {
    if (
      !isPlain(figure) ||
      figure.approximation !== 'exact' ||
      figure.value <= 1 ||
      /年|天|[%％]/.test(figure.unit)
    )
      continue;
    const start = clauseBefore(text, figure.start);
    const clause = text.slice(start, figure.start).replace(/\s/g, '');
    const key = countKey(paragraph, figure, clause) ?? clauseKey(figure, clause);
    if (key) found.push({ key, figure, start });
  }
  return found.length === 0 ? NONE : found;
});

/** 全市 + 个 + 重点项目: a number of things all of which are meant. */
function countKey({ text, language }: Paragraph, figure: Quantity, clause: string): string | undefined {
  if (figure.kind !== 'count' && figure.kind !== 'people' && figure.kind !== 'place') return undefined;
  const owner = OWNER.exec(clause)?.[0];
  if (!owner || owner !== clause) return undefined;
  const rest = /^[\u4e00-\u9fff]{3,12}/.exec(text.slice(figure.unitEnd, figure.unitEnd + 12))?.[0];
  if (!rest) return undefined;
  let noun = 0;
  for (const { end, tag } of language.words.segment(rest)) {
    if (!/^(?:n|vn|b|an|j|l|s)/.test(tag) || /^(?:全部|部分|多数|大多)$/.test(rest.slice(noun, end))) break;
    noun = end;
  }
  return noun < 3 ? undefined : `${owner.slice(0, 2)} ${figure.dimension} ${rest.slice(0, noun)}`;
}

/** 2025年全市粮食总产量达到: said in the same words, of the same time or of all there is. */
function clauseKey(figure: Quantity, clause: string): string | undefined {
  if (clause.length < 6 || LOOSE.test(clause) || /[×X]/.test(clause) || figure.han) return undefined;
  const period = PERIOD.exec(clause)?.[0];
  if (period === undefined && !DEFINITE.test(clause)) return undefined;
  const rest = period === undefined ? clause : clause.replace(period, '');
  // At least an indicator of four characters must be left of 2025年…达到.
  const name = rest
    .replace(/^[在到至]/, '')
    .replace(/(?:已|共|累计|达到?|为|是|有|完成|实现|至|到)+了?$/, '');
  if (name.length < 4 || /\d/.test(rest)) return undefined;
  return `${figure.dimension} ${period ?? ''} ${name}`;
}

const NONE: readonly Statement[] = [];

export interface Contradiction {
  readonly paragraph: Paragraph;
  readonly statement: Statement;
  readonly other: { readonly paragraph: Paragraph; readonly statement: Statement };
}

/** Statements that a later one contradicts, each with the first of its kind. */
export const contradictions = defineModel<readonly Contradiction[]>(
  'contradictions',
  (document: Document) => {
    const first = new Map<string, { paragraph: Paragraph; statement: Statement }>();
    const found: Contradiction[] = [];
    for (const paragraph of document.paragraphsWith(statements)) {
      for (const statement of paragraph.fact(statements)) {
        const seen = first.get(statement.key);
        if (!seen) first.set(statement.key, { paragraph, statement });
        else if (differ(seen.statement.figure, statement.figure))
          found.push({ paragraph, statement, other: seen });
      }
    }
    return found;
  },
);

/** A slip stays near, or is a power of ten thousand off; what is far is something else. */
function differ(a: Quantity, b: Quantity): boolean {
  if (!above(a, b) && !above(b, a)) return false;
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  return ratio <= 2 || isSlip(a, b);
}

/** The same digits with 万 in one place and 亿 in the other. */
export function isSlip(a: Quantity, b: Quantity): boolean {
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  return Math.abs(ratio - 1e4) < 1e-3 && Math.abs(a.scale / b.scale - 1) > 0.5;
}
