import { follow } from './lists.ts';
import type { Paragraph } from './paragraph.ts';

/**
 * What paragraphs say, by what it is said of, in text order. For models that judge what is said of one thing together: an edit
 * renews the groups that it adds to or takes from, and the others need not be judged again.
 */
export class Keyed<T extends { readonly paragraph: Paragraph }> {
  readonly groups = new Map<string, readonly T[]>();
  readonly #paragraphs: Paragraph[] = [];
  readonly #read: (paragraph: Paragraph) => readonly T[];
  readonly #keyOf: (entry: T) => string;

  constructor(read: (paragraph: Paragraph) => readonly T[], keyOf: (entry: T) => string) {
    this.#read = read;
    this.#keyOf = keyOf;
  }

  /** Takes over the paragraphs as they are now. The groups that have changed, as they were. */
  follow(now: readonly Paragraph[]): ReadonlyMap<string, readonly T[]> {
    const { removed, added } = follow(this.#paragraphs, now);
    const gone = new Set(removed);
    const come = this.#grouped(added);
    const changed = new Map<string, readonly T[]>();
    for (const key of new Set([...this.#grouped(removed).keys(), ...come.keys()])) {
      const before = this.groups.get(key) ?? [];
      changed.set(key, before);
      const group = before.filter(({ paragraph }) => !gone.has(paragraph)).concat(come.get(key) ?? []);
      group.sort((a, b) => a.paragraph.index - b.paragraph.index);
      if (group.length > 0) this.groups.set(key, group);
      else this.groups.delete(key);
    }
    return changed;
  }

  #grouped(paragraphs: readonly Paragraph[]): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const paragraph of paragraphs) {
      for (const entry of this.#read(paragraph)) {
        const key = this.#keyOf(entry);
        const group = groups.get(key);
        if (group) group.push(entry);
        else groups.set(key, [entry]);
      }
    }
    return groups;
  }
}
