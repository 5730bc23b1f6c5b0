/** The house's own place and bodies, other places and terms, as a draft writes them. Ranges are relative to the paragraph. */
import type { Range } from '../../engine/finding.ts';
import type { HouseName, HouseTerm, Stranger } from '../../engine/house.ts';
import { Characters, DIGITS } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { type HouseIndex, perLine } from './house-index.ts';
import { isMistyped } from './people.ts';
import type { Slip } from './word-index.ts';

/** A name of the house with one character put for another. */
export interface NameSlip extends Range {
  readonly written: string;
  readonly right: string;
  readonly name: HouseName;
}

export const nameSlips = perLine<NameSlip>('misspelt names', ({ text }, index) => {
  const found: NameSlip[] = [];
  const take = ({ start, end, word, of }: Slip<HouseName>) => {
    // A body is named after its place: the slip is told once, where it is smallest.
    if (found.some((other) => other.start < end && start < other.end)) return;
    found.push({ start, end, written: text.slice(start, end), right: word, name: of });
  };
  for (const slip of index.placeSlips.slips(text))
    if (isMistyped(text[slip.start + slip.at]!, slip.word[slip.at]!) && !isKnown(text, slip, index))
      take(slip);
  for (const slip of index.bodySlips.slips(text))
    if (isBodySlip(text, slip) && !isKnown(text, slip, index)) take(slip);
  return found.sort((a, b) => a.start - b.start);
});

/** So much of a body's name must stand there; of a shorter one the character must be mistyped. */
const LONG = 6;
/** 第一中学 and 第二中学, 东城 and 西城, 县局 and 市局 are two. */
const TELLING = new Characters(DIGITS, `${ONE_TO_TEN}东西南北中上下前后内外大小新老省市县区州旗镇乡村`);

function isBodySlip(text: string, { start, at, word }: Slip<HouseName>): boolean {
  if (isMistyped(text[start + at]!, word[at]!)) return true;
  return word.length >= LONG && !TELLING.at(word, at) && !TELLING.at(text, start + at);
}

/** Whether what stands there is another name of the table. */
function isKnown(text: string, { start, end }: Range, { names, strangers }: HouseIndex): boolean {
  for (const index of [names, strangers]) {
    for (const hit of index.at(text, start)) if (hit.end >= end) return true;
  }
  return false;
}

export interface StrangerHit extends Range {
  readonly stranger: Stranger;
}

export const strangersNamed = perLine<StrangerHit>(
  'other places',
  ({ text, language }, { strangers, names }) => {
    const found: StrangerHit[] = [];
    let own: readonly Range[] | undefined;
    for (const { start, end, word, of: stranger } of strangers.hits(text)) {
      // 榆林 within 榆林街: part of another word.
      if (word.length < 3 && language.words.straddles(text, start, end)) continue;
      own ??= [...names.all(text)];
      if (own.some((name) => name.start <= start && end <= name.end)) continue;
      found.push({ start, end, stranger });
    }
    return found;
  },
);

export interface TermHit extends Range {
  readonly written: string;
  readonly term: HouseTerm;
}

export const wrongTerms = perLine<TermHit>(
  'wrong terms',
  ({ text }, { wrongTerms: wrong, rightTerms: right }) => {
    const found: TermHit[] = [];
    if (wrong.isEmpty) return found;
    let rights: readonly Range[] | undefined;
    for (const { start, end, word: written, of: term } of wrong.hits(text)) {
      rights ??= [...right.all(text)];
      if (!rights.some((form) => form.start <= start && end <= form.end))
        found.push({ start, end, written, term });
    }
    return found;
  },
);
