/** Values for gaps out of the draft itself: 张 for ×书记 where the draft names 张猛, 榆林 for ×市 where it says 榆林市. */
import type { Document } from '../../engine/document.ts';
import type { Ask } from '../../engine/finding.ts';
import { type Name, names } from '../../engine/names.ts';
import { COMPOUND_SURNAMES } from './surnames.ts';

/** More are no help: a writer types faster than that can be read. */
export const MAX_OFFERS = 5;

/** How often the draft says each name. */
export type NameCounts = ReadonlyMap<Name['kind'], ReadonlyMap<string, number>>;

/** The names recognised so far; none where nobody recognises names, or has not yet. */
export function countNames(document: Document): NameCounts {
  const counts = new Map<Name['kind'], Map<string, number>>();
  for (const paragraph of document.paragraphsWith(names)) {
    for (const { kind, text } of paragraph.fact(names)) {
      let ofKind = counts.get(kind);
      if (!ofKind) {
        ofKind = new Map();
        counts.set(kind, ofKind);
      }
      ofKind.set(text, (ofKind.get(text) ?? 0) + 1);
    }
  }
  return counts;
}

/** Drafts quote them on every page; none of them is the ×书记 of the draft. */
const QUOTED = new Set('马克思 恩格斯 列宁 毛泽东 周恩来 邓小平 江泽民 胡锦涛 习近平'.split(' '));

/** Behind these stands a level (在全×的排名), and a name only before one (全×市). */
const LEVEL_FOLLOWS = /[全我本该各]$/;

/**
 * What the draft offers for a gap, most frequent first.
 * @param around the text before and behind the gap: what it already says of the value is left out of it
 */
export function offersFor(
  { slot }: Ask,
  { before: left, after }: { readonly before: string; readonly after: string },
  counts: NameCounts,
): string[] {
  if (slot === 'place' && LEVEL_FOLLOWS.test(left) && !PLACE_TAIL.test(after)) return [];
  switch (slot) {
    case 'surname':
      return ranked(counts.get('person'), (name) => (QUOTED.has(name) ? undefined : surnameOf(name)));
    case 'person':
      return ranked(counts.get('person'), (name) => (QUOTED.has(name) ? undefined : name));
    case 'place':
      return ranked(counts.get('place'), (name) => beforeTail(after, name, PLACE_TAIL));
    case 'organisation':
      return ranked(counts.get('organisation'), (name) => beforeTail(after, name, ORGANISATION_TAIL));
    default:
      return [];
  }
}

/** Values made of names, those that come to the same counted together. */
function ranked(
  counts: ReadonlyMap<string, number> | undefined,
  toValue: (name: string) => string | undefined,
): string[] {
  const values = new Map<string, number>();
  for (const [name, count] of counts ?? []) {
    const value = toValue(name);
    if (value) values.set(value, (values.get(value) ?? 0) + count);
  }
  // Sorting keeps the order of the text among equals.
  return [...values]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_OFFERS)
    .map(([value]) => value);
}

/** Transcribed names (阿卜杜拉·买买提) have none. */
export function surnameOf(name: string): string | undefined {
  if (name.includes('·') || name.length < 2) return undefined;
  const two = name.slice(0, 2);
  return COMPOUND_SURNAMES.has(two) ? two : name.slice(0, 1);
}

/** What names of the kind end with, and gaps for them are followed by. */
export const PLACE_TAIL = /^(?:自治[区州县]|新区|街道|[省市州盟县区旗镇乡村])/;
export const ORGANISATION_TAIL =
  /^(?:委员会|办公室|管理局|有限公司|公司|集团|大学|学院|学校|中学|小学|医院|银行|中心|协会|[局厅部委办院所处科])/;

/** A name as it stands before its own tail: 榆林市 before 市; before another (榆林市 before 县) it does not fit. */
export function beforeTail(after: string, name: string, tail: RegExp): string | undefined {
  for (let length = Math.min(name.length - 1, after.length); length > 0; length--) {
    if (name.endsWith(after.slice(0, length))) return name.slice(0, -length);
  }
  if (!tail.test(after)) return name;
  // A bare 榆林 goes before 市; 陕西省 and 教育局 bring a tail of their own.
  return [1, 2, 3].some((length) => tail.exec(name.slice(-length))?.[0].length === length) ? undefined : name;
}
