/**
 * Fixed expressions (“四个意识”, “五位一体”) and the members listed beside them. A list is read only where it leaves no
 * doubt that it belongs to the name: 甲、乙、丙、丁等“四个…” before it, “四个…”（甲、乙、丙、丁） or …，即甲、乙… behind it.
 * Offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { rows } from '../../../generated/figures-fixed-expressions.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { readHanNumber } from '../../../language/text/numerals.ts';
import { wideTextOf } from '../../../language/text/wide.ts';

const FIXED = wordList('figures.fixed');

export interface Expression {
  /** 四个意识 */
  readonly names: readonly string[];
  readonly count: number;
  /** The number that its name begins with, 三 of 三会一课, whatever its members come to. */
  readonly named: number;
  /** Wordings of each member, the usual one first; empty where members are sentences. */
  readonly members: readonly (readonly string[])[];
  readonly strict: boolean;
  /** Words beside the name with which another number is a slip; “” for quotation marks. */
  readonly slip: readonly string[];
  readonly source: string;
}

export const EXPRESSIONS: readonly Expression[] = rows.map((row) => ({
  names: row.name.split('|'),
  count: Number(row.count),
  named: readHanNumber(row.name, 0)?.value ?? Number(row.count),
  members: row.members === '' ? [] : row.members.split('；').map((member) => member.split('|')),
  strict: row.order === 'strict',
  slip: row.slip === '' ? [] : row.slip.split('|'),
  source: row.source,
}));

/** By name, and by what stands behind the number of a name: 意识 of 四个意识. */
const BY_NAME = new Map<string, Expression[]>();
const BY_STEM = new Map<string, Expression[]>();
for (const expression of EXPRESSIONS) {
  for (const name of expression.names) {
    addTo(BY_NAME, name, expression);
    const number = readHanNumber(name, 0);
    if (number) addTo(BY_STEM, name.slice(number.end), expression);
  }
}

function addTo(map: Map<string, Expression[]>, key: string, expression: Expression): void {
  const known = map.get(key);
  if (!known) map.set(key, [expression]);
  else if (!known.includes(expression)) known.push(expression);
}

/** An item of a list: a member by its place in the expression, or −1 for what is none of its members. */
export interface Item extends Range {
  readonly member: number;
}

export interface FixedList extends Range {
  readonly items: readonly Item[];
  /** 等 closes the list: there may be more members than are named. */
  readonly open: boolean;
}

export interface FixedUse extends Range {
  /** The name as written, without quotation marks; the range is the name's. */
  readonly name: string;
  /** Where the number stands in the name; undefined for 五位一体 and the like. */
  readonly number: (Range & { readonly value: number }) | undefined;
  /** What the name says it is; undefined if no expression has this name (四个确立). */
  readonly named: Expression | undefined;
  readonly quoted: boolean;
  /** Readings of the list beside it, one for each expression that shares the name apart from its number. */
  readonly lists: readonly { readonly expression: Expression; readonly list: FixedList }[];
  /** Expressions of the same name with another number. */
  readonly kin: readonly Expression[];
}

export const fixedUses = defineFact<readonly FixedUse[]>(
  'fixed expressions',
  { words: [FIXED] },
  (paragraph) => {
    return readHits(paragraph.hits(FIXED), ({ start, end, entry }) =>
      readUse(wideTextOf(paragraph), start, end, entry.value === 'stem'),
    );
  },
);

/** The items of a list that are members of the expression. */
export function knownOf(list: FixedList): Item[] {
  return list.items.filter((item) => item.member >= 0);
}

/** Whether so many of the members stand in a list that it is one of them; fewer are no attempt to name them. */
export function isListing(list: FixedList, { members }: Expression): boolean {
  const known = knownOf(list).length;
  return known >= 2 && known >= members.length - 2;
}

const NUMERALS = new Characters('两二三四五六七八九十');

