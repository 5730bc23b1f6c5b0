/**
 * Bounds that the sentence itself puts on a number left blank: at most its total (10个重点项目，仍有×个未开工), at least
 * the items already listed (甲、乙、丙等×项). Offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Constraint, Range } from '../../../engine/finding.ts';
import { type Placeholder, placeholders } from '../../../language/blanks/placeholders.ts';
import { boundBefore, clauseStart, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';

/** Stands where its placeholder stands. */
export interface Bound extends Range {
  readonly placeholder: Placeholder;
  readonly min?: number;
  readonly max?: number;
  /** The parts of the total that the sentence names already: 7 of 30个，已有7个建成，还有×个. */
  readonly named: readonly number[];
  /** What sets the bound: the total, or the list. */
  readonly evidence: Range;
  /** As written: 10个重点项目; or the items in number. */
  readonly stated: string;
}

/** How far back in its sentence a total is looked for, in units. */
const REACH = 120;

export const bounds = defineFact<readonly Bound[]>(
  'placeholder-bounds',
  { facts: [placeholders] },
  (paragraph) => {
    const found: Bound[] = [];
    for (const placeholder of paragraph.fact(placeholders)) {
      const sibling = found[found.length - 1];
      if (!mayBeBounded(paragraph.text, placeholder, sibling)) continue;
      if (placeholder.slot !== 'number' || placeholder.head === '') continue;
      const bound =
        atLeastListed(paragraph.text, placeholder) ?? atMostTotal(paragraph.text, placeholder, sibling);
      if (bound) found.push(bound);
    }
    return found;
  },
);

/** The same, by placeholder. */
export const boundsOf = defineFact<ReadonlyMap<Placeholder, Bound>>(
  'placeholder-bounds-of',
  (paragraph) => new Map(paragraph.fact(bounds).map((bound) => [bound.placeholder, bound])),
);

/** What says that the number is a part of the one before. */
const PART =
  /(?:其中[^，；]{0,8}|仍有|还有|尚有|只有|仅有|已有|有|其余|剩余|剩下|余下|余|已完成|完成|已建成|已开工)$/;
const TOTAL = new RegExp(String.raw`((?<!\d)\d{1,15}|[${ONE_TO_TEN}两]{1,3})余?([\u4e00-\u9fff]{1,2})`, 'g');

/** What the words end with that a bound is read by: 等, 等共, 等主要, and those of {@link PART} but 其中. */
const BOUNDED = new Characters('等共要有余下成工');

const AMONG = new Characters('其');

/** Looked at first: what belongs into the blank takes longer to tell. */
function mayBeBounded(text: string, { start }: Placeholder, sibling: Bound | undefined): boolean {
  if (sibling && text[start - 1] === '，') return true;
  if (BOUNDED.at(text, start - 1)) return true;
  for (let i = start - 2; i >= start - 10; i--) if (AMONG.at(text, i) && text[i + 1] === '中') return true;
  return false;
}

/** 全县12个项目，仍有×个没有开工，×个没有完工; of 30个，已有7个建成，还有×个 the 7 are taken off. */
function atMostTotal(text: string, placeholder: Placeholder, sibling: Bound | undefined): Bound | undefined {
  const { start, head } = placeholder;
  const from = boundBefore(text, start, STATEMENT_STOPS, REACH);
  const left = text.slice(from, start);
  const clause = left.slice(left.lastIndexOf('，') + 1);
  if (clause.length === left.length) return undefined;
  if (clause === '') {
    // ，×个…: the next part of the same total.
    const continues =
      sibling?.max !== undefined && sibling.placeholder.head === head && sibling.placeholder.start > from;
    return continues ? { ...sibling, placeholder, start, end: placeholder.end } : undefined;
  }
  if (!PART.test(clause)) return undefined;
  const counts = countsBefore(text, from, start - clause.length - 1, head);
  // 已开工20个，其中×个: part of the last, whatever that is a part of.
  const isWhole = clause.includes('其中') ? () => true : ({ isPart }: Count) => !isPart;
  const at = counts.findLastIndex(isWhole);
  if (at < 0) return undefined;
  const total = counts[at]!;
  const parts = counts.slice(at + 1);
  const noun = /^[^，。；：、（）“”的]{0,8}/.exec(text.slice(total.end))![0];
  const end = total.end + (noun.length < 8 ? noun.length : 0);
  const evidence = { start: total.start, end };
  const stated = text.slice(total.start, end).replace(/[中里内]$/, '');
  return upTo(placeholder, total.value, parts, REST.test(clause), evidence, stated);
}

