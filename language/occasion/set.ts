/**
 * Which documents of a set belong to one occasion, and which of two readings is the odd one. Documents that were only put together by
 * a glob must first show that they are of one meeting or one matter: what is said of two is no contradiction.
 */
import type { Companion, Document } from '../../engine/document.ts';
import { documentDate } from '../dates/document-date.ts';
import { type Occasion, occasion } from './occasion.ts';

/** Those that belong to the occasion of the document, directly or by way of others, in the order of the set. */
export function kindred(document: Document): readonly Companion[] {
  const { companions } = document;
  const found = new Set<Companion>();
  const waiting = [document];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    for (const companion of companions) {
      if (found.has(companion) || !areKindred(one, companion.document)) continue;
      found.add(companion);
      waiting.push(companion.document);
    }
  }
  return companions.filter((companion) => found.has(companion));
}

function areKindred(a: Document, b: Document): boolean {
  const one = a.model(occasion);
  const other = b.model(occasion);
  if (areYearsApart(one, a, other, b) || areNumbersApart(one, other)) return false;
  return (
    isNamedBy(one, other) ||
    isNamedBy(other, one) ||
    (one.topic !== '' &&
      other.topic !== '' &&
      (one.topic.includes(other.topic) || other.topic.includes(one.topic)))
  );
}

/**
 * Whether the meeting that `one` is of is named by `other`, or the other's title is about what it is about. A document of a meeting of its
 * own may name others, of other days.
 */
function isNamedBy({ meeting }: Occasion, { meeting: own, named, topic }: Occasion): boolean {
  if (!meeting) return false;
  if (topic !== '' && meeting.stem.includes(topic)) return true;
  if (own) return own.stem.endsWith(meeting.stem);
  for (const stem of named.keys())
    if (
      stem === meeting.stem ||
      stem.endsWith(meeting.stem) ||
      (stem.length > 5 && meeting.stem.endsWith(stem))
    )
      return true;
  return false;
}

/** The same meeting of two years: another year, and not the same day of it, which would be a slip. */
function areYearsApart(one: Occasion, a: Document, other: Occasion, b: Document): boolean {
  const [first, second] = [yearOf(one, a), yearOf(other, b)];
  if (first === undefined || second === undefined || first === second) return false;
  return one.day === undefined || other.day === undefined || !isSameDay(one.day.value, other.day.value);
}

/** The same meeting of two numbers, by their titles, unless something else tells that they are one. */
function areNumbersApart(one: Occasion, other: Occasion): boolean {
  const [first = '', second = ''] = [one.meeting?.ordinal, other.meeting?.ordinal];
  if (first === '' || second === '' || first === second) return false;
  const isOneDay = one.day && other.day && isSameDay(one.day.value, other.day.value);
  return !isOneDay && (one.place === undefined || one.place.value !== other.place?.value);
}

function yearOf({ meeting, day }: Occasion, document: Document): number | undefined {
  const said = Number(day?.value.split('-')[0]);
  return meeting?.year ?? (said || undefined) ?? document.model(documentDate)?.year;
}

/** Whether month and day are the same. */
function isSameDay(one: string, other: string): boolean {
  return one.replace(/^\d*/, '') === other.replace(/^\d*/, '');
}

/** What a companion says of the thing in question. */
export interface Reading<T> {
  readonly companion: Companion;
  readonly said: T;
}

/**
 * A companion that says otherwise, unless more say what the document says: then they are told, and it is not. Where as many stand on
 * either side each is told.
 */
export function opponent<T>(
  mine: T,
  others: readonly Reading<T>[],
  agree: (a: T, b: T) => boolean,
): Reading<T> | undefined {
  const against = others.filter(({ said }) => !agree(mine, said));
  const withMe = others.length - against.length + 1;
  return against.find(({ said }) => against.filter((other) => agree(said, other.said)).length >= withMe);
}
