/**
 * What the cells of a table state, against the text: label and head of a cell name its indicator, period and scope.
 * Names must be the same to the letter, periods too, and only a slip of the pen or of 万 and 亿 counts.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Cell, isRule, type Row, tableRow, tables } from '../../../language/layout/tables.ts';
import { isPlain, type Quantity, quantities, unitCalled } from '../../../language/quantities/quantities.ts';
import { boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { meets } from '../../../language/text/interval.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isPenSlip } from '../relations/pen-slips.ts';
import { NOT_NOW, SCOPES, TIME } from './headlines.ts';
import { CLAUSE_REACH, type Contradiction, contradiction, isSlip, type Placed } from './statements.ts';

/** What a label, a head or a clause says. */
interface Label {
  /** Empty where it names no indicator: 2025年, 全市, 数值. */
  readonly name: string;
  readonly period: string;
  readonly scope: string;
  readonly unit: string;
}

/** The words of a row's cells; undefined for figures and for what is not understood. */
const labels = defineFact<readonly (Label | undefined)[]>('table-labels', (paragraph) =>
  (paragraph.fact(tableRow)[0] ?? []).map(({ text, value, empty }) =>
    empty ? NOTHING : value && !/^(?:19|20)\d\d$/.test(text) ? undefined : readLabel(text),
  ),
);

const NOTHING: Label = { name: '', period: '', scope: '', unit: '' };
const ITEM = new RegExp(String.raw`^(?:[（(]?[${ONE_TO_TEN}]{1,3}[）)、]|\d{1,2}[.．、])`);
/** Heads that say only that figures stand below. */
const NEUTRAL =
  /^(?:指标|数值|数量|绝对[值量额数]|完成[额值数量]?|完成情况|实际完成[额值数量]?|实绩|金额|数额|合计|总计|全年|[底末额值数量])?$/;

/** What is longer is a sentence in a cell. */
const LONGEST_LABEL = 30;

function readLabel(text: string): Label | undefined {
  if (text.length > LONGEST_LABEL || text.includes('其中')) return undefined;
  let rest = text.replace(/[\s*]/g, '').replace(ITEM, '');
  let unit = '';
  const bracket = /[（(]([^（）()]{1,8})[）)]$/.exec(rest);
  if (bracket && unitCalled(bracket[1]!)) {
    unit = bracket[1]!;
    rest = rest.slice(0, bracket.index);
  }
  if (/^(?:19|20)\d\d$/.test(rest)) rest += '年';
  return { ...whenAndWhose(rest), unit };
}

/** Parts period and scope from the name. */
export function whenAndWhose(text: string): Omit<Label, 'unit'> {
  const times = [...text.matchAll(TIME)].map(([time]) => time);
  let name = text.replace(TIME, '').replace(LEADING, '');
  const scope = SCOPES.exec(name);
  if (scope?.index === 0) name = name.slice(scope[0].length);
  name = name.replace(/^的/, '').replace(LEADING, '');
  if (NEUTRAL.test(name)) name = '';
  return { name, period: times.join(''), scope: scope?.index === 0 ? scope[0] : '' };
}

const LEADING = /^(?:[在到]|以来|末|底|全年|预计|累计|完成|实现)+/;
const LINK = /(?:已经?|共|累计|达|为|是|有|完成|实现|至|到|了)+$/;
const NAME = /^[\u4e00-\u9fff]{3,20}$/;
/** Movements, parts, and what belongs to one of many. */
const LOOSE = /增长|增加(?!值)|增速|提高|下降|减少|每|同比|占|不足|(?<!规模|限额)以上|左右|平均/;
/** Before the clause, in its sentence: not yet so, a part, or of someone else. */
const ELSEWHERE =
  /目标|计划|力争|预期|确保|争取|预算|其中|街道|公司|园区|开发区|本级|[^全我城]镇|[^全我城]乡(?!村)/;
/** How far back a period is looked for. */
const REACH = 200;

export interface Mention {
  /** The indicator: 固定资产投资. */
  readonly name: string;
  readonly placed: Placed;
}

/** The figures of the text that a table might hold too, by their names. */
export const mentions = defineFact<readonly Mention[]>(
  'table-mentions',
  { facts: [quantities] },
  (paragraph) => {
    const { text, role } = paragraph;
    if (role === 'table' || text.includes('\t')) return [];
    const found: Mention[] = [];
    for (const figure of paragraph.fact(quantities)) {
      if (!isComparable(figure) || figure.approximation !== 'exact' || figure.han) continue;
      const start = boundBefore(text, figure.start, PHRASE_STOPS, CLAUSE_REACH);
      const clause = text.slice(start, figure.start).replace(/\s/g, '');
      if (clause.length < 3 || NOT_NOW.test(clause) || LOOSE.test(clause)) continue;
      const { name: worded, scope, period } = whenAndWhose(clause);
      const name = worded.replace(LINK, '');
      if (!NAME.test(name)) continue;
      if (ELSEWHERE.test(text.slice(boundBefore(text, start, SENTENCE_STOPS, REACH), start))) continue;
      const before = text.slice(Math.max(0, start - REACH), start);
      const when = period || ([...before.matchAll(TIME)].at(-1)?.[0] ?? '');
      const statement = { key: name, way: 'said', scope, period: when, goal: false, figure, start } as const;
      found.push({ name, placed: { paragraph, statement } });
    }
    return found;
  },
);

