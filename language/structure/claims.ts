/**
 * Declared counts held against the lists they speak of.
 */
import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import { GroupedEntries } from '../../engine/grouped.ts';
import { syncTo } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { type DeclaredCount, declaredCounts, placedCounts } from './declared-counts.ts';
import { isStructural } from './series-marks.ts';
import { lastUpTo, memberBefore, type Series, type Structure, structure } from './structure.ts';

/** One statement of a number. */
export interface Statement {
  readonly paragraph: Paragraph;
  readonly count: DeclaredCount;
}

/** A number and the list that its place ties it to. */
export interface Claim {
  readonly anchor: Statement;
  readonly series: Series;
  /** Number and measure. */
  readonly key: string;
}

/** All claims in text order. */
export const claims = defineModel<readonly Claim[]>('claims', (document) => {
  const all: Claim[] = [];
  for (const read of document.model(claimsByParagraph).found.values())
    for (const claim of read) all.push(claim);
  return all.sort((a, b) => inTextOrder(a.anchor, b.anchor));
});

/** The claims of single paragraphs, and what they were read from. */
interface Kept {
  readonly tree: Structure;
  readonly renewals: number;
  readonly paragraphs: Paragraph[];
  readonly found: Map<Paragraph, readonly Claim[]>;
}

/** While the tree stands, only claims that look at a line which was typed in, or at a series with a member there, are read again. */
const claimsByParagraph = defineModel<Kept>('claims by paragraph', (document, previous) => {
  const tree = document.model(structure);
  const { renewals } = tree;
  const standing = previous?.tree === tree && renewals - previous.renewals <= 1 ? previous : undefined;
  const paragraphs = standing?.paragraphs ?? [];
  const found = standing?.found ?? new Map<Paragraph, readonly Claim[]>();
  const { from, removed, added } = syncTo(paragraphs, document.paragraphs);
  for (const paragraph of removed) found.delete(paragraph);

  const again = new Set<Paragraph>();
  const addLines = (first: number, last: number) => {
    for (const paragraph of document.paragraphs.slice(Math.max(0, first), last + 1)) again.add(paragraph);
  };
  if (standing) {
    // Claims look some lines ahead; 以上三点 looks at the line before it.
    addLines(from - AHEAD, from + added.length);
    for (const { first, parent } of renewals === standing.renewals ? [] : tree.touched) {
      addLines(first.paragraph.index - AHEAD, first.paragraph.index);
      if (parent) again.add(parent.paragraph);
    }
  }
  const lists = new Lists(document);
  for (const paragraph of standing ? again : document.paragraphsWith(placedCounts)) {
    const read = claimsIn(paragraph, lists);
    if (read.length > 0) found.set(paragraph, read);
    else found.delete(paragraph);
  }
  return { tree, renewals, paragraphs, found };
});

function claimsIn(paragraph: Paragraph, lists: Lists): readonly Claim[] {
  const found: Claim[] = [];
  for (const count of paragraph.fact(placedCounts)) {
    const anchor = { paragraph, count };
    const series = count.points === 'back' ? lists.before(anchor) : lists.after(anchor);
    if (series) found.push({ anchor, series, key: keyOf(count) });
  }
  return found;
}

/** A list, and all statements of the number that it should have, in text order. */
export interface ClaimGroup {
  readonly series: Series;
  /** The statement whose place ties it to the list. */
  readonly anchor: Statement;
  readonly statements: readonly Statement[];
}

/**
 * The claims that `wanted` picks, with every statement of the same number of the same things: they stand wherever they
 * like and belong to the claim before them, else to the first. A number of something general (三个方面) is stated again
 * only where its place says so.
 */
