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

/** A place is the one or the other: 石门乡, 石门镇. A county, a city or a district may share its name with one of them. */
const OTHER_LEVEL: Readonly<Record<string, string>> = { 乡: '镇', 镇: '乡' };
/** What is said of townships of both kinds: 中心镇, 民族乡, 进城镇. */
const NO_TOWNSHIP = /[城我各该全本两几每和与等]|^(?:中心|民族|特色|建制|所在|重点|示范|一个)/;

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
  for (const [meant, mentions] of groups) {
    const { length: often } = mentions;
    const township = otherTownship(meant, groups);
    if (township) found.set(township, { meant, count: groups.get(township)!.length, often });
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

/** The rarer of two names that differ in their level, of two that stand as often the later. */
function otherTownship(
  meant: string,
  groups: ReadonlyMap<string, readonly { readonly paragraph: Paragraph }[]>,
): string | undefined {
  const level = OTHER_LEVEL[meant[LENGTH]!];
  if (level === undefined || NO_TOWNSHIP.test(meant)) return undefined;
  const name = meant.slice(0, LENGTH) + level;
  const [mentions, others] = [groups.get(meant)!, groups.get(name)];
  if (!others || others.length > mentions.length || isRenamed([...mentions, ...others])) return undefined;
  const isLater = others[0]!.paragraph.index > mentions[0]!.paragraph.index;
  return others.length < mentions.length || isLater ? name : undefined;
}

/** 撤乡设镇, 原石门乡: it was the one, and is the other. */
function isRenamed(mentions: readonly { readonly paragraph: Paragraph }[]): boolean {
  return mentions.some(({ paragraph: { text } }) => RENAMED.test(text));
}

const RENAMED = /撤乡|撤并|改[镇设]|设镇|建镇|更名|原[\u4e00-\u9fff]{2}[乡镇]|并入/;
