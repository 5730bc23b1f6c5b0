import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isNameOf } from '../../language/house/house-index.ts';
import { isMistaken, type Locality, localitiesByName, ownPlace } from '../../language/names/own-names.ts';
import { ShortList } from '../../language/text/characters.ts';
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

/** Zones and other areas that are no district: 经开区, 自贸区. */
const ZONES = new ShortList(
  '经开 自贸 高铁 保税 临港 临空 空港 综保 主城 中心 示范 重灾 库容 教学 居住 试点 沿海'.split(' '),
);

/** A place that is not the text's own in a part that only its own can have: left over from the text it was made from. */
export const strayPlace = defineDocumentRule<Stray>({
  id: 'terms/stray-place',
  since: '0.3.0',
  severity: 'info',
  kinds: { law: 'off' },

  *find(document) {
    const own = document.model(ownPlace);
    // What the house has told of its places is for terms/other-place.
    if (!own || isNameOf(document.house, own.place)) return;
    const { groups } = document.model(localitiesByName).entries;
    const ours = groups.get(own.place)?.length ?? 0;
    if (ours < OWN) return;
    for (const [name, places] of groups) {
      const isOther = name.at(-1) === own.place.at(-1) && name !== own.place && !isMistaken(name, own.place);
      if (!isOther || places.length > LEFT_OVER) continue;
      for (const { paragraph, locality } of places) {
        if (!isPlace(paragraph, locality) || !isOwnRole(paragraph.text, locality.start, locality.end))
          continue;
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
  if (ZONES.isAt(stem, 0) || !language.words.isBoundary(text, start)) return false;
  const tag = language.words.tagOf(stem);
  return tag === undefined || (tag.startsWith('n') && tag !== 'n');
}