function isComparable(q: Quantity): boolean {
  return isPlain(q) && q.value > 1 && !/^(?:percent|point|times|doubling|fraction|duration)$/.test(q.kind);
}

interface Compared {
  readonly found: readonly Contradiction[];
  /** The paragraphs it was made from: while they stand, so does it. */
  readonly from: readonly Paragraph[];
}

/** What the text and the tables state differently. Typing elsewhere finds it as it was. */
const compared = defineModel<Compared>('table-compared', (document, previous) => {
  if (document.paragraphsWith(tableRow).length < LEAST) return NOT_COMPARED;
  const from = sourcesOf(document);
  if (previous?.from.length === from.length && from.every((p, i) => p === previous.from[i])) return previous;
  return { found: compare(document), from };
});

export const tableContradictions = defineModel<readonly Contradiction[]>(
  'table-contradictions',
  (document) => document.model(compared).found,
);

const NOT_COMPARED: Compared = { found: [], from: [] };

/** The figures of the text, the rows, and the lines above each table. */
function sourcesOf(document: Document): Paragraph[] {
  const from = [...document.paragraphsWith(mentions)];
  let last = -1;
  for (const row of document.paragraphsWith(tableRow)) {
    if (row.index !== last + 1 || last < 0)
      from.push(...document.paragraphs.slice(Math.max(0, row.index - ABOVE), row.index));
    from.push(row);
    last = row.index;
  }
  return from;
}

/** How many lines above a table may hold its caption. */
const ABOVE = 5;

function compare(document: Document): readonly Contradiction[] {
  const said = new Map<string, Placed[]>();
  for (const paragraph of document.paragraphsWith(mentions)) {
    for (const { name, placed } of paragraph.fact(mentions)) {
      const list = said.get(name);
      if (!list) said.set(name, [placed]);
      else if (list.length < MOST) list.push(placed);
    }
  }
  if (said.size === 0) return [];
  const cells = new Map<string, Placed[]>();
  for (const table of tables(document, LEAST)) {
    for (const cell of cellsNamed(document, table, said)) {
      const { key } = cell.statement;
      const list = cells.get(key);
      if (list) list.push(cell);
      else cells.set(key, [cell]);
    }
  }
  const found: Contradiction[] = [];
  for (const [name, stated] of cells) found.push(...slips(said.get(name)!, stated));
  return found;
}

/** Head, rule and row; or head and two rows. */
const LEAST = 3;
/** What is said more often is a series. */
const MOST = 12;

/** What all cells of the document's tables state; the key of a statement is the indicator's name. */
export function* tableFigures(document: Document): Generator<Placed> {
  if (document.paragraphsWith(tableRow).length < LEAST) return;
  for (const table of tables(document, LEAST)) yield* cellsNamed(document, table, ALL);
}

const ALL = { has: () => true };

function* slips(said: readonly Placed[], stated: readonly Placed[]): Generator<Contradiction> {
  for (const cell of stated) {
    const a = cell.statement;
    const alike = (s: Placed) =>
      s.statement.figure.dimension === a.figure.dimension &&
      s.statement.period === a.period &&
      (s.statement.scope === a.scope || (isWhole(a.scope) && isWhole(s.statement.scope)));
    // Two tables with different figures of one name are of two things.
    if (stated.some((s) => s !== cell && alike(s))) continue;
    const mentioned = said.filter(alike);
    if (mentioned.some((s) => meets(s.statement.figure, a.figure))) continue;
    const other = mentioned.find(
      ({ statement: { figure } }) => isSlip(figure, a.figure) || isPenSlip(figure, a.figure),
    );
    if (!other) continue;
    const [first, second] = other.paragraph.index < cell.paragraph.index ? [other, cell] : [cell, other];
    yield contradiction(second, first);
  }
}

/** 全市 may be left out, 市本级 may not. */
function isWhole(scope: string): boolean {
  return scope === '' || /^[全我]/.test(scope);
}

/** The cells whose indicator is among `said`. */
function* cellsNamed(
  document: Document,
  table: readonly Row[],
  said: { has(name: string): boolean },
): Generator<Placed> {
  const frame = frameOf(table[0]!);
  let above: Caption | undefined;
  for (const row of table.slice(1)) {
    const label = row.paragraph.fact(labels)[frame.labelled];
    if (!label || row.cells.length !== frame.head.cells.length || isRule(row)) continue;
    if (label.name !== '' && !said.has(label.name)) continue;
    for (const column of columnsOf(frame, row, label, said)) {
      above ??= captionOf(document, frame.head);
      if (above.foreign) return;
      const stated = cellStatement(frame, row, column, joined(frame.heads[column]!, label)!, above);
      if (stated) yield stated;
    }
  }
}

