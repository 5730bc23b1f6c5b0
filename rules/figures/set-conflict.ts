import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { saidElsewhere } from '../../language/occasion/evidence.ts';
import { kindred, opponent, type Reading } from '../../language/occasion/set.ts';
import { above } from '../../language/text/interval.ts';
import { isSameOwned, nameOf, type Stated, statedFigures } from './stated/stated.ts';

interface ConflictMatch extends Match {
  readonly stated: Stated;
  readonly other: Reading<Stated>;
}

/** One indicator, scope and period with two values, in two documents of a set. */
export const setConflict = defineDocumentRule<ConflictMatch>({
  id: 'figures/set-conflict',
  since: '0.3.0',
  severity: 'warning',
  kinds: { law: 'off' },

  *find(document) {
    const companions = document.companions.length > 0 ? kindred(document) : [];
    if (companions.length === 0) return;
    const others = companions.map((companion) => ({ companion, figures: settled(companion.document) }));
    for (const stated of settled(document)) {
      const readings = others.flatMap(({ companion, figures }) => {
        const said = figures.find((figure) => isSameThing(figure, stated));
        return said ? [{ companion, said }] : [];
      });
      const other = opponent(stated, readings, (a, b) => !(above(a, b) || above(b, a)));
      if (other) yield { ...rangeOf(stated), stated, other };
    }
  },

  explain(match, document) {
    const { stated, other } = match;
    return saidElsewhere(
      { document, here: match, companion: other.companion, there: rangeOf(other.said) },
      nameOf(stated),
    );
  },

  /** As it stands there, where both have their unit with them. */
  fix({ start, end, stated, other }) {
    const { statement: here } = stated.placed;
    const { statement: there } = other.said.placed;
    const sameUnit = here.unit === there.unit && here.figure.scale === there.figure.scale;
    if (!sameUnit && (here.unit !== undefined || there.unit !== undefined)) return [];
    const range = rangeOf(other.said);
    const text = other.companion.document.slice(range.start, range.end);
    return [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
  },
});

function rangeOf({ placed }: Stated): Range {
  const { digits, unitEnd } = placed.statement.figure;
  const { start } = placed.paragraph;
  return { start: start + digits.start, end: start + unitEnd };
}

/** Figures whose time is said, of what the document gives one value only: two in one document are for figures/conflict. */
function settled(document: Document): readonly Stated[] {
  const timed = document.model(statedFigures).filter(({ span }) => span !== undefined);
  return timed.filter((stated, i) => {
    const same = timed.filter((other) => isSameThing(other, stated));
    return (
      timed.indexOf(same[0]!) === i && same.every((other) => !(above(other, stated) || above(stated, other)))
    );
  });
}

function isSameThing(a: Stated, b: Stated): boolean {
  const [one, other] = [a.placed.statement.figure, b.placed.statement.figure];
  return a.span === b.span && one.dimension === other.dimension && isSameOwned(a, b);
}
