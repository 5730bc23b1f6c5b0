/**
 * Declared counts held against the lists they speak of.
 */
import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import { GroupedEntries } from '../../engine/grouped.ts';
import { syncTo } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { anyOf } from '../text/pattern.ts';
import { wideTextOf } from '../text/wide.ts';
import { dashReach } from './dash-lists.ts';
import { type DeclaredCount, declaredCounts, placedCounts } from './declared-counts.ts';
import type { Listing } from './listing.ts';
import { FARTHEST, Lists } from './listings.ts';
import { type Structure, structure } from './structure.ts';
import { ListsBefore } from './summed-up.ts';
import { goesOn, type Series } from './tree.ts';

/** One statement of a number. */
export interface Statement {
  readonly paragraph: Paragraph;
  readonly count: DeclaredCount;
}

/** A number and the list that its place ties it to. */
export interface Claim extends Listing {
  readonly anchor: Statement;
  /** Number and measure. */
  readonly key: string;
}

/** All claims in text order. */
const claims = defineModel<readonly Claim[]>('claims', (document) => {
  const all: Claim[] = [];
  for (const read of document.model(claimsByParagraph).found.values())
    for (const claim of read) all.push(claim);
  return all.sort((a, b) => inTextOrder(a.anchor, b.anchor));
});

/** The claims of single paragraphs, and what they were read from. */
interface Kept {
  tree: Structure;
  revision: number;
  readonly paragraphs: Paragraph[];
  readonly found: Map<Paragraph, readonly Claim[]>;
  /** Those with a list of dashes, which is no part of the tree, and how many lines below tell where it ends. */
  readonly dashed: Map<Paragraph, number>;
}

/** While the tree stands, only claims that look at a line which was typed in, or at a series with a member there, are read again. */
const claimsByParagraph = defineModel<Kept>('claims by paragraph', (document, previous) => {
  const tree = document.model(structure);
  const standing = previous && goesOn(previous.tree, tree) ? previous : undefined;
  const kept: Kept = {
    tree,
    revision: document.revision,
    paragraphs: standing?.paragraphs ?? [],
    found: standing?.found ?? new Map(),
    dashed: standing?.dashed ?? new Map(),
  };
  const { paragraphs, found, dashed } = kept;
  const alike = document.alikeSince(standing?.revision ?? 0);
  const { from, removed, added } = syncTo(paragraphs, document.paragraphs, alike);
  let changed = !standing;
  for (const paragraph of removed) {
    if (found.delete(paragraph)) changed = true;
    dashed.delete(paragraph);
  }

  const again = standing
    ? toReadAgain(document, standing, tree, { from, behind: from + added.length })
    : document.paragraphsWith(placedCounts);
  const lists = new Lists(document);
  const before = new ListsBefore(document);
  for (const paragraph of again) {
    const read = claimsIn(paragraph, lists, before);
    if (read.length > 0 || found.has(paragraph)) changed = true;
    setOrDelete(found, paragraph, read.length > 0 ? read : undefined);
    const dashes = read.find(({ series }) => series.kind === 'dash');
    setOrDelete(dashed, paragraph, dashes && dashReach(document, paragraph, dashes.series));
  }
  if (!standing || changed) return kept;
  standing.tree = tree;
  standing.revision = document.revision;
  return standing;
});

function setOrDelete<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** The paragraphs whose claims may be others now that those with the indices `[from, behind)` were typed in or changed. */
function toReadAgain(
  document: Document,
  { tree: before, found, dashed }: Kept,
  tree: Structure,
  { from, behind }: { readonly from: number; readonly behind: number },
): ReadonlySet<Paragraph> {
  const again = new Set<Paragraph>();
  const addLines = (first: number, last: number) => {
    for (const paragraph of document.paragraphs.slice(Math.max(0, first), last + 1)) again.add(paragraph);
  };
  for (const [paragraph, reach] of dashed) {
    const { index } = paragraph;
    if (index <= behind && from <= index + reach) again.add(paragraph);
  }
  // Claims look some lines ahead; 以上三点 looks at the lines before it.
  addLines(from - FARTHEST, behind + FARTHEST);
  for (const { first, parent } of before === tree ? [] : tree.touched) {
    addLines(first.paragraph.index - FARTHEST, first.paragraph.index);
    if (parent) again.add(parent.paragraph);
  }
  if (before.series !== tree.series) for (const one of touchedBy(document, tree, found)) again.add(one);
  return again;
}

/** The paragraphs whose numbers may speak of other series since the tree was built anew, beside those just above a series. */
function* touchedBy(
  document: Document,
  { touched, gone }: Structure,
  found: ReadonlyMap<Paragraph, readonly Claim[]>,
): Generator<Paragraph> {
  for (const { members } of touched) for (const { paragraph } of members) yield paragraph;
  for (const [paragraph, read] of found) if (read.some(({ series }) => gone.has(series))) yield paragraph;
  // 以上三点 may sum up any series before it.
  for (const paragraph of document.paragraphsWith(placedCounts))
    if (paragraph.fact(placedCounts).some(({ points }) => points === 'back')) yield paragraph;
}

function claimsIn(paragraph: Paragraph, lists: Lists, before: ListsBefore): readonly Claim[] {
  const found: Claim[] = [];
  for (const count of paragraph.fact(placedCounts)) {
    const listing = count.points === 'back' ? before.of(paragraph, count) : lists.after(paragraph, count);
    if (listing) found.push({ ...listing, anchor: { paragraph, count }, key: keyOf(count) });
  }
  return found;
}

/** A list, and all statements of the number that it should have, in text order. */
export interface ClaimGroup extends Listing {
  /** The statement whose place ties it to the list. */
  readonly anchor: Statement;
  readonly statements: readonly Statement[];
}

