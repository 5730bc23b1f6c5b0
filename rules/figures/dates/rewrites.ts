/** How dates and numbers of years are written anew, for the fixes of `figures/date`. */
import type { Edit, Range } from '../../../engine/finding.ts';
import { writeWeekday } from '../../../language/dates/calendar.ts';
import { writeHanCount } from '../../../language/text/numerals.ts';
import type { Fault, Written } from './faults.ts';

/** A fix in offsets of the paragraph. */
export interface Alternative {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

export function write({ han }: Written, value: number): string {
  return han ? writeHanCount(value) : String(value);
}

export function renumber(stated: Written, value: number, title: string): Alternative {
  return { title, edits: [{ ...rangeOf(stated), text: write(stated, value) }] };
}

export function span(
  first: Range,
  last: Range,
  right: readonly [number, number],
  title: string,
): Alternative {
  return {
    title,
    edits: [
      { ...rangeOf(first), text: String(right[0]) },
      { ...rangeOf(last), text: String(right[1]) },
    ],
  };
}

export function swap(a: Range, b: Range, text: string): Edit[] {
  return [
    { ...rangeOf(a), text: text.slice(b.start, b.end) },
    { ...rangeOf(b), text: text.slice(a.start, a.end) },
  ];
}

export function toWeekday({
  written,
  real,
}: Pick<Fault<'weekday'>, 'written' | 'real'>): readonly Alternative[] {
  const right = writeWeekday(real);
  return [{ title: `改为“${right}”`, edits: [{ ...written, text: right.slice(-1) }] }];
}
