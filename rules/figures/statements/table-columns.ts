/**
 * Columns of a table that follow from other columns: growth, change, share, rate of completion, average, balance. What a column is
 * its head says; which columns it follows from, the heads and the rows themselves: most rows must agree.
 */
import type { Document } from '../../../engine/document.ts';
import { type CellFigure, isRule, type Row, tables } from '../../../language/layout/tables.ts';
import {
  add,
  divide,
  type Interval,
  meets,
  scale,
  subtract,
  sumOf,
  widen,
} from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { wrongPeriods } from './table-periods.ts';
import type { WrongCell } from './wrong-cell.ts';

/** How one column follows from others. */
interface Formula {
  readonly column: number;
  readonly sources: readonly number[];
  /** The heads leave no doubt which columns are meant. */
  readonly explicit: boolean;
  of(values: readonly CellFigure[]): Interval | undefined;
  show(texts: readonly string[]): string;
  /** The last of the sources, from the others and the result. */
  back?(values: readonly CellFigure[], result: number): number;
}

/** Head and one row, in Markdown with a rule between. */
const LEAST = 2;

export function* wrongCells(document: Document): Generator<WrongCell> {
  for (const table of tables(document, LEAST)) {
    const head = table[0]!.cells.map(({ text }) => text.replace(/\s/g, ''));
    const rows = table.slice(1).filter((row) => !isRule(row) && row.cells.length === head.length);
    if (rows.length === 0) continue;
    for (const column of head.keys()) {
      if (column === 0) continue;
      yield* wrongIn(rows, head, formulasFor(head, column, rows));
    }
    yield* wrongRows(rows);
    yield* wrongPeriods(head, rows);
  }
}

interface Judged {
  readonly right: number;
  readonly wrong: readonly WrongCell[];
  readonly explicit: boolean;
}

/** Of several ways to read a column the one that most rows agree with. */
function* wrongIn(
  rows: readonly Row[],
  head: readonly string[],
  formulas: readonly Formula[],
): Generator<WrongCell> {
  let best: Judged | undefined;
  for (const formula of formulas) {
    const judged = judge(rows, head, formula);
    if (
      !best ||
      judged.right > best.right ||
      (judged.right === best.right && judged.explicit && !best.explicit)
    )
      best = judged;
  }
  if (!best || best.wrong.length === 0) return;
  const sure = best.explicit
    ? best.right >= best.wrong.length || best.wrong.length === 1
    : best.right > best.wrong.length && best.right > 1;
  if (sure) yield* best.wrong;
}

function judge(rows: readonly Row[], head: readonly string[], formula: Formula): Judged {
  const { column, sources, explicit } = formula;
  const wrong: WrongCell[] = [];
  let right = 0;
  for (const { paragraph, cells } of rows) {
    const cell = cells[column]!;
    const from = sources.map((source) => cells[source]!);
    const values = from.map((source) => source.value ?? source.rate);
    if (!cell.rate || values.some((value, i) => !value || (from[i]!.empty && i === 0))) continue;
    const figures = values as CellFigure[];
    const expected = formula.of(figures);
    if (!expected) continue;
    const ulp = cell.rate.high - cell.rate.low || 1;
    if (meets(widen(expected, 1e-9), widen(cell.rate, ulp / 2))) right++;
    else {
      const back = formula.back?.(figures, cell.rate.number);
      wrong.push({
        paragraph,
        cell,
        name: head[column]!,
        sources: from.map((source) => ({ paragraph, cell: source })),
        expected,
        formula: formula.show(from.map(({ text }) => text)),
        doubtful: false,
        other: back === undefined ? undefined : { cell: from.at(-1)!, value: back },
      });
    }
  }
  return { right, wrong: right === 0 ? wrong.map((w) => ({ ...w, doubtful: true })) : wrong, explicit };
}

// ---------------------------------------------------------------------------------------------------------------
// What a head says

