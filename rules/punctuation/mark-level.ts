import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { type MarkKind, type SeriesMark, seriesMarks } from '../../language/structure/series-marks.ts';
import { Characters } from '../../language/text/characters.ts';

interface MarkLevel extends Match {
  /** The point that belongs there. */
  readonly becomes: string;
  /** A higher point within the item that the mark ends, or another point between two items. */
  readonly other: { readonly start: number; readonly end: number };
  readonly fault: 'outranked' | 'mixed';
}

/** Points that part items, from the lowest to the highest. */
const RANKS = '，；。';
const KINDS: ReadonlySet<MarkKind> = new Set(['verb', 'ordinal', 'first-next', 'qi']);
/** Items of so many units are read for the points in them. */
const LONGEST = 400;

/** Items of one sentence or paragraph (一是…，二是…) parted by a point that one within an item outranks, or by different ones. GB/T 15834—2011 A.5. */
export const markLevel = defineParagraphRule<MarkLevel>({
  id: 'punctuation/mark-level',
  since: '0.5.0',
  severity: 'info',
  kinds: { law: 'off' },
  basis: 'GB/T 15834—2011 附录 A.5',

  reads: seriesMarks,
  *find(paragraph) {
    const marks = paragraph.fact(seriesMarks).filter(({ kind }) => KINDS.has(kind));
    for (const run of runsOf(marks)) {
      const fault = outranked(paragraph, run) ?? mixed(paragraph, run);
      if (fault) yield fault;
    }
  },

  explain: ({ fault, becomes, start, other }, { text }) => ({
    message:
      fault === 'outranked'
        ? `分项里已经用了“${text[other.start]}”，分项之间不能用低一级的“${text[start]}”，用“${becomes}”`
        : `分项之间这里用“${text[start]}”，别处用“${text[other.start]}”：各项末尾用同一种点号`,
    evidence: [{ ...other, message: fault === 'outranked' ? '分项里的点号' : '别处的点号' }],
  }),

  fix: ({ start, end, becomes }) => [
    { title: `改为“${becomes}”`, edits: [{ start, end, text: becomes }], safe: false },
  ],
});

/** Marks that count on from one to the next, two and more of them. */
function* runsOf(marks: readonly SeriesMark[]): Generator<readonly SeriesMark[]> {
  for (let i = 0; i < marks.length; ) {
    let end = i + 1;
    while (end < marks.length && follows(marks[end - 1]!, marks[end]!)) end++;
    if (end - i > 1) yield marks.slice(i, end);
    i = end;
  }
}

const follows = (one: SeriesMark, other: SeriesMark) =>
  one.key === other.key && other.value === one.value + 1 && other.start - one.end < LONGEST;

/** Where the point stands before each mark but the first; none where a series has others than these three. */
function partings({ text }: Paragraph, run: readonly SeriesMark[]): readonly number[] {
  const places = run.slice(1).map(({ start }) => start - 1);
  return places.every((at) => RANKS.includes(text[at]!)) ? places : [];
}

const HIGHER = { '，': new Characters('；。'), '；': new Characters('。') } as const;

/** 一是甲；乙，二是丙: the point that parts two items is lower than one within the first of them. */
function outranked(paragraph: Paragraph, run: readonly SeriesMark[]): MarkLevel | undefined {
  const { text } = paragraph;
  for (const [i, at] of partings(paragraph, run).entries()) {
    const point = text[at]!;
    if (point !== '，' && point !== '；') continue;
    const within = HIGHER[point].next(text, run[i]!.end, at);
    if (within < at && text[within + 1] !== '”')
      return {
        start: at,
        end: at + 1,
        becomes: '。',
        other: { start: within, end: within + 1 },
        fault: 'outranked',
      };
  }
  return undefined;
}

/** 一是甲。二是乙；三是丙: the point that stands least often; of two that stand as often the second. */
function mixed(paragraph: Paragraph, run: readonly SeriesMark[]): MarkLevel | undefined {
  const { text } = paragraph;
  const places = partings(paragraph, run);
  const kinds = new Set(places.map((at) => text[at]!));
  if (kinds.size !== 2) return undefined;
  const [first, second] = [...kinds] as [string, string];
  const count = (point: string) => places.filter((at) => text[at] === point).length;
  const [becomes, odd] = count(first) >= count(second) ? [first, second] : [second, first];
  const at = places.find((place) => text[place] === odd)!;
  const other = places.find((place) => text[place] === becomes)!;
  return { start: at, end: at + 1, becomes, other: { start: other, end: other + 1 }, fault: 'mixed' };
}