export function groupClaims(document: Document, wanted: (claim: Claim) => boolean): readonly ClaimGroup[] {
  const all = document.model(claims);
  const groups = new Map<Series, ClaimGroup & { readonly statements: Statement[] }>();
  for (const claim of all) {
    const { anchor, series } = claim;
    if (wanted(claim) && !groups.has(series)) groups.set(series, { series, anchor, statements: [] });
  }
  if (groups.size === 0) return [];
  const tied = new Set<DeclaredCount>();
  const named = new Map<string, Claim[]>();
  for (const claim of all) {
    const { anchor, series, key } = claim;
    tied.add(anchor.count);
    groups.get(series)?.statements.push(anchor);
    if (anchor.count.general) continue;
    const known = named.get(key);
    if (known) known.push(claim);
    else named.set(key, [claim]);
  }
  const counts = document.model(countsByKey).groups;
  for (const [key, list] of named) {
    if (!list.some(({ series }) => groups.has(series))) continue;
    for (const statement of counts.get(key)!) {
      if (tied.has(statement.count)) continue;
      const claim = claimBefore(list, statement.paragraph, statement.count);
      if (claim) groups.get(claim.series)?.statements.push(statement);
    }
  }
  for (const { statements } of groups.values()) statements.sort(inTextOrder);
  return [...groups.values()];
}

const countsByKey = defineModel<GroupedEntries<Statement>>('declared counts by key', (document, previous) => {
  const counts =
    previous ??
    new GroupedEntries<Statement>(
      (paragraph) => paragraph.fact(declaredCounts).map((count) => ({ paragraph, count })),
      ({ count }) => keyOf(count),
    );
  counts.syncTo(document.paragraphsWith(declaredCounts));
  return counts;
});

function keyOf({ value, measure }: DeclaredCount): string {
  return `${value}${measure}`;
}

function inTextOrder(a: Statement, b: Statement): number {
  return a.paragraph.index - b.paragraph.index || a.count.start - b.count.start;
}

/** The last claim about these things before the place, else the first of all. Claims stand in text order. */
function claimBefore(list: readonly Claim[], paragraph: Paragraph, count: DeclaredCount): Claim | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { anchor } = list[middle]!;
    const before = anchor.paragraph.index - paragraph.index || anchor.count.start - count.start;
    if (before < 0) low = middle + 1;
    else high = middle;
  }
  // 四场攻坚战 and 四场攻坚战中: the noun of one begins that of the other. A few claims with other nouns may lie between.
  for (let i = low - 1; i >= 0 && i > low - 8; i--)
    if (count.noun.startsWith(list[i]!.anchor.count.noun)) return list[i];
  for (let i = low; i < list.length && i < low + 8; i++)
    if (count.noun.startsWith(list[i]!.anchor.count.noun)) return list[i];
  return undefined;
}

/** So many lines ahead, blank ones, a list may begin. */
const AHEAD = 3;

/** Finds the lists around a place. */
class Lists {
  readonly #document: Document;
  readonly #structure: Structure;

  constructor(document: Document) {
    this.#document = document;
    this.#structure = document.model(structure);
  }

  /** The list that begins straight after the claim's sentence, if the claim speaks of it. */
  after({ paragraph, count }: Statement): Series | undefined {
    const next = this.#startingAt(paragraph, count.leadsTo);
    if (next?.first.mark.value === 1) {
      if (count.points === 'ahead') return next;
      const named = repeats(next, count.noun) || numbers(next, count) || titles(paragraph, count, next);
      const straight =
        count.colon && !next.first.mark.lead && !count.quoted && count.measure !== '大' && count.noun !== '';
      if (named || straight || opens(paragraph, count, next) || headingEndsWith(paragraph, count, next))
        return next;
    }
    return this.#underHeading(paragraph, count);
  }

  /** A heading that states the number: 二、打好四场攻坚战, with 一要打好…攻坚战 … under it. */
  #underHeading(paragraph: Paragraph, count: DeclaredCount): Series | undefined {
    if (!count.inHeading || count.general) return undefined;
    // The heading is the outermost member around that begins this paragraph.
    let member = memberBefore(this.#structure, paragraph.start + count.start);
    while (member && !(member.paragraph === paragraph && member.mark.lead)) member = member.series.parent;
    return member?.children.find((s) => s.members.length > 1 && repeats(s, count.noun));
  }

