/** Names of counties, townships, cities and districts that a document speaks of, and those among them that look like slips. */
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { GroupedEntries } from '../../../engine/grouped.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/terms-look-alikes.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { isHan } from '../../../language/text/scan.ts';

const LEVELS = wordList('terms.levels');

/** A name with the character of its level: 清河县. Its range is relative to the paragraph. */
export interface OwnName extends Range {
  readonly name: string;
}

/** Names have two characters before their level; what is no name finds no partner later. */
const LENGTH = 2;

export const ownNames = defineFact<readonly OwnName[]>('own names', { words: [LEVELS] }, (paragraph) => {
  const { text } = paragraph;
  const found: OwnName[] = [];
  for (const hit of paragraph.hits(LEVELS)) {
    const start = hit.start - LENGTH;
    if (start < 0 || !isHan(text.charCodeAt(start)) || !isHan(text.charCodeAt(start + 1))) continue;
    found.push({ start, end: hit.start + 1, name: text.slice(start, hit.start) + hit.entry.value });
  }
  return found;
});

/** By character: those it is mistaken for. */
const alike = new Map<string, Set<string>>();
for (const { characters } of rows) {
  for (const char of characters) {
    const others = alike.get(char) ?? new Set();
    for (const other of characters) if (other !== char) others.add(other);
    alike.set(char, others);
  }
}

/** From so many mentions on a name is one that the document is about. */
const OFTEN = 3;
/** A slip is so many times rarer than the name. */
const RARER = 4;

/** By the name that looks like a slip: the one that is meant, and how often each stands there. */
export interface Slip {
  readonly meant: string;
  readonly count: number;
  readonly often: number;
}

const byName = defineModel<{ readonly entries: GroupedEntries<{ paragraph: Paragraph; name: string }> }>(
  'own names by name',
  (document, previous) => {
    const entries =
      previous?.entries ??
      new GroupedEntries(
        (paragraph) => paragraph.fact(ownNames).map(({ name }) => ({ paragraph, name })),
        ({ name }) => name,
      );
    entries.syncTo(document, ownNames);
    return { entries };
  },
);

export const slips = defineModel<ReadonlyMap<string, Slip>>('slips of names', (document) => {
  const { groups } = document.model(byName).entries;
  const found = new Map<string, Slip>();
  for (const [meant, { length: often }] of groups) {
    if (often < OFTEN) continue;
    for (let i = 0; i < LENGTH; i++) {
      for (const char of alike.get(meant[i]!) ?? []) {
        const name = meant.slice(0, i) + char + meant.slice(i + 1);
        const count = groups.get(name)?.length;
        if (count !== undefined && count * RARER <= often + 1) found.set(name, { meant, count, often });
      }
    }
  }
  return found;
});
