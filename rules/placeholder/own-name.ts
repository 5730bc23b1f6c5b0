import type { Document } from '../../engine/document.ts';
import type { Range, Severity } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isNameOf } from '../../language/house/house-index.ts';
import { isMistaken, joints, localitiesByName, ownJoint, ownPlace } from '../../language/names/own-names.ts';

interface Misnamed extends Match {
  readonly severity: Severity;
  /** As written, and as the document calls its own. */
  readonly written: string;
  readonly own: string;
  /** Where it does. */
  readonly source: Range;
  /** One character is wrong, or the whole name is another's. */
  readonly what: 'character' | 'other';
}

/** 青河县 in a text of 清河县; 安源县境内… in one of 平川县: a name that is nearly the document's own, or was copied. */
export const ownName = defineDocumentRule<Misnamed>({
  id: 'placeholder/own-name',
  since: '0.2.0',
  severity: 'warning',
  kinds: { law: 'info' },

  *find(document) {
    yield* misnamedPlaces(document);
    yield* misnamedJoints(document);
  },

  explain({ what, written, own, source }) {
    const evidence = [{ start: source.start, end: source.end, message: `本文作“${own}”` }];
    return {
      message:
        what === 'character'
          ? `“${written}”与本文自己的“${own}”只差一字，请核对`
          : `本文说的是“${own}”，此处写的却是“${written}”的情况，疑为别处文稿的残留`,
      evidence,
    };
  },

  fix({ what, start, end, written, own }) {
    if (what === 'other') return [];
    return [{ title: `“${written}”改为“${own}”`, edits: [{ start, end, text: own }], safe: false }];
  },
});

/** 青河县 for the 清河县 of the text, or another county's affairs told as its own. */
function* misnamedPlaces(document: Document): Generator<Misnamed> {
  const place = document.model(ownPlace);
  // What the house has told of its own names is for terms/house-name.
  if (!place || isNameOf(document.house, place.place)) return;
  const { place: own, start, end } = place;
  for (const [name, places] of document.model(localitiesByName).entries.groups) {
    const mistaken = name !== own && isMistaken(name, own);
    const copied = name !== own && name.at(-1) === '县' && own.at(-1) === '县';
    if (!mistaken && !copied) continue;
    for (const { paragraph, locality } of places) {
      if (!mistaken && !locality.described) continue;
      yield {
        start: paragraph.start + locality.start,
        end: paragraph.start + locality.end,
        severity: mistaken ? 'warning' : 'info',
        written: name,
        own,
        source: { start, end },
        what: mistaken ? 'character' : 'other',
      };
    }
  }
}

/** 规划与自然资源局 for the 规划和自然资源局 of the title: the own name joined by another word. */
function* misnamedJoints(document: Document): Generator<Misnamed> {
  const joint = document.model(ownJoint);
  if (!joint) return;
  for (const paragraph of document.paragraphsWith(joints)) {
    for (const { start, end, before, after } of paragraph.fact(joints)) {
      const written = paragraph.text.slice(start, end);
      if (written === joint.word || after !== joint.after || !before.endsWith(joint.before.slice(-2)))
        continue;
      yield {
        start: paragraph.start + start,
        end: paragraph.start + end,
        severity: 'warning',
        written,
        own: joint.word,
        source: joint,
        what: 'character',
      };
    }
  }
}
