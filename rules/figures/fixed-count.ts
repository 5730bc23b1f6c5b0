import type { Edit, Severity } from '../../engine/finding.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { writeHanCount } from '../../language/text/numerals.ts';
import { severityOf } from './dates/verified.ts';
import {
  type Expression,
  type FixedList,
  type FixedUse,
  fixedUses,
  type Item,
  isListing,
  knownOf,
} from './lists/fixed.ts';

type Wrong =
  /** “三个自信” over the four of 四个自信, “四个确立”. */
  | { readonly is: 'number'; readonly expression: Expression; readonly list?: FixedList }
  /** A member is missing, perhaps with another item in its place; or an item is none of the members. */
  | {
      readonly is: 'members';
      readonly expression: Expression;
      readonly list: FixedList;
      readonly missing: readonly number[];
      readonly extra: readonly Item[];
    }
  | { readonly is: 'order'; readonly expression: Expression; readonly list: FixedList };

interface FixedMatch {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly use: FixedUse;
  readonly wrong: Wrong;
}

/** A fixed expression and the members listed beside it do not agree. */
export const fixedCount = defineParagraphRule<FixedMatch>({
  id: 'figures/fixed-count',
  severity: 'warning',

  reads: fixedUses,
  *find(paragraph) {
    for (const use of paragraph.fact(fixedUses)) {
      // 第二种形态: one of them.
      if (paragraph.text[use.start - 1] === '第') continue;
      const wrong = judge(use, paragraph.text);
      if (!wrong) continue;
      const { start, end } = use;
      // The number of a name is known where its members are not.
      const sure = wrong.is === 'number' && wrong.list === undefined;
      const severity = sure ? 'warning' : severityOf(wrong.expression.source, 'warning');
      yield { start, end, severity, use, wrong };
    }
  },

  explain({ use, wrong }, { text }) {
    const name = wrong.expression.names[0]!;
    const { list } = wrong;
    const evidence = list
      ? [{ start: list.start, end: list.end, message: `列出 ${list.items.length} 项` }]
      : [];
    if (wrong.is === 'number') {
      const reason = list ? `所列是“${name}”的 ${list.items.length} 项` : `通行的说法是“${name}”`;
      return { message: `称“${use.name}”，${reason}`, evidence };
    }
    if (wrong.is === 'order') {
      return { message: `“${name}”的次序是${usual(wrong.expression)}`, evidence };
    }
    const parts: string[] = [];
    const extra = wrong.extra.map((item) => `“${text.slice(item.start, item.end)}”`).join('、');
    if (wrong.missing.length > 0)
      parts.push(`缺“${wrong.missing.map((m) => usualOf(wrong.expression, m)).join('、')}”`);
    if (extra) parts.push(`${extra}不在其中`);
    const doubt = wrong.expression.source === 'K' ? '（成员尚未对照原始文件，请核实）' : '';
    return { message: `“${name}”${parts.join('，')}${doubt}`, evidence };
  },

  fix({ use, wrong }, { text }) {
    if (wrong.is === 'number') {
      const { number } = use;
      const value = wrong.expression.named;
      const right = writeHanCount(value);
      if (!number) return [];
      const edits = [{ start: number.start, end: number.end, text: right }];
      return [{ title: `改为“${wrong.expression.names[0]}”`, edits, safe: false }];
    }
    const fixed = wrong.is === 'order' ? reordered(wrong.list, text) : mended(wrong.list, wrong, text);
    return fixed ? [{ ...fixed, safe: false }] : [];
  },
});

function judge(use: FixedUse, text: string): Wrong | undefined {
  const { named, lists, kin } = use;
  const own = lists.find(({ expression }) => expression === named);
  if (own && isWhole(own.list, own.expression)) return orderOf(own.list, own.expression);
  // The list may be that of the same name with a greater number; fewer are a member left out.
  const other = lists.find(
    ({ list, expression }) => expression.count > (named?.count ?? 0) && isWhole(list, expression),
  );
  if (other) return { is: 'number', ...other };
  if (own) return membersOf(own.list, own.expression);
  // 创新、协调、绿色、共享四大发展理念: a member and with it the number were left out.
  const short = named ? undefined : lists.find(({ list, expression }) => lacksOne(list, expression));
  if (short) return membersOf(short.list, short.expression);
  // “三个自信” beside “四个意识”: an older name beside what came after it.
  const only = kin.find(
    (expression) => expression !== named && isSlip(use, expression, text, named !== undefined),
  );
  return only && { is: 'number', expression: only };
}

