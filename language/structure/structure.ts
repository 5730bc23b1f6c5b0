/**
 * How a text is built: its series (一、二、三、 or 一是二是三是) and their members, as a tree.
 *
 * The marks of all paragraphs are placed one after the other. A mark goes on with an open series that waits for it,
 * or opens a series inside the innermost member that can hold one. Numbering mistakes do not break the tree: a mark
 * that nobody waits for still joins the series of its form, and the rules say what is wrong there.
 */
import type { Document } from '../../engine/document.ts';
import { defineModel, type Model } from '../../engine/facts.ts';
import { groupBy } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { Builder } from './builder.ts';
import { REACHES } from './nesting.ts';
import { reuse } from './reuse.ts';
import { type SeriesMark, seriesMarks } from './series-marks.ts';
import { goesOn, type Member, type Series, type Structure } from './tree.ts';

export * from './tree.ts';

export const structure = defineModel<Structure>('structure', (document, previous) => {
  const paragraphs = document.paragraphsWith(seriesMarks);
  const before = previous instanceof Tree ? previous : undefined;
  const renewed = before?.renewedFor(document, paragraphs);
  if (renewed) return renewed;
  const builder = new Builder();
  for (let i = 0; i < paragraphs.length; i++) builder.addParagraph(paragraphs, i);
  builder.finish();
  if (before) return before.rebuilt(builder, document, paragraphs);
  return new Tree(new Built(builder, paragraphs, document.revision), { origin: {}, renewals: 0, ...NOTHING });
});

/** What an edit does to a tree. */
interface Effect {
  readonly touched: ReadonlySet<Series>;
  readonly gone: ReadonlySet<Series>;
}

const NOTHING: Effect = { touched: new Set(), gone: new Set() };

/** More changed paragraphs than these are not a keystroke: the tree is built anew. */
const RENEWED = 4;

type Standing = Pick<Structure, 'origin' | 'renewals' | 'touched' | 'gone'>;

/** A tree as it stands after so many edits. Typing between its marks need not build it again. */
class Tree implements Structure {
  readonly #built: Built;
  readonly origin: object;
  readonly renewals: number;
  readonly touched: ReadonlySet<Series>;
  readonly gone: ReadonlySet<Series>;

  constructor(built: Built, { origin, renewals, touched, gone }: Standing) {
    this.#built = built;
    this.origin = origin;
    this.renewals = renewals;
    this.touched = touched;
    this.gone = gone;
  }

  get roots(): readonly Series[] {
    return this.#built.roots;
  }
  get series(): readonly Series[] {
    return this.#built.series;
  }

  /** The tree over the new paragraphs, where it is what it was: itself if nothing was typed. The one before is of no use then. */
  renewedFor(document: Document, paragraphs: readonly Paragraph[]): Tree | undefined {
    const touched = this.#built.renew(document, paragraphs);
    if (!touched) return undefined;
    return touched.size === 0 ? this : this.#next(this.#built, { touched, gone: NOTHING.gone });
  }

  /** The tree that was built anew, with the series of this one that were left alone. This one is of no use then. */
  rebuilt(builder: Builder, document: Document, paragraphs: readonly Paragraph[]): Tree {
    const { touched, gone, ...grown } = reuse(builder, this);
    return this.#next(new Built(grown, paragraphs, document.revision), { touched, gone });
  }

  #next(built: Built, effect: Effect): Tree {
    return new Tree(built, { origin: this.origin, renewals: this.renewals + 1, ...effect });
  }
}

/** What a tree was built from, and its series. */
class Built {
  readonly roots: readonly Series[];
  readonly series: readonly Series[];
  readonly #paragraphs: Paragraph[];
  readonly #indexes: Int32Array;
  #revision: number;
  /** Made for the first paragraph that is typed in. */
  #members: Map<Paragraph, readonly Member[]> | undefined;

  constructor(
    { roots, series }: Pick<Structure, 'roots' | 'series'>,
    paragraphs: readonly Paragraph[],
    revision: number,
  ) {
    this.roots = roots;
    this.series = series;
    this.#revision = revision;
    this.#paragraphs = [...paragraphs];
    this.#indexes = Int32Array.from(paragraphs, (p) => p.index);
  }

