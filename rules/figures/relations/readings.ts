/**
 * How a figure was read: for the hover, and for the debug option that prints every reading. People trust what they can
 * see. Free of any host: ranges are UTF-16 offsets into the document, texts are Chinese.
 */
import type { Document } from '../../../engine/document.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Indicator, type Role, readIndicator } from '../../../language/quantities/indicators.ts';
import {
  isMeasure,
  type Quantity,
  type QuantityKind,
  quantities,
} from '../../../language/quantities/quantities.ts';
import { type CountedList, countedLists, verdict } from '../lists/counted.ts';
import { relations } from './fact.ts';
import { hasFigure, type Relation, shown, written } from './relation.ts';
import { wordsOf } from './words.ts';

export interface FigureReading extends Range {
  /** The figure as written, with its signs of approximation. */
  readonly text: string;
  /** `label：value`, in the order of a hover. */
  readonly lines: readonly string[];
}

/** The figure at an offset of the document, read; undefined where there is none, or only a code. */
export function describeFigure(document: Document, offset: number): FigureReading | undefined {
  const paragraph = document.paragraphAt(offset);
  const at = offset - paragraph.start;
  const figures = paragraph.fact(quantities);
  const index = figures.findIndex((q) => q.start <= at && at <= q.end && q.kind !== 'code');
  return index < 0 ? undefined : describe(paragraph, figures, index);
}

/** All readings of a document, a line each: `行:列 figure — value; indicator; relations`, lists included. */
export function* printReadings(document: Document): Generator<string> {
  for (const paragraph of document.paragraphsWith(quantities)) {
    const figures = paragraph.fact(quantities);
    for (const [index, figure] of figures.entries()) {
      if (figure.kind === 'code') continue;
      const { text, lines } = describe(paragraph, figures, index);
      yield `${paragraph.index + 1}:${figure.start + 1} ${text} — ${lines.join('；')}`;
    }
    for (const counted of paragraph.fact(countedLists)) {
      if (counted.figure) continue;
      yield `${paragraph.index + 1}:${counted.stated.start + 1} ${sliceOf(paragraph, counted.stated)} — ${listLine(paragraph, counted)}`;
    }
  }
}

const KINDS: Record<QuantityKind, string> = {
  percent: '百分数',
  point: '百分点',
  times: '倍数',
  doubling: '翻番',
  money: '金额',
  area: '面积',
  volume: '体积',
  length: '长度',
  mass: '重量',
  power: '功率',
  energy: '电量',
  duration: '时长',
  people: '人数',
  count: '数目',
  place: '数目（地方）',
  'han-count': '数目',
  rank: '名次',
  ordinal: '序数',
  fraction: '分数',
  ratio: '比例',
  date: '日期',
  time: '时刻',
  number: '数（未写单位）',
  other: '数量',
  code: '编号',
};

const ROLES: Record<Role, string> = { level: '总量', change: '增减', share: '占比', target: '目标' };

function describe(paragraph: Paragraph, figures: readonly Quantity[], index: number): FigureReading {
  const figure = figures[index]!;
  const lines = [`${KINDS[figure.kind]}：${meaning(figure)}`];
  if (figure.rangeWith !== undefined) {
    const other = figures[figure.rangeWith];
    if (other) lines.push(`范围：与${paragraph.text.slice(other.digits.start, other.unitEnd)}相连`);
  }
  if (isMeasure(figure))
    lines.push(...indicatorLines(readIndicator(paragraph.text, figures, index, paragraph.language.words)));
  for (const relation of paragraph.fact(relations)) {
    if (hasFigure(relation, figure)) lines.push(relationLine(paragraph, relation));
  }
  for (const counted of paragraph.fact(countedLists)) {
    if (counted.figure === figure) lines.push(listLine(paragraph, counted));
  }
  return {
    start: paragraph.start + figure.start,
    end: paragraph.start + figure.end,
    text: paragraph.text.slice(figure.start, figure.end),
    lines,
  };
}

/** 3205000立方米，约，按所写位数在3204500—3205500之间 */
function meaning(q: Quantity): string {
  const unit = q.kind === q.dimension ? '' : q.dimension;
  const name =
    q.kind === 'point' ? '个百分点' : q.kind === 'times' ? '倍' : q.kind === 'doubling' ? '番' : unit;
  const parts = [`${plain(q.value)}${name}`];
  if (q.approximation !== 'exact')
    parts.push(`概数（${[q.before, q.inner, q.after].filter(Boolean).join('…')}）`);
  if (q.high === Infinity) parts.push(`不少于${plain(q.low)}`);
  else if (q.high > q.low && isMeasure(q)) parts.push(`可指${plain(q.low)}—${plain(q.high)}`);
  return parts.join('，');
}

/** 350760000000 as 3507.6亿: in 万 and 亿 from ten thousand on. */
function plain(value: number): string {
  const size = Math.abs(value);
  const [factor, unit] = size >= 1e8 ? [1e8, '亿'] : size >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${String(Number((value / factor).toPrecision(10))).replace('-', '−')}${unit}`;
}

function indicatorLines({ name, scope, period, role }: Indicator): string[] {
  const lines = name === '' ? [] : [`指标：${name}（${ROLES[role]}）`];
  if (scope !== '') lines.push(`范围：${scope}`);
  if (period !== '') lines.push(`时期：${period}`);
  return lines;
}

function relationLine({ text }: Paragraph, relation: Relation): string {
  const { bound, holds, claimed } = relation;
  const { premise, should = '', formula } = wordsOf(text, relation);
  if (bound) return `关系：${holds ? '成立' : `不成立，${premise}`}（${formula}）`;
  return `关系：${premise}${should}${shown(text, relation)}，文中为${written(text, claimed)}，${holds ? '相符' : '不符'}（${formula}）`;
}

function listLine(paragraph: Paragraph, counted: CountedList): string {
  const { list, count } = counted;
  const number = list.min === list.max ? `${list.min}` : `${list.min}—${list.max}`;
  const members = list.items.map((item) => sliceOf(paragraph, item)).join('｜');
  const judged = { agrees: '相符', fewer: '不符', more: '不符', unclear: '不作判断' }[
    verdict(counted, paragraph.text)
  ];
  return `列举：数目${count}，列出${number}项${list.open ? '（有“等”）' : ''}，${judged}［${members}］`;
}

function sliceOf({ text }: Paragraph, { start, end }: Range): string {
  return text.slice(start, end);
}
