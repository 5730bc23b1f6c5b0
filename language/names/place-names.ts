/** Provinces, cities and counties that a text names, by their full names (沧州市) or short (沧州), and which of them it is about. */
import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel, sameFields } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { GroupedEntries } from '../../engine/grouped.ts';
import type { LexiconEntry } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { layout } from '../layout/layout.ts';
import { Characters } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';

const PLACES = wordList('names.place-names');

export interface PlaceName extends Range {
  /** The short name. */
  readonly stem: string;
  /** `province`, `city` and `county`, of which it may be more than one: 吉林 is a province and a city. */
  readonly levels: string;
  readonly isFull: boolean;
}

/** What makes something else of a name before it: 沧州路, 万安镇, 长春街道. */
const ELSE = new Characters('路街道镇乡村河江湖海山桥港站湾岛大新东西南北市县区州省盟旗');

/** The place that a word of the list names where it stands. */
function placeAt(
  text: string,
  start: number,
  end: number,
  { word, value }: LexiconEntry,
): PlaceName | undefined {
  const levels = value.split('|').map((level) => level.split(' ') as [level: string, ending: string]);
  const [level, ending] = levels[0]!;
  if (ending[0] === '-')
    return { start, end, stem: word.slice(0, 1 - ending.length), levels: level, isFull: true };
  const full = levels.find(([, ending]) => text.startsWith(ending, end));
  if (full) return { start, end: end + full[1].length, stem: word, levels: full[0], isFull: true };
  if (ELSE.at(text, end) && !text.startsWith('大地', end)) return undefined;
  return { start, end, stem: word, levels: levels.map(([level]) => level).join(' '), isFull: false };
}

/** The places named in a paragraph, none within another. */
const placeNames = defineFact<readonly PlaceName[]>('place names', { words: [PLACES] }, (paragraph) => {
  const { text } = paragraph;
  const found: PlaceName[] = [];
  for (const { start, end, entry } of paragraph.hits(PLACES)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const place = placeAt(text, start, end, entry);
    if (place) found.push(place);
  }
  return found;
});

/** A place's name where it stands. */
export interface PlacedName {
  readonly paragraph: Paragraph;
  readonly place: PlaceName;
}

/** The places that the document names, and where, by their short names. */
export const placesByName = defineModel<{ readonly entries: GroupedEntries<PlacedName> }>(
  'places by name',
  (document, previous) => {
    const entries =
      previous?.entries ??
      new GroupedEntries<PlacedName>(
        (paragraph) => paragraph.fact(placeNames).map((place) => ({ paragraph, place })),
        ({ place }) => place.stem,
      );
    entries.syncTo(document, placeNames);
    return { entries };
  },
);

/** The place that a text is about, with where it says so. */
export interface SubjectPlace extends Range {
  readonly stem: string;
  readonly levels: string;
  /** Its name as it stands there. */
  readonly name: string;
  /** Whether a title or a signature says so. */
  readonly isTold: boolean;
}

/** A signature is short and stands among the last lines; a title is no sentence. */
const SHORT_LINE = 40;
const LAST_LINES = 6;
const FIRST_LINES = 2;
const SENTENCE = /[。；，：]/;
/** What is heard of a title's place behind it, when it is not the text's own. */
const ABOUT_ANOTHER = /学习|考察|对口|协作|帮扶|支援|合作|招商|推介/;
/** A text that names no place in its title is about the one named so often, and so many times oftener than any other of its level. */
const OFTEN = 3;
const OFTENER = 3;
/** 全市 in the title of a text that is about a city. */
const WHOLE_OF = [
  ['province', /全[省区]/],
  ['city', /全市/],
  ['county', /全[县市区旗]/],
] as const;

/** The place of the title or the signature, the lowest of a row (福州市台江区); else, as a candidate, the one named far oftener than others. */
export const subjectPlace = defineModel<SubjectPlace | undefined>(
  'subject place',
  (document: Document) => {
    const { title } = document.model(layout);
    const { paragraphs } = document;
    const heads = title ? [title] : paragraphs.slice(0, FIRST_LINES);
    const lines = [...heads, ...paragraphs.slice(-LAST_LINES).reverse()];
    for (const line of lines) {
      if (line.contentEnd - line.contentStart > SHORT_LINE || SENTENCE.test(line.content)) continue;
      if (ABOUT_ANOTHER.test(line.content)) return undefined;
      const place = lowestIn(line);
      if (place) return place;
    }
    return mostNamed(document, heads);
  },
  sameFields,
);

/** Whether no word reaches into the name: 出|海口 is none; 临湘市|委 may be cut before 市委. */
export function isWhole({ text, language }: Paragraph, { start, end, isFull }: PlaceName): boolean {
  return language.words.isBoundary(text, start) && (isFull || language.words.isBoundary(text, end));
}

function lowestIn(paragraph: Paragraph): SubjectPlace | undefined {
  const names = paragraph.fact(placeNames).filter((place) => isWhole(paragraph, place));
  let last = names[0];
  for (const name of names.slice(1)) if (name.start === last!.end) last = name;
  return last && named(paragraph, last, true);
}

function mostNamed(document: Document, heads: readonly Paragraph[]): SubjectPlace | undefined {
  const { groups } = document.model(placesByName).entries;
  const byCount = [...groups.values()].sort((a, b) => b.length - a.length);
  const [first, second] = byCount;
  if (!first || first.length < OFTEN || (second && second.length * OFTENER > first.length)) return undefined;
  const { paragraph, place } = first[0]!;
  const whole = WHOLE_OF.find(([level]) => place.levels.includes(level))![1];
  const isTold = heads.some(({ content }) => whole.test(content));
  return named(paragraph, place, isTold);
}

function named({ start, text }: Paragraph, place: PlaceName, isTold: boolean): SubjectPlace {
  const { stem, levels } = place;
  return {
    isTold,
    stem,
    levels,
    name: text.slice(place.start, place.end),
    start: start + place.start,
    end: start + place.end,
  };
}
