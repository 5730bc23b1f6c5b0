/** Judges the hours of an agenda, a line for each item: 9:00—9:30 签到, and then 9:20—10:10 报告. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { clocks } from './clock.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

interface Slot extends Range {
  readonly from: number;
  readonly to: number;
}

/** 8:50—10:20 at the head of a line, perhaps behind its mark. */
const MARK = String.raw`[（(]?[\d${ONE_TO_TEN}]{1,2}[）)、．.][\s\u3000]?`;
const clock = (n: 1 | 2) => String.raw`(?<h${n}>\d{1,2})[:：](?<m${n}>\d\d)`;
const SLOT = new RegExp(
  String.raw`^[\s\u3000]{0,4}(?:${MARK})?(?:[上下]午|晚上)?(?<time>${clock(1)}\s?(?:——?|[–－\-～~至到])\s?${clock(2)})`,
  'd',
);

/** The hours that a line begins with. */
const slots = defineFact<readonly Slot[]>('agenda slots', { facts: [clocks] }, (paragraph) => {
  if (paragraph.fact(clocks).length === 0) return [];
  const match = SLOT.exec(paragraph.text.slice(0, REACH));
  if (!match) return [];
  const { h1, m1, h2, m2 } = match.groups!;
  const [start, end] = match.indices!.groups!.time!;
  return [{ start, end, from: Number(h1) * 60 + Number(m1), to: Number(h2) * 60 + Number(m2) }];
});
const REACH = 30;

/** An item that begins before the one in the line above is over. Items that begin together run side by side. */
export function* agendaFaults(document: Document): Generator<Placed> {
  let before:
    | { readonly slot: Slot; readonly index: number; readonly start: number; readonly text: string }
    | undefined;
  for (const paragraph of document.paragraphsWith(slots)) {
    const [read] = paragraph.fact(slots);
    if (!read) continue;
    const { start, end, from, to } = read;
    const { index } = paragraph;
    if (
      before &&
      index - before.index <= NEAR &&
      from > before.slot.from &&
      from < before.slot.to &&
      to > before.slot.to
    ) {
      const source: Source = {
        kind: 'item-above',
        start: before.start + before.slot.start,
        end: before.start + before.slot.end,
        text: before.text,
      };
      yield { paragraph, fault: { kind: 'agenda', severity: 'warning', start, end, source } };
    }
    before = { slot: read, index, start: paragraph.start, text: paragraph.text.slice(start, end) };
  }
}

/** Lines from one item to the next: one with a speaker's name may stand between. */
const NEAR = 2;
