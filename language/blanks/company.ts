/** Marks that by themselves say nothing, and are blanks beside others of their kind: X干部的作风事关X的未来, below 推进X县…. */
import { Characters } from '../text/characters.ts';
import { isHan } from '../text/scan.ts';
import type { Mark } from './line.ts';

/** Look-alikes of the first unit of a mark, each by one of its kind. */
const KINDS: ReadonlyMap<string, string> = new Map(
  ['xXｘＸ', '*＊', '_＿', '□■', ' \u3000', '（(', '？?'].flatMap((alike) =>
    [...alike].map((c) => [c, alike]),
  ),
);
/** One of these is enough; gaps, boxes and brackets have many honest uses. */
const SPEAKING = new Characters('xXｘＸ');
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
  const told = new Set(marks.filter((m) => !m.doubtful && m.certainty !== 'possible').map(kindOf));
  return marks.filter((mark) => !mark.doubtful || SPEAKING.at(text, mark.start) || told.has(kindOf(mark)));
}
