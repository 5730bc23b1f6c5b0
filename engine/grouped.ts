import type { Document } from './document.ts';
import type { Fact } from './facts.ts';
import { type Difference, groupBy, lowerBound, spliceArray, syncTo } from './lists.ts';
import type { Paragraph } from './paragraph.ts';

/**
 * What paragraphs say, by what it is said of, in text order. For models that judge what is said of one thing together: an edit
 * renews the groups that it adds to or takes from, and the others need not be judged again.
 */
export class GroupedEntries<T extends { readonly paragraph: Paragraph }> {
  readonly #groups = new Map<string, T[]>();
  readonly #paragraphs: Paragraph[] = [];
  #revision = 0;
  readonly #read: (paragraph: Paragraph) => readonly T[];
  readonly #keyOf: (entry: T) => string;

  constructor(read: (paragraph: Paragraph) => readonly T[], keyOf: (entry: T) => string) {
    this.#read = read;
    this.#keyOf = keyOf;
  }

  get groups(): ReadonlyMap<string, readonly T[]> {
    return this.#groups;
  }

  /** Takes over the paragraphs with the fact as they are now. What has changed, by key. */
  syncTo(document: Document, fact: Fact<readonly unknown[]>): ReadonlyMap<string, Difference<T>> {
    const now = document.paragraphsWith(fact);
    const { from, removed, added } = syncTo(this.#paragraphs, now, document.alikeSince(this.#revision, fact));
    this.#revision = document.revision;
    const gone = this.#grouped(removed);
    const come = this.#grouped(added);
    const before = from > 0 ? now[from - 1]!.index : -1;
    const changes = new Map<string, Difference<T>>();
    for (const key of new Set([...gone.keys(), ...come.keys()])) {
      const group = this.#groups.get(key) ?? [];
      const entries = come.get(key) ?? [];
      const leaving = gone.get(key)?.[0]?.paragraph;
      // Where a paragraph that is no more stood, its index does not tell.
      const at = leaving
        ? group.findIndex(({ paragraph }) => paragraph === leaving)
        : lowerBound(group, before + 1, ({ paragraph }) => paragraph.index);
      const left = group.slice(at, at + (gone.get(key)?.length ?? 0));
      spliceArray(group, at, left.length, entries);
      changes.set(key, { from: at, removed: left, added: entries });
      if (group.length > 0) this.#groups.set(key, group);
      else this.#groups.delete(key);
    }
    return changes;
  }

  #grouped(paragraphs: readonly Paragraph[]): Map<string, T[]> {
    return groupBy(paragraphs.flatMap(this.#read), this.#keyOf);
  }
}
