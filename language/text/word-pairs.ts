/**
 * Pairs of words that do not go together in one clause or sentence: 只有…就, 加大…工作. The rows stand in `data/*.pairs.tsv`
 * (columns: `pairRules` in scripts/tables.mjs); the automaton finds the words of all pairs, and gives with each the rows that it
 * opens (`<3`) and closes (`>3`).
 */
import { defineFact, type Fact } from '../../engine/facts.ts';
import type { Fix, Range, Severity } from '../../engine/finding.ts';
import type { WordList } from '../../engine/language.ts';
import { NONE } from '../../engine/lists.ts';
import { CLAUSE_STOPS, STATEMENT_STOPS } from './bounds.ts';
import { type Context, holds, readContexts } from './neighbours.ts';
import type { PackedRows } from './packed.ts';

/** A row, without what only tests read. */
export interface PairRow {
  readonly first: string;
  readonly second: string;
  readonly within: string;
  /** The most units between the two. */
  readonly most: string;
  /** `加大→加强`: the change to one of them. */
  readonly right?: string;
  readonly kind: string;
  readonly level?: Severity;
  /** Neighbourhoods of the first word, and of the second: one of each must be there, if any are given. */
  readonly before?: string;
  readonly after?: string;
  /** Words that must not stand between the two. */
  readonly between?: string;
  readonly note: string;
}

/** A pair found: the range is the word to change, or all from the first to the second. */
export interface PairMatch extends Range {
  readonly row: PairRow;
  readonly severity?: Severity;
  readonly first: Range;
  readonly second: Range;
  readonly changed?: Range & { readonly to: string };
}

/** The matches of a list of pairs in a paragraph, in the order of their second words. */
export function defineWordPairs(
  name: string,
  list: WordList,
  rows: PackedRows<PairRow>,
): Fact<readonly PairMatch[]> {
  const conditions = new Map<number, Conditions>();
  const conditionsOf = (row: number) => {
    let known = conditions.get(row);
    if (!known) {
      known = readConditions(rows.at(row));
      conditions.set(row, known);
    }
    return known;
  };
  const rolesOf = rolesByValue();
  return defineFact<readonly PairMatch[]>(name, { words: [list] }, (paragraph) => {
    const { text } = paragraph;
    let found: PairMatch[] | undefined;
    let open: Waiting | undefined;
    for (const hit of paragraph.hits(list)) {
      for (const { opens, row } of rolesOf(hit.entry.value)) {
        if (opens) {
          open ??= new Map();
          wait(open, row, hit);
          continue;
        }
        const firsts = open?.get(row);
        if (!firsts) continue;
        open!.delete(row);
        const fitting = firsts.filter((first) => fits(conditionsOf(row), text, first, hit));
        if (fitting.length === 0) continue;
        found ??= [];
        found.push(...fitting.map((first) => matchOf(rows.at(row), text, first, hit)));
      }
    }
    return found ?? NONE;
  });
}

/** By row: the first words that wait for their second. */
type Waiting = Map<number, Range[]>;

/** Puts a first word to those that wait. Of two that begin together the longer comes first, and is the one that counts. */
function wait(open: Waiting, row: number, first: Range): void {
  const firsts = open.get(row);
  if (!firsts) open.set(row, [first]);
  else if (firsts.at(-1)!.start !== first.start) firsts.push(first);
}

/** What a word does in a row. */
interface Role {
  readonly opens: boolean;
  readonly row: number;
}

/** Reads `<3 >5`, each value once. */
function rolesByValue(): (value: string) => readonly Role[] {
  const known = new Map<string, readonly Role[]>();
  return (value) => {
    let roles = known.get(value);
    if (!roles) {
      roles = value.split(' ').map((role) => ({ opens: role[0] === '<', row: Number(role.slice(1)) }));
      known.set(value, roles);
    }
    return roles;
  };
}

type Conditions = ReturnType<typeof readConditions>;

function readConditions({ before, after, between, most, within }: PairRow) {
  return {
    before: readContexts(before),
    after: readContexts(after),
    between: between?.split('|') ?? [],
    most: Number(most),
    stops: within === 'clause' ? CLAUSE_STOPS : STATEMENT_STOPS,
  };
}

function fits(
  { before, after, between, most, stops }: Conditions,
  text: string,
  first: Range,
  second: Range,
) {
  if (second.start < first.end || second.start - first.end > most) return false;
  if (stops.isIn(text, first.end, second.start)) return false;
  const one = (contexts: readonly Context[], { start, end }: Range) =>
    contexts.length === 0 || contexts.some((context) => holds(context, text, start, end));
  if (!one(before, first) || !one(after, second)) return false;
  const gap = text.slice(first.end, second.start);
  return !between.some((word) => gap.includes(word));
}

function matchOf(row: PairRow, text: string, first: Range, second: Range): PairMatch {
  const severity = row.level && { severity: row.level };
  const { right } = row;
  if (right === undefined) return { start: first.start, end: second.end, row, first, second, ...severity };
  const [from = '', to = ''] = right.split('→');
  // The change is to the one of the two that has the word in it.
  const inFirst = text.slice(first.start, first.end).indexOf(from);
  const at = inFirst >= 0 ? first.start + inFirst : text.indexOf(from, second.start);
  const changed = { start: at, end: at + from.length, to };
  return { start: at, end: changed.end, row, first, second, changed, ...severity };
}

/** What is wrong, in words: “加大……工作”搭配不当：note. */
export function explainPair({ row, first, second, changed }: PairMatch, text: string): string {
  const pair = `“${text.slice(first.start, first.end)}……${text.slice(second.start, second.end)}”`;
  const advice =
    changed === undefined
      ? ''
      : changed.to === ''
        ? `，应删去“${text.slice(changed.start, changed.end)}”`
        : `，“${text.slice(changed.start, changed.end)}”应作“${changed.to}”`;
  return `${pair}不能这样连用${advice}：${row.note}`;
}

/** The change that the row knows of. */
export function fixPair({ changed }: PairMatch, safe: boolean): readonly Fix[] {
  if (!changed) return [];
  const { start, end, to } = changed;
  return [{ title: to === '' ? '删去' : `改为“${to}”`, edits: [{ start, end, text: to }], safe }];
}
