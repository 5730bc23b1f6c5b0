/**
 * What the figures around a blank say of the figure that belongs into it: 由50亿元增至60亿元，增长×% leaves 20.
 *
 * The blank is filled with a small and with a large number for the time of reading, and the relations that the other
 * figures then stand in are solved for it.
 */
import { Document } from '../../../engine/document.ts';
import type { Constraint } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { countedLists } from '../lists/counted.ts';
import { relations } from './fact.ts';
import type { Relation } from './relation.ts';
import { wordsOf } from './words.ts';

/** What to fill in, and what is read with it: small for a part or a rate, middling for the number of a list, large for a total or an end. */
const FILLINGS = [
  { filling: '1', read: fromRelations },
  { filling: '9', read: fromLists },
  { filling: '99999999', read: fromRelations },
];

/** Bounds in the unit that follows the blank; offsets relative to the paragraph. Empty where nothing is determined. */
export function constraintsAt(paragraph: Paragraph, start: number, end: number): readonly Constraint[] {
  const { text: whole } = paragraph;
  const from = windowStart(whole, start);
  const before = whole.slice(from, start);
  const after = whole.slice(end, windowEnd(whole, end));
  for (const { filling, read } of FILLINGS) {
    const text = before + filling + after;
    const filled = new Document(text, 'plain', paragraph.language).paragraphs[0]!;
    const figure = filled.fact(quantities).find((q) => q.digits.start === start - from);
    if (!figure) continue;
    const found = [...read(filled, figure)];
    if (found.length > 0) return found;
  }
  return [];
}

/** Units read on either side: a paragraph with many blanks must not be read whole for each of them. */
const REACH = 160;

/** Where the first whole sentence within reach begins. */
function windowStart(text: string, start: number): number {
  const from = start - REACH;
  if (from <= 0) return 0;
  const stop = SENTENCE_STOPS.next(text, from, start);
  return stop === start ? from : stop + 1;
}

/** Where the last whole sentence within reach ends. */
function windowEnd(text: string, end: number): number {
  const to = end + REACH;
  if (to >= text.length) return text.length;
  const behind = SENTENCE_STOPS.behindLast(text, end, to);
  return behind > end ? behind : to;
}

function* fromRelations(paragraph: Paragraph, figure: Quantity): Generator<Constraint> {
  for (const relation of paragraph.fact(relations)) {
    if (relation.claimed === figure) yield* claimedBounds(paragraph.text, relation, figure);
    else if (relation.bound) {
      // ×家，其中12家: not fewer than its part.
      if (relation.rule === 'subset' && relation.members.includes(figure)) {
        yield { min: written(relation.claimed.low, figure), reason: '不小于其中的部分' };
      }
    } else {
      const alternative = relation.alternatives.find((r) => r.figure === figure);
      if (alternative && Number.isFinite(alternative.value) && alternative.value > 0) {
        const value = written(alternative.value, figure);
        yield { min: value, max: value, reason: '由句中其余各数推算' };
      }
    }
  }
}

function* claimedBounds(text: string, relation: Relation, figure: Quantity): Generator<Constraint> {
  const { rule, bound, expected, members } = relation;
  if (bound && rule !== 'subset' && members.length > 0) return;
  const max = Number.isFinite(expected.high) ? { max: written(expected.high, figure) } : {};
  const { premise, reason = premise, formula } = wordsOf(text, relation);
  if (bound) yield { ...max, reason };
  else
    yield {
      min: written(expected.low, figure),
      ...max,
      reason: `${reason}（${formula}）`,
    };
}

function* fromLists(paragraph: Paragraph, figure: Quantity): Generator<Constraint> {
  for (const { figure: counted, list } of paragraph.fact(countedLists)) {
    if (counted !== figure) continue;
    const named = `已列出${list.min === list.max ? list.min : `${list.min}—${list.max}`}项`;
    yield list.open ? { min: list.min, reason: named } : { min: list.min, max: list.max, reason: named };
  }
}

/** In the unit as written, to four figures. */
function written(value: number, figure: Quantity): number {
  return Number((value / figure.scale).toPrecision(4));
}