function readUse(text: string, hitStart: number, end: number, stem: boolean): FixedUse | undefined {
  let start = hitStart;
  let number: FixedUse['number'];
  if (stem) {
    while (NUMERALS.at(text, start - 1)) start--;
    const read = readHanNumber(text, start);
    if (read?.end !== hitStart) return undefined;
    number = { start, end: hitStart, value: read.value };
  }
  const name = text.slice(start, end);
  const kin = (stem ? BY_STEM.get(text.slice(hitStart, end)) : BY_NAME.get(name)) ?? [];
  const lists = kin.flatMap((expression) => {
    const list =
      expression.members.length > 0 &&
      (listBefore(text, start, expression) ?? listAfter(text, end, expression));
    return list ? [{ expression, list }] : [];
  });
  const quoted = /[“‘「『]/.test(text[start - 1] ?? '') && /[”’」』]/.test(text[end] ?? '');
  return { start, end, name, number, named: kin.find((e) => e.names.includes(name)), quoted, lists, kin };
}

// ---------------------------------------------------------------------------------------------------------------
// Lists

/** How far a list is followed: the longest members are sentences. */
const REACH = 240;
/** Longest item that is taken for a member gone wrong. */
const STRANGER = 12;
/** Longest verb in front of a member: 坚定不移增强政治意识. */
const VERB = 4;

const SEPARATORS = '、，；和与及';

