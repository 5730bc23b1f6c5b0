/**
 * A tree that was built anew takes over the series of the tree before that an edit left alone, so that what was found in them
 * need not be looked for again.
 */
import type { SeriesMark } from './series-marks.ts';
import type { Member, Series } from './tree.ts';

/** Series as they were built, or as they are after taking over. */
interface Grown {
  readonly roots: readonly Series[];
  readonly series: readonly Series[];
}

export interface Reused extends Grown {
  /** What has come, and what stands elsewhere or holds other series than before, with all below and what goes on with them. */
  readonly touched: ReadonlySet<Series>;
  /** What is no more. */
  readonly gone: ReadonlySet<Series>;
}

/** The tree as it was built, with the series of the one before in the place of their likes. The one before is of no use then. */
export function reuse(built: Grown, before: Grown): Reused {
  const kept = keptOf(built.series, before.series);
  const members = new Map<Member, Member>();
  for (const [series, old] of kept)
    for (let i = 0; i < series.members.length; i++) members.set(series.members[i]!, old.members[i]!);
  const now = (series: Series) => kept.get(series) ?? series;
  const memberNow = (member: Member | undefined) => member && (members.get(member) ?? member);
  const placeNow = (series: Series) =>
    place(series, memberNow(series.parent), series.before && now(series.before));
  const listed = new Set(built.series);
  const moved = new Set<Series>();
  const touched = new Set<Series>();
  for (const series of built.series) {
    const own = now(series);
    const parent = memberNow(series.parent);
    const earlier = series.before && now(series.before);
    // A lone heading that was taken into the series before it: its own series is known to none but those that go on with it.
    if (series.before && !listed.has(series.before)) placeNow(series.before);
    if (own === series || own.parent !== parent) moved.add(own);
    const isBehindOther = own.before !== earlier;
    place(own, parent, earlier);
    const hasOthers = takeChildren(own, series, now);
    const isMoved = moved.has(own) || (earlier !== undefined && moved.has(earlier));
    const isWithin = parent !== undefined && touched.has(parent.series);
    if (isBehindOther || hasOthers || isMoved || isWithin) touched.add(own);
  }
  const gone = new Set(before.series);
  for (const old of kept.values()) gone.delete(old);
  return { roots: built.roots.map(now), series: built.series.map(now), touched, gone };
}

/** Whether the series has got others below its members: those of the one just built, as they are now. */
function takeChildren(own: Series, built: Series, now: (series: Series) => Series): boolean {
  let others = false;
  for (let i = 0; i < own.members.length; i++) {
    if (replaceAll(own.members[i]!.children, built.members[i]!.children.map(now))) others = true;
  }
  return others;
}

/** The series of the tree before, by those that have the very same members now. */
function keptOf(series: readonly Series[], before: readonly Series[]): Map<Series, Series> {
  const byFirst = new Map<SeriesMark, Series>();
  for (const old of before) byFirst.set(old.first.mark, old);
  const kept = new Map<Series, Series>();
  for (const one of series) {
    const old = byFirst.get(one.first.mark);
    if (old && isSame(one, old)) kept.set(one, old);
  }
  return kept;
}

function isSame(a: Series, b: Series): boolean {
  if (a.key !== b.key || a.scope !== b.scope || a.mixed !== b.mixed) return false;
  if (a.members.length !== b.members.length) return false;
  return a.members.every(({ paragraph, mark }, i) => {
    const other = b.members[i]!;
    return mark === other.mark && paragraph === other.paragraph;
  });
}

/** Series know their place from when they were made; one that is taken over gets another. */
function place(series: Series, parent: Member | undefined, before: Series | undefined): void {
  const own = series as { parent: Member | undefined; before: Series | undefined };
  own.parent = parent;
  own.before = before;
}

/** Makes of a list what another is; whether it was something else. */
function replaceAll(list: Series[], now: readonly Series[]): boolean {
  if (list.length === now.length && now.every((series, i) => series === list[i])) return false;
  list.length = 0;
  for (const series of now) list.push(series);
  return true;
}