const RATE = /[%％]|率|幅/;
const GROWTHS = '增长 增幅 增速 升降 增减 涨幅 涨跌 变动 变化 增长率 增减率';
const GROWTH = new RegExp(
  `^(?:(?:同比|比上年|较上年|环比|年度)?${anyOf(GROWTHS)}(?:率|幅度?|比例|情况)?|[同环]比)(?:[（(]?[±+-]?[%％]?[)）]?)$`,
);
const CHANGES = '增减 增减额 增减数 增减量 变动 变动额 差额 差异 增加 增加数 增加额 增长额 净增 增量';
const CHANGE = new RegExp(
  `^(?:同比|比上年|较上年|与上年相比|比预算)?${anyOf(CHANGES)}(?:[（(][^（）()%％]{1,6}[)）])?$`,
);
const IN_PERCENT = '(?:[（(]?[%％]?[)）]?)$';
const SHARES = '占比 比重 占总[数量额计]?的?(?:比重|比例|百分比)? 所占比[例重] 百分比 构成比? 占合计';
const SHARE = new RegExp(`^${anyOf(SHARES)}${IN_PERCENT}`);
const COMPLETIONS = '完成率 完成比例 完成百分比 执行率 预算执行率 完成进度 完成预算 完成计划 完成年度计划';
const COMPLETION = new RegExp(`^${anyOf(COMPLETIONS)}${IN_PERCENT}`);
const PLAN = /计划|目标|任务|预算/;
const DONE = /完成|实际|决算|执行|支出|实绩/;
const AVERAGE = /^(?:[人户亩班村镇校场件户日月]均|平均|均价|单价|亩产|单产)/;
const OPENING = /年初|期初|月初|上年结[余转]|上年末|上期结[余存]/;
const CLOSING = /年末|期末|月末|余额|结余|结存/;
const INTO = /增加|收入|购入|入库|新增|拨入|流入|本年增/;
const OUT = /减少|支出|领用|出库|使用|拨出|流出|处置|本年减/;
const LEFTS = '节约 节余 剩余 差额 审减 核减 空编 缺编 空缺 空岗 缺额 缺口 尚欠 未完成 未办结 未整改';
const LEFT = new RegExp(`^${anyOf(LEFTS)}(?:资金|额|数|人数|量)?(?:[（(][^（）()%％]{1,6}[)）])?$`);
/** 到会率, 合格率: of two columns before it. */
const PART_RATE = new RegExp(`率${IN_PERCENT}`);
const AMOUNT = /^(?:总?金额|总价|合价|价款|小计|合计金额|费用|总额)(?:[（(](?<unit>[万千]?元)[)）])?$/;
const PRICE = /^单价(?:[（(](?<unit>[万千]?元)(?:[/／][^（）()]{1,3})?[)）])?$/;
const NUMBER = /^(?:采购|购置)?(?:数量|台数|件数|套数|个数|份数)(?:[（(][^（）()]{1,3}[)）])?$/;
const NO_VALUE = /序号|编号|名次|排名|单位|备注/;

function formulasFor(head: readonly string[], column: number, rows: readonly Row[]): readonly Formula[] {
  const name = head[column]!;
  if (NO_VALUE.test(name)) return [];
  if (GROWTH.test(name) && (RATE.test(name) || rows.some(({ cells }) => /[%％]$/.test(cells[column]!.text))))
    return pairs(head, column, rows, growth);
  if (CHANGE.test(name) || GROWTH.test(name)) return pairs(head, column, rows, change);
  if (SHARE.test(name)) return shares(head, column, rows);
  if (COMPLETION.test(name)) return completions(head, column);
  if (AMOUNT.test(name)) return amounts(head, column);
  if (AVERAGE.test(name)) return pairs(head, column, rows, quotient);
  if (CLOSING.test(name) && !OPENING.test(name)) {
    const found = balances(head, column);
    return found.length > 0 ? found : pairs(head, column, rows, rest);
  }
  if (LEFT.test(name)) return pairs(head, column, rows, rest);
  return PART_RATE.test(name) ? pairs(head, column, rows, partRate) : [];
}

const WORTH: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4 };

/** 单价, 数量, 金额 */
function amounts(head: readonly string[], column: number): Formula[] {
  const price = head.findIndex((name) => PRICE.test(name));
  const number = head.findIndex((name) => NUMBER.test(name));
  if (price < 0 || number < 0) return [];
  const unitOf = (pattern: RegExp, at: number) => pattern.exec(head[at]!)?.groups?.unit;
  const [each, all] = [unitOf(PRICE, price), unitOf(AMOUNT, column)];
  if ((each === undefined) !== (all === undefined)) return [];
  const factor = (WORTH[each ?? '元'] ?? 1) / (WORTH[all ?? '元'] ?? 1);
  return [
    {
      column,
      sources: [price, number],
      explicit: true,
      of: ([p, n]) => scale({ low: p!.low * n!.number, high: p!.high * n!.number }, factor),
      show: ([p, n]) => `${p}×${n}`,
      back: ([p], amount) => amount / factor / p!.number,
    },
  ];
}

type Make = (column: number, a: number, b: number, explicit: boolean) => Formula;

