/**
 * Series and their members as a tree.
 *
 * Members hold their paragraph and an offset in it rather than an offset in the document, so that they stay true when
 * text before them changes.
 */

import { lowerBound } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { isStructural, type MarkKind, type SeriesMark } from './series-marks.ts';

export class Member {
  readonly series: Series;
  /** These two change by {@link renew} only. */
  paragraph: Paragraph;
  mark: SeriesMark;
  /** Series inside this member, in text order. */
  readonly children: Series[] = [];

  constructor(series: Series, paragraph: Paragraph, mark: SeriesMark) {
    this.series = series;
    this.paragraph = paragraph;
    this.mark = mark;
  }

  /** Offset of the mark in the document. */
  get start(): number {
    return this.paragraph.start + this.mark.start;
  }
  /** Offset just behind the mark. */
  get markEnd(): number {
    return this.paragraph.start + this.mark.end;
  }
  /** The mark as written, without blanks around it and without the point behind a word: `（一）`, `一、`, `首先`. */
  get label(): string {
    this.#label ??= this.#readLabel();
    return this.#label;
  }

  #label: string | undefined;

  #readLabel(): string {
    const { paragraph, mark } = this;
    // Word's styles are no characters that could be shown.
    if (mark.kind === 'heading')
      return paragraph.source.slice(0, mark.start).trim() || `${paragraph.headingLevel}级标题`;
    return paragraph.text.slice(mark.start, isStructural(mark.kind) ? mark.end : wordEnd(mark)).trim();
  }

  /** The paragraph was typed in; the mark is the same one. */
  renew(paragraph: Paragraph, mark: SeriesMark): void {
    this.paragraph = paragraph;
    this.mark = mark;
    this.#label = undefined;
  }
}

/** End of 一是, 第三, 首先 without the comma behind it. */
function wordEnd(mark: SeriesMark): number {
  // The word of 步骤一 stands before its number.
  const behind = mark.kind === 'verb' || (mark.kind === 'ordinal' && mark.numberStart === mark.start + 1);
  return behind ? mark.numberEnd + mark.word.length : mark.numberEnd;
}

export class Series {
  /** Tells series apart that can stand inside each other: the kind, and the verb of 一是. */
  readonly key: string;
  readonly kind: MarkKind;
  /** Bracket or quotation it stands in (offset in its paragraph), −1 for plain text. */
  scope: number;
  readonly parent: Member | undefined;
  readonly members: Member[] = [];
  /** Words of more than one form number it: 首先 … 第三. */
  mixed = false;
  /** The series of the same form before it: one that headed paragraphs too, in the same attachment; inside a line, one of its own line. */
  readonly before: Series | undefined;

  constructor(key: string, mark: SeriesMark, parent: Member | undefined, before: Series | undefined) {
    this.key = key;
    this.kind = mark.kind;
    this.scope = mark.scope;
    this.parent = parent;
    this.before = before;
  }

  /** The series it goes on with under another heading: 条 runs on through the chapters. */
  get continues(): Series | undefined {
    const { before } = this;
    if (!before) return undefined;
    const { value } = this.first.mark;
    return before.last.mark.value + 1 === value || before.reach + 1 === value ? before : undefined;
  }

  /** The number that its last member has when all are in order: two may have changed places. */
  get reach(): number {
    return this.first.mark.value + this.members.length - 1;
  }

  get first(): Member {
    return this.members[0]!;
  }
  get last(): Member {
    return this.members[this.members.length - 1]!;
  }
  /** All marks stand inside one paragraph, none at its start. */
  get inline(): boolean {
    return !this.first.mark.lead && this.first.paragraph === this.last.paragraph;
  }
}

export interface Structure {
  /** Series that stand in no member, in text order. */
  readonly roots: readonly Series[];
  /** All series in the order of their first marks. */
  readonly series: readonly Series[];
  /** One and the same for all trees that took over the series of the one before. */
  readonly origin: object;
  /** How often that was done. */
  readonly renewals: number;
  /** The series with a member in what was typed in last, those that came, and those that stand otherwise than in the tree before. */
  readonly touched: ReadonlySet<Series>;
  /** The series of the tree before that are no more. */
  readonly gone: ReadonlySet<Series>;
}

/** Whether a tree is the one from before, or the next: what it touched and what is gone are all that differs. */
export function goesOn(before: Structure, now: Structure): boolean {
  return now.origin === before.origin && now.renewals - before.renewals <= 1;
}

/** The innermost member that begins at or before the offset, in the series around it. */
export function memberBefore({ roots }: Structure, offset: number): Member | undefined {
  let found: Member | undefined;
  for (let list: readonly Series[] = roots; ; ) {
    const series = lastUpTo(list, offset, (s) => s.first.start);
    const member = series && lastUpTo(series.members, offset, (m) => m.start);
    if (!member) return found;
    found = member;
    list = member.children;
  }
}

/** The last of ordered values whose place is not behind the offset. */
export function lastUpTo<T>(
  list: readonly T[],
  offset: number,
  placeOf: (value: T) => number,
): T | undefined {
  return list[lowerBound(list, offset + 1, placeOf) - 1];
}

/** Longest heading taken as one; longer text is a paragraph with a mark. */
const HEADING = 60;

/**
 * What a member is about: its heading up to the first full stop, or nothing when the mark begins running text.
 * `一、加强领导` → `加强领导`; `（一）完善制度。各地要……` → `完善制度`.
 */
export function titleOf({ paragraph, mark }: Member): string {
  const text = paragraph.text.slice(mark.end, Math.min(mark.end + HEADING + 1, paragraph.contentEnd));
  const stop = /[。；：！？]/.exec(text);
  if (!stop && text.length > HEADING) return '';
  return (stop ? text.slice(0, stop.index) : text).replace(/^[\s　]+/, '');
}
