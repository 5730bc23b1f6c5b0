/** The house's names as they are looked for: made once for a table, however many drafts are held against it. */
import type { Document } from '../../engine/document.ts';
import type { House, HouseName, HousePerson, HouseTerm, Stranger } from '../../engine/house.ts';
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

/**
 * What is read from single lines with the house's table in hand, kept with the lines: facts, which depend on the text alone, cannot
 * know of it. Lines without anything are left out; nothing comes of a document without a house.
 */
export function perLine<T>(
  read: (paragraph: Paragraph, index: HouseIndex) => readonly T[],
): (document: Document) => Generator<readonly [Paragraph, readonly T[]]> {
  const known = new WeakMap<House, WeakMap<Paragraph, readonly T[]>>();
  return function* (document) {
    const { house } = document;
    // Whoever asks for the lines is asked again at every edit.
    if (!house) return;
    const index = indexOf(house);
    let lines = known.get(house);
    if (!lines) {
      lines = new WeakMap();
      known.set(house, lines);
    }
    for (const paragraph of document.paragraphs) {
      if (paragraph.blank) continue;
      let found = lines.get(paragraph);
      if (!found) {
        found = read(paragraph, index);
        lines.set(paragraph, found.length > 0 ? found : NONE);
      }
      if (found.length > 0) yield [paragraph, found];
    }
  };
}

const NONE: readonly never[] = [];