const growth: Make = (column, a, b, explicit) => ({
  column,
  sources: [a, b],
  explicit,
  of: ([x, y]) => {
    const ratio = x!.low > 0 ? divide(y!, x!) : undefined;
    return ratio && scale(subtract(ratio, ONE), 100);
  },
  show: ([x, y]) => `(${y}−${x})÷${x}`,
  back: ([x], rate) => x!.number * (1 + rate / 100),
});

const change: Make = (column, a, b, explicit) => ({
  column,
  sources: [a, b],
  explicit,
  of: ([x, y]) => subtract(y!, x!),
  show: ([x, y]) => `${y}−${x}`,
  back: ([x], by) => x!.number + by,
});

/** What is left of the first: 预算, 决算, 结余. */
const rest: Make = (column, a, b, explicit) => ({
  column,
  sources: [a, b],
  explicit,
  of: ([x, y]) => subtract(x!, y!),
  show: ([x, y]) => `${x}−${y}`,
  back: ([x], left) => x!.number - left,
});

/** The second of the first, in %: 应到, 实到, 到会率. */
const partRate: Make = (column, a, b) => ({
  column,
  sources: [a, b],
  explicit: false,
  of: ([x, y]) => {
    const ratio = x!.low > 0 ? divide(y!, x!) : undefined;
    return ratio && scale(ratio, 100);
  },
  show: ([x, y]) => `${y}÷${x}`,
  back: ([x], rate) => (x!.number * rate) / 100,
});

const quotient: Make = (column, a, b) => ({
  column,
  sources: [a, b],
  explicit: false,
  of: ([x, y]) => (y!.low > 0 ? divide(x!, y!) : undefined),
  show: ([x, y]) => `${x}÷${y}`,
  back: ([x], each) => x!.number / each,
});

const ONE = { low: 1, high: 1 };

/** Pairs of the columns of values to the left, in both orders. */
function pairs(head: readonly string[], column: number, rows: readonly Row[], make: Make): Formula[] {
  const values = valueColumns(head, column, rows);
  const found: Formula[] = [];
  for (const a of values) {
    for (const b of values) {
      if (a === b) continue;
      const [first, second] = [placeInTime(head[a]!), placeInTime(head[b]!)];
      const explicit = first !== undefined && second !== undefined && first < second && values.length === 2;
      found.push(make(column, a, b, explicit));
    }
  }
  return found;
}

const MOST_PAIRED = 6;

function valueColumns(head: readonly string[], column: number, rows: readonly Row[]): number[] {
  const found: number[] = [];
  for (let i = 1; i < column; i++) {
    if ([NO_VALUE, GROWTH, CHANGE, SHARE].some((other) => other.test(head[i]!))) continue;
    if (rows.some(({ cells }) => cells[i]!.value && !cells[i]!.empty)) found.push(i);
  }
  return found.slice(-MOST_PAIRED);
}

const EARLIER = /上年|去年|上期|同期|年初|预算|计划|目标|任务|调整前|前/;
const LATER = /本年|今年|本期|年末|决算|完成|实际|调整后|执行|后/;

/** Years, or the order of 上年 and 本年, 预算 and 决算. */
function placeInTime(name: string): number | undefined {
  const year = /(?:19|20)\d\d/.exec(name)?.[0];
  if (year !== undefined) return Number(year);
  if (LATER.test(name)) return 1;
  return EARLIER.test(name) ? 0 : undefined;
}

const TOTAL_ROW = /^(?:合\s*计|总\s*计|共\s*计|总\s*数)/;

/** Of the total row, or of the sum where the shares come to 100. */
function shares(head: readonly string[], column: number, rows: readonly Row[]): Formula[] {
  const value = valueColumns(head, column, rows).at(-1);
  if (value === undefined) return [];
  const total = rows.find(({ cells }) => TOTAL_ROW.test(cells[0]!.text))?.cells[value]?.value;
  const parts = rows.filter(({ cells }) => !TOTAL_ROW.test(cells[0]!.text));
  const sum = sumOf(parts.map(({ cells }) => cells[value]!.value ?? NOTHING));
  const whole = total && total.number > 0 ? total : sum;
  if (!total && parts.some(({ cells }) => /其中|小\s*计/.test(cells[0]!.text))) return [];
  const shown = total ? `${total.number}` : `合计${Number(((sum.low + sum.high) / 2).toPrecision(8))}`;
  return [
    {
      column,
      sources: [value],
      explicit: total !== undefined,
      of: ([x]) => {
        const ratio = whole.low > 0 ? divide(x!, whole) : undefined;
        return ratio && scale(ratio, 100);
      },
      show: ([x]) => `${x}÷${shown}`,
      back: (_, share) => (((whole.low + whole.high) / 2) * share) / 100,
    },
  ];
}

