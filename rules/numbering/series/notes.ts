/** Numbers of notes: “……。”（3） and ⑤ inside the lines of a text refer to its notes and number nothing. */

import type { Run } from '../../../language/structure/runs.ts';
import { Characters } from '../../../language/text/characters.ts';

const SHAPES: ReadonlySet<string> = new Set(['arabic-bracket', 'circled']);
const CLOSES = new Characters('”』」');

/** Whether the run is of notes: no number heads a line, and they are strewn over several, or the first stands behind a quotation. */
export function areNotes({ head, members }: Run): boolean {
  if (!SHAPES.has(head.kind) || members.some(({ mark }) => mark.lead)) return false;
  const { paragraph, mark } = members[0]!;
  if (members.some((member) => member.paragraph !== paragraph)) return true;
  const { text } = paragraph;
  const quoted = text[mark.start - 1] === '。' ? mark.start - 2 : mark.start - 1;
  return mark.value > 1 && CLOSES.at(text, quoted);
}
