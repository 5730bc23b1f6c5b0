/**
 * The form for a draft's gaps as a value: what is asked, where, and what was answered. Pure functions; the panel shows it and the
 * editor's changes go into it. Positions follow the text while it is edited, and answers outlive gaps that go and come back.
 * Offsets are UTF-16 units of the document.
 */
import type { Constraint } from './messages.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
  /** What stands there, and around it. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** What the server asks, its places as offsets. */
export interface Question {
  readonly group: string;
  readonly slot: string;
  readonly label: string;
  readonly phrase: string;
  readonly places: readonly Place[];
  readonly constraints: readonly Constraint[];
  readonly offers: readonly string[];
}

/** Where an answer comes from that the writer has not just typed. */
export type Origin = 'kept' | 'file';

export interface Entry extends Question {
  /** Stays the same while the text is edited, as the group may not. */
  readonly id: number;
  readonly answer: string;
  readonly origin?: Origin;
}

/** An answer known by what it was asked with: the phrase, and which of the questions with that phrase it was. */
export interface Kept {
  readonly phrase: string;
  readonly nth: number;
  readonly answer: string;
}

export interface Form {
  /** In document order. */
  readonly entries: readonly Entry[];
  /** Answers to what is not asked at present: it was deleted, filled in, or is not found as before. */
  readonly parked: readonly Kept[];
  readonly nextId: number;
}

/** A replaced stretch of the text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const EMPTY: Form = { entries: [], parked: [], nextId: 1 };

/** The form of a draft, with the answers kept from last time. */
export function opened(questions: readonly Question[], kept: readonly Kept[] = []): Form {
  return renewed({ ...EMPTY, parked: kept }, questions);
}

/** The text has changed: places move with it. Which of them are still asked about, {@link renewed} tells. */
export function edited(form: Form, changes: readonly Change[]): Form {
  if (changes.length === 0) return form;
  const entries = form.entries.map((entry) => ({
    ...entry,
    places: entry.places.map((place) => changes.reduce(moved, place)),
  }));
  return { ...form, entries };
}

function moved(place: Place, { start, end, text }: Change): Place {
  const by = text.length - (end - start);
  if (start >= place.end) return place;
  if (end <= place.start) return { ...place, start: place.start + by, end: place.end + by };
  return { ...place, start: Math.min(place.start, start), end: Math.max(place.end, end) + by };
}

/**
 * The server has read the text anew. A question is the one before if it is asked of the same group, or at the same place; else if an
 * answer to the same words waits for it.
 */
export function renewed(form: Form, questions: readonly Question[]): Form {
  const left = new Set(form.entries);
  const byGroup = new Map(form.entries.map((entry) => [entry.group, entry]));
  const find = (question: Question) => {
    const same = isNamed(question.group) ? byGroup.get(question.group) : undefined;
    if (same && left.has(same)) return same;
    return [...left].find(
      ({ slot, places }) => slot === question.slot && places.some((a) => meets(a, question)),
    );
  };
  let { nextId } = form;
  const nths = numbered(questions);
  let parked = form.parked;
  const entries = questions.map((question, i): Entry => {
    const before = find(question);
    if (before) {
      left.delete(before);
      const { id, answer, origin } = before;
      return { ...question, id, answer, ...(origin && { origin }) };
    }
    const waits = parked.find(({ phrase, nth }) => phrase === question.phrase && nth === nths[i]);
    parked = parked.filter((kept) => kept !== waits);
    const entry = { ...question, id: nextId++, answer: waits?.answer ?? '' };
    return waits ? { ...entry, origin: 'kept' } : entry;
  });
  const gone = keptOf(form).filter(({ entry }) => left.has(entry));
  return { entries, parked: [...parked, ...gone.map(({ kept }) => kept)], nextId };
}

/** Groups of several gaps bear a name; a gap on its own, and a date, are known by their place only. */
function isNamed(group: string): boolean {
  return !group.includes('@');
}

function meets(place: Place, { places }: Question): boolean {
  return places.some(({ start, end }) => place.start < end && start < place.end);
}

/** For each, how many with its phrase stand before it. */
function numbered(questions: readonly { readonly phrase: string }[]): number[] {
  const seen = new Map<string, number>();
  return questions.map(({ phrase }) => {
    const nth = seen.get(phrase) ?? 0;
    seen.set(phrase, nth + 1);
    return nth;
  });
}

/** The writer has typed an answer; empty to take it back. */
export function answered(form: Form, id: number, answer: string): Form {
  const entries = form.entries.map(({ origin, ...entry }) => {
    if (entry.id !== id) return { ...entry, ...(origin && { origin }) };
    return { ...entry, answer };
  });
  return { ...form, entries };
}

/** Values from elsewhere, for questions that have no answer. */
export function prefilled(form: Form, valueFor: (entry: Entry) => string | undefined): Form {
  const entries = form.entries.map((entry): Entry => {
    const value = entry.answer === '' ? valueFor(entry) : undefined;
    return value === undefined ? entry : { ...entry, answer: value, origin: 'file' };
  });
  return { ...form, entries };
}

/** What is to be put in, as the server wants it. */
export function valuesOf({ entries }: Form): { group: string; value: string }[] {
  return entries.flatMap(({ group, answer }) =>
    answer.trim() === '' ? [] : [{ group, value: answer.trim() }],
  );
}

/** The answers to keep until the form is opened again. */
export function answersToKeep(form: Form): Kept[] {
  return [...keptOf(form).map(({ kept }) => kept), ...form.parked];
}

function keptOf({ entries }: Form): { entry: Entry; kept: Kept }[] {
  const nths = numbered(entries);
  return entries.flatMap((entry, i) => {
    const { phrase, answer } = entry;
    return answer.trim() === '' ? [] : [{ entry, kept: { phrase, nth: nths[i]!, answer } }];
  });
}
