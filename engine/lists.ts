/**
 * Lists of paragraphs as edits change them. A paragraph keeps its identity while text elsewhere is edited, so between two
 * revisions a list differs in one stretch, and what was made of the paragraphs outside of it need not be made again.
 */

/** Where two lists part: they agree before `from`, and behind what was removed and added. */
export interface Difference<T> {
  readonly from: number;
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** How many entries at its two ends a list has had since some revision; there may be more. */
export interface Alike {
  readonly before: number;
  readonly behind: number;
}

export const NOTHING_ALIKE: Alike = { before: 0, behind: 0 };

/** The stretch in which a list is not what it was. Without knowing what is alike anyway, it goes over all. */
export function difference<T>(
  before: readonly T[],
  after: readonly T[],
  alike: Alike = NOTHING_ALIKE,
): Difference<T> {
  const shorter = Math.min(before.length, after.length);
  let from = Math.min(alike.before, shorter);
  while (from < shorter && before[from] === after[from]) from++;
  let tail = Math.min(alike.behind, shorter - from);
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    from,
    removed: before.slice(from, before.length - tail),
    added: after.slice(from, after.length - tail),
  };
}

/** Makes of a list kept from before what the list is now. */
export function syncTo<T>(kept: T[], now: readonly T[], alike?: Alike): Difference<T> {
  const change = difference(kept, now, alike);
  spliceArray(kept, change.from, change.removed.length, change.added);
  return change;
}

/** So many edits are remembered: who has not asked since goes over the whole list. */
const REMEMBERED = 64;

/** In which stretches a list was changed, edit by edit. */
export class Changes {
  /** From this revision on all are known. */
  #known: number;
  readonly #edits: { readonly revision: number; readonly alike: Alike }[] = [];

  constructor(revision = 0) {
    this.#known = revision;
  }

  /** At the revision everything changed but so many entries before and behind. */
  add(revision: number, before: number, behind: number): void {
    this.#edits.push({ revision, alike: { before, behind } });
    if (this.#edits.length > REMEMBERED) this.#known = this.#edits.shift()!.revision;
  }

  /** What has been alike ever since the revision. */
  since(revision: number): Alike {
    if (revision < this.#known) return NOTHING_ALIKE;
    let before = Number.POSITIVE_INFINITY;
    let behind = Number.POSITIVE_INFINITY;
    for (let i = this.#edits.length - 1; i >= 0 && this.#edits[i]!.revision > revision; i--) {
      before = Math.min(before, this.#edits[i]!.alike.before);
      behind = Math.min(behind, this.#edits[i]!.alike.behind);
    }
    return { before, behind };
  }
}

/** The first place in a list, in the order of its keys, where the key is not below `least`; the list's length where all are. */
export function lowerBound<T>(list: readonly T[], least: number, keyOf: (entry: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(list[middle]!) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every empty list that is kept, or handed out again and again: nearly all facts and reports of nearly all paragraphs. */
export const NONE: readonly never[] = [];

/** By key, in the order of the list. */
export function groupBy<T, K>(list: Iterable<T>, keyOf: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** `Array.splice` without spreading the insertion onto the stack, which overflows at some 100,000 lines. */
export function spliceArray<T>(array: T[], start: number, count: number, insert: readonly T[]): void {
  // A line for a line, as typing has it: nothing moves.
  if (insert.length === count && start + count <= array.length) {
    for (let i = 0; i < count; i++) array[start + i] = insert[i]!;
    return;
  }
  if (insert.length < 10_000) {
    array.splice(start, count, ...insert);
    return;
  }
  const tail = array.slice(start + count);
  array.length = start;
  for (const item of insert) array.push(item);
  for (const item of tail) array.push(item);
}
