/** Marks that by themselves say nothing, and are blanks beside others of their kind: X干部的作风事关X的未来, below 推进X县…. */
import { Characters } from '../text/characters.ts';
import { isHan } from '../text/scan.ts';
import type { Mark } from './line.ts';

/** Look-alikes of the first unit of a mark, each by one of its kind. */
const KINDS: ReadonlyMap<string, string> = new Map(
  ['xXｘＸ', '*＊', '_＿', '□■', ' \u3000', '（(', '？?', '○◯'].flatMap((alike) =>
    [...alike].map((c) => [c, alike]),
  ),
);
/** One of these is enough; gaps, boxes and brackets have many honest uses. */
const SPEAKING = new Characters('xXｘＸ鬃');
const LINE = new Characters('_＿☆★△');
const STOPS = new Characters('，。；、：“”（）《》—');

/** A mark between words of one sentence, and no other reason to take it for a blank. */
export function doubtful(text: string, start: number, end: number): Mark | undefined {
  const [before, behind] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  const begins = start === 0 || isHan(before) || STOPS.at(text, start - 1);
  const goesOn = isHan(behind) || STOPS.at(text, end);
  return begins && goesOn && (isHan(before) || isHan(behind))
    ? { start, end, certainty: 'likely', doubtful: true }
    : undefined;
}

/** The marks without those that stand alone of their kind. */
export function inCompany(text: string, marks: readonly Mark[]): readonly Mark[] {
  if (!marks.some((mark) => mark.doubtful)) return marks;
  const kindOf = ({ start }: Mark) => KINDS.get(text[start]!) ?? text[start]!;
  const lines = marks.filter((mark) => mark.doubtful && LINE.at(text, mark.start)).length;
  const speaks = (mark: Mark) =>
    mark.doubtful
      ? SPEAKING.at(text, mark.start) || isWide(text, mark) || (lines > 1 && LINE.at(text, mark.start))
      : mark.certainty !== 'possible';
  const told = new Set(marks.filter(speaks).map(kindOf));
  return marks.filter((mark) => !mark.doubtful || told.has(kindOf(mark)));
}

/** 荣获　　　　称号: wider than a slip of the keyboard, and no word ends there. */
const isWide = (text: string, { start, end }: Mark) =>
  end - start >= (WIDTHS.get(text[start]!) ?? Infinity) &&
  isHan(text.charCodeAt(start - 1)) &&
  isHan(text.charCodeAt(end));
const WIDTHS = new Map([
  ['\u3000', 3],
  [' ', 4],
]);
