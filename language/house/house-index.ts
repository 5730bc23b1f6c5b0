/** The house's names as they are looked for: made once for a table, however many drafts are held against it. */
import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import type { House, HouseName, HousePerson, HouseTerm, Stranger } from '../../engine/house.ts';
import { syncTo } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { SlipIndex, WordIndex } from './word-index.ts';

export class HouseIndex {
  readonly house: House;
  readonly people: WordIndex<HousePerson>;
  readonly nameSlips: SlipIndex<HousePerson>;
  /** By post: those who hold it. */
  readonly posts: WordIndex<readonly HousePerson[]>;
  readonly postNames: readonly string[];
  /** The own place and bodies, full and short. */
  readonly names: WordIndex<HouseName>;
  readonly placeSlips: SlipIndex<HouseName>;
  readonly bodySlips: SlipIndex<HouseName>;
  readonly strangers: WordIndex<Stranger>;
  readonly wrongTerms: WordIndex<HouseTerm>;
  readonly rightTerms: WordIndex<HouseTerm>;

  constructor(house: House) {
    const { people, places, bodies, strangers, terms } = house;
    this.house = house;
    this.people = new WordIndex(people.map((person) => [person.name, person]));
    this.nameSlips = new SlipIndex(people.map((person) => [person.name, person]));
    const holders = new Map<string, HousePerson[]>();
    for (const person of people)
      for (const post of person.posts) holders.set(post, [...(holders.get(post) ?? []), person]);
    this.posts = new WordIndex(holders);
    this.postNames = [...holders.keys()].sort((a, b) => b.length - a.length);
    this.names = new WordIndex([...places, ...bodies].flatMap(formsOf));
    this.placeSlips = new SlipIndex(places.flatMap(formsOf));
    this.bodySlips = new SlipIndex(bodies.flatMap(formsOf));
    this.strangers = new WordIndex(strangers.map((stranger) => [stranger.name, stranger]));
    this.wrongTerms = new WordIndex(terms.flatMap((term) => term.wrong.map((form) => [form, term] as const)));
    this.rightTerms = new WordIndex(terms.map((term) => [term.right, term]));
  }
}

function formsOf(name: HouseName): (readonly [string, HouseName])[] {
  return [name.full, ...name.short].map((form) => [form, name] as const);
}

/** Whether a name is the own place's, full or short. */
export function isNameOf(house: House | undefined, name: string): boolean {
  return house?.places.some((place) => formsOf(place).some(([form]) => form === name)) ?? false;
}

const indexes = new WeakMap<House, HouseIndex>();

function indexOf(house: House): HouseIndex {
  let index = indexes.get(house);
  if (!index) {
    index = new HouseIndex(house);
    indexes.set(house, index);
  }
  return index;
}

/** What was read, and the lines it was read from. */
interface Kept<T> {
  readonly house: House;
  readonly revision: number;
  readonly lines: Paragraph[];
  readonly found: Map<Paragraph, readonly T[]>;
}

/**
 * What is read from single lines with the house's table in hand: facts, which depend on the text alone, cannot know of it. An edit costs
 * the lines it touches. Lines without anything are left out; nothing comes of a document without a house.
 */
export function perLine<T>(
  name: string,
  read: (paragraph: Paragraph, index: HouseIndex) => readonly T[],
): (document: Document) => Generator<readonly [Paragraph, readonly T[]]> {
  const model = defineModel<Kept<T> | undefined>(`${name} of the house`, (document, previous) => {
    const { house } = document;
    // Whoever asks for the lines is asked again at every edit.
    if (!house) return undefined;
    const kept = previous?.house === house ? previous : { house, revision: 0, lines: [], found: new Map() };
    const { lines, found } = kept;
    const alike = kept === previous ? document.alikeSince(kept.revision) : undefined;
    const { removed, added } = syncTo(lines, document.paragraphs, alike);
    const index = indexOf(house);
    for (const paragraph of removed) found.delete(paragraph);
    for (const paragraph of added) {
      const seen = paragraph.blank ? [] : read(paragraph, index);
      if (seen.length > 0) found.set(paragraph, seen);
    }
    return { house, revision: document.revision, lines, found };
  });
  return function* (document) {
    const kept = document.model(model);
    if (!kept || kept.found.size === 0) return;
    yield* [...kept.found].sort(([a], [b]) => a.index - b.index);
  };
}