/** Between the last member and the name: 等“…, 这“…, 的…. */
const TAIL = /(?<open>等)?(?:方面)?(?:这|的|上述|为主要内容的)?[“‘「『（(]?$/;
/** No tail is longer. */
const LONGEST_TAIL = 10;

function listBefore(text: string, nameStart: number, expression: Expression): FixedList | undefined {
  const from = Math.max(0, nameStart - REACH);
  let to = nameStart;
  const tail = TAIL.exec(text.slice(Math.max(from, to - LONGEST_TAIL), to))!;
  to -= tail[0].length;
  const known = membersIn(text, from, to, expression);
  const last = known[known.length - 1];
  if (!last) return undefined;
  const items: Item[] = [];
  // What stands between the last member and the name: nothing, or one more item.
  const rest = text.slice(last.end, to);
  if (rest !== '') {
    const stranger = strangers(text, last.end, to, false);
    if (stranger?.length !== 1 || !'、和与及'.includes(rest[0]!)) return undefined;
    items.push(asMember(text, stranger[0]!, expression));
  }
  items.unshift(last);
  for (let i = known.length - 2; i >= 0; i--) {
    const between = strangers(text, known[i]!.end, known[i + 1]!.start);
    if (!between) break;
    items.unshift(known[i]!, ...between);
  }
  if (new Set(known.map(({ member }) => member)).size < expression.members.length) {
    const first = headStranger(text, items[0]!, expression, from);
    if (first) items.unshift(first);
  }
  const start = items[0]!.start;
  return { start, end: to, items, open: tail.groups!.open !== undefined };
}

/** 推进共享: a member behind its verb. */
function asMember(text: string, item: Item, { members }: Expression): Item {
  const said = text.slice(item.start, item.end);
  const isOf = (wording: string) => said.endsWith(wording) && said.length - wording.length <= VERB;
  const member = members.findIndex((wordings) => wordings.some(isOf));
  return member < 0 ? item : { ...item, member };
}

/**
 * What stands in the place of the first member: 全局意识、政治意识、核心意识、看齐意识等“四个意识”. Only where all members end alike and it
 * does so too: anything may go before a list.
 */
function headStranger(text: string, first: Item, { members }: Expression, from: number): Item | undefined {
  const ending = members[0]![0]!.slice(-ALIKE);
  const isAlike = (wording: string) => wording.length > ALIKE && wording.endsWith(ending);
  const end = first.start - 1;
  if (!members.every((wordings) => wordings.every(isAlike))) return undefined;
  if (text[end] !== '、' || !text.endsWith(ending, end)) return undefined;
  return { member: -1, start: Math.max(from, end - members[0]![0]!.length), end };
}

/** How many of their last characters members have in common: 意识, 自信. */
const ALIKE = 2;

/** Between the name and its list: “四风”问题（, ，即, ：. */
const HEAD = /[”’」』]?[^，。；：（(、“”]{0,8}(?:[（(]|[：:]|，?(?:即|就是|是指|包括|也就是)[：:“]?|——)/y;

function listAfter(text: string, nameEnd: number, expression: Expression): FixedList | undefined {
  HEAD.lastIndex = nameEnd;
  const head = HEAD.exec(text);
  if (!head) return undefined;
  const from = HEAD.lastIndex;
  const bracket = /[（(]$/.test(head[0]);
  const window = text.slice(from, from + REACH);
  const stop = window.search(bracket ? /[）)]/ : /[。！？]/);
  const to = from + (stop < 0 ? window.length : stop);
  const known = membersIn(text, from, to, expression);
  if (!known[0] || known[0].start - from > VERB) return undefined;
  const items: Item[] = [known[0]];
  for (let i = 1; i < known.length; i++) {
    const between = strangers(text, known[i - 1]!.end, known[i]!.start);
    if (!between) break;
    items.push(...between, known[i]!);
  }
  const last = items[items.length - 1]!;
  const rest = text.slice(last.end, to);
  const open = rest.startsWith('等');
  // One more item behind the last member, up to the end of the clause.
  const more = open ? null : /^[、和与及]([^，。；、（“]{2,12})(?=$|[，；])/.exec(rest);
  if (more) items.push({ member: -1, start: last.end + 1, end: last.end + more[0].length });
  else if (!open && !bracket && /^[^，。；、）]/.test(rest)) return undefined;
  return { start: items[0]!.start, end: items[items.length - 1]!.end, items, open };
}

/** The members that stand in a stretch as items of a list, in text order. */
function membersIn(text: string, from: number, to: number, { members }: Expression): Item[] {
  const found: Item[] = [];
  const window = text.slice(from, to);
  for (const [member, wordings] of members.entries()) {
    for (const wording of wordings) {
      for (let at = window.indexOf(wording); at >= 0; at = window.indexOf(wording, at + 1)) {
        const item = { member, start: from + at, end: from + at + wording.length };
        if (isItem(text, item.start, item.end, to)) found.push(item);
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((item, i) => !found.some((other, j) => j < i && other.end > item.start));
}

/**
 * Whether a member is an item of the list or the end of one: a verb may stand in front (贯彻创新、…; 增强政治意识), and
 * the list ends at `to`, where the name begins.
 */
function isItem(text: string, start: number, end: number, to: number): boolean {
  const after = text[end] ?? '';
  if (/[、，；]/.test(after)) return true;
  const closed = end === to || /[。：）)”’」等的这“‘「（(和与及以为]/.test(after);
  return closed && (end - start >= VERB || /[、，；。：（(“‘「和与及]/.test(text[start - 1] ?? '、'));
}

/**
 * The items between two members, the verb of the second taken off (`verb`); undefined where the two cannot be neighbours in one
 * list: another sentence, a long clause, nothing that parts them.
 */
function strangers(text: string, start: number, end: number, verb = true): Item[] | undefined {
  const between = text.slice(start, end);
  if (between.length > 2 * STRANGER || /[。！？：（）()]/.test(between)) return undefined;
  const items: Item[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !SEPARATORS.includes(text[i]!)) continue;
    if (i > from) items.push({ member: -1, start: from, end: i });
    from = i + 1;
  }
  const last = items[items.length - 1];
  // A verb, with nothing between it and the next member: 、坚定|理论自信.
  if (verb && last?.end === end && end - last.start <= VERB && /^[、，；]/.test(between)) items.pop();
  if (between === '' || !SEPARATORS.includes(between[0]!)) return undefined;
  return items.length <= 1 && items.every((item) => item.end - item.start <= STRANGER) ? items : undefined;
}
