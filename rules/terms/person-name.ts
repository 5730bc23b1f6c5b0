import type { Document } from '../../engine/document.ts';
import { groupBy } from '../../engine/lists.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isMistyped } from '../../language/house/people.ts';
import { type NamedPerson, namedPersons } from './words/persons.ts';

/** A mention; its range is absolute. */
interface Mention extends NamedPerson {
  readonly line: number;
}

interface NameMatch extends Match {
  readonly written: string;
  /** The name as it stands elsewhere: oftener, or first. */
  readonly other: Mention;
}

/** 王海峰 and 王海锋 with one post: one person, whose name is written in two ways. */
export const personName = defineDocumentRule<NameMatch>({
  id: 'terms/person-name',
  severity: 'warning',
  kinds: { law: 'off' },
  since: '0.14.0',

  *find(document) {
    const byName = groupBy(mentionsOf(document), ({ name }) => name);
    for (const [one, two] of alikeNames([...byName.keys()])) {
      const [a, b] = [byName.get(one)!, byName.get(two)!];
      if (!isOnePerson(a, b)) continue;
      const isRare = a.length < b.length || (a.length === b.length && a[0]!.start > b[0]!.start);
      const [wrong, right] = isRare ? [a, b] : [b, a];
      for (const { start, end, name } of wrong) yield { start, end, written: name, other: right[0]! };
    }
    for (const [once, other] of otherSurnames(byName))
      yield { start: once.start, end: once.end, written: once.name, other, severity: 'info' };
  },

  explain: ({ written, other }) => ({
    message: `姓名前后不一：此处为“${written}”，另一处为“${other.name}”，请核对`,
    evidence: [{ start: other.start, end: other.end, message: `另一处为“${other.name}”` }],
  }),

  fix: ({ start, end, other: { name } }) => [
    { title: `改为“${name}”`, edits: [{ start, end, text: name }], safe: false },
  ],
});

function mentionsOf(document: Document): Mention[] {
  return document.paragraphsWith(namedPersons).flatMap((paragraph) =>
    paragraph.fact(namedPersons).map((person) => ({
      ...person,
      start: paragraph.start + person.start,
      end: paragraph.start + person.end,
      line: paragraph.index,
    })),
  );
}

/** Pairs of names with one character typed for the other, each pair once; names are met by what is left when a character is taken out. */
function* alikeNames(names: readonly string[]): Generator<readonly [string, string]> {
  const byRest = new Map<string, string[]>();
  for (const name of names)
    for (let i = 0; i < name.length; i++) {
      const rest = `${name.slice(0, i)} ${name.slice(i + 1)}`;
      const others = byRest.get(rest) ?? [];
      for (const other of others) if (isMistyped(other[i]!, name[i]!)) yield [other, name];
      byRest.set(rest, [...others, name]);
    }
}

/** 张德明同志 once, where all else is of 王德明同志: the surname may be that of whom the draft was written for before. */
function* otherSurnames(
  byName: ReadonlyMap<string, readonly Mention[]>,
): Generator<readonly [once: Mention, other: Mention]> {
  const byGiven = groupBy([...byName.values()], ([first]) => first!.name.slice(1));
  for (const [given, alike] of byGiven) {
    if (given.length < GIVEN || alike.length !== 2) continue;
    const [a, b] = alike as [readonly Mention[], readonly Mention[]];
    const [rare, often] = a.length < b.length ? [a, b] : [b, a];
    const [once] = rare as [Mention];
    if (rare.length > 1 || often.length < OFTEN || isMistyped(once.name[0]!, often[0]!.name[0]!)) continue;
    // Each with a post of their own they are two.
    const posts = postsOf(often);
    if (once.post === undefined || posts.has(once.post)) yield [once, often[0]!];
  }
}
/** Given names of one character are borne by many. */
const GIVEN = 2;

/** So often a name must stand where no post tells whose it is: lists of people say 同志 of each. */
const OFTEN = 3;

/** Whether one post is told of both, or of one only; two who stand in one line are two. */
function isOnePerson(a: readonly Mention[], b: readonly Mention[]): boolean {
  const lines = new Set(a.map(({ line }) => line));
  if (b.some(({ line }) => lines.has(line))) return false;
  const [ofA, ofB] = [postsOf(a), postsOf(b)];
  if (ofA.size === 0 && ofB.size === 0) return Math.max(a.length, b.length) >= OFTEN;
  return ofA.size === 0 || ofB.size === 0 || [...ofA].some((post) => ofB.has(post));
}

function postsOf(mentions: readonly Mention[]): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ post }) => post ?? []));
}
