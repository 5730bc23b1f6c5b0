/** What the documents of one occasion must say alike of the meeting: its number, year, day, hour, place, and who holds which post. */
import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import type { MeetingName } from './meeting-names.ts';
import { type Occasion, occasion, type Said } from './occasion.ts';
import { kindred, opponent, type Reading } from './set.ts';

export type Aspect = 'day' | 'hour' | 'place' | 'ordinal' | 'year' | 'leader';

/** The document says one thing, a companion another. The range is the document's. */
export interface Discord extends Range {
  readonly aspect: Aspect;
  /** 县长, of `leader`; the meeting's name, of `ordinal` and `year`; else empty. */
  readonly of: string;
  readonly other: Reading<Said>;
}

export function* discords(document: Document): Generator<Discord> {
  const companions = kindred(document);
  if (companions.length === 0) return;
  const mine = document.model(occasion);
  const others = companions.map((companion) => ({ companion, said: companion.document.model(occasion) }));
  const compare = function* (
    aspect: Aspect,
    of: string,
    read: (occasion: Occasion) => Said | undefined,
    agree: (a: Said, b: Said) => boolean,
  ): Generator<Discord> {
    const said = read(mine);
    if (!said) return;
    const readings = others.flatMap(({ companion, said: them }) => {
      const theirs = read(them);
      return theirs ? [{ companion, said: theirs }] : [];
    });
    const other = opponent(said, readings, agree);
    if (other) yield { start: said.start, end: said.end, aspect, of, other };
  };
  yield* compare('day', '', ({ day }) => day, isSameDate);
  // Of two days both would differ.
  yield* compare('hour', '', ({ hour }) => hour, isSameHour);
  yield* compare('place', '', ({ place }) => place, isSamePlace);
  for (const [post] of mine.leaders)
    yield* compare('leader', post, ({ leaders }) => leaders.get(post), isSame);
  const own = new Set([mine, ...others.map(({ said }) => said)].map(({ meeting }) => meeting?.stem));
  for (const [stem] of mine.named) {
    if (!own.has(stem)) continue;
    yield* compare('ordinal', stem, ({ named }) => ordinalOf(named.get(stem)), isSame);
    yield* compare('year', stem, ({ named }) => yearOf(named.get(stem)), isSame);
  }
}

function ordinalOf(meeting: MeetingName | undefined): Said | undefined {
  return meeting?.ordinalAt && { ...meeting.ordinalAt, value: meeting.ordinal };
}

function yearOf(meeting: MeetingName | undefined): Said | undefined {
  return meeting?.yearAt && { ...meeting.yearAt, value: `${meeting.year}` };
}

const isSame = (a: Said, b: Said) => a.value === b.value;

/** A year may be left out. */
function isSameDate(a: Said, b: Said): boolean {
  const [year, month, day] = a.value.split('-');
  const [otherYear, otherMonth, otherDay] = b.value.split('-');
  return month === otherMonth && day === otherDay && (year === otherYear || year === '' || otherYear === '');
}

/** 上午 may be left out. */
function isSameHour(a: Said, b: Said): boolean {
  const bare = ({ value }: Said) => value.replace(/^\D+/, '');
  return a.value === b.value || (bare(a) === bare(b) && (bare(a) === a.value || bare(b) === b.value));
}

/** 县会议中心 and 县会议中心二楼报告厅 are one, as far as they say. */
function isSamePlace(a: Said, b: Said): boolean {
  return a.value.includes(b.value) || b.value.includes(a.value);
}