  /**
   * Takes over the new paragraphs where their marks are what they were but for their offsets, and returns the series with a
   * member there. Undefined when anything that the builder looks at has changed; the tree is of no use then.
   */
  renew(document: Document, paragraphs: readonly Paragraph[]): ReadonlySet<Series> | undefined {
    const before = this.#paragraphs;
    const { length } = before;
    if (paragraphs.length !== length) return undefined;
    const since = document.alikeSince(this.#revision, seriesMarks);
    this.#revision = document.revision;
    const from = Math.min(length, since.before);
    // The first of those behind may have moved away from what was typed in.
    const end = Math.max(from, Math.min(length, length - since.behind + 1));
    const changed: number[] = [];
    for (let i = from; i < end; i++) {
      if (
        i > 0 &&
        this.#gap(i) !== paragraphs[i]!.index - paragraphs[i - 1]!.index &&
        !this.#isFarEnough(paragraphs, i)
      )
        return undefined;
      if (paragraphs[i] === before[i]) continue;
      if (changed.push(i) > RENEWED || !alike(before[i]!, paragraphs[i]!)) return undefined;
    }
    const touched = new Set<Series>();
    for (const i of changed) {
      for (const member of this.#replace(before[i]!, paragraphs[i]!)) touched.add(member.series);
      before[i] = paragraphs[i]!;
    }
    for (let i = from; i < end; i++) this.#indexes[i] = paragraphs[i]!.index;
    const lines = end < length ? paragraphs[end]!.index - this.#indexes[end]! : 0;
    if (lines !== 0) for (let i = end; i < length; i++) this.#indexes[i]! += lines;
    return touched;
  }

  /** How far the paragraph stood behind the one before it. */
  #gap(i: number): number {
    return this.#indexes[i]! - this.#indexes[i - 1]!;
  }

  /** Whether the lines that have come or gone before a paragraph bring no mark into another's reach, nor out of it. */
  #isFarEnough(paragraphs: readonly Paragraph[], i: number): boolean {
    const indexes = this.#indexes;
    const furthest = Math.max(...REACHES);
    for (let a = i - 1; a >= 0; a--) {
      const first = paragraphs[a]!;
      if (Math.min(paragraphs[i]!.index - first.index, indexes[i]! - indexes[a]!) > furthest) break;
      for (let b = i; b < paragraphs.length; b++) {
        const second = paragraphs[b]!;
        const now = second.index - first.index;
        const then = indexes[b]! - indexes[a]!;
        if (Math.min(now, then) > furthest) break;
        if (
          REACHES.some((reach) => now <= reach !== then <= reach) &&
          !(onlyLeads(first) && onlyLeads(second))
        )
          return false;
      }
    }
    return true;
  }

  /** The members that have moved to the new paragraph. */
  #replace(before: Paragraph, after: Paragraph): readonly Member[] {
    this.#members ??= groupBy(
      this.series.flatMap(({ members }) => members),
      ({ paragraph }) => paragraph,
    );
    const members = this.#members.get(before) ?? [];
    const marks = before.fact(seriesMarks);
    for (const member of members) member.renew(after, after.fact(seriesMarks)[marks.indexOf(member.mark)]!);
    for (const { series } of members) {
      if (series.first.paragraph === after) series.scope = series.first.mark.scope;
    }
    this.#members.delete(before);
    this.#members.set(after, members);
    return members;
  }
}

/** Heads of paragraphs go on with heads of paragraphs at any distance. */
function onlyLeads(paragraph: Paragraph): boolean {
  return paragraph.fact(seriesMarks).every(({ lead }) => lead);
}

/** What a rule sees in single series; series in which it sees nothing are left out. */
interface PerSeries<T> {
  readonly tree: Structure;
  readonly found: Map<Series, T>;
}

/**
 * A model of what is found in each series by itself, from its marks and the text of its members. While the tree stands, only
 * the series that were typed in are asked again. What is found holds members rather than offsets, as the tree does.
 */
export function definePerSeries<T>(
  name: string,
  find: (series: Series) => T | undefined,
): Model<PerSeries<T>> {
  return defineModel(name, (document, previous) => {
    const tree = document.model(structure);
    if (previous?.tree === tree) return previous;
    const standing = previous && goesOn(previous.tree, tree);
    const found = standing ? previous.found : new Map<Series, T>();
    if (standing) for (const series of tree.gone) found.delete(series);
    for (const series of standing ? tree.touched : tree.series) {
      const seen = find(series);
      if (seen !== undefined) found.set(series, seen);
      else found.delete(series);
    }
    return { tree, found };
  });
}

/** Whether two paragraphs' marks differ in nothing but their offsets. */
function alike(a: Paragraph, b: Paragraph): boolean {
  const before = a.fact(seriesMarks);
  const after = b.fact(seriesMarks);
  if (before.length !== after.length || a.role !== b.role || a.headingLevel !== b.headingLevel) return false;
  // 附件：1. and 1.: only a mark with nothing before it is taken for a lone heading of the series before.
  if (beginsLine(a, before[0]) !== beginsLine(b, after[0])) return false;
  return before.every((mark, i) => sameForm(mark, after[i]!)) && sameScopes(before, after);
}

const beginsLine = ({ contentStart }: Paragraph, mark: SeriesMark | undefined) =>
  mark !== undefined && mark.start === contentStart;

/** Whether two marks number alike. */
function sameForm(x: SeriesMark, y: SeriesMark): boolean {
  return (
    x.key === y.key &&
    x.value === y.value &&
    x.lead === y.lead &&
    x.firm === y.firm &&
    x.opens === y.opens &&
    x.doubtful === y.doubtful
  );
}

/** Whether the same marks share a bracket, and brackets come in the same order; where they stand may have moved. */
function sameScopes(before: readonly SeriesMark[], after: readonly SeriesMark[]): boolean {
  const scopes = new Map<number, number>();
  for (const [i, { scope }] of before.entries()) {
    const now = after[i]!.scope;
    const known = scopes.get(scope);
    if (known !== undefined ? known !== now : scope < 0 !== now < 0) return false;
    if (known !== undefined) continue;
    for (const [from, to] of scopes) if (from < scope !== to < now || to === now) return false;
    scopes.set(scope, now);
    // Which of several brackets hold each other is more than is compared here.
    if (scopes.size > 2) return false;
  }
  return true;
}