  /** The series whose first mark stands at the offset or, at the paragraph's end, leads the next one with text. */
  #startingAt(paragraph: Paragraph, offset: number): Series | undefined {
    if (offset < 0) return undefined;
    if (offset < paragraph.contentEnd) return this.#beginningAt(paragraph.start + offset);
    const { paragraphs } = this.#document;
    for (let i = paragraph.index + 1; i < paragraphs.length && i <= paragraph.index + AHEAD; i++) {
      const next = paragraphs[i]!;
      if (!next.blank) return this.#beginningAt(next.start + next.contentStart);
    }
    return undefined;
  }

  #beginningAt(offset: number): Series | undefined {
    const series = lastUpTo(this.#structure.series, offset, (s) => s.first.start);
    return series?.first.start === offset ? series : undefined;
  }

  /** The list that 以上三点 sums up: one that the text before it stands in. */
  before({ paragraph, count }: Statement): Series | undefined {
    const last = memberBefore(this.#structure, paragraph.start + count.start - 1);
    // The innermost list with the number is meant; else the innermost, if the claim follows it closely.
    for (let m = last; m; m = m.series.parent) if (m.series.members.length === count.value) return m.series;
    return last && paragraph.index - last.paragraph.index <= 1 ? last.series : undefined;
  }
}

/** 三、抓好五项重点工作 straight above its own list （一）（二）…: the heading ends with the number and what it counts. */
function headingEndsWith(paragraph: Paragraph, count: DeclaredCount, next: Series): boolean {
  const heading = next.parent;
  return (
    heading !== undefined &&
    heading.paragraph === paragraph &&
    heading.mark.lead &&
    next.first.mark.lead &&
    !count.quoted &&
    count.noun !== '' &&
    count.end >= paragraph.contentEnd - 1
  );
}

/** 分三步走。第一步，…: the members are numbered by what is counted. */
function numbers({ first }: Series, { measure, noun }: DeclaredCount): boolean {
  const { kind, word } = first.mark;
  return kind === 'ordinal' && word !== '' && `${measure}${noun}`.startsWith(word);
}

/** 2024年十件民生实事, a line of its own straight above the ten: a title that is nothing but the things and their number. */
function titles({ text, contentStart, contentEnd }: Paragraph, count: DeclaredCount, next: Series): boolean {
  const { length } = next.members;
  return (
    count.measure === '件' &&
    count.noun.length >= 2 &&
    count.end === contentEnd &&
    contentEnd - contentStart <= 30 &&
    !/[，。；]/.test(text) &&
    next.first.mark.lead &&
    // A plan for ten things may have four parts.
    length >= 3 &&
    Math.abs(length - count.value) <= 2
  );
}

/** 原因有三个方面。一是…: the sentence ends with the number of something general, and the list begins the next one. */
function opens({ text }: Paragraph, count: DeclaredCount, { first }: Series): boolean {
  return (
    !first.mark.lead &&
    !isStructural(first.mark.kind) &&
    first.mark.kind !== 'sides' &&
    !count.quoted &&
    ABSTRACT.test(count.noun) &&
    count.end === count.sentenceEnd - 1 &&
    text[count.end] === '。'
  );
}

const ABSTRACT =
  /^(?:方面|层面|层次|角度|维度)?的?.{0,4}(?:方面|层面|原因|特点|问题|考虑|考量|变化|因素|体会|启示|任务|举措|措施|做法|要求|优势|成效|经验|不足|短板)$/;

/** How far into a member its counted noun is looked for. */
const CLAUSE = 24;

/** Whether each member names what is counted: 四场攻坚战。一要打好招商引资攻坚战。 */
function repeats(series: Series, noun: string): boolean {
  if (noun.length < 2) return false;
  return series.members.every(({ paragraph: { text }, mark }) => {
    const clause = text.slice(mark.end, mark.end + CLAUSE);
    const at = clause.indexOf(noun);
    return at >= 0 && !/[。；！？]/.test(clause.slice(0, at));
  });
}