const NOTHING: Interval = { low: 0, high: 0 };

/** Done over planned. */
function completions(head: readonly string[], column: number): Formula[] {
  const before = head.slice(0, column);
  const plans = before.flatMap((name, i) => (i > 0 && PLAN.test(name) && !/完成|执行/.test(name) ? [i] : []));
  const done = before.flatMap((name, i) => (i > 0 && DONE.test(name) && !plans.includes(i) ? [i] : []));
  return plans.flatMap((plan) =>
    done.map(
      (d): Formula => ({
        column,
        sources: [plan, d],
        explicit: plans.length === 1 && done.length === 1,
        of: ([p, x]) => {
          const ratio = p!.low > 0 ? divide(x!, p!) : undefined;
          return ratio && scale(ratio, 100);
        },
        show: ([p, x]) => `${x}÷${p}`,
        back: ([p], rate) => (p!.number * rate) / 100,
      }),
    ),
  );
}

/** Opening and what came in less what went out. */
function balances(head: readonly string[], column: number): Formula[] {
  const roles = head.map((name, i) => (i === 0 || i === column ? undefined : roleOf(name)));
  const only = (role: string) => {
    const at = roles.flatMap((r, i) => (r === role ? [i] : []));
    return at.length === 1 ? at[0]! : undefined;
  };
  const [opening, into, out] = [only('opening'), only('in'), only('out')];
  if (into === undefined || out === undefined) return [];
  if (opening === undefined && roles.includes('opening')) return [];
  const sources = [...(opening === undefined ? [] : [opening]), into, out];
  return [
    {
      column,
      sources,
      explicit: true,
      of: (values) => {
        const [o, i, x] = values.length === 3 ? values : [NOTHING, ...values];
        return subtract(add(o!, i!), x!);
      },
      show: (texts) => `${texts.slice(0, -1).join('＋')}−${texts.at(-1)}`,
      back: (values, rest) => values.slice(0, -1).reduce((s, v) => s + v.number, 0) - rest,
    },
  ];
}

function roleOf(name: string): 'opening' | 'in' | 'out' | undefined {
  if (OPENING.test(name)) return 'opening';
  if (OUT.test(name)) return 'out';
  return INTO.test(name) ? 'in' : undefined;
}

// ---------------------------------------------------------------------------------------------------------------
// The same with rows

/** Rows 收入, 支出 and 结余, with or without what was there before. */
function* wrongRows(rows: readonly Row[]): Generator<WrongCell> {
  const labels = rows.map(({ cells }) => cells[0]!.text.replace(/\s|^[一二三四五六七八九十]、/g, ''));
  const closing = labels.findIndex((label) =>
    /^(?:年末|期末|本年|当年|收支)?(?:结余|余额|结存)$/.test(label),
  );
  const find = (pattern: RegExp) => labels.findIndex((label) => pattern.test(label));
  const into = find(/^(?:本年|当年|全年|总)?收入(?:合计|总计)?$/);
  const out = find(/^(?:本年|当年|全年|总)?支出(?:合计|总计)?$/);
  const opening = find(/^(?:上年|年初|期初)(?:结余|结转|余额)$/);
  if (closing < 0 || into < 0 || out < 0 || closing < into || closing < out) return;
  const sources = [...(opening < 0 ? [] : [opening]), into, out];
  const last = rows[closing]!;
  for (let column = 1; column < last.cells.length; column++) {
    const cell = last.cells[column]!;
    const from = sources.map((i) => rows[i]!.cells[column]!);
    if (!cell.value || cell.empty || from.some((c) => !c.value || c.empty)) continue;
    const values = from.map((c) => c.value!);
    const rest = sumOf(values.slice(0, -1));
    const expected = subtract(rest, values.at(-1)!);
    if (meets(expected, cell.value)) continue;
    yield {
      paragraph: last.paragraph,
      cell,
      name: labels[closing]!,
      sources: sources.map((i) => ({ paragraph: rows[i]!.paragraph, cell: rows[i]!.cells[column]! })),
      expected,
      formula: `${from
        .slice(0, -1)
        .map((c) => c.text)
        .join('＋')}−${from.at(-1)!.text}`,
      doubtful: false,
      other: undefined,
    };
  }
}