/** The columns of a row whose cells are of an indicator among `said`. */
function* columnsOf(
  { head, heads, labelled, units }: Frame,
  { cells }: Row,
  label: Label,
  said: { has(name: string): boolean },
): Generator<number> {
  for (let column = labelled + 1; column < cells.length; column++) {
    const over = heads[column];
    if (!over || column === units || cells[column]!.empty || head.cells[column]!.empty) continue;
    if (said.has(over.name || label.name) && joined(over, label)) yield column;
  }
}

/** What the first row of a table says of the others. */
interface Frame {
  readonly head: Row;
  readonly heads: readonly (Label | undefined)[];
  /** The column that names what a row is of: the first, or the one behind 序号. */
  readonly labelled: number;
  /** The column of units, −1 where there is none. */
  readonly units: number;
}

/** 序号 | 指标 | 单位 | 2025年 */
function frameOf(head: Row): Frame {
  return {
    head,
    heads: head.paragraph.fact(labels),
    labelled: /^(?:序号|编号)$/.test(head.cells[0]!.text) ? 1 : 0,
    units: head.cells.findIndex(({ text }) => /^(?:计量)?单位$/.test(text)),
  };
}

/** 2025年 over a column and 固定资产投资 before a row: one of them names the indicator, and neither says again what the other does. */
function joined(over: Label, label: Label): Label | undefined {
  if ((over.name === '') === (label.name === '')) return undefined;
  if ((over.period && label.period) || (over.scope && label.scope) || (over.unit && label.unit))
    return undefined;
  return {
    name: over.name || label.name,
    period: over.period || label.period,
    scope: over.scope || label.scope,
    unit: over.unit || label.unit,
  };
}

/** What the figure of a cell is of by its labels, and by the lines above the table where they say nothing. */
function cellStatement(
  { head, labelled, units }: Frame,
  { paragraph, cells }: Row,
  column: number,
  { name, period, scope, unit: own }: Label,
  above: Caption,
): Placed | undefined {
  const cell = cells[column]!;
  const unit = own || (units < 0 ? above.unit : cells[units]!.text);
  const figure = figureOf(paragraph, cell, unit);
  if (!figure) return undefined;
  const statement = {
    key: name,
    way: 'said',
    scope: scope || above.scope,
    period: period || above.period,
    goal: false,
    figure,
    start: cell.start,
    cell: { row: cells[labelled]!.text, column: head.cells[column]!.text, text: cell.text },
    ...(figure.digits.end === figure.unitEnd ? { unit } : {}),
  } as const;
  return { paragraph, statement };
}

/** The figure of a cell, in its own unit or in that of its row, column or table. */
function figureOf(paragraph: Paragraph, cell: Cell, unit: string): Quantity | undefined {
  const q = paragraph.fact(quantities).find((f) => f.digits.start === cell.start);
  if (!q || q.unitEnd !== cell.end || q.approximation !== 'exact' || q.han) return undefined;
  if (q.kind !== 'number') return isComparable(q) ? q : undefined;
  const called = unitCalled(unit);
  if (!called || q.numberEnd !== q.digits.end) return undefined;
  const { factor, ...rest } = called;
  const figure = {
    ...q,
    ...rest,
    scale: factor,
    value: q.value * factor,
    grain: q.grain * factor,
    low: (q.value - q.grain / 2) * factor,
    high: (q.value + q.grain / 2) * factor,
  };
  return isComparable(figure) ? figure : undefined;
}

/** What the lines above a table say of all its cells. */
interface Caption {
  readonly unit: string;
  readonly period: string;
  readonly scope: string;
  /** Of a plan, or of someone else. */
  readonly foreign: boolean;
}

const ELSEWHERES = '目标 计划 任务 预期 预算 规划 街道 公司 园区 开发区 各 分[县区市]';
const FOREIGN = new RegExp(
  String.raw`${anyOf(ELSEWHERES)}|(?<![全我本城])[县镇乡](?![域村])|[\u4e00-\u9fff][^全我本\s][市省区](?!场|域)`,
);

/** At most two short lines, straight above. */
function captionOf(document: Document, { paragraph }: Row): Caption {
  let unit = '';
  let said = '';
  let lines = 0;
  for (let i = paragraph.index - 1; i >= 0 && i >= paragraph.index - ABOVE && lines < 2; i--) {
    const line = document.paragraphs[i]!;
    if (line.blank) continue;
    const text = line.content;
    if (text.length > LONGEST_CAPTION || /[。；]$/.test(text) || line.fact(tableRow).length > 0) break;
    lines++;
    unit ||= /单位[：:]\s{0,4}([^\s，。；、）)]{1,8})(?=[\s）)]|$)/.exec(text)?.[1] ?? '';
    said += `${text.replace(/[（(]?单位[：:].*$/, '')} `;
  }
  const { period } = whenAndWhose(said);
  return { unit, period, scope: SCOPES.exec(said)?.[0] ?? '', foreign: FOREIGN.test(said) };
}

/** What is longer is no caption of a table. */
const LONGEST_CAPTION = 60;
