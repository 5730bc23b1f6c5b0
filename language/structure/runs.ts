/** Members that are numbered one after the other: those of one series, or the articles of a statute through its chapters. */
import { defineModel } from '../../engine/facts.ts';
import { structure } from './structure.ts';
import type { Member, Series, Structure } from './tree.ts';

/** The runs of the document, and which of them goes on with the numbers of which. */
export interface Runs {
  readonly tree: Structure;
  readonly all: readonly Run[];
  /** The places of the runs in `all`, by their series. */
  readonly places: ReadonlyMap<Series, number>;
  /** The places of the runs whose first series continues the series. */
  readonly continuing: ReadonlyMap<Series, readonly number[]>;
}

/** Which series make a run their marks alone tell: while the tree stands, so do its runs. */
export const runs = defineModel<Runs>('runs', (document, previous) => {
  const tree = document.model(structure);
  if (previous?.tree.series === tree.series) return { ...previous, tree };
  const all = [...runsOf(tree.series)];
  const places = new Map<Series, number>();
  const continuing = new Map<Series, number[]>();
  for (const [place, { head, members }] of all.entries()) {
    for (const { series } of members) places.set(series, place);
    const { continues } = head;
    if (!continues) continue;
    const known = continuing.get(continues);
    if (known) known.push(place);
    else continuing.set(continues, [place]);
  }
  return { tree, all, places, continuing };
});

/** Members that are numbered one after the other. */
export interface Run {
  /** The series that the run begins with. */
  readonly head: Series;
  readonly members: readonly Member[];
}

/**
 * The runs of all series. Articles run through the chapters of a statute: their run goes on until 第一条 comes again.
 * Any other series is a run of its own.
 */
function* runsOf(list: readonly Series[]): Generator<Run> {
  let articles: { head: Series; members: Member[] } | undefined;
  for (const series of list) {
    if (series.kind !== 'article' || series.scope >= 0) {
      yield { head: series, members: series.members };
    } else if (articles && series.before && series.first.mark.value !== 1) {
      for (const member of series.members) articles.members.push(member);
    } else {
      if (articles) yield articles;
      articles = { head: series, members: [...series.members] };
    }
  }
  if (articles) yield articles;
}
