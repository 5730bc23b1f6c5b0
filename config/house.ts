/**
 * The house's own facts, from its table: people with their posts, the own place and bodies, places that must not appear, terms, and
 * the ledger of figures. A file may hold several tables, each known by its head; one row that is wrong costs that row.
 */
import type {
  Elsewhere,
  House,
  HouseFigure,
  HouseName,
  HousePerson,
  HouseTerm,
  Stranger,
} from '../rules/index.ts';
import type { ConfigProblem, Fault } from './model.ts';
import { readTable, type TableCell, type TableRow } from './table.ts';

/** The columns of each table, the first of each kind is what messages call it; `?` may be left out. */
const TABLES = {
  figures: {
    指标: ['指标', '指标名称'],
    口径: ['口径', '范围', '?'],
    时期: ['时期', '时间', '年份', '?'],
    数值: ['数值', '数额', '数据'],
    单位: ['单位', '计量单位', '?'],
  },
  people: { 姓名: ['姓名', '名字'], 职务: ['职务', '职位'] },
  places: { 本地: ['本地', '本地名称', '地名'], 简称: ['简称', '别称', '?'] },
  bodies: { 机构: ['机构', '机构全称', '单位', '单位全称', '全称'], 简称: ['简称', '别称', '?'] },
  strangers: { 外地: ['外地', '外地地名', '不得出现', '不应出现'] },
  terms: {
    规范表述: ['规范表述', '规范用语', '术语', '应写作'],
    不写作: ['不写作', '误写', '不规范表述', '不得写作'],
    说明: ['说明', '备注', '?'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

type Kind = keyof typeof TABLES;

/** Heads as a message shows them. */
const HEADS = Object.values(TABLES).map((columns) => Object.keys(columns).join(' '));

/** A head that was understood: where each column stands. */
interface Head {
  readonly kind: Kind;
  readonly at: ReadonlyMap<string, number>;
}

/** @param path absolute, with slashes; its ending tells the form of the table, see {@link readTable} */
export function parseHouse(path: string, text: string): { house: House; problems: readonly ConfigProblem[] } {
  const reader = new Reader(path, text);
  let head: Head | 'unknown' | undefined;
  for (const row of readTable(path, text)) {
    if (row.cells.length === 0) {
      head = undefined;
      continue;
    }
    const next = headOf(row);
    if (next) head = next;
    else if (head === undefined) {
      reader.fault(row, { is: 'table-head', heads: HEADS });
      head = 'unknown';
    } else if (head !== 'unknown') reader.row(head, row);
  }
  return { house: reader.house, problems: reader.problems };
}

/** Several tables as one, in their order. */
export function mergeHouses(houses: readonly House[]): House {
  const all = <K extends Kind>(kind: K) => houses.flatMap((house) => house[kind] as House[K][number][]);
  return {
    people: all('people'),
    places: all('places'),
    bodies: all('bodies'),
    strangers: all('strangers'),
    terms: all('terms'),
    figures: all('figures'),
  };
}

/** The kind of table whose columns the row names. */
function headOf({ cells }: TableRow): Head | undefined {
  for (const [kind, columns] of Object.entries(TABLES) as [Kind, Record<string, readonly string[]>][]) {
    const at = new Map<string, number>();
    for (const [column, names] of Object.entries(columns)) {
      const index = cells.findIndex(({ text }) => names.includes(text));
      if (index >= 0) at.set(column, index);
      else if (!names.includes('?')) break;
    }
    const needed = Object.entries(columns).filter(([, names]) => !names.includes('?'));
    if (needed.every(([column]) => at.has(column))) return { kind, at };
  }
  return undefined;
}

const LIST = /[、；;/]/;
/** A number with thousands marked or not, and the unit where it stands in the same cell. */
const FIGURE = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d{1,16})(\.\d{1,8})?\s?(\D{0,10})$/;

class Reader {
  readonly problems: ConfigProblem[] = [];
  readonly house = {
    people: [] as HousePerson[],
    places: [] as HouseName[],
    bodies: [] as HouseName[],
    strangers: [] as Stranger[],
    terms: [] as HouseTerm[],
    figures: [] as HouseFigure[],
  };
  readonly #path: string;
  readonly #text: string;
  /** Names and figures that stand in the table already. */
  readonly #seen = new Set<string>();
  #line = 0;
  #lineStart = 0;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  fault({ start, end }: { readonly start: number; readonly end: number }, fault: Fault): void {
    this.problems.push({ path: this.#path, start, end, fault });
  }

  row({ kind, at }: Head, row: TableRow): void {
    const cell = (column: string): TableCell =>
      row.cells[at.get(column) ?? -1] ?? { text: '', start: row.end, end: row.end };
    /** A cell that must not be empty. */
    const needed = (column: string): string | undefined => {
      const { text } = cell(column);
      if (text === '') this.fault(row, { is: 'table-cell', column, why: 'empty' });
      return text || undefined;
    };
    const list = (column: string) =>
      cell(column)
        .text.split(LIST)
        .map((part) => part.trim())
        .filter(Boolean);
    switch (kind) {
      case 'people': {
        const name = needed('姓名')?.replace(/\s/g, '');
        const post = name && needed('职务');
        if (!name || !post || this.#isDouble(row, name)) return;
        this.house.people.push({ name, posts: list('职务'), at: this.#placeOf(cell('姓名')) });
        return;
      }
      case 'places':
      case 'bodies': {
        const column = kind === 'places' ? '本地' : '机构';
        const full = needed(column);
        if (full) this.house[kind].push({ full, short: list('简称'), at: this.#placeOf(cell(column)) });
        return;
      }
      case 'strangers': {
        if (!needed('外地')) return;
        for (const name of list('外地')) this.house.strangers.push({ name, at: this.#placeOf(cell('外地')) });
        return;
      }
      case 'terms': {
        const right = needed('规范表述');
        if (!right || !needed('不写作')) return;
        const wrong = list('不写作').filter((form) => form !== right);
        const at = this.#placeOf(cell('规范表述'));
        if (wrong.length > 0) this.house.terms.push({ right, wrong, note: cell('说明').text, at });
        return;
      }
      case 'figures':
        this.#figure(row, cell, needed);
    }
  }

  #figure(
    row: TableRow,
    cell: (column: string) => TableCell,
    needed: (column: string) => string | undefined,
  ): void {
    const indicator = needed('指标');
    const value = indicator && needed('数值');
    if (!indicator || !value) return;
    const [, sign = '', whole, part = '', own = ''] = FIGURE.exec(value) ?? [];
    if (whole === undefined) {
      this.fault(cell('数值'), { is: 'table-cell', column: '数值', why: 'number' });
      return;
    }
    const unit = cell('单位').text || own;
    const scope = cell('口径').text;
    const period = cell('时期').text.replace(/^((?:19|20)\d\d)$/, '$1年');
    const said = [indicator, scope, period].filter(Boolean).join(' ');
    if (this.#isDouble(row, said)) return;
    const figure = `${sign && '-'}${whole.replaceAll(',', '')}${part}${unit}`;
    this.house.figures.push({ indicator, scope, period, figure, at: this.#placeOf(cell('数值')) });
  }

  /** Two rows of one thing: the first holds. */
  #isDouble(row: TableRow, said: string): boolean {
    const known = this.#seen.has(said);
    if (known) this.fault(row, { is: 'table-double', said });
    this.#seen.add(said);
    return known;
  }

  /** Rows come in order, so that lines are counted once. */
  #placeOf({ start, end }: TableCell): Elsewhere {
    for (;;) {
      const next = this.#text.indexOf('\n', this.#lineStart);
      if (next < 0 || next >= start) break;
      this.#line++;
      this.#lineStart = next + 1;
    }
    const at = start - this.#lineStart;
    return { path: this.#path, line: this.#line, start: at, end: at + end - start };
  }
}