/**
 * The claims that `wanted` picks, with every statement of the same number of the same things where the members name them:
 * they stand wherever they like and belong to the claim before them, else to the first. A number of something general
 * (三个方面) is stated again only where its place says so.
 */
export function groupClaims(document: Document, wanted: (claim: Claim) => boolean): readonly ClaimGroup[] {
  const all = document.model(claims);
  const groups = new Map<Series, ClaimGroup & { readonly statements: Statement[] }>();
  for (const claim of all) {
    if (!wanted(claim)) continue;
    // Two numbers above one list: the one that agrees is no statement of the other.
    const group = groups.get(claim.series);
    if (group) group.statements.push(claim.anchor);
    else groups.set(claim.series, { ...claim, statements: [claim.anchor] });
  }
  if (groups.size === 0) return [];
  const keys = new Set<string>();
  for (const claim of all) if (isOfNamed(claim) && groups.has(claim.series)) keys.add(claim.key);
  for (const key of keys) {
    for (const [claim, statement] of statedAgain(document, all, key))
      groups.get(claim.series)?.statements.push(statement);
  }
  for (const { statements } of groups.values()) if (statements.length > 1) statements.sort(inTextOrder);
  return [...groups.values()];
}

/** A number of things that a list before it has told in another number. */
export interface Contradiction {
  readonly claim: Claim;
  readonly statement: Statement;
}

/**
 * 对七大工程挂图作战 behind 六大工程 and its list of six, each of them called 工程: the number is one off, of the same noun, and no list of its
 * own follows. Numbers of others (国家五大工程) are left alone.
 */
export function contradictions(document: Document): readonly Contradiction[] {
  const all = document.model(claims);
  const keys = new Set(all.map(({ key }) => key));
  const found: Contradiction[] = [];
  for (const claim of all) {
    if (!isOfNamed(claim) || claim.members.length !== claim.anchor.count.value) continue;
    const { value, measure } = claim.anchor.count;
    for (const other of [value - 1, value + 1]) {
      const key = `${other}${measure}`;
      if (keys.has(key)) continue;
      for (const statement of document.model(countsByKey).entries.groups.get(key) ?? [])
        if (resumesOtherwise(statement, claim))
          found.push({ claim, statement: withNounOf(claim, statement) });
    }
  }
  return found;
}

/** 七大工程|实行挂图作战 */
function withNounOf(
  {
    anchor: {
      count: { noun },
    },
  }: Claim,
  { paragraph, count }: Statement,
): Statement {
  return { paragraph, count: { ...count, noun, end: count.numberEnd + count.measure.length + noun.length } };
}

function resumesOtherwise({ paragraph, count }: Statement, { anchor, series }: Claim): boolean {
  if (paragraph.index <= series.last.paragraph.index || !count.noun.startsWith(anchor.count.noun))
    return false;
  return RESUMES.test(wideTextOf(paragraph).slice(Math.max(0, count.start - RESUMES_REACH), count.start));
}

/** 对|七大工程, 围绕上述|七大工程 */
const RESUMING =
  '[对就将把为给] 围绕 针对 对照 紧扣 聚焦 按照 确保 保障 以上 上述 推进 落实 实施 完成 抓好 打好';
const RESUMES = new RegExp(`(?:^|[，。；：])[^，。；：]{0,10}${anyOf(RESUMING)}“?$`);
const RESUMES_REACH = 16;

/** The statements of one number of the same things that no place ties to a list, each with the claim that it belongs to. */
function* statedAgain(
  document: Document,
  all: readonly Claim[],
  key: string,
): Generator<readonly [Claim, Statement]> {
  const alike = all.filter((claim) => claim.key === key);
  const tied = new Set(alike.map(({ anchor }) => anchor.count));
  const named = alike.filter(isOfNamed);
  let before = 0;
  for (const statement of document.model(countsByKey).entries.groups.get(key)!) {
    if (tied.has(statement.count)) continue;
    while (before < named.length && inTextOrder(named[before]!.anchor, statement) < 0) before++;
    const claim = claimAround(named, before, statement.count);
    if (claim) yield [claim, statement];
  }
}

/** Whether the members of its list name what it counts. */
function isOfNamed({ anchor, named }: Claim): boolean {
  return named && !anchor.count.general;
}

interface ByKey {
  readonly entries: GroupedEntries<Statement>;
}

const countsByKey = defineModel<ByKey>('declared counts by key', (document, previous) => {
  const entries =
    previous?.entries ??
    new GroupedEntries<Statement>(
      (paragraph) => paragraph.fact(declaredCounts).map((count) => ({ paragraph, count })),
      ({ count }) => keyOf(count),
    );
  entries.syncTo(document, declaredCounts);
  return { entries };
});

function keyOf({ value, measure }: DeclaredCount): string {
  return `${value}${measure}`;
}

function inTextOrder(a: Statement, b: Statement): number {
  return a.paragraph.index - b.paragraph.index || a.count.start - b.count.start;
}

/** Claims with other nouns that may lie between two of one. */
const FEW = 8;

/** The last claim about these things before place `place` of the list, else the first behind it. */
function claimAround(list: readonly Claim[], place: number, count: DeclaredCount): Claim | undefined {
  // 四场攻坚战 and 四场攻坚战中: the noun of one begins that of the other. A few claims with other nouns may lie between.
  for (let i = place - 1; i >= 0 && i > place - FEW; i--)
    if (count.noun.startsWith(list[i]!.anchor.count.noun)) return list[i];
  for (let i = place; i < list.length && i < place + FEW; i++)
    if (count.noun.startsWith(list[i]!.anchor.count.noun)) return list[i];
  return undefined;
}
