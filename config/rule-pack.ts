/**
 * Rules that users define, as tables: a row a clause, rows of one name are one rule.
 *
 *     规则 ⇥ 类型 ⇥ 内容 ⇥ 改为 ⇥ 提示 ⇥ 级别 ⇥ 例外 ⇥ 文种 ⇥ 自动修复
 *     terms/old-name ⇥ 用词 ⇥ 旧称 ⇥ 新称 ⇥ 已更名 ⇥ warning ⇥ 旧称考 ⇥ report ⇥ 是
 *
 * 类型 is 用词 (改为 is the right form), 禁用, 必用 (改为: only where one of these stands), 次数 (改为: 最多3, 至少1) or 模式 (RE2's syntax).
 * The first three columns are needed. What a rule says of itself as a whole (from 提示 on) is taken from its first row.
 */
import { DOCUMENT_KINDS, type Rule, SEVERITIES } from '../rules/index.ts';
import type { ConfigProblem, Fault } from './model.ts';
import { readTable, type TableCell, type TableRow } from './table.ts';
import { type Clause, patternFault, type UserRule } from './user-rules.ts';

const COLUMNS = ['规则', '类型', '内容', '改为', '提示', '级别', '例外', '文种', '自动修复'] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['规则', '类型', '内容'];
const TYPES = ['用词', '禁用', '必用', '次数', '模式'];

/** @param ours rules of the product, whose names are taken */
export function parsePack(
  path: string,
  text: string,
  ours: readonly Pick<Rule, 'id'>[],
): { rules: readonly UserRule[]; problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const fault = ({ start, end }: { readonly start: number; readonly end: number }, is: Fault) =>
    problems.push({ path, start, end, fault: is });
  const byId = new Map<string, UserRule & { readonly clauses: Clause[] }>();
  const nameFault = userRuleNames(ours);
  let head: ReadonlyMap<Column, number> | undefined;
  for (const row of readTable(path, text)) {
    if (row.cells.length === 0) continue;
    if (!head) {
      head = headOf(row);
      if (!head) {
        fault(row, { is: 'table-head', heads: [COLUMNS.join(' ')] });
        break;
      }
      continue;
    }
    const columns = head;
    const cell: Cells = (column) =>
      row.cells[columns.get(column) ?? -1] ?? { text: '', start: row.end, end: row.end };
    const empty = NEEDED.find((column) => cell(column).text === '');
    const id = cell('规则').text;
    const unnamed = nameFault(id);
    if (empty !== undefined) fault(row, { is: 'table-cell', column: empty, why: 'empty' });
    else if (unnamed) fault(cell('规则'), unnamed);
    else {
      const clause = clauseOf(cell, fault);
      if (!clause) continue;
      const about = ruleOfRow(id, cell, fault);
      const known = byId.get(id);
      if (known) known.clauses.push(clause);
      else byId.set(id, { ...about, clauses: [clause] });
    }
  }
  return { rules: [...byId.values()], problems };
}

/** Why a name may not be given to a rule of a user's, or `undefined`: it may, being of a family of ours and not one of our rules. */
export function userRuleNames(ours: readonly Pick<Rule, 'id'>[]): (name: string) => Fault | undefined {
  const taken = new Set(ours.map(({ id }) => id));
  const families = [...new Set(ours.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  return (name) => {
    const fault = (why: 'form' | 'family' | 'taken'): Fault => ({ is: 'rule-name', name, why, families });
    const [, family] = /^([a-z]+)\/[a-z]+(?:-[a-z]+)*$/.exec(name) ?? [];
    if (family === undefined) return fault('form');
    if (!families.includes(family)) return fault('family');
    return taken.has(name) ? fault('taken') : undefined;
  };
}

function headOf({ cells }: TableRow): ReadonlyMap<Column, number> | undefined {
  const at = new Map<Column, number>();
  for (const column of COLUMNS) {
    const index = cells.findIndex(({ text }) => text === column);
    if (index >= 0) at.set(column, index);
  }
  return NEEDED.every((column) => at.has(column)) ? at : undefined;
}

/** The row's cell of a column, an empty one where the table has not the column. */
type Cells = (column: Column) => TableCell;
type Blame = (at: TableCell, is: Fault) => void;

/** What a row says of the rule as a whole; what cannot be read is as if it were not said. */
function ruleOfRow(id: string, cell: Cells, fault: Blame): Omit<UserRule, 'clauses'> {
  const oneOf = <T extends string>(column: Column, said: string, known: readonly T[]): T | undefined => {
    const found = known.find((one) => one === said);
    if (found === undefined && said !== '')
      fault(cell(column), { is: 'bad-value', key: column, expected: known.join(' | ') });
    return found;
  };
  return {
    id,
    level: oneOf('级别', cell('级别').text, SEVERITIES) ?? 'warning',
    message: '',
    note: cell('提示').text,
    safe: oneOf('自动修复', cell('自动修复').text, ['是', '否']) === '是',
    kinds: listOf(cell('文种').text).flatMap((kind) => oneOf('文种', kind, DOCUMENT_KINDS) ?? []),
    except: listOf(cell('例外').text),
  };
}

/** 甲、乙；丙 */
function listOf(text: string): string[] {
  return text
    .split(/[、；;]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function clauseOf(cell: Cells, fault: Blame): Clause | undefined {
  const content = cell('内容').text;
  const right = cell('改为').text;
  switch (cell('类型').text) {
    case '用词':
      return { is: 'word', words: listOf(content), right };
    case '禁用':
      return { is: 'word', words: listOf(content), right: undefined };
    case '必用':
      return { is: 'require', words: listOf(content), when: listOf(right) };
    case '次数': {
      const [, most, least] = /^(?:最多(\d{1,4})|至少(\d{1,4}))$/.exec(right) ?? [];
      if (most === undefined && least === undefined) {
        fault(cell('改为'), { is: 'bad-value', key: '改为', expected: '最多3 | 至少1' });
        return undefined;
      }
      return {
        is: 'count',
        words: listOf(content),
        least: Number(least ?? 0),
        most: most === undefined ? Number.POSITIVE_INFINITY : Number(most),
      };
    }
    case '模式': {
      const wrong = patternFault(content);
      if (wrong === undefined) return { is: 'pattern', pattern: content, right: right || undefined };
      fault(cell('内容'), { is: 'bad-pattern', detail: wrong });
      return undefined;
    }
    default:
      fault(cell('类型'), { is: 'bad-value', key: '类型', expected: TYPES.join(' | ') });
      return undefined;
  }
}