/** How far from the name the words stand that leave no doubt which is meant. */
const BESIDE = 30;

/** Whether another number in the name is a slip of the pen: “四个代表”重要思想. Of what is a name too, marks alone tell nothing. */
function isSlip(
  { start, end, quoted, number }: FixedUse,
  { slip, named }: Expression,
  text: string,
  isName: boolean,
): boolean {
  if (slip.length === 0 || number === undefined || Math.abs(number.value - named) > 2) return false;
  const beside = text.slice(Math.max(0, start - BESIDE), start) + text.slice(end, end + BESIDE);
  return slip.some((word) => (word === '“”' ? quoted && !isName : beside.includes(word)));
}

function isWhole(list: FixedList, { members }: Expression): boolean {
  const known = knownOf(list);
  return (
    known.length === members.length &&
    list.items.length === known.length &&
    new Set(known.map((i) => i.member)).size === known.length
  );
}

/** All members but one of four or more, and nothing else. */
function lacksOne(list: FixedList, { members }: Expression): boolean {
  const known = knownOf(list);
  return (
    members.length > MANY &&
    known.length === members.length - 1 &&
    list.items.length === known.length &&
    !list.open
  );
}

const MANY = 3;

function orderOf(list: FixedList, expression: Expression): Wrong | undefined {
  const ordered = list.items.every((item, i) => i === 0 || item.member > list.items[i - 1]!.member);
  return ordered || !expression.strict ? undefined : { is: 'order', expression, list };
}

function membersOf(list: FixedList, expression: Expression): Wrong | undefined {
  const known = knownOf(list);
  if (!isListing(list, expression)) return undefined;
  const extra = list.items.filter((item) => item.member < 0);
  const missing = [...expression.members.keys()].filter((m) => !known.some((item) => item.member === m));
  // 等 leaves room for those not named.
  if (list.open && extra.length === 0) return orderOf(list, expression);
  if (missing.length === 0 && extra.length === 0) return undefined;
  return { is: 'members', expression, list, missing, extra };
}

function usual({ members }: Expression): string {
  return members.map(([wording]) => wording).join('、');
}

function usualOf({ members }: Expression, member: number): string {
  return members[member]![0]!;
}

/** The members as they are worded here, each at the place the order gives it. */
function reordered(list: FixedList, text: string): { title: string; edits: Edit[] } {
  const words = list.items.map(({ start, end, member }) => ({ member, text: text.slice(start, end) }));
  words.sort((a, b) => a.member - b.member);
  const edits = list.items.flatMap(({ start, end }, i) => {
    const word = words[i]!.text;
    return word === text.slice(start, end) ? [] : [{ start, end, text: word }];
  });
  return { title: '按通行次序排列', edits };
}

/** One stranger for one missing member is replaced; one missing member is put in; one stranger is not taken out: it may be meant. */
function mended(
  list: FixedList,
  {
    expression,
    missing,
    extra,
  }: { expression: Expression; missing: readonly number[]; extra: readonly Item[] },
  text: string,
): { title: string; edits: Edit[] } | undefined {
  if (missing.length !== 1 || extra.length > 1) return undefined;
  const word = usualOf(expression, missing[0]!);
  const stranger = extra[0];
  if (stranger) {
    const { start, end } = stranger;
    return { title: `“${text.slice(start, end)}”改为“${word}”`, edits: [{ start, end, text: word }] };
  }
  const next = list.items.find((item) => item.member > missing[0]!);
  const last = list.items[list.items.length - 1]!;
  const edit = next
    ? { start: next.start, end: next.start, text: `${word}、` }
    : { start: last.end, end: last.end, text: `、${word}` };
  return { title: `补上“${word}”`, edits: [edit] };
}
