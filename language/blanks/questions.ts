/**
 * What is asked of the writer for gaps: one question for all gaps that hold the same value, and one for a date whose year, month and
 * day are gaps of their own (`××××年×月×日`).
 */
import type { Document } from '../../engine/document.ts';
import type { Ask, Constraint, Edit, Range } from '../../engine/finding.ts';
import { fillGaps, type Gap, type GapGroup, groupGaps } from '../../engine/gaps.ts';
import { type DateSlot, dateParts, isDateSlot } from './date-answers.ts';

export interface Question {
  /** Names it for as long as the text stands. */
  readonly group: string;
  readonly slot: string;
  /** Chinese: 姓氏, 日期. */
  readonly label: string;
  /**
   * The gap in the words that tell what belongs there, itself in 【】: `【×】书记`, `同比增长【×】%`. The same words ask the same in
   * another draft.
   */
  readonly phrase: string;
  /** In document order, at least one. */
  readonly places: readonly Range[];
  readonly constraints: readonly Constraint[];
  readonly ask: Ask;
  /** What putting the value in changes. */
  fill(value: string): Edit[];
}

/** Questions in the order of their first places. */
export function questionsOf(document: Document, gaps: readonly Gap[]): Question[] {
  const dates = datesAmong(document, gaps);
  const inDates = new Set(dates.flat());
  const single = groupGaps(gaps.filter((gap) => !inDates.has(gap)));
  const questions = [
    ...single.map((group) => ofGroup(document, group)),
    ...dates.map((date) => ofDate(document, date)),
  ];
  return questions.sort((a, b) => a.places[0]!.start - b.places[0]!.start);
}

function ofGroup(document: Document, { ask, gaps, constraints }: GapGroup): Question {
  return {
    group: ask.group,
    slot: ask.slot,
    label: ask.label,
    phrase: ask.phrase ?? phraseAround(document, gaps[0]!),
    places: gaps,
    constraints,
    ask,
    fill: (value) => fillGaps(gaps, new Map([[ask.group, value]])),
  };
}

/** Between two gaps of one date; a month or a year may be given already: `20××年3月×日`. */
const BETWEEN = /^年(?:\d{1,2}月)?$|^月$/;

/** Gaps that are parts of one date, two or three together. */
function datesAmong(document: Document, gaps: readonly Gap[]): Gap[][] {
  const dates: Gap[][] = [];
  let open: Gap[] = [];
  const close = () => {
    if (open.length > 1) dates.push(open);
    open = [];
  };
  for (const gap of gaps) {
    const { slot } = gap.ask;
    if (!isDateSlot(slot)) {
      close();
      continue;
    }
    const last = open.at(-1);
    const goesOn =
      last !== undefined &&
      gap.start - last.end <= MOST_BETWEEN &&
      ORDER[slot] > ORDER[last.ask.slot as DateSlot] &&
      BETWEEN.test(document.slice(last.end, gap.start));
    if (!goesOn) close();
    open.push(gap);
  }
  close();
  return dates;
}

/** `年12月` */
const MOST_BETWEEN = 4;
const ORDER: Readonly<Record<DateSlot, number>> = { year: 0, month: 1, day: 2 };
const UNIT: Readonly<Record<DateSlot, string>> = { year: '年', month: '月', day: '日号' };

function ofDate(document: Document, gaps: readonly Gap[]): Question {
  const first = gaps[0]!;
  const last = gaps.at(-1)!;
  // The unit behind the last gap belongs to what is read as one date.
  const behind = document.slice(last.end, last.end + 1);
  const end = UNIT[last.ask.slot as DateSlot].includes(behind) ? last.end + behind.length : last.end;
  const place = { start: first.start, end };
  const group = `date@${first.start}`;
  const slots = gaps.map(({ ask }) => ask.slot as DateSlot);
  return {
    group,
    slot: 'date',
    label: '日期',
    phrase: phraseAround(document, place),
    places: [place],
    constraints: [],
    ask: { slot: 'date', label: '日期', group },
    fill(value) {
      const parts = dateParts(value, slots);
      // 近日, 上月底: not in these parts, so it takes the place of all of them.
      if (!parts) return [{ ...place, text: value }];
      return gaps.map(({ start, end }, i) => ({ start, end, text: parts[i]! }));
    },
  };
}

const LEFT = 10;
const RIGHT = 6;
const CLAUSE_END = /[，。；：！？、\s]/;

/** The clause around a gap, cut to some characters. */
function phraseAround(document: Document, { start, end }: Range): string {
  const line = document.paragraphAt(start);
  const text = line.source;
  const [from, to] = [start - line.start, end - line.start];
  let left = from;
  while (left > 0 && from - left < LEFT && !CLAUSE_END.test(text[left - 1]!)) left--;
  let right = to;
  while (right < text.length && right - to < RIGHT && !CLAUSE_END.test(text[right]!)) right++;
  return `${text.slice(left, from)}【${text.slice(from, to)}】${text.slice(to, right)}`;
}