/** What is left when the parts are taken away: no more, and no less. */
const REST = /(?:其余|剩余|剩下|余下)的?$/;

function upTo(
  placeholder: Placeholder,
  total: number,
  parts: readonly Count[],
  isRest: boolean,
  evidence: Range,
  stated: string,
): Bound | undefined {
  const { start, end } = placeholder;
  const named = parts.map(({ value }) => value);
  const sum = named.reduce((a, b) => a + b, 0);
  const max = total - sum;
  // The parts overlap, or the text is wrong: it puts no bound on the blank.
  if (max < 0) return undefined;
  const min = isRest && sum > 0 ? { min: max } : {};
  return { start, end, placeholder, max, ...min, named, evidence, stated };
}

/** A number of the things that are wanted. */
interface Count extends Range {
  readonly value: number;
  /** 已有7个, 其中5个: of a total said before. */
  readonly isPart: boolean;
}

/** The numbers of the same things in `text[from, to)`. */
function countsBefore(text: string, from: number, to: number, head: string): Count[] {
  const found: Count[] = [];
  for (const m of text.slice(from, to).matchAll(TOTAL)) {
    const at = from + m.index;
    const value = readNumber(m[1]!);
    const before = text.slice(from, at);
    // 3月、第3个, a figure that is itself half masked, another unit: no total.
    if (value === undefined || !m[2]!.startsWith(head) || /[第.\d×xX*]$/.test(before)) continue;
    const clause = before.slice(before.lastIndexOf('，') + 1);
    const isPart = found.length > 0 && PART_BEFORE.test(clause);
    found.push({ start: at, end: at + m[0].length, value, isPart });
  }
  return found;
}

/** What leads to a part within its clause. */
const PART_BEFORE =
  /^(?:其中)?[^，]{0,8}(?:已|仍|还|尚|只|仅|有|剩|余|完成|建成|开工|整改|竣工|办结|通过|达标|未)[^，]{0,4}$|^$/;

/** 生产总值、固投、就业和社保等×项指标: the items listed, and possibly more. */
function atLeastListed(text: string, placeholder: Placeholder): Bound | undefined {
  const { start, end } = placeholder;
  const ending = /等(?:共|主要)?$/.exec(text.slice(Math.max(0, start - 3), start));
  if (!ending) return undefined;
  const to = start - ending[0].length;
  const list = text.slice(clauseStart(text, to), to);
  let depth = 0;
  let items = 1;
  let last = 0;
  for (let i = 0; i < list.length; i++) {
    const c = list[i]!;
    if ('“《（‘'.includes(c)) depth++;
    else if ('”》）’'.includes(c)) depth--;
    else if (c === '、' && depth === 0) {
      items++;
      last = i;
    }
  }
  if (items < 2) return undefined;
  // 甲、乙和丙: the last two are joined by a word.
  if (/[^、“”（）]{2}(?:和|及|以及|与)[^、“”（）]{2}/.test(list.slice(last + 1))) items++;
  return {
    start,
    end,
    placeholder,
    min: items,
    evidence: { start: to - list.length, end: to },
    stated: `${items}项`,
    named: [],
  };
}

/** The total less its parts, in words: 前文的“30个”减去已说的7，余23; empty where nothing is taken off. */
export function remainder({ max, named, stated }: Bound): string {
  return named.length === 0 ? '' : `前文的“${stated}”减去已说的${named.join('、')}，余${max}`;
}

/** The same for whoever fills in the number. */
export function constraintOf(bound: Bound): Constraint {
  const { min, max, stated } = bound;
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  if (max === undefined) return { ...limits, reason: `前面已列出${min}项，不小于${min}` };
  return { ...limits, reason: remainder(bound) || `不大于前文的“${stated}”` };
}
