import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isNameOf } from '../../language/house/house-index.ts';
import { isAddressees } from '../../language/layout/layout.ts';
import { isMistaken, type Locality, localitiesByName, ownPlace } from '../../language/names/own-names.ts';
import {
  isWhole,
  type PlacedName,
  placesByName,
  type SubjectPlace,
  subjectPlace,
} from '../../language/names/place-names.ts';
import { ShortList } from '../../language/text/characters.ts';
import { isInTitle } from '../../language/text/word-rules.ts';
import { isOwnRole } from './words/stray-places.ts';

interface Stray extends Match {
  readonly name: string;
  readonly own: string;
  /** Where the text calls its own place by name. */
  readonly source: Range;
  /** How often each stands there. */
  readonly counts: { readonly name: number; readonly own: number };
}

/** From so many mentions on a place is the one that the text is about; without a title it needs more. */
const OWN = 2;
/** A name that was left over has escaped its writer: it stands once or twice. */
const LEFT_OVER = 2;

/** A text that names more places, and none of them in its title, tells of many. */
const MOST_PLACES = 8;

/** Zones and other areas that are no district: 经开区, 自贸区. */
const ZONES = new ShortList(
  '经开 自贸 高铁 保税 临港 临空 空港 综保 主城 中心 示范 重灾 库容 教学 居住 试点 沿海'.split(' '),
);

/** 你镇会同|县自然资源局: names of counties that are verbs before the name of an organ. */
const AS_VERBS = new Set(['会同']);

/** A place that is not the text's own in a part that only its own can have: left over from the text it was made from. */
export const strayPlace = defineDocumentRule<Stray>({
  id: 'terms/stray-place',
  since: '0.3.0',
  severity: 'info',
  kinds: { law: 'off' },

  *find(document) {
    const told = new Set<number>();
    for (const stray of [...amongLocalities(document), ...amongPlaces(document)]) {
      if (!told.has(stray.start)) yield stray;
      told.add(stray.start);
    }
  },

  explain: ({ name, own, source, counts }) => ({
    message: `全文说的是“${own}”（${counts.own}处），“${name}”只有${counts.name}处，疑为旧稿残留的地名，请核对`,
    evidence: [{ ...source, message: `本文作“${own}”` }],
  }),

  fix: ({ start, end, own }) => [{ title: `改为“${own}”`, edits: [{ start, end, text: own }], safe: false }],
});

/** Whether the name is one: 贫困县 and 经开区 are none. */
function isPlace({ text, language }: Paragraph, { start, name }: Locality): boolean {
  const stem = name.slice(0, -1);
  if (AS_VERBS.has(stem) || ZONES.isAt(stem, 0) || !language.words.isBoundary(text, start)) return false;
  const tag = language.words.tagOf(stem);
  return tag === undefined || (tag.startsWith('n') && tag !== 'n');
}

/** By names as they are written (安平县), be they of this country or made up. */
function* amongLocalities(document: Document): Generator<Stray> {
  const own = document.model(ownPlace);
  // What the house has told of its places is for terms/other-place.
  if (!own || isNameOf(document.house, own.place)) return;
  const { groups } = document.model(localitiesByName).entries;
  const ours = groups.get(own.place)?.length ?? 0;
  if (ours < OWN) return;
  for (const [name, places] of groups) {
    const isOther = name.at(-1) === own.place.at(-1) && name !== own.place && !isMistaken(name, own.place);
    if (!isOther || places.length > LEFT_OVER || places.some(isWrittenTo)) continue;
    for (const { paragraph, locality } of places) {
      if (!isPlace(paragraph, locality) || !isOwnRole(paragraph.text, locality.start, locality.end)) continue;
      yield {
        start: paragraph.start + locality.start,
        end: paragraph.start + locality.end,
        name,
        own: own.place,
        source: { start: own.start, end: own.end },
        counts: { name: places.length, own: ours },
      };
    }
  }
}

/** By the names of this country's places, full or short: 花垣城区 in a text of 凤凰县. */
function* amongPlaces(document: Document): Generator<Stray> {
  const own = document.model(subjectPlace);
  if (!own || isNameOf(document.house, own.name)) return;
  const { groups } = document.model(placesByName).entries;
  const mentions = groups.get(own.stem) ?? [];
  if (mentions.length < OWN) return;
  // A place that neither title nor signature names is the text's own where the text speaks so of it.
  const inOwnPart = ({ paragraph: { text }, place }: PlacedName) => isOwnRole(text, place.start, place.end);
  if (!own.isTold && (groups.size > MOST_PLACES || mentions.filter(inOwnPart).length < OWN)) return;
  for (const [stem, names] of groups) {
    if (stem === own.stem || AS_VERBS.has(stem) || names.length > LEFT_OVER || names.some(isWrittenTo))
      continue;
    for (const placed of names) {
      if (!isStray(placed, own)) continue;
      const { paragraph, place } = placed;
      const name = paragraph.text.slice(place.start, place.end);
      yield {
        start: paragraph.start + place.start,
        end: paragraph.start + place.end,
        name,
        own: place.isFull ? own.name : own.stem,
        source: { start: own.start, end: own.end },
        counts: { name: names.length, own: mentions.length },
      };
    }
  }
}

/** Whether the place is the one that the text is sent to: 从江县人民政府：. */
function isWrittenTo({ paragraph }: { readonly paragraph: Paragraph }): boolean {
  return paragraph.content.endsWith('：') && isAddressees(paragraph);
}

/** Whether a place of the own one's level stands in its part. A full name is no other word, so that less has to speak for it. */
function isStray({ paragraph, place }: PlacedName, own: SubjectPlace): boolean {
  const { start, end, stem, isFull, levels } = place;
  if (!levels.split(' ').some((level) => own.levels.split(' ').includes(level))) return false;
  const { text } = paragraph;
  return (
    isWhole(paragraph, place) &&
    !isInTitle(text, start) &&
    isOwnRole(text, start, end, isFull || isMistaken(stem, own.stem) ? 1 : 2)
  );
}
