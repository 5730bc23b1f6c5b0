/** Names that may have been meant where one is unknown. */

/** Letters that a slip of the fingers costs. */
const SLIP = 2;
/** Names shown at most: more are no help. */
const MOST_SHOWN = 3;
/** Letters of a name's beginning by which it is looked for within others; with fewer anything fits. */
const BEGINNINGS = [6, 4];
const LEAST = 4;

/** Those from which the name differs by a slip ({@link SLIP} letters), put in, taken out or changed. */
export function similarNames(typed: string, names: Iterable<string>): string[] {
  return [...names].filter((name) => distance(name, typed) <= SLIP);
}

/** Rules: those that differ by a slip, else those with the bare name (growth) or its beginning in theirs. */
export function similarRules(typed: string, rules: Iterable<string>): string[] {
  const ids = [...rules];
  const near = similarNames(typed, ids);
  if (near.length > 0) return near.slice(0, MOST_SHOWN);
  const bare = typed.slice(typed.indexOf('/') + 1);
  for (const wanted of [bare, ...BEGINNINGS.map((length) => bare.slice(0, length))]) {
    const found = wanted.length < LEAST ? [] : ids.filter((id) => id.includes(wanted));
    if (found.length > 0) return found.slice(0, MOST_SHOWN);
  }
  return [];
}

/** How many letters must be put in, taken out or changed to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
